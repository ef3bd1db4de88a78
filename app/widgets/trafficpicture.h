// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QWidget>

class QLabel;

namespace sluice::app {

class SplitBar;

/// A policy as a picture: one split for a percentage; for rules one of the requests that hit and one of all others.
class TrafficPicture : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficPicture(QWidget *parent = nullptr);

    /// What is asked for, beside a picture of what holds.
    void setHollow(bool hollow);
    void setPolicy(const TrafficPolicy &policy, const QString &current, const QString &target);

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameFirst();
    void retranslate();

    QLabel *m_hitTitle;
    SplitBar *m_first; ///< all requests, or those that hit
    QLabel *m_restTitle;
    SplitBar *m_rest;
};

} // namespace sluice::app
