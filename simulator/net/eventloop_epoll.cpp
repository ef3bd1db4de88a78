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
    std::uint32_t result = EPOLLET;
    if ((events & EventLoop::Readable) != 0)
        result |= EPOLLIN | EPOLLRDHUP;
    if ((events & EventLoop::Writable) != 0)
        result |= EPOLLOUT;
    return result;
}

} // namespace

struct EventLoop::Turn
{
    std::array<epoll_event, 128> events{};
    std::size_t next = 0;
    std::size_t end = 0;
};

EventLoop::EventLoop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_turn(std::make_unique<Turn>())
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &m_wake;
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

void EventLoop::forget(const Watcher *watcher)
{
    for (std::size_t i = m_turn->next; i < m_turn->end; ++i) {
        if (m_turn->events[i].data.ptr == watcher)
            m_turn->events[i].data.ptr = nullptr;
    }
}

void EventLoop::post(std::function<void()> task)
{
    if (m_thread.load(std::memory_order_relaxed) == std::this_thread::get_id()) {
        m_ownTasks.push_back(std::move(task));
        return;
    }
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
    tasks.clear();
    tasks.swap(m_ownTasks);
    for (const auto &task : tasks)
        task();
}

void EventLoop::runEvents(int count)
{
    Turn &turn = *m_turn;
    turn.end = count > 0 ? static_cast<std::size_t>(count) : 0;
    for (turn.next = 0; turn.next < turn.end;) {
        const epoll_event event = turn.events[turn.next++];
        if (event.data.ptr == &m_wake) {
            std::uint64_t woken = 0;
            static_cast<void>(read(m_wake, &woken, sizeof woken) == sizeof woken);
            continue;
        }
        std::uint32_t ready = 0;
        if ((event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
            ready |= Readable;
        if ((event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
            ready |= Ended;
        if ((event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0)
            ready |= Writable;
        if (event.data.ptr)
            static_cast<Watcher *>(event.data.ptr)->ready(ready);
    }
}

void EventLoop::run()
{
    m_thread = std::this_thread::get_id();
    while (!m_stopped) {
        const int untilTimer = runTimers();
        const int wait = m_ownTasks.empty() ? untilTimer : 0;
        const int count = epoll_wait(m_epoll, m_turn->events.data(), static_cast<int>(m_turn->events.size()), wait);
        m_now = Clock::now();
        runEvents(count);
        runTasks();
    }
    runTasks();
    m_thread = std::thread::id();
}

} // namespace sluice::simulator
