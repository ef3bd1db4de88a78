// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace sluice::app {

/// What is wrong with the field above, in words (ui.md); takes no room while nothing is.
class FieldHint : public QLabel
{
    Q_OBJECT

public:
    explicit FieldHint(QWidget *field, QWidget *parent = nullptr);

    void setProblem(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QWidget *m_field;
};

/// The field with a hint or a note under it, for a form's row.
QWidget *withHint(QWidget *field, QLabel *hint);

/// Leads from the label to its field, for the keyboard and for the ear: a label that is a buddy is heard only where
/// both lie in the same widget.
void leadTo(QWidget *field, QLabel *label);

} // namespace sluice::app
