// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"

#include <QWidget>

class QHBoxLayout;

namespace sluice::app {

/// Where one is; each part but the last is a link back up (B4).
class Breadcrumb : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString text;
        Location location;
    };

    explicit Breadcrumb(QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts);

Q_SIGNALS:
    void chosen(const sluice::app::Location &location);

private:
    QHBoxLayout *m_row;
};

} // namespace sluice::app
