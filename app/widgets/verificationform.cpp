// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/verificationform.h"

#include "app/support/palette.h"
#include "app/widgets/formlayout.h"
#include "core/model/cluster.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int mostConnections = 256;
constexpr int mostRequests = 10'000'000;
constexpr int mostRate = 100'000;
constexpr int fewLines = 3; ///< of what is written a line each

QStringList methods()
{
    return {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s};
}

QList<QUrl> gatewaysFrom(const QString &text)
{
    QList<QUrl> gateways;
    const QStringList parts = text.split(QRegularExpression(u"[,\\s]+"_s), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        gateways.append(QUrl(part, QUrl::StrictMode));
    return gateways;
}

bool isGateway(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QString textOf(const QList<QUrl> &gateways)
{
    QStringList texts;
    for (const QUrl &gateway : gateways)
        texts.append(gateway.toString());
    return texts.join(u", "_s);
}

QList<QPair<QByteArray, QByteArray>> headersFrom(const QString &text)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        headers.append({line.section(u':', 0, 0).trimmed().toUtf8(), line.section(u':', 1).trimmed().toUtf8()});
    return headers;
}

bool areHeaders(const QString &text)
{
    static const QRegularExpression header(u"^\\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*:"_s);
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) { return header.match(line).hasMatch(); });
}

bool isAddress(const QString &text)
{
    static const QRegularExpression address(u"^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$"_s);
    return text.isEmpty() || address.match(text).hasMatch();
}

bool isPattern(const QString &text)
{
    return QRegularExpression(text).isValid();
}

} // namespace

VerificationForm::VerificationForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new FormLayout(this))
    , m_requestHeading(nullptr)
    , m_method(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_host(new QLineEdit(this))
    , m_headers(new QPlainTextEdit(this))
    , m_body(new QLineEdit(this))
    , m_gateways(new QLineEdit(this))
    , m_connect(new QLineEdit(this))
    , m_amountHeading(nullptr)
    , m_requests(new QSpinBox(this))
    , m_numbers(new QLabel(this))
    , m_concurrency(new QSpinBox(this))
    , m_rate(new QSpinBox(this))
    , m_workers(new QSpinBox(this))
    , m_sharing(new QComboBox(this))
    , m_deviation(new QDoubleSpinBox(this))
    , m_identifyHeading(nullptr)
    , m_by(new QComboBox(this))
    , m_identify(new QLineEdit(this))
    , m_targetIs(new QLineEdit(this))
    , m_currentIs(new QLineEdit(this))
    , m_expectationsHeading(nullptr)
    , m_expectations(new QPlainTextEdit(this))
{
    m_form->setContentsMargins(0, 0, 0, space::inside);
    m_form->setHorizontalSpacing(space::inside);
    m_form->setVerticalSpacing(space::inside);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeRequest();
    makeAmount();
    makeIdentification();
    makeExpectations();
    retranslate();
}

QLabel *VerificationForm::addHeading()
{
    auto *heading = new QLabel(this);
    QFont strong = heading->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    heading->setContentsMargins(0, m_form->rowCount() > 0 ? space::inside : 0, 0, 0);
    m_form->addRow(heading);
    return heading;
}

void VerificationForm::addField(QWidget *field)
{
    field->setSizePolicy(QSizePolicy::Ignored, field->sizePolicy().verticalPolicy());
    m_form->addRow(u" "_s, field);
    addProblem(field);
}

void VerificationForm::addProblem(QWidget *field)
{
    auto *problem = new QLabel(this);
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->hide();
    m_form->addRow(problem);
    m_form->setRowVisible(problem, false);
    m_problems.insert(field, problem);
}

void VerificationForm::addLine(QLineEdit *line, const QString &name)
{
    line->setObjectName(name);
    addField(line);
    connect(line, &QLineEdit::textChanged, this, &VerificationForm::check);
    connect(line, &QLineEdit::returnPressed, this, &VerificationForm::submitted);
}

/// For what is written a line each.
void VerificationForm::makeLines(QPlainTextEdit *field)
{
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field->setFixedHeight(field->fontMetrics().lineSpacing() * fewLines + space::group);
    connect(field, &QPlainTextEdit::textChanged, this, &VerificationForm::check);
}

void VerificationForm::label(QWidget *field, const QString &text)
{
    if (auto *found = qobject_cast<QLabel *>(m_form->labelForField(field)))
        found->setText(text);
    field->setAccessibleName(text);
}

void VerificationForm::makeRequest()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_requestHeading = addHeading();
    m_method->addItems(methods());
    m_method->setObjectName(u"method"_s);
    addField(m_method);
    connect(m_method, &QComboBox::currentIndexChanged, this, &VerificationForm::check);
    addLine(m_path, u"path"_s);
    addLine(m_host, u"host"_s);
    m_headers->setObjectName(u"headers"_s);
    makeLines(m_headers);
    addField(m_headers);
    addLine(m_body, u"body"_s);
    addLine(m_gateways, u"gateways"_s);
    addLine(m_connect, u"connect"_s);
    const QList<QWidget *> literal{m_path, m_host, m_body, m_gateways, m_connect};
    for (QWidget *field : literal)
        field->setFont(fixed);
}

