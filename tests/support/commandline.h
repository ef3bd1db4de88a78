// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/testgateway.h"

#include <QProcess>

namespace sluice::test {

/// What a shell sees of a command.
struct CommandOutcome
{
    int code = -1; ///< -1: it crashed
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

/// sluicectl in a process of its own, against a test gateway; its settings and archives go into that one's folder.
class CommandLine
{
public:
    explicit CommandLine(const TestGateway &gateway)
        : m_gateway(gateway)
    {
    }

    /// As written; pairs: more of the environment, "NAME=value".
    CommandOutcome run(const QStringList &arguments, const QStringList &pairs = {}, const QByteArray &input = {}) const
    {
        QProcess process;
        begin(process, arguments, pairs);
        process.write(input);
        process.closeWriteChannel();
        // Servers of this process go on answering meanwhile.
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        if (process.state() != QProcess::NotRunning)
            loop.exec();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    /// With the gateway's addresses.
    CommandOutcome ctl(const QStringList &arguments) const { return run(addresses() + arguments); }
    /// Words of a line that hold no blanks themselves.
    CommandOutcome line(const QString &words) const { return ctl(words.split(u' ', Qt::SkipEmptyParts)); }

    QStringList addresses() const
    {
        const simulator::RunningCluster cluster = m_gateway.cluster();
        return {QStringLiteral("--admin"), cluster.admin.toString(), QStringLiteral("--gateway"),
                cluster.gateway.toString()};
    }
    void begin(QProcess &process, const QStringList &arguments, const QStringList &pairs = {}) const
    {
        QProcessEnvironment variables = environment();
        for (const QString &pair : pairs)
            variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(SLUICE_BIN_DIR "/sluicectl"), arguments);
    }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
        result.insert(QStringLiteral("SLUICE_ADMIN_KEY"), QString::fromUtf8(m_gateway.key()));
        result.insert(QStringLiteral("SLUICE_OPERATOR"), QStringLiteral("韩梅"));
        result.insert(QStringLiteral("XDG_DATA_HOME"), m_gateway.archiveFolder());
        result.insert(QStringLiteral("XDG_CONFIG_HOME"), m_gateway.archiveFolder());
        return result;
    }

private:
    const TestGateway &m_gateway;
};

} // namespace sluice::test
