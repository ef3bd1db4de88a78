// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/arguments.h"

#include "core/traffic/luanumber.h"
#include "simulator/proxy/requestcontext.h"

#include <algorithm>

namespace sluice::simulator {

Arguments::Arguments(std::string_view query)
{
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view item = query.substr(0, end);
        const std::size_t equals = std::min(item.find('='), item.size());
        if (equals > 0) {
            Argument argument{percentDecoded(item.substr(0, equals), true), std::nullopt};
            if (equals < item.size())
                argument.value = percentDecoded(item.substr(equals + 1), true);
            m_all.push_back(std::move(argument));
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
}

Arguments Arguments::ofTarget(std::string_view target)
{
    const std::size_t question = target.find('?');
    return Arguments(question == std::string_view::npos ? std::string_view() : target.substr(question + 1));
}

const Arguments::Argument *Arguments::first(std::string_view name) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Argument &argument) { return argument.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

std::optional<QString> Arguments::text(std::string_view name) const
{
    const Argument *argument = first(name);
    const auto times =
        std::count_if(m_all.begin(), m_all.end(), [&](const Argument &other) { return other.name == name; });
    if (!argument || !argument->value || times > 1)
        return std::nullopt;
    return QString::fromStdString(*argument->value);
}

std::optional<double> Arguments::number(std::string_view name) const
{
    const auto value = text(name);
    return value ? luaNumber(value->toStdString()) : std::nullopt;
}

} // namespace sluice::simulator
