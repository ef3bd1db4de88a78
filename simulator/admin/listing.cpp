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

class Filter
{
public:
    Filter(Collection collection, const Arguments &arguments)
    {
        if (arguments.has("label"))
            m_label = arguments.text("label").value_or(QString());
        if (arguments.has("name"))
            m_name = QRegularExpression(arguments.text("name").value_or(QString()));
        if (arguments.has("uri"))
            m_uri = QRegularExpression(arguments.text("uri").value_or(QString()));
        if (collection == Collection::Routes || collection == Collection::StreamRoutes) {
            const Arguments fields(arguments.text("filter").value_or(QString()).toStdString());
            for (const auto &[field, wanted] : fields.all()) {
                if (field == "service_id" || field == "upstream_id")
                    m_fields.append({QString::fromStdString(field), QString::fromStdString(wanted.value_or(""))});
            }
        }
    }

    bool any() const { return m_label || m_name || m_uri || !m_fields.isEmpty(); }

    bool passes(const QJsonObject &value) const
    {
        // An object without a name is searched as Lua's text of nothing.
        if (m_name && !found(*m_name, value.value("name"_L1).toString(u"nil"_s)))
            return false;
        if (m_label && !value.value("labels"_L1).toObject().contains(*m_label))
            return false;
        if (m_uri && !anyUri(value))
            return false;
        return std::all_of(m_fields.begin(), m_fields.end(),
                           [&](const auto &field) { return value.value(field.first) == QJsonValue(field.second); });
    }

private:
    // A pattern that PCRE refuses finds nothing, and nobody is told.
    static bool found(const QRegularExpression &pattern, const QString &text)
    {
        return pattern.isValid() && pattern.match(text).hasMatch();
    }
    bool anyUri(const QJsonObject &value) const
    {
        QJsonArray uris = value.value("uris"_L1).toArray();
        if (value.contains("uri"_L1))
            uris.append(value.value("uri"_L1));
        return std::any_of(uris.begin(), uris.end(),
                           [&](const QJsonValue &uri) { return found(*m_uri, uri.toString()); });
    }

    std::optional<QString> m_label;
    std::optional<QRegularExpression> m_name;
    std::optional<QRegularExpression> m_uri;
    QList<std::pair<QString, QString>> m_fields;
};

// By creation, places page * size - size + 1 to page * size. Lua finds nothing at a place that is no whole number.
std::vector<ItemPtr> pageOf(std::vector<ItemPtr> items, double page, double size)
{
    std::stable_sort(items.begin(), items.end(),
                     [](const ItemPtr &a, const ItemPtr &b) { return a->createdIndex < b->createdIndex; });
    const double before = page * size - size;
    if (!(before < static_cast<double>(items.size())) || before != std::floor(before))
        return {};
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(before);
    const auto count = std::min(static_cast<std::ptrdiff_t>(size), items.end() - begin);
    return {begin, begin + count};
}

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

Result<QJsonObject, QString> listing(Collection collection, const Items &items, const Arguments &arguments)
{
    const Filter filter(collection, arguments);
    std::vector<ItemPtr> hits;
    for (const auto &[id, item] : items) {
        if (filter.passes(item->value))
            hits.push_back(item);
    }
    const auto total = static_cast<qint64>(hits.size());
    const auto page = arguments.number("page");
    const auto size = arguments.number("page_size");
    const bool paged = page && size;
    if (paged) {
        if (*size < 10 || *size > 500)
            return u"page_size must be between 10 and 500"_s;
        hits = pageOf(std::move(hits), *page < 1 ? 1 : *page, *size);
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
