// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/looks.h"

#include "core/models/apirows.h"
#include "core/release/releasewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct LooksText
{
    Q_DECLARE_TR_FUNCTIONS(Looks)
};

StateLook shapeOf(const ObservedRelease &observed)
{
    if ((observed.release.isInProgress() && !observed.api) || observed.targetIsGone)
        return {u"alert"_s, Tone::Danger, {}, {}};
    switch (observed.condition) {
    case ReleaseCondition::Applied:
        return {u"disc"_s, Tone::InProgress, {}, {}};
    case ReleaseCondition::Ended:
        return observed.release.state == Release::State::Completed ? StateLook{u"tick"_s, Tone::Completed, {}, {}}
                                                                   : StateLook{u"ring"_s, Tone::Cancelled, {}, {}};
    case ReleaseCondition::Pending:
        return {u"hourglass"_s, Tone::Pending, {}, {}};
    case ReleaseCondition::Superseded:
        return {u"slash"_s, Tone::Cancelled, {}, {}};
    case ReleaseCondition::StoppedOutside:
        return {u"stop"_s, Tone::Drift, {}, {}};
    case ReleaseCondition::Drift:
    case ReleaseCondition::RevertedOutside:
    case ReleaseCondition::EndedOtherwise:
        break;
    }
    return {u"triangle"_s, Tone::Drift, {}, {}};
}

QString roleWord(GatewayInfo::Role role)
{
    switch (role) {
    case GatewayInfo::Role::Admin:
        return LooksText::tr("admin");
    case GatewayInfo::Role::Viewer:
        return LooksText::tr("viewer");
    case GatewayInfo::Role::Unknown:
        break;
    }
    return {};
}

StateLook failedLook(const std::optional<Error> &fault)
{
    const auto kind = fault ? fault->kind : Error::Kind::Unreachable;
    const QString word = kind == Error::Kind::Unauthorized  ? LooksText::tr("key refused")
                         : kind == Error::Kind::Unreachable ? LooksText::tr("no answer")
                                                            : LooksText::tr("not usable");
    return {u"alert"_s, Tone::Danger, word, fault ? fault->reason : QString()};
}

StateLook openLook(const ClusterWatch &watch)
{
    const GatewayInfo &gateway = watch.session()->gateway();
    const QString role = watch.profile().readOnly ? LooksText::tr("read-only") : roleWord(gateway.role);
    // Nobody takes the demo of a production cluster for a real one, nor a real one for the demo.
    QStringList words{watch.profile().demo ? LooksText::tr("demo") : QString(), LooksText::tr("reachable"), role};
    words.removeAll(QString());
    const QString word = words.join(u" · "_s);
    if (const auto refusal = watch.refusal())
        return {u"lock"_s, Tone::Information, word, refusal->reason};
    return {u"disc"_s, Tone::Success, word, gateway.server};
}

} // namespace

StateLook lookOf(ClusterProfile::Environment environment)
{
    switch (environment) {
    case ClusterProfile::Environment::Development:
        return {u"ring"_s, Tone::Development, LooksText::tr("Development"), {}};
    case ClusterProfile::Environment::Staging:
        return {u"disc"_s, Tone::Staging, LooksText::tr("Staging"), {}};
    case ClusterProfile::Environment::Production:
        break;
    }
    return {u"warning"_s, Tone::Production, LooksText::tr("Production"), {}};
}

StateLook lookOf(const ObservedRelease &release)
{
    StateLook look = shapeOf(release);
    look.word = stateWord(release);
    look.explanation = stateExplanation(release);
    return look;
}

StateLook lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Matches:
        return {u"tick"_s, Tone::Success, toWords(verdict), {}};
    case Verdict::DoesNotMatch:
        return {u"alert"_s, Tone::Danger, toWords(verdict), {}};
    case Verdict::TooFew:
        break;
    }
    return {u"hourglass"_s, Tone::Warning, toWords(verdict), {}};
}

StateLook lookOf(const ClusterWatch &watch)
{
    switch (watch.state()) {
    case ClusterWatch::State::Idle:
        return {};
    case ClusterWatch::State::Connecting:
        return {u"hourglass"_s, Tone::Secondary, LooksText::tr("connecting"), {}};
    case ClusterWatch::State::Open:
        return openLook(watch);
    case ClusterWatch::State::Failed:
        break;
    }
    return failedLook(watch.fault());
}

StateLook badgeOf(const Api &api, const ClusterSnapshot &snapshot)
{
    StateLook look;
    if (const ObservedRelease *release = snapshot.releaseOn(api.ref))
        look = lookOf(*release);
    else if (snapshot.conditionOf(api) == ApiCondition::External || snapshot.conditionOf(api) == ApiCondition::Orphaned)
        look = {u"triangle"_s, Tone::Drift, {}, {}};
    look.word = badgeWord(api, snapshot);
    return look;
}

} // namespace sluice::app
