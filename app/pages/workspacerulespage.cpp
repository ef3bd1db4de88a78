// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/workspacerulespage.h"

#include "app/dialogs/labellingdialog.h"
#include "app/support/formdrafts.h"
#include "app/support/palette.h"
#include "app/support/viewstate.h"
#include "app/support/workspaceoperations.h"
#include "app/widgets/banner.h"
#include "app/widgets/filterline.h"
#include "app/widgets/formfoot.h"
#include "app/widgets/listview.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/sectiontitle.h"
#include "app/widgets/workspaceruleseditor.h"
#include "core/models/placementrows.h"

#include <QAction>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr std::chrono::milliseconds rulesSettling{200};
const QString listId = u"placements"_s; ///< the list's columns are kept under it

} // namespace

WorkspaceRulesPage::WorkspaceRulesPage(const PageContext &context, QWidget *parent)
    : ClusterPage(context, parent)
    , m_filter(new FilterLine(this))
    , m_rulesTitle(new SectionTitle(this))
    , m_explanation(paragraph(this))
    , m_editor(new WorkspaceRulesEditor(this))
    , m_previewTitle(new SectionTitle(this))
    , m_summary(paragraph(this))
    , m_model(new KeyedTableModel(placementHeaders, this))
    , m_list(new ListView(this))
    , m_problem(paragraph(this))
    , m_label(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeEditor());
    parts->addWidget(makePreview());
    parts->setStretchFactor(1, 1); // room is for what the rules make
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(parts, 1);
    column->addWidget(makeFoot());
    setContent(whole);
    m_settle.setSingleShot(true);
    m_settle.setInterval(rulesSettling);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        keepDraft();
        showPreview();
    });
    connect(m_editor, &WorkspaceRulesEditor::edited, this, [this] {
        showProblem();
        m_settle.start();
    });
    connect(m_save, &QPushButton::clicked, this, &WorkspaceRulesPage::save);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT navigateTo(elsewhere(Section::Workspaces)); });
    connect(m_label, &QPushButton::clicked, this, &WorkspaceRulesPage::openLabels);
    retranslate();
}

QWidget *WorkspaceRulesPage::makeEditor()
{
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, space::group, space::inside);
    column->setSpacing(space::inside);
    column->addWidget(m_rulesTitle);
    column->addWidget(m_explanation);
    column->addWidget(m_editor);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(fontMetrics().height() * 14); // three rules and the button below them
    // Laid out first, what is seen comes after.
    connect(m_editor, &WorkspaceRulesEditor::rowAdded, this, [scroll](QWidget *row) {
        QTimer::singleShot(0, row, [scroll, row] { scroll->ensureWidgetVisible(row); });
    });
    return scroll;
}

QWidget *WorkspaceRulesPage::makePreview()
{
    m_list->setSource(m_model, {{u"name"_s, 0, true, false, false},
                                {u"kind"_s, 12, false, false, false},
                                {u"id"_s, 22, false, false, false},
                                {u"workspace"_s, 22, false, false, false},
                                {u"because"_s, 16, false, false, false}});
    m_list->setSortRole(KeyedTableModel::SortRole);
    m_list->sortByColumn(static_cast<int>(PlacementColumn::Name), Qt::AscendingOrder);
    m_list->restoreLayout(context().view.listLayout(listId));
    m_filter->setList(m_list);
    connect(m_filter, &QLineEdit::textChanged, m_list, &ListView::setFilterText);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, space::inside, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(m_previewTitle);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    return content;
}

QWidget *WorkspaceRulesPage::makeFoot()
{
    m_save->setObjectName(u"save"_s);
    m_label->setObjectName(u"label"_s);
    m_back->setObjectName(u"back"_s);
    return formFoot(this, m_problem, {m_label, m_back, m_save});
}

QString WorkspaceRulesPage::title() const
{
    return tr("Workspace rules");
}

QWidget *WorkspaceRulesPage::tools()
{
    return m_filter;
}

void WorkspaceRulesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

ListView *WorkspaceRulesPage::mainList() const
{
    return m_list;
}

bool WorkspaceRulesPage::hasUnsavedInput() const
{
    return m_begun && isDirty() && !isBusy();
}

const QList<WorkspaceRule> &WorkspaceRulesPage::stored() const
{
    return snapshot().workspaces().rules();
}

bool WorkspaceRulesPage::isDirty() const
{
    return m_editor->rules() != m_seen;
}

bool WorkspaceRulesPage::isSettled() const
{
    return ClusterPage::isSettled() && !m_preview.isRunning() && m_model->isComplete();
}

bool WorkspaceRulesPage::isBusy() const
{
    return !context().operations.running(location().cluster).isEmpty();
}

void WorkspaceRulesPage::entered()
{
    m_begun = false;
    m_seen.clear();
    m_editor->setRules({});
    m_editor->setEnabled(false); // until it is known what holds
    m_settle.stop();
    m_preview.forget();
    m_model->setRows({});
    m_byRule = 0;
    m_filter->clear();
    ClusterPage::entered();
}

void WorkspaceRulesPage::present()
{
    if (!snapshot().taken().isValid())
        return;
    if (m_begun && m_editor->rules() == stored())
        m_seen = stored();
    if (!m_begun || (!isDirty() && stored() != m_seen))
        begin();
    else if (stored() != m_seen && stored() != m_told && !isBusy())
        tellChange();
    showPreview();
}

void WorkspaceRulesPage::begin()
{
    const bool isFirst = !std::exchange(m_begun, true);
    m_editor->setEnabled(true);
    take(stored());
    if (isFirst)
        takeDraft();
}

/// These are what holds now, and nothing is typed that says otherwise.
void WorkspaceRulesPage::take(const QList<WorkspaceRule> &rules)
{
    m_seen = m_told = rules;
    m_editor->setRules(rules);
}

/// Drops what was typed.
void WorkspaceRulesPage::takeStored()
{
    notice()->clear();
    take(stored());
    keepDraft();
    showPreview();
}

/// What was typed stays; whose rules hold is the user's choice.
void WorkspaceRulesPage::tellChange()
{
    m_told = stored();
    notice()->showMessage(Banner::Severity::Warning, tr("The workspace rules were changed elsewhere."),
                          tr("Yours are still in the form; nothing of them was written."));
    connect(notice()->addButton(tr("Take theirs")), &QAction::triggered, this, &WorkspaceRulesPage::takeStored);
    connect(notice()->addButton(tr("Keep mine")), &QAction::triggered, this, [this] {
        notice()->clear();
        m_seen = stored();
        showProblem();
    });
}

struct WorkspaceRulesPage::Preview
{
    Placements placements;
    QStringList workspaces; ///< that exist
};

/// In another thread: ten rules over tens of thousands of APIs take longer than a frame.
void WorkspaceRulesPage::showPreview()
{
    m_preview.start(
        [snapshot = snapshot(), rules = m_editor->rules()] {
            return Preview{placementsOf(snapshot, Workspaces(snapshot.workspaces().labelKey(), rules)),
                           snapshot.countsByWorkspace().keys()};
        },
        [this](const Preview &preview) { show(preview); });
    showProblem();
}

void WorkspaceRulesPage::show(const Preview &preview)
{
    const Placements &placements = preview.placements;
    m_model->setRows(placements.rows);
    m_editor->setHits(placements.hits);
    m_editor->setWorkspaces(preview.workspaces);
    m_byRule = placements.byRule;
    m_summary->setText(tr("%1 · %2 · %3")
                           .arg(tr("%n by label", "", placements.labelled), tr("%n by a rule", "", placements.byRule),
                                tr("%n unassigned, in default", "", placements.unassigned)));
    setCount(tr("%n object(s)", "", static_cast<int>(placements.rows.size())));
    showProblem();
}

