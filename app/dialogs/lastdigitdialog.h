// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sluice::app {

/// A share that sticks to users (B7): those whose cookie or header ends with one of some digits, for example
/// cookie:uid~[0-1]$ for two of ten.
class LastDigitDialog : public QDialog
{
    Q_OBJECT

public:
    /// share: 0 to 100, rounded to tenths.
    explicit LastDigitDialog(int share, QWidget *parent = nullptr);

    Condition condition() const;

private:
    void showEffect();

    QComboBox *m_place;
    QLineEdit *m_name;
    QSpinBox *m_digits;
    QLabel *m_effect;
    QPushButton *m_use;
};

} // namespace sluice::app
