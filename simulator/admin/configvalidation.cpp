// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/configvalidation.h"

#include "simulator/admin/answers.h"
#include "simulator/admin/luajson.h"
#include "simulator/admin/references.h"
#include "simulator/admin/resourcechecks.h"
#include "simulator/admin/resourcekind.h"
#include "simulator/admin/schemas.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

std::optional<QString> faultOf(const Schemas &schemas, const ResourceKind &kind, const QJsonObject &item)
{
    const QString id = idText(item.value("id"_L1));
    // Credentials stand among the consumers, with ids such as jack/credentials/c1.
    const bool credential = kind.collection == Collection::Consumers && id.contains("/credentials/"_L1);
    if (kind.collection == Collection::Secrets && !id.contains(u'/'))
        return u"invalid secret id: "_s + id;
    const ResourceKind &checked = credential ? resourceKind(Collection::Credentials) : kind;
    return conflictOf({checked, id, id.toStdString(), item}, schemas, nullptr);
}

QString duplicateText(const ResourceKind &kind, const QJsonObject &item)
{
    const bool byName = kind.collection == Collection::Consumers && !item.contains("id"_L1);
    const QString field = byName ? u"username"_s : u"id"_s;
    return u"found duplicate %1 %2 in %3"_s.arg(field, idText(item.value(field)), QLatin1StringView(kind.segment));
}

class Faults
{
public:
    void add(const ResourceKind &kind, const QJsonObject &item, qsizetype index, const QString &text)
    {
        QJsonObject fault{
            {u"resource_type"_s, QLatin1StringView(kind.segment)}, {u"index"_s, index}, {u"error"_s, text}};
        if (item.contains("id"_L1))
            fault.insert("resource_id"_L1, idText(item.value("id"_L1)));
        m_faults.append(fault);
    }
    Response answer() const
    {
        if (m_faults.isEmpty())
            return jsonResponse(200, QJsonObject());
        return jsonResponse(
            400, QJsonObject{{u"error_msg"_s, u"Configuration validation failed"_s}, {u"errors"_s, m_faults}});
    }

private:
    QJsonArray m_faults;
};

void checkItems(const Schemas &schemas, const ResourceKind &kind, const QJsonArray &items, Faults &faults)
{
    QStringList seen;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items.at(i).toObject();
        if (const auto fault = faultOf(schemas, kind, item))
            faults.add(
                kind, item, i,
                u"invalid %1 at index %2, err: %3"_s.arg(QLatin1StringView(kind.segment), QString::number(i), *fault));
        const QString duplicate = duplicateText(kind, item);
        const bool named = item.contains("id"_L1) || item.contains("username"_L1);
        if (named && seen.contains(duplicate))
            faults.add(kind, item, i, duplicate);
        seen.append(duplicate);
    }
}

} // namespace

Response validateConfiguration(const Schemas &schemas, std::string_view body)
{
    if (body.empty())
        return refusal(400, u"invalid request body: empty request body"_s);
    const auto configuration = decodeJson(body);
    if (!configuration)
        return refusal(400, u"invalid request body: "_s + configuration.error());
    Faults faults;
    for (const ResourceKind &kind : resourceKinds()) {
        if (kind.collection != Collection::Credentials)
            checkItems(schemas, kind, configuration->toObject().value(QLatin1StringView(kind.segment)).toArray(),
                       faults);
    }
    return faults.answer();
}

} // namespace sluice::simulator
