// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QString>
#include <QStringList>

namespace sluice {

/// Rule text as the command line writes it (design.md 7), read from left to right. Values are quoted as in a shell:
/// '...' as it is, "..." with a backslash before " and \.
class RuleText
{
public:
    explicit RuleText(QString text);

    bool atEnd() const { return m_position >= m_text.size(); }
    QString taken() const { return m_text.left(m_position); }
    QString rest() const { return m_text.sliced(m_position); }

    void skipBlanks();
    bool take(QLatin1StringView text);
    /// Only where nothing of the same word follows.
    bool takeWord(QLatin1StringView word);
    /// Up to a blank or an operator; may be empty.
    QString takeName();
    /// Up to a blank or "&"; may be empty.
    Result<QString> takeValue();
    /// Values with a comma between them: at least one.
    Result<QStringList> takeValues();

private:
    Result<QString> takeUntil(QStringView ends);
    bool takeQuoted(QChar quote, QString &value);

    QString m_text;
    qsizetype m_position = 0;
};

/// A value in such quotes, where it needs them.
QString quotedValue(const QString &value);

} // namespace sluice
