// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::simulator {

/// The query of a request as APISIX's handlers read it: "+" is a blank, names are case-sensitive.
class Arguments
{
public:
    struct Argument
    {
        std::string name;
        std::optional<std::string> value; ///< nothing: it was given without "="
    };

    /// query: what stands behind the question mark.
    explicit Arguments(std::string_view query);
    /// Of a request's whole target.
    static Arguments ofTarget(std::string_view target);

    const std::vector<Argument> &all() const { return m_all; }
    bool has(std::string_view name) const { return first(name) != nullptr; }
    const Argument *first(std::string_view name) const;
    /// The text of an argument that is given once; one that is given twice has none, and one without "=" neither.
    std::optional<QString> text(std::string_view name) const;
    /// As Lua's tonumber() reads that text.
    std::optional<double> number(std::string_view name) const;

private:
    std::vector<Argument> m_all;
};

} // namespace sluice::simulator
