// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/clusterdialog.h"

#include "app/support/clusterdirectory.h"
#include "app/support/looks.h"
#include "app/support/palette.h"
#include "app/widgets/banner.h"
#include "app/widgets/connectiontestview.h"
#include "app/widgets/fieldhint.h"
#include "app/widgets/formlayout.h"
#include "app/widgets/headerseditor.h"
#include "app/widgets/keychainnotice.h"
#include "app/widgets/paragraph.h"
#include "core/model/prose.h"
#include "core/release/ownership.h"
#include "core/settings/secretstore.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int addressLines = 3;

enum ClusterTab { ConnectionTab, GatewaysTab, TrustTab };

/// What is left of a tab's height stays below its rows.
void endForm(QFormLayout *form)
{
    form->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding));
}

QFormLayout *formIn(QWidget *tab)
{
    auto *form = new FormLayout(tab);
    form->setContentsMargins(space::group, space::group, space::group, space::group);
    form->setHorizontalSpacing(space::group);
    form->setVerticalSpacing(space::inside);
    return form;
}

/// A row whose label leads to the field itself, not to the pair of field and hint.
void addRow(QFormLayout *form, const QString &text, QWidget *row, QWidget *field)
{
    auto *label = new QLabel(text, form->parentWidget());
    leadTo(field, label);
    form->addRow(label, row);
}

QLabel *note(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(parent, text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void showAddresses(QPlainTextEdit *field, const QList<QUrl> &urls)
{
    QStringList lines;
    for (const QUrl &url : urls)
        lines.append(url.toString());
    field->setPlainText(lines.join(u'\n'));
}

QList<QUrl> addresses(const QPlainTextEdit *field)
{
    QList<QUrl> urls;
    const QStringList lines = field->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            urls.append(QUrl(line.trimmed()));
    }
    return urls;
}

/// Operators paste the address with the path that they call.
QUrl adminAddress(const QString &text)
{
    QString address = text.trimmed();
    for (const auto ending : {"/"_L1, "/apisix/admin"_L1, "/"_L1}) {
        if (address.endsWith(ending))
            address.chop(ending.size());
    }
    return QUrl(address);
}

/// What core says of one field, all others being right.
QString problemWith(const std::function<void(ClusterProfile &)> &set)
{
    ClusterProfile profile;
    profile.name = u"name"_s;
    profile.admin = QUrl(u"http://localhost"_s);
    set(profile);
    const QList<Error> found = problems(profile);
    return found.isEmpty() ? QString() : joinSentences({found.first().reason, found.first().advice});
}

} // namespace

ClusterDialog::ClusterDialog(ClusterDirectory &clusters, const ClusterProfile &profile, const QString &secretsOf,
                             QWidget *parent)
    : QDialog(parent)
    , m_clusters(clusters)
    , m_start(profile)
    , m_pin(profile.tls.pin)
    , m_fault(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_name(new QLineEdit(this))
    , m_nameHint(new FieldHint(m_name, this))
    , m_environment(new QComboBox(this))
    , m_admin(new QLineEdit(this))
    , m_adminHint(new FieldHint(m_admin, this))
    , m_key(new QLineEdit(this))
    , m_keyHint(note({}, this))
    , m_askKey(new QCheckBox(tr("Ask for the key each time, and keep it nowhere"), this))
    , m_headers(new HeadersEditor(this))
    , m_gateways(new QPlainTextEdit(this))
    , m_gatewaysHint(new FieldHint(m_gateways, this))
    , m_metrics(new QPlainTextEdit(this))
    , m_controls(new QPlainTextEdit(this))
    , m_workers(new QSpinBox(this))
    , m_authority(new QLineEdit(this))
    , m_certificate(new QLineEdit(this))
    , m_certificateKey(new QLineEdit(this))
    , m_pinText(new QLabel(this))
    , m_unpin(new QPushButton(tr("Trust it no longer"), this))
    , m_proxy(new QComboBox(this))
    , m_proxyAddress(new QLineEdit(this))
    , m_proxyHint(new FieldHint(m_proxyAddress, this))
    , m_owner(new QComboBox(this))
    , m_proposal(note({}, this))
    , m_workspaceKey(new QLineEdit(this))
    , m_workspaceHint(new FieldHint(m_workspaceKey, this))
    , m_readOnly(new QCheckBox(tr("Read only: nothing is ever written to this cluster from here"), this))
    , m_demandReason(new QCheckBox(tr("Require a reason for every action"), this))
    , m_test(nullptr)
    , m_save(nullptr)
{
    setWindowTitle(profile.id.isEmpty() ? tr("Add cluster") : tr("Edit cluster"));
    setModal(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(makeConnectionTab(), tr("&Connection"));
    m_tabs->addTab(makeGatewaysTab(), tr("&Gateways"));
    m_tabs->addTab(makeTrustTab(), tr("&TLS and proxy"));
    m_tabs->addTab(makeRulesTab(), tr("&Rules"));
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::group);
    column->addWidget(new KeychainNotice(m_clusters.secrets(), this));
    column->addWidget(m_fault);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClusterDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClusterDialog::reject);
    fill();
    m_start = this->profile();
    check();
    resize(fontMetrics().averageCharWidth() * 108, fontMetrics().height() * 42);
    m_name->setFocus();
    // Of a new one as well: then it is known whether a keychain answers.
    ClusterProfile original = profile;
    original.id = secretsOf;
    readSecrets(this, m_clusters, original);
    connect(&m_clusters.secrets(), &SecretStore::answeredLate, this, [this, original] {
        if (!m_isKnown)
            readSecrets(this, m_clusters, original);
    });
}

