// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/fieldhint.h"

#include "app/support/palette.h"

#include <QEvent>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

FieldHint::FieldHint(QWidget *field, QWidget *parent)
    : QLabel(parent)
    , m_field(field)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
    recolour();
}

void FieldHint::setProblem(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
}

void FieldHint::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange &&
        palette().color(QPalette::WindowText) != tone(Tone::Danger, palette()))
        recolour();
}

void FieldHint::recolour()
{
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tone(Tone::Danger, ink));
    setPalette(ink);
}

QWidget *withHint(QWidget *field, QLabel *hint)
{
    auto *pair = new QWidget(field->parentWidget());
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addWidget(field);
    column->addWidget(hint);
    return pair;
}

void leadTo(QWidget *field, QLabel *label)
{
    // Mnemonics stand in the word, or in brackets behind it where the word has no such letter.
    static const QRegularExpression mnemonic(u"\\(&.\\)|&"_s);
    label->setBuddy(field);
    field->setAccessibleName(label->text().remove(mnemonic));
}

} // namespace sluice::app
