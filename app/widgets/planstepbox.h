// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseplan.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace sluice::app {

class FieldHint;
class LimitsEditor;

/// The fields of one step of a plan, with what is wrong under them.
class PlanStepBox : public QFrame
{
    Q_OBJECT

public:
    explicit PlanStepBox(const PlanStep &step, QWidget *parent = nullptr);

    /// As it can be kept with the release, or what is wrong.
    Result<PlanStep> step() const;
    /// Says what is wrong, if anything is.
    void check();
    /// Counted from 1; the last can't move down.
    void setPlace(int number, bool isLast);
    QWidget *firstField() const;
    /// In the order of the keyboard.
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();
    void moveWanted(int by); ///< -1 up, 1 down
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    Result<TrafficPolicy> policy() const;
    void fill(const PlanStep &step);
    void follow();
    void retranslate();

    QLabel *m_title;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QSpinBox *m_share;
    QLineEdit *m_rules;
    QLabel *m_holdLabel;
    QComboBox *m_holds;
    QSpinBox *m_hold;
    QComboBox *m_unit;
    LimitsEditor *m_limits;
    FieldHint *m_hint;
    int m_number = 1;
};

} // namespace sluice::app
