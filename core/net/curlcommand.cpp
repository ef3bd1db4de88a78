// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/curlcommand.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sluice {

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QByteArray AdminRequest::bodyText() const
{
    return body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QString toCurl(const AdminRequest &request, const QUrl &admin)
{
    QString base = admin.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded);
    if (base.endsWith(u'/'))
        base.chop(1);
    QString line = u"curl -sS --fail-with-body -X %1 %2 -H \"X-API-KEY: $SLUICE_ADMIN_KEY\""_s.arg(
        QString::fromLatin1(request.method), shellQuoted(base + u"/apisix/admin/"_s + request.path));
    if (!request.body.isEmpty())
        line += u" -H 'Content-Type: application/json' -d "_s + shellQuoted(QString::fromUtf8(request.bodyText()));
    return line;
}

} // namespace sluice
