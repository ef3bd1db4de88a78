// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/clusterlistpage.h"

#include "app/support/palette.h"
#include "app/support/viewstate.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/filterline.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace sluice::app {

namespace {

constexpr qsizetype madeAtOnce = 500; // APIs and upstreams of a cluster whose rows are made well within a frame

} // namespace

ClusterListPage::ClusterListPage(const PageContext &context, const Shape &shape, QWidget *parent)
    : ClusterPage(context, parent)
    , m_id(shape.id)
    , m_model(new KeyedTableModel(shape.headers, this))
    , m_list(new ListView(this))
    , m_filter(new FilterLine(this))
    , m_tools(new QWidget(this))
    , m_empty(new EmptyPage(shape.icon, this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setSource(m_model, shape.columns);
    m_list->setSortRole(KeyedTableModel::SortRole);
    m_list->sortByColumn(shape.sortedBy, Qt::AscendingOrder);
    m_list->restoreLayout(context.view.listLayout(m_id));
    m_filter->setList(m_list);
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins({});
    row->setSpacing(space::inside);
    row->addWidget(m_filter);
    m_tools->hide();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    setContent(m_stack);
}

void ClusterListPage::addTool(QWidget *tool)
{
    m_tools->layout()->addWidget(tool);
}

QWidget *ClusterListPage::tools()
{
    return m_tools;
}

void ClusterListPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ClusterListPage::present()
{
    const RowMaker make = rowMaker(snapshot());
    m_making.forget();
    if (snapshot().apis().size() + snapshot().upstreams().size() <= madeAtOnce)
        return show(make());
    m_making.start(make, [this](const QList<KeyedRow> &rows) { show(rows); });
}

void ClusterListPage::show(const QList<KeyedRow> &rows)
{
    const bool wasFilled = std::exchange(m_isFilled, snapshot().taken().isValid());
    m_model->setRows(rows, wasFilled ? KeyedTableModel::Marks::Changes : KeyedTableModel::Marks::None);
    const bool nothing = rows.isEmpty() && snapshot().taken().isValid();
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_list);
    setCount(countWord(rows));
    if (!m_list->currentSource().isValid() && !rows.isEmpty())
        m_list->selectSource(m_model->index(0, 0));
}

bool ClusterListPage::isSettled() const
{
    return ClusterPage::isSettled() && !m_making.isRunning() && m_model->isComplete();
}

void ClusterListPage::entered()
{
    m_filter->clear();
    beginAnew();
    ClusterPage::entered();
}

void ClusterListPage::hideEvent(QHideEvent *event)
{
    ClusterPage::hideEvent(event);
    context().view.setListLayout(m_id, m_list->saveLayout());
}

void ClusterListPage::retranslate()
{
    m_model->retranslate();
    beginAnew();
    ClusterPage::retranslate();
}

} // namespace sluice::app
