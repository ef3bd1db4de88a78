// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace sluice::app {

/// JSON, YAML or requests to read and to copy: fixed font, read-only, as tall as its text up to a limit.
class CodeView : public QWidget
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setJson(const QJsonObject &value);
    void setName(const QString &accessibleName);
    /// Copies everything; to be placed by who shows the view.
    QPushButton *copyButton() const { return m_copy; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

} // namespace sluice::app
