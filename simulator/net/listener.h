// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>

namespace sluice::simulator {

/// A port that is listened on, in the thread of its parent. Each connection's descriptor is given away, non-blocking.
/// Where descriptors are used up it waits half a second before it tries again, for a listener that can't accept is told
/// of the same connection at once: QTcpServer turns in a circle then, and tells nobody. The kernel keeps who knocks.
class Listener final : public QObject
{
    Q_OBJECT

public:
    Listener(QObject *parent, std::function<void(int)> accepted);

    /// Port 0 takes a free one. The error says which address is in use or can't be had.
    Result<std::uint16_t> listen(const QHostAddress &address, std::uint16_t port);

private:
    void accept();

    std::function<void(int)> m_accepted;
    QTcpServer m_server; ///< binds the port; accepts nothing
    std::unique_ptr<QSocketNotifier> m_knocks;
    QTimer m_rest;
};

} // namespace sluice::simulator
