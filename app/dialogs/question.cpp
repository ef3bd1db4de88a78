// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/question.h"

#include <QPushButton>

namespace sluice::app {

QMessageBox *ask(QWidget *over, const Question &question, std::function<void()> proceed)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, over->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.detail);
    const QPushButton *goOn = box->addButton(question.goOn, question.role);
    box->setDefaultButton(box->addButton(question.stay, QMessageBox::RejectRole));
    QObject::connect(box, &QMessageBox::finished, over, [box, goOn, proceed = std::move(proceed)] {
        if (box->clickedButton() == goOn)
            proceed();
    });
    box->open();
    return box;
}

} // namespace sluice::app
