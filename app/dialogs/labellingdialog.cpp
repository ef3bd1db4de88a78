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
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum LabelColumn { Item, Workspace, Skipped };

QString textOf(const LabelChange &change)
{
    const bool isNamed = change.name != change.resource.id();
    return isNamed ? LabellingDialog::tr("%1 (%2)").arg(change.item(), change.name) : change.item();
}

} // namespace

LabellingDialog::LabellingDialog(const SharedSession &session, const QList<LabelChange> &changes, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_changes(changes)
    , m_column(new QVBoxLayout(this))
    , m_list(new QTreeWidget(this))
    , m_count(new QLabel(this))
    , m_requests(new RequestsView(this))
{
    const Operation whole = labellingOf(session, changes);
    setWindowTitle(whole.title);
    setModal(true);
    m_list->setObjectName(u"labels"_s);
    m_list->setAccessibleName(tr("What gets a label"));
    m_list->setHeaderLabels({tr("Item"), tr("Workspace"), tr("Skipped")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumHeight(fontMetrics().height() * 12);
    m_list->header()->setStretchLastSection(true);
    fill();
    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(tr("Confirm"), QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setDefault(true);
    auto *back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"back"_s);
    back->setAutoDefault(false);
    m_column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    m_column->setSpacing(space::inside);
    m_column->addWidget(paragraph(this, whole.effect));
    m_column->addWidget(m_list, 1);
    m_column->addWidget(m_count);
    m_column->addWidget(m_requests);
    m_column->addWidget(buttons);
    connect(m_list, &QTreeWidget::itemChanged, this, &LabellingDialog::keepTick);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);
    m_list->setFocus();
}

void LabellingDialog::setChanges(const QList<LabelChange> &changes, const QString &problem)
{
    m_changes = changes;
    m_problem = problem;
    fill();
    follow();
}

void LabellingDialog::addChoice(QLayout *choice)
{
    m_column->insertLayout(m_column->indexOf(m_list), choice);
}

void LabellingDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const LabelChange &change : std::as_const(m_changes))
        addLine(change);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    for (const LabelColumn column : {Item, Workspace})
        m_list->resizeColumnToContents(column);
}

void LabellingDialog::addLine(const LabelChange &change)
{
    const QString before = change.resource.label(m_session->profile().workspaceKey);
    //: A workspace before and after.
    const QString workspace = before.isEmpty() ? change.workspace : tr("%1 → %2").arg(before, change.workspace);
    const bool isTicked = change.skipped.isEmpty() && !m_leftOut.contains(change.item());
    auto *line = new QTreeWidgetItem(m_list, {textOf(change), workspace, change.skipped});
    line->setToolTip(Item, textOf(change));
    line->setToolTip(Skipped, change.skipped);
    line->setCheckState(Item, isTicked ? Qt::Checked : Qt::Unchecked);
    line->setDisabled(!change.skipped.isEmpty());
    line->setForeground(Skipped, tone(Tone::Secondary, palette())); // readable, though the line can't be ticked
}

void LabellingDialog::keepTick(QTreeWidgetItem *line)
{
    const QString item = m_changes.at(m_list->indexOfTopLevelItem(line)).item();
    if (line->checkState(Item) == Qt::Checked)
        m_leftOut.remove(item);
    else
        m_leftOut.insert(item);
    follow();
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
    const QString problem = m_changes.isEmpty() ? m_problem : tr("Tick what is to get its label.");
    m_confirm->setToolTip(count > 0 ? QString() : problem);
}

} // namespace sluice::app
