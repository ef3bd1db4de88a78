// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/lastdigitdialog.h"

#include "app/support/palette.h"
#include "app/widgets/formlayout.h"
#include "core/release/releasewords.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace sluice::app {

LastDigitDialog::LastDigitDialog(int share, QWidget *parent)
    : QDialog(parent)
    , m_place(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_digits(new QSpinBox(this))
    , m_effect(new QLabel(this))
    , m_use(nullptr)
{
    setWindowTitle(tr("By last digit"));
    setModal(true);
    m_place->addItem(placeWord(Condition::Place::Cookie));
    m_place->addItem(placeWord(Condition::Place::Header));
    m_name->setObjectName(u"digit-name"_s);
    m_name->setPlaceholderText(tr("uid"));
    m_digits->setRange(1, 9);
    m_digits->setValue(qBound(1, (share + 5) / 10, 9));
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("Use as a rule"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new FormLayout(this);
    form->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    form->setSpacing(space::inside);
    form->addRow(tr("&Place"), m_place);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Digits, of &ten"), m_digits);
    form->addRow(m_effect);
    form->addRow(buttons);
    m_effect->setMinimumWidth(fontMetrics().averageCharWidth() * 60); // its height follows from it
    connect(m_place, &QComboBox::currentIndexChanged, this, &LastDigitDialog::showEffect);
    connect(m_name, &QLineEdit::textChanged, this, &LastDigitDialog::showEffect);
    connect(m_digits, &QSpinBox::valueChanged, this, &LastDigitDialog::showEffect);
    showEffect();
    m_name->setFocus();
}

Condition LastDigitDialog::condition() const
{
    Condition condition;
    condition.place = m_place->currentIndex() == 0 ? Condition::Place::Cookie : Condition::Place::Header;
    condition.name = m_name->text().trimmed();
    condition.op = Condition::Operator::Matches;
    condition.values = {u"[0-%1]$"_s.arg(m_digits->value() - 1)};
    return condition;
}

void LastDigitDialog::showEffect()
{
    const Condition rule = condition();
    m_use->setEnabled(!rule.name.isEmpty());
    m_effect->setText(rule.name.isEmpty()
                          ? tr("Which cookie or header names the user?")
                          : tr("Requests whose %1 go to the target: %2 of ten users, if the last digits are spread "
                               "evenly. Users without one stay on the current upstream.")
                                .arg(inWords(rule))
                                .arg(m_digits->value()));
}

} // namespace sluice::app
