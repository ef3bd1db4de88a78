// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/location.h"

#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr qsizetype historyLimit = 200;

struct SectionName
{
    Section section;
    const char *name;
};

constexpr std::array sectionNames{
    SectionName{Section::Welcome, "welcome"},
    SectionName{Section::Clusters, "clusters"},
    SectionName{Section::Overview, "overview"},
    SectionName{Section::Workspaces, "workspaces"},
    SectionName{Section::WorkspaceRules, "workspace-rules"},
    SectionName{Section::Apis, "apis"},
    SectionName{Section::ApiDetail, "api"},
    SectionName{Section::Upstreams, "upstreams"},
    SectionName{Section::UpstreamDetail, "upstream"},
    SectionName{Section::Releases, "releases"},
    SectionName{Section::ReleaseForm, "form"},
    SectionName{Section::ReleaseDetail, "release"},
    SectionName{Section::Verification, "verification"},
    SectionName{Section::Rehearsal, "rehearsal"},
    SectionName{Section::Activity, "activity"},
    SectionName{Section::Simulator, "simulator"},
};

QString nameOf(Section section)
{
    for (const SectionName &entry : sectionNames) {
        if (entry.section == section)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

std::optional<Section> sectionFrom(const QString &name)
{
    for (const SectionName &entry : sectionNames) {
        if (name == QLatin1String(entry.name))
            return entry.section;
    }
    return std::nullopt;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace

Location parentOf(const Location &location)
{
    Location up = location;
    up.object.clear();
    up.extra.clear();
    switch (location.section) {
    case Section::WorkspaceRules:
    case Section::Apis:
    case Section::Upstreams:
        up.section = Section::Workspaces;
        up.workspace.clear();
        return up;
    case Section::ApiDetail:
    case Section::Releases:
        up.section = Section::Apis;
        return up;
    case Section::UpstreamDetail:
        up.section = Section::Upstreams;
        return up;
    case Section::ReleaseForm:
    case Section::ReleaseDetail:
        up.section = Section::Releases;
        return up;
    case Section::Verification:
    case Section::Rehearsal:
        up.section = location.object.isEmpty() ? Section::Releases : Section::ReleaseDetail;
        up.object = location.object;
        return up;
    case Section::Welcome:
    case Section::Clusters:
    case Section::Overview:
    case Section::Workspaces:
    case Section::Activity:
    case Section::Simulator:
        break;
    }
    return Location{.section = Section::Clusters, .cluster = {}, .workspace = {}, .object = {}, .extra = {}};
}

QString toText(const Location &location)
{
    return QStringList{nameOf(location.section), encoded(location.cluster), encoded(location.workspace),
                       encoded(location.object)}
        .join(u'|');
}

std::optional<Location> locationFromText(const QString &text)
{
    const QStringList parts = text.split(u'|');
    if (parts.size() != 4)
        return std::nullopt;
    const auto section = sectionFrom(parts.at(0));
    if (!section)
        return std::nullopt;
    Location location;
    location.section = *section;
    location.cluster = decoded(parts.at(1));
    location.workspace = decoded(parts.at(2));
    location.object = decoded(parts.at(3));
    return location;
}

void LocationHistory::visit(const Location &location)
{
    if (m_position >= 0 && m_visited.at(m_position) == location)
        return;
    m_visited.resize(m_position + 1);
    m_visited.append(location);
    if (m_visited.size() > historyLimit)
        m_visited.removeFirst();
    m_position = m_visited.size() - 1;
}

std::optional<Location> LocationHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_visited.at(--m_position);
}

std::optional<Location> LocationHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_visited.at(++m_position);
}

std::optional<Location> LocationHistory::current() const
{
    if (m_position < 0)
        return std::nullopt;
    return m_visited.at(m_position);
}

} // namespace sluice::app
