// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/embeddedsimulator.h"
#include "app/support/pagecontext.h"
#include "app/widgets/explainview.h"
#include "core/session/clusterwatch.h"
#include "core/session/simulatorinspection.h"
#include "core/verify/prober.h"

#include <QPointer>
#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class BackendFaults;
class Banner;
class EmptyPage;
class ListView;
class RequestSender;
class SimulatedTrafficView;
struct ReadCluster;

/// The simulator inside this program: start and stop, its clusters with addresses and key, what it answered and why, a
/// request to try, its demo backends, and what it does not simulate.
class SimulatorPage : public Page
{
    Q_OBJECT

public:
    explicit SimulatorPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;
    void refresh() override;
    bool isSettled() const override;

protected:
    void entered() override;
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Inspection = std::shared_ptr<SimulatorInspection>;

    QWidget *makeClusters();
    QWidget *makeKey();
    void showState();
    void showClusters();
    void choose();
    void follow(ClusterWatch *watch);
    QString chosenName() const;
    std::optional<simulator::RunningCluster> chosen() const;
    ExplainView::Source explainer() const;
    void askFile();
    void load(const QString &path);
    void askCluster();
    void loadRead(const QString &into, const ReadCluster &read);
    bool replace(const QString &cluster, const QJsonObject &configuration, const QString &workspaceKey);
    void open(const QString &name);
    void send(const PastedRequest &request);
    void showAnswer(const ProbeAnswer &answer);
    void poll();
    void resetCounters();
    void setFault(const QString &upstream, const SimulatedFault &fault);
    void showFault(const Error &error);

    static QCoro::Task<void> readTraffic(QPointer<SimulatorPage> self, Inspection inspection);
    static QCoro::Task<void> readRest(QPointer<SimulatorPage> self, Inspection inspection);
    static QCoro::Task<void> changed(QPointer<SimulatorPage> self, Inspection inspection,
                                     QCoro::Task<Result<void>> change);

    PageContext m_context;
    QString m_place;                ///< address and key of the cluster that the tabs show
    Inspection m_inspection;        ///< null: it stands still
    bool m_tellUnsupported = false; ///< something was loaded: what of it is not simulated is shown
    QPointer<ClusterWatch> m_watch;
    QTimer m_timer;
    Banner *m_notice;
    KeyedTableModel *m_model;
    ListView *m_list;
    QLabel *m_keyLabel;
    QLineEdit *m_key;
    QToolButton *m_showKey;
    QToolButton *m_copyKey;
    QTabWidget *m_tabs;
    QWidget *m_choice; ///< which cluster the tabs show, in their row
    QLabel *m_clusterLabel;
    QComboBox *m_cluster;
    SimulatedTrafficView *m_traffic;
    ExplainView *m_try;
    BackendFaults *m_faults;
    QPlainTextEdit *m_unsupported;
    EmptyPage *m_nothing;
    QStackedWidget *m_stack;
    RequestSender *m_sender;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_load;
    QAction *m_loadCluster;
    QAction *m_reset;
    bool m_reading = false;
};

} // namespace sluice::app
