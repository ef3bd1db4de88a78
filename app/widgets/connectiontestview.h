// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/connectiontest.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace sluice::app {

class FactsView;

/// Tries a cluster step by step and says what each step found; a certificate that nobody vouches for is shown, with the
/// question whether to pin it, whose answer is no unless someone says otherwise.
class ConnectionTestView : public QWidget
{
    Q_OBJECT

public:
    struct Subject
    {
        ClusterProfile profile;
        ClusterSecrets secrets;
    };
    /// What is to be tried; nothing where the form does not hold a whole one yet.
    using Source = std::function<std::optional<Subject>()>;

    ConnectionTestView(Source source, QWidget *parent);
    ~ConnectionTestView() override;

    void start();
    bool isRunning() const { return m_test != nullptr; }

Q_SIGNALS:
    /// The operator trusts the certificate with this SHA-256 from now on.
    void pinned(const QString &fingerprint);

private:
    static QCoro::Task<void> run(QPointer<ConnectionTestView> self, std::shared_ptr<ConnectionTest> test);
    void addStep(const ConnectionStep &step);
    void finish(const ConnectionReport &report);
    void askAboutCertificate(const PeerCertificate &peer);
    void clear();
    void showState();

    Source m_source;
    std::shared_ptr<ConnectionTest> m_test;
    QPushButton *m_button;
    QLabel *m_summary;
    QGridLayout *m_steps;
    QWidget *m_question;
    QLabel *m_questionText;
    FactsView *m_certificate;
    QPushButton *m_no;
    QString m_fingerprint;
};

} // namespace sluice::app
