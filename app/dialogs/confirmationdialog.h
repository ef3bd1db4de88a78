// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/operation.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sluice::app {

class RequestsView;

/// Asks before something moves traffic (B26): the verb in the title, the effect in words, the exact requests folded,
/// Confirm and Back.
class ConfirmationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmationDialog(const Operation &operation, QWidget *parent = nullptr);

    QString reason() const;

private:
    void addPlace(QVBoxLayout *column);
    void addReason(QVBoxLayout *column);
    void addTypedName(QVBoxLayout *column);
    void check();

    Operation m_operation;
    QLineEdit *m_reason;
    QLineEdit *m_name = nullptr;
    QPushButton *m_confirm;
};

} // namespace sluice::app
