// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// What the gateway decides for a request, without any socket: nanoseconds of processor time a request, which a busy
// machine hardly changes, as one line of JSON.
#include "simulator/http/httpparser.h"
#include "simulator/proxy/dataplane.h"
#include "simulator/proxy/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <ctime>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

constexpr int requests = 100000;

QJsonObject splitRoute(const QJsonArray &conditions)
{
    QJsonObject rule{{u"weighted_upstreams"_s, QJsonArray{QJsonObject{{u"upstream_id"_s, u"v2"_s}, {u"weight"_s, 20}},
                                                          QJsonObject{{u"weight"_s, 80}}}}};
    if (!conditions.isEmpty())
        rule.insert("match"_L1, QJsonArray{QJsonObject{{u"vars"_s, conditions}}});
    return {{u"uri"_s, u"/*"_s},
            {u"upstream_id"_s, u"v1"_s},
            {u"plugins"_s, QJsonObject{{u"traffic-split"_s, QJsonObject{{u"rules"_s, QJsonArray{rule}}}}}}};
}

double nanoseconds(int others, const QJsonArray &conditions)
{
    ConfigStore store;
    std::vector<std::pair<Collection, StoredItem>> items;
    const auto add = [&](Collection collection, const std::string &id, const QJsonObject &value) {
        items.emplace_back(collection, StoredItem{id, value, 1, 1, 0});
    };
    add(Collection::Upstreams, "v1", {{u"nodes"_s, QJsonObject{{u"127.0.0.1:1"_s, 1}}}});
    add(Collection::Upstreams, "v2", {{u"nodes"_s, QJsonObject{{u"127.0.0.1:2"_s, 1}}}});
    add(Collection::Routes, "r", splitRoute(conditions));
    for (int i = 0; i < others; ++i)
        add(Collection::Routes, "o" + std::to_string(i),
            {{u"uri"_s, QString(u"/api/v%1/thing%2/*"_s.arg(i % 7).arg(i))}, {u"upstream_id"_s, u"v1"_s}});
    store.replaceAll(items);
    DataplaneOptions options;
    options.explain = false;
    Dataplane dataplane(options);
    dataplane.apply(store.snapshot());

    RequestHead head;
    parseRequestHead("GET /api/v1/other?user=qa7 HTTP/1.1\r\nHost: x.test\r\nUser-Agent: bench\r\nAccept: */*\r\n"
                     "X-Canary: 1\r\nCookie: group=b\r\n\r\n",
                     head);
    Peer peer;
    peer.clientAddress = "127.0.0.1";
    const std::clock_t began = std::clock();
    for (int i = 0; i < requests; ++i) {
        Transaction transaction(dataplane, head, peer);
        static_cast<void>(transaction.decide());
        AnswerHead answer{200, {}, {{"Content-Length", "1"}}};
        transaction.answerHead(answer);
        Outcome outcome;
        outcome.status = 200;
        transaction.finished(outcome);
    }
    return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC * 1e9 / requests;
}

} // namespace

int main()
{
    const QJsonArray conditions{QJsonArray{u"http_x_canary"_s, u"=="_s, u"1"_s},
                                QJsonArray{u"arg_user"_s, u"~~"_s, u"^qa"_s},
                                QJsonArray{u"cookie_group"_s, u"in"_s, QJsonArray{u"a"_s, u"b"_s}}};
    const QJsonObject figures{{u"plain"_s, nanoseconds(9, {})},
                              {u"three conditions"_s, nanoseconds(9, conditions)},
                              {u"10,000 routes"_s, nanoseconds(9999, {})}};
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
