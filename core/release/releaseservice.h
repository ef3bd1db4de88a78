// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/apireservation.h"
#include "core/release/observedrelease.h"
#include "core/release/releaseactions.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace sluice {

/// What the form of a new release holds.
struct NewRelease
{
    QString name; ///< empty: the API's
    QString description;
    ApiRef api;
    QString target; ///< upstream id
    TrafficPolicy policy;
    QString workspace;
    ReleasePlan plan = {};
};

/// What a form was opened on; an action is refused where the gateway no longer holds exactly that. 0: not compared.
struct Seen
{
    qint64 record = 0; ///< modifiedIndex
    qint64 api = 0;
};

/// An action's own words and what it was decided on.
struct ActionContext
{
    QString reason;
    Seen seen = {};
};

struct ReleaseBack;

/// Steers releases. Every action writes the record first and the API with one PATCH after it, each exactly once, and is
/// a success only after both were read back (design.md 4). Errors of kind Conflict mean that someone else was met or
/// that the state forbids the action; what is left then is shown as pending and ended by finish() or cancel().
class ReleaseService : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString operatorName;
        QString workspaceKey = QStringLiteral("workspace");
        QString archiveFolder;
        std::chrono::milliseconds pause =
            {}; ///< before each write to an API: lets tests kill a client between two writes
    };

    ReleaseService(AdminClient &admin, Options options, QObject *parent = nullptr);

    const ReleaseReader &reader() const { return m_reader; }
    /// Null where the gateway hides it: then it is treated as one before 3.18.
    void setGatewayVersion(const QVersionNumber &version) { m_version = version; }
    void setWorkspaces(const Workspaces &workspaces) { m_reader.setWorkspaces(workspaces); }

    QCoro::Task<Result<ObservedRelease>> create(NewRelease wanted, ActionContext context = {});
    QCoro::Task<Result<ObservedRelease>> configure(QString id, TrafficPolicy policy, ActionContext context = {});
    /// Waits for nobody and rebases on what others did meanwhile (E19).
    QCoro::Task<Result<ObservedRelease>> cancel(QString id, ActionContext context = {});
    QCoro::Task<Result<ObservedRelease>> fullRelease(QString id, ActionContext context = {});
    QCoro::Task<Result<ObservedRelease>> finish(QString id, ActionContext context = {});
    /// Of what the API carries: a split that Sluice did not make, one whose record is gone, or drift.
    QCoro::Task<Result<ObservedRelease>> adopt(ApiRef api, QString name = {}, ActionContext context = {});
    /// Cancels first where need be. Returns the archive file's path.
    QCoro::Task<Result<QString>> remove(QString id, ActionContext context = {});
    QCoro::Task<Result<QString>> archive(QString id);
    /// The form of the way back; ReleaseBack::upstream is not made yet.
    QCoro::Task<Result<ReleaseBack>> back(QString id);
    /// Begins it: makes the upstream where need be, then the release.
    QCoro::Task<Result<ObservedRelease>> createBack(QString id, TrafficPolicy policy, ActionContext context = {});
    /// Takes the split of an API away and leaves its mark, so that the release reads as stopped outside.
    QCoro::Task<Result<void>> moveTraffic(QString id);
    /// Takes away a split whose record is gone.
    QCoro::Task<Result<void>> removeOrphan(ApiRef api);
    QCoro::Task<Result<void>> note(QString id, QString text);

    /// Gives a release in progress another plan; an empty one takes it away. Refused while a plan is run, and where the
    /// record is no longer the one that was seen.
    QCoro::Task<Result<ObservedRelease>> setPlan(QString id, ReleasePlan plan, ActionContext context = {});
    /// What whoever runs the plan has to do next. Waits for nobody: the runner reads it from the record.
    QCoro::Task<Result<void>> order(QString id, PlanOrder order, ActionContext context = {});
    /// For the runner of a plan. A lease that its holder does not renew is waited for; one that lives is a Conflict.
    QCoro::Task<Result<std::shared_ptr<ApiReservation>>> reserve(ApiRef api);
    /// The split of a step and the place in the plan are one write of the record: a cut never makes a step twice.
    QCoro::Task<Result<ObservedRelease>> moveTo(QString id, int step, std::shared_ptr<ApiReservation> reservation);
    /// Carries out what a cut left pending; the step holds from then on.
    QCoro::Task<Result<ObservedRelease>> finishStep(QString id, std::shared_ptr<ApiReservation> reservation);
    /// Stops the plan where it stands, and says why to everyone.
    QCoro::Task<Result<void>> raiseAlarm(QString id, QString alarm);

    /// The requests that an action would send now, or why it is refused. policy: for Configure.
    QCoro::Task<Result<QList<AdminRequest>>> preview(ReleaseAction action, QString id, TrafficPolicy policy = {});
    QCoro::Task<Result<QList<AdminRequest>>> previewCreate(NewRelease wanted);
    QCoro::Task<Result<QList<AdminRequest>>> previewAdopt(ApiRef api, QString name = {});
    /// Of setPlan() and of order().
    QCoro::Task<Result<QList<AdminRequest>>> previewPlan(QString id, ReleasePlan plan);
    QCoro::Task<Result<QList<AdminRequest>>> previewOrder(QString id, PlanOrder order);
    /// Of removeOrphan().
    QCoro::Task<Result<QList<AdminRequest>>> previewOrphan(ApiRef api);
    /// What an operator should know before Submit, in sentences; empty: nothing.
    QCoro::Task<Result<QStringList>> concerns(ApiRef api, QString target);

