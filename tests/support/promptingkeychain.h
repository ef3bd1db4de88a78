// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace sluice::test {

/// A Secret Service on a message bus of this process alone. It is locked at first, and the test answers its prompts.
/// Make one before anything asks for the keychain: a process stays on the bus that it found first.
class PromptingKeychain
{
public:
    PromptingKeychain()
    {
        QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!configuration.open(QIODevice::WriteOnly))
            qFatal("the configuration of the bus can't be written");
        // Without folders of services: nothing else answers in the place of one that died.
        configuration.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8() +
                            "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                            "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        configuration.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                    QStringLiteral("--config-file=") + configuration.fileName()});
        if (!QTest::qWaitFor([this] { return m_bus.canReadLine(); }))
            qFatal("dbus-daemon does not start: install the package dbus");
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        start();
    }
    ~PromptingKeychain()
    {
        die();
        m_bus.kill();
        m_bus.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(PromptingKeychain)

    /// Once it has died, with what it had kept forgotten.
    void start()
    {
        m_said.clear();
        m_service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_service.start(QStringLiteral(SLUICE_TESTS "/support/secretservice"), QStringList());
        if (!hears("ready"))
            qFatal("the Secret Service does not start: install the package python3-gi");
    }
    /// In the middle of whatever it does.
    void die()
    {
        m_service.kill();
        m_service.waitForFinished();
    }

    /// Without a prompt.
    void open() { tell("open"); }
    void lock() { tell("lock"); }
    void forget() { tell("forget"); }
    /// To the prompt that is shown.
    void answer() { tell("answer"); }
    void dismiss() { tell("dismiss"); }

    /// Waits until it shows a prompt that has not been waited for yet.
    bool prompts() { return hears("prompt"); }

private:
    static constexpr int patience = 20'000;

    bool hears(const QByteArray &word)
    {
        return QTest::qWaitFor(
            [this, &word] {
                while (m_service.canReadLine())
                    m_said.append(m_service.readLine().trimmed());
                return m_said.removeOne(word);
            },
            patience);
    }

    void tell(const char *word)
    {
        m_service.write(word);
        m_service.write("\n");
        if (!hears("done"))
            qFatal("the Secret Service does not do as it is told");
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_service;
    QByteArrayList m_said;
};

} // namespace sluice::test
