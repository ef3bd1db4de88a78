// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/keydialog.h"

#include "app/support/clusterdirectory.h"
#include "app/support/palette.h"
#include "core/settings/secretstore.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

KeyDialog::KeyDialog(ClusterDirectory &clusters, const ClusterProfile &cluster, QWidget *parent)
    : QDialog(parent)
    , m_clusters(clusters)
    , m_cluster(cluster.id)
    , m_key(new QLineEdit(this))
    , m_use(nullptr)
{
    setWindowTitle(tr("Admin key"));
    setModal(true);
    auto *label = new QLabel(tr("Admin &key of %1 (%2)").arg(cluster.name, cluster.admin.toString()), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_key);
    m_key->setObjectName(u"key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(tr("Admin key"));
    const bool forSession = cluster.askKey || clusters.secrets().isSessionOnly();
    auto *hint = new QLabel(forSession ? tr("It is kept until Sluice closes, and stored nowhere.")
                                       : tr("It goes to the keychain of this computer, and is never shown."),
                            this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("Use this key"), QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    m_use->setEnabled(false);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::inside);
    column->addWidget(label);
    column->addWidget(m_key);
    column->addWidget(hint);
    column->addSpacing(space::inside);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    connect(m_key, &QLineEdit::textChanged, this,
            [this](const QString &key) { m_use->setEnabled(!key.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &KeyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &KeyDialog::reject);
    m_key->setFocus();
}

void KeyDialog::ask(ClusterDirectory &clusters, const QString &id, QWidget *window)
{
    const auto cluster = clusters.find(id);
    if (!cluster)
        return;
    auto *dialog = new KeyDialog(clusters, *cluster, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void KeyDialog::accept()
{
    m_clusters.changeKey(m_cluster, m_key->text().trimmed().toUtf8());
    QDialog::accept();
}

} // namespace sluice::app
