// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace sluice {

/// Something in the cluster's configuration that the twin does not do.
struct TwinGap
{
    enum class Kind {
        Refusal, ///< a plugin that turns requests away
        Limit,   ///< a plugin that answers 429 or 503 where there are too many
        Telling, ///< a plugin that logs or traces
        Code,    ///< a plugin that runs what operators wrote
        Plugin,  ///< any other
        FilterFunc,
        Script,
        Discovery,
        Backends,
    };

    Kind kind;
    QString name;      ///< of the plugin, or of the field; empty for the backends
    QStringList where; ///< "routes/pay" ...

    /// As a list shows it.
    QString what() const;
    /// One sentence: how the cluster may behave otherwise.
    QString meaning() const;
};

/// What a configuration ({"routes": [...], "upstreams": [...], ...}) holds that the simulator stores and does not do,
/// each with what that means for a rehearsal.
QList<TwinGap> twinGaps(const QJsonObject &configuration);

} // namespace sluice
