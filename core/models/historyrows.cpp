// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/historyrows.h"

#include "core/model/prose.h"
#include "core/release/releasewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct HistoryRowsText
{
    Q_DECLARE_TR_FUNCTIONS(HistoryRows)
};

KeyedRow rowOf(const LogEntry &entry)
{
    const auto policy = parsePolicy(entry.policy);
    KeyedRow row;
    row.key = u"%1-%2"_s.arg(entry.revision).arg(entry.write);
    row.cells = {localTime(entry.time), entry.by, logActionWord(entry.action),
                 policy ? allocationWord(*policy) : entry.policy, entry.reason};
    row.sortKeys = {entry.time, {}, {}, {}, {}};
    row.tips = {{}, {}, {}, entry.policy, {}};
    return row;
}

} // namespace

QStringList historyHeaders()
{
    return {HistoryRowsText::tr("Time"), HistoryRowsText::tr("By"), HistoryRowsText::tr("Action"),
            HistoryRowsText::tr("Allocation"), HistoryRowsText::tr("Reason")};
}

QList<KeyedRow> historyRows(const Release &release)
{
    QList<KeyedRow> rows;
    for (auto entry = release.log.crbegin(); entry != release.log.crend(); ++entry)
        rows.append(rowOf(*entry));
    return rows;
}

} // namespace sluice
