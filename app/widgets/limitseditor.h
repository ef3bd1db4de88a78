// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficlimits.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QSpinBox;

namespace sluice::app {

/// Limits on the answers of the target: a field for each measure, blank for none, and what they are judged over.
class LimitsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsEditor(QWidget *parent = nullptr);

    TrafficLimits limits() const;
    void setLimits(const TrafficLimits &limits);
    /// What is wrong with what was typed; empty for nothing.
    QString problem() const;
    /// In the order of the keyboard.
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        TrafficLimit::Measure measure;
        QLabel *label;
        QLineEdit *most;
    };

    void retranslate();

    QLabel *m_title;
    std::array<Field, 4> m_limits;
    QLabel *m_secondsLabel;
    QSpinBox *m_seconds;
    QLabel *m_minimumLabel;
    QSpinBox *m_minimum;
};

} // namespace sluice::app
