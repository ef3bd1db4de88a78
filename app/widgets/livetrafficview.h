// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/clustersession.h"
#include "core/verify/livetraffic.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;

namespace sluice::app {

class ShareTimeline;

/// What the gateways count of a release's API while somebody looks: the real share over time against the wanted one,
/// and of both upstreams requests, errors and latency. It says why where nothing can be counted.
class LiveTrafficView : public QWidget
{
    Q_OBJECT

public:
    explicit LiveTrafficView(QWidget *parent = nullptr);
    ~LiveTrafficView() override;

    /// Follows this release; the same one again changes nothing but what is wanted of it.
    void setRelease(const std::shared_ptr<ClusterSession> &session, const ObservedRelease &release,
                    const QString &currentName, const QString &targetName);
    void clear();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QCoro::Task<void> open(QPointer<LiveTrafficView> self, std::shared_ptr<ClusterSession> session,
                                  ObservedRelease release, int generation);
    void follow(const LiveTraffic::Options &options);
    void showTraffic();
    void retranslate();

    ObservedRelease m_release;
    QString m_currentName;
    QString m_targetName;
    std::unique_ptr<LiveTraffic> m_traffic;
    std::optional<Error> m_fault;
    QString m_followed; ///< release and revision
    int m_generation = 0;
    ShareTimeline *m_timeline;
    QLabel *m_words;
    QLabel *m_notes;
};

} // namespace sluice::app
