// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/releasewords.h"

#include "core/model/prose.h"
#include "core/release/standingsplit.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReleaseWordsText
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseWords)
};

QString wordOf(Release::State state)
{
    switch (state) {
    case Release::State::InProgress:
        return ReleaseWordsText::tr("In progress");
    case Release::State::Cancelled:
        return ReleaseWordsText::tr("Cancelled");
    case Release::State::Completed:
        return ReleaseWordsText::tr("Completed");
    }
    return {};
}

/// "header x-canary", as the subject of a condition.
QString subjectOf(const Condition &condition)
{
    switch (condition.place) {
    case Condition::Place::Header:
        return ReleaseWordsText::tr("header %1").arg(condition.name);
    case Condition::Place::Query:
        return ReleaseWordsText::tr("query parameter %1").arg(condition.name);
    case Condition::Place::Cookie:
        return ReleaseWordsText::tr("cookie %1").arg(condition.name);
    }
    return {};
}

} // namespace

QString stateWord(const ObservedRelease &release)
{
    switch (release.condition) {
    case ReleaseCondition::Applied:
    case ReleaseCondition::Ended:
        return wordOf(release.release.state);
    case ReleaseCondition::Pending:
        return ReleaseWordsText::tr("Pending");
    case ReleaseCondition::Superseded:
        return ReleaseWordsText::tr("Superseded");
    case ReleaseCondition::StoppedOutside:
        return ReleaseWordsText::tr("Stopped outside");
    case ReleaseCondition::Drift:
        return ReleaseWordsText::tr("Drift");
    case ReleaseCondition::RevertedOutside:
        return ReleaseWordsText::tr("Reverted outside");
    case ReleaseCondition::EndedOtherwise:
        return ReleaseWordsText::tr("Ended otherwise");
    }
    return {};
}

QString stateExplanation(const ObservedRelease &release)
{
    const auto alarm = alarmOf(release);
    return alarm ? joinSentences({alarm->reason, alarm->traffic}) : QString();
}

QString actionWord(ReleaseAction action)
{
    switch (action) {
    case ReleaseAction::Configure:
        return ReleaseWordsText::tr("Configure");
    case ReleaseAction::Cancel:
        return ReleaseWordsText::tr("Cancel release");
    case ReleaseAction::FullRelease:
        return ReleaseWordsText::tr("Full release");
    case ReleaseAction::Finish:
        return ReleaseWordsText::tr("Apply pending change");
    case ReleaseAction::Adopt:
        return ReleaseWordsText::tr("Adopt");
    case ReleaseAction::Delete:
        return ReleaseWordsText::tr("Delete");
    case ReleaseAction::Archive:
        return ReleaseWordsText::tr("Archive");
    case ReleaseAction::NewBack:
        return ReleaseWordsText::tr("New release back");
    }
    return {};
}

QString actionWord(ReleaseAction action, ReleaseCondition condition)
{
    if (action == ReleaseAction::Finish && condition != ReleaseCondition::Pending)
        return ReleaseWordsText::tr("Re-apply");
    return actionWord(action);
}

QString allocationWord(const Release &release)
{
    return release.policyIsReadable ? allocationWord(release.policy) : ReleaseWordsText::tr("can't be shown");
}

QString allocationWord(const TrafficPolicy &policy)
{
    if (policy.kind == TrafficPolicy::Kind::Percentage)
        return ReleaseWordsText::tr("%1 %").arg(policy.percentage);
    const QString rules = ReleaseWordsText::tr("%n rule(s)", "", static_cast<int>(policy.groups.size()));
    return policy.share == 100 ? rules : ReleaseWordsText::tr("%1, %2 %").arg(rules).arg(policy.share);
}

QString allocationWord(const ObservedRelease &observed)
{
    QString asked = allocationWord(observed.release);
    if (!observed.release.isInProgress())
        return ReleaseWordsText::tr("was %1").arg(asked);
    if (observed.condition == ReleaseCondition::Applied)
        return asked;
    const auto found = standingSplit(observed);
    if (!found)
        return ReleaseWordsText::tr("should be %1").arg(asked);
    const QString now = allocationWord(found->policy);
    //: the share that the API has, and the one that the release asks for
    return now == asked ? now : ReleaseWordsText::tr("%1, not %2").arg(now, asked);
}

