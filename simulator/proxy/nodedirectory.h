// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace sluice::simulator {

/// Where a node of an upstream really is: itself, an echo backend in its place, or what a file says.
class NodeDirectory
{
public:
    virtual ~NodeDirectory() = default;
    /// Safe from many threads.
    virtual std::pair<std::string, std::uint16_t> locate(const std::string &host, std::uint16_t port) = 0;
    /// True where what it locates speaks plain HTTP even in the place of nodes that are reached by TLS.
    virtual bool speaksPlainly(const std::string & /*host*/, std::uint16_t /*port*/) const { return false; }
};

/// Nodes are where they say.
class RealNodes final : public NodeDirectory
{
public:
    std::pair<std::string, std::uint16_t> locate(const std::string &host, std::uint16_t port) override
    {
        return {host, port};
    }
};

} // namespace sluice::simulator
