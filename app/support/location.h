// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace sluice::app {

/// Which page, in words that never change: they are kept in the settings as "last place".
enum class Section {
    Welcome,
    Clusters,
    Overview,
    Workspaces,
    WorkspaceRules,
    Apis,
    ApiDetail,
    Upstreams,
    UpstreamDetail,
    Releases,
    ReleaseForm,
    ReleaseDetail,
    Verification,
    Rehearsal,
    Activity,
    Simulator,
};

/// Where the user is: a place that can be gone to, gone back to and kept.
struct Location
{
    Section section = Section::Clusters;
    QString cluster;   ///< id of the profile; empty above the clusters
    QString workspace; ///< empty above the workspaces
    QString object;    ///< route/ID, service/ID, upstream id or release id; empty for a new one
    QVariantMap extra; ///< what a page wants to be opened with, for example a form's preset API

    bool operator==(const Location &) const = default;
};

/// The place one step up (B4); the list of clusters is above everything.
Location parentOf(const Location &location);

/// Stored form of a place, without its extras; nothing where the text is not one.
QString toText(const Location &location);
std::optional<Location> locationFromText(const QString &text);

/// Back and forward as in a browser: a new visit drops what lay ahead.
class LocationHistory
{
public:
    void visit(const Location &location);
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_visited.size(); }
    std::optional<Location> back();
    std::optional<Location> forward();
    std::optional<Location> current() const;

private:
    QList<Location> m_visited;
    qsizetype m_position = -1;
};

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::app::Location)
