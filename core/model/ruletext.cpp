// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/ruletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct RuleTextText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

} // namespace

RuleText::RuleText(QString text)
    : m_text(std::move(text))
{
}

void RuleText::skipBlanks()
{
    while (!atEnd() && m_text.at(m_position).isSpace())
        ++m_position;
}

bool RuleText::take(QLatin1StringView text)
{
    if (!QStringView(m_text).sliced(m_position).startsWith(text))
        return false;
    m_position += text.size();
    return true;
}

bool RuleText::takeWord(QLatin1StringView word)
{
    const qsizetype before = m_position;
    if (take(word) && (atEnd() || m_text.at(m_position).isSpace() || m_text.at(m_position) == u'&'))
        return true;
    m_position = before;
    return false;
}

QString RuleText::takeName()
{
    const qsizetype begin = m_position;
    while (!atEnd() && !m_text.at(m_position).isSpace() && !u"=!~<>&"_s.contains(m_text.at(m_position)))
        ++m_position;
    return m_text.sliced(begin, m_position - begin);
}

Result<QString> RuleText::takeValue()
{
    return takeUntil(u"&");
}

Result<QStringList> RuleText::takeValues()
{
    QStringList values;
    do {
        auto value = takeUntil(u"&,");
        if (!value)
            return value.error();
        values.append(*value);
    } while (take(","_L1));
    return values;
}

Result<QString> RuleText::takeUntil(QStringView ends)
{
    skipBlanks();
    QString value;
    while (!atEnd()) {
        const QChar c = m_text.at(m_position);
        if (c.isSpace() || ends.contains(c))
            break;
        ++m_position;
        if (c == u'\'' || c == u'"') {
            if (!takeQuoted(c, value))
                return Error{.kind = Error::Kind::Invalid,
                             .reason = RuleTextText::tr("A quote is not closed."),
                             .detail = {},
                             .traffic = {},
                             .advice = {}};
        } else if (c == u'\\' && !atEnd()) {
            value += m_text.at(m_position++);
        } else {
            value += c;
        }
    }
    return value;
}

bool RuleText::takeQuoted(QChar quote, QString &value)
{
    while (!atEnd()) {
        QChar c = m_text.at(m_position++);
        if (c == quote)
            return true;
        if (c == u'\\' && quote == u'"' && !atEnd() &&
            (m_text.at(m_position) == u'"' || m_text.at(m_position) == u'\\'))
            c = m_text.at(m_position++);
        value += c;
    }
    return false;
}

QString quotedValue(const QString &value)
{
    static const QRegularExpression plain(u"^[^\\s&,'\"\\\\|]+$"_s);
    if (plain.match(value).hasMatch())
        return value;
    QString escaped = value;
    escaped.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    return u'"' + escaped + u'"';
}

} // namespace sluice
