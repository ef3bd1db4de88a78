// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/secretfields.h"

#include "simulator/admin/schemas.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

// Nobody decrypts it: the store keeps the plain text, only its look is APISIX's.
QJsonValue cipher(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            result.append(cipher(item));
        return result;
    }
    if (!value.isString())
        return value;
    return QString::fromLatin1(QCryptographicHash::hash(value.toString().toUtf8(), QCryptographicHash::Md5).toBase64());
}

QJsonObject encryptedAt(QJsonObject object, const QStringList &path)
{
    const QString &name = path.first();
    if (!object.contains(name))
        return object;
    const QJsonValue inner = object.value(name);
    object.insert(name, path.size() == 1 ? cipher(inner) : QJsonValue(encryptedAt(inner.toObject(), path.sliced(1))));
    return object;
}

QJsonObject encryptedPlugins(QJsonObject plugins, const Schemas &schemas)
{
    const QStringList names = plugins.keys();
    for (const QString &name : names) {
        const PluginInfo *info = schemas.plugin(name);
        if (!info || !plugins.value(name).isObject())
            continue;
        QJsonObject conf = plugins.value(name).toObject();
        for (const QString &field : info->secretFields)
            conf = encryptedAt(conf, field.split(u'.'));
        plugins.insert(name, conf);
    }
    return plugins;
}

} // namespace

QJsonObject encrypted(Collection collection, QJsonObject value, const Schemas &schemas)
{
    if (collection == Collection::Ssls) {
        for (const auto &field : {u"key"_s, u"keys"_s})
            value = encryptedAt(value, {field});
    }
    if (value.value("plugins"_L1).isObject())
        value.insert("plugins"_L1, encryptedPlugins(value.value("plugins"_L1).toObject(), schemas));
    return value;
}

} // namespace sluice::simulator
