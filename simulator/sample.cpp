// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/sample.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

static void loadResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace sluice::simulator {

QJsonObject sampleConfiguration()
{
    loadResource();
    QFile file(u":/sluice/demo/sample.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace sluice::simulator
