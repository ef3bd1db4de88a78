// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace sluice::app {

/// One sentence and the button that fills the page (ui.md, Messages).
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const QString &iconName, QWidget *parent = nullptr);

    void setText(const QString &text, const QString &hint = {});
    /// The button follows the action's text and state; null for none.
    void setAction(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_hint;
    QPushButton *m_button;
    QAction *m_action = nullptr;
};

} // namespace sluice::app
