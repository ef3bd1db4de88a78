// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/jumpbox.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int jumpLines = 12;
constexpr qsizetype mostEntries = 200;

enum Role { IconRole = Qt::UserRole, PlaceRole };

/// What it is, and where it lies.
QString placeOf(const JumpEntry &entry)
{
    return entry.place.isEmpty() ? entry.kind : entry.kind + u" · "_s + entry.place;
}

/// The icon, the name, and at the right what it is and where it lies.
class JumpDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + space::inside + space::tight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect,
                          selected ? tone(Tone::Selected, option.palette) : option.palette.color(QPalette::Base));
        painter->setFont(option.font);
        QRect row = option.rect.adjusted(space::inside, 0, -space::inside, 0);
        const int side = option.fontMetrics.height();
        paintIcon(painter, QRectF(row.x(), row.center().y() - side / 2.0 + 1, side, side),
                  index.data(IconRole).toString(), tone(Tone::Secondary, option.palette));
        row.setLeft(row.left() + side + space::inside);
        const QString place = index.data(PlaceRole).toString();
        const int placeWidth = std::min(option.fontMetrics.horizontalAdvance(place) + 1, row.width() / 2);
        painter->setPen(tone(Tone::Secondary, option.palette));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(place, Qt::ElideMiddle, placeWidth));
        row.setRight(row.right() - placeWidth - space::group);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, row.width()));
    }
};

bool movesTheChoice(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

JumpBox::JumpBox(QList<JumpEntry> entries, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_entries(std::move(entries))
    , m_text(new QLineEdit(this))
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing of that name has been read yet."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setWindowTitle(tr("Jump to…"));
    m_text->setPlaceholderText(tr("Cluster, workspace, API, release, upstream or action"));
    m_text->setAccessibleName(tr("Jump to…"));
    m_text->addAction(icon(u"search"_s, Tone::Secondary), QLineEdit::LeadingPosition)->setText(tr("Jump to…"));
    m_text->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new JumpDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("What was found"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setMargin(space::inside);
    m_nothing->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::inside, space::inside, space::inside, space::inside);
    column->setSpacing(space::inside);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    connect(m_text, &QLineEdit::textChanged, this, &JumpBox::narrow);
    connect(m_list, &QListView::clicked, this, &JumpBox::choose);
    setFocusProxy(m_text);
    narrow();
}

void JumpBox::open()
{
    const QWidget *window = parentWidget()->window();
    const int width = std::min(fontMetrics().averageCharWidth() * 96, window->width() - 2 * space::margin);
    const int line = fontMetrics().height() + space::inside + space::tight;
    resize(width, line * (jumpLines + 2));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, line * 3)));
    show();
    m_text->setFocus(Qt::PopupFocusReason);
}

void JumpBox::narrow()
{
    m_shown = matching(m_entries, m_text->text(), mostEntries);
    m_model->clear();
    for (const JumpEntry &entry : std::as_const(m_shown)) {
        auto *item = new QStandardItem(entry.title);
        item->setData(entry.icon, IconRole);
        item->setData(placeOf(entry), PlaceRole);
        item->setAccessibleDescription(placeOf(entry));
        m_model->appendRow(item);
    }
    m_list->setVisible(!m_shown.isEmpty());
    m_nothing->setVisible(m_shown.isEmpty());
    m_list->setCurrentIndex(m_model->index(0, 0));
}

bool JumpBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (movesTheChoice(key->key())) {
        QApplication::sendEvent(m_list, event);
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void JumpBox::choose()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const JumpEntry entry = m_shown.at(row);
    close();
    if (entry.action)
        entry.action->trigger();
    else
        Q_EMIT chosen(entry.location);
}

} // namespace sluice::app
