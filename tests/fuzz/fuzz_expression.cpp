// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// Conditions as somebody might store them: compiled ones must evaluate, and explain themselves in the same way.
#include "core/traffic/expression.h"
#include "simulator/admin/luajson.h"

#include <QJsonArray>

#include <cstdlib>

using namespace sluice;

namespace {

class FixedVariables final : public VariableSource
{
public:
    Variable variable(std::string_view name) const override
    {
        if (name == "remote_addr")
            return {Variable::Kind::Text, "10.1.2.3", {}};
        if (name == "arg_flag")
            return {Variable::Kind::Flag, {}, {}};
        if (name == "graphql_root_fields")
            return {Variable::Kind::List, {}, {"a", "b"}};
        if (name.size() % 2 == 0)
            return {};
        return {Variable::Kind::Text, name, {}};
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = simulator::decodeJson({reinterpret_cast<const char *>(data), size});
    if (!json || !json->isArray())
        return 0;
    const auto expression = Expression::compile(json->toArray());
    if (expression && expression->evaluate(FixedVariables()) != expression->explain(FixedVariables()).holds)
        std::abort();
    return 0;
}
