// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/palette.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace sluice::app {

/// A stroke icon of the project's own set (resources/icons), coloured from the palette that is current when it is
/// painted, so that a change of theme needs no new icon. The name is the file's, for example u"refresh"_s.
QIcon icon(const QString &name);
/// The same in the colour of a meaning.
QIcon icon(const QString &name, Tone meaning);
/// Paints the icon in one colour.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace sluice::app
