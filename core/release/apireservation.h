// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/apilease.h"

#include <QSet>

namespace sluice {

/// One action at a time on an API from this client (B27).
class ApiTurn
{
public:
    ApiTurn(QSet<QString> &busy, QString key)
        : m_busy(busy)
        , m_key(std::move(key))
        , m_taken(!busy.contains(m_key))
    {
        m_busy.insert(m_key);
    }
    ~ApiTurn()
    {
        if (m_taken)
            m_busy.remove(m_key);
    }
    Q_DISABLE_COPY_MOVE(ApiTurn)

    bool taken() const { return m_taken; }

private:
    QSet<QString> &m_busy;
    QString m_key;
    bool m_taken;
};

/// An API kept for one that acts on it again and again: until then no action passes but Cancel, neither from this
/// client nor from another. The lease has to be given back; the turn ends by itself.
struct ApiReservation
{
    ApiTurn turn;
    ApiLease lease;
};

} // namespace sluice