QWidget *ClusterDialog::makeConnectionTab()
{
    // Its parent keeps the fields in one window, and with it in the order of the keyboard.
    auto *tab = new QWidget(this);
    QFormLayout *form = formIn(tab);
    using Environment = ClusterProfile::Environment;
    for (const Environment environment : {Environment::Development, Environment::Staging, Environment::Production})
        m_environment->addItem(lookOf(environment).word, static_cast<int>(environment));
    m_name->setObjectName(u"name"_s);
    m_admin->setObjectName(u"admin"_s);
    m_admin->setPlaceholderText(u"https://gateway.example:9180"_s);
    m_key->setObjectName(u"key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_test = new ConnectionTestView(
        [this]() -> std::optional<ConnectionTestView::Subject> {
            m_tried = true;
            check();
            if (!m_adminHint->text().isEmpty())
                return std::nullopt;
            return ConnectionTestView::Subject{profile(), secrets()};
        },
        tab);
    addRow(form, tr("&Name *"), withHint(m_name, m_nameHint), m_name);
    addRow(form, tr("&Environment"), m_environment, m_environment);
    addRow(form, tr("&Admin address *"), withHint(m_admin, m_adminHint), m_admin);
    addRow(form, tr("Admin &key"), m_key, m_key);
    form->addRow(QString(), withHint(m_askKey, m_keyHint));
    form->addRow(tr("Extra headers"), m_headers);
    form->addRow(m_test);
    endForm(form);
    connect(m_name, &QLineEdit::textEdited, this, &ClusterDialog::check);
    connect(m_admin, &QLineEdit::textEdited, this, &ClusterDialog::check);
    connect(m_key, &QLineEdit::textEdited, this, &ClusterDialog::check);
    connect(m_headers, &HeadersEditor::changed, this, &ClusterDialog::check);
    connect(m_askKey, &QCheckBox::toggled, this, &ClusterDialog::showKeyHint);
    connect(&m_clusters.secrets(), &SecretStore::sessionOnlyChanged, this, &ClusterDialog::showKeyHint);
    connect(m_test, &ConnectionTestView::pinned, this, [this](const QString &fingerprint) {
        m_pin = fingerprint;
        showPin();
    });
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(tab);
    return scroll;
}

