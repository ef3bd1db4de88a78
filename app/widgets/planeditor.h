// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseplan.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace sluice::app {

class FieldHint;
class PlanStepBox;

/// The steps of a plan as fields: added, removed, moved. What is typed stays until it is saved or discarded.
class PlanEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PlanEditor(QWidget *parent = nullptr);

    /// Fills the fields; a plan without steps begins with one.
    void begin(const ReleasePlan &plan);
    /// What is typed, or the first thing that is wrong. No steps: the plan is taken away.
    Result<QList<PlanStep>> steps() const;
    bool cancelsOnAlarm() const;
    bool isEdited() const;

Q_SIGNALS:
    void saveWanted();
    void discarded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    PlanStepBox *addStep(const PlanStep &step);
    PlanStep following() const;
    void move(PlanStepBox *box, int by);
    void remove(PlanStepBox *box);
    void follow();
    void number();
    void retranslate();

    ReleasePlan m_begun;
    QList<PlanStepBox *> m_boxes;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QCheckBox *m_cancels;
    QPushButton *m_save;
    QPushButton *m_discard;
};

} // namespace sluice::app
