// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/releaseoffers.h"

#include "app/support/planoperation.h"
#include "core/model/prose.h"
#include "core/release/releasewords.h"
#include "core/session/clusterwatch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace sluice::app {

namespace {

struct ReleaseOffersText
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
    const bool mends = action == ReleaseAction::Finish || action == ReleaseAction::Adopt;
    if (action == ReleaseAction::Configure || (view == ReleaseView::Whole && mends))
        return RowAction::Place::Primary;
    // Two clicks from any page that shows it (E19).
    if (action == ReleaseAction::Cancel && observed.release.isInProgress())
        return RowAction::Place::Button;
    return RowAction::Place::Menu;
}

/// Why it can't be done from here now; empty where it can. A run of its plan forbids all but Cancel (E19).
QString obstacle(ReleaseAction action, const Operations &operations, const ClusterWatch &watch, const QString &release)
{
    const QString cluster = watch.profile().id;
    if (const auto refusal = watch.refusal())
        return joinSentences({refusal->reason, refusal->advice});
    if (operations.isRunning(cluster, release))
        return ReleaseOffersText::tr("An action on this release is under way.");
    if (action != ReleaseAction::Cancel && operations.isRunning(cluster, runSubject(release)))
        return ReleaseOffersText::tr("This window runs the plan of this release: stop that first.");
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
    const bool configures = offered.contains(ReleaseAction::Configure);
    QList<RowAction> actions;
    const auto look =
        link(ReleaseOffersText::tr("View"), configures ? RowAction::Place::Menu : RowAction::Place::Primary, go,
             Section::ReleaseDetail, id);
    if (view == ReleaseView::Row && !configures)
        actions.append(look);
    for (const ReleaseAction action : offered) {
        RowAction made;
        made.text = actionWord(action, observed.condition);
        made.place = placeOf(action, observed, view);
        made.destructive = action == ReleaseAction::Delete;
        made.reason = obstacle(action, operations, watch, id);
        made.enabled = made.reason.isEmpty();
        made.trigger = triggerOf(action, over, operations, watch, observed, go);
        actions.append(made);
    }
    if (view == ReleaseView::Row && configures)
        actions.append(look);
    if (observed.release.isInProgress()) {
        actions.append(link(ReleaseOffersText::tr("Verify"), RowAction::Place::Menu, go, Section::Verification, id));
        actions.append(link(ReleaseOffersText::tr("Rehearse"), RowAction::Place::Menu, go, Section::Rehearsal, id));
    }
    return actions;
}

} // namespace sluice::app
