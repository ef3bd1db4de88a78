// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/linklabel.h"

#include <QEvent>

namespace sluice::app {

LinkLabel::LinkLabel(QWidget *parent)
    : QLabel(parent)
{
}

void LinkLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || textFormat() != Qt::RichText)
        return;
    const QString kept = text();
    clear();
    setText(kept);
}

} // namespace sluice::app
