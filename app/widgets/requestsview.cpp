// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/requestsview.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QString textOf(const AdminRequest &request)
{
    QString text = QString::fromLatin1(request.method) + u" /apisix/admin/"_s + request.path;
    if (!request.body.isEmpty())
        text += u'\n' + QString::fromUtf8(QJsonDocument(request.body).toJson()).trimmed();
    return text;
}

QString textOf(const Error &error)
{
    QStringList parts{error.reason, error.detail, error.advice};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

RequestsView::RequestsView(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
{
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setObjectName(u"requests"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * 12);
    m_text->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    connect(m_toggle, &QToolButton::clicked, this, [this] { unfold(!isUnfolded()); });
    retranslate();
}

void RequestsView::setSource(Source source)
{
    m_source = std::move(source);
    ++m_generation;
    m_count = -1;
    if (isUnfolded() && m_source)
        read(this, m_generation, m_source);
    retranslate();
}

bool RequestsView::isUnfolded() const
{
    return !m_text->isHidden();
}

void RequestsView::unfold(bool on)
{
    m_text->setVisible(on);
    if (on && m_source)
        read(this, ++m_generation, m_source);
    retranslate();
}

QCoro::Task<void> RequestsView::read(QPointer<RequestsView> self, int generation, Source source)
{
    Result<QList<AdminRequest>> requests = co_await source();
    if (self && generation == self->m_generation)
        self->show(requests);
}

void RequestsView::show(const Result<QList<AdminRequest>> &requests)
{
    QStringList texts;
    if (requests) {
        for (const AdminRequest &request : *requests)
            texts.append(textOf(request));
    } else {
        texts.append(textOf(requests.error()));
    }
    m_count = requests ? static_cast<int>(requests->size()) : -1;
    m_text->setPlainText(texts.join(u"\n\n"_s));
    retranslate();
}

void RequestsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RequestsView::retranslate()
{
    const QString title = tr("Requests that will be sent");
    m_toggle->setText(m_count < 0 ? title : tr("%1 (%2)").arg(title).arg(m_count));
    m_toggle->setIcon(icon(isUnfolded() ? u"chevron-down"_s : u"chevron-right"_s));
    m_text->setAccessibleName(title);
}

} // namespace sluice::app
