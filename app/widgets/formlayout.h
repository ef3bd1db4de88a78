// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFormLayout>

namespace sluice::app {

/// A form whose labels stand in the middle of fields of one line, whatever the height of the letters and whatever
/// stands under the field. Qt gives a label at most 7/4 of its own height: Latin words then stand higher than Chinese.
class FormLayout : public QFormLayout
{
    Q_OBJECT

public:
    using QFormLayout::QFormLayout;

    void setGeometry(const QRect &rect) override;
};

} // namespace sluice::app
