// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/confirmationdialog.h"

#include "app/support/looks.h"
#include "app/support/palette.h"
#include "app/support/sluicestyle.h"
#include "app/widgets/banner.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/requestsview.h"
#include "app/widgets/statechip.h"
#include "core/model/prose.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

ConfirmationDialog::ConfirmationDialog(const Operation &operation, QWidget *parent)
    : QDialog(parent)
    , m_operation(operation)
    , m_reason(new QLineEdit(this))
    , m_confirm(nullptr)
{
    setWindowTitle(operation.title);
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::inside);
    QLabel *title = paragraph(this, operation.title);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    column->addWidget(title);
    addPlace(column);
    QLabel *effect = paragraph(this, operation.effect);
    effect->setMinimumWidth(fontMetrics().averageCharWidth() * 76); // its height follows from it
    column->addWidget(effect);
    if (!operation.warning.isEmpty()) {
        auto *warning = new Banner(this);
        warning->setClosable(false);
        warning->showMessage(Banner::Severity::Warning, operation.warning);
        column->addWidget(warning);
    }
    if (operation.preview) {
        auto *requests = new RequestsView(this);
        requests->setSource(operation.preview);
        column->addWidget(requests);
    }
    column->addSpacing(space::inside);
    m_reason->hide();
    if (operation.takesReason)
        addReason(column);
    if (!operation.typedName.isEmpty())
        addTypedName(column);
    column->addSpacing(space::inside);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_confirm = buttons->addButton(tr("Confirm"), QDialogButtonBox::AcceptRole);
    auto *back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    m_confirm->setProperty(dangerProperty, operation.destructive);
    m_confirm->setObjectName(u"confirm"_s);
    back->setObjectName(u"back"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    m_confirm->setDefault(true);
    check();
    (m_name != nullptr ? m_name : static_cast<QWidget *>(m_confirm))->setFocus();
}

QString ConfirmationDialog::reason() const
{
    return m_reason->text().trimmed();
}

/// Which release, and on which cluster: the same button stands on many pages.
void ConfirmationDialog::addPlace(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::inside);
    auto *environment = new StateChip(this);
    environment->setLook(lookOf(m_operation.environment));
    QStringList words{m_operation.clusterName, m_operation.about};
    words.removeAll(QString());
    QLabel *place = paragraph(this, words.join(u" · "_s));
    place->setObjectName(u"place"_s);
    place->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(environment);
    row->addWidget(place, 1);
    column->addLayout(row);
}

void ConfirmationDialog::addReason(QVBoxLayout *column)
{
    auto *label = new QLabel(m_operation.demandsReason ? tr("&Reason *") : tr("&Reason (optional)"), this);
    label->setBuddy(m_reason);
    m_reason->show();
    m_reason->setObjectName(u"reason"_s);
    m_reason->setPlaceholderText(tr("Shown in the release's history"));
    column->addWidget(label);
    column->addWidget(m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &ConfirmationDialog::check);
}

void ConfirmationDialog::addTypedName(QVBoxLayout *column)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"typed-name"_s);
    auto *label = new QLabel(
        tr("This is a production cluster. &Type the name %1 to go on:").arg(quotedName(m_operation.typedName)), this);
    label->setWordWrap(true);
    label->setBuddy(m_name);
    column->addWidget(label);
    column->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &ConfirmationDialog::check);
}

void ConfirmationDialog::check()
{
    const bool named = m_name == nullptr || m_name->text().trimmed() == m_operation.typedName;
    const bool reasoned = !m_operation.demandsReason || !reason().isEmpty();
    m_confirm->setEnabled(named && reasoned);
    m_confirm->setToolTip(!named      ? tr("Type the name first.")
                          : !reasoned ? tr("This cluster requires a reason.")
                                      : QString());
}

} // namespace sluice::app
