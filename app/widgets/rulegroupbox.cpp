// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/rulegroupbox.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

RuleGroupBox::RuleGroupBox(ConditionRow::Names names, QWidget *parent)
    : QFrame(parent)
    , m_names(std::move(names))
    , m_title(new QLabel(this))
    , m_remove(new QToolButton(this))
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(this))
{
    m_column->setContentsMargins(space::group, 0, space::inside, space::tight);
    m_column->setSpacing(space::tight);
    m_title->setAutoFillBackground(true); // it interrupts the frame
    m_title->setBackgroundRole(QPalette::Base);
    m_title->setContentsMargins(space::tight, 0, space::tight, 0);
    m_remove->setIcon(icon(u"delete"_s));
    m_remove->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    m_column->addLayout(head);
    auto *foot = new QHBoxLayout;
    m_add->setObjectName(u"add-condition"_s);
    m_add->setIcon(icon(u"add"_s));
    m_add->setAutoDefault(false);
    foot->addWidget(m_add);
    foot->addStretch();
    foot->addWidget(m_remove);
    m_column->addLayout(foot);
    connect(m_remove, &QToolButton::clicked, this, &RuleGroupBox::removeWanted);
    connect(m_add, &QPushButton::clicked, this, [this] {
        ConditionRow *row = addCondition();
        row->show(); // what is hidden takes no focus
        row->firstField()->setFocus();
        Q_EMIT edited();
    });
    retranslate();
}

RuleGroup RuleGroupBox::group() const
{
    RuleGroup group;
    for (const ConditionRow *row : m_rows)
        group.append(row->condition());
    return group;
}

void RuleGroupBox::setGroup(const RuleGroup &group)
{
    while (!m_rows.isEmpty())
        delete m_rows.takeLast();
    for (const Condition &condition : group)
        addCondition(condition);
}

ConditionRow *RuleGroupBox::addCondition(const Condition &condition)
{
    auto *row = new ConditionRow(this);
    row->setNames(m_names);
    row->setCondition(condition);
    m_column->insertWidget(m_column->count() - 1, row);
    m_rows.append(row);
    connect(row, &ConditionRow::edited, this, &RuleGroupBox::edited);
    connect(row, &ConditionRow::removeWanted, this, [this, row] { removeRow(row); });
    number();
    return row;
}

QList<QWidget *> RuleGroupBox::fields() const
{
    QList<QWidget *> fields;
    for (const ConditionRow *row : m_rows)
        fields += row->fields();
    return fields << m_add << m_remove;
}

void RuleGroupBox::removeRow(ConditionRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    number();
    if (m_rows.isEmpty())
        Q_EMIT removeWanted();
    else
        Q_EMIT edited();
}

void RuleGroupBox::setNumber(int number)
{
    m_number = number;
    retranslate();
}

void RuleGroupBox::number()
{
    for (int at = 0; at < m_rows.size(); ++at)
        m_rows.at(at)->setNumber(m_number, at + 1);
}

void RuleGroupBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tone(Tone::Border, palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, m_title->geometry().center().y() + 0.5, -0.5, -0.5),
                            space::tight, space::tight);
}

void RuleGroupBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RuleGroupBox::retranslate()
{
    m_title->setText(tr("Group %1: all of").arg(m_number));
    m_remove->setToolTip(tr("Remove this group"));
    m_remove->setAccessibleName(tr("Remove group %1").arg(m_number));
    m_add->setText(tr("Condition"));
    m_add->setAccessibleName(tr("Add a condition to group %1").arg(m_number));
    number();
}

} // namespace sluice::app
