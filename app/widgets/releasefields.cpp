// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/releasefields.h"

#include "app/support/palette.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/policyeditor.h"
#include "app/widgets/sectiontitle.h"
#include "core/models/upstreamrows.h"
#include "core/session/fieldnames.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int fieldColumn = 1;

TrafficPolicy blankRules()
{
    return {TrafficPolicy::Kind::Rules, 0, {{Condition()}}, 100};
}

/// The entry that a typed text means: by its id, or because no other one contains it; -1 for none.
int entryMeant(const QComboBox *box, const QString &typed)
{
    const int byId = box->findData(typed);
    if (byId >= 0 || typed.isEmpty())
        return byId;
    const QModelIndexList found =
        box->model()->match(box->model()->index(0, 0), Qt::DisplayRole, typed, 2, Qt::MatchContains);
    return found.size() == 1 ? found.first().row() : -1;
}

/// The field must never say another name than the one that is chosen.
void takeTyped(QComboBox *box)
{
    if (box->currentText() == box->itemText(box->currentIndex()))
        return;
    if (const int entry = entryMeant(box, box->currentText()); entry >= 0)
        box->setCurrentIndex(entry);
    box->setEditText(box->itemText(box->currentIndex()));
}

QComboBox *searchable(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(32);
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, [box] { takeTyped(box); });
    // Whole entries are chosen at once: assistive technology writes them without leaving the field afterwards.
    QObject::connect(box->lineEdit(), &QLineEdit::textChanged, box, [box](const QString &text) {
        const int entry = box->findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
        if (entry >= 0 && text != box->itemText(box->currentIndex()))
            box->setCurrentIndex(entry);
    });
    return box;
}

void chooseId(QComboBox *box, const QString &id)
{
    box->setCurrentIndex(id.isEmpty() ? -1 : box->findData(id));
}

} // namespace

ReleaseFields::ReleaseFields(QWidget *parent)
    : QWidget(parent)
    , m_whatTitle(new SectionTitle(this))
    , m_nameTitle(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_descriptionTitle(new QLabel(this))
    , m_description(new QLineEdit(this))
    , m_apiTitle(new QLabel(this))
    , m_api(searchable(this))
    , m_current(paragraph(this))
    , m_targetTitle(new QLabel(this))
    , m_target(searchable(this))
    , m_newUpstream(new QPushButton(this))
    , m_targetNote(paragraph(this))
    , m_fixedApiTitle(new QLabel(this))
    , m_fixedApi(paragraph(this))
    , m_fixedUpstreamsTitle(new QLabel(this))
    , m_fixedUpstreams(paragraph(this))
    , m_reasonTitle(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_allocationTitle(new SectionTitle(this))
    , m_policy(new PolicyEditor(this))
{
    m_name->setObjectName(u"name"_s);
    m_description->setObjectName(u"description"_s);
    m_api->setObjectName(u"api"_s);
    m_target->setObjectName(u"target"_s);
    m_reason->setObjectName(u"reason"_s);
    m_newUpstream->setObjectName(u"new-upstream"_s);
    m_newUpstream->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_whatTitle);
    column->addLayout(makeGrid());
    column->addWidget(m_allocationTitle);
    column->addWidget(m_policy);
    const auto edit = [this] {
        follow();
        Q_EMIT edited();
    };
    for (const QLineEdit *line : {m_name, m_description, m_reason})
        connect(line, &QLineEdit::textChanged, this, edit);
    for (const QComboBox *box : {m_api, m_target})
        connect(box, &QComboBox::currentIndexChanged, this, edit);
    connect(m_policy, &PolicyEditor::edited, this, edit);
    connect(m_newUpstream, &QPushButton::clicked, this, &ReleaseFields::newUpstreamWanted);
    retranslate();
}

QGridLayout *ReleaseFields::makeGrid()
{
    m_nameTitle->setBuddy(m_name);
    m_descriptionTitle->setBuddy(m_description);
    m_apiTitle->setBuddy(m_api);
    m_targetTitle->setBuddy(m_target);
    m_reasonTitle->setBuddy(m_reason);
    for (QLabel *quiet : {m_current, m_targetNote})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::inside);
    const auto addRow = [grid](QLabel *title, QWidget *field) {
        const int row = grid->rowCount();
        grid->addWidget(title, row, 0);
        grid->addWidget(field, row, fieldColumn);
    };
    // A layout, not a widget: the label names the field only beside it.
    auto *targetFields = new QHBoxLayout;
    targetFields->setSpacing(space::inside);
    targetFields->addWidget(m_target, 1);
    targetFields->addWidget(m_newUpstream);
    addRow(m_nameTitle, m_name);
    addRow(m_descriptionTitle, m_description);
    addRow(m_apiTitle, m_api);
    grid->addWidget(m_current, grid->rowCount(), fieldColumn);
    const int targetRow = grid->rowCount();
    grid->addWidget(m_targetTitle, targetRow, 0);
    grid->addLayout(targetFields, targetRow, fieldColumn);
    grid->addWidget(m_targetNote, grid->rowCount(), fieldColumn);
    addRow(m_fixedApiTitle, m_fixedApi);
    addRow(m_fixedUpstreamsTitle, m_fixedUpstreams);
    addRow(m_reasonTitle, m_reason);
    grid->setColumnStretch(fieldColumn, 1);
    return grid;
}

