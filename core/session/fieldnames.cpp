// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/session/fieldnames.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

/// The field behind a variable of APISIX, or nothing where it belongs to another place.
QString fieldOf(const QString &variable, Condition::Place place)
{
    const QString prefix = variableName(place, QString());
    if (!variable.startsWith(prefix))
        return {};
    const QString name = variable.mid(prefix.size());
    return place == Condition::Place::Header ? QString(name).replace(u'_', u'-') : name;
}

void collect(const QJsonArray &vars, Condition::Place place, QSet<QString> &names)
{
    for (const QJsonValue &item : vars) {
        const QString name = fieldOf(item[0].toString(), place);
        if (!name.isEmpty())
            names.insert(name);
    }
}

} // namespace

QStringList fieldNamesUsed(const ClusterSnapshot &snapshot, Condition::Place place)
{
    QSet<QString> names;
    for (const Api &api : snapshot.apis())
        collect(api.resource.value[u"vars"_s].toArray(), place, names);
    for (const ObservedRelease &observed : snapshot.releases()) {
        for (const RuleGroup &group : observed.release.policy.groups) {
            for (const Condition &condition : group) {
                if (condition.place == place)
                    names.insert(condition.name);
            }
        }
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace sluice
