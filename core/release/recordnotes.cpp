// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/release/recordnotes.h"

#include "core/release/releaseactions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct RecordNotesText
{
    Q_DECLARE_TR_FUNCTIONS(RecordNotes)
};

Error hasEnded()
{
    return Error::conflict(RecordNotesText::tr("The release has ended: it has no plan any more."));
}

Result<QJsonObject> note(const ObservedRelease &found, const QString &action, const QJsonObject &labels,
                         const WriteStamp &stamp)
{
    if (!found.release.formatIsKnown)
        return Error::conflict(
            RecordNotesText::tr("\"%1\" is not a release that this Sluice can write to.").arg(found.release.id));
    const LogEntry entry{found.release.revision, stamp.write, stamp.time, stamp.by, action, {}, stamp.reason};
    return QJsonObject{{u"labels"_s, merged(labels, logLabels(entry))}};
}

} // namespace

Result<QJsonObject> planNote(const ObservedRelease &found, const ReleasePlan &plan, const WriteStamp &stamp)
{
    if (!found.release.isInProgress())
        return hasEnded();
    return note(found, u"plan"_s, planChange(found.record, plan), stamp);
}

Result<QJsonObject> orderNote(const ObservedRelease &found, PlanOrder order, const WriteStamp &stamp)
{
    if (!found.release.isInProgress())
        return hasEnded();
    if (found.plan.isEmpty())
        return Error::conflict(RecordNotesText::tr("The release \"%1\" has no plan.").arg(found.release.name),
                               RecordNotesText::tr("Give it one, then run it."));
    return note(found, toText(order), orderLabels(found.plan, order, stamp), stamp);
}

Result<QJsonObject> alarmNote(const ObservedRelease &found, const QString &alarm, const WriteStamp &stamp)
{
    WriteStamp reasoned = stamp;
    reasoned.reason = alarm;
    return note(found, u"alarm"_s, alarmLabels(alarm, stamp), reasoned);
}

Result<QJsonObject> remarkNote(const ObservedRelease &found, const WriteStamp &stamp)
{
    return note(found, u"note"_s, {}, stamp);
}

} // namespace sluice
