// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QByteArray coloured(const QString &name, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = file.readAll();
    text.replace("currentColor"_ba, color.name().toLatin1());
    return text;
}

class StrokeIconEngine : public QIconEngine
{
public:
    StrokeIconEngine(QString name, std::optional<Tone> meaning)
        : m_name(std::move(name))
        , m_meaning(meaning)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        paintIcon(painter, square, m_name, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key =
            u"sluice/%1/%2/%3x%4"_s.arg(m_name, color(mode).name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QString key() const override { return u"sluice-stroke"_s; }
    QIconEngine *clone() const override { return new StrokeIconEngine(m_name, m_meaning); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return m_meaning ? tone(*m_meaning, palette) : palette.color(QPalette::Active, QPalette::Text);
    }

    QString m_name;
    std::optional<Tone> m_meaning;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new StrokeIconEngine(name, std::nullopt));
}

QIcon icon(const QString &name, Tone meaning)
{
    return QIcon(new StrokeIconEngine(name, meaning));
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    QSvgRenderer renderer(coloured(name, color));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, rect);
}

} // namespace sluice::app
