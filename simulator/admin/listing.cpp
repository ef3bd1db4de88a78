// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/listing.h"

#include "simulator/admin/references.h"
#include "simulator/admin/resourcekind.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

std::optional<QString> argument(const QUrlQuery &query, const QString &name)
{
    if (!query.hasQueryItem(name))
        return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

class Filter
{
public:
    Filter(Collection collection, const QUrlQuery &query)
        : m_label(argument(query, u"label"_s))
    {
        if (const auto name = argument(query, u"name"_s))
            m_name = QRegularExpression(*name);
        if (const auto uri = argument(query, u"uri"_s))
            m_uri = QRegularExpression(*uri);
        if (collection == Collection::Routes || collection == Collection::StreamRoutes ||
            collection == Collection::Services) {
            const QUrlQuery fields(argument(query, u"filter"_s).value_or(QString()));
            const auto items = fields.queryItems(QUrl::FullyDecoded);
            for (const auto &[field, wanted] : items) {
                if (field == "service_id"_L1 || field == "upstream_id"_L1)
                    m_fields.append({field, wanted});
            }
        }
    }

    bool any() const { return m_label || m_name || m_uri || !m_fields.isEmpty(); }

    bool passes(const QJsonObject &value) const
    {
        // An object without a name is searched as Lua's text of nothing.
        if (m_name && !m_name->match(value.value("name"_L1).toString(u"nil"_s)).hasMatch())
            return false;
        if (m_label && !value.value("labels"_L1).toObject().contains(*m_label))
            return false;
        if (m_uri && !anyUri(value))
            return false;
        return std::all_of(m_fields.begin(), m_fields.end(),
                           [&](const auto &field) { return value.value(field.first) == QJsonValue(field.second); });
    }

private:
    bool anyUri(const QJsonObject &value) const
    {
        QJsonArray uris = value.value("uris"_L1).toArray();
        if (value.contains("uri"_L1))
            uris.append(value.value("uri"_L1));
        return std::any_of(uris.begin(), uris.end(),
                           [&](const QJsonValue &uri) { return m_uri->match(uri.toString()).hasMatch(); });
    }

    std::optional<QString> m_label;
    std::optional<QRegularExpression> m_name;
    std::optional<QRegularExpression> m_uri;
    QList<std::pair<QString, QString>> m_fields;
};

} // namespace

QJsonObject shownItem(Collection collection, const StoredItem &item)
{
    QJsonObject value = item.value;
    if (collection == Collection::Ssls) {
        value.remove("key"_L1);
        value.remove("keys"_L1);
    }
    return {{u"key"_s, storeKey(collection, item.id)},
            {u"value"_s, value},
            {u"createdIndex"_s, static_cast<qint64>(item.createdIndex)},
            {u"modifiedIndex"_s, static_cast<qint64>(item.modifiedIndex)}};
}

Result<QJsonObject, QString> listing(Collection collection, const Items &items, const QUrlQuery &query)
{
    const Filter filter(collection, query);
    std::vector<ItemPtr> hits;
    for (const auto &[id, item] : items) {
        if (filter.passes(item->value))
            hits.push_back(item);
    }
    const auto total = static_cast<qint64>(hits.size());

    bool pageGiven = false;
    bool sizeGiven = false;
    const double page = argument(query, u"page"_s).value_or(QString()).toDouble(&pageGiven);
    const double size = argument(query, u"page_size"_s).value_or(QString()).toDouble(&sizeGiven);
    const bool paged = pageGiven && sizeGiven;
    if (paged) {
        if (size < 10 || size > 500)
            return u"page_size must be between 10 and 500"_s;
        std::stable_sort(hits.begin(), hits.end(),
                         [](const ItemPtr &a, const ItemPtr &b) { return a->createdIndex < b->createdIndex; });
        const auto first = static_cast<std::size_t>((std::max(page, 1.0) - 1) * size);
        const std::size_t begin = std::min(first, hits.size());
        const std::size_t end = std::min(begin + static_cast<std::size_t>(size), hits.size());
        hits = {hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.begin() + static_cast<std::ptrdiff_t>(end)};
    }

    QJsonArray list;
    for (const ItemPtr &item : hits)
        list.append(shownItem(collection, *item));
    // A table that the server built itself and left empty is written as an object.
    const bool builtEmpty =
        list.isEmpty() && (paged || (collection == Collection::Consumers && filter.any() && !items.empty()));
    return QJsonObject{{u"total"_s, total}, {u"list"_s, builtEmpty ? QJsonValue(QJsonObject()) : QJsonValue(list)}};
}

} // namespace sluice::simulator
