// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/formdrafts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace sluice::app {

FormDrafts::FormDrafts(QString file)
    : m_file(std::move(file))
{
    QFile kept(m_file);
    if (kept.open(QIODevice::ReadOnly))
        m_drafts = QJsonDocument::fromJson(kept.readAll()).object();
}

QJsonObject FormDrafts::draft(const QString &form) const
{
    return m_drafts.value(form).toObject();
}

void FormDrafts::keep(const QString &form, const QJsonObject &content)
{
    m_drafts.insert(form, content);
    write();
}

void FormDrafts::drop(const QString &form)
{
    if (!m_drafts.contains(form))
        return;
    m_drafts.remove(form);
    write();
}

void FormDrafts::write() const
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    // A draft is a convenience: where it can't be kept, the form still holds what was typed.
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(m_drafts).toJson());
    file.commit();
}

} // namespace sluice::app
