// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/traffic/pastedrequest.h"
#include "core/traffic/requestexplanation.h"

#include <QPointer>
#include <QWidget>

#include <QCoroTask>

#include <functional>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sluice::app {

class ExplanationTree;

/// Type or paste a request (a curl command, a head, header lines) and see where the gateway would send it and why.
/// Nothing is sent, unless someone makes it sendable and Send is pressed.
class ExplainView : public QWidget
{
    Q_OBJECT

public:
    using Source = std::function<QCoro::Task<Result<RequestExplanation>>(PastedRequest)>;

    explicit ExplainView(QWidget *parent = nullptr);

    /// Who knows; null: nobody.
    void setSource(Source source);
    /// What stands in the field where nothing was typed yet.
    void setExample(const QString &text);
    void setSendable(bool sendable);
    /// What came of a sent request, in one line.
    void setAnswer(const QString &text);
    void explain();

Q_SIGNALS:
    void sendWanted(const sluice::PastedRequest &request);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QCoro::Task<void> ask(QPointer<ExplainView> self, int generation, Source source, PastedRequest request);
    void show(const Result<RequestExplanation> &explanation);
    void showTree(const std::optional<RequestExplanation> &explanation);
    std::optional<PastedRequest> read();
    void showProblem(const Error &error);
    void retranslate();

    Source m_source;
    QLabel *m_hint;
    QPlainTextEdit *m_request;
    QPushButton *m_explain;
    QPushButton *m_send;
    QLabel *m_problem;
    QLabel *m_answer;
    ExplanationTree *m_tree;
    QString m_example;
    int m_generation = 0;
};

} // namespace sluice::app
