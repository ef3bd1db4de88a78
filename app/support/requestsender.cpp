// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/requestsender.h"

namespace sluice::app {

namespace {

QByteArray headersOf(const PastedRequest &request, const QUrl &gateway)
{
    const QString host = request.host.isEmpty() ? gateway.authority(QUrl::FullyEncoded) : request.host;
    QByteArray lines = "Host: " + host.toUtf8() + "\r\n";
    for (const auto &[name, value] : request.headers) {
        // The body of a pasted request is not kept, so its length must not be claimed.
        if (name.compare(QLatin1String("content-length"), Qt::CaseInsensitive) != 0)
            lines += name.toUtf8() + ": " + value.toUtf8() + "\r\n";
    }
    QByteArrayList cookies;
    for (const auto &[name, value] : request.cookies)
        cookies.append(name.toUtf8() + '=' + value.toUtf8());
    if (!cookies.isEmpty())
        lines += "Cookie: " + cookies.join("; ") + "\r\n";
    return lines;
}

} // namespace

void RequestSender::send(const QUrl &gateway, const PastedRequest &request)
{
    ProbeRequest probe;
    probe.method = request.method.isEmpty() ? "GET" : request.method.toLatin1();
    probe.target = targetOf(request).toUtf8();
    probe.headers = headersOf(request, gateway);
    Prober::Options options;
    options.gateway = gateway;
    const auto source = [next = std::optional(probe)]() mutable { return std::exchange(next, std::nullopt); };
    m_prober = std::make_unique<Prober>(options, source);
    connect(m_prober.get(), &Prober::answered, this, &RequestSender::answered);
    m_prober->start();
}

} // namespace sluice::app
