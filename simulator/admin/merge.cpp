// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/merge.h"

#include <QJsonArray>

namespace sluice::simulator {

namespace {

// What Lua sees as a table that is no array. An empty one counts as an array.
bool isMergeable(const QJsonValue &value)
{
    return value.isObject() && !value.toObject().isEmpty();
}

} // namespace

QJsonObject asTable(const QJsonValue &value)
{
    QJsonObject table = value.toObject();
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        table.insert(QString::number(i + 1), items.at(i));
    return table;
}

QJsonObject merged(const QJsonObject &stored, const QJsonObject &patch)
{
    QJsonObject result = stored;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QJsonValue before = stored.value(it.key());
        if (it.value().isNull())
            result.remove(it.key());
        else if (isMergeable(it.value()) && isMergeable(before))
            result.insert(it.key(), merged(before.toObject(), it.value().toObject()));
        else
            result.insert(it.key(), it.value());
    }
    return result;
}

Result<QJsonObject, QString> replacedAt(const QJsonObject &stored, const QStringList &path, const QJsonValue &value)
{
    QJsonObject result = stored;
    const QString &key = path.first();
    if (path.size() == 1) {
        result.insert(key, value);
        return result;
    }
    const QJsonValue next = stored.value(key);
    if (!next.isUndefined() && !next.isObject() && !next.isArray())
        return QString(u'/' + path.join(u'/'));
    // Segments are string keys: below an array they make a mixed table, which the schema then refuses.
    auto inner = replacedAt(asTable(next), path.sliced(1), value);
    if (!inner)
        return QString(u'/' + path.join(u'/'));
    result.insert(key, *inner);
    return result;
}

} // namespace sluice::simulator
