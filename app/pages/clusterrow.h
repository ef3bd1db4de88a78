// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/statechip.h"

#include <QMetaType>
#include <QStringList>

namespace sluice::app {

/// What the list of clusters shows of one: never a key.
struct ClusterRow
{
    enum class Environment { Development, Staging, Production };

    QString id;
    QString name;
    Environment environment = Environment::Development;
    QString admin;
    QStringList gateways;
    bool readOnly = false;
    bool demo = false; ///< served by the embedded simulator

    bool operator==(const ClusterRow &) const = default;
};

/// Colour and word of an environment, in the language of the moment.
StateLook environmentLook(ClusterRow::Environment environment);

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::app::ClusterRow)
