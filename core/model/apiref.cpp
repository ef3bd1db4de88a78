// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/apiref.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {
struct ApiRefText
{
    Q_DECLARE_TR_FUNCTIONS(ApiRef)
};
} // namespace

QString ApiRef::toText() const
{
    return (kind == Kind::Route ? u"route/"_s : u"service/"_s) + id;
}

Result<ApiRef> parseApiRef(const QString &text)
{
    const QString id = text.section(u'/', 1);
    if (!id.isEmpty() && !id.contains(u'/')) {
        if (text.startsWith("route/"_L1))
            return ApiRef{ApiRef::Kind::Route, id};
        if (text.startsWith("service/"_L1))
            return ApiRef{ApiRef::Kind::Service, id};
    }
    return Error{.kind = Error::Kind::Invalid,
                 .reason = ApiRefText::tr("\"%1\" does not name an API.").arg(text),
                 .detail = {},
                 .traffic = {},
                 .advice = ApiRefText::tr("Write route/ID or service/ID.")};
}

} // namespace sluice