QWidget *ClusterDialog::makeGatewaysTab()
{
    auto *tab = new QWidget(this);
    QFormLayout *form = formIn(tab);
    for (QPlainTextEdit *field : {m_gateways, m_metrics, m_controls}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(field->fontMetrics().lineSpacing() * addressLines + space::group);
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // what is left of the tab is not for its row
        connect(field, &QPlainTextEdit::textChanged, this, &ClusterDialog::check);
    }
    m_gateways->setPlaceholderText(u"https://api.example"_s);
    m_metrics->setPlaceholderText(u"http://gateway.example:9091/apisix/prometheus/metrics"_s);
    m_controls->setPlaceholderText(u"http://gateway.example:9090"_s);
    m_workers->setRange(1, ClusterProfile::mostWorkers);
    addRow(form, tr("Gateway a&ddresses"),
           withHint(withHint(m_gateways, m_gatewaysHint),
                    note(tr("One per line. A verification sends its requests there."), tab)),
           m_gateways);
    addRow(form, tr("&Metrics addresses"),
           withHint(m_metrics, note(tr("One per gateway, or none: for live traffic."), tab)), m_metrics);
    addRow(form, tr("C&ontrol addresses"),
           withHint(m_controls, note(tr("One per gateway, or none: for the health of nodes."), tab)), m_controls);
    addRow(form, tr("&Workers per gateway"),
           withHint(m_workers, note(tr("It tells a verification how even a split can be."), tab)), m_workers);
    endForm(form);
    return tab;
}

