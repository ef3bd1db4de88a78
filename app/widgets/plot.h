// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace sluice::app {

/// A small painted diagram: a heading, a scale of percent at the left, a line of words below. What it shows is said in
/// words as well, to whoever can't see it.
class Plot : public QWidget
{
    Q_OBJECT

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    explicit Plot(QWidget *parent);

    /// A share, 0 to 100, as the language writes it.
    static QString percent(double share, int digits = 0);
    /// Where the curves go.
    QRectF area() const;
    void paintHeading(QPainter &painter, const QString &text) const;
    /// One mark of the scale, at this height.
    void paintMark(QPainter &painter, double y, const QString &text) const;
    void paintFoot(QPainter &painter, const QString &left, const QString &right) const;
    void paintFrame(QPainter &painter) const;
    /// What the picture says; `legend` is only for those who see it.
    void say(const QString &words, const QString &legend = {});

    void changeEvent(QEvent *event) override;
    /// Sets name and words; called for another language. The constructor of each plot calls it itself.
    virtual void describe() = 0;
};

} // namespace sluice::app
