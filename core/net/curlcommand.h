// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

namespace sluice {

/// One request of the Admin API, as it will be sent: shown before it goes out, and in a runbook.
struct AdminRequest
{
    QByteArray method;
    QString path; ///< below /apisix/admin/, percent-encoded
    QJsonObject body;

    QByteArray bodyText() const; ///< empty for an empty body
};

/// One word of a shell, whatever stands in it.
QString shellQuoted(QString text);

/// The same as a line for a shell; the key is read from $SLUICE_ADMIN_KEY (E24).
QString toCurl(const AdminRequest &request, const QUrl &admin);

} // namespace sluice
