// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace sluice::app {

/// What was typed into a form and not submitted yet, in a file, so that a crash or a lost power line loses nothing. No
/// secrets are typed into these forms.
class FormDrafts
{
public:
    explicit FormDrafts(QString file);

    /// Empty where there is none.
    QJsonObject draft(const QString &form) const;
    void keep(const QString &form, const QJsonObject &content);
    void drop(const QString &form);

private:
    void write() const;

    QString m_file;
    QJsonObject m_drafts;
};

} // namespace sluice::app
