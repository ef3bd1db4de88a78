// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/simulatedtrafficview.h"

#include "app/support/palette.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/explanationtree.h"
#include "app/widgets/listview.h"
#include "core/models/keyedtablemodel.h"

#include <QEvent>
#include <QHash>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int countLines = 5; ///< shown at once

qint64 errorsOf(const SimulatedCount &count)
{
    qint64 errors = 0;
    for (auto status = count.statuses.cbegin(); status != count.statuses.cend(); ++status)
        errors += status.key() >= 500 ? status.value() : 0;
    return errors;
}

QString ruleWord(const QString &rule)
{
    bool isNumber = false;
    const int index = rule.toInt(&isNumber);
    return isNumber ? SimulatedTrafficView::tr("rule %1").arg(index + 1) : u"–"_s;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

QList<KeyedRow> rowsOf(const QList<SimulatedCount> &counts)
{
    const QLocale locale;
    QList<KeyedRow> rows;
    for (const SimulatedCount &count : counts) {
        KeyedRow row;
        row.key = QStringList{count.run, count.route, count.rule, count.upstream}.join(u'\n');
        row.cells = {orDash(count.route), ruleWord(count.rule), orDash(count.upstream), locale.toString(count.requests),
                     locale.toString(errorsOf(count))};
        row.sortKeys = {{}, {}, {}, count.requests, errorsOf(count)};
        rows.append(row);
    }
    return rows;
}

/// Requests that ended in the same millisecond are told apart by their number, the oldest first.
QList<KeyedRow> rowsOf(const QList<SimulatedRequest> &newest)
{
    const QLocale locale;
    QHash<QString, int> seen;
    QList<KeyedRow> rows;
    for (auto request = newest.crbegin(); request != newest.crend(); ++request) {
        const QString time = locale.toString(request->ended.toLocalTime().time(), u"HH:mm:ss.zzz"_s);
        KeyedRow row;
        row.key = time + u'/' + QString::number(seen[time]++);
        row.cells = {
            time,
            request->method + u' ' + request->path,
            QString::number(request->status),
            orDash(request->upstream),
            request->node,
            request->reason ? reasonInShort(*request->reason) : QString(),
            SimulatedTrafficView::tr("%1 ms").arg(locale.toString(double(request->microseconds) / 1000, 'f', 1))};
        row.sortKeys = {request->ended, {}, request->status, {}, {}, {}, request->microseconds};
        rows.prepend(row);
    }
    return rows;
}

} // namespace

SimulatedTrafficView::SimulatedTrafficView(QWidget *parent)
    : QWidget(parent)
    , m_counts(new KeyedTableModel(
          [] {
              return QStringList{tr("Route"), tr("Rule"), tr("Upstream"), tr("Requests"), tr("Errors")};
          },
          this))
    , m_countList(new ListView(this))
    , m_newest(new KeyedTableModel(
          [] {
              return QStringList{tr("Time"), tr("Request"), tr("Status"), tr("Upstream"),
                                 tr("Node"), tr("Why"),     tr("Took")};
          },
          this))
    , m_newestList(new ListView(this))
    , m_why(new ExplanationTree(this))
    , m_nothing(new EmptyPage(u"activity"_s, this))
    , m_stack(new QStackedWidget(this))
{
    m_countList->setSource(m_counts, {{u"route"_s, 0, true, false, false},
                                      {u"rule"_s, 9, false, false, false},
                                      {u"upstream"_s, 16, false, false, false},
                                      {u"requests"_s, 9, false, true, false},
                                      {u"errors"_s, 8, false, true, false}});
    m_newestList->setSource(m_newest, {{u"time"_s, 13, false, false, false},
                                       {u"request"_s, 0, true, false, false},
                                       {u"status"_s, 6, false, true, false},
                                       {u"upstream"_s, 13, false, false, false},
                                       {u"node"_s, 18, false, false, true},
                                       {u"why"_s, 15, false, false, false},
                                       {u"took"_s, 8, false, true, true}});
    for (ListView *list : {m_countList, m_newestList})
        list->setSortRole(KeyedTableModel::SortRole);
    m_newestList->sortByColumn(0, Qt::DescendingOrder);
    connect(m_newestList, &ListView::currentSourceChanged, this, &SimulatedTrafficView::showChosen);
    auto *lists = new QVBoxLayout;
    lists->setSpacing(space::inside);
    lists->addWidget(m_countList);
    lists->addWidget(m_newestList, 1);
    auto *something = new QWidget(this);
    auto *columns = new QHBoxLayout(something);
    columns->setContentsMargins(0, space::inside, 0, 0);
    columns->setSpacing(space::margin);
    columns->addLayout(lists, 3);
    columns->addWidget(m_why, 2);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(something);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    retranslate();
}

void SimulatedTrafficView::setTraffic(const SimulatedTraffic &traffic)
{
    m_traffic = traffic;
    m_counts->setRows(rowsOf(traffic.counts));
    m_newest->setRows(rowsOf(traffic.newest));
    const auto lines = std::min<qsizetype>(countLines, traffic.counts.size()) + 1;
    m_countList->setFixedHeight(m_countList->verticalHeader()->defaultSectionSize() * static_cast<int>(lines) +
                                space::inside);
    if (!m_newestList->currentSource().isValid() && !traffic.newest.isEmpty())
        m_newestList->selectSource(m_newest->index(0, 0));
    m_stack->setCurrentIndex(traffic.total == 0 ? 0 : 1);
}

void SimulatedTrafficView::showChosen()
{
    const QModelIndex current = m_newestList->currentSource();
    if (current.isValid() && current.row() < m_traffic.newest.size())
        m_why->setExplanation(m_traffic.newest.at(current.row()).reason);
}

void SimulatedTrafficView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SimulatedTrafficView::retranslate()
{
    m_counts->retranslate();
    m_newest->retranslate();
    m_countList->setAccessibleName(tr("Counters"));
    m_newestList->setAccessibleName(tr("Newest requests"));
    m_nothing->setText(tr("Nobody has called this gateway yet."),
                       tr("Verify a release, or send a request under \"Try a request\"."));
    setTraffic(m_traffic);
}

} // namespace sluice::app
