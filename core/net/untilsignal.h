// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <optional>

namespace sluice {

/// Lets a coroutine wait for a signal, or for as long as it has patience: `co_await UntilSignal(object, signal)`.
///
/// qCoro(object, signal) of QCoro 0.8 is for signals that come once: where one comes twice before the coroutine goes
/// on, or just as the time is over, it resumes a coroutine that is somewhere else by then. Here it goes on once. Where
/// the object dies first the coroutine never goes on, as there.
template <class Object, class Signal>
class UntilSignal
{
public:
    UntilSignal(Object *object, Signal signal, std::optional<std::chrono::milliseconds> patience = std::nullopt)
        : m_object(object)
        , m_signal(signal)
        , m_patience(patience)
    {
    }

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        auto *wait = new QTimer(m_object);
        wait->setSingleShot(true);
        QObject::connect(m_object, m_signal, wait, [wait] { wait->start(0); });
        QObject::connect(wait, &QTimer::timeout, wait, [object = m_object, wait, waiting] {
            const std::coroutine_handle<> goesOn = waiting;
            QObject::disconnect(object, nullptr, wait, nullptr);
            wait->deleteLater();
            goesOn.resume();
        });
        if (m_patience)
            wait->start(*m_patience);
    }
    void await_resume() const {}

private:
    Object *m_object;
    Signal m_signal;
    std::optional<std::chrono::milliseconds> m_patience;
};

} // namespace sluice
