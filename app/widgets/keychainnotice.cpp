// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/keychainnotice.h"

#include "core/settings/secretstore.h"

#include <QAction>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace sluice::app {

KeychainNotice::KeychainNotice(SecretStore &secrets, QWidget *parent)
    : Banner(parent)
    , m_secrets(secrets)
{
    setObjectName(u"keychain"_s);
    setClosable(false);
    connect(&m_secrets, &SecretStore::waitingChanged, this, &KeychainNotice::present);
    present();
}

void KeychainNotice::present()
{
    if (!m_secrets.isWaiting())
        return clear();
    showMessage(Severity::Information, tr("Waiting for the keychain…"),
                tr("It may ask for its password in a window of its own."));
    connect(addButton(tr("Use for this session only")), &QAction::triggered, this, [this] {
        m_secrets.stopWaiting();
        Q_EMIT sessionChosen();
    });
}

void KeychainNotice::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        present();
}

} // namespace sluice::app
