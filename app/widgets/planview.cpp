// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/planview.h"

#include "app/support/palette.h"
#include "app/widgets/listview.h"
#include "app/widgets/offerbar.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/planeditor.h"
#include "core/models/planrows.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

RowAction::Place placeOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Run:
    case PlanAction::TakeOver:
    case PlanAction::Stop:
        return RowAction::Place::Primary;
    case PlanAction::Skip:
    case PlanAction::Back:
        return RowAction::Place::Menu;
    default:
        return RowAction::Place::Button;
    }
}

/// What was counted of the target since the step began to be run here.
QString countedOf(const PlanProgress &progress)
{
    const SideTraffic &target = progress.traffic.target;
    if (target.requests == 0)
        return {};
    const QString requests =
        PlanView::tr("Counted here since the step began: %n answer(s) of the target", "", int(target.requests));
    return PlanView::tr("%1, %2 % errors.").arg(requests, QLocale().toString(*target.errorRate(), 'f', 1));
}

bool says(const ReleasePlan &plan, const Result<QList<PlanStep>> &steps, bool cancelsOnAlarm)
{
    return steps && plan.steps == *steps && plan.cancelsOnAlarm == cancelsOnAlarm;
}

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_standing(paragraph(this))
    , m_notes(paragraph(this))
    , m_rows(new KeyedTableModel(planHeaders, this))
    , m_steps(new ListView(this))
    , m_onAlarm(paragraph(this))
    , m_offers(new OfferBar(this))
    , m_editor(new PlanEditor(this))
{
    m_standing->setObjectName(u"plan-standing"_s);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_onAlarm->setForegroundRole(QPalette::PlaceholderText);
    m_steps->setSource(m_rows, {{u"step"_s, 7, false, true, false},
                                {u"allocation"_s, 16, false, false, false},
                                {u"hold"_s, 20, false, false, false},
                                {u"limits"_s, 0, true, false, false},
                                {u"state"_s, 14, false, false, false}});
    m_steps->setSortingEnabled(false); // their order is what they mean
    m_editor->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_standing);
    column->addWidget(m_notes);
    column->addWidget(m_steps);
    column->addWidget(m_onAlarm);
    column->addWidget(m_offers, 0, Qt::AlignLeft);
    column->addWidget(m_editor);
    connect(m_editor, &PlanEditor::discarded, this, &PlanView::discard);
    connect(m_editor, &PlanEditor::saveWanted, this, &PlanView::save);
    retranslate();
}

void PlanView::setPlan(const ObservedRelease &observed, const Sight &sight)
{
    m_observed = observed;
    m_sight = sight;
    // The record is the only memory: what it says now was saved.
    if (m_isSaving && says(m_observed.plan, m_editor->steps(), m_editor->cancelsOnAlarm()))
        discard();
    present();
}

void PlanView::discard()
{
    m_isSaving = false;
    m_editor->hide();
    presentOffers();
}

bool PlanView::isEdited() const
{
    return !m_editor->isHidden() && m_editor->isEdited();
}

void PlanView::act(PlanAction action)
{
    if (action != PlanAction::Edit) {
        Q_EMIT actionWanted(action);
        return;
    }
    m_opened = m_observed.plan;
    m_isSaving = false;
    m_editor->show();
    m_editor->begin(m_opened);
    presentOffers();
}

void PlanView::save()
{
    const auto steps = m_editor->steps();
    if (!steps)
        return;
    m_isSaving = true;
    Q_EMIT changeWanted(withSteps(m_observed.plan, *steps, m_editor->cancelsOnAlarm()),
                        !says(m_observed.plan, m_opened.steps, m_opened.cancelsOnAlarm));
}

void PlanView::present()
{
    const ReleasePlan &plan = m_observed.plan;
    m_rows->setRows(planRows(plan));
    m_steps->setVisible(!plan.isEmpty());
    m_steps->showAllRows();
    m_onAlarm->setVisible(!plan.isEmpty());
    m_onAlarm->setText(plan.cancelsOnAlarm
                           ? tr("A broken limit cancels the release by itself, while someone runs the plan.")
                           : tr("A broken limit pauses the plan; the traffic stays as it is."));
    presentStanding();
    presentOffers();
}

void PlanView::presentStanding()
{
    if (m_observed.plan.isEmpty()) {
        m_standing->setText(tr("The release has no plan: its share is changed by hand."));
        m_notes->hide();
        return;
    }
    const std::optional<PlanMove> move = m_sight.progress ? std::optional(m_sight.progress->move) : std::nullopt;
    const PlanStanding standing = standingOf(m_observed, m_sight.holder, move, QDateTime::currentDateTimeUtc());
    QStringList sentences{standing.where, standing.runner, standing.wait, standing.next};
    sentences.removeAll(QString());
    m_standing->setText(sentences.join(u'\n'));
    QStringList notes = m_sight.progress ? m_sight.progress->notes : QStringList();
    if (m_sight.progress)
        notes.prepend(countedOf(*m_sight.progress));
    notes.removeAll(QString());
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void PlanView::presentOffers()
{
    QList<RowAction> actions;
    const QList<PlanOffer> offers = planOffers(m_observed, m_sight.holder, m_sight.refusal);
    for (const PlanOffer &offer : offers) {
        RowAction action;
        action.text = actionWord(offer.action, !m_observed.plan.isEmpty());
        action.place = placeOf(offer.action);
        action.reason = offer.obstacle;
        if (m_sight.isBusy && offer.action != PlanAction::Stop)
            action.reason = tr("An action on this plan is under way.");
        if (offer.action == PlanAction::Edit && !m_editor->isHidden())
            action.reason = tr("It is being edited below.");
        action.enabled = action.reason.isEmpty();
        action.trigger = [this, wanted = offer.action] { act(wanted); };
        actions.append(action);
    }
    m_offers->setOffers(actions);
    m_offers->setVisible(!actions.isEmpty());
}

void PlanView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanView::retranslate()
{
    m_rows->retranslate();
    m_steps->setAccessibleName(tr("Steps of the plan"));
    present();
}

} // namespace sluice::app
