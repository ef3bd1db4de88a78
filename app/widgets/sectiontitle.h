// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace sluice::app {

/// The title of a part of a page, with a hairline to the right edge.
class SectionTitle : public QWidget
{
    Q_OBJECT

public:
    explicit SectionTitle(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace sluice::app
