// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterpage.h"
#include "app/support/latestrun.h"
#include "app/widgets/listview.h"
#include "core/models/keyedtablemodel.h"

class QStackedWidget;

namespace sluice::app {

class EmptyPage;
class FilterLine;

/// A page that is one list of a cluster's things, with a filter at the top and one sentence where there is nothing.
class ClusterListPage : public ClusterPage
{
    Q_OBJECT

public:
    QWidget *tools() override;
    void focusFilter() override;
    ListView *mainList() const override { return m_list; }
    bool isSettled() const override;

protected:
    struct Shape
    {
        QString id;   ///< the list's columns are kept under it
        QString icon; ///< of the empty page
        std::function<QStringList()> headers;
        QList<ListColumn> columns;
        int sortedBy = -1; ///< column, until the user chooses one; -1: as the rows come
    };

    ClusterListPage(const PageContext &context, const Shape &shape, QWidget *parent);

    ListView *list() const { return m_list; }
    EmptyPage *empty() const { return m_empty; }
    KeyedTableModel *model() const { return m_model; }
    /// Beside the filter, at its left.
    void addTool(QWidget *tool);

    /// Makes the rows of one snapshot. Depends on nothing else: those of a large cluster are made in another thread.
    using RowMaker = std::function<QList<KeyedRow>()>;
    virtual RowMaker rowMaker(const ClusterSnapshot &snapshot) const = 0;
    virtual QString countWord(const QList<KeyedRow> &rows) const = 0;

    /// What comes next is of something else than what is shown: nothing of it counts as changed.
    void beginAnew() { m_isFilled = false; }

    void present() override;
    void entered() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    void show(const QList<KeyedRow> &rows);

    QString m_id;
    LatestRun m_making;      ///< of rows
    bool m_isFilled = false; ///< the rows that come next can be compared with those that are shown
    KeyedTableModel *m_model;
    ListView *m_list;
    FilterLine *m_filter;
    QWidget *m_tools;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace sluice::app
