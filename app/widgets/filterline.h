// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace sluice::app {

/// Filter as you type. Escape empties it; Down goes to the list.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    /// Where the Down key goes.
    void setList(QWidget *list) { m_list = list; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QAction *m_sign;
    QWidget *m_list = nullptr;
};

} // namespace sluice::app
