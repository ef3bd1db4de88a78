// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/offerbar.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/support/plaintooltip.h"
#include "app/support/sluicestyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

bool looksTheSame(const RowAction &a, const RowAction &b)
{
    return a.text == b.text && a.place == b.place && a.enabled == b.enabled && a.reason == b.reason;
}

} // namespace

OfferBar::OfferBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(space::inside);
}

void OfferBar::setOffers(QList<RowAction> offers)
{
    // What is accented stands first, as in the rows of a list, so that Cancel release keeps its place.
    std::stable_partition(offers.begin(), offers.end(),
                          [](const RowAction &offer) { return offer.place == RowAction::Place::Primary; });
    // A refresh that changes nothing leaves the buttons, and with them the keyboard's place.
    const bool same = std::equal(offers.begin(), offers.end(), m_offers.begin(), m_offers.end(), looksTheSame);
    m_offers = std::move(offers);
    if (!same)
        rebuild();
}

void OfferBar::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    QMenu *menu = nullptr;
    for (qsizetype at = 0; at < m_offers.size(); ++at) {
        const RowAction &offer = m_offers.at(at);
        if (offer.place == RowAction::Place::Menu) {
            if (menu == nullptr)
                menu = new QMenu(this);
            menu->setToolTipsVisible(true);
            QAction *entry = menu->addAction(offer.text);
            entry->setEnabled(offer.enabled);
            entry->setToolTip(plainToolTip(offer.reason));
            connect(entry, &QAction::triggered, this, [this, at] { trigger(at); });
            continue;
        }
        auto *button = new QPushButton(offer.text, this);
        button->setAutoDefault(false);
        button->setDefault(offer.place == RowAction::Place::Primary); // the accent
        button->setEnabled(offer.enabled);
        button->setToolTip(plainToolTip(offer.reason));
        button->setProperty(dangerProperty, offer.destructive);
        connect(button, &QPushButton::clicked, this, [this, at] { trigger(at); });
        m_row->addWidget(button);
    }
    if (menu != nullptr) {
        auto *more = new QPushButton(tr("More"), this);
        more->setAutoDefault(false);
        more->setIcon(icon(u"chevron-down"_s));
        more->setLayoutDirection(Qt::RightToLeft);
        menu->setParent(more, menu->windowFlags());
        // Not setMenu(): a button with a menu waits for it in an event loop of its own.
        connect(more, &QPushButton::clicked, menu,
                [more, menu] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
        m_row->addWidget(more);
    }
}

void OfferBar::trigger(qsizetype at) const
{
    // The action may change what is offered, and with it this list.
    const RowAction offer = m_offers.value(at);
    if (offer.trigger)
        offer.trigger();
}

void OfferBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace sluice::app
