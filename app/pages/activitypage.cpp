// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/activitypage.h"

#include "app/support/palette.h"
#include "app/support/viewstate.h"
#include "app/widgets/emptypage.h"
#include "app/widgets/filterline.h"
#include "app/widgets/listview.h"
#include "core/models/activitymodel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

StateLook outcomeOf(const QModelIndex &source)
{
    const QString word = source.siblingAtColumn(ActivityModel::Outcome).data().toString();
    if (source.data(ActivityModel::FailedRole).toBool())
        return {u"alert"_s, Tone::Danger, word, {}};
    return word.startsWith(u'2') ? StateLook{u"tick"_s, Tone::Success, word, {}}
                                 : StateLook{u"ring"_s, Tone::Secondary, word, {}};
}

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_clear(new QPushButton(this))
    , m_tools(new QWidget(this))
    , m_filter(new FilterLine(m_tools))
    , m_show(new QComboBox(m_tools))
    , m_list(new ListView(this))
    , m_empty(new EmptyPage(u"activity"_s, this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setSource(&context.activity, {{u"time"_s, 20, false, false, false},
                                          {u"cluster"_s, 14, false, false, false},
                                          {u"action"_s, 18, false, false, false},
                                          {u"request"_s, 0, true, false, false},
                                          {u"outcome"_s, 14, false, false, false},
                                          {u"duration"_s, 10, false, true, false}});
    m_list->setSortRole(ActivityModel::SortRole);
    m_list->sortByColumn(ActivityModel::Time, Qt::DescendingOrder);
    m_list->setChipColumn(ActivityModel::Outcome, outcomeOf);
    m_list->setRowActions([this](const QModelIndex &source) { return offers(source); });
    m_list->restoreLayout(context.view.listLayout(u"activity"_s));
    m_filter->setList(m_list);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins({});
    row->setSpacing(space::inside);
    row->addWidget(m_filter);
    row->addWidget(m_show);
    row->addWidget(m_clear);
    m_clear->setAutoDefault(false);
    m_tools->hide();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = new QHBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_stack);
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    m_show->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_show, &QComboBox::currentIndexChanged, this, &ActivityPage::narrow);
    connect(m_clear, &QPushButton::clicked, &context.activity, &ActivityModel::clear);
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &ActivityPage::showCount);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &ActivityPage::showCount);
    connect(m_list->model(), &QAbstractItemModel::layoutChanged, this, &ActivityPage::showCount);
    retranslate();
    narrow();
}

QString ActivityPage::title() const
{
    return tr("Activity");
}

QWidget *ActivityPage::tools()
{
    return m_tools;
}

void ActivityPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ActivityPage::entered()
{
    m_filter->clear();
    showCount();
}

void ActivityPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_context.view.setListLayout(u"activity"_s, m_list->saveLayout());
}

QList<RowAction> ActivityPage::offers(const QModelIndex &source) const
{
    const QString line = source.data(ActivityModel::CurlRole).toString();
    RowAction copy;
    copy.text = tr("Copy as curl");
    copy.place = RowAction::Place::Primary;
    copy.reason = tr("A line for a shell; it reads the key from $SLUICE_ADMIN_KEY.");
    copy.trigger = [line] { QApplication::clipboard()->setText(line); };
    return {copy};
}

void ActivityPage::narrow()
{
    const bool all = static_cast<Show>(m_show->currentIndex()) == Show::All;
    m_list->setFilter([all](const QModelIndex &source) {
        return all || source.data(ActivityModel::IsWriteRole).toBool() ||
               source.data(ActivityModel::FailedRole).toBool();
    });
    showCount();
}

void ActivityPage::showCount()
{
    const int shown = m_list->shownRows();
    m_stack->setCurrentWidget(shown == 0 && m_filter->text().isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    m_clear->setEnabled(shown > 0);
    setStatus(tr("%n request(s)", "", shown));
}

void ActivityPage::retranslate()
{
    const QStringList words{tr("Changes and failures"), tr("All requests")};
    for (int at = 0; at < words.size(); ++at) {
        if (at < m_show->count())
            m_show->setItemText(at, words.at(at));
        else
            m_show->addItem(words.at(at));
    }
    m_show->setAccessibleName(tr("Which requests"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget what is listed here; nothing on a gateway changes"));
    m_list->setAccessibleName(tr("Activity"));
    m_empty->setText(tr("Nothing was changed from here yet, and nothing failed."),
                     tr("Every request to a gateway is listed here until this program ends."));
    m_context.activity.retranslate();
    showCount();
}

} // namespace sluice::app
