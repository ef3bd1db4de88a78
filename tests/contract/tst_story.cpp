// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/answer.h"
#include "core/release/releaseactions.h"
#include "core/traffic/splitcodec.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

using namespace sluice;
using namespace Qt::StringLiterals;

namespace {

const QString splitName = u"traffic-split"_s;

QJsonArray exchangesOf(const QString &name)
{
    QFile file(QDir(QStringLiteral(SLUICE_TESTS "/recordings")).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll())[u"exchanges"_s].toArray();
}

QJsonObject splitOf(const QJsonObject &body)
{
    return body[u"plugins"_s][splitName].toObject();
}

/// A lone entry gets everything whatever its weight; design.md 4 writes 100, the recording once 1.
QJsonObject withLoneWeight(QJsonObject body)
{
    QJsonObject split = splitOf(body);
    QJsonObject rule = split[u"rules"_s][0].toObject();
    QJsonArray entries = rule[u"weighted_upstreams"_s].toArray();
    if (entries.size() != 1)
        return body;
    QJsonObject entry = entries[0].toObject();
    entry.insert(u"weight"_s, 100);
    rule.insert(u"weighted_upstreams"_s, QJsonArray{entry});
    split.insert(u"rules"_s, QJsonArray{rule});
    body.insert(u"plugins"_s, QJsonObject{{splitName, split}});
    return body;
}

/// The recorded log text of later revisions is a stand-in, and `applied` was written along with the next revision.
QJsonObject withoutStandIns(QJsonObject change)
{
    QJsonObject labels = change[u"labels"_s].toObject();
    const QStringList keys = labels.keys();
    for (const QString &key : keys) {
        if (key.startsWith("sluice.log."_L1))
            labels.insert(key, u"-"_s);
    }
    labels.remove(u"sluice.applied"_s);
    change.insert(u"labels"_s, labels);
    return change;
}

WriteStamp stampOf(const QJsonObject &labels)
{
    return {labels[u"sluice.write"_s].toString(),
            QDateTime::fromString(labels[u"sluice.updated"_s].toString(), Qt::ISODate),
            u"li"_s,
            {}};
}

/// The gateway as the recorded answers left it.
class Story
{
public:
    const QJsonObject &value(const QString &path) { return m_values[path]; }
    void remember(const QString &path, const QJsonValue &answer)
    {
        const QJsonObject value = answer[u"body"_s][u"value"_s].toObject();
        if (!value.isEmpty() && answer[u"status"_s].toInt() < 300)
            m_values[path] = value;
    }
    Resource resource(const QString &path)
    {
        Resource result;
        result.value = m_values[path];
        return result;
    }
    Api api(const QString &path)
    {
        const ApiRef ref =
            *parseApiRef(path.startsWith("routes/"_L1) ? u"route/"_s + path.sliced(7) : u"service/"_s + path.sliced(9));
        return {ref, resource(path)};
    }

private:
    QMap<QString, QJsonObject> m_values;
};

} // namespace

/// The stories recorded from a real gateway: the client would write the same, and understands every answer.
class TestStory : public QObject
{
    Q_OBJECT

private:
    static void stories()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("route") << u"story-route.json"_s;
        QTest::newRow("inline upstream, service, disabled route") << u"story-inline-service.json"_s;
    }
    /// What the client makes of a recorded new record: its values, read from the form's side.
    static QJsonObject createdBy(Story &story, const QJsonObject &recorded)
    {
        const QJsonObject labels = recorded[u"labels"_s].toObject();
        const auto shown = decodeSplit(splitOf(recorded));
        Release release;
        release.name = recorded[u"name"_s].toString();
        release.description = recorded[u"desc"_s].toString();
        release.api = *parseApiRef(labels[u"sluice.api"_s].toString());
        release.current = story.api(toText(kindOf(release.api.kind)) + u'/' + release.api.id).currentUpstream();
        release.target = labels[u"sluice.target"_s].toString();
        release.revision = 1;
        release.workspace = labels[u"workspace"_s].toString();
        release.split = encodeSplit(shown->policy, release.target);
        const WriteStamp stamp = stampOf(labels);
        // The recordings always say 20 % there.
        release.log = {{1, stamp.write, stamp.time, stamp.by, u"create"_s, readLog(labels).first().policy, {}}};
        return newRecord(release, stamp, u"workspace"_s);
    }
    static QJsonObject recordChange(Story &story, const QString &path, const QJsonObject &recorded)
    {
        const Resource record = story.resource(path);
        const Release release = releaseFrom(record, u"workspace"_s);
        const Api api = story.api(toText(kindOf(release.api.kind)) + u'/' + release.api.id);
        const WriteStamp stamp = stampOf(recorded[u"labels"_s].toObject());
        const QString state = recorded[u"labels"_s][u"sluice.state"_s].toString();
        if (state == "cancelled"_L1)
            return plannedCancel(record, release, &api, stamp).record;
        if (state == "completed"_L1)
            return plannedFullRelease(record, release, api, stamp).record;
        return plannedConfigure(record, release, api, decodeSplit(splitOf(recorded))->policy, stamp).record;
    }
    static QJsonObject apiChange(Story &story, const QString &path, const QJsonObject &recorded)
    {
        const Api api = story.api(path);
        if (recorded.contains(u"upstream_id"_s)) {
            Release release;
            release.target = recorded[u"upstream_id"_s].toString();
            return promotionChange(release, api);
        }
        if (splitOf(recorded).isEmpty())
            return removalChange(api);
        const auto mark = parseMark(recorded[u"labels"_s][u"sluice.release"_s].toString());
        const auto shown = decodeSplit(splitOf(recorded));
        Release release;
        release.id = mark->release;
        release.revision = mark->revision;
        release.write = mark->write;
        release.split = encodeSplit(shown->policy, shown->target);
        return applyChange(release);
    }