void VerificationForm::makeAmount()
{
    m_amountHeading = addHeading();
    m_requests->setRange(0, mostRequests);
    m_requests->setGroupSeparatorShown(true);
    m_concurrency->setRange(1, mostConnections);
    m_rate->setRange(0, mostRate);
    m_workers->setRange(1, ClusterProfile::mostWorkers);
    m_deviation->setRange(0.1, 50);
    m_deviation->setDecimals(1);
    m_requests->setObjectName(u"requests"_s);
    m_concurrency->setObjectName(u"concurrency"_s);
    m_rate->setObjectName(u"rate"_s);
    m_workers->setObjectName(u"workers"_s);
    m_deviation->setObjectName(u"deviation"_s);
    m_sharing->setObjectName(u"sharing"_s);
    m_sharing->addItems({QString(), QString()});
    addField(m_requests);
    m_numbers->setTextFormat(Qt::PlainText);
    m_numbers->setWordWrap(true);
    // Always of two lines: a form that becomes higher while it is laid out lets its rows overlap.
    m_numbers->setMinimumHeight(2 * m_numbers->fontMetrics().lineSpacing());
    m_numbers->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_numbers->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(m_numbers);
    addField(m_concurrency);
    addField(m_rate);
    addField(m_workers);
    addField(m_sharing);
    addField(m_deviation);
    for (QSpinBox *number : {m_requests, m_concurrency, m_rate, m_workers})
        connect(number, &QSpinBox::valueChanged, this, &VerificationForm::check);
    connect(m_deviation, &QDoubleSpinBox::valueChanged, this, &VerificationForm::check);
    connect(m_sharing, &QComboBox::currentIndexChanged, this, &VerificationForm::check);
}

