// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::simulator {

/// The names that an ssl object serves, in lower case; none where it is off, or for the client's side.
inline std::vector<std::string> servedNames(const QJsonObject &ssl)
{
    using namespace Qt::StringLiterals;
    std::vector<std::string> names;
    if (ssl.value("status"_L1).toInt(1) == 0 || ssl.value("type"_L1).toString() == "client"_L1)
        return names;
    QJsonArray list = ssl.value("snis"_L1).toArray();
    if (ssl.contains("sni"_L1))
        list.append(ssl.value("sni"_L1));
    for (const QJsonValue &name : std::as_const(list))
        names.push_back(name.toString().toLower().toStdString());
    return names;
}

/// What belongs to the name of a server: an equal name before a wildcard of one level before *, as APISIX chooses.
template <class T>
class ServerNames
{
public:
    void set(const std::string &name, T value)
    {
        if (name.starts_with('*'))
            m_wildcards[name.substr(1)] = std::move(value);
        else
            m_exact[name] = std::move(value);
    }

    /// name: in lower case. Null: there is none.
    const T *find(std::string_view name) const
    {
        if (const auto found = m_exact.find(name); found != m_exact.end())
            return &found->second;
        if (const auto dot = name.find('.'); dot != std::string_view::npos) {
            if (const auto found = m_wildcards.find(name.substr(dot)); found != m_wildcards.end())
                return &found->second;
        }
        const auto any = m_wildcards.find("");
        return any == m_wildcards.end() ? nullptr : &any->second;
    }
    bool empty() const { return m_exact.empty() && m_wildcards.empty(); }

private:
    std::map<std::string, T, std::less<>> m_exact;
    std::map<std::string, T, std::less<>> m_wildcards; ///< of *.foo.com: .foo.com
};

} // namespace sluice::simulator