void ReleaseFields::begin(const ClusterSnapshot &snapshot, const QString &workspace,
                          const std::optional<ApiRef> &inProgress)
{
    m_snapshot = snapshot;
    m_workspace = workspace;
    m_inProgress = inProgress;
    m_wantedTarget.clear();
    for (QLineEdit *line : {m_name, m_description, m_reason})
        line->clear();
    m_policy->setDrafts({}, blankRules());
    m_policy->setNames([this](Condition::Place place) { return fieldNamesUsed(m_snapshot, place); });
    fillApis();
    m_targets.clear();
    m_target->setCurrentIndex(-1);
    fillTargets();
    showFixed(inProgress.has_value());
    follow();
}

/// What can't change any more is told in a line each, under the page's title, which has the name.
void ReleaseFields::showFixed(bool isFixed)
{
    m_whatTitle->setVisible(!isFixed);
    const QList<QWidget *> fields{m_nameTitle, m_name,        m_descriptionTitle, m_description, m_apiTitle,
                                  m_api,       m_targetTitle, m_target,           m_newUpstream};
    for (QWidget *field : fields) {
        field->setVisible(!isFixed);
        field->setEnabled(!isFixed);
    }
    const QList<QWidget *> facts{m_fixedApiTitle, m_fixedApi, m_fixedUpstreamsTitle, m_fixedUpstreams};
    for (QWidget *fact : facts)
        fact->setVisible(isFixed);
}

void ReleaseFields::setSnapshot(const ClusterSnapshot &snapshot)
{
    m_snapshot = snapshot;
    fillTargets();
    follow();
}

void ReleaseFields::fillApis()
{
    const QSignalBlocker quiet(m_api);
    m_api->clear();
    for (const Api &api : m_snapshot.apis()) {
        if (m_snapshot.workspaceOf(api.resource) != m_workspace && api.ref != m_inProgress)
            continue;
        const QString kind = api.ref.kind == ApiRef::Kind::Service ? tr("service") : QString();
        const QString text = api.name() == api.title() ? api.title() : api.title() + u"  –  "_s + api.name();
        m_api->addItem(kind.isEmpty() ? text : tr("%1 (%2)").arg(text, kind), api.ref.toText());
    }
    m_api->setCurrentIndex(-1);
}

QList<QPair<QString, QString>> ReleaseFields::targets() const
{
    QList<QPair<QString, QString>> own;
    QList<QPair<QString, QString>> others;
    for (const Upstream &upstream : m_snapshot.upstreams()) {
        const QString text = tr("%1  (%2)").arg(upstream.title(), nodesWord(upstream));
        const QString workspace = m_snapshot.workspaceOf(upstream.resource);
        if (workspace == m_workspace)
            own.append({text, upstream.id()});
        else
            others.append({tr("%1  –  workspace %2").arg(text, workspace), upstream.id()});
    }
    return own + others;
}

/// Keeps what is chosen, so that an upstream that was made meanwhile can be taken.
void ReleaseFields::fillTargets()
{
    const auto now = targets();
    if (now == m_targets)
        return;
    m_targets = now;
    const QString chosen = m_target->currentData().toString();
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const auto &[text, id] : now)
        m_target->addItem(text, id);
    chooseId(m_target, chosen.isEmpty() ? m_wantedTarget : chosen);
}

void ReleaseFields::setName(const QString &name)
{
    m_name->setText(name);
}

void ReleaseFields::setDescription(const QString &description)
{
    m_description->setText(description);
}

void ReleaseFields::setApi(const QString &ref)
{
    chooseId(m_api, ref);
}

void ReleaseFields::setTarget(const QString &id)
{
    m_wantedTarget = id;
    chooseId(m_target, id);
}

void ReleaseFields::setPolicy(const TrafficPolicy &policy)
{
    m_policy->setPolicy(policy);
}

NewRelease ReleaseFields::release() const
{
    NewRelease release;
    release.name = m_name->text().trimmed();
    release.description = m_description->text().trimmed();
    if (const auto ref = parseApiRef(m_api->currentData().toString()))
        release.api = *ref;
    release.target = m_target->currentData().toString();
    release.policy = m_policy->policy();
    release.workspace = m_workspace;
    return release;
}

QString ReleaseFields::reason() const
{
    return m_reason->text().trimmed();
}

std::optional<Api> ReleaseFields::api() const
{
    const auto ref = parseApiRef(m_api->currentData().toString());
    const Api *api = ref ? m_snapshot.api(*ref) : nullptr;
    return api == nullptr ? std::nullopt : std::optional(*api);
}

const Upstream *ReleaseFields::target() const
{
    return m_snapshot.upstream(m_target->currentData().toString());
}

QString ReleaseFields::currentTitle() const
{
    const auto chosen = api();
    return chosen ? m_snapshot.upstreamTitle(chosen->currentUpstream()) : tr("the current upstream");
}

