// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/admin/answers.h"

#include "simulator/admin/luajson.h"
#include "simulator/http/errorpage.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sluice::simulator {

Response jsonResponse(int status, const QJsonValue &body)
{
    return {status, {{"Content-Type", "application/json"}}, encodeJson(body) + '\n', true};
}

Response textResponse(int status, const QString &body)
{
    return {status, {{"Content-Type", "application/json"}}, body.toStdString(), true};
}

Response refusal(int status, const QString &message)
{
    return jsonResponse(status, QJsonObject{{u"error_msg"_s, message}});
}

Response htmlResponse(int status)
{
    return {status, {{"Content-Type", "text/html; charset=utf-8"}}, errorPage(status), false};
}

} // namespace sluice::simulator
