// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace sluice::simulator {

/// One thread's loop over its sockets: epoll, edge-triggered, which spares the kernel a second look at every descriptor
/// that it has told of. So an event comes once: whoever leaves something unread or unsent must say so by change().
/// Everything but post() and stop() is for the loop's own thread.
class EventLoop
{
public:
    /// Ended comes with Readable: the peer sends no more, and the end lies behind what has not been read yet.
    enum Events : std::uint32_t { None = 0, Readable = 1, Writable = 2, Ended = 4 };

    /// Told what a descriptor is ready for. It may be forgotten and deleted while it is told.
    class Watcher
    {
    public:
        virtual void ready(std::uint32_t events) = 0;

    protected:
        ~Watcher() = default;
    };
    using TimerId = std::uint64_t;

    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    void run();
    void stop();
    /// To be run in the loop's thread, after the events of the present turn.
    void post(std::function<void()> task);

    void watch(int descriptor, Watcher *watcher, std::uint32_t events);
    /// Tells at once of what is ready already, also where events are the same as before.
    void change(int descriptor, Watcher *watcher, std::uint32_t events);
    /// Before its descriptor is closed, which is what ends the watching: events of this turn won't reach it any more.
    void forget(const Watcher *watcher);

    /// When this turn's events came: precise enough for time-outs, and free.
    std::chrono::steady_clock::time_point now() const { return m_now; }
    TimerId after(std::chrono::milliseconds delay, std::function<void()> task);
    void cancel(TimerId timer);

private:
    using Clock = std::chrono::steady_clock;
    struct Turn;
    void runTasks();
    int runTimers(); ///< milliseconds to the next one, -1: none
    void runEvents(int count);

    int m_epoll = -1;
    int m_wake = -1;
    bool m_stopped = false;
    Clock::time_point m_now = Clock::now();
    std::unique_ptr<Turn> m_turn; ///< the events that epoll has told of, and how far they have been handed on
    std::atomic<std::thread::id> m_thread;
    std::vector<std::function<void()>> m_ownTasks; ///< posted by the loop's own thread: nobody needs waking
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_tasks;
    TimerId m_lastTimer = 0;
    std::map<std::pair<Clock::time_point, TimerId>, std::function<void()>> m_timers;
    std::map<TimerId, Clock::time_point> m_due;
};

} // namespace sluice::simulator
