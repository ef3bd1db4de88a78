// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/formfoot.h"

#include "app/support/palette.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace sluice::app {

QWidget *formFoot(QWidget *parent, QWidget *problem, const QList<QPushButton *> &buttons)
{
    auto *foot = new QWidget(parent);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins({});
    row->setSpacing(space::inside);
    row->addWidget(problem, 1);
    for (QPushButton *button : buttons) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    buttons.last()->setDefault(true);
    return foot;
}

} // namespace sluice::app
