// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/clusterdirectory.h"
#include "app/support/operations.h"
#include "app/support/pagecontext.h"

#include <QPointer>

class QVBoxLayout;

namespace sluice::app {

class Banner;
class KeychainNotice;

/// A page of one cluster: shows what its watch read last, and again whenever that changes. A banner at the top says why
/// the cluster can't be read; what was read before stays. Another one says which limit of live traffic is broken, and
/// offers Cancel, wherever one is.
class ClusterPage : public Page
{
    Q_OBJECT

public:
    void refresh() override;

protected:
    explicit ClusterPage(const PageContext &context, QWidget *parent);

    const PageContext &context() const { return m_context; }
    ClusterWatch *watch() const { return m_watch; }
    const ClusterSnapshot &snapshot() const;
    /// Why nothing can be changed here, as a tool tip; empty where it can.
    QString refusal() const;
    /// Where this page says what came of an action.
    Banner *notice() const { return m_notice; }

    /// What lies below the banners.
    void setContent(QWidget *content);
    /// Shows the snapshot; called on entering, after each read, and for another language.
    virtual void present() = 0;
    /// "12 releases · 2 in progress"; when it was read is added.
    void setCount(const QString &count);

    /// Says what came of an operation on this cluster.
    virtual void showOutcome(const Operations::Outcome &outcome);

    void entered() override;
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow(ClusterWatch *watch);
    void followOperations();
    void tellOutcome();
    void showRunning(const Operation &operation);
    void showDone(const OperationResult &result);
    void showFailed(const Operation &operation, const Error &error);
    void showFault();
    void askKey();
    void showAlarm();
    void fillAlarm(const ObservedRelease &observed, const Error &alarm);
    QString alarmAdvice(const ObservedRelease &observed) const;
    QString brokenLimitOf(const ObservedRelease &observed) const;
    void askCancel();
    void dismissAlarm();
    void showCount();

    PageContext m_context;
    QPointer<ClusterWatch> m_watch;
    KeychainNotice *m_keychain;
    Banner *m_fault;
    Banner *m_alarm;
    Banner *m_notice;
    QVBoxLayout *m_column;
    QString m_count;
    QString m_alarmed;    ///< release that the alarm is about
    QString m_alarmShown; ///< all that the alarm says and offers
};

} // namespace sluice::app
