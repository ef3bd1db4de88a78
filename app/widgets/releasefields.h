// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/releaseservice.h"
#include "core/session/clustersnapshot.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sluice::app {

class PolicyEditor;
class SectionTitle;

/// What is typed and chosen for a release (B5): name, description, API, target upstream, reason, and the traffic
/// allocation. Says beside the fields what they mean in this cluster.
class ReleaseFields : public QWidget
{
    Q_OBJECT

public:
    explicit ReleaseFields(QWidget *parent = nullptr);

    /// Empties the fields and offers what this workspace holds. inProgress: the API of the release that is configured,
    /// which can't be changed then, nor can anything but allocation and reason (B14).
    void begin(const ClusterSnapshot &snapshot, const QString &workspace, const std::optional<ApiRef> &inProgress);
    /// What the cluster holds now; what was typed and chosen stays.
    void setSnapshot(const ClusterSnapshot &snapshot);

    void setName(const QString &name);
    void setDescription(const QString &description);
    void setApi(const QString &ref);
    /// Also one that the cluster does not hold yet: it is chosen as soon as it does.
    void setTarget(const QString &id);
    void setPolicy(const TrafficPolicy &policy);

    NewRelease release() const;
    QString reason() const;
    std::optional<Api> api() const;
    const Upstream *target() const;
    /// The words for both sides, also while nothing is chosen yet.
    QString currentTitle() const;
    QString targetTitle() const;
    /// What is missing or wrong first; empty where nothing is.
    QString problem() const;

    /// Everything typed, without the cluster.
    QJsonObject draft() const;
    void setDraft(const QJsonObject &draft);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void newUpstreamWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QGridLayout *makeGrid();
    void showFixed(bool isFixed);
    void fillApis();
    QList<QPair<QString, QString>> targets() const; ///< text and id
    void fillTargets();
    void follow();
    void retranslate();

    ClusterSnapshot m_snapshot;
    QString m_workspace;
    std::optional<ApiRef> m_inProgress;
    QString m_wantedTarget;
    QList<QPair<QString, QString>> m_targets;

    SectionTitle *m_whatTitle;
    QLabel *m_nameTitle;
    QLineEdit *m_name;
    QLabel *m_descriptionTitle;
    QLineEdit *m_description;
    QLabel *m_apiTitle;
    QComboBox *m_api;
    QLabel *m_current;
    QLabel *m_targetTitle;
    QComboBox *m_target;
    QPushButton *m_newUpstream;
    QLabel *m_targetNote;
    QLabel *m_fixedApiTitle;
    QLabel *m_fixedApi;
    QLabel *m_fixedUpstreamsTitle;
    QLabel *m_fixedUpstreams;
    QLabel *m_reasonTitle;
    QLineEdit *m_reason;
    SectionTitle *m_allocationTitle;
    PolicyEditor *m_policy;
};

} // namespace sluice::app
