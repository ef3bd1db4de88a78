// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/net/curlcommand.h"

#include <QPointer>
#include <QWidget>

#include <QCoroTask>

#include <functional>

class QPlainTextEdit;
class QToolButton;

namespace sluice::app {

/// The exact requests that something would send, folded until somebody wants to see them (B26).
class RequestsView : public QWidget
{
    Q_OBJECT

public:
    using Source = std::function<QCoro::Task<Result<QList<AdminRequest>>>()>;

    explicit RequestsView(QWidget *parent = nullptr);

    /// Asked when it is unfolded, and at once where it is; null for nothing.
    void setSource(Source source);
    bool isUnfolded() const;
    void unfold(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// The source comes along: it keeps alive what it reads from.
    static QCoro::Task<void> read(QPointer<RequestsView> self, int generation, Source source);
    void show(const Result<QList<AdminRequest>> &requests);
    void retranslate();

    Source m_source;
    QToolButton *m_toggle;
    QPlainTextEdit *m_text;
    int m_count = -1;
    int m_generation = 0;
};

} // namespace sluice::app
