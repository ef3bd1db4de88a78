// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/apispage.h"

#include "app/dialogs/workspacechoicedialog.h"
#include "app/support/looks.h"
#include "app/widgets/emptypage.h"
#include "core/models/apirows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

Api apiOf(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<Api>();
}

} // namespace

ApisPage::ApisPage(const PageContext &context, QWidget *parent)
    : ClusterListPage(context,
                      {u"apis"_s,
                       u"api"_s,
                       apiHeaders,
                       {{u"release"_s, 21, false, false, false},
                        {u"name"_s, 18, false, false, false},
                        {u"route"_s, 0, true, false, false},
                        {u"hosts"_s, 14, false, false, false},
                        {u"upstream"_s, 15, false, false, false},
                        {u"kind"_s, 16, false, false, false},
                        {u"id"_s, 16, false, false, true}},
                       static_cast<int>(ApiColumn::Name)},
                      parent)
{
    list()->setChipColumn(static_cast<int>(ApiColumn::Release),
                          [this](const QModelIndex &source) { return badgeOf(apiOf(source), snapshot()); });
    list()->setRouteColumn(static_cast<int>(ApiColumn::Route));
    list()->setRowActions([this](const QModelIndex &source) { return offers(source); });
    retranslate();
}

QString ApisPage::title() const
{
    return tr("APIs");
}

ClusterListPage::RowMaker ApisPage::rowMaker(const ClusterSnapshot &snapshot) const
{
    return [snapshot, workspace = location().workspace] { return apiRows(snapshot, workspace); };
}

QString ApisPage::countWord(const QList<KeyedRow> &rows) const
{
    return tr("%n API(s)", "", static_cast<int>(rows.size()));
}

QList<RowAction> ApisPage::offers(const QModelIndex &source)
{
    const Api api = apiOf(source);
    const QString ref = api.ref.toText();
    RowAction view;
    view.text = tr("View");
    view.place = RowAction::Place::Primary;
    view.trigger = [this, ref] { Q_EMIT navigateTo(elsewhere(Section::ApiDetail, ref)); };
    RowAction release;
    if (const ObservedRelease *standing = snapshot().releaseOn(api.ref)) {
        const QString id = standing->release.id;
        release.text = tr("Open its release");
        release.trigger = [this, id] { Q_EMIT navigateTo(elsewhere(Section::ReleaseDetail, id)); };
    } else {
        release.text = tr("New release");
        release.enabled = refusal().isEmpty();
        release.reason = refusal();
        release.trigger = [this, ref] {
            Location form = elsewhere(Section::ReleaseForm);
            form.extra.insert(u"api"_s, ref);
            Q_EMIT navigateTo(form);
        };
    }
    return {view, release, labelling(api)};
}

RowAction ApisPage::labelling(const Api &api)
{
    RowAction action;
    action.text = tr("Label with a workspace…");
    action.enabled = refusal().isEmpty();
    action.reason = refusal();
    action.trigger = [this, api] { openLabelling(meantBy(api)); };
    return action;
}

/// All that are selected, where it is one of them.
QList<Api> ApisPage::meantBy(const Api &api) const
{
    QList<Api> selected;
    const QModelIndexList sources = list()->selectedSources();
    for (const QModelIndex &source : sources)
        selected.append(apiOf(source));
    const bool isSelected =
        std::any_of(selected.cbegin(), selected.cend(), [&api](const Api &one) { return one.ref == api.ref; });
    return isSelected ? selected : QList<Api>{api};
}

void ApisPage::openLabelling(const QList<Api> &apis)
{
    auto *dialog = new WorkspaceChoiceDialog(watch()->session(), snapshot(), apis, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { context().operations.start(dialog->operation(), {}); });
    dialog->open();
}

void ApisPage::retranslate()
{
    list()->setAccessibleName(tr("APIs"));
    empty()->setText(tr("This workspace holds no APIs."), tr("Routes and services of the gateway appear here."));
    ClusterListPage::retranslate();
}

} // namespace sluice::app