QWidget *ClusterDialog::fileField(QLineEdit *line, const QString &title)
{
    auto *row = new QWidget(this);
    auto *browse = new QPushButton(tr("Choose…"), row);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("%1: choose a file").arg(title));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::inside);
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this, line, title] {
        auto *dialog = new QFileDialog(this, title, {}, tr("Certificates and keys (*.pem *.crt *.key);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return row;
}

QWidget *ClusterDialog::makeTrustTab()
{
    auto *tab = new QWidget(this);
    QFormLayout *form = formIn(tab);
    m_pinText->setTextFormat(Qt::PlainText);
    m_pinText->setWordWrap(true);
    m_pinText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_unpin->setAutoDefault(false);
    using Kind = ClusterProfile::Proxy::Kind;
    m_proxy->addItem(tr("The system's"), static_cast<int>(Kind::System));
    m_proxy->addItem(tr("None"), static_cast<int>(Kind::None));
    m_proxy->addItem(tr("This one"), static_cast<int>(Kind::Manual));
    m_proxyAddress->setPlaceholderText(u"http://proxy.example:3128"_s);
    m_proxyAddress->setAccessibleName(tr("Address of the proxy"));
    addRow(form, tr("Certificate &authority"),
           withHint(fileField(m_authority, tr("Certificate authority")),
                    note(tr("PEM file; empty: the system's authorities."), tab)),
           m_authority);
    addRow(form, tr("C&lient certificate"), fileField(m_certificate, tr("Client certificate")), m_certificate);
    addRow(form, tr("Its &key"), fileField(m_certificateKey, tr("Key of the client certificate")), m_certificateKey);
    form->addRow(tr("Pinned certificate"), m_pinText);
    form->addRow(QString(), m_unpin);
    addRow(form, tr("&Proxy"), m_proxy, m_proxy);
    form->addRow(QString(), withHint(m_proxyAddress, m_proxyHint));
    connect(m_unpin, &QPushButton::clicked, this, [this] {
        m_pin.clear();
        showPin();
    });
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ClusterDialog::check);
    connect(m_proxyAddress, &QLineEdit::textEdited, this, &ClusterDialog::check);
    endForm(form);
    return tab;
}

QWidget *ClusterDialog::makeRulesTab()
{
    auto *tab = new QWidget(this);
    QFormLayout *form = formIn(tab);
    using Owner = ClusterProfile::Owner;
    m_owner->addItem(tr("Nobody else"), static_cast<int>(Owner::None));
    m_owner->addItem(tr("ADC"), static_cast<int>(Owner::Adc));
    m_owner->addItem(tr("Ingress controller"), static_cast<int>(Owner::IngressController));
    m_owner->addItem(tr("Something else"), static_cast<int>(Owner::Other));
    addRow(form, tr("Who else &writes the configuration"),
           withHint(m_owner,
                    note(tr("The next run of such a tool may take a split away; forms and pages then say so."), tab)),
           m_owner);
    form->addRow(QString(), m_proposal);
    addRow(form, tr("&Label of workspaces"), withHint(m_workspaceKey, m_workspaceHint), m_workspaceKey);
    form->addRow(QString(), m_readOnly);
    form->addRow(QString(), m_demandReason);
    connect(m_workspaceKey, &QLineEdit::textEdited, this, &ClusterDialog::check);
    endForm(form);
    return tab;
}

void ClusterDialog::fill()
{
    m_name->setText(m_start.name);
    m_environment->setCurrentIndex(m_environment->findData(static_cast<int>(m_start.environment)));
    m_admin->setText(m_start.admin.toString());
    m_askKey->setChecked(m_start.askKey);
    m_headers->setNames(m_start.headers);
    showAddresses(m_gateways, m_start.gateways);
    showAddresses(m_metrics, m_start.metrics);
    showAddresses(m_controls, m_start.controls);
    m_workers->setValue(m_start.workers);
    m_authority->setText(m_start.tls.authorityFile);
    m_certificate->setText(m_start.tls.certificateFile);
    m_certificateKey->setText(m_start.tls.keyFile);
    m_proxy->setCurrentIndex(m_proxy->findData(static_cast<int>(m_start.proxy.kind)));
    m_proxyAddress->setText(m_start.proxy.address.toString());
    m_owner->setCurrentIndex(m_owner->findData(static_cast<int>(m_start.owner)));
    m_workspaceKey->setText(m_start.workspaceKey);
    m_readOnly->setChecked(m_start.readOnly);
    m_demandReason->setChecked(m_start.demandReason);
    showPin();
    showKeyHint();
    showProposal();
}

void ClusterDialog::showProposal()
{
    const ClusterWatch *watch = m_clusters.watch(m_start.id);
    const auto proposed = watch == nullptr ? ClusterProfile::Owner::None : proposedOwner(watch->snapshot().apis());
    const int at = m_owner->findData(static_cast<int>(proposed));
    m_proposal->setText(tr("The labels of its APIs say: %1.").arg(m_owner->itemText(at)));
    m_proposal->setVisible(proposed != ClusterProfile::Owner::None);
}

ClusterProfile ClusterDialog::profile() const
{
    ClusterProfile profile = m_start;
    profile.name = m_name->text().trimmed();
    profile.environment = static_cast<ClusterProfile::Environment>(m_environment->currentData().toInt());
    profile.admin = adminAddress(m_admin->text());
    profile.askKey = m_askKey->isChecked();
    profile.headers = m_headers->names();
    profile.gateways = addresses(m_gateways);
    profile.metrics = addresses(m_metrics);
    profile.controls = addresses(m_controls);
    profile.workers = m_workers->value();
    profile.tls = {m_authority->text().trimmed(), m_certificate->text().trimmed(), m_certificateKey->text().trimmed(),
                   m_pin};
    profile.proxy = {static_cast<ClusterProfile::Proxy::Kind>(m_proxy->currentData().toInt()),
                     QUrl(m_proxyAddress->text().trimmed())};
    profile.owner = static_cast<ClusterProfile::Owner>(m_owner->currentData().toInt());
    profile.workspaceKey = m_workspaceKey->text().trimmed();
    profile.readOnly = m_readOnly->isChecked();
    profile.demandReason = m_demandReason->isChecked();
    return profile;
}

void ClusterDialog::check()
{
    m_asked = false;
    const ClusterProfile typed = profile();
    const auto unlessEmpty = [this](const QString &text, const QString &problem) {
        return m_tried || !text.trimmed().isEmpty() ? problem : QString();
    };
    m_nameHint->setProblem(
        unlessEmpty(m_name->text(), problemWith([&typed](ClusterProfile &profile) { profile.name = typed.name; })));
    m_adminHint->setProblem(
        unlessEmpty(m_admin->text(), problemWith([&typed](ClusterProfile &profile) { profile.admin = typed.admin; })));
    m_gatewaysHint->setProblem(problemWith([&typed](ClusterProfile &profile) { profile.gateways = typed.gateways; }));
    m_proxyHint->setProblem(unlessEmpty(
        m_proxyAddress->text(), problemWith([&typed](ClusterProfile &profile) { profile.proxy = typed.proxy; })));
    m_proxyAddress->setEnabled(typed.proxy.kind == ClusterProfile::Proxy::Kind::Manual);
    m_workspaceHint->setProblem(
        problemWith([&typed](ClusterProfile &profile) { profile.workspaceKey = typed.workspaceKey; }));
    const QList<Error> found = problems(typed);
    m_save->setToolTip(found.isEmpty() ? QString() : found.first().reason);
}

void ClusterDialog::showPin()
{
    m_pinText->setFont(m_pin.isEmpty() ? font() : QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_pinText->setText(m_pin.isEmpty() ? tr("none; the connection test offers it where no trusted authority has signed")
                                       : m_pin);
    m_unpin->setVisible(!m_pin.isEmpty());
}

void ClusterDialog::showKeyHint()
{
    const bool isKept = !m_kept.adminKey.isEmpty();
    m_key->setPlaceholderText(isKept ? tr("kept; type to replace it") : tr("of the role admin, or viewer"));
    if (m_askKey->isChecked())
        m_keyHint->setText(tr("It is kept until Sluice closes, and stored nowhere."));
    else if (m_clusters.secrets().isSessionOnly())
        m_keyHint->setText(tr("No keychain answers on this computer: the key lasts until this program ends."));
    else
        m_keyHint->setText(tr("It goes to the keychain of this computer, and is never shown."));
}

ClusterSecrets ClusterDialog::secrets() const
{
    ClusterSecrets secrets = m_kept;
    if (!m_key->text().trimmed().isEmpty())
        secrets.adminKey = m_key->text().trimmed().toUtf8();
    secrets.headers = m_headers->values(m_kept.headers);
    return secrets;
}

bool ClusterDialog::secretsAreTyped() const
{
    return !m_key->text().isEmpty() || m_headers->hasTypedValues();
}

/// What is typed is kept as a whole, so nothing may be missing that only the keychain knows.
bool ClusterDialog::wouldForget() const
{
    const bool isNew = m_start.id.isEmpty() && m_start.admin.isEmpty();
    if (m_isKnown || isNew || !secretsAreTyped())
        return false;
    const ClusterSecrets typed = secrets();
    return typed.adminKey.isEmpty() || std::any_of(typed.headers.cbegin(), typed.headers.cend(),
                                                   [](const auto &header) { return header.second.isEmpty(); });
}

QCoro::Task<void> ClusterDialog::readSecrets(QPointer<ClusterDialog> self, ClusterDirectory &clusters,
                                             ClusterProfile cluster)
{
    const Result<ClusterSecrets> kept = co_await clusters.secrets().read(cluster);
    if (!self)
        co_return;
    self->m_isKnown = kept || cluster.id.isEmpty();
    self->m_kept = kept ? *kept : ClusterSecrets();
    self->showKeyHint();
}

void ClusterDialog::save()
{
    m_tried = true;
    check();
    const ClusterProfile wanted = profile();
    const QList<Error> found = problems(wanted);
    if (!found.isEmpty()) {
        const bool inFirstTab = !m_nameHint->text().isEmpty() || !m_adminHint->text().isEmpty();
        m_tabs->setCurrentIndex(inFirstTab                          ? ConnectionTab
                                : !m_gatewaysHint->text().isEmpty() ? GatewaysTab
                                : !m_proxyHint->text().isEmpty()    ? TrustTab
                                                                    : m_tabs->count() - 1);
        return;
    }
    if (wouldForget()) {
        m_fault->showMessage(Banner::Severity::Warning, tr("The keychain has not told what is kept for this cluster."),
                             tr("Type the key and the value of each header, or wait for the keychain."));
        return;
    }
    // A new one takes along what its original keeps.
    const bool isNew = wanted.id.isEmpty();
    const bool keepAnew = isNew || secretsAreTyped() || wanted.askKey != m_start.askKey;
    const auto saved = m_clusters.save(wanted, keepAnew ? std::optional(secrets()) : std::nullopt);
    if (!saved) {
        m_fault->showError(saved.error());
        return;
    }
    Q_EMIT this->saved(wanted.name);
    accept();
}

void ClusterDialog::reject()
{
    if (m_asked || (profile() == m_start && !secretsAreTyped()))
        return QDialog::reject();
    m_asked = true;
    m_fault->showMessage(Banner::Severity::Warning, tr("What you typed has not been saved."));
    connect(m_fault->addButton(tr("Leave without saving")), &QAction::triggered, this, [this] { QDialog::reject(); });
}

void ClusterDialog::closeEvent(QCloseEvent *event)
{
    event->ignore();
    reject();
}

} // namespace sluice::app
