// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/filterline.h"

#include "app/support/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sluice::app {

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    m_sign = addAction(icon(u"search"_s, Tone::Secondary), LeadingPosition);
    setMinimumWidth(fontMetrics().horizontalAdvance(u'x') * 30);
    retranslate();
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (event->key() == Qt::Key_Down && m_list != nullptr)
        return m_list->setFocus(Qt::ShortcutFocusReason);
    QLineEdit::keyPressEvent(event);
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterLine::retranslate()
{
    setPlaceholderText(tr("Filter…"));
    setAccessibleName(tr("Filter"));
    m_sign->setText(tr("Filter"));
    // Qt's own button has no word.
    if (auto *clear = findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setText(tr("Empty the filter"));
}

} // namespace sluice::app
