// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/releaserows.h"
#include "core/release/releasewords.h"
#include "core/release/standingsplit.h"
#include "core/traffic/splitcodec.h"

#include <QJsonArray>
#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

TrafficPolicy percentage(int share)
{
    TrafficPolicy policy;
    policy.percentage = share;
    return policy;
}

TrafficPolicy rule(const QString &text)
{
    TrafficPolicy policy;
    policy.kind = TrafficPolicy::Kind::Rules;
    policy.groups = {*parseRule(text)};
    return policy;
}

/// Asks for this policy, from v1 to v2; its API carries that split.
ObservedRelease observed(ReleaseCondition condition, const TrafficPolicy &asked, const QJsonObject &split,
                         const QString &upstream = u"v1"_s)
{
    ObservedRelease made;
    made.release.name = u"checkout"_s;
    made.release.current = u"v1"_s;
    made.release.target = u"v2"_s;
    made.release.policy = asked;
    made.release.policyIsReadable = true;
    made.condition = condition;
    QJsonObject value{{u"id"_s, u"pay"_s}, {u"upstream_id"_s, upstream}};
    if (!split.isEmpty())
        value.insert(u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}});
    made.api = Api{{ApiRef::Kind::Route, u"pay"_s}, {}};
    made.api->resource.value = value;
    return made;
}

ObservedRelease ended(Release::State state, ReleaseCondition condition, const QString &upstream)
{
    ObservedRelease made = observed(condition, percentage(30), {}, upstream);
    made.release.state = state;
    return made;
}

QJsonObject twoTargets()
{
    const QJsonArray entries{QJsonObject{{u"upstream_id"_s, u"v2"_s}, {u"weight"_s, 1}},
                             QJsonObject{{u"upstream_id"_s, u"v3"_s}, {u"weight"_s, 1}}};
    return {{u"rules"_s, QJsonArray{QJsonObject{{u"weighted_upstreams"_s, entries}}}}};
}

} // namespace

/// What a list and a page show of a release: what holds, not what is asked for.
class TestStandingSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shown_data()
    {
        QTest::addColumn<ObservedRelease>("release");
        QTest::addColumn<int>("share"); // -1: none to show
        QTest::addColumn<QString>("allocation");
        QTest::addColumn<QStringList>("drift");
        using C = ReleaseCondition;
        using S = Release::State;
        const QJsonObject sixty = encodeSplit(percentage(60), u"v2"_s);
        QTest::newRow("as asked") << observed(C::Applied, percentage(60), sixty) << 60 << u"60 %"_s
                                  << QStringList{u"The split is written in another way, with the same effect."_s};
        QTest::newRow("another share") << observed(C::Drift, percentage(30), sixty) << 60 << u"60 %, not 30 %"_s
                                       << QStringList{u"Share of the target: 30 % asked, 60 % found"_s};
        QTest::newRow("not yet there") << observed(C::Pending, percentage(30), {}) << 0 << u"0 %, not 30 %"_s
                                       << QStringList{u"Share of the target: 30 % asked, 0 % found"_s};
        QTest::newRow("other upstreams") << observed(C::Drift, percentage(60), encodeSplit(percentage(60), u"v3"_s),
                                                     u"v9"_s)
                                         << 60 << u"60 %"_s
                                         << QStringList{u"Current upstream: v1 asked, v9 found"_s,
                                                        u"Target upstream: v2 asked, v3 found"_s};
        QTest::newRow("other rules") << observed(C::Drift, rule(u"header:x==1"_s),
                                                 encodeSplit(rule(u"header:x==2"_s), u"v2"_s))
                                     << -1 << u"1 rule(s)"_s
                                     << QStringList{u"Rules: header x is \"1\" asked, header x is \"2\" found"_s};
        QTest::newRow("no policy of ours")
            << observed(C::Drift, percentage(30), twoTargets()) << -1 << u"should be 30 %"_s
            << QStringList{u"The split of the API can't be shown as a share or as rules."_s};
        QTest::newRow("cancelled") << ended(S::Cancelled, C::Ended, u"v1"_s) << -1 << u"was 30 %"_s << QStringList{};
        QTest::newRow("completed") << ended(S::Completed, C::Ended, u"v2"_s) << -1 << u"was 30 %"_s << QStringList{};
    }
    void shown()
    {
        QFETCH(ObservedRelease, release);
        QTEST(shareNow(release).value_or(-1), "share");
        KeyedTableModel model(releaseHeaders, nullptr);
        model.setRows(releaseRows(ClusterSnapshot({}, {}, {release}, {}, QDateTime::currentDateTimeUtc()), {}));
        QTEST(shareOf(model.index(0, 0)), "share");
        QTEST(allocationWord(release), "allocation");
        QTEST(driftInWords(release, [](const QString &id) { return id; }), "drift");
    }

    void afterTheEnd_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<int>("share");
        QTest::newRow("the target is the API's own") << u"v2"_s << 100;
        QTest::newRow("the old one is back") << u"v1"_s << 0;
    }
    void afterTheEnd()
    {
        QFETCH(QString, upstream);
        const auto standing = standingSplit(ended(Release::State::Completed, ReleaseCondition::Ended, upstream));
        QVERIFY(standing);
        QTEST(standing->policy.percentage, "share");
        QCOMPARE(standing->current, u"v1"_s);
        QCOMPARE(standing->target, u"v2"_s);
    }

    void aSplitOfNothingNamesTheTargetAllTheSame()
    {
        const auto standing =
            standingSplit(observed(ReleaseCondition::Applied, percentage(0), encodeSplit(percentage(0), u"v2"_s)));
        QVERIFY(standing);
        QCOMPARE(standing->target, u"v2"_s);
    }

    void aDeletedApiShowsNothing()
    {
        ObservedRelease release = observed(ReleaseCondition::Pending, percentage(30), {});
        release.api.reset();
        QVERIFY(!standingSplit(release));
        QCOMPARE(allocationWord(release), u"should be 30 %"_s);
    }
};

QTEST_APPLESS_MAIN(TestStandingSplit)
#include "tst_standingsplit.moc"
