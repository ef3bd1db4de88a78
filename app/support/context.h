// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace sluice {
class ActivityModel;
class ClusterSession;
class ClusterStore;
class SecretStore;
class Settings;
} // namespace sluice

namespace sluice::app {

class EmbeddedSimulator;

/// What the window's pages work with. Made by Application, which outlives every page; nothing here is owned by a page.
class Context : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Settings &settings() = 0;
    virtual ClusterStore &clusters() = 0;
    virtual SecretStore &secrets() = 0;
    virtual ActivityModel &activity() = 0;
    virtual EmbeddedSimulator &simulator() = 0;
    /// The session of a cluster, begun when it is first asked for; null where there is no such profile. It lives until
    /// sessionEnded() names it: hold it by QPointer across an await.
    virtual ClusterSession *session(const QString &clusterId) = 0;

Q_SIGNALS:
    void sessionEnded(const QString &clusterId);
};

} // namespace sluice::app
