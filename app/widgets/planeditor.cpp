// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/planeditor.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/support/plaintooltip.h"
#include "app/widgets/planstepbox.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int firstStepShare = 5; ///< percent, of a plan that begins
constexpr std::chrono::minutes firstHold{5};

} // namespace

PlanEditor::PlanEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_add(new QPushButton(this))
    , m_cancels(new QCheckBox(this))
    , m_save(new QPushButton(this))
    , m_discard(new QPushButton(this))
{
    m_add->setObjectName(u"add-step"_s);
    m_add->setIcon(icon(u"add"_s));
    m_cancels->setObjectName(u"cancels-on-alarm"_s);
    m_save->setObjectName(u"save-plan"_s);
    for (QPushButton *button : {m_add, m_save, m_discard})
        button->setAutoDefault(false);
    m_column->setContentsMargins({});
    m_column->setSpacing(space::inside);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::inside);
    foot->addWidget(m_save);
    foot->addWidget(m_discard);
    foot->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(m_column);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addWidget(m_cancels, 0, Qt::AlignLeft);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addStep(following())->firstField()->setFocus();
        follow();
    });
    connect(m_cancels, &QCheckBox::toggled, this, &PlanEditor::follow);
    connect(m_save, &QPushButton::clicked, this, &PlanEditor::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &PlanEditor::discarded);
    retranslate();
}

void PlanEditor::begin(const ReleasePlan &plan)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_begun = plan;
    for (const PlanStep &step : plan.steps)
        addStep(step);
    if (plan.isEmpty())
        addStep(following());
    m_cancels->setChecked(plan.cancelsOnAlarm);
    follow();
    m_boxes.first()->firstField()->setFocus();
}

Result<QList<PlanStep>> PlanEditor::steps() const
{
    QList<PlanStep> steps;
    for (const PlanStepBox *box : m_boxes) {
        const auto step = box->step();
        if (!step)
            return step.error();
        steps.append(*step);
    }
    return steps;
}

bool PlanEditor::cancelsOnAlarm() const
{
    return m_cancels->isChecked();
}

bool PlanEditor::isEdited() const
{
    const auto typed = steps();
    return !typed || *typed != m_begun.steps || cancelsOnAlarm() != m_begun.cancelsOnAlarm;
}

PlanStepBox *PlanEditor::addStep(const PlanStep &step)
{
    auto *box = new PlanStepBox(step, this);
    m_column->addWidget(box);
    box->show(); // what is hidden takes no focus
    m_boxes.append(box);
    connect(box, &PlanStepBox::edited, this, &PlanEditor::follow);
    connect(box, &PlanStepBox::moveWanted, this, [this, box](int by) { move(box, by); });
    connect(box, &PlanStepBox::removeWanted, this, [this, box] { remove(box); });
    number();
    return box;
}

/// From small to large, under the same limits.
PlanStep PlanEditor::following() const
{
    PlanStep step;
    step.policy.percentage = firstStepShare;
    step.hold = firstHold;
    if (m_boxes.isEmpty())
        return step;
    if (const auto last = m_boxes.last()->step()) {
        if (last->policy.kind == TrafficPolicy::Kind::Percentage)
            step.policy.percentage = std::clamp(2 * last->policy.percentage, firstStepShare, 100);
        step.hold = last->hold;
        step.limits = last->limits;
    }
    return step;
}

void PlanEditor::move(PlanStepBox *box, int by)
{
    const qsizetype from = m_boxes.indexOf(box);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_boxes.size())
        return;
    m_boxes.move(from, to);
    m_column->removeWidget(box);
    m_column->insertWidget(static_cast<int>(to), box);
    number();
    follow();
}

void PlanEditor::remove(PlanStepBox *box)
{
    const qsizetype at = m_boxes.indexOf(box);
    m_boxes.removeAt(at);
    box->hide();
    box->deleteLater();
    number();
    follow();
    if (m_boxes.isEmpty())
        m_add->setFocus();
    else
        m_boxes.at(std::min(at, m_boxes.size() - 1))->firstField()->setFocus();
}

/// Places and the keyboard's order follow what is seen.
void PlanEditor::number()
{
    QWidget *before = nullptr;
    for (int at = 0; at < m_boxes.size(); ++at) {
        m_boxes.at(at)->setPlace(at + 1, at + 1 == m_boxes.size());
        const QList<QWidget *> fields = m_boxes.at(at)->fields();
        for (QWidget *field : fields) {
            if (before != nullptr)
                setTabOrder(before, field);
            before = field;
        }
    }
    const QList<QWidget *> foot{m_add, m_cancels, m_save, m_discard};
    for (QWidget *field : foot) {
        if (before != nullptr)
            setTabOrder(before, field);
        before = field;
    }
}

void PlanEditor::follow()
{
    for (PlanStepBox *box : std::as_const(m_boxes))
        box->check();
    const auto typed = steps();
    QString why;
    if (!typed)
        why = typed.error().reason;
    else if (typed->isEmpty() && m_begun.isEmpty())
        why = tr("A plan needs a step.");
    else if (!isEdited())
        why = tr("Nothing is changed.");
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(plainToolTip(why));
    m_save->setText(typed && typed->isEmpty() ? tr("Remove the plan…") : tr("Save the plan…"));
}

void PlanEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isEdited())
        Q_EMIT discarded();
    else
        QWidget::keyPressEvent(event);
}

void PlanEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanEditor::retranslate()
{
    m_add->setText(tr("Step"));
    m_add->setAccessibleName(tr("Add a step"));
    m_cancels->setText(tr("Cancel the release by itself where a limit is broken"));
    m_cancels->setToolTip(tr("Works only while someone runs the plan."));
    m_discard->setText(tr("Discard"));
    follow();
}

} // namespace sluice::app
