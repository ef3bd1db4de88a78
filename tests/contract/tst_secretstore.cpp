// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/settings/secretstore.h"
#include "tests/support/testgateway.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// Keys in the system's keychain. Run as it is there is none; `keyring` runs it once more with a real Secret Service.
class TestSecretStore : public QObject
{
    Q_OBJECT

private:
    static bool hasKeyring() { return qEnvironmentVariableIsSet("SLUICE_TEST_KEYRING"); }
    static ClusterProfile profile()
    {
        ClusterProfile profile;
        profile.id = u"4711"_s;
        profile.name = u"x"_s;
        return profile;
    }

private Q_SLOTS:
    void keptAndForgotten()
    {
        const ClusterSecrets secrets{"admin key \xe5\xaf\x86", {{"X-Tunnel", "tunnel key"}}};
        SecretStore store;
        const QSignalSpy changes(&store, &SecretStore::sessionOnlyChanged);
        QCoro::waitFor(store.write(profile().id, secrets));
        QCOMPARE(store.isSessionOnly(), !hasKeyring());
        QCOMPARE(changes.size(), hasKeyring() ? 0 : 1);
        QCOMPARE(wait(store.read(profile()))->adminKey, secrets.adminKey);

        // Another start of the program.
        SecretStore later;
        const Result<ClusterSecrets> answered = wait(later.read(profile()));
        QCOMPARE(bool(answered), hasKeyring());
        const ClusterSecrets found = answered ? *answered : ClusterSecrets();
        QCOMPARE(found.adminKey, hasKeyring() ? secrets.adminKey : QByteArray());
        QCOMPARE(found.headers, hasKeyring() ? secrets.headers : decltype(found.headers)());
        ClusterProfile asked = profile();
        asked.askKey = true;
        QVERIFY(wait(later.read(asked))->adminKey.isEmpty());

        QCoro::waitFor(store.remove(profile().id));
        const Result<ClusterSecrets> removed = wait(store.read(profile()));
        QVERIFY(!removed || removed->adminKey.isEmpty());
        SecretStore last;
        QCOMPARE(bool(wait(last.read(profile()))), hasKeyring());
        QCOMPARE(last.isSessionOnly(), !hasKeyring());
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
