// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/activitymodel.h"

#include "core/model/prose.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

/// The question for the key's role: a PUT of nothing, which is refused either way (AdminClient::probe).
bool asksForTheRole(const Exchange &exchange)
{
    return exchange.method == "PUT" && exchange.path == "schema/route"_L1;
}

bool isWrite(const Exchange &exchange)
{
    return exchange.method != "GET" && exchange.method != "HEAD" && !asksForTheRole(exchange);
}

bool hasFailed(const Exchange &exchange)
{
    // That something is not there is an answer: many reads ask for just that.
    const bool findsNothing = exchange.method == "GET" && exchange.status == 404;
    return exchange.status == 0 || (exchange.status >= 400 && !findsNothing && !asksForTheRole(exchange));
}

QString curlOf(const Exchange &exchange, const QUrl &admin)
{
    return toCurl({exchange.method, exchange.path, QJsonDocument::fromJson(exchange.body).object()}, admin);
}

} // namespace

ActivityModel::ActivityModel(QObject *parent, int limit)
    : QAbstractTableModel(parent)
    , m_limit(limit)
{
}

void ActivityModel::add(const QString &cluster, const QUrl &admin, const Exchange &exchange, const QString &action)
{
    if (int(m_entries.size()) == m_limit) {
        beginRemoveRows({}, m_limit - 1, m_limit - 1);
        m_entries.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_entries.push_front({cluster, admin, exchange, action});
    endInsertRows();
}

void ActivityModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void ActivityModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ActivityModel::text(const Entry &entry, int column) const
{
    const Exchange &exchange = entry.exchange;
    switch (column) {
    case Time:
        return localTime(exchange.time);
    case Cluster:
        return entry.cluster;
    case Action:
        return entry.action;
    case Request:
        return QString::fromLatin1(exchange.method) + u' ' + exchange.path;
    case Outcome:
        return exchange.status == 0 ? tr("No answer") : QString::number(exchange.status);
    case Duration:
        return tr("%1 ms").arg(QLocale().toString(exchange.milliseconds));
    default:
        return {};
    }
}

QVariant ActivityModel::sortKey(const Entry &entry, int column)
{
    const Exchange &exchange = entry.exchange;
    switch (column) {
    case Time:
        return exchange.time;
    case Cluster:
        return entry.cluster;
    case Action:
        return entry.action;
    case Request:
        return exchange.path;
    case Outcome:
        return exchange.status;
    case Duration:
        return exchange.milliseconds;
    default:
        return {};
    }
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[std::size_t(index.row())];
    const bool isNumber = index.column() == Outcome || index.column() == Duration;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == Request ? QString::fromUtf8(entry.exchange.body) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return sortKey(entry, index.column());
    case IsWriteRole:
        return isWrite(entry.exchange);
    case FailedRole:
        return hasFailed(entry.exchange);
    case CurlRole:
        return curlOf(entry.exchange, entry.admin);
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Cluster:
        return tr("Cluster");
    case Action:
        return tr("Action");
    case Request:
        return tr("Request");
    case Outcome:
        return tr("Outcome");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace sluice
