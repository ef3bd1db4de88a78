// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace sluice {

/// One line of Prometheus text (exposition format 0.0.4): a name, labels in any order, a value.
struct MetricSample
{
    QString name;
    QMap<QString, QString> labels;
    double value = 0;

    QString label(const char *label) const { return labels.value(QLatin1String(label)); }
};

/// Comments and time stamps are left out. The first line that is none of the format is an error: then this is no
/// address of metrics.
Result<QList<MetricSample>> parseMetrics(const QByteArray &text);

} // namespace sluice
