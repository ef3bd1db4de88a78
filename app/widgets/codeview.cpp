// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/codeview.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int mostCodeLines = 24;
constexpr int fewestLines = 3;

} // namespace

CodeView::CodeView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(icon(u"copy"_s), QString(), this))
{
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_text);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
    retranslate();
}

void CodeView::setText(const QString &text)
{
    if (text == m_text->toPlainText())
        return;
    m_text->setPlainText(text);
    const int lines = std::clamp(m_text->document()->blockCount(), fewestLines, mostCodeLines);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 2 * space::group);
}

void CodeView::setJson(const QJsonObject &value)
{
    setText(QString::fromUtf8(QJsonDocument(value).toJson()).trimmed());
}

void CodeView::setName(const QString &accessibleName)
{
    m_text->setAccessibleName(accessibleName);
}

void CodeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CodeView::retranslate()
{
    m_copy->setText(tr("Copy"));
}

} // namespace sluice::app
