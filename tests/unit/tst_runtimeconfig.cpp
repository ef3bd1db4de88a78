// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/proxy/dataplane.h"

#include <QJsonArray>
#include <QTest>

using namespace sluice::simulator;
using namespace Qt::StringLiterals;

/// What the data plane makes of the store, over many changes of it.
class TestRuntimeConfig : public QObject
{
    Q_OBJECT

private:
    static QJsonObject splitRoute()
    {
        const QJsonArray entries{QJsonObject{{u"upstream_id"_s, u"v2"_s}, {u"weight"_s, 20}},
                                 QJsonObject{{u"weight"_s, 80}}};
        const QJsonObject rule{{u"weighted_upstreams"_s, entries}};
        return {{u"uri"_s, u"/*"_s},
                {u"upstream_id"_s, u"v1"_s},
                {u"plugins"_s, QJsonObject{{u"traffic-split"_s, QJsonObject{{u"rules"_s, QJsonArray{rule}}}}}}};
    }

private Q_SLOTS:
    // A process that runs for months must not remember the splits of routes that are long gone.
    void ordersOfWhatIsGoneAreForgotten()
    {
        ConfigStore store;
        Dataplane dataplane({});
        store.follow([&](const SnapshotPtr &snapshot, const std::vector<Change> &) { dataplane.apply(snapshot); });
        QVERIFY(store.put(Collection::Upstreams, "v1", {}));
        QVERIFY(store.put(Collection::Upstreams, "v2", {}));
        QVERIFY(store.put(Collection::Routes, "stays", splitRoute()));
        for (int i = 0; i < 50; ++i) {
            const std::string id = "r" + std::to_string(i);
            QVERIFY(store.put(Collection::Routes, id, splitRoute()));
            QCOMPARE(dataplane.runtime()->keptOrders(), std::size_t{2});
            QVERIFY(store.remove(Collection::Routes, id));
            QCOMPARE(dataplane.runtime()->keptOrders(), std::size_t{1});
        }
    }
};

QTEST_GUILESS_MAIN(TestRuntimeConfig)
#include "tst_runtimeconfig.moc"