QString WorkspaceRulesPage::firstProblem() const
{
    const QList<Error> faults = problems(m_editor->rules());
    if (!faults.isEmpty())
        return faults.first().reason;
    if (!refusal().isEmpty())
        return refusal();
    return watch() == nullptr || !watch()->session() ? tr("The cluster is not open.") : QString();
}

/// Why no labels can be written.
QString WorkspaceRulesPage::labelProblem() const
{
    if (QString problem = firstProblem(); !problem.isEmpty())
        return problem;
    if (isDirty())
        return tr("Save the rules first.");
    return m_byRule == 0 ? tr("No object is in a workspace by a rule.") : QString();
}

void WorkspaceRulesPage::showProblem()
{
    const QString problem = firstProblem();
    const bool isNew = isDirty();
    m_problem->setText(isNew || !refusal().isEmpty() ? problem : QString());
    m_save->setEnabled(problem.isEmpty() && isNew && !isBusy());
    m_save->setToolTip(!problem.isEmpty() ? problem : isNew ? QString() : tr("These rules hold already."));
    m_label->setEnabled(labelProblem().isEmpty() && !isBusy());
    m_label->setToolTip(labelProblem().isEmpty() ? tr("Make what the rules find into labels") : labelProblem());
}

void WorkspaceRulesPage::save()
{
    m_sent = m_editor->rules();
    const Operation operation = replacementOfRules(watch()->session(), m_sent, m_seen);
    m_submitted = operation.subject;
    context().operations.ask(this, operation);
}

void WorkspaceRulesPage::openLabels()
{
    const QList<LabelChange> changes =
        plannedLabels(snapshot().apis(), snapshot().upstreams(), releasesOf(snapshot()), snapshot().workspaces());
    auto *dialog = new LabellingDialog(watch()->session(), changes, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { context().operations.start(dialog->operation(), {}); });
    dialog->open();
}

/// Where it went wrong everything typed is still here.
void WorkspaceRulesPage::showOutcome(const Operations::Outcome &outcome)
{
    if (outcome.result && outcome.operation.subject == m_submitted) {
        m_seen = m_told = m_sent;
        keepDraft();
    }
    ClusterPage::showOutcome(outcome);
}

void WorkspaceRulesPage::hideEvent(QHideEvent *event)
{
    ClusterPage::hideEvent(event);
    context().view.setListLayout(listId, m_list->saveLayout());
}

QString WorkspaceRulesPage::draftKey() const
{
    return location().cluster + u"|workspace-rules"_s;
}

void WorkspaceRulesPage::keepDraft()
{
    if (!m_begun)
        return;
    if (isDirty())
        context().drafts.keep(draftKey(), {{u"rules"_s, toJson(m_editor->rules())}});
    else
        context().drafts.drop(draftKey());
}

void WorkspaceRulesPage::takeDraft()
{
    const auto typed = unfinishedRulesFrom(context().drafts.draft(draftKey())[u"rules"_s].toArray());
    if (!typed || typed->isEmpty())
        return;
    m_editor->setRules(*typed);
    notice()->showMessage(Banner::Severity::Information, tr("What you had typed here was kept."));
    connect(notice()->addButton(tr("Start over")), &QAction::triggered, this, &WorkspaceRulesPage::takeStored);
}

void WorkspaceRulesPage::retranslate()
{
    m_rulesTitle->setText(tr("Rules"));
    m_explanation->setText(
        tr("The first rule that matches an API or an upstream says its workspace; what carries a workspace label keeps "
           "that. Rules write nothing to the APIs, and every operator of this cluster shares them."));
    m_previewTitle->setText(tr("Resulting workspaces"));
    m_list->setAccessibleName(tr("Resulting workspaces"));
    m_model->retranslate();
    m_back->setText(tr("Back"));
    m_save->setText(tr("Save…"));
    m_label->setText(tr("Write labels…"));
    ClusterPage::retranslate();
}

} // namespace sluice::app
