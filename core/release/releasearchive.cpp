// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releasearchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseArchive)
};

Error failed(const QString &path, const QString &detail)
{
    return {.kind = Error::Kind::Invalid,
            .reason = ReleaseArchiveText::tr("The record can't be archived in \"%1\".").arg(path),
            .detail = detail,
            .traffic = {},
            .advice = ReleaseArchiveText::tr("Make room there or allow writing; the record stays on the gateway.")};
}

} // namespace

Result<QString> archiveRecord(const Resource &record, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failed(folder, {});
    // The form of an export, so that import can read it again.
    const QString path = QDir(folder).filePath(
        u"%1-%2.json"_s.arg(record.id(), QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s)));
    const QJsonObject content{{u"plugin_configs"_s, QJsonArray{record.value}}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(content).toJson()) < 0 || !file.commit())
        return failed(path, file.errorString());
    return path;
}

} // namespace sluice
