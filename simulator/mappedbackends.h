// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/demobackends.h"

#include <QMap>
#include <QString>

namespace sluice::simulator {

/// Nodes are where a file says (--backends map=FILE). One that it doesn't name is answered by a demo backend: a
/// configuration that was loaded from a real cluster never reaches that cluster's nodes by oversight.
class MappedBackends final : public NodeDirectory
{
public:
    /// "host:port" of a node -> "address:port".
    explicit MappedBackends(const QMap<QString, QString> &places);

    std::pair<std::string, std::uint16_t> locate(const std::string &host, std::uint16_t port) override;
    bool speaksPlainly(const std::string &host, std::uint16_t port) const override;

private:
    std::map<std::string, std::pair<std::string, std::uint16_t>> m_places;
    DemoBackends m_others;
};

} // namespace sluice::simulator
