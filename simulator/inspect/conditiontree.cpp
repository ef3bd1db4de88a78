// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/inspect/conditiontree.h"

using namespace Qt::StringLiterals;

namespace sluice::simulator {

namespace {

QJsonObject shown(const Expression::Explanation &explanation)
{
    QJsonObject object{
        {u"text"_s, explanation.text}, {u"holds"_s, explanation.holds}, {u"evaluated"_s, explanation.evaluated}};
    if (!explanation.isGroup) {
        object.insert("actual"_L1, explanation.actual ? QJsonValue(*explanation.actual) : QJsonValue::Null);
        return object;
    }
    QJsonArray parts;
    for (const Expression::Explanation &part : explanation.parts)
        parts.append(shown(part));
    object.insert("parts"_L1, parts);
    return object;
}

} // namespace

QJsonObject conditionTree(const Expression &expression, const VariableSource &request)
{
    return shown(expression.explain(request));
}

} // namespace sluice::simulator
