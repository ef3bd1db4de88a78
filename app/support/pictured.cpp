// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/pictured.h"

#include "app/application.h"
#include "app/dialogs/clusterdialog.h"
#include "app/dialogs/confirmationdialog.h"
#include "app/dialogs/keydialog.h"
#include "app/dialogs/lastdigitdialog.h"
#include "app/dialogs/pasterequestdialog.h"
#include "app/dialogs/shortcutsdialog.h"
#include "app/dialogs/upstreamdialog.h"
#include "app/dialogs/workspacechoicedialog.h"
#include "app/mainwindow.h"
#include "app/support/operation.h"
#include "app/widgets/jumpbox.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

// Of the sample data.
const QString &shared()
{
    static const QString release = u"sluice-5f0c1e7a92d4"_s;
    return release;
}

Location placeOf(Section section, const QString &object = {}, const QString &workspace = u"payments"_s)
{
    const bool inside = section != Section::Clusters && section != Section::Welcome && section != Section::Simulator &&
                        section != Section::Activity;
    const bool deeper =
        inside && section != Section::Overview && section != Section::Workspaces && section != Section::WorkspaceRules;
    Location place;
    place.section = section;
    place.cluster = inside ? u"demo-staging"_s : QString();
    place.workspace = deeper ? workspace : QString();
    place.object = object;
    return place;
}

/// With something on it, not as it is before the first click.
Location begun(Section section, const QString &object)
{
    Location place = placeOf(section, object);
    place.extra.insert(u"start"_s, true);
    return place;
}

Location inProduction(Section section, const QString &object)
{
    Location place = placeOf(section, object);
    place.cluster = u"demo-production"_s;
    return place;
}

template <class Child>
Child *part(QWidget *dialog, const QString &name = {})
{
    return dialog->findChild<Child *>(name);
}

QWidget *confirmation(Application &application, ReleaseAction action)
{
    const Location here = application.window().location();
    const ClusterWatch *watch = application.clusters().watch(here.cluster);
    const ObservedRelease *release = watch->snapshot().release(here.object);
    return new ConfirmationDialog(operationOn(watch->session(), watch->snapshot(), *release, action),
                                  &application.window());
}

Pictured question(const QString &name, const Location &place, ReleaseAction action)
{
    return {name, place, [action](Application &application) { return confirmation(application, action); }};
}

ClusterProfile exampleCluster()
{
    ClusterProfile cluster;
    cluster.name = u"payments"_s;
    cluster.environment = ClusterProfile::Environment::Production;
    cluster.admin = QUrl(u"https://gateway.example:9180"_s);
    cluster.gateways = {QUrl(u"https://api.example"_s)};
    return cluster;
}

Pictured clusterDialog(const QString &name, int tab)
{
    return {name, placeOf(Section::Clusters), [tab](Application &application) {
                auto *dialog =
                    new ClusterDialog(application.clusters(), exampleCluster(), QString(), &application.window());
                part<QTabWidget>(dialog)->setCurrentIndex(tab);
                return dialog;
            }};
}

QWidget *openKeyDialog(Application &application)
{
    return new KeyDialog(application.clusters(), exampleCluster(), &application.window());
}

QWidget *openUpstreamDialog(Application &application)
{
    const ClusterWatch *watch = application.clusters().watch(application.window().location().cluster);
    const Upstream *upstream = watch->snapshot().upstream(u"pay-v1"_s);
    return new UpstreamDialog(watch->session(), *upstream, &application.window());
}

QWidget *openNewUpstreamDialog(Application &application)
{
    const Location here = application.window().location();
    return new UpstreamDialog(application.clusters().watch(here.cluster)->session(), here.workspace,
                              &application.window());
}

QWidget *openWorkspaceChoice(Application &application)
{
    const ClusterWatch *watch = application.clusters().watch(application.window().location().cluster);
    auto *dialog = new WorkspaceChoiceDialog(watch->session(), watch->snapshot(), watch->snapshot().apis().mid(0, 6),
                                             &application.window());
    part<QComboBox>(dialog, u"workspace"_s)->setCurrentText(u"checkout"_s);
    return dialog;
}

