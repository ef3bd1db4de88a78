// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaseactions.h"
#include "core/release/releasecondition.h"
#include "core/release/releaserecord.h"
#include "core/traffic/splitcodec.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

constexpr auto own = "sluice-00000000000a"_L1;
constexpr auto other = "sluice-00000000000b"_L1;

TrafficPolicy percentage(int share)
{
    TrafficPolicy policy;
    policy.percentage = share;
    return policy;
}

Release inProgress(qint64 createdIndex = 10)
{
    Release release;
    release.id = own;
    release.name = u"checkout"_s;
    release.api = {ApiRef::Kind::Route, u"pay"_s};
    release.current = u"v1"_s;
    release.target = u"v2"_s;
    release.revision = 2;
    release.write = u"aaaaaaaa"_s;
    release.applied = release.wanted();
    release.split = encodeSplit(percentage(20), u"v2"_s);
    release.policy = percentage(20);
    release.createdIndex = createdIndex;
    return release;
}

Api apiWith(const QString &mark, const QJsonObject &split, const QString &upstream = u"v1"_s)
{
    QJsonObject value{{u"id"_s, u"pay"_s}, {u"upstream_id"_s, upstream}};
    if (!mark.isEmpty())
        value.insert(u"labels"_s, QJsonObject{{u"sluice.release"_s, mark}});
    if (!split.isEmpty())
        value.insert(u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}});
    Api api{{ApiRef::Kind::Route, u"pay"_s}, {}};
    api.resource.value = value;
    return api;
}

} // namespace