QString inWords(const Condition &condition)
{
    const QString subject = subjectOf(condition);
    const QString value = quotedName(condition.values.value(0));
    switch (condition.op) {
    case Condition::Operator::Equals:
        return filledIn(ReleaseWordsText::tr("%1 is %2"), {subject, value});
    case Condition::Operator::NotEquals:
        return filledIn(ReleaseWordsText::tr("%1 is not %2"), {subject, value});
    case Condition::Operator::Matches:
        return ReleaseWordsText::tr("%1 matches %2").arg(subject, condition.values.value(0));
    case Condition::Operator::In: {
        QStringList values;
        for (const QString &each : condition.values)
            values.append(quotedName(each));
        return filledIn(ReleaseWordsText::tr("%1 is one of %2"), {subject, enumerated(values)});
    }
    case Condition::Operator::Greater:
        return ReleaseWordsText::tr("%1 is greater than %2").arg(subject, condition.values.value(0));
    case Condition::Operator::Less:
        return ReleaseWordsText::tr("%1 is less than %2").arg(subject, condition.values.value(0));
    case Condition::Operator::Exists:
        return ReleaseWordsText::tr("%1 is there").arg(subject);
    case Condition::Operator::Absent:
        return ReleaseWordsText::tr("%1 is not there").arg(subject);
    }
    return {};
}

QString inWords(const RuleGroup &group)
{
    QStringList parts;
    for (const Condition &condition : group)
        parts.append(inWords(condition));
    //: Joins the conditions of one group.
    return parts.join(ReleaseWordsText::tr(" and "));
}

QString inWords(const QList<RuleGroup> &groups)
{
    QStringList lines;
    for (const RuleGroup &group : groups)
        lines.append(inWords(group));
    //: Joins the groups of a rule, each on a line of its own.
    return lines.join(ReleaseWordsText::tr(", or\n"));
}

QString placeWord(Condition::Place place)
{
    switch (place) {
    case Condition::Place::Header:
        return ReleaseWordsText::tr("Header");
    case Condition::Place::Query:
        return ReleaseWordsText::tr("Query parameter");
    case Condition::Place::Cookie:
        return ReleaseWordsText::tr("Cookie");
    }
    return {};
}

QString operatorWord(Condition::Operator op)
{
    switch (op) {
    case Condition::Operator::Equals:
        return ReleaseWordsText::tr("equals");
    case Condition::Operator::NotEquals:
        return ReleaseWordsText::tr("does not equal");
    case Condition::Operator::Matches:
        return ReleaseWordsText::tr("matches");
    case Condition::Operator::In:
        return ReleaseWordsText::tr("is one of");
    case Condition::Operator::Greater:
        return ReleaseWordsText::tr("is greater than");
    case Condition::Operator::Less:
        return ReleaseWordsText::tr("is less than");
    case Condition::Operator::Exists:
        return ReleaseWordsText::tr("is there");
    case Condition::Operator::Absent:
        return ReleaseWordsText::tr("is not there");
    }
    return {};
}

QString logActionWord(const QString &action)
{
    static const std::array known{
        std::pair{u"create"_s, QT_TRANSLATE_NOOP("ReleaseWords", "New")},
        std::pair{u"configure"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Configure")},
        std::pair{u"cancel"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Cancel release")},
        std::pair{u"full-release"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Full release")},
        std::pair{u"finish"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Apply pending change")},
        std::pair{u"adopt"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Adopt")},
        std::pair{u"note"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Note")},
        std::pair{u"plan"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Plan")},
        std::pair{u"step"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Step of the plan")},
        std::pair{u"alarm"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Alarm")},
        std::pair{u"pause"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Pause the plan")},
        std::pair{u"resume"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Resume the plan")},
        std::pair{u"go-on"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Go on")},
        std::pair{u"skip"_s, QT_TRANSLATE_NOOP("ReleaseWords", "Skip the step")},
        std::pair{u"back"_s, QT_TRANSLATE_NOOP("ReleaseWords", "One step back")},
    };
    for (const auto &[word, text] : known) {
        if (word == action)
            return ReleaseWordsText::tr(text);
    }
    return action;
}

} // namespace sluice
