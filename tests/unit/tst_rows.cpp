// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/apirows.h"
#include "core/models/freshkeys.h"
#include "core/models/historyrows.h"
#include "core/models/placementrows.h"
#include "core/models/releaserows.h"
#include "core/models/upstreamrows.h"
#include "core/models/workspacerows.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

Resource resource(const QString &id, const QString &workspace, QJsonObject value = {})
{
    value[u"id"_s] = id;
    value[u"name"_s] = id;
    QJsonObject labels = value[u"labels"_s].toObject();
    labels[u"workspace"_s] = workspace;
    value[u"labels"_s] = labels;
    return {value, 1, 1};
}

Api route(const QString &id, const QString &upstream, const QJsonObject &more = {})
{
    QJsonObject value = more;
    value[u"uri"_s] = u'/' + id;
    value[u"upstream_id"_s] = upstream;
    return {{ApiRef::Kind::Route, id}, resource(id, u"payments"_s, value)};
}

ObservedRelease release(const QString &id, const Api &api, int minute,
                        Release::State state = Release::State::InProgress,
                        ReleaseCondition condition = ReleaseCondition::Applied)
{
    ObservedRelease observed;
    observed.release.id = id;
    observed.release.name = u"name of "_s + id;
    observed.release.state = state;
    observed.release.api = api.ref;
    observed.release.current = u"v1"_s;
    observed.release.target = u"v2"_s;
    observed.release.workspace = u"payments"_s;
    observed.release.policy.percentage = 20;
    observed.release.updated = QDateTime(QDate(2026, 11, 24), QTime(10, minute), Qt::UTC);
    observed.condition = condition;
    observed.api = api;
    return observed;
}

const QJsonObject split{{u"rules"_s, QJsonArray{QJsonObject()}}};

/// pay and its release, an external split, a split whose record is gone, a service with two routes.
ClusterSnapshot snapshot(QList<ObservedRelease> releases)
{
    const QJsonObject ofService{{u"service_id"_s, u"shop"_s}};
    const QJsonObject external{{u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}}}};
    QJsonObject orphaned = external;
    orphaned[u"labels"_s] = QJsonObject{{u"sluice.release"_s, u"sluice-000000000000@1.00000000"_s}};
    const QList<Api> apis{route(u"pay"_s, u"v1"_s),
                          route(u"hand"_s, u"v1"_s, external),
                          route(u"orphan"_s, u"v1"_s, orphaned),
                          route(u"s1"_s, u"v1"_s, ofService),
                          route(u"s2"_s, u"v1"_s, ofService),
                          {{ApiRef::Kind::Service, u"shop"_s}, resource(u"shop"_s, u"payments"_s)}};
    const QList<Upstream> upstreams{
        {resource(u"v1"_s, u"payments"_s, {{u"nodes"_s, QJsonObject{{u"10.0.0.1:80"_s, 1}}}})},
        {resource(u"v2"_s, u"payments"_s)},
        {resource(u"v3"_s, u"users"_s, {{u"discovery_type"_s, u"dns"_s}, {u"service_name"_s, u"users.local"_s}})}};
    return {apis, upstreams, std::move(releases), Workspaces(), QDateTime::currentDateTime()};
}

QStringList keys(const QList<KeyedRow> &rows)
{
    QStringList keys;
    for (const KeyedRow &row : rows)
        keys.append(row.key);
    return keys;
}

} // namespace

