// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/banner.h"

namespace sluice {
class SecretStore;
} // namespace sluice

namespace sluice::app {

/// Says that the keychain is waited for, as long as it is, and offers to go on without it.
class KeychainNotice : public Banner
{
    Q_OBJECT

public:
    /// The store outlives it.
    KeychainNotice(SecretStore &secrets, QWidget *parent);

Q_SIGNALS:
    /// The user goes on without the keychain. Who waited for it has not been told yet.
    void sessionChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();

    SecretStore &m_secrets;
};

} // namespace sluice::app