private Q_SLOTS:
    void writesAreTheRecorded_data() { stories(); }
    // Design 4: record, order, nulls only where there is something, split and mark in one PATCH.
    void writesAreTheRecorded()
    {
        QFETCH(QString, name);
        Story story;
        int compared = 0;
        const QJsonArray exchanges = exchangesOf(name);
        for (const QJsonValue &exchange : exchanges) {
            const QJsonValue request = exchange[u"request"_s];
            const QString path = request[u"path"_s].toString();
            const QString method = request[u"method"_s].toString(u"GET"_s);
            const QJsonObject body = request[u"body"_s].toObject();
            const bool isRecord = path.startsWith("plugin_configs/"_L1);
            const bool isApi = path.startsWith("routes/"_L1) || path.startsWith("services/"_L1);
            const bool isRelease = body[u"plugins"_s].toObject().contains(splitName);
            const int status = exchange[u"answer"_s][u"status"_s].toInt();
            if (isRecord && method == "PUT"_L1) {
                QCOMPARE(createdBy(story, body), body);
                ++compared;
            } else if (isRecord && method == "PATCH"_L1) {
                QCOMPARE(withoutStandIns(recordChange(story, path, body)), withoutStandIns(withLoneWeight(body)));
                ++compared;
            } else if (isApi && method == "PATCH"_L1 && isRelease && status < 300) {
                QCOMPARE(apiChange(story, path, body), withLoneWeight(body));
                ++compared;
            } else if (isApi && method == "PATCH"_L1 && isRelease) {
                // The gateway refuses a null where nothing is; the client sends none.
                QVERIFY(apiChange(story, path, body).isEmpty());
            }
            story.remember(path, exchange[u"answer"_s]);
        }
        QVERIFY2(compared >= 9, qPrintable(QString::number(compared)));
    }

    void conditionsFollowTheStory_data() { stories(); }
    // Between the record's write and the API's the release is pending, behind it applied or ended.
    void conditionsFollowTheStory()
    {
        QFETCH(QString, name);
        Story story;
        QMap<QString, QString> recordOfApi;
        const QJsonArray exchanges = exchangesOf(name);
        for (const QJsonValue &exchange : exchanges) {
            const QJsonValue request = exchange[u"request"_s];
            const QString path = request[u"path"_s].toString();
            const bool isWrite = request[u"body"_s].isObject();
            story.remember(path, exchange[u"answer"_s]);
            if (!isWrite || !path.startsWith("plugin_configs/"_L1))
                continue;
            const Release release = releaseFrom(story.resource(path), u"workspace"_s);
            const Api api = story.api(toText(kindOf(release.api.kind)) + u'/' + release.api.id);
            const ReleaseNeighbours others{{release.id}, {release}};
            QCOMPARE(conditionOf(release, api, others), ReleaseCondition::Pending);
            Api after = api;
            after.resource.value =
                merged(api.resource.value, release.isInProgress()                       ? applyChange(release)
                                           : release.state == Release::State::Completed ? promotionChange(release, api)
                                                                                        : removalChange(api));
            QCOMPARE(conditionOf(release, after, others),
                     release.isInProgress() ? ReleaseCondition::Applied : ReleaseCondition::Ended);
        }
    }

    void answersAreUnderstood_data() { stories(); }
    void answersAreUnderstood()
    {
        QFETCH(QString, name);
        const QJsonArray exchanges = exchangesOf(name);
        QVERIFY(!exchanges.isEmpty());
        for (const QJsonValue &exchange : exchanges) {
            const QJsonValue request = exchange[u"request"_s];
            const QJsonValue answer = exchange[u"answer"_s];
            if (request[u"to"_s].toString() == "gateway"_L1)
                continue;
            const HttpRequest sent{
                request[u"method"_s].toString(u"GET"_s).toLatin1(), request[u"path"_s].toString(), {}};
            HttpReply reply;
            reply.status = answer[u"status"_s].toInt();
            reply.type = "application/json";
            reply.body = QJsonDocument(answer[u"body"_s].toObject()).toJson(QJsonDocument::Compact);
            const auto meaning = meaningOf(reply, sent);
            QCOMPARE(bool(meaning), reply.status < 300);
            if (meaning)
                continue;
            QCOMPARE(meaning.error().kind, reply.status == 404 ? Error::Kind::NotFound : Error::Kind::Invalid);
            const QJsonObject said = answer[u"body"_s].toObject();
            QCOMPARE(meaning.error().detail,
                     said[said.contains(u"error_msg"_s) ? u"error_msg"_s : u"message"_s].toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