/// The rows of the window's lists, and the model that merges them.
class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmsComeFirst()
    {
        using State = Release::State;
        const Api pay = route(u"pay"_s, u"v1"_s);
        const ClusterSnapshot held = snapshot({release(u"old"_s, pay, 1, State::Completed, ReleaseCondition::Ended),
                                               release(u"going"_s, pay, 2), release(u"newer"_s, pay, 3),
                                               release(u"cut"_s, pay, 0, State::InProgress, ReleaseCondition::Pending),
                                               release(u"end"_s, pay, 4, State::Cancelled, ReleaseCondition::Ended)});
        const QList<KeyedRow> rows = releaseRows(held, u"payments"_s);
        QCOMPARE(keys(rows), (QStringList{u"cut"_s, u"newer"_s, u"going"_s, u"end"_s, u"old"_s}));
        QCOMPARE(rows.first().cells.first(), u"Pending"_s);
        QVERIFY(!rows.first().tips.first().isEmpty());
        QCOMPARE(rows.at(1).cells.mid(0, 5),
                 (QStringList{u"In progress"_s, u"name of newer"_s, u"/pay"_s, u"v1 → v2"_s, u"20 %"_s}));
        QVERIFY(releaseRows(held, u"users"_s).isEmpty());
        QCOMPARE(releaseRows(held, {}).size(), 5);
    }

    // B11, E7: what the badge of an API says.
    void badgesOfApis()
    {
        const ClusterSnapshot held = snapshot({release(u"going"_s, route(u"pay"_s, u"v1"_s), 2)});
        QHash<QString, QString> badges;
        const QList<KeyedRow> rows = apiRows(held, u"payments"_s);
        for (const KeyedRow &row : rows)
            badges.insert(row.key, row.cells.first());
        QCOMPARE(badges[u"route/pay"_s], u"In progress, 20 %"_s);
        QCOMPARE(badges[u"route/hand"_s], u"External split"_s);
        QCOMPARE(badges[u"route/orphan"_s], u"Split without a release"_s);
        QCOMPARE(badges[u"route/s1"_s], QString());
        QVERIFY(apiRows(held, u"users"_s).isEmpty());
    }

    // E22: who uses an upstream, and what its nodes are.
    void usersOfUpstreams()
    {
        const ClusterSnapshot held = snapshot({release(u"going"_s, route(u"pay"_s, u"v1"_s), 2)});
        const QList<KeyedRow> rows = upstreamRows(held, {});
        QCOMPARE(keys(rows), (QStringList{u"v1"_s, u"v2"_s, u"v3"_s}));
        QCOMPARE(usersOf(u"v1"_s, held).apis.size(), 5);
        QCOMPARE(usersOf(u"v2"_s, held).releases.size(), 1);
        QVERIFY(usersOf(u"v3"_s, held).isEmpty());
        QCOMPARE(rows.at(0).cells.at(1), u"10.0.0.1:80"_s);
        QCOMPARE(rows.at(1).cells.at(1), u"no nodes"_s);
        QCOMPARE(rows.at(2).cells.at(1), u"by service discovery (dns: users.local)"_s);
        QCOMPARE(rows.at(2).cells.at(3), u"not used"_s);
    }

    void workspacesAreCounted()
    {
        const Api pay = route(u"pay"_s, u"v1"_s);
        const ClusterSnapshot held =
            snapshot({release(u"going"_s, pay, 2),
                      release(u"cut"_s, pay, 3, Release::State::InProgress, ReleaseCondition::Drift)});
        const QList<KeyedRow> rows = workspaceRows(held);
        QCOMPARE(keys(rows), (QStringList{u"payments"_s, u"users"_s}));
        QCOMPARE(rows.first().cells, (QStringList{u"payments"_s, u"6"_s, u"2"_s, u"2"_s, u"1"_s}));
        QCOMPARE(rows.last().cells, (QStringList{u"users"_s, u"0"_s, u"1"_s, u"0"_s, u"0"_s}));
    }

    // What nothing decides about comes last in the column that says why.
    void placementsSayWhy()
    {
        const ClusterSnapshot held = snapshot({});
        const WorkspaceRule byName{WorkspaceRule::Match::Name, {}, u"^s"_s, u"shops"_s};
        const WorkspaceRule byId{WorkspaceRule::Match::Id, {}, u"^(s1|v1)$"_s, u"other"_s};
        const Placements all = placementsOf(held, Workspaces(u"team"_s, {byName, byId}));
        QCOMPARE(all.hits, (QList<int>{3, 1}));
        QCOMPARE(QList<int>({all.labelled, all.byRule, all.unassigned}), (QList<int>{0, 4, 5}));
        QCOMPARE(all.rows.first().cells,
                 (QStringList{u"/pay"_s, u"Route"_s, u"pay"_s, u"default"_s, u"no rule matches"_s}));
        QCOMPARE(all.rows.at(3).cells, (QStringList{u"/s1"_s, u"Route"_s, u"s1"_s, u"shops"_s, u"rule 1"_s}));
        QVERIFY(all.rows.first().sortKeys.last().toInt() > all.rows.at(3).sortKeys.last().toInt());
        QCOMPARE(placementsOf(held, Workspaces()).labelled, 9);
    }

    void historyIsNewestFirst()
    {
        Release told;
        told.log = {{1,
                     u"aaaaaaaa"_s,
                     QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC),
                     u"li"_s,
                     u"create"_s,
                     u"20%"_s,
                     {}},
                    {2,
                     u"bbbbbbbb"_s,
                     QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC),
                     u"wang"_s,
                     u"cancel"_s,
                     {},
                     u"errors"_s}};
        const QList<KeyedRow> rows = historyRows(told);
        QCOMPARE(keys(rows), (QStringList{u"2-bbbbbbbb"_s, u"1-aaaaaaaa"_s}));
        QCOMPARE(rows.first().cells.mid(1), (QStringList{u"wang"_s, u"Cancel release"_s, {}, u"errors"_s}));
    }

    // A superseded release does not stand on its API, however it stands in the list.
    void snapshotFindsThings()
    {
        const Api pay = route(u"pay"_s, u"v1"_s);
        const ClusterSnapshot held =
            snapshot({release(u"first"_s, pay, 1),
                      release(u"late"_s, pay, 2, Release::State::InProgress, ReleaseCondition::Superseded)});
        QCOMPARE(held.releaseOn(pay.ref)->release.id, u"first"_s);
        QCOMPARE(held.releaseOn({ApiRef::Kind::Route, u"hand"_s}), nullptr);
        QCOMPARE(held.release(u"late"_s)->release.id, u"late"_s);
        QCOMPARE(held.release(u"nowhere"_s), nullptr);
        QCOMPARE(held.routesOf(u"shop"_s).size(), 2);
        QCOMPARE(held.upstreamTitle(u"v1"_s), u"v1"_s);
        QCOMPARE(held.upstreamTitle(u"inline"_s), u"written inside the API"_s);
        QCOMPARE(held.upstreamTitle(u"gone"_s), u"gone"_s);
        QVERIFY(!ClusterSnapshot().taken().isValid());
        QCOMPARE(ClusterSnapshot().api(pay.ref), nullptr);
    }

    // Two hundred contents in turn: the model is right after each, and a selected row stays the same one.
    void anyContentAfterAnyOther()
    {
        KeyedTableModel model([] { return QStringList{u"Name"_s, u"Value"_s}; }, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(20261124);
        for (int turn = 0; turn < 200; ++turn) {
            QList<KeyedRow> rows;
            for (int at = 0; at < 8; ++at) {
                KeyedRow row;
                row.key = QString::number(at);
                row.cells = {row.key, QString::number(random.bounded(3))};
                if (random.bounded(2) == 0)
                    rows.append(row);
            }
            std::shuffle(rows.begin(), rows.end(), random);
            const QPersistentModelIndex chosen = model.index(0, 0);
            const QString key = chosen.data(KeyedTableModel::KeyRole).toString();
            model.setRows(rows);
            QCOMPARE(model.rows(), rows);
            QCOMPARE(chosen.isValid() ? chosen.row() : -1, model.rowOf(key));
        }
    }

    // E14: a long one comes slice by slice, and may change before all of it is there.
    void aLongListComesInSlices()
    {
        const auto numbered = [](int from, int to) {
            QList<KeyedRow> rows;
            for (int at = from; at < to; ++at) {
                KeyedRow row;
                row.key = QString::number(at);
                row.cells = {row.key};
                rows.append(row);
            }
            return rows;
        };
        KeyedTableModel model([] { return QStringList{u"Name"_s}; }, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRows(numbered(0, 2000));
        QVERIFY(!model.isComplete());
        QVERIFY(model.rowCount() > 0 && model.rowCount() < 2000);
        const QPersistentModelIndex chosen = model.index(100, 0);
        model.setRows(numbered(50, 3000));
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(model.rows(), numbered(50, 3000));
        QCOMPARE(chosen.row(), 50);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setRows(numbered(50, 3000));
        QTRY_VERIFY(model.isComplete());
        QCOMPARE(inserts.count(), 0);
    }

    void sameContentIsNoChange()
    {
        KeyedTableModel model([] { return QStringList{u"Name"_s}; }, nullptr);
        KeyedRow row;
        row.key = u"a"_s;
        row.cells = {u"<b>one</b>"_s};
        model.setRows({row});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setRows({row});
        QCOMPARE(changes.count() + inserts.count(), 0);
        // Names come from the gateway: a tool tip never reads them as markup.
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;one&lt;/b&gt;"_s);
        QCOMPARE(model.index(0, 0).data(KeyedTableModel::SortRole).toString(), u"<b>one</b>"_s);
    }

    void marksEndInTheirTime()
    {
        using namespace std::chrono_literals;
        const FreshKeys::Time now;
        FreshKeys fresh;
        fresh.add(u"a"_s, now + 2s);
        fresh.add(u"b"_s, now + 3s);
        fresh.add(u"a"_s, now + 4s); // it changed again
        QVERIFY(!fresh.expire(now + 2s));
        QVERIFY(fresh.contains(u"a"_s) && fresh.contains(u"b"_s));
        QCOMPARE(fresh.nextEnd(), now + 3s);
        QVERIFY(fresh.expire(now + 3s));
        QVERIFY(fresh.contains(u"a"_s) && !fresh.contains(u"b"_s));
        QVERIFY(fresh.expire(now + 5s));
        QVERIFY(!fresh.contains(u"a"_s));
        QCOMPARE(fresh.nextEnd(), std::nullopt);
    }

    // Only what looks different, or is new, and only where the rows are told to be those of before.
    void whatChangedIsMarkedForAMoment()
    {
        using Marks = KeyedTableModel::Marks;
        KeyedTableModel model([] { return QStringList{u"Name"_s, u"Value"_s}; }, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto row = [](const QString &key, const QString &value, int payload = 0) {
            KeyedRow made;
            made.key = key;
            made.cells = {key, value};
            made.payload = payload;
            return made;
        };
        const auto fresh = [&model] {
            QStringList keys;
            for (int at = 0; at < model.rowCount(); ++at) {
                if (model.index(at, 1).data(KeyedTableModel::FreshRole).toBool())
                    keys.append(model.rows().at(at).key);
            }
            return keys;
        };
        model.setRows({row(u"a"_s, u"1"_s), row(u"b"_s, u"1"_s), row(u"c"_s, u"1"_s)});
        QCOMPARE(fresh(), QStringList());
        model.setRows({row(u"c"_s, u"1"_s), row(u"a"_s, u"eins"_s), row(u"b"_s, u"1"_s)}); // another language
        QCOMPARE(fresh(), QStringList());

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRows({row(u"a"_s, u"eins"_s), row(u"b"_s, u"1"_s, 7), row(u"c"_s, u"1"_s)}, Marks::Changes);
        QCOMPARE(fresh(), QStringList());
        QCOMPARE(changes.count(), 1); // its place among the others is no change of a row
        QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{KeyedTableModel::PayloadRole});

        model.setRows({row(u"a"_s, u"eins"_s), row(u"b"_s, u"2"_s), row(u"d"_s, u"1"_s)}, Marks::Changes);
        QCOMPARE(fresh(), (QStringList{u"b"_s, u"d"_s}));
        changes.clear();
        QTRY_COMPARE(fresh(), QStringList());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(2).value<QList<int>>(), QList<int>{KeyedTableModel::FreshRole});
    }
};

QTEST_MAIN(RowsTest)
#include "tst_rows.moc"
