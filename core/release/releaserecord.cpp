// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releaserecord.h"

#include "core/release/labeltext.h"
#include "core/traffic/splitcodec.h"

#include <QMap>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

constexpr int keptRevisions = 50;

QString encoded(const QString &text)
{
    return toLabelText(text, ":");
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

Release::State stateFrom(const QString &word)
{
    if (word == "cancelled"_L1)
        return Release::State::Cancelled;
    return word == "completed"_L1 ? Release::State::Completed : Release::State::InProgress;
}

struct LogKey
{
    int revision = 0;
    QString write;
    int part = 0;
};

std::optional<LogKey> logKeyFrom(const QString &key)
{
    static const QRegularExpression form(u"^sluice\\.log\\.([0-9]+)-([0-9A-Za-z]+)(?:\\.([0-9]+))?$"_s);
    const QRegularExpressionMatch found = form.match(key);
    if (!found.hasMatch())
        return std::nullopt;
    return LogKey{found.captured(1).toInt(), found.captured(2), found.captured(3).toInt()};
}

void readPolicy(Release &release)
{
    if (release.split.contains(u"rules"_s)) {
        const auto shown = decodeSplit(release.split);
        release.policyIsReadable = bool(shown);
        if (shown)
            release.policy = shown->policy;
        return;
    }
    for (auto entry = release.log.crbegin(); entry != release.log.crend(); ++entry) {
        if (entry->policy.isEmpty())
            continue;
        const auto policy = parsePolicy(entry->policy);
        release.policyIsReadable = bool(policy);
        if (policy)
            release.policy = *policy;
        return;
    }
}

} // namespace

bool isRecord(const Resource &resource)
{
    return resource.label(u"sluice.kind"_s) == "release"_L1;
}

Release releaseFrom(const Resource &record, const QString &workspaceKey)
{
    Release release;
    release.id = record.id();
    release.name = record.name();
    release.description = record.value[u"desc"_s].toString();
    release.state = stateFrom(record.label(u"sluice.state"_s));
    if (const auto api = parseApiRef(record.label(u"sluice.api"_s)))
        release.api = *api;
    release.current = record.label(u"sluice.current"_s);
    release.target = record.label(u"sluice.target"_s);
    release.revision = record.label(u"sluice.revision"_s).toInt();
    release.write = record.label(u"sluice.write"_s);
    release.applied = record.label(u"sluice.applied"_s);
    release.by = fromLabelText(record.label(u"sluice.by"_s));
    release.created = QDateTime::fromString(record.label(u"sluice.created"_s), Qt::ISODate);
    release.updated = QDateTime::fromString(record.label(u"sluice.updated"_s), Qt::ISODate);
    release.workspace = record.workspace(workspaceKey);
    release.log = readLog(record.labels());
    release.formatIsKnown = record.label(u"sluice.format"_s) == "1"_L1;
    release.createdIndex = record.createdIndex;
    release.modifiedIndex = record.modifiedIndex;
    release.split = record.plugins()[u"traffic-split"_s].toObject();
    release.kept = release.split.take(u"sluice"_s).toObject();
    readPolicy(release);
    return release;
}

QJsonObject newRecord(const Release &release, const WriteStamp &stamp, const QString &workspaceKey)
{
    QJsonObject labels{{u"sluice.kind"_s, u"release"_s},
                       {u"sluice.format"_s, u"1"_s},
                       {u"sluice.state"_s, toText(release.state)},
                       {u"sluice.api"_s, release.api.toText()},
                       {u"sluice.current"_s, release.current},
                       {u"sluice.target"_s, release.target},
                       {u"sluice.revision"_s, QString::number(release.revision)},
                       {u"sluice.write"_s, stamp.write},
                       {u"sluice.by"_s, encoded(stamp.by)},
                       {u"sluice.created"_s, timeText(stamp.time)},
                       {u"sluice.updated"_s, timeText(stamp.time)}};
    if (!release.workspace.isEmpty() && release.workspace != "default"_L1)
        labels.insert(workspaceKey, release.workspace);
    for (const LogEntry &entry : release.log) {
        const QJsonObject lines = logLabels(entry);
        for (auto line = lines.begin(); line != lines.end(); ++line)
            labels.insert(line.key(), line.value());
    }
    QJsonObject split = release.split;
    if (!release.kept.isEmpty())
        split.insert(u"sluice"_s, release.kept);
    QJsonObject record{
        {u"name"_s, release.name}, {u"plugins"_s, QJsonObject{{u"traffic-split"_s, split}}}, {u"labels"_s, labels}};
    if (!release.description.isEmpty())
        record.insert(u"desc"_s, release.description);
    return record;
}

QJsonObject logLabels(const LogEntry &entry)
{
    const QString key = u"sluice.log.%1-%2"_s.arg(QString::number(entry.revision), entry.write);
    const QString text = QStringList{timeText(entry.time), encoded(entry.by), encoded(entry.action),
                                     encoded(entry.policy), encoded(entry.reason)}
                             .join(u'|');
    QJsonObject labels;
    for (int part = 0; part * labelLimit < text.size(); ++part) {
        const QString name = part == 0 ? key : key + u'.' + QString::number(part);
        labels.insert(name, text.mid(part * labelLimit, labelLimit));
    }
    return labels;
}

QList<LogEntry> readLog(const QJsonObject &labels)
{
    QMap<QPair<int, QString>, QMap<int, QString>> parts;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (const auto key = logKeyFrom(label.key()))
            parts[{key->revision, key->write}].insert(key->part, label->toString());
    }
    QList<LogEntry> log;
    for (auto entry = parts.cbegin(); entry != parts.cend(); ++entry) {
        const QStringList fields = QStringList(entry->values()).join(QString()).split(u'|');
        log.append({entry.key().first, entry.key().second,
                    QDateTime::fromString(fromLabelText(fields.value(0)), Qt::ISODate), fromLabelText(fields.value(1)),
                    fromLabelText(fields.value(2)), fromLabelText(fields.value(3)), fromLabelText(fields.value(4))});
    }
    return log;
}

QStringList outdatedLogKeys(const QJsonObject &labels, int newestRevision)
{
    QStringList outdated;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        const auto key = logKeyFrom(label.key());
        if (key && key->revision <= newestRevision - keptRevisions)
            outdated.append(label.key());
    }
    return outdated;
}

} // namespace sluice
