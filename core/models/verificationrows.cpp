// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/models/verificationrows.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct VerificationRowsText
{
    Q_DECLARE_TR_FUNCTIONS(VerificationRows)
};

QString percentText(double part)
{
    return VerificationRowsText::tr("%1 %").arg(QLocale().toString(part, 'f', 1));
}

/// What deserves a look first.
int rankOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::DoesNotMatch:
        return 0;
    case Verdict::TooFew:
        return 1;
    case Verdict::Matches:
        break;
    }
    return 2;
}

QString shareOf(const VerificationRow &row)
{
    const qint64 counted = row.onTarget + row.onCurrent;
    return counted == 0 ? u"–"_s : percentText(100 * double(row.onTarget) / double(counted));
}

QString wantedOf(const VerificationRow &row)
{
    if (row.isShare)
        return percentText(row.wanted);
    return row.wanted > 0 ? VerificationRowsText::tr("all on the target")
                          : VerificationRowsText::tr("none on the target");
}

} // namespace

QStringList verificationHeaders()
{
    return {
        VerificationRowsText::tr("Verdict"), VerificationRowsText::tr("Case"),   VerificationRowsText::tr("Gateway"),
        VerificationRowsText::tr("Sent"),    VerificationRowsText::tr("Target"), VerificationRowsText::tr("Current"),
        VerificationRowsText::tr("Neither"), VerificationRowsText::tr("Share"),  VerificationRowsText::tr("Expected")};
}

QList<KeyedRow> verificationRows(const QList<VerificationRow> &rows)
{
    const QLocale locale;
    QList<KeyedRow> made;
    for (const VerificationRow &row : rows) {
        KeyedRow line;
        line.key = QString::number(made.size());
        line.cells = {toWords(row.verdict),
                      toWords(row.name),
                      row.gateway,
                      locale.toString(row.sent),
                      locale.toString(row.onTarget),
                      locale.toString(row.onCurrent),
                      locale.toString(row.unattributed),
                      shareOf(row),
                      wantedOf(row)};
        line.sortKeys = {rankOf(row.verdict), {}, {},        row.sent, row.onTarget, row.onCurrent,
                         row.unattributed,    {}, row.wanted};
        line.tips = {row.reason(), toWords(row.name)};
        line.payload = QVariant::fromValue(row);
        made.append(line);
    }
    return made;
}

} // namespace sluice
