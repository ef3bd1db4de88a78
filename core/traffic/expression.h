// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QJsonArray>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// The value of a request variable as lua-resty-expr sees it. Views live as long as the source that gave them.
struct Variable
{
    enum class Kind {
        Absent,
        Text,
        Flag, ///< boolean true: a query argument without "="; equal to no string
        List, ///< graphql_root_fields, post_arg paths
    };
    Kind kind = Kind::Absent;
    std::string_view text;
    std::vector<std::string> list;
};

/// Where an expression reads its variables (apisix.md 6.3): a live request in the simulator, a typed one in the client.
class VariableSource
{
public:
    virtual ~VariableSource() = default;
    virtual Variable variable(std::string_view name) const = 0;
};

/// A compiled expression of lua-resty-expr 1.3.2: route vars, traffic-split vars, _meta.filter (apisix.md 6).
/// Immutable and safe to evaluate from many threads at once.
class Expression
{
public:
    /// One node of an explanation: the operand as written, whether it held, and the parts of a group.
    struct Explanation
    {
        QString text;                  ///< for example: http_x_canary == "1"; of a group: "all of", "any of"
        std::optional<QString> actual; ///< the variable's value; nothing: absent, and for a group
        bool isGroup = false;
        bool holds = false;
        bool evaluated = true; ///< false: skipped, an earlier part decided already
        std::vector<Explanation> parts;
    };

    /// The error is the text that APISIX gives ("rule too short", "invalid operator '='" ...).
    static Result<Expression, QString> compile(const QJsonArray &rule);

    bool evaluate(const VariableSource &request) const;
    Explanation explain(const VariableSource &request) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

} // namespace sluice
