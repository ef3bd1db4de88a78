// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <fstream>

namespace sluice::bench {

inline double residentMiB()
{
    std::ifstream pages("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    pages >> whole >> resident;
    return resident * 4096 / 1048576;
}

/// As a cluster holds it; the round changes the route's name.
inline QJsonObject route(int number, int round = 0)
{
    using namespace Qt::StringLiterals;
    return {{u"id"_s, u"r%1"_s.arg(number)},
            {u"name"_s, u"orders-%1-%2"_s.arg(number).arg(round)},
            {u"uri"_s, u"/api/v%1/orders/%2/*"_s.arg(number % 7).arg(number)},
            {u"host"_s, u"shop%1.example"_s.arg(number % 50)},
            {u"methods"_s, QJsonArray{u"GET"_s, u"POST"_s}},
            {u"upstream_id"_s, u"v1"_s},
            {u"labels"_s, QJsonObject{{u"sluice.workspace"_s, u"payments"_s}}}};
}

inline QJsonObject configuration(int routes)
{
    using namespace Qt::StringLiterals;
    QJsonArray list;
    for (int i = 0; i < routes; ++i)
        list.append(route(i));
    const QJsonObject upstream{{u"id"_s, u"v1"_s}, {u"nodes"_s, QJsonObject{{u"127.0.0.1:1"_s, 1}}}};
    return {{u"routes"_s, list}, {u"upstreams"_s, QJsonArray{upstream}}};
}

} // namespace sluice::bench
