// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace sluice::app {

/// A thin line that runs while something loads. It appears only after 300 ms, so that quick answers do not flicker.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void setRunning(bool running);
    QSize sizeHint() const override { return {100, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QTimer m_delay;
    int m_frame = 0;
    int m_timer = 0;
};

} // namespace sluice::app
