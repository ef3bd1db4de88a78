// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFormLayout>

namespace sluice::app {

/// A form whose labels stand in the middle of fields of one line, whatever the height of the letters. Qt gives a label
/// at most 7/4 of its own height, so that Latin words stand higher than the field while Chinese ones do not.
class FormLayout : public QFormLayout
{
    Q_OBJECT

public:
    using QFormLayout::QFormLayout;

    void setGeometry(const QRect &rect) override;
};

} // namespace sluice::app
