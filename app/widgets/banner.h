// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/error.h"

#include <QFrame>

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace sluice::app {

/// A message at the top of the page that it concerns: what happened, what the gateway said (folds out), what the
/// traffic does now, and the actions that help. Hidden while there is nothing to say. All texts are plain text.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Severity { Information, Success, Warning, Error };
    Q_ENUM(Severity)

    explicit Banner(QWidget *parent = nullptr);

    void showMessage(Severity severity, const QString &text, const QString &advice = {});
    void showError(const Error &error);
    /// A button in the banner, until the next message. Call after showMessage() or showError().
    QAction *addButton(const QString &text);
    void clear();
    /// Off: it stays until it has nothing to say.
    void setClosable(bool closable);

    Severity severity() const { return m_severity; }
    QString text() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present(Severity severity, const QString &text, const QString &traffic, const QString &advice,
                 const QString &detail);
    void toggleDetail();
    void retranslate();
    void recolour();

    Severity m_severity = Severity::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_traffic;
    QLabel *m_advice;
    QToolButton *m_detailButton;
    QPlainTextEdit *m_detail;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace sluice::app
