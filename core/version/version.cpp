// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/version/version.h"

#include "commit.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace sluice {

QString version()
{
    return QStringLiteral(SLUICE_VERSION);
}

QString versionLine(const QString &program)
{
    return u"%1 %2 (commit %3, Qt %4, %5)"_s.arg(program, version(), QStringLiteral(SLUICE_COMMIT),
                                                 QString::fromLatin1(qVersion()),
                                                 QSslSocket::sslLibraryVersionString());
}

} // namespace sluice
