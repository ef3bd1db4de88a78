// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/breadcrumb.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int longestPart = 40;

QString shortened(const QString &text)
{
    return text.size() <= longestPart ? text : text.left(longestPart - 1) + u'…';
}

/// A word that leads somewhere, without padding: the first one stands in line with the title below.
class PathLink : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        return {fontMetrics().size(Qt::TextShowMnemonic, text()).width(), fontMetrics().height() + space::inside};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont words = font();
        words.setUnderline(underMouse());
        painter.setFont(words);
        painter.setPen(tone(Tone::Accent, palette()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
        if (hasFocus())
            painter.fillRect(QRect(0, height() - 2, width(), 2), tone(Tone::Accent, palette()));
    }
};

} // namespace

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(space::inside);
    setMinimumHeight(fontMetrics().height() + space::inside); // one part or many
}

void Breadcrumb::setParts(const QList<Part> &parts)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (int position = 0; position < parts.size(); ++position) {
        const Part &part = parts.at(position);
        if (position > 0) {
            auto *arrow = new QLabel(this);
            const int side = fontMetrics().ascent();
            arrow->setPixmap(icon(u"chevron-right"_s, Tone::Secondary).pixmap(QSize(side, side), devicePixelRatioF()));
            m_row->addWidget(arrow);
        }
        if (position == parts.size() - 1) {
            auto *here = new QLabel(shortened(part.text), this);
            here->setTextFormat(Qt::PlainText);
            m_row->addWidget(here);
            break;
        }
        auto *link = new PathLink(this);
        link->setText(shortened(part.text).replace(u'&', u"&&"_s));
        link->setAccessibleName(part.text);
        connect(link, &QToolButton::clicked, this, [this, target = part.location] { Q_EMIT chosen(target); });
        m_row->addWidget(link);
    }
    m_row->addStretch();
}

} // namespace sluice::app