Q_SIGNALS:
    /// A step of the action under way, in words.
    void stepped(const QString &step);

private:
    using Plan = std::function<Result<PlannedWrites>(const ObservedRelease &, const WriteStamp &)>;
    /// A change of the record alone, decided on what was just read (recordnotes.h).
    using Note = std::function<Result<QJsonObject>(const ObservedRelease &)>;
    struct Draft
    {
        Release release;
        Api api;
        PlannedWrites writes;
    };

    static QList<AdminRequest> requestsOf(const Draft &draft);
    WriteStamp stamp(const QString &reason) const;
    Plan planOf(ReleaseAction action, const TrafficPolicy &policy) const;

    QCoro::Task<Result<ObservedRelease>> act(ReleaseAction action, QString id, Plan plan, ActionContext context);
    QCoro::Task<Result<ObservedRelease>> actAlone(ReleaseAction action, QString id, Plan plan, ActionContext context,
                                                  ApiLease *lease);
    QCoro::Task<Result<ObservedRelease>> cancelOnce(QString id, ActionContext context);
    QCoro::Task<Result<Draft>> draft(NewRelease wanted, WriteStamp stamp);
    QCoro::Task<Result<Draft>> draftAdoption(ApiRef ref, QString name, WriteStamp stamp);
    QCoro::Task<Result<ObservedRelease>> place(Draft draft, ApiLease *lease);
    QCoro::Task<Result<void>> standsFirst(Release release);
    QCoro::Task<Result<Api>> orphaned(ApiRef ref) const;
    QCoro::Task<Result<void>> targetExists(QString target);
    QCoro::Task<Result<void>> hidesNothing(Api api);

    QCoro::Task<Result<Resource>> writeRecord(Resource before, QJsonObject change);
    QCoro::Task<Result<Api>> writeApi(Api before, QJsonObject change, ApiLease *lease);
    QCoro::Task<Result<Resource>> sendApi(Api before, QJsonObject change);
    QCoro::Task<Result<void>> unchanged(Api before);
    QCoro::Task<Error> aftermath(QString id, Error error);
    QCoro::Task<Result<ObservedRelease>> settle(ApiRef api, QString id, QString write, QString applied);
    QCoro::Task<void> takeBack(ApiRef ref, QString id);
    QCoro::Task<Result<AdminRequest>> noteRequest(QString id, Note note) const;
    QCoro::Task<Result<void>> writeNote(QString id, Note note);
    QCoro::Task<Result<QList<AdminRequest>>> previewNote(QString id, Note note);

    AdminClient &m_admin;
    Options m_options;
    ReleaseReader m_reader;
    QVersionNumber m_version;
    QString m_client; ///< 8 hex digits
    QSet<QString> m_busy;
};

} // namespace sluice
