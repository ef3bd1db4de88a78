// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/effectivesplit.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace sluice::app {

/// Where an API's traffic goes now: a bar for each kind of requests, and why.
class SplitView : public QWidget
{
    Q_OBJECT

public:
    using NameOf = std::function<QString(const QString &upstream)>; ///< empty: the API's own

    explicit SplitView(QWidget *parent = nullptr);

    void setSplit(const EffectiveSplit &split, const NameOf &nameOf);
    void setFault(const Error &error);

private:
    void clear();
    void addPart(const TrafficPart &part, const NameOf &nameOf);
    void addText(const QString &text, bool secondary);

    QVBoxLayout *m_column;
};

} // namespace sluice::app
