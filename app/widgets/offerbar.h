// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/rowaction.h"

#include <QWidget>

class QHBoxLayout;

namespace sluice::app {

/// The actions of one thing as buttons, the rest under More: what a list shows at a row's end, for a page of its own.
class OfferBar : public QWidget
{
    Q_OBJECT

public:
    explicit OfferBar(QWidget *parent = nullptr);

    void setOffers(QList<RowAction> offers);
    const QList<RowAction> &offers() const { return m_offers; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void trigger(qsizetype at) const;

    QHBoxLayout *m_row;
    QList<RowAction> m_offers;
};

} // namespace sluice::app
