// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/explainview.h"

#include "app/support/palette.h"
#include "app/widgets/explanationtree.h"
#include "app/widgets/paragraph.h"
#include "core/model/prose.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int requestLines = 3;
constexpr int treeLines = 14;

} // namespace

ExplainView::ExplainView(QWidget *parent)
    : QWidget(parent)
    , m_hint(paragraph(this))
    , m_request(new QPlainTextEdit(this))
    , m_explain(new QPushButton(this))
    , m_send(new QPushButton(this))
    , m_problem(paragraph(this))
    , m_answer(paragraph(this))
    , m_tree(new ExplanationTree(this))
{
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_request->setObjectName(u"explain-request"_s);
    m_request->setTabChangesFocus(true);
    m_request->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_request->setFixedHeight(m_request->fontMetrics().lineSpacing() * requestLines + space::group);
    m_request->installEventFilter(this);
    m_explain->setObjectName(u"explain"_s);
    m_explain->setDefault(true);
    m_send->setObjectName(u"send"_s);
    m_send->hide();
    m_problem->hide();
    m_answer->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::inside);
    buttons->addWidget(m_explain);
    buttons->addWidget(m_send);
    buttons->addWidget(m_answer, 1);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_hint);
    column->addWidget(m_request);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addWidget(m_tree, 1);
    column->addStretch();
    m_tree->setMinimumHeight(m_tree->fontMetrics().lineSpacing() * treeLines);
    connect(m_explain, &QPushButton::clicked, this, &ExplainView::explain);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (const auto request = read()) {
            explain();
            Q_EMIT sendWanted(*request);
        }
    });
    retranslate();
    setSource({});
}

void ExplainView::setSource(Source source)
{
    m_source = std::move(source);
    ++m_generation;
    m_explain->setEnabled(m_source != nullptr);
    m_send->setEnabled(m_source != nullptr);
    showTree({});
    m_answer->hide();
}

void ExplainView::setExample(const QString &text)
{
    if (m_request->toPlainText() == m_example)
        m_request->setPlainText(text);
    m_example = text;
}

void ExplainView::setSendable(bool sendable)
{
    m_send->setVisible(sendable);
}

void ExplainView::setAnswer(const QString &text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
}

std::optional<PastedRequest> ExplainView::read()
{
    const auto request = parsePastedRequest(m_request->toPlainText());
    m_problem->setVisible(!request);
    if (request)
        return *request;
    showProblem(request.error());
    return std::nullopt;
}

void ExplainView::showProblem(const Error &error)
{
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, tone(Tone::Danger, palette()));
    m_problem->setPalette(danger);
    m_problem->setText(joinSentences({error.reason, error.detail, error.advice}));
    m_problem->show();
}

void ExplainView::explain()
{
    const auto request = read();
    if (!request || !m_source)
        return;
    m_answer->hide();
    ask(this, ++m_generation, m_source, *request);
}

QCoro::Task<void> ExplainView::ask(QPointer<ExplainView> self, int generation, Source source, PastedRequest request)
{
    Result<RequestExplanation> explanation = co_await source(request);
    if (self && generation == self->m_generation)
        self->show(explanation);
}

void ExplainView::show(const Result<RequestExplanation> &explanation)
{
    if (explanation)
        return showTree(*explanation);
    showTree({});
    showProblem(explanation.error());
}

void ExplainView::showTree(const std::optional<RequestExplanation> &explanation)
{
    m_tree->setExplanation(explanation);
    m_tree->setVisible(explanation.has_value());
}

bool ExplainView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            explain();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExplainView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExplainView::retranslate()
{
    m_hint->setText(tr("Type or paste a request: a curl command, a path, or a first line with headers below it."));
    m_request->setAccessibleName(tr("Request"));
    m_explain->setText(tr("Explain"));
    m_explain->setToolTip(tr("Shows where the request would go and why; nothing is sent (Ctrl+Enter)"));
    m_send->setText(tr("Send"));
    m_send->setToolTip(tr("Sends the request once to the simulator's gateway"));
}

} // namespace sluice::app
