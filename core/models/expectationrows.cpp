// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/expectationrows.h"

#include "core/verify/verificationreport.h"

#include <QCoreApplication>

namespace sluice {

namespace {

struct ExpectationRowsText
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationRows)
};

} // namespace

QStringList expectationHeaders()
{
    return {ExpectationRowsText::tr("Verdict"), ExpectationRowsText::tr("Expected of each answer"),
            ExpectationRowsText::tr("Target failed"), ExpectationRowsText::tr("Current failed"),
            ExpectationRowsText::tr("Neither failed")};
}

QList<KeyedRow> expectationRows(const QList<ExpectationCount> &counts)
{
    QList<KeyedRow> made;
    for (const ExpectationCount &count : counts) {
        KeyedRow line;
        line.key = QString::number(made.size());
        line.cells = {toWords(count.verdict()), toText(count.expectation), toWords(count.target),
                      toWords(count.current), toWords(count.neither)};
        line.tips = {count.reason(), toText(count.expectation)};
        line.payload = QVariant::fromValue(count);
        made.append(line);
    }
    return made;
}

} // namespace sluice
