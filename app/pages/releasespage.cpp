// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/releasespage.h"

#include "app/support/icons.h"
#include "app/support/looks.h"
#include "app/support/releaseoffers.h"
#include "app/widgets/emptypage.h"
#include "core/models/releaserows.h"

#include <QAction>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

ObservedRelease releaseOf(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<ObservedRelease>();
}

QList<ListColumn> columnsFor(ReleasesPage::Scope scope)
{
    const bool ofWorkspace = scope == ReleasesPage::Scope::Workspace;
    // The overview names the workspace in the place of the upstreams: at 1280 pixels a row has no room for both.
    return {{u"state"_s, 16, false, false, false},      {u"name"_s, 18, false, false, false},
            {u"api"_s, 20, false, false, false},        {u"upstreams"_s, 0, true, false, !ofWorkspace},
            {u"allocation"_s, 20, false, false, false}, {u"by"_s, 7, false, false, !ofWorkspace},
            {u"updated"_s, 18, false, false, true},     {u"workspace"_s, 12, false, false, ofWorkspace}};
}

} // namespace

ReleasesPage::ReleasesPage(const PageContext &context, Scope scope, QWidget *parent)
    : ClusterListPage(
          context,
          {scope == Scope::Workspace ? u"releases"_s : u"overview"_s, u"releases"_s, releaseHeaders, columnsFor(scope)},
          parent)
    , m_scope(scope)
    , m_show(new QComboBox(this))
    , m_new(new QAction(icon(u"add"_s), QString(), this))
{
    list()->setChipColumn(static_cast<int>(ReleaseColumn::State),
                          [](const QModelIndex &source) { return lookOf(releaseOf(source)); });
    list()->setRouteColumn(static_cast<int>(ReleaseColumn::Api));
    list()->setShareColumn(static_cast<int>(ReleaseColumn::Allocation), shareOf);
    list()->setRowActions([this](const QModelIndex &source) { return offers(source); });
    m_show->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addTool(m_show);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        beginAnew();
        present();
    });
    connect(m_new, &QAction::triggered, this, [this] { go(Section::ReleaseForm, {}); });
    retranslate();
}

QString ReleasesPage::title() const
{
    return m_scope == Scope::Workspace ? tr("Releases") : tr("Overview");
}

QList<QAction *> ReleasesPage::toolActions()
{
    return m_scope == Scope::Workspace ? QList<QAction *>{m_new} : QList<QAction *>();
}

QList<RowAction> ReleasesPage::releaseActions() const
{
    return list()->actionsOf(list()->currentSource());
}

ClusterListPage::RowMaker ReleasesPage::rowMaker(const ClusterSnapshot &snapshot) const
{
    const QString workspace = m_scope == Scope::Workspace ? location().workspace : QString();
    const auto show = static_cast<Show>(m_show->currentIndex());
    return [snapshot, workspace, show, scope = m_scope] {
        QList<KeyedRow> all = releaseRows(snapshot, workspace);
        all.removeIf(
            [show, scope](const KeyedRow &row) { return !isShown(row.payload.value<ObservedRelease>(), show, scope); });
        return all;
    };
}

bool ReleasesPage::isShown(const ObservedRelease &observed, Show show, Scope scope)
{
    switch (show) {
    case Show::InProgress:
        return observed.condition == ReleaseCondition::Applied;
    case Show::Alarms:
        return alarmOf(observed).has_value();
    case Show::Ended:
        return !observed.release.isInProgress();
    case Show::All:
        break;
    }
    return scope == Scope::Workspace || observed.release.isInProgress() || alarmOf(observed).has_value();
}

QString ReleasesPage::countWord(const QList<KeyedRow> &rows) const
{
    int inProgress = 0;
    int alarms = 0;
    for (const KeyedRow &row : rows) {
        const auto observed = row.payload.value<ObservedRelease>();
        inProgress += observed.condition == ReleaseCondition::Applied ? 1 : 0;
        alarms += alarmOf(observed) ? 1 : 0;
    }
    QStringList words{tr("%n release(s)", "", static_cast<int>(rows.size())), tr("%n in progress", "", inProgress)};
    if (alarms > 0)
        words.append(tr("%n alarm(s)", "", alarms));
    return words.join(u" · "_s);
}

QList<RowAction> ReleasesPage::offers(const QModelIndex &source)
{
    if (watch() == nullptr)
        return {};
    const ObservedRelease observed = releaseOf(source);
    const QString workspace = observed.release.workspace;
    return releaseOffers(this, context().operations, *watch(), observed,
                         [this, workspace](Section section, const QString &object) {
                             Location there = elsewhere(section, object);
                             there.workspace = workspace;
                             Q_EMIT navigateTo(there);
                         });
}

void ReleasesPage::go(Section section, const QString &object)
{
    Q_EMIT navigateTo(elsewhere(section, object));
}

void ReleasesPage::present()
{
    const QString refused = refusal();
    m_new->setEnabled(refused.isEmpty());
    m_new->setToolTip(refused.isEmpty() ? tr("Begin a canary release") : refused);
    ClusterListPage::present();
}

void ReleasesPage::entered()
{
    m_show->setCurrentIndex(0);
    ClusterListPage::entered();
}

void ReleasesPage::retranslate()
{
    const QStringList words{tr("All states"), tr("In progress"), tr("Alarms"), tr("Ended")};
    for (int at = 0; at < words.size(); ++at) {
        if (at < m_show->count())
            m_show->setItemText(at, words.at(at));
        else
            m_show->addItem(words.at(at));
    }
    m_show->setAccessibleName(tr("State"));
    m_new->setText(tr("New"));
    list()->setAccessibleName(tr("Releases"));
    empty()->setText(m_scope == Scope::Workspace ? tr("There is no release here yet.")
                                                 : tr("No release is in progress, and nothing needs a look."),
                     m_scope == Scope::Workspace ? tr("A release sends a small share of an API's traffic to a new "
                                                      "upstream first.")
                                                 : QString());
    empty()->setAction(m_scope == Scope::Workspace ? m_new : nullptr);
    ClusterListPage::retranslate();
}

} // namespace sluice::app