void VerificationForm::makeIdentification()
{
    m_identifyHeading = addHeading();
    m_by->setObjectName(u"identify-by"_s);
    m_by->addItems({QString(), QString(), QString()});
    addField(m_by);
    connect(m_by, &QComboBox::currentIndexChanged, this, &VerificationForm::check);
    addLine(m_identify, u"identify"_s);
    addLine(m_targetIs, u"target-is"_s);
    addLine(m_currentIs, u"current-is"_s);
    for (QWidget *field : {m_identify, m_targetIs, m_currentIs})
        field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void VerificationForm::makeExpectations()
{
    m_expectationsHeading = addHeading();
    m_expectationsHeading->setBuddy(m_expectations);
    m_expectations->setObjectName(u"expectations"_s);
    makeLines(m_expectations);
    m_form->addRow(m_expectations);
    addProblem(m_expectations);
}

void VerificationForm::fill(const VerificationRequest &request)
{
    m_filling = true;
    m_method->setCurrentText(QString::fromLatin1(request.method));
    m_path->setText(request.path);
    m_host->setText(request.host);
    m_headers->clear();
    m_expectations->clear();
    m_body->setText(QString::fromUtf8(request.body));
    m_gateways->setText(textOf(request.gateways));
    m_connect->clear();
    m_requests->setValue(static_cast<int>(request.requests));
    m_concurrency->setValue(request.concurrency);
    m_rate->setValue(request.rate);
    m_workers->setValue(request.workers);
    m_sharing->setCurrentIndex(request.exclusive ? 0 : 1);
    m_deviation->setValue(request.deviation);
    setIdentification(request.identify);
    m_path->setCursorPosition(0);
    m_gateways->setCursorPosition(0);
    m_filling = false;
    setSubject(request);
}

void VerificationForm::setIdentification(const Identification &identification)
{
    m_by->setCurrentIndex(static_cast<int>(identification.by));
    m_identify->setText(identification.text);
    m_targetIs->setText(identification.targetIs);
    m_currentIs->setText(identification.currentIs);
}

void VerificationForm::setSubject(const VerificationRequest &request)
{
    m_subject = request;
    m_targetIs->setPlaceholderText(request.targetName);
    m_currentIs->setPlaceholderText(request.currentName);
    check();
}

VerificationRequest VerificationForm::applied(VerificationRequest request) const
{
    request.method = m_method->currentText().toLatin1();
    request.path = m_path->text().trimmed();
    request.host = m_host->text().trimmed();
    request.headers = headersFrom(m_headers->toPlainText());
    request.body = m_body->text().toUtf8();
    request.gateways = gatewaysFrom(m_gateways->text());
    const QString address = m_connect->text().trimmed();
    request.connectHost = address.section(u':', 0, -2).remove(u'[').remove(u']');
    request.connectPort = address.section(u':', -1).toUShort();
    request.requests = m_requests->value();
    request.concurrency = m_concurrency->value();
    request.rate = m_rate->value();
    request.workers = m_workers->value();
    request.exclusive = m_sharing->currentIndex() == 0;
    request.deviation = m_deviation->value();
    request.identify.by = static_cast<Identification::By>(m_by->currentIndex());
    request.identify.text = m_identify->text().trimmed();
    request.identify.targetIs = m_targetIs->text();
    request.identify.currentIs = m_currentIs->text();
    const auto expectations = parseExpectations(m_expectations->toPlainText());
    request.expectations = expectations ? *expectations : QList<Expectation>();
    return request;
}

QList<VerificationForm::Problem> VerificationForm::problems() const
{
    QList<Problem> found;
    const auto demand = [&found](bool holds, QWidget *field, const QString &text) {
        if (!holds)
            found.append({field, text});
    };
    const QList<QUrl> gateways = gatewaysFrom(m_gateways->text());
    const bool areGateways = !gateways.isEmpty() && std::all_of(gateways.cbegin(), gateways.cend(), isGateway);
    demand(!m_path->text().trimmed().isEmpty(), m_path,
           tr("The route has no single literal path that GET may call: name one."));
    demand(m_path->text().isEmpty() || m_path->text().trimmed().startsWith(u'/'), m_path,
           tr("A path begins with a slash."));
    demand(areHeaders(m_headers->toPlainText()), m_headers, tr("One header a line: Name: value"));
    demand(areGateways, m_gateways, tr("At least one address such as http://10.0.0.1:9080"));
    demand(isAddress(m_connect->text().trimmed()), m_connect, tr("An address and a port, such as 10.0.0.1:9080"));
    const bool byPattern = m_by->currentIndex() == static_cast<int>(Identification::By::Regex);
    demand(!byPattern || isPattern(m_identify->text()), m_identify, tr("This is not a regular expression."));
    for (QLineEdit *pattern : {m_targetIs, m_currentIs})
        demand(isPattern(pattern->text()), pattern, tr("This is not a regular expression."));
    const auto expectations = parseExpectations(m_expectations->toPlainText());
    if (!expectations)
        found.append({m_expectations, expectations.error().reason + u'\n' + expectations.error().advice});
    const bool hasBody = m_method->currentText() != "HEAD"_L1;
    demand(hasBody || !expectations || std::none_of(expectations->cbegin(), expectations->cend(), needsBody),
           m_expectations, tr("Answers to HEAD have no body to expect anything of."));
    return found;
}

QString VerificationForm::problem() const
{
    const QList<Problem> found = problems();
    return found.isEmpty() ? QString() : found.first().text;
}

void VerificationForm::check()
{
    if (m_filling)
        return;
    const QList<Problem> found = problems();
    for (auto shown = m_problems.cbegin(); shown != m_problems.cend(); ++shown) {
        const auto mine = std::find_if(found.cbegin(), found.cend(),
                                       [&shown](const Problem &problem) { return problem.field == shown.key(); });
        QLabel *words = shown.value();
        words->setText(mine == found.cend() ? QString() : mine->text);
        QPalette danger = palette();
        danger.setColor(QPalette::WindowText, tone(Tone::Danger, palette()));
        words->setPalette(danger);
        m_form->setRowVisible(words, mine != found.cend());
        shown.key()->setAccessibleDescription(words->text());
    }
    // Where the column is too narrow for what is chosen.
    for (QComboBox *box : {m_sharing, m_by})
        box->setToolTip(box->currentText());
    showNumbers();
    Q_EMIT changed();
}

void VerificationForm::showNumbers()
{
    const SplitRun run = Verifier::runOf(applied(m_subject));
    const QLocale locale;
    const bool byRules = m_subject.policy.kind == TrafficPolicy::Kind::Rules && m_subject.policy.share == 100;
    const qint64 enough = sufficientRequests(run);
    m_requests->setSpecialValueText(byRules ? tr("as many as each case needs")
                                            : tr("automatic: %1").arg(locale.toString(enough)));
    const qint64 first = requestsUntilFirst(run);
    const bool bursts = !byRules && first > 1;
    m_numbers->setText(bursts ? tr("The first one on the target is certain after %1.").arg(locale.toString(first))
                              : QString());
    m_form->setRowVisible(m_numbers, bursts);
}

void VerificationForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        check();
}

