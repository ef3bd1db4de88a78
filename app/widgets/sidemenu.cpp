// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/sidemenu.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum EntryRole { IconRole = Qt::UserRole, HeadingRole, LevelRole };

/// Such as the workspace: a line stands above it.
bool beginsAGroup(const QModelIndex &index)
{
    return index.data(HeadingRole).toBool() && index.data(LevelRole).toInt() == 0;
}

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int level = index.data(LevelRole).toInt();
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
        const int sign = index.data(IconRole).toString().isEmpty() ? 0 : option.fontMetrics.height() + space::inside;
        return {words + level * space::group + sign + 3 * space::inside + space::group,
                option.fontMetrics.height() + space::group + (beginsAGroup(index) ? space::inside : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool heading = index.data(HeadingRole).toBool();
        const bool begins = beginsAGroup(index);
        const bool chosen = option.state.testFlag(QStyle::State_Selected) && !heading;
        const bool hover = option.state.testFlag(QStyle::State_MouseOver) && !heading;
        const QPalette &palette = option.palette;
        const QRect box = option.rect.adjusted(space::inside, 1, -space::inside, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || hover) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tone(chosen ? Tone::Selected : Tone::Border, palette));
            painter->drawRoundedRect(box, space::tight, space::tight);
        }
        QRect words = box.adjusted(space::inside + index.data(LevelRole).toInt() * space::group, 0, -space::tight, 0);
        const QColor ink = heading && !begins ? tone(Tone::Secondary, palette)
                           : chosen           ? tone(Tone::Accent, palette)
                                              : palette.color(QPalette::Active, QPalette::Text);
        if (begins) {
            painter->fillRect(QRect(box.x(), option.rect.y() + space::tight, box.width(), 1),
                              tone(Tone::Border, palette));
            words.setTop(option.rect.y() + space::inside);
        }
        const QString name = index.data(IconRole).toString();
        if (!name.isEmpty()) {
            const int side = option.fontMetrics.height();
            paintIcon(painter, QRectF(words.x(), words.center().y() - side / 2.0 + 1, side, side), name, ink);
            words.setLeft(words.left() + side + space::inside);
        }
        painter->setPen(ink);
        painter->setFont(option.font);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        if (option.state.testFlag(QStyle::State_HasFocus) && chosen) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tone(Tone::Accent, palette), 2));
            painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), space::tight, space::tight);
        }
        painter->restore();
    }
};

Section menuSectionOf(Section section)
{
    switch (section) {
    case Section::WorkspaceRules:
        return Section::Workspaces;
    case Section::ApiDetail:
        return Section::Apis;
    case Section::UpstreamDetail:
        return Section::Upstreams;
    case Section::ReleaseForm:
    case Section::ReleaseDetail:
    case Section::Verification:
    case Section::Rehearsal:
        return Section::Releases;
    default:
        return section;
    }
}

} // namespace

SideMenu::SideMenu(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new EntryDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) { choose(row(item)); });
}

void SideMenu::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    clear();
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(entry.text, this);
        item->setData(IconRole, entry.icon);
        item->setData(HeadingRole, entry.heading);
        item->setData(LevelRole, entry.level);
        if (entry.heading)
            item->setFlags(Qt::NoItemFlags);
    }
    updateGeometry();
}

void SideMenu::setCurrentSection(Section section)
{
    const Section wanted = menuSectionOf(section);
    clearSelection();
    for (int row = 0; row < m_entries.size(); ++row) {
        if (!m_entries.at(row).heading && m_entries.at(row).location.section == wanted)
            setCurrentRow(row);
    }
}

QSize SideMenu::sizeHint() const
{
    const int least = fontMetrics().horizontalAdvance(u'x') * 26;
    return {std::max(least, sizeHintForColumn(0) + space::group), 200};
}

void SideMenu::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void SideMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return choose(currentRow());
    QListWidget::keyPressEvent(event);
}

void SideMenu::choose(int row)
{
    if (row < 0 || m_entries.at(row).heading)
        return;
    // What it leads to fills this menu anew.
    const Location there = m_entries.at(row).location;
    Q_EMIT chosen(there);
}

} // namespace sluice::app
