// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/prose.h"

#include <QCoreApplication>

namespace sluice {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prose)
};

bool endsWide(const QString &text)
{
    return QStringView(u"。！？：；，）”").contains(text.back());
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
    return Text::tr("\"%1\"").arg(name);
}

} // namespace sluice
