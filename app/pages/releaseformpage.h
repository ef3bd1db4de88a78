// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterpage.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;

namespace sluice::app {

class ReleaseFields;
class RequestsView;
class SectionTitle;

/// New release (B5 to B9), Configure (B12, B14), and New release back (E23): a page of its own. An empty object of the
/// location is a new release, its extras "api", "target" and "name" are what it begins with; else it is the release
/// that is configured.
class ReleaseFormPage : public ClusterPage
{
    Q_OBJECT

public:
    explicit ReleaseFormPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    bool hasUnsavedInput() const override;

protected:
    void entered() override;
    void present() override;
    void showOutcome(const Operations::Outcome &outcome) override;
    void retranslate() override;

private:
    bool isNew() const { return m_release.release.id.isEmpty(); }
    bool isOutdated() const;
    bool isAnotherStateNow() const;
    void makeParts();
    QWidget *makeFoot();
    void begin();
    void beginNew();
    void beginConfigure(const ObservedRelease &observed);
    void beginBack(const ObservedRelease &observed);

    void makeUpstream();
    Operation submission() const;

    void changed();
    void showEffect();
    QString firstProblem() const;
    void showProblem();
    void readConcerns();
    static QCoro::Task<void> askConcerns(QPointer<ReleaseFormPage> self, SharedSession session, ApiRef api,
                                         QString target, int generation);
    void showConcerns(const QStringList &sentences);

    void submit();
    void leaveTo(Section section);
    void lookAgain();
    void offerNewState();
    void setBusy(bool busy);

    QString draftKey() const;
    void keepDraft();
    void takeDraft();

    ObservedRelease m_release; ///< that is configured; empty id for a new one
    Seen m_seen;
    bool m_begun = false;
    bool m_dirty = false;
    bool m_busy = false;
    bool m_lookingAgain = false; ///< what holds now is told as soon as it is read
    QString m_submitted;         ///< subject of the operation under way
    int m_asked = 0;
    QTimer m_settle;

    QScrollArea *m_scroll;
    ReleaseFields *m_fields;
    SectionTitle *m_effectTitle;
    QLabel *m_effect;
    QLabel *m_concernText;
    RequestsView *m_requests;
    QLabel *m_problem;
    QPushButton *m_rehearse;
    QPushButton *m_back;
    QPushButton *m_submit;
};

} // namespace sluice::app
