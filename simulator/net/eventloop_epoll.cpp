// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/eventloop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>

namespace sluice::simulator {

namespace {

std::uint32_t toEpoll(std::uint32_t events)
{
    std::uint32_t result = 0;
    if ((events & EventLoop::Readable) != 0)
        result |= EPOLLIN | EPOLLRDHUP;
    if ((events & EventLoop::Writable) != 0)
        result |= EPOLLOUT;
    return result;
}

} // namespace

EventLoop::EventLoop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event);
}

EventLoop::~EventLoop()
{
    close(m_wake);
    close(m_epoll);
}

void EventLoop::watch(int descriptor, Watcher *watcher, std::uint32_t events)
{
    epoll_event event{};
    event.events = toEpoll(events);
    event.data.ptr = watcher;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void EventLoop::change(int descriptor, Watcher *watcher, std::uint32_t events)
{
    epoll_event event{};
    event.events = toEpoll(events);
    event.data.ptr = watcher;
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void EventLoop::unwatch(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void EventLoop::post(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    const std::uint64_t one = 1;
    static_cast<void>(write(m_wake, &one, sizeof one) == sizeof one);
}

void EventLoop::stop()
{
    post([this] { m_stopped = true; });
}

EventLoop::TimerId EventLoop::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const TimerId id = ++m_lastTimer;
    const auto due = Clock::now() + delay;
    m_due.emplace(id, due);
    m_timers.emplace(std::pair(due, id), std::move(task));
    return id;
}

void EventLoop::cancel(TimerId timer)
{
    const auto found = m_due.find(timer);
    if (found == m_due.end())
        return;
    m_timers.erase({found->second, timer});
    m_due.erase(found);
}

int EventLoop::runTimers()
{
    while (!m_timers.empty()) {
        const auto next = m_timers.begin();
        const auto wait = next->first.first - Clock::now();
        if (wait > Clock::duration::zero())
            return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(wait).count());
        const auto task = std::move(next->second);
        m_due.erase(next->first.second);
        m_timers.erase(next);
        task();
    }
    return -1;
}

void EventLoop::runTasks()
{
    std::vector<std::function<void()>> tasks;
    {
        const std::scoped_lock lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const auto &task : tasks)
        task();
}

void EventLoop::run()
{
    std::array<epoll_event, 128> events{};
    while (!m_stopped) {
        const int wait = runTimers();
        const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), wait);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[static_cast<std::size_t>(i)];
            auto *watcher = static_cast<Watcher *>(event.data.ptr);
            if (!watcher) {
                std::uint64_t woken = 0;
                static_cast<void>(read(m_wake, &woken, sizeof woken) == sizeof woken);
                continue;
            }
            std::uint32_t ready = 0;
            if ((event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
                ready |= Readable;
            if ((event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0)
                ready |= Writable;
            watcher->ready(ready);
        }
        // Watchers are deleted here, after the events of this turn that may still name them.
        runTasks();
    }
    runTasks();
}

} // namespace sluice::simulator
