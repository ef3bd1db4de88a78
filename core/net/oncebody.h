// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace sluice {

/// A request body that can be read once. QNetworkAccessManager 6.4 rewinds the body and sends a PATCH or PUT again when
/// the server closes the connection without an answer; this device can't be rewound, so that it reports the loss
/// instead (QNetworkReply::ContentReSendError), and the caller reads back what happened.
class OnceBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray content, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qsizetype m_position = 0;
};

} // namespace sluice
