// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace sluice {

/// What a record keeps in a label's value: any text, percent-encoded, for APISIX allows few characters there.
constexpr int labelLimit = 256; ///< characters of a value

inline QString toLabelText(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

inline QString fromLabelText(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace sluice
