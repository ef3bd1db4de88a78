// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/releaseoffers.h"

#include "core/release/releasewords.h"
#include "core/session/clusterwatch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace sluice::app {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseOffers)
};

RowAction link(const QString &text, RowAction::Place place, const Go &go, Section section, const QString &object)
{
    RowAction action;
    action.text = text;
    action.place = place;
    action.trigger = [go, section, object] { go(section, object); };
    return action;
}

RowAction::Place placeOf(ReleaseAction action, const ObservedRelease &observed, ReleaseView view)
{
    if (view == ReleaseView::Whole && action == ReleaseAction::Finish)
        return RowAction::Place::Button;
    if (action == ReleaseAction::Configure)
        return RowAction::Place::Primary;
    // Two clicks from any page that shows it (E19).
    if (action == ReleaseAction::Cancel && observed.release.isInProgress())
        return RowAction::Place::Button;
    return RowAction::Place::Menu;
}

/// Why nobody can do anything with it from here now; empty where one can.
QString obstacle(const Operations &operations, const ClusterWatch &watch, const ObservedRelease &observed)
{
    if (const auto refusal = watch.refusal())
        return refusal->reason + u' ' + refusal->advice;
    if (operations.isRunning(watch.profile().id, observed.release.id))
        return Text::tr("An action on this release is under way.");
    return {};
}

std::function<void()> triggerOf(ReleaseAction action, QWidget *over, Operations &operations, const ClusterWatch &watch,
                                const ObservedRelease &observed, const Go &go)
{
    const QString id = observed.release.id;
    if (action == ReleaseAction::Configure || action == ReleaseAction::NewBack)
        return [go, id] { go(Section::ReleaseForm, id); };
    const SharedSession session = watch.session();
    if (!session)
        return {};
    const Operation operation = operationOn(session, watch.snapshot(), observed, action);
    return [over, &operations, operation] { operations.ask(over, operation); };
}

} // namespace

QList<RowAction> releaseOffers(QWidget *over, Operations &operations, const ClusterWatch &watch,
                               const ObservedRelease &observed, const Go &go, ReleaseView view)
{
    const QString id = observed.release.id;
    const QList<ReleaseAction> offered = offeredActions(observed);
    const QString why = obstacle(operations, watch, observed);
    const bool configures = offered.contains(ReleaseAction::Configure);
    QList<RowAction> actions;
    const auto look = link(Text::tr("View"), configures ? RowAction::Place::Menu : RowAction::Place::Primary, go,
                           Section::ReleaseDetail, id);
    if (view == ReleaseView::Row && !configures)
        actions.append(look);
    for (const ReleaseAction action : offered) {
        RowAction made;
        made.text = actionWord(action, observed.condition);
        made.place = placeOf(action, observed, view);
        made.destructive = action == ReleaseAction::Delete;
        made.enabled = why.isEmpty();
        made.reason = why;
        made.trigger = triggerOf(action, over, operations, watch, observed, go);
        actions.append(made);
    }
    if (view == ReleaseView::Row && configures)
        actions.append(look);
    if (observed.release.isInProgress()) {
        actions.append(link(Text::tr("Verify"), RowAction::Place::Menu, go, Section::Verification, id));
        actions.append(link(Text::tr("Rehearse"), RowAction::Place::Menu, go, Section::Rehearsal, id));
    }
    return actions;
}

} // namespace sluice::app
