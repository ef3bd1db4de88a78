// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/verify/verifier.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class Banner;
class LatencyPlot;
class ListView;
class SplitFunnel;

/// What comes of a verification, from the first answer to the verdict: progress, the split against the wanted band, the
/// cases, how fast both upstreams answered, what was expected of the answers, and for the chosen line why, with a
/// request that anyone can repeat.
class VerificationView : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationView(QWidget *parent = nullptr);

    void clear();
    void begin(const VerificationRequest &request);
    void showProgress(const VerificationProgress &progress);
    void addRow(const VerificationRow &row);
    void restart();
    void finish(const VerificationReport &report);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeLists();
    QWidget *makeDetail();
    void showVerdict();
    void showRows();
    void showExpectations(const QList<ExpectationCount> &counts);
    void chooseWorst();
    void showDetail();
    void retranslate();

    VerificationRequest m_request;
    QList<VerificationRow> m_rows;
    QList<ExpectationCount> m_expectations;
    std::optional<VerificationProgress> m_progressed; ///< last
    std::optional<VerificationReport> m_report;       ///< once it has ended
    Banner *m_verdict;
    QProgressBar *m_bar;
    QLabel *m_progress;
    SplitFunnel *m_funnel;
    LatencyPlot *m_latency;
    KeyedTableModel *m_model;
    ListView *m_list;
    KeyedTableModel *m_expected;
    ListView *m_expectedList;
    ListView *m_chosen; ///< the list of which the detail is shown: where a line was chosen last
    QLabel *m_reason;
    QPlainTextEdit *m_curl;
    QToolButton *m_copy;
    QLabel *m_notes;
};

} // namespace sluice::app
