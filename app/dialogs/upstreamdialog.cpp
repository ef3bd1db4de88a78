// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/upstreamdialog.h"

#include "app/support/palette.h"
#include "app/widgets/banner.h"
#include "app/widgets/fieldhint.h"
#include "app/widgets/formlayout.h"
#include "app/widgets/nodeseditor.h"
#include "core/admin/upstreamwriter.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// Shows what the gateway holds even where the form would not offer it.
void choose(QComboBox *box, const QString &value)
{
    int at = box->findData(value);
    if (at < 0) {
        box->addItem(value, value);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

QString textFor(const QList<UpstreamProblem> &problems, UpstreamField field)
{
    for (const UpstreamProblem &problem : problems) {
        if (problem.field == field)
            return problem.text;
    }
    return {};
}

} // namespace

UpstreamDialog::UpstreamDialog(const SharedSession &session, const QString &workspace, QWidget *parent)
    : UpstreamDialog(session, std::nullopt, workspace, parent)
{
}

UpstreamDialog::UpstreamDialog(const SharedSession &session, const Upstream &upstream, QWidget *parent)
    : UpstreamDialog(session, std::optional(upstream), {}, parent)
{
}

UpstreamDialog::UpstreamDialog(const SharedSession &session, std::optional<Upstream> before, QString workspace,
                               QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_before(std::move(before))
    , m_workspace(std::move(workspace))
    , m_idIsTyped(m_before.has_value())
    , m_fault(new Banner(this))
    , m_name(new QLineEdit(this))
    , m_id(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_nodes(new NodesEditor(this))
    , m_type(new QComboBox(this))
    , m_scheme(new QComboBox(this))
    , m_passHost(new QComboBox(this))
    , m_upstreamHost(new QLineEdit(this))
    , m_nameHint(new FieldHint(m_name, this))
    , m_idHint(new FieldHint(m_id, this))
    , m_hostHint(new FieldHint(m_upstreamHost, this))
{
    setWindowTitle(m_before ? tr("Edit upstream") : tr("New upstream"));
    setModal(true);
    auto *content = new QWidget(this);
    auto *form = new FormLayout(content);
    form->setContentsMargins(0, 0, space::inside, 0);
    form->setHorizontalSpacing(space::group);
    form->setVerticalSpacing(space::inside);
    addFields(form);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(this);
    m_submit = buttons->addButton(m_before ? tr("Save") : tr("Create"), QDialogButtonBox::AcceptRole);
    m_submit->setObjectName(u"submit"_s);
    m_submit->setDefault(true);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::group);
    column->addWidget(m_fault);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &UpstreamDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &UpstreamDialog::reject);
    fill(m_before ? draftOf(*m_before) : UpstreamDraft());
    m_start = draft();
    check();
    resize(fontMetrics().averageCharWidth() * 92, fontMetrics().height() * 32);
    m_name->setFocus();
}

void UpstreamDialog::addFields(QFormLayout *form)
{
    m_name->setObjectName(u"name"_s);
    m_id->setObjectName(u"id"_s);
    m_id->setEnabled(!m_before);
    m_id->setToolTip(m_before ? tr("An id never changes.") : QString());
    m_type->addItem(tr("in turn, by weight (roundrobin)"), u"roundrobin"_s);
    m_type->addItem(tr("fewest connections (least_conn)"), u"least_conn"_s);
    m_type->addItem(tr("fastest answers (ewma)"), u"ewma"_s);
    for (const QString &scheme : {u"http"_s, u"https"_s, u"grpc"_s, u"grpcs"_s})
        m_scheme->addItem(scheme, scheme);
    m_passHost->addItem(tr("as the client sent it (pass)"), u"pass"_s);
    m_passHost->addItem(tr("the node's name (node)"), u"node"_s);
    m_passHost->addItem(tr("this one (rewrite)"), u"rewrite"_s);
    m_upstreamHost->setPlaceholderText(u"pay.internal.example"_s);
    form->addRow(tr("&Name"), withHint(m_name, m_nameHint));
    form->addRow(m_before ? tr("&ID") : tr("&ID *"), withHint(m_id, m_idHint));
    form->addRow(tr("&Description"), m_description);
    form->addRow(tr("Nodes *"), m_nodes);
    form->addRow(tr("&Balancing"), m_type);
    form->addRow(tr("&Scheme"), m_scheme);
    form->addRow(tr("&Host header"), m_passHost);
    m_hostRow = withHint(m_upstreamHost, m_hostHint);
    form->addRow(tr("Host n&ame"), m_hostRow);
    // The buddy of a row with a hint is the pair; the keyboard wants the field.
    const QList<std::pair<QWidget *, QLineEdit *>> pairs{
        {m_nameHint->parentWidget(), m_name}, {m_idHint->parentWidget(), m_id}, {m_hostRow, m_upstreamHost}};
    for (const auto &[row, field] : pairs) {
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(row)))
            leadTo(field, label);
    }
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (!m_idIsTyped)
            m_id->setText(idFromName(name));
        check();
    });
    connect(m_id, &QLineEdit::textEdited, this, [this](const QString &id) {
        m_idIsTyped = !id.isEmpty();
        check();
    });
    connect(m_upstreamHost, &QLineEdit::textEdited, this, &UpstreamDialog::check);
    connect(m_nodes, &NodesEditor::changed, this, &UpstreamDialog::check);
    connect(m_passHost, &QComboBox::currentIndexChanged, this, [this, form] {
        form->setRowVisible(m_hostRow, m_passHost->currentData() == u"rewrite"_s);
        check();
    });
    form->setRowVisible(m_hostRow, false);
    form->setRowVisible(m_nodes, !m_before || m_before->discovery().isEmpty());
}

