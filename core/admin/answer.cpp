// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/answer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(Answer)
};

constexpr qsizetype detailLimit = 2000;

bool isHtml(const HttpReply &reply)
{
    return reply.type.startsWith("text/html") || reply.body.trimmed().startsWith('<');
}

QString wordsOf(const HttpReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    for (const auto &field : {u"error_msg"_s, u"message"_s}) {
        if (body.contains(field)) {
            const QString more = body[u"description"_s].toString();
            const QString words = body[field].toString();
            return more.isEmpty() ? words : words + u": "_s + more;
        }
    }
    return QString::fromUtf8(reply.body.left(detailLimit)).trimmed();
}

Error error(Error::Kind kind, const HttpReply &reply, const QString &reason, const QString &advice)
{
    return {.kind = kind,
            .reason = reason,
            .detail = wordsOf(reply),
            .traffic = {},
            .advice = advice,
            .httpStatus = reply.status};
}

Error unauthorized(const HttpReply &reply, const HttpRequest &request)
{
    const bool viewer = reply.body.contains("role viewer");
    if (viewer && !request.isRead())
        return error(Error::Kind::ReadOnlyKey, reply, AnswerText::tr("This Admin key may only read."),
                     AnswerText::tr("Use a key with the role admin to change anything."));
    return error(Error::Kind::Unauthorized, reply, AnswerText::tr("The gateway does not accept this Admin key."),
                 AnswerText::tr("Enter the key that is set under admin_key in the gateway's configuration."));
}

Error serverFault(const HttpReply &reply)
{
    if (isHtml(reply) && (reply.status == 502 || reply.status == 503 || reply.status == 504))
        return error(Error::Kind::Server, reply,
                     AnswerText::tr("A proxy in front of the Admin API answers %1: it can't reach the Admin API.")
                         .arg(reply.status),
                     AnswerText::tr("Check whether the Admin API itself is running."));
    if (reply.body.contains("value changed before overwritten"))
        return error(Error::Kind::Conflict, reply, AnswerText::tr("Someone else changed this at the same moment."),
                     AnswerText::tr("Refresh, look at the change, and try again."));
    return error(Error::Kind::Server, reply, AnswerText::tr("The gateway answered %1.").arg(reply.status),
                 AnswerText::tr("Try again shortly; look at the gateway's error log."));
}

Error refusal(const HttpReply &reply, const HttpRequest &request)
{
    switch (reply.status) {
    case 401:
        return unauthorized(reply, request);
    case 403:
        return error(Error::Kind::Forbidden, reply, AnswerText::tr("The gateway refuses this computer's address."),
                     AnswerText::tr("Add the address to allow_admin in the gateway's configuration, or connect from an "
                                    "address that is in it."));
    case 404:
        if (isHtml(reply))
            return error(Error::Kind::Unsupported, reply, AnswerText::tr("No Admin API answers at this address."),
                         AnswerText::tr("Check host, port and base path; the port of the gateway is another one."));
        return error(Error::Kind::NotFound, reply, AnswerText::tr("The gateway has no %1.").arg(request.path),
                     AnswerText::tr("It may have been deleted by someone else: refresh."));
    default:
        return reply.status >= 500
                   ? serverFault(reply)
                   : error(Error::Kind::Invalid, reply, AnswerText::tr("The gateway refuses this."), {});
    }
}

} // namespace

Result<QJsonValue> meaningOf(const HttpReply &reply, const HttpRequest &request)
{
    if (reply.status >= 300 && reply.status < 400)
        return error(Error::Kind::Redirected, reply,
                     AnswerText::tr("This address redirects to %1: a VPN or a login portal?")
                         .arg(QString::fromUtf8(reply.location)),
                     AnswerText::tr("Sign in there, or use the address of the Admin API itself."));
    if (reply.status >= 400)
        return refusal(reply, request);
    if (reply.body.isEmpty())
        return QJsonValue();
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &fault);
    if (document.isObject())
        return QJsonValue(document.object());
    if (document.isArray())
        return QJsonValue(document.array());
    // A write that was answered so was still taken by whoever answered: what it did has to be read back.
    return error(request.isRead() ? Error::Kind::Unsupported : Error::Kind::Unknown, reply,
                 AnswerText::tr("The answer is not that of an Admin API."),
                 AnswerText::tr("Check the address: something else may answer there."));
}

} // namespace sluice
