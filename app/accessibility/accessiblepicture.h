// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

namespace sluice::app {

class SplitBar;

/// A split as a bar with a value: the share of the target, 0 to 100. Its description names both upstreams.
class AccessibleSplit : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit AccessibleSplit(SplitBar *bar);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text kind) const override;

    QVariant currentValue() const override;
    void setCurrentValue(const QVariant &) override {} ///< it shows a value, and takes none
    QVariant minimumValue() const override { return 0; }
    QVariant maximumValue() const override { return 100; }
    QVariant minimumStepSize() const override { return 1; }

private:
    SplitBar *bar() const;
};

/// A picture whose description says in words what it shows: a plot, a chip.
class AccessiblePicture : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    /// What it shows is its value as well, for readers that pass over descriptions.
    QString text(QAccessible::Text kind) const override;
};

} // namespace sluice::app
