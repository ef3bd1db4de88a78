// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/rowaction.h"
#include "app/widgets/statechip.h"

#include <QHash>
#include <QSet>
#include <QTableView>

#include <functional>
#include <memory>

class QMenu;

namespace sluice::app {

class ListFilterModel;
class RowActionColumn;
struct ColumnNeed;

/// How a column of a list is laid out; the order is the source model's.
struct ListColumn
{
    QString id;           ///< stable, for the saved layout
    int width = 0;        ///< in average characters: what it keeps while others are wider than theirs; 0 for the middle
    bool stretch = false; ///< takes what is left, so that the rows fill the list; one a list
    bool numeric = false; ///< right-aligned
    bool hidden = false;  ///< until chosen in the header's menu
};

/// The one table style of all lists (ui.md): generous rows without grid, filter and sort, the actions at the row's end,
/// Enter and double click for the primary one, context menu and Menu key for More, Delete for the destructive one.
/// Rows keep selection and scroll through a refresh as long as the model merges instead of resetting.
class ListView : public QTableView
{
    Q_OBJECT

public:
    explicit ListView(QWidget *parent = nullptr);
    ~ListView() override;

    /// The model is not owned. Filtering looks at the display texts of all columns.
    void setSource(QAbstractItemModel *source, const QList<ListColumn> &columns);
    void setRowActions(RowActions actions);
    /// A column that shows a chip instead of its text.
    void setChipColumn(int column, std::function<StateLook(const QModelIndex &source)> look);
    /// A column that shows a small split bar beside its text; a share below 0 shows the text alone.
    void setShareColumn(int column, std::function<int(const QModelIndex &source)> share);
    /// A column of methods and paths: where there is little room the methods give way first.
    void setRouteColumn(int column);
    /// The role by which columns are sorted; the display text where none is set.
    void setSortRole(int role);

    /// Every word must occur somewhere in the row; letter case does not matter.
    void setFilterText(const QString &text);
    /// One more condition, for example "in progress only"; empty for none.
    void setFilter(std::function<bool(const QModelIndex &source)> accepts);

    QModelIndex currentSource() const;
    QModelIndexList selectedSources() const;
    void selectSource(const QModelIndex &source);
    int shownRows() const;
    /// As high as its rows: what is around it scrolls, not the list.
    void showAllRows();

    /// Widths, order, visibility and sorting by column id; unknown ids are ignored.
    QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap &layout);
    void resetLayout();

    /// The rows that are shown as tab separated values, with a header line.
    QString toTsv(bool selectionOnly) const;
    /// The same for a file (RFC 4180, UTF-8): every row that is shown.
    QByteArray toCsv() const;

    /// What the row actions are for this source row; for tests and for menus of the window.
    QList<RowAction> actionsOf(const QModelIndex &source) const;
    /// The same for a row as it is shown, for those who can't see its buttons: they stand in the last column.
    QList<RowAction> actionsInRow(int shownRow) const;
    int actionColumn() const;
    /// The row is marked as new or changed a moment ago (KeyedTableModel::FreshRole).
    bool isFresh(int shownRow) const;
    /// The same in words, for those who can't see the mark; empty where there is none.
    QString newsOf(int shownRow) const;
    /// Where the button of an action is in the viewport; that of More for what waits there.
    QRect actionRect(int shownRow, const QString &text) const;

Q_SIGNALS:
    void currentSourceChanged(const QModelIndex &source);
    void layoutEdited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QList<QStringList> shownCells(bool selectionOnly) const;
    void applyColumns();
    void watchRows();
    void setHidden(int column, bool hidden);
    void fitActions();
    void growFor(int firstRow, int lastRow);
    void applyWidths();
    void measureCells(int firstRow, int lastRow);
    void measureAgain();
    bool isResizable(int column) const;
    ColumnNeed needOf(int column) const;
    void fitColumns();
    void openHeaderMenu(const QPoint &position);
    void openMore(const QModelIndex &source, const QPoint &globalPosition);
    void triggerPrimary(const QModelIndex &source);
    void triggerDestructive(const QModelIndex &source);
    void copySelection();
    QModelIndex toSource(const QModelIndex &shown) const;

    QList<ListColumn> m_columns;
    RowActions m_actions;
    ListFilterModel *m_filter;
    RowActionColumn *m_model;
    QTimer *m_fitSoon;         ///< for what became narrower, however many rows change in one turn
    QHash<int, int> m_chosen;  ///< widths by column that the user gave them
    QHash<int, int> m_content; ///< by column, the widest cell so far: columns don't shrink under the reader's eyes
    QSet<int> m_uncut;         ///< columns whose cells say nothing when they are cut
    bool m_fitting = false;
    int m_hoverRow = -1;
};

} // namespace sluice::app
