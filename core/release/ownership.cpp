// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/ownership.h"

#include "core/model/prose.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct OwnershipText
{
    Q_DECLARE_TR_FUNCTIONS(Ownership)
};

ClusterProfile::Owner ownerCalled(const QString &label)
{
    if (label.contains("ingress"_L1, Qt::CaseInsensitive))
        return ClusterProfile::Owner::IngressController;
    return label.compare("adc"_L1, Qt::CaseInsensitive) == 0 ? ClusterProfile::Owner::Adc
                                                             : ClusterProfile::Owner::Other;
}

QString scalar(const QJsonValue &value)
{
    // QJsonDocument writes containers only.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString keyText(const QString &key)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_-]*$"_s);
    // These are booleans to YAML 1.1.
    static const QStringList words{u"y"_s,   u"n"_s,    u"yes"_s,   u"no"_s,  u"on"_s,
                                   u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    return plain.match(key).hasMatch() && !words.contains(key.toLower()) ? key : scalar(key);
}

bool isBlock(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty()) || (value.isArray() && !value.toArray().isEmpty());
}

void append(QString &text, const QJsonValue &value, int depth);

void appendFields(QString &text, const QJsonObject &object, int depth, bool isFirstIndented)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        text += isFirstIndented || field != object.begin() ? QString(depth * 2, u' ') : QString();
        text += keyText(field.key()) + u':';
        append(text, *field, field->isObject() ? depth + 1 : depth);
    }
}

void append(QString &text, const QJsonValue &value, int depth)
{
    if (!isBlock(value)) {
        text += u' ' + (value.isObject() ? u"{}"_s : scalar(value)) + u'\n';
    } else if (value.isObject()) {
        text += u'\n';
        appendFields(text, value.toObject(), depth, true);
    } else {
        text += u'\n';
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items) {
            text += QString(depth * 2, u' ') + u'-';
            if (item.isObject() && isBlock(item)) {
                text += u' ';
                appendFields(text, item.toObject(), depth + 1, false);
            } else {
                append(text, item, depth + 1);
            }
        }
    }
}

} // namespace

ClusterProfile::Owner proposedOwner(const QList<Api> &apis)
{
    QMap<ClusterProfile::Owner, int> votes;
    for (const Api &api : apis) {
        if (const QString label = api.resource.label(u"managed-by"_s); !label.isEmpty())
            ++votes[ownerCalled(label)];
    }
    const auto most = std::max_element(votes.cbegin(), votes.cend());
    return most == votes.cend() ? ClusterProfile::Owner::None : most.key();
}

QString ownerWarning(ClusterProfile::Owner owner)
{
    const auto sentence = [](const QString &name) {
        return filledIn(
            OwnershipText::tr(
                "This cluster's configuration is written by %1: its next sync may remove the split, and undo a "
                "full release that its source does not know."),
            {name});
    };
    switch (owner) {
    case ClusterProfile::Owner::None:
        return {};
    case ClusterProfile::Owner::Adc:
        return sentence(u"ADC"_s);
    case ClusterProfile::Owner::IngressController:
        return sentence(OwnershipText::tr("the Ingress controller"));
    case ClusterProfile::Owner::Other:
        return sentence(OwnershipText::tr("another tool"));
    }
    return {};
}

QJsonObject desiredApi(const Api &api)
{
    QJsonObject value = api.resource.value;
    value.remove(u"create_time"_s);
    value.remove(u"update_time"_s);
    const auto without = [&value](const QString &part, const QString &key) {
        QJsonObject inner = value.value(part).toObject();
        if (!inner.contains(key))
            return;
        inner.remove(key);
        if (inner.isEmpty())
            value.remove(part);
        else
            value.insert(part, inner);
    };
    if (!api.mark().isEmpty())
        without(u"plugins"_s, u"traffic-split"_s);
    without(u"labels"_s, u"sluice.release"_s);
    return value;
}

QString toYaml(const QJsonObject &object)
{
    QString text;
    appendFields(text, object, 0, true);
    return text.isEmpty() ? u"{}\n"_s : text;
}

} // namespace sluice
