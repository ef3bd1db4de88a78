// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/connectiontestview.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/support/plaintooltip.h"
#include "app/widgets/factsview.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/statechip.h"
#include "core/model/prose.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr std::chrono::milliseconds addressPatience{10'000};

struct ConnectionTestViewText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTestView)
};

QString wordOf(ConnectionStep::Kind kind)
{
    switch (kind) {
    case ConnectionStep::Kind::Address:
        return ConnectionTestViewText::tr("Address");
    case ConnectionStep::Kind::Tls:
        return ConnectionTestViewText::tr("TLS");
    case ConnectionStep::Kind::Key:
        return ConnectionTestViewText::tr("Admin key");
    case ConnectionStep::Kind::Version:
        return ConnectionTestViewText::tr("Version");
    case ConnectionStep::Kind::Role:
        return ConnectionTestViewText::tr("Role");
    case ConnectionStep::Kind::Gateway:
        return ConnectionTestViewText::tr("Gateway");
    case ConnectionStep::Kind::Metrics:
        break;
    }
    return ConnectionTestViewText::tr("Metrics");
}

StateLook lookOf(ConnectionStep::Outcome outcome)
{
    switch (outcome) {
    case ConnectionStep::Outcome::Passed:
        return {u"tick"_s, Tone::Success, ConnectionTestViewText::tr("passed"), {}};
    case ConnectionStep::Outcome::Warned:
        return {u"warning"_s, Tone::Warning, ConnectionTestViewText::tr("with care"), {}};
    case ConnectionStep::Outcome::Failed:
        return {u"alert"_s, Tone::Danger, ConnectionTestViewText::tr("failed"), {}};
    case ConnectionStep::Outcome::Skipped:
        break;
    }
    return {u"ring"_s, Tone::Secondary, ConnectionTestViewText::tr("skipped"), {}};
}

QLabel *plain(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(parent, text);
    // On one line with the words of a chip.
    label->setContentsMargins(0, space::tight / 2, 0, 0);
    return label;
}

} // namespace

ConnectionTestView::ConnectionTestView(Source source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_button(new QPushButton(this))
    , m_summary(plain({}, this))
    , m_steps(new QGridLayout)
    , m_question(new QWidget(this))
    , m_questionText(plain({}, m_question))
    , m_certificate(new FactsView(m_question))
    , m_no(new QPushButton(tr("Don't trust it"), m_question))
{
    m_button->setObjectName(u"test-connection"_s);
    m_button->setAutoDefault(false);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_steps->setHorizontalSpacing(space::group);
    m_steps->setVerticalSpacing(space::tight);
    m_steps->setColumnStretch(2, 1);
    auto *pin = new QPushButton(tr("Pin this certificate"), m_question);
    pin->setObjectName(u"pin"_s);
    pin->setAutoDefault(false);
    m_questionText->setText(tr("No authority vouches for this certificate. Compare its fingerprint with the gateway's "
                               "own before you trust it; whoever stands in between could have sent it."));
    auto *answers = new QHBoxLayout;
    answers->addStretch();
    answers->addWidget(pin);
    answers->addWidget(m_no);
    auto *questionColumn = new QVBoxLayout(m_question);
    questionColumn->setContentsMargins(0, space::inside, 0, 0);
    questionColumn->setSpacing(space::inside);
    questionColumn->addWidget(m_questionText);
    questionColumn->addWidget(m_certificate);
    questionColumn->addLayout(answers);
    m_question->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(space::group);
    head->addWidget(m_button);
    head->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(head);
    column->addLayout(m_steps);
    column->addWidget(m_question);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_test)
            m_test->cancel();
        else
            start();
    });
    connect(m_no, &QPushButton::clicked, m_question, &QWidget::hide);
    connect(pin, &QPushButton::clicked, this, [this] {
        m_question->hide();
        Q_EMIT pinned(m_fingerprint);
        start();
    });
    showState();
}

ConnectionTestView::~ConnectionTestView()
{
    if (m_test)
        m_test->cancel();
}

void ConnectionTestView::start()
{
    const std::optional<Subject> subject = m_source();
    if (m_test || !subject)
        return;
    clear();
    m_summary->clear();
    m_test = std::make_shared<ConnectionTest>(subject->profile, subject->secrets, addressPatience);
    connect(m_test.get(), &ConnectionTest::stepped, this, &ConnectionTestView::addStep);
    showState();
    run(this, m_test);
}

QCoro::Task<void> ConnectionTestView::run(QPointer<ConnectionTestView> self, std::shared_ptr<ConnectionTest> test)
{
    const ConnectionReport report = co_await test->run();
    if (self)
        self->finish(report);
}

void ConnectionTestView::addStep(const ConnectionStep &step)
{
    const int row = m_steps->rowCount();
    auto *chip = new StateChip(this);
    chip->setLook(lookOf(step.outcome));
    m_steps->addWidget(chip, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_steps->addWidget(plain(wordOf(step.kind), this), row, 1, Qt::AlignTop);
    QLabel *found = plain(joinSentences({step.found, step.advice}), this);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    found->setToolTip(plainToolTip(step.detail));
    m_steps->addWidget(found, row, 2);
}

void ConnectionTestView::finish(const ConnectionReport &report)
{
    m_test.reset();
    m_summary->setText(report.passed() ? tr("Everything that work with this cluster needs is there.")
                                       : tr("Something is missing: the line that failed says what helps."));
    showState();
    if (report.untrusted)
        askAboutCertificate(*report.untrusted);
}

void ConnectionTestView::askAboutCertificate(const PeerCertificate &peer)
{
    const auto day = [](const QDateTime &time) { return time.date().toString(Qt::ISODate); };
    m_fingerprint = peer.fingerprint;
    m_certificate->setFacts({{tr("Subject"), peer.subject},
                             {tr("Issuer"), peer.issuer},
                             {tr("Valid"), tr("%1 to %2").arg(day(peer.from), day(peer.until))},
                             {tr("SHA-256"), peer.fingerprint, {}, true},
                             {tr("Why it was refused"), enumerated(peer.faults)}});
    m_question->show();
    m_no->setFocus(Qt::OtherFocusReason);
}

void ConnectionTestView::clear()
{
    m_question->hide();
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

void ConnectionTestView::showState()
{
    m_button->setText(m_test ? tr("Cancel the test") : tr("Test connection"));
    if (m_test)
        m_summary->setText(tr("Asking the gateway…"));
}

} // namespace sluice::app
