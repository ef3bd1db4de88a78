// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/secretfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

using IsSecret = std::function<bool(const QString &field)>;

/// Keys of hashing and of counters are called "key" as well; on a consumer and a certificate they are secrets.
bool isCalledKey(const QString &field)
{
    return field == "key"_L1 || field == "keys"_L1 || isCalledSecret(field);
}

QJsonValue hidden(const QJsonValue &value, const QJsonValue &placeholder)
{
    if (!value.isArray())
        return placeholder;
    QJsonArray items;
    for (qsizetype i = 0; i < value.toArray().size(); ++i)
        items.append(placeholder);
    return items;
}

QJsonValue hidden(const QJsonValue &value, const IsSecret &isSecret, const QJsonValue &placeholder)
{
    if (value.isArray()) {
        QJsonArray items;
        const QJsonArray all = value.toArray();
        for (const QJsonValue &item : all)
            items.append(hidden(item, isSecret, placeholder));
        return items;
    }
    QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const bool isContainer = field->isObject() || (field->isArray() && !field->toArray().isEmpty());
        const bool isLeaf = !field->isObject() && !(field->isArray() && field->toArray().first().isObject());
        if (isLeaf && isSecret(field.key()) && !field->isNull() && !field->isBool())
            *field = hidden(*field, placeholder);
        else if (isContainer)
            *field = hidden(*field, isSecret, placeholder);
    }
    return value.isObject() ? QJsonValue(object) : value;
}

/// The field at a path "a.b.c"; where an array stands on the way, in each of its items.
QJsonValue hiddenAt(const QJsonValue &value, const QStringList &path)
{
    if (path.isEmpty())
        return hidden(value, secretPlaceholder());
    if (value.isArray()) {
        QJsonArray items;
        const QJsonArray all = value.toArray();
        for (const QJsonValue &item : all)
            items.append(hiddenAt(item, path));
        return items;
    }
    QJsonObject object = value.toObject();
    if (object.contains(path.first()))
        object.insert(path.first(), hiddenAt(object[path.first()], path.mid(1)));
    return value.isObject() ? QJsonValue(object) : value;
}

QJsonObject hiddenInPlugins(QJsonObject plugins, const EncryptedFields &encrypted, const IsSecret &isSecret)
{
    for (auto plugin = plugins.begin(); plugin != plugins.end(); ++plugin) {
        QJsonValue conf = *plugin;
        const QStringList fields = encrypted.value(plugin.key());
        for (const QString &field : fields)
            conf = hiddenAt(conf, field.split(u'.'));
        *plugin = hidden(conf, isSecret, secretPlaceholder());
    }
    return plugins;
}

} // namespace

QString secretPlaceholder()
{
    return u"$env://SLUICE_NOT_EXPORTED"_s;
}

bool isCalledSecret(const QString &field)
{
    static const QRegularExpression form(
        u"(secret|passw(or)?d|token|private_?key|client_key|access_?key(_?id)?|api_?key|auth_config|credentials?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(field).hasMatch();
}

bool hasPlaceholder(const QJsonValue &value)
{
    if (value.isString())
        return value.toString() == secretPlaceholder();
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        if (hasPlaceholder(item))
            return true;
    }
    const QJsonObject fields = value.toObject();
    for (const QJsonValue &field : fields) {
        if (hasPlaceholder(field))
            return true;
    }
    return false;
}

QJsonObject withPlaceholders(ResourceKind kind, QJsonObject value, const EncryptedFields &encrypted)
{
    const bool ofConsumer = kind == ResourceKind::Consumers || kind == ResourceKind::Credentials;
    if (kind == ResourceKind::Ssls) {
        // GET leaves the key out.
        value.insert(u"key"_s, secretPlaceholder());
        return hidden(value, isCalledKey, secretPlaceholder()).toObject();
    }
    if (value.contains(u"plugins"_s))
        value.insert(u"plugins"_s, hiddenInPlugins(value[u"plugins"_s].toObject(), encrypted,
                                                   ofConsumer ? isCalledKey : isCalledSecret));
    const QJsonValue plugins = value.take(u"plugins"_s);
    const QJsonValue labels = value.take(u"labels"_s);
    value = hidden(value, isCalledSecret, secretPlaceholder()).toObject();
    if (!plugins.isUndefined())
        value.insert(u"plugins"_s, plugins);
    if (!labels.isUndefined())
        value.insert(u"labels"_s, labels);
    return value;
}

QByteArray withoutSecrets(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return {};
    return QJsonDocument(hidden(document.object(), isCalledKey, u"***"_s).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace sluice