QWidget *openPasteDialog(Application &application)
{
    auto *dialog = new PasteRequestDialog(&application.window());
    part<QPlainTextEdit>(dialog, u"pasted"_s)
        ->setPlainText(u"curl 'https://api.example/payments/checkout?version=2' -H 'X-Canary: 1' -H 'Accept: */*' "
                       "--cookie 'user=qa-wang'"_s);
    return dialog;
}

QWidget *openLastDigitDialog(Application &application)
{
    auto *dialog = new LastDigitDialog(20, &application.window());
    part<QLineEdit>(dialog, u"digit-name"_s)->setText(u"uid"_s);
    return dialog;
}

QWidget *openShortcuts(Application &application)
{
    return new ShortcutsDialog(application.window().actions().actions(), &application.window());
}

QWidget *openJumpBox(Application &application)
{
    application.window().actions().action(u"jump"_s)->trigger();
    return part<JumpBox>(&application.window());
}

} // namespace

QList<Pictured> picturedPages()
{
    return {{u"welcome"_s, placeOf(Section::Welcome)},
            {u"clusters"_s, placeOf(Section::Clusters)},
            {u"overview"_s, placeOf(Section::Overview)},
            {u"workspaces"_s, placeOf(Section::Workspaces)},
            {u"workspace-rules"_s, placeOf(Section::WorkspaceRules)},
            {u"apis"_s, placeOf(Section::Apis)},
            {u"api"_s, placeOf(Section::ApiDetail, u"route/checkout"_s)},
            {u"upstreams"_s, placeOf(Section::Upstreams)},
            {u"upstream"_s, placeOf(Section::UpstreamDetail, u"pay-v1"_s)},
            {u"releases"_s, placeOf(Section::Releases)},
            {u"form"_s, placeOf(Section::ReleaseForm)},
            {u"form-rules"_s, placeOf(Section::ReleaseForm, u"sluice-a41b7d30c86e"_s, u"catalog"_s)},
            {u"release"_s, placeOf(Section::ReleaseDetail, shared())},
            {u"release-pending"_s, placeOf(Section::ReleaseDetail, u"sluice-7b3e60d9f1a8"_s, u"catalog"_s)},
            {u"release-stopped"_s, placeOf(Section::ReleaseDetail, u"sluice-c2085d4ef693"_s, u"users"_s)},
            {u"release-drift"_s, placeOf(Section::ReleaseDetail, u"sluice-90ad3b67e21f"_s, u"users"_s)},
            {u"release-production"_s, inProduction(Section::ReleaseDetail, shared())},
            {u"verification"_s, begun(Section::Verification, shared())},
            {u"rehearsal"_s, begun(Section::Rehearsal, shared())},
            {u"simulator"_s, placeOf(Section::Simulator)},
            {u"activity"_s, placeOf(Section::Activity)}};
}

QList<Pictured> picturedDialogs()
{
    const Location release = placeOf(Section::ReleaseDetail, shared());
    const Location production = inProduction(Section::ReleaseDetail, shared());
    const Location form = placeOf(Section::ReleaseForm);
    return {clusterDialog(u"cluster-connection"_s, 0),
            clusterDialog(u"cluster-gateways"_s, 1),
            clusterDialog(u"cluster-tls"_s, 2),
            clusterDialog(u"cluster-rules"_s, 3),
            {u"key"_s, placeOf(Section::Clusters), openKeyDialog},
            question(u"confirm-cancel"_s, release, ReleaseAction::Cancel),
            question(u"confirm-full-release"_s, release, ReleaseAction::FullRelease),
            question(u"confirm-delete"_s, release, ReleaseAction::Delete),
            question(u"confirm-full-release-production"_s, production, ReleaseAction::FullRelease),
            {u"label-apis"_s, placeOf(Section::Apis), openWorkspaceChoice},
            {u"upstream-new"_s, placeOf(Section::Upstreams), openNewUpstreamDialog},
            {u"upstream-edit"_s, placeOf(Section::Upstreams), openUpstreamDialog},
            {u"paste-request"_s, form, openPasteDialog},
            {u"by-last-digit"_s, form, openLastDigitDialog},
            {u"shortcuts"_s, placeOf(Section::Clusters), openShortcuts},
            {u"jump-box"_s, placeOf(Section::Releases), openJumpBox}};
}

} // namespace sluice::app
