// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/detailpage.h"
#include "core/release/planoffers.h"

class QLabel;

namespace sluice {
class KeyedTableModel;
struct StandingSplit;
} // namespace sluice

namespace sluice::app {

class AlarmEditor;
class Banner;
class CodeView;
class FactsView;
class LiveTrafficView;
class OfferBar;
class PlanView;
class StateChip;
class TrafficPicture;

/// One release: its state and what can be done, its policy in words and as a picture, what differs where it has
/// drifted, its plan, its live traffic with limits, its history, and the way out without Sluice (E24).
class ReleasePage : public DetailPage
{
    Q_OBJECT

public:
    explicit ReleasePage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    bool hasUnsavedInput() const override;
    QList<RowAction> releaseActions() const override;

protected:
    void entered() override;
    void present() override;
    void retranslate() override;

private:
    const ObservedRelease *release() const;
    void presentState(const ObservedRelease &observed);
    void presentTraffic(const ObservedRelease &observed);
    void presentTrouble(const ObservedRelease &observed);
    void presentAsked(const ObservedRelease &observed, bool holds);
    void presentPlan(const ObservedRelease &observed);
    void presentLive(const ObservedRelease &observed);
    void presentAlarm(const ObservedRelease &observed);
    void presentFacts(const ObservedRelease &observed);
    void presentDrift(const ObservedRelease &observed);
    void presentHistory(const ObservedRelease &observed);
    void presentRollback(const ObservedRelease &observed);
    void show(const StandingSplit &split, TrafficPicture *picture) const;
    QString effect(const StandingSplit &split) const;
    PlanHolder planHolder(const ObservedRelease &observed) const;
    void followPlan();
    void followAlarm();
    void actOnPlan(PlanAction action);
    void changePlan(const ReleasePlan &plan, bool othersToo);
    void openLink(const QString &link);

    QString m_shown; ///< cluster and release
    LeasePulse m_pulse;
    QWidget *m_state;
    StateChip *m_chip;
    QLabel *m_actor;
    Banner *m_trouble;
    OfferBar *m_offers;
    QWidget *m_traffic;
    TrafficPicture *m_picture;
    QLabel *m_words;
    QLabel *m_askedTitle;
    TrafficPicture *m_asked;
    QLabel *m_askedWords;
    PlanView *m_plan;
    QWidget *m_liveColumn;
    LiveTrafficView *m_live;
    AlarmEditor *m_alarm;
    FactsView *m_facts;
    QWidget *m_drift;
    QLabel *m_driftWords;
    CodeView *m_difference;
    KeyedTableModel *m_historyRows;
    ListView *m_history;
    CodeView *m_rollback;
    PageSection *m_stateSection;
    PageSection *m_trafficSection;
    PageSection *m_planSection;
    PageSection *m_liveSection;
    PageSection *m_factsSection;
    PageSection *m_driftSection;
    PageSection *m_historySection;
    PageSection *m_rollbackSection;
};

} // namespace sluice::app
