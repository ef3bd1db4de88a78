// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/progressline.h"

#include "app/support/palette.h"

#include <QPainter>

using namespace std::chrono_literals;

namespace sluice::app {

namespace {

constexpr int frames = 60;
constexpr int frameMilliseconds = 33;

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (m_timer == 0)
            m_timer = startTimer(frameMilliseconds);
    });
}

void ProgressLine::setRunning(bool running)
{
    if (running) {
        if (!m_delay.isActive() && m_timer == 0)
            m_delay.start();
        return;
    }
    m_delay.stop();
    if (m_timer != 0)
        killTimer(m_timer);
    m_timer = 0;
    update();
}

void ProgressLine::timerEvent(QTimerEvent *)
{
    m_frame = (m_frame + 1) % frames;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (m_timer == 0)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), tone(Tone::Border, palette()));
    const int length = width() / 4;
    const int left = (width() + length) * m_frame / frames - length;
    painter.fillRect(QRect(left, 0, length, height()), tone(Tone::Accent, palette()));
}

} // namespace sluice::app
