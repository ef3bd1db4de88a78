// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/pastedrequest.h"
#include "core/verify/prober.h"

#include <memory>

namespace sluice::app {

/// Sends one request, once, to a gateway.
class RequestSender : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What was sent before and has no answer yet is forgotten.
    void send(const QUrl &gateway, const PastedRequest &request);

Q_SIGNALS:
    void answered(const sluice::ProbeAnswer &answer);

private:
    std::unique_ptr<Prober> m_prober;
};

} // namespace sluice::app
