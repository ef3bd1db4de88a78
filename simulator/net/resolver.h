// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sluice::simulator {

/// Looks names of nodes up in a thread of its own: the system's look-up blocks, and must not hold up a worker. Answers
/// are kept for a few seconds. Safe from many threads.
class Resolver
{
public:
    /// Empty: the name has no address.
    using Done = std::function<void(const std::string &address)>;

    Resolver();
    ~Resolver();
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;

    /// What is known already; an address is its own.
    std::optional<std::string> known(const std::string &name);
    /// done is called in the resolver's thread; not at all where the resolver ends before.
    void lookUp(const std::string &name, Done done);

private:
    struct Answer
    {
        std::string address;
        std::chrono::steady_clock::time_point until;
    };
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::vector<std::pair<std::string, Done>> m_questions;
    std::map<std::string, Answer> m_answers;
    std::thread m_thread; ///< last: it uses all others
};

} // namespace sluice::simulator
