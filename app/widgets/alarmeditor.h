// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/trafficalarms.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sluice::app {

class LimitsEditor;

/// The limits by which this window watches a release: what is watched now, in words, and the fields to change it, which
/// no refresh touches.
class AlarmEditor : public QWidget
{
    Q_OBJECT

public:
    /// How it stands now.
    struct State
    {
        TrafficAlarms::Guard guard;
        QString broken;    ///< as exceeded() tells it
        QStringList notes; ///< why nothing can be counted
        QString refusal;   ///< why the release can't be cancelled from here; empty where it can
    };

    explicit AlarmEditor(QWidget *parent = nullptr);

    /// Fills the fields, for another release.
    void begin(const TrafficAlarms::Guard &guard);
    void setState(const State &state);

Q_SIGNALS:
    void watchWanted(const sluice::app::TrafficAlarms::Guard &guard);

protected:
    void changeEvent(QEvent *event) override;

private:
    TrafficAlarms::Guard typed() const;
    void present();
    void follow();
    void retranslate();

    State m_state;
    QLabel *m_words;
    QLabel *m_notes;
    LimitsEditor *m_limits;
    QCheckBox *m_cancels;
    QLabel *m_reach;
    QPushButton *m_watch;
    QPushButton *m_end;
};

} // namespace sluice::app
