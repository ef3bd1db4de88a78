// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/planrunner.h"
#include "core/release/planoffers.h"

#include <QWidget>

class QLabel;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class ListView;
class OfferBar;
class PlanEditor;

/// The plan of a release: its steps, where it stands, who runs it and why it waits, what can be done, and an editor
/// that no refresh touches. It does nothing by itself: whoever shows it hears what is wanted.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    /// How the plan is seen from this window.
    struct Sight
    {
        PlanHolder holder = PlanHolder::Nobody;
        std::optional<PlanProgress> progress; ///< of the run here
        QString refusal;                      ///< why nothing can be changed on this cluster; empty where it can
        bool isBusy = false;                  ///< something that was wanted of the plan is under way
    };

    explicit PlanView(QWidget *parent = nullptr);

    void setPlan(const ObservedRelease &observed, const Sight &sight);
    /// Closes the editor, whatever it holds.
    void discard();
    /// Something is typed that was not saved.
    bool isEdited() const;

Q_SIGNALS:
    /// Of all but Edit, which opens the editor.
    void actionWanted(sluice::PlanAction action);
    /// othersToo: the plan is another one than when the editor was opened.
    void changeWanted(const sluice::ReleasePlan &plan, bool othersToo);

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();
    void presentStanding();
    void presentOffers();
    void act(PlanAction action);
    void save();
    void retranslate();

    ObservedRelease m_observed;
    Sight m_sight;
    ReleasePlan m_opened; ///< what the editor began with
    bool m_isSaving = false;
    QLabel *m_standing;
    QLabel *m_notes;
    KeyedTableModel *m_rows;
    ListView *m_steps;
    QLabel *m_onAlarm;
    OfferBar *m_offers;
    PlanEditor *m_editor;
};

} // namespace sluice::app
