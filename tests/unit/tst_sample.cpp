// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/trafficpolicy.h"
#include "core/traffic/splitcodec.h"
#include "simulator/sample.h"
#include "simulator/simulator.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace sluice;
using namespace sluice::simulator;
using namespace Qt::StringLiterals;

namespace {

QHash<QString, QJsonObject> byId(const QJsonArray &items)
{
    QHash<QString, QJsonObject> result;
    for (const QJsonValue &item : items)
        result.insert(item.toObject().value(u"id"_s).toString(), item.toObject());
    return result;
}

QJsonObject labelsOf(const QJsonObject &item)
{
    return item.value(u"labels"_s).toObject();
}

QString labelOf(const QJsonObject &item, const QString &name)
{
    return labelsOf(item).value(name).toString();
}

QJsonObject splitOf(const QJsonObject &item)
{
    return item.value(u"plugins"_s).toObject().value(u"traffic-split"_s).toObject();
}

} // namespace

/// The sample data: what Sluice itself would have written (design.md 4), and a release in each state.
class TestSample : public QObject
{
    Q_OBJECT

private:
    QJsonObject m_data = sampleConfiguration();
    QHash<QString, QJsonObject> m_routes = byId(m_data.value(u"routes"_s).toArray());
    QHash<QString, QJsonObject> m_records = byId(m_data.value(u"plugin_configs"_s).toArray());
    QHash<QString, QJsonObject> m_upstreams = byId(m_data.value(u"upstreams"_s).toArray());

    QJsonObject routeOf(const QJsonObject &record) const
    {
        return m_routes.value(labelOf(record, u"sluice.api"_s).section(u'/', 1));
    }
    QString wantedMark(const QJsonObject &record) const
    {
        return u"%1@%2.%3"_s.arg(record.value(u"id"_s).toString(), labelOf(record, u"sluice.revision"_s),
                                 labelOf(record, u"sluice.write"_s));
    }
    // The condition table of design.md 4, as far as the sample goes.
    QString conditionOf(const QJsonObject &record) const
    {
        const QJsonObject route = routeOf(record);
        const QString mark = labelOf(route, u"sluice.release"_s);
        if (labelOf(record, u"sluice.state"_s) != "in-progress"_L1)
            return mark.isEmpty() ? labelOf(record, u"sluice.state"_s) : u"ended, but marked"_s;
        if (splitOf(route).isEmpty())
            return u"stopped outside"_s;
        if (mark != wantedMark(record))
            return u"pending"_s;
        return sameSplit(splitOf(route), splitOf(record)) ? u"applied"_s : u"drift"_s;
    }

private Q_SLOTS:
    void aClusterStartsWithIt()
    {
        SimulatorOptions options;
        options.clusters = {SimulatedCluster{u"staging"_s, 0, 0, {}}, SimulatedCluster{u"production"_s, 0, 0, {}}};
        options.sample = true;
        options.demoBackends = true;
        Simulator simulator(options);
        const auto started = simulator.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().reason + started.error().detail));
        for (const QString &name : {u"staging"_s, u"production"_s}) {
            const QJsonObject held = simulator.exported(name);
            for (auto it = m_data.begin(); it != m_data.end(); ++it)
                QCOMPARE(held.value(it.key()).toArray().size(), it.value().toArray().size());
        }
    }

    void everyConditionIsThere()
    {
        QStringList conditions;
        for (const QJsonObject &record : std::as_const(m_records))
            conditions.append(conditionOf(record));
        conditions.sort();
        const QStringList expected{u"applied"_s, u"applied"_s, u"cancelled"_s,      u"completed"_s,
                                   u"drift"_s,   u"pending"_s, u"stopped outside"_s};
        QCOMPARE(conditions, expected);
    }

    void oneSplitIsExternal()
    {
        QStringList external;
        for (auto it = m_routes.cbegin(); it != m_routes.cend(); ++it) {
            if (!splitOf(*it).isEmpty() && labelOf(*it, u"sluice.release"_s).isEmpty())
                external.append(it.key());
        }
        QCOMPARE(external, QStringList{u"recommendations"_s});
        QVERIFY(decodeSplit(splitOf(m_routes.value(external.first()))));
    }

    void workspacesAreThreeAndTheDefault()
    {
        QSet<QString> names;
        for (const QJsonObject &route : std::as_const(m_routes))
            names.insert(labelOf(route, u"workspace"_s));
        QCOMPARE(names, (QSet<QString>{u"payments"_s, u"users"_s, u"catalog"_s, QString()}));
    }

    void recordsAreAsDesignFixesThem()
    {
        for (const QJsonObject &record : std::as_const(m_records)) {
            const QString id = record.value(u"id"_s).toString();
            QVERIFY2(QRegularExpression(u"^sluice-[0-9a-f]{12}$"_s).match(id).hasMatch(), qPrintable(id));
            QCOMPARE(labelOf(record, u"sluice.kind"_s), u"release"_s);
            QCOMPARE(labelOf(record, u"sluice.format"_s), u"1"_s);
            QVERIFY(m_upstreams.contains(labelOf(record, u"sluice.target"_s)));
            QVERIFY(m_upstreams.contains(labelOf(record, u"sluice.current"_s)));
            QCOMPARE(labelOf(record, u"workspace"_s), labelOf(routeOf(record), u"workspace"_s));
            const QString state = labelOf(record, u"sluice.state"_s);
            QCOMPARE(splitOf(record).isEmpty(), state != "in-progress"_L1);
            const QString applied = labelOf(record, u"sluice.applied"_s);
            QVERIFY(labelsOf(record).contains(u"sluice.log."_s + QString(applied).replace(u'.', u'-')));
        }
    }

    // The newest policy in the history is the split that the record wants.
    void historyFitsTheSplit()
    {
        for (const QJsonObject &record : std::as_const(m_records)) {
            const int revision = labelOf(record, u"sluice.revision"_s).toInt();
            int entries = 0;
            const QJsonObject labels = labelsOf(record);
            for (auto it = labels.begin(); it != labels.end(); ++it) {
                if (!it.key().startsWith("sluice.log."_L1))
                    continue;
                ++entries;
                const QStringList fields = it.value().toString().split(u'|');
                QCOMPARE(fields.size(), 5);
                QVERIFY(QDateTime::fromString(fields.at(0), Qt::ISODate).isValid());
                const QString text = QUrl::fromPercentEncoding(fields.at(3).toLatin1());
                if (text.isEmpty())
                    continue;
                const auto policy = parsePolicy(text);
                QVERIFY2(policy, qPrintable(text));
                QCOMPARE(toText(*policy), text);
                const bool newest = it.key().startsWith(u"sluice.log.%1-"_s.arg(revision));
                if (newest)
                    QVERIFY(sameSplit(encodeSplit(*policy, labelOf(record, u"sluice.target"_s)), splitOf(record)));
            }
            QCOMPARE(entries, revision);
        }
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
