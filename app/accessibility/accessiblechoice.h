// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

class QToolButton;

namespace sluice::app {

/// A tool button that is one of several, of which one is always chosen; Qt calls it a box to tick.
class AccessibleChoice : public QAccessibleWidget
{
public:
    explicit AccessibleChoice(QToolButton *button);

    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    QToolButton *button() const;
};

} // namespace sluice::app
