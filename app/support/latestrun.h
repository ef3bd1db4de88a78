// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace sluice::app {

/// Makes values in another thread and hands them over in this one. Only what was asked for last counts: what was begun
/// before is dropped, and so is everything that is not done when the owner ends.
class LatestRun
{
public:
    /// make runs there, on copies of all that it needs; take gets what it returned, here.
    template <class Make, class Take>
    void start(Make make, Take take)
    {
        using Made = std::invoke_result_t<Make>;
        const int number = ++m_begun;
        m_isRunning = true;
        // Not QFuture::then(): in Qt 6.4 that fails where its context ends first.
        auto *watcher = new QFutureWatcher<Made>(&m_context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [this, number, watcher, take] {
            watcher->deleteLater();
            if (number != m_begun)
                return;
            m_isRunning = false;
            take(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(std::move(make)));
    }
    /// Drops what is under way.
    void forget()
    {
        ++m_begun;
        m_isRunning = false;
    }
    bool isRunning() const { return m_isRunning; }

private:
    QObject m_context;
    int m_begun = 0;
    bool m_isRunning = false;
};

} // namespace sluice::app
