// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

namespace sluice {

/// One after the other, without the empty ones. A blank stands between two, but not after a Chinese full stop, which
/// brings its own.
QString joinSentences(const QStringList &sentences);
/// A name in the quotation marks of the language of the moment.
QString quotedName(const QString &name);
/// The items of an enumeration within a sentence.
QString enumerated(const QStringList &items);
/// The pattern with its places %1 to %9 filled. A Chinese sentence sets a blank between its words and a Latin name;
/// that blank goes where the value turns out to be Chinese or in quotation marks.
QString filledIn(const QString &pattern, const QStringList &values);
/// Day and minute where the reader is, written alike in both languages: 2026-11-20 08:12.
QString localTime(const QDateTime &time);

} // namespace sluice
