// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/listview.h"

#include "app/delegates/listdelegate.h"
#include "app/delegates/rowactiondelegate.h"
#include "app/support/palette.h"
#include "app/widgets/columnwidths.h"
#include "app/widgets/listfiltermodel.h"
#include "app/widgets/rowactioncolumn.h"
#include "core/models/keyedtablemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int measuredRows = 60;             // from the first in sight on: they tell how wide the columns are
constexpr int middleWidth = 20;              // in average characters
constexpr int emptyCell = 3 * space::inside; // what a cell without a word asks for at most

} // namespace

ListView::ListView(QWidget *parent)
    : QTableView(parent)
    , m_filter(new ListFilterModel(this))
    , m_model(new RowActionColumn(this))
    , m_fitSoon(new QTimer(this))
{
    m_fitSoon->setSingleShot(true);
    connect(m_fitSoon, &QTimer::timeout, this, &ListView::fitActions);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // no arrow until the list is sorted
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + space::group + space::tight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ListView::openHeaderMenu);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &ListView::layoutEdited);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_fitting || !isResizable(column))
            return;
        m_chosen[column] = width;
        Q_EMIT layoutEdited();
    });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ListView::layoutEdited);

    setItemDelegate(new ListDelegate(this));
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_model->isAction(index))
            triggerPrimary(toSource(index));
    });
}

ListView::~ListView() = default;

void ListView::setSource(QAbstractItemModel *source, const QList<ListColumn> &columns)
{
    m_columns = columns;
    m_filter->setSourceModel(source);
    if (m_model->sourceModel() == nullptr) {
        m_model->setSourceModel(m_filter);
        setModel(m_model);
    }
    watchRows();
    auto *actions = new RowActionDelegate(this);
    actions->setActions([this](const QModelIndex &shown) { return actionsOf(toSource(shown)); });
    connect(actions, &RowActionDelegate::moreWanted, this,
            [this](const QModelIndex &shown, const QPoint &position) { openMore(toSource(shown), position); });
    setItemDelegateForColumn(m_model->actionColumn(), actions);
    applyColumns();
}

void ListView::watchRows()
{
    const auto fitSoon = qOverload<>(&QTimer::start);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { growFor(first, last); });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { growFor(first.row(), last.row()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, m_fitSoon, fitSoon);
    connect(m_model, &QAbstractItemModel::dataChanged, m_fitSoon, fitSoon);
    connect(m_model, &QAbstractItemModel::layoutChanged, m_fitSoon, fitSoon);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ListView::measureAgain);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_model->rowCount() == 0)
            measureAgain(); // what comes next is of something else
    });
}

void ListView::setRowActions(RowActions actions)
{
    m_actions = std::move(actions);
    fitActions();
}

void ListView::setChipColumn(int column, std::function<StateLook(const QModelIndex &)> look)
{
    m_uncut.insert(column);
    setItemDelegateForColumn(
        column, new ChipDelegate(
                    [this, look = std::move(look)](const QModelIndex &shown) { return look(toSource(shown)); }, this));
}

void ListView::setShareColumn(int column, std::function<int(const QModelIndex &)> share)
{
    m_uncut.insert(column);
    setItemDelegateForColumn(column, new ShareDelegate([this, share = std::move(share)](
                                                           const QModelIndex &shown) { return share(toSource(shown)); },
                                                       this));
}

void ListView::setRouteColumn(int column)
{
    setItemDelegateForColumn(column, new RouteDelegate(this));
}

void ListView::setSortRole(int role)
{
    m_filter->setSortRole(role);
}

void ListView::setFilterText(const QString &text)
{
    m_filter->setWords(text);
}

void ListView::setFilter(std::function<bool(const QModelIndex &)> accepts)
{
    m_filter->setAccepts(std::move(accepts));
}

QModelIndex ListView::toSource(const QModelIndex &shown) const
{
    return shown.isValid() ? m_filter->mapToSource(m_filter->index(shown.row(), 0)) : QModelIndex();
}

QModelIndex ListView::currentSource() const
{
    return toSource(currentIndex());
}

