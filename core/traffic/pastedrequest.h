// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QPair>
#include <QString>

namespace sluice {

/// A request as someone pasted it: a curl command line (as browsers copy it), the head of a request, or header lines.
struct PastedRequest
{
    using Fields = QList<QPair<QString, QString>>; ///< in their order; a name may occur more than once

    QString method; ///< empty: not told
    QString host;   ///< of the URL, else of header Host; empty: not told
    QString path;   ///< percent-encoded, without query; empty: not told
    Fields query;   ///< decoded
    Fields headers; ///< without Cookie and Host
    Fields cookies;

    bool isEmpty() const { return path.isEmpty() && query.isEmpty() && headers.isEmpty() && cookies.isEmpty(); }
};

/// Path and query as they go over the wire; "/" where no path was told.
QString targetOf(const PastedRequest &request);

/// Invalid names what can't be understood.
Result<PastedRequest> parsePastedRequest(const QString &text);

} // namespace sluice
