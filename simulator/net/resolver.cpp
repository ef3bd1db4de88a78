// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "simulator/net/resolver.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <utility>

namespace sluice::simulator {

namespace {

constexpr std::chrono::seconds keptFound{10};
constexpr std::chrono::seconds keptMissing{1};

bool isAddress(const std::string &name)
{
    std::array<unsigned char, sizeof(in6_addr)> address{};
    const bool bracketed = name.size() > 2 && name.front() == '[';
    return bracketed || inet_pton(AF_INET, name.c_str(), address.data()) == 1 ||
           inet_pton(AF_INET6, name.c_str(), address.data()) == 1;
}

std::string resolved(const std::string &name)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0)
        return {};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, &freeaddrinfo);
    std::array<char, NI_MAXHOST> text{};
    const addrinfo *best = found;
    for (const addrinfo *address = found; address; address = address->ai_next) {
        if (address->ai_family == AF_INET) { // as APISIX, which asks for A before AAAA
            best = address;
            break;
        }
    }
    if (getnameinfo(best->ai_addr, best->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return text.data();
}

} // namespace

Resolver::Resolver()
    : m_thread([this] { run(); })
{
}

Resolver::~Resolver()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::optional<std::string> Resolver::known(const std::string &name)
{
    if (isAddress(name))
        return name;
    const std::scoped_lock lock(m_mutex);
    const auto found = m_answers.find(name);
    if (found == m_answers.end() || found->second.until < std::chrono::steady_clock::now())
        return std::nullopt;
    return found->second.address;
}

void Resolver::lookUp(const std::string &name, Done done)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_questions.emplace_back(name, std::move(done));
    }
    m_wake.notify_all();
}

void Resolver::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        m_wake.wait(lock, [this] { return m_stopped || !m_questions.empty(); });
        const auto questions = std::exchange(m_questions, {});
        for (const auto &[name, done] : questions) {
            const auto kept = m_answers.find(name);
            const auto now = std::chrono::steady_clock::now();
            const bool fresh = kept != m_answers.end() && kept->second.until >= now;
            std::string address = fresh ? kept->second.address : std::string();
            if (m_stopped)
                return;
            lock.unlock();
            if (!fresh)
                address = resolved(name);
            done(address);
            lock.lock();
            if (!fresh)
                m_answers[name] = {address,
                                   std::chrono::steady_clock::now() + (address.empty() ? keptMissing : keptFound)};
        }
        std::erase_if(m_answers,
                      [](const auto &answer) { return answer.second.until < std::chrono::steady_clock::now(); });
    }
}

} // namespace sluice::simulator