QModelIndexList ListView::selectedSources() const
{
    QModelIndexList sources;
    if (selectionModel() == nullptr)
        return sources;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        sources.append(toSource(row));
    return sources;
}

void ListView::selectSource(const QModelIndex &source)
{
    const QModelIndex shown = m_filter->mapFromSource(source);
    if (!shown.isValid())
        return;
    setCurrentIndex(m_model->index(shown.row(), 0));
    scrollTo(currentIndex());
}

int ListView::shownRows() const
{
    return m_filter->sourceModel() == nullptr ? 0 : m_filter->rowCount();
}

void ListView::showAllRows()
{
    setFixedHeight(horizontalHeader()->sizeHint().height() +
                   std::max(shownRows(), 1) * verticalHeader()->defaultSectionSize() + space::tight);
}

QVariantMap ListView::saveLayout() const
{
    QVariantMap layout;
    QVariantList columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (column >= m_columns.size())
            continue;
        columns.append(QVariantMap{{u"id"_s, m_columns.at(column).id},
                                   {u"width"_s, m_chosen.value(column)},
                                   {u"hidden"_s, isColumnHidden(column)}});
    }
    layout.insert(u"columns"_s, columns);
    const int sorted = horizontalHeader()->sortIndicatorSection();
    if (sorted >= 0 && sorted < m_columns.size()) {
        layout.insert(u"sort"_s, m_columns.at(sorted).id);
        layout.insert(u"descending"_s, horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
    }
    return layout;
}

void ListView::restoreLayout(const QVariantMap &layout)
{
    const auto columnOf = [this](const QString &id) {
        const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                        [&id](const ListColumn &column) { return column.id == id; });
        return found == m_columns.cend() ? -1 : static_cast<int>(found - m_columns.cbegin());
    };
    int visual = 0;
    const QVariantList columns = layout.value(u"columns"_s).toList();
    for (const QVariant &entry : columns) {
        const QVariantMap kept = entry.toMap();
        const int column = columnOf(kept.value(u"id"_s).toString());
        if (column < 0)
            continue;
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual++);
        setHidden(column, kept.value(u"hidden"_s).toBool());
        const int width = kept.value(u"width"_s).toInt();
        if (!m_columns.at(column).stretch && width > 0)
            m_chosen[column] = std::max(width, horizontalHeader()->minimumSectionSize());
    }
    fitColumns();
    const int sorted = columnOf(layout.value(u"sort"_s).toString());
    if (sorted >= 0)
        sortByColumn(sorted, layout.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListView::resetLayout()
{
    for (int column = 0; column < m_columns.size(); ++column)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    applyColumns();
    Q_EMIT layoutEdited();
}

QList<QStringList> ListView::shownCells(bool selectionOnly) const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (column < m_columns.size() && !isColumnHidden(column))
            columns.append(column);
    }
    QList<QStringList> lines{{}};
    for (const int column : std::as_const(columns))
        lines.first().append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (selectionOnly && !selectionModel()->isRowSelected(row))
            continue;
        QStringList line;
        for (const int column : std::as_const(columns))
            line.append(m_model->index(row, column).data().toString());
        lines.append(line);
    }
    return lines;
}

QString ListView::toTsv(bool selectionOnly) const
{
    static const QRegularExpression separators(u"[\\t\\r\\n]+"_s);
    QString text;
    const QList<QStringList> lines = shownCells(selectionOnly);
    for (QStringList line : lines)
        text += line.replaceInStrings(separators, u" "_s).join(u'\t') + u'\n';
    return text;
}