void UpstreamDialog::fill(const UpstreamDraft &draft)
{
    m_name->setText(draft.name);
    m_id->setText(draft.id);
    m_description->setText(draft.description);
    m_nodes->setNodes(draft.nodes);
    choose(m_type, draft.type);
    choose(m_scheme, draft.scheme);
    choose(m_passHost, draft.passHost);
    m_upstreamHost->setText(draft.upstreamHost);
}

UpstreamDraft UpstreamDialog::draft() const
{
    UpstreamDraft draft;
    draft.id = m_id->text().trimmed();
    draft.name = m_name->text().trimmed();
    draft.description = m_description->text().trimmed();
    draft.nodes = m_nodes->nodes();
    draft.type = m_type->currentData().toString();
    draft.scheme = m_scheme->currentData().toString();
    draft.passHost = m_passHost->currentData().toString();
    draft.upstreamHost = m_upstreamHost->text().trimmed();
    draft.byDiscovery = m_before && !m_before->discovery().isEmpty();
    return draft;
}

void UpstreamDialog::check()
{
    m_asked = false;
    const UpstreamDraft typed = draft();
    const QList<UpstreamProblem> found = problems(typed);
    const auto unlessEmpty = [this, &found](UpstreamField field, const QString &value) {
        return m_tried || !value.isEmpty() ? textFor(found, field) : QString();
    };
    m_nameHint->setProblem(textFor(found, UpstreamField::Name));
    m_idHint->setProblem(unlessEmpty(UpstreamField::Id, typed.id));
    m_hostHint->setProblem(unlessEmpty(UpstreamField::UpstreamHost, typed.upstreamHost));
    m_nodes->showProblems(found, m_tried);
    m_submit->setEnabled(!m_busy);
    m_submit->setToolTip(found.isEmpty() ? QString() : found.first().text);
}

void UpstreamDialog::submit()
{
    m_tried = true;
    check();
    if (m_busy || !problems(draft()).isEmpty())
        return;
    m_busy = true;
    m_fault->clear();
    check();
    send(this, m_session, draft());
}

QCoro::Task<void> UpstreamDialog::send(QPointer<UpstreamDialog> self, SharedSession session, UpstreamDraft draft)
{
    const QJsonObject labels = self->labels();
    const std::optional<Upstream> before = self->m_before;
    Result<Upstream> result = co_await write(session, before, draft, labels);
    if (self)
        self->finish(result);
}

QCoro::Task<Result<Upstream>> UpstreamDialog::write(SharedSession session, std::optional<Upstream> before,
                                                    UpstreamDraft draft, QJsonObject labels)
{
    if (before) {
        Result<Upstream> changed = co_await changeUpstream(session->admin(), *before, draft);
        co_return changed;
    }
    Result<Upstream> created = co_await createUpstream(session->admin(), draft, labels);
    co_return created;
}

QJsonObject UpstreamDialog::labels() const
{
    if (m_workspace.isEmpty() || m_workspace == "default"_L1)
        return {};
    return {{m_session->profile().workspaceKey, m_workspace}};
}

void UpstreamDialog::finish(const Result<Upstream> &result)
{
    m_busy = false;
    check();
    if (!result) {
        m_fault->showError(result.error());
        return;
    }
    Q_EMIT saved(result->id());
    accept();
}

void UpstreamDialog::reject()
{
    // What is on its way is reported, not dropped.
    if (m_busy)
        return;
    if (m_asked || draft() == m_start)
        return QDialog::reject();
    m_asked = true;
    m_fault->showMessage(Banner::Severity::Warning, tr("What you typed has not been saved."));
    connect(m_fault->addButton(tr("Leave without saving")), &QAction::triggered, this, [this] { QDialog::reject(); });
}

void UpstreamDialog::closeEvent(QCloseEvent *event)
{
    event->ignore();
    reject();
}

} // namespace sluice::app