void VerificationForm::retranslate()
{
    m_requestHeading->setText(tr("Request"));
    m_amountHeading->setText(tr("Amount and judgement"));
    m_identifyHeading->setText(tr("How an answer tells its upstream"));
    label(m_method, tr("Method"));
    label(m_path, tr("Path"));
    label(m_host, tr("Host"));
    label(m_headers, tr("Headers"));
    label(m_body, tr("Body"));
    label(m_gateways, tr("Gateways"));
    label(m_connect, tr("Connect to"));
    label(m_requests, tr("Requests"));
    label(m_concurrency, tr("Connections"));
    label(m_rate, tr("Rate"));
    label(m_workers, tr("Workers"));
    label(m_sharing, tr("Traffic"));
    label(m_deviation, tr("Detectable deviation"));
    label(m_by, tr("By"));
    label(m_identify, tr("Name"));
    label(m_targetIs, tr("Target is"));
    label(m_currentIs, tr("Current is"));
    m_expectationsHeading->setText(tr("Expected of each answer"));
    m_expectations->setAccessibleName(m_expectationsHeading->text());
    m_expectations->setPlaceholderText(tr("Nothing, or one a line, such as") +
                                       u"\nstatus in 200,204,3xx\ntime < 800ms"_s);
    m_expectations->setToolTip(u"status in 200,3xx\nheader:content-type ~ json\nheader:x-error absent\n"
                               "body contains ok\njson:/status == up\ntime < 800ms"_s);
    m_host->setPlaceholderText(tr("the gateway's own"));
    m_headers->setPlaceholderText(tr("Name: value"));
    m_headers->setToolTip(tr("Sent with every request; never part of a report."));
    m_connect->setPlaceholderText(tr("the gateway's address"));
    m_identify->setPlaceholderText(tr("found out by asking the nodes"));
    m_identify->setToolTip(tr("Left empty, the nodes of both upstreams are asked directly, a few times each."));
    m_gateways->setToolTip(tr("Each one is verified on its own. Several are separated by a comma."));
    m_workers->setToolTip(tr("Worker processes of one gateway: each picks in an order of its own."));
    m_rate->setSpecialValueText(tr("unlimited"));
    m_rate->setSuffix(tr(" a second"));
    m_deviation->setPrefix(u"± "_s);
    m_deviation->setSuffix(tr(" points"));
    retranslateChoices();
    check();
}

void VerificationForm::retranslateChoices()
{
    m_sharing->setItemText(0, tr("no other callers"));
    m_sharing->setItemText(1, tr("other callers as well"));
    m_by->setItemText(static_cast<int>(Identification::By::Header), tr("Header"));
    m_by->setItemText(static_cast<int>(Identification::By::Json), tr("JSON pointer in the body"));
    m_by->setItemText(static_cast<int>(Identification::By::Regex), tr("Regular expression on the body"));
}

} // namespace sluice::app
