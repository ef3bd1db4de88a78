// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/release.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice {

QString ReleaseMark::toText() const
{
    return u"%1@%2.%3"_s.arg(release, QString::number(revision), write);
}

std::optional<ReleaseMark> parseMark(const QString &text)
{
    static const QRegularExpression form(u"^([^@]+)@([0-9]+)\\.([0-9A-Za-z]+)$"_s);
    const QRegularExpressionMatch found = form.match(text);
    if (!found.hasMatch())
        return std::nullopt;
    return ReleaseMark{found.captured(1), found.captured(2).toInt(), found.captured(3)};
}

QString Release::changedBy() const
{
    return log.isEmpty() ? by : log.constLast().by;
}

QString Release::wanted() const
{
    return u"%1.%2"_s.arg(QString::number(revision), write);
}

QString toText(Release::State state)
{
    switch (state) {
    case Release::State::InProgress:
        return u"in-progress"_s;
    case Release::State::Cancelled:
        return u"cancelled"_s;
    case Release::State::Completed:
        return u"completed"_s;
    }
    return {};
}

} // namespace sluice
