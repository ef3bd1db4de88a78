// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/operatorname.h"

#include <QDir>
#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace sluice {

QString defaultOperatorName()
{
    for (const char *variable : {"SLUICE_OPERATOR", "USER", "LOGNAME", "USERNAME"}) {
        QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return name;
    }
    return QDir::home().dirName();
}

} // namespace sluice