QByteArray ListView::toCsv() const
{
    // Spreadsheets take a file without the mark for one in their own code page, and run a cell that begins like a
    // formula: names come from the gateway, where anyone may have chosen them.
    static const QRegularExpression formula(u"^[=+@\\t\\r-]"_s);
    QString text(QChar::ByteOrderMark);
    const QList<QStringList> lines = shownCells(false);
    for (const QStringList &line : lines) {
        QStringList cells;
        for (QString cell : line) {
            if (formula.match(cell).hasMatch())
                cell.prepend(u'\'');
            cells.append(u'"' + cell.replace(u'"', u"\"\""_s) + u'"');
        }
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QList<RowAction> ListView::actionsOf(const QModelIndex &source) const
{
    return m_actions && source.isValid() ? m_actions(source) : QList<RowAction>();
}

QList<RowAction> ListView::actionsInRow(int shownRow) const
{
    return actionsOf(toSource(m_model->index(shownRow, 0)));
}

int ListView::actionColumn() const
{
    return m_model->actionColumn();
}

bool ListView::isFresh(int shownRow) const
{
    const QModelIndex source = toSource(m_model->index(shownRow, 0));
    return qobject_cast<const KeyedTableModel *>(source.model()) != nullptr &&
           source.data(KeyedTableModel::FreshRole).toBool();
}

QString ListView::newsOf(int shownRow) const
{
    return isFresh(shownRow) ? tr("Changed just now") : QString();
}

QRect ListView::actionRect(int shownRow, const QString &text) const
{
    const QModelIndex cell = m_model->index(shownRow, actionColumn());
    const auto *delegate = qobject_cast<RowActionDelegate *>(itemDelegateForColumn(actionColumn()));
    if (!cell.isValid() || delegate == nullptr)
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(cell);
    QRect found;
    const QList<RowActionDelegate::Button> buttons = delegate->buttonsOf(option, cell);
    for (const RowActionDelegate::Button &button : buttons) {
        if (button.more || button.action.text == text)
            found = button.rect;
        if (button.action.text == text)
            break;
    }
    return found;
}

/// Without taking it for a width that the user chose.
void ListView::setHidden(int column, bool hidden)
{
    const QScopedValueRollback fitting(m_fitting, true);
    setColumnHidden(column, hidden);
}

void ListView::applyColumns()
{
    QSet<int> numeric;
    m_chosen.clear();
    for (int column = 0; column < m_columns.size(); ++column) {
        const ListColumn &wanted = m_columns.at(column);
        horizontalHeader()->setSectionResizeMode(column,
                                                 wanted.stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
        setHidden(column, wanted.hidden);
        if (wanted.numeric)
            numeric.insert(column);
    }
    m_filter->setNumeric(numeric);
    horizontalHeader()->setSectionResizeMode(m_model->actionColumn(), QHeaderView::Fixed);
    measureAgain();
}

void ListView::measureAgain()
{
    m_content.clear();
    fitActions();
}

void ListView::fitActions()
{
    if (m_model->sourceModel() == nullptr)
        return;
    m_content.remove(m_model->actionColumn()); // less may be possible than before
    measureCells(0, m_model->rowCount() - 1);
    applyWidths();
}

/// At once, so that nothing is ever seen cut that fits.
void ListView::growFor(int firstRow, int lastRow)
{
    const QHash<int, int> before = m_content;
    measureCells(firstRow, lastRow);
    if (m_content != before)
        applyWidths();
}

void ListView::applyWidths()
{
    const int width = m_content.value(m_model->actionColumn());
    setColumnHidden(m_model->actionColumn(), width == 0 && !m_actions);
    if (width != columnWidth(m_model->actionColumn()))
        setColumnWidth(m_model->actionColumn(), width);
    fitColumns();
}

void ListView::measureCells(int firstRow, int lastRow)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int firstShown = std::max(rowAt(0), 0);
    const int first = std::max(firstShown, firstRow);
    const int end = std::min({m_model->rowCount(), firstShown + measuredRows, lastRow + 1});
    for (int column = 0; column <= m_model->actionColumn(); ++column) {
        if (isColumnHidden(column) && column != m_model->actionColumn())
            continue;
        int widest = m_content.value(column);
        for (int row = first; row < end; ++row) {
            const QModelIndex cell = m_model->index(row, column);
            widest = std::max(widest, itemDelegateForIndex(cell)->sizeHint(option, cell).width());
        }
        m_content[column] = widest;
    }
}

bool ListView::isResizable(int column) const
{
    return column < m_columns.size() && !m_columns.at(column).stretch;
}

ColumnNeed ListView::needOf(int column) const
{
    const ListColumn &wanted = m_columns.at(column);
    const int header = horizontalHeader()->sectionSizeHint(column);
    const int content = m_content.value(column);
    const int chosen = m_chosen.value(column);
    const bool isUncut = wanted.numeric || m_uncut.contains(column);
    ColumnNeed need;
    need.need = std::max(header, content);
    if (chosen > 0)
        need.need = isUncut ? std::max(chosen, content) : chosen;
    need.least = isUncut ? need.need : std::min(header, need.need);
    const int usual = fontMetrics().averageCharWidth() * (wanted.width > 0 ? wanted.width : middleWidth);
    need.usual = std::clamp(usual, need.least, need.need);
    // A column without a word in it stays as it is.
    need.grows = wanted.stretch || (chosen == 0 && !isUncut && content > emptyCell);
    return need;
}

/// Each column as wide as its cells need, with what is left shared out; where the window is too narrow for that, the
/// long ones less, so that the actions at the row's end stay in sight.
void ListView::fitColumns()
{
    QList<int> shown;
    QList<ColumnNeed> needs;
    for (int column = 0; column < m_columns.size(); ++column) {
        if (isColumnHidden(column))
            continue;
        shown.append(column);
        needs.append(needOf(column));
    }
    const QList<int> widths = sharedWidths(needs, viewport()->width() - columnWidth(m_model->actionColumn()));
    const QScopedValueRollback fitting(m_fitting, true);
    for (qsizetype at = 0; at < shown.size(); ++at) {
        if (isResizable(shown.at(at)))
            setColumnWidth(shown.at(at), widths.at(at));
    }
}

void ListView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0 && m_model->rowCount() > measuredRows)
        m_fitSoon->start();
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ListView::openHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_columns.size(); ++column) {
        QAction *entry = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        entry->setCheckable(true);
        entry->setChecked(!isColumnHidden(column));
        entry->setEnabled(!m_columns.at(column).stretch);
        connect(entry, &QAction::toggled, this, [this, column](bool shown) {
            setHidden(column, !shown);
            fitActions();
            Q_EMIT layoutEdited();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &ListView::resetLayout);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void ListView::openMore(const QModelIndex &source, const QPoint &globalPosition)
{
    const QList<RowAction> actions = actionsOf(source);
    if (actions.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRowMenu(menu, actions);
    menu->popup(globalPosition);
}

void ListView::triggerPrimary(const QModelIndex &source)
{
    const QList<RowAction> actions = actionsOf(source);
    for (const RowAction &action : actions) {
        if (action.place == RowAction::Place::Primary && action.enabled && action.trigger)
            return action.trigger();
    }
}

void ListView::triggerDestructive(const QModelIndex &source)
{
    const QList<RowAction> actions = actionsOf(source);
    for (const RowAction &action : actions) {
        if (action.destructive && action.enabled && action.trigger)
            return action.trigger();
    }
}

void ListView::copySelection()
{
    QApplication::clipboard()->setText(toTsv(true));
}

void ListView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return triggerPrimary(currentSource());
    case Qt::Key_Delete:
        return triggerDestructive(currentSource());
    default:
        QTableView::keyPressEvent(event);
    }
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex shown = byKey ? currentIndex() : indexAt(event->pos());
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(shown).bottomLeft()) : event->globalPos();
    openMore(toSource(shown), place);
}

void ListView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    m_hoverRow = indexAt(event->position().toPoint()).row();
    const auto delegates = findChildren<ListDelegate *>(QString(), Qt::FindDirectChildrenOnly);
    for (ListDelegate *delegate : delegates)
        delegate->setHoverRow(m_hoverRow);
    viewport()->update();
}

void ListView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    const auto delegates = findChildren<ListDelegate *>(QString(), Qt::FindDirectChildrenOnly);
    for (ListDelegate *delegate : delegates)
        delegate->setHoverRow(-1);
    viewport()->update();
}

void ListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + space::group + space::tight);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        measureAgain();
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentSourceChanged(toSource(current));
}

} // namespace sluice::app