QString ReleaseFields::targetTitle() const
{
    return target() == nullptr ? tr("the target upstream") : target()->name();
}

QString ReleaseFields::problem() const
{
    const auto chosen = api();
    const NewRelease now = release();
    if (now.name.isEmpty())
        return tr("Give the release a name.");
    if (!chosen)
        return tr("Choose the API.");
    const ObservedRelease *standing = m_snapshot.releaseOn(chosen->ref);
    if (!m_inProgress && standing != nullptr)
        return tr("The API carries the release \"%1\" already.").arg(standing->release.name);
    if (!m_inProgress && m_snapshot.conditionOf(*chosen) == ApiCondition::External)
        return tr("The API carries a split that Sluice did not make. Adopt it on the API's page.");
    if (now.target.isEmpty())
        return m_target->count() < 2 ? tr("There is no other upstream yet. Create one first.")
                                     : tr("Choose the target upstream.");
    if (now.target == chosen->currentUpstream())
        return tr("The target is the current upstream.");
    const QList<Error> faults = problems(now.policy);
    return faults.isEmpty() ? QString() : faults.first().reason;
}

QJsonObject ReleaseFields::draft() const
{
    const auto [percentage, rules] = m_policy->drafts();
    return {{u"name"_s, m_name->text()},
            {u"description"_s, m_description->text()},
            {u"reason"_s, m_reason->text()},
            {u"api"_s, m_api->currentData().toString()},
            {u"target"_s, m_target->currentData().toString()},
            {u"percentage"_s, percentage.percentage},
            {u"rules"_s, toText(rules)},
            {u"byRules"_s, m_policy->policy().kind == TrafficPolicy::Kind::Rules}};
}

void ReleaseFields::setDraft(const QJsonObject &draft)
{
    if (!m_inProgress) {
        m_name->setText(draft[u"name"_s].toString());
        m_description->setText(draft[u"description"_s].toString());
        chooseId(m_api, draft[u"api"_s].toString());
        chooseId(m_target, draft[u"target"_s].toString());
    }
    m_reason->setText(draft[u"reason"_s].toString());
    TrafficPolicy percentage;
    percentage.percentage = draft[u"percentage"_s].toInt();
    const auto parsed = parsePolicy(draft[u"rules"_s].toString());
    const TrafficPolicy rules = parsed ? *parsed : blankRules();
    m_policy->setDrafts(percentage, rules);
    m_policy->setPolicy(draft[u"byRules"_s].toBool() ? rules : percentage);
}

void ReleaseFields::focusFirst()
{
    (m_inProgress ? static_cast<QWidget *>(m_policy) : m_name)->setFocus();
}

/// What the choices mean in this cluster.
void ReleaseFields::follow()
{
    const auto chosen = api();
    const Upstream *now = chosen ? m_snapshot.upstream(chosen->currentUpstream()) : nullptr;
    const QString nodes = now == nullptr ? QString() : tr(" (%1)").arg(nodesWord(*now));
    m_current->setText(chosen ? tr("Current upstream: %1%2").arg(currentTitle(), nodes) : QString());
    m_current->setVisible(chosen.has_value() && !m_inProgress);
    m_fixedApi->setText(m_api->currentText());
    const QString targetNodes = target() == nullptr ? QString() : tr(" (%1)").arg(nodesWord(*target()));
    m_fixedUpstreams->setText(currentTitle() + nodes + u" → "_s + targetTitle() + targetNodes);
    m_policy->setUpstreams(currentTitle(), targetTitle());
    const QString workspace = target() == nullptr ? m_workspace : m_snapshot.workspaceOf(target()->resource);
    m_targetNote->setText(tr("This upstream belongs to the workspace %1.").arg(workspace));
    m_targetNote->setVisible(workspace != m_workspace);
}

void ReleaseFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReleaseFields::retranslate()
{
    m_whatTitle->setText(tr("What"));
    m_nameTitle->setText(tr("Name *"));
    m_descriptionTitle->setText(tr("Description"));
    m_apiTitle->setText(tr("API *"));
    m_targetTitle->setText(tr("Target upstream *"));
    m_fixedApiTitle->setText(tr("API"));
    m_fixedUpstreamsTitle->setText(tr("Upstreams"));
    for (QLabel *fact : {m_fixedApi, m_fixedUpstreams})
        fact->setToolTip(tr("It stays as it is while the release is in progress. For another API or target, cancel "
                            "this release and make a new one."));
    m_reasonTitle->setText(tr("Reason"));
    m_reason->setPlaceholderText(tr("Shown in the release's history"));
    for (const auto &[box, title] : {std::pair(m_api, m_apiTitle), std::pair(m_target, m_targetTitle)}) {
        box->lineEdit()->setPlaceholderText(tr("Type to search"));
        box->lineEdit()->setAccessibleName(title->text());
    }
    m_allocationTitle->setText(tr("Traffic allocation"));
    m_newUpstream->setText(tr("New upstream"));
    follow();
}

} // namespace sluice::app
