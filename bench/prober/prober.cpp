// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
//
// Requests a second of the prober over one thread: bench-prober URL [SECONDS [CONNECTIONS]]. Prints the number alone.
#include "core/verify/prober.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace sluice;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Prober::Options options;
    options.gateway = QUrl(arguments.value(1));
    if (!options.gateway.isValid() || options.gateway.host().isEmpty()) {
        std::fputs("bench-prober URL [SECONDS [CONNECTIONS]]\n", stderr);
        return 2;
    }
    const int seconds = std::max(1, arguments.value(2).toInt());
    options.connections = arguments.size() > 3 ? std::max(1, arguments.value(3).toInt()) : 32;
    ProbeRequest request;
    request.target = options.gateway.path(QUrl::FullyEncoded).toLatin1();
    request.headers = "Host: " + options.gateway.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    Prober prober(options, [&request]() -> std::optional<ProbeRequest> { return request; });
    qint64 answered = 0;
    qint64 failed = 0;
    QObject::connect(&prober, &Prober::answered, &prober, [&answered, &failed](const ProbeAnswer &answer) {
        ++answered;
        failed += answer.status == 200 ? 0 : 1;
    });
    QObject::connect(&prober, &Prober::finished, &application, &QCoreApplication::quit);
    QTimer::singleShot(seconds * 1000, &prober, &Prober::stop);
    prober.start();
    const int code = QCoreApplication::exec();
    std::printf("%lld\n", static_cast<long long>(answered / seconds));
    if (failed > 0)
        std::fprintf(stderr, "%lld requests failed\n", static_cast<long long>(failed));
    return failed > 0 ? 1 : code;
}
