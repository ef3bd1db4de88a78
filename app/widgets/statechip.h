// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/palette.h"

#include <QString>
#include <QWidget>

namespace sluice::app {

/// How a state looks: shape and word and colour, so that none of them is needed alone (ui.md, States).
struct StateLook
{
    QString icon; ///< name of a stroke icon: disc, ring, tick, hourglass, triangle, ...
    Tone tone = Tone::Secondary;
    QString word;
    QString explanation; ///< tool tip; may be empty
};

/// A small rounded label for one state; paintChip() draws the same in table cells.
class StateChip : public QWidget
{
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    void setLook(const StateLook &look);
    const StateLook &look() const { return m_look; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
};

QSize chipSize(const StateLook &look, const QFontMetrics &metrics);
/// Left aligned and vertically centred within rect; the word is elided where it does not fit.
void paintChip(QPainter *painter, const QRect &rect, const StateLook &look, const QPalette &palette);

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::app::StateLook)