/// Decisions without a network: conditions, what is allowed in each, and what APISIX makes of our writes.
class TestReleaseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Design 4: the first row of the table that holds counts.
    void conditionOfOneInProgress_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<int>("split"); // percent on v2; -1: none
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<bool>("applied");
        QTest::addColumn<bool>("olderStands");
        QTest::addColumn<ReleaseCondition>("condition");
        using C = ReleaseCondition;
        const QString mine = own + u"@2.aaaaaaaa"_s;
        QTest::newRow("applied") << mine << 20 << u"v1"_s << true << false << C::Applied;
        QTest::newRow("applied, older one pending") << mine << 20 << u"v1"_s << true << true << C::Applied;
        QTest::newRow("older revision on the API")
            << own + u"@1.aaaaaaaa"_s << 10 << u"v1"_s << true << false << C::Pending;
        QTest::newRow("another write of the revision")
            << own + u"@2.bbbbbbbb"_s << 20 << u"v1"_s << true << false << C::Pending;
        QTest::newRow("creation was cut") << QString() << -1 << u"v1"_s << false << false << C::Pending;
        QTest::newRow("creation was cut, older one stands")
            << QString() << -1 << u"v1"_s << false << true << C::Superseded;
        QTest::newRow("another's mark") << other + u"@1.cccccccc"_s << 20 << u"v1"_s << true << false << C::Superseded;
        QTest::newRow("a mark of nobody, was applied")
            << u"sluice-0000000000ff@1.cccccccc"_s << 20 << u"v1"_s << true << false << C::StoppedOutside;
        QTest::newRow("split gone, mark there") << mine << -1 << u"v1"_s << true << false << C::StoppedOutside;
        QTest::newRow("split and mark gone") << QString() << -1 << u"v1"_s << true << false << C::StoppedOutside;
        QTest::newRow("mark gone, split there") << QString() << 20 << u"v1"_s << true << false << C::StoppedOutside;
        QTest::newRow("another split") << mine << 33 << u"v1"_s << true << false << C::Drift;
        QTest::newRow("E6: another current upstream") << mine << 20 << u"v9"_s << true << false << C::Drift;
    }
    void conditionOfOneInProgress()
    {
        QFETCH(QString, mark);
        QFETCH(int, split);
        QFETCH(QString, upstream);
        QFETCH(bool, applied);
        QFETCH(bool, olderStands);
        QFETCH(ReleaseCondition, condition);
        Release release = inProgress();
        if (!applied)
            release.applied.clear();
        Release older = inProgress(5);
        older.id = other;
        ReleaseNeighbours others{{own, other}, {release}};
        if (olderStands)
            others.sameApi.append(older);
        const QJsonObject carried = split < 0 ? QJsonObject() : encodeSplit(percentage(split), u"v2"_s);
        QCOMPARE(conditionOf(release, apiWith(mark, carried, upstream), others), condition);
        // There is a way out of each, and Cancel or Delete is always among them (E19).
        const QList<ReleaseAction> offered = offeredActions(release, condition);
        QVERIFY(offered.contains(ReleaseAction::Cancel) || offered.contains(ReleaseAction::Delete));
        if (condition != ReleaseCondition::Applied)
            QVERIFY(offered.first() == ReleaseAction::Cancel || offered.first() == ReleaseAction::Delete);
    }

    void conditionOfEndedOne_data()
    {
        QTest::addColumn<Release::State>("state");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<bool>("laterCompleted");
        QTest::addColumn<ReleaseCondition>("condition");
        using C = ReleaseCondition;
        using S = Release::State;
        const QString mine = own + u"@1.aaaaaaaa"_s;
        QTest::newRow("completed") << S::Completed << QString() << u"v2"_s << false << C::Ended;
        QTest::newRow("completed, cut") << S::Completed << mine << u"v1"_s << false << C::Pending;
        QTest::newRow("E21: reverted") << S::Completed << QString() << u"v1"_s << false << C::RevertedOutside;
        QTest::newRow("followed by another") << S::Completed << QString() << u"v3"_s << true << C::Ended;
        QTest::newRow("cancelled") << S::Cancelled << QString() << u"v1"_s << false << C::Ended;
        QTest::newRow("cancelled, cut") << S::Cancelled << mine << u"v1"_s << false << C::Pending;
        QTest::newRow("cancelled, target in use") << S::Cancelled << QString() << u"v2"_s << false << C::EndedOtherwise;
        QTest::newRow("released later") << S::Cancelled << QString() << u"v2"_s << true << C::Ended;
    }
    void conditionOfEndedOne()
    {
        QFETCH(Release::State, state);
        QFETCH(QString, mark);
        QFETCH(QString, upstream);
        QFETCH(bool, laterCompleted);
        QFETCH(ReleaseCondition, condition);
        Release release = inProgress();
        release.state = state;
        Release later = inProgress(20);
        later.id = other;
        later.state = Release::State::Completed;
        ReleaseNeighbours others{{own}, {release}};
        if (laterCompleted)
            others.sameApi.append(later);
        QCOMPARE(conditionOf(release, apiWith(mark, {}, upstream), others), condition);
    }

    // E1, over every action, state and condition that can meet.
    void stateTable()
    {
        using A = ReleaseAction;
        const QList<A> all{A::Configure, A::Cancel, A::FullRelease, A::Finish, A::Adopt, A::Delete, A::Archive};
        const auto allowed = [&all](Release::State state, ReleaseCondition condition) {
            Release release = inProgress();
            release.state = state;
            QList<A> result;
            std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                         [&](A action) { return bool(allow(action, release, condition)); });
            return result;
        };
        using C = ReleaseCondition;
        using S = Release::State;
        QCOMPARE(allowed(S::InProgress, C::Applied), (QList<A>{A::Configure, A::Cancel, A::FullRelease, A::Delete}));
        QCOMPARE(allowed(S::InProgress, C::Pending), (QList<A>{A::Cancel, A::Finish, A::Adopt, A::Delete}));
        QCOMPARE(allowed(S::InProgress, C::StoppedOutside), (QList<A>{A::Cancel, A::Finish, A::Adopt, A::Delete}));
        QCOMPARE(allowed(S::InProgress, C::Drift), (QList<A>{A::Cancel, A::Finish, A::Adopt, A::Delete}));
        QCOMPARE(allowed(S::Cancelled, C::Ended), (QList<A>{A::Delete}));
        QCOMPARE(allowed(S::Cancelled, C::Pending), (QList<A>{A::Cancel, A::Finish}));
        QCOMPARE(allowed(S::Completed, C::Ended), (QList<A>{A::Archive}));
        QCOMPARE(allowed(S::Completed, C::Pending), (QList<A>{A::Finish}));
        Release newer = inProgress();
        newer.formatIsKnown = false;
        for (const A action : all)
            QVERIFY(!allow(action, newer, C::Applied));
    }

    // A record keeps its meaning on the way to the gateway and back, whatever people write (E18).
    void recordRoundTrip_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("plain") << u"first try"_s;
        QTest::newRow("separators") << u"a|b%7C|c & d"_s;
        QTest::newRow("Chinese, longer than a label") << QString(u"灰度"_s).repeated(200);
        QTest::newRow("line breaks") << u"one\ntwo\ttab"_s;
    }
    void recordRoundTrip()
    {
        QFETCH(QString, reason);
        Release release = inProgress();
        release.description = reason;
        release.workspace = u"payments"_s;
        release.revision = 1;
        release.applied.clear();
        release.by = u"李 雷|x"_s;
        const WriteStamp stamp{u"0a1b2c3d"_s, QDateTime::fromString(u"2026-11-24T08:00:00Z"_s, Qt::ISODate), release.by,
                               reason};
        release.write = stamp.write;
        release.log = {{1, stamp.write, stamp.time, stamp.by, u"create"_s, u"percentage 20"_s, reason}};
        Resource record;
        record.value = newRecord(release, stamp, u"workspace"_s);
        const QJsonObject labels = record.labels();
        for (const QJsonValue &label : labels) {
            QVERIFY(label.toString().size() <= 256);
            QVERIFY(!label.toString().contains(u' ') && !label.toString().contains(u'\n'));
        }
        record.value.insert(u"id"_s, release.id);
        const Release read = releaseFrom(record, u"workspace"_s);
        QCOMPARE(read.by, release.by);
        QCOMPARE(read.description, reason);
        QCOMPARE(read.log, release.log);
        QCOMPARE(read.policy, release.policy);
        QCOMPARE(read.split, release.split);
        QCOMPARE(read.workspace, u"payments"_s);
    }
    void onlyNewestRevisionsAreKept()
    {
        QJsonObject labels;
        for (int revision = 1; revision <= 60; ++revision)
            labels.insert(u"sluice.log.%1-0a1b2c3d"_s.arg(revision), u"x"_s);
        const QStringList outdated = outdatedLogKeys(labels, 60);
        QCOMPARE(outdated.size(), 10);
        QVERIFY(outdated.contains(u"sluice.log.10-0a1b2c3d"_s));
        QVERIFY(!outdated.contains(u"sluice.log.11-0a1b2c3d"_s));
    }

    // Recorded from a real gateway: what a PATCH leaves is what merged() foretells (E8).
    void mergeIsTheGateways()
    {
        const QDir folder(QStringLiteral(SLUICE_TESTS "/recordings"));
        int patches = 0;
        for (const QString &name : {u"story-route.json"_s, u"story-inline-service.json"_s, u"routes-patch.json"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonArray exchanges = QJsonDocument::fromJson(file.readAll())[u"exchanges"_s].toArray();
            QMap<QString, QJsonObject> stored;
            for (const QJsonValue &exchange : exchanges) {
                const QJsonValue request = exchange[u"request"_s];
                const QString path = request[u"path"_s].toString();
                const QString method = request[u"method"_s].toString(u"GET"_s);
                const QJsonObject value = exchange[u"answer"_s][u"body"_s][u"value"_s].toObject();
                const int status = exchange[u"answer"_s][u"status"_s].toInt();
                if (value.isEmpty() || status > 201)
                    continue;
                if (method == "PATCH"_L1 && stored.contains(path) && request[u"body"_s].isObject() &&
                    path.count(u'/') == 1) {
                    const QStringList fields = differences(merged(stored[path], request[u"body"_s].toObject()), value);
                    QVERIFY2(fields.isEmpty(), qPrintable(name + u' ' + path + u": "_s + fields.join(u' ')));
                    ++patches;
                }
                stored.insert(path, value);
            }
        }
        QVERIFY2(patches > 20, qPrintable(QString::number(patches)));
    }
};

QTEST_GUILESS_MAIN(TestReleaseRules)
#include "tst_releaserules.moc"
