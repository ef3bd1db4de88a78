// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/labellingdialog.h"

#include "app/support/palette.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/requestsview.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum Column { Item, Workspace, WhyNot };

} // namespace

LabellingDialog::LabellingDialog(const SharedSession &session, const QList<LabelChange> &changes, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_changes(changes)
    , m_list(new QTreeWidget(this))
    , m_count(new QLabel(this))
    , m_requests(new RequestsView(this))
{
    const Operation whole = labellingOf(session, changes);
    setWindowTitle(whole.title);
    setModal(true);
    fill();
    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(tr("Confirm"), QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setDefault(true);
    auto *back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"back"_s);
    back->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::inside);
    column->addWidget(paragraph(this, whole.effect));
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    column->addWidget(m_requests);
    column->addWidget(buttons);
    connect(m_list, &QTreeWidget::itemChanged, this, &LabellingDialog::follow);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);
    m_list->setFocus();
}

void LabellingDialog::fill()
{
    m_list->setObjectName(u"labels"_s);
    m_list->setAccessibleName(tr("What gets a label"));
    m_list->setHeaderLabels({tr("Item"), tr("Workspace"), tr("Why not")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumHeight(fontMetrics().height() * 12);
    for (const LabelChange &change : std::as_const(m_changes)) {
        const bool isNamed = change.name != change.resource.id();
        const QString text = isNamed ? tr("%1 (%2)").arg(change.item(), change.name) : change.item();
        auto *line = new QTreeWidgetItem(m_list, {text, change.workspace, change.skipped});
        line->setToolTip(Item, text);
        line->setToolTip(WhyNot, change.skipped);
        line->setCheckState(Item, change.skipped.isEmpty() ? Qt::Checked : Qt::Unchecked);
        line->setDisabled(!change.skipped.isEmpty());
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->header()->setStretchLastSection(true);
    for (const Column column : {Item, Workspace})
        m_list->resizeColumnToContents(column);
}

QList<LabelChange> LabellingDialog::chosen() const
{
    QList<LabelChange> chosen;
    for (qsizetype at = 0; at < m_changes.size(); ++at) {
        if (m_list->topLevelItem(static_cast<int>(at))->checkState(Item) == Qt::Checked)
            chosen.append(m_changes.at(at));
    }
    return chosen;
}

Operation LabellingDialog::operation() const
{
    return labellingOf(m_session, chosen());
}

void LabellingDialog::follow()
{
    const int count = static_cast<int>(chosen().size());
    m_count->setText(tr("%n label(s) will be written.", "", count));
    m_requests->setSource(count == 0 ? nullptr : operation().preview);
    m_requests->setEnabled(count > 0);
    m_confirm->setEnabled(count > 0);
    m_confirm->setToolTip(count > 0 ? QString() : tr("Tick what shall get its label."));
}

} // namespace sluice::app
