// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sluice::simulator {

/// What has arrived and is not used yet. Using the beginning moves nothing, so that many small requests in one piece
/// cost no more than one by one.
class ReceiveBuffer
{
public:
    std::string_view view() const { return std::string_view(m_bytes).substr(m_used); }
    std::size_t size() const { return m_bytes.size() - m_used; }
    bool empty() const { return size() == 0; }

    /// To be appended to. Ends the life of views.
    std::string &end()
    {
        m_bytes.erase(0, m_used);
        m_used = 0;
        return m_bytes;
    }
    void use(std::size_t count)
    {
        m_used += count;
        if (empty())
            clear();
    }
    void clear()
    {
        m_bytes.clear();
        m_used = 0;
    }
    /// Gives back memory above this size, where nothing waits.
    void shrink(std::size_t limit)
    {
        if (empty() && m_bytes.capacity() > limit)
            std::string().swap(m_bytes);
    }

private:
    std::string m_bytes;
    std::size_t m_used = 0;
};

} // namespace sluice::simulator
