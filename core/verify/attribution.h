// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/verify/prober.h"

#include <optional>

namespace sluice {

/// Which upstream gave an answer.
enum class Side { Target, Current, Neither };

/// How an answer tells which upstream gave it.
struct Identification
{
    enum class By { Header, Json, Regex };

    By by = By::Header;
    QString text = QStringLiteral("X-Sluice-Upstream"); ///< header name, JSON pointer, or pattern (first group, or all)
    QString targetIs;                                   ///< pattern of the target's value; empty: its id or name
    QString currentIs;                                  ///< likewise

    bool isEmpty() const { return text.isEmpty(); }
};

/// Bytes of a body in which a place is looked for.
inline constexpr std::size_t identifyingBody = 64 * 1024;

/// "header:NAME", "json:/POINTER" or "regex:RE", and back.
Result<Identification> parseIdentification(const QString &text);
QString toText(const Identification &identification);

/// The place's value in an answer; empty where it has none.
QString valueIn(const ProbeAnswer &answer, const Identification &identification);

/// Answers of one node, asked directly and more than once.
using NodeAnswers = QList<ProbeAnswer>;

/// A place whose value is the same in every answer of a node, and differs between the nodes of both upstreams: headers
/// first, then fields of a JSON body. Nothing where there is none: then the backends have to be made to tell.
std::optional<Identification> proposeIdentification(const QList<NodeAnswers> &current,
                                                    const QList<NodeAnswers> &target);

} // namespace sluice
