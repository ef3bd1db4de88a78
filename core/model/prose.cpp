// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/prose.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ProseText
{
    Q_DECLARE_TR_FUNCTIONS(Prose)
};

bool endsWide(const QString &text)
{
    return QStringView(u"。！？：；，）”").contains(text.back());
}

/// Chinese, its punctuation, and its quotation marks.
bool isWide(QStringView text, qsizetype at)
{
    if (at < 0 || at >= text.size())
        return false;
    const QChar character = text[at];
    return character.script() == QChar::Script_Han || QStringView(u"“”").contains(character) ||
           (character >= QChar(0x3000) && character <= QChar(0x303f)) ||
           (character >= QChar(0xff00) && character <= QChar(0xffef));
}

} // namespace

QString joinSentences(const QStringList &sentences)
{
    QString joined;
    for (const QString &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        if (!joined.isEmpty() && !endsWide(joined))
            joined += u' ';
        joined += sentence;
    }
    return joined;
}

QString quotedName(const QString &name)
{
    //: A name within a sentence.
    return ProseText::tr("\"%1\"").arg(name);
}

QString enumerated(const QStringList &items)
{
    //: Between the items of an enumeration.
    return items.join(ProseText::tr(", "));
}

QString filledIn(const QString &pattern, const QStringList &values)
{
    static const QRegularExpression place(u"( ?)%([1-9])( ?)"_s);
    QString text;
    qsizetype done = 0;
    for (auto places = place.globalMatch(pattern); places.hasNext();) {
        const QRegularExpressionMatch found = places.next();
        const QString value = values.value(found.capturedView(2).toInt() - 1);
        const bool closesBefore = isWide(pattern, found.capturedStart() - 1) && isWide(value, 0);
        const bool closesAfter = isWide(pattern, found.capturedEnd()) && isWide(value, value.size() - 1);
        text += QStringView(pattern).sliced(done, found.capturedStart() - done);
        text += closesBefore ? value : found.captured(1) + value;
        text += closesAfter ? QString() : found.captured(3);
        done = found.capturedEnd();
    }
    text += QStringView(pattern).sliced(done);
    return text;
}

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace sluice
