// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/palette.h"

#include <QWidget>

namespace sluice::app {

/// Who gets what share: the current upstream at the left, the target at the right, each with its name and share. The
/// target's side is hatched, so that the two are told apart without colour.
class SplitBar : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(QWidget *parent = nullptr);

    /// Which requests it is about, where there are several bars.
    void setSubject(const QString &subject);
    /// share: 0 to 100, of the target.
    void setSplit(const QString &current, const QString &target, int share);
    int share() const { return m_share; }
    /// Outlined instead of filled: what is asked for, beside what holds.
    void setHollow(bool hollow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintGround(QPainter &painter, const QRect &left, const QRect &right) const;
    QColor inkOn(Tone side) const;
    void paintSide(QPainter &painter, const QRect &side, const QString &name, int share) const;
    void describe();

    QString m_subject;
    QString m_current;
    QString m_target;
    int m_share = 0;
    bool m_isHollow = false;
};

} // namespace sluice::app
