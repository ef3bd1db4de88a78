// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <memory>

namespace sluice {

/// Ctrl-C and SIGTERM as something to react to in the event loop, for a program that has something to put in order
/// before it ends. The second one of a kind ends it as if nobody listened. There is one at a time in a process.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void received();

private:
    std::array<int, 2> m_sockets{-1, -1}; ///< the handler writes to the second; the loop reads from the first
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sluice
