// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace sluice::test {

/// At once when it is there: QTRY_VERIFY looks only every 50 ms, which adds up where a test sends hundreds.
inline void waitForReply(const QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(reply->isFinished() || finished.wait(10000));
}

} // namespace sluice::test
