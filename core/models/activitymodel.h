// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/curlcommand.h"
#include "core/net/transport.h"

#include <QAbstractTableModel>

#include <deque>

namespace sluice {

/// What this client did, request by request, the newest first: fed by Transport::exchanged. Keys are in none of it; a
/// request's body has no values of secret fields.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Cluster, Action, Request, Outcome, Duration, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< what a column sorts by
        IsWriteRole,             ///< true for what changes something
        FailedRole,              ///< true where no answer came, or one of 400 and above
        CurlRole,                ///< the request as a line for a shell, the key as $SLUICE_ADMIN_KEY
    };

    /// limit: of entries; the oldest make room for new ones.
    explicit ActivityModel(QObject *parent = nullptr, int limit = 2000);

    /// action: what was done for the operator ("cancel sluice-..."); empty for what the program reads by itself.
    void add(const QString &cluster, const QUrl &admin, const Exchange &exchange, const QString &action = {});
    void clear();
    /// After a change of language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        QString cluster;
        QUrl admin;
        Exchange exchange;
        QString action;
    };

    QString text(const Entry &entry, int column) const;
    static QVariant sortKey(const Entry &entry, int column);

    std::deque<Entry> m_entries; ///< newest first
    int m_limit;
};

} // namespace sluice
