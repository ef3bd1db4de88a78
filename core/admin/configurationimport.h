// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/adminclient.h"

#include <QObject>

namespace sluice {

/// What an import does with one item of its file.
struct ImportItem
{
    enum class Step { Create, Change, Same, Skip };

    ResourceKind kind = ResourceKind::Routes;
    QString id;
    Step step = Step::Create;
    QJsonObject value;  ///< as it will be written
    QJsonObject before; ///< as it stands on the gateway; empty: it does not
    QStringList fields; ///< that differ
    QString reason;     ///< why it is skipped
};

QString toText(ImportItem::Step step); ///< create, change, same, skip

/// Compares a file (design.md 8) with what the gateway holds, both as exported with secrets; in the order of
/// references. An import never deletes. It skips items with placeholders, APIs with a release in progress on either
/// side, records of releases that have not ended, and, without overwrite, what exists and differs.
QList<ImportItem> plannedImport(const QJsonObject &file, const QJsonObject &current, bool overwrite);

/// The file's own form, or why it is none.
Result<QJsonObject> configurationFrom(const QByteArray &text);

/// Writes what was planned, item by item. It may be given up and begun again: what is done is `same` by then.
class ConfigurationImport : public QObject
{
    Q_OBJECT

public:
    struct Report
    {
        int written = 0;
        QStringList faults; ///< item: what the gateway said
    };

    explicit ConfigurationImport(AdminClient &admin, QObject *parent = nullptr);

    /// An item that the gateway refuses does not stop the others; a gateway that can't be reached does.
    QCoro::Task<Result<Report>> run(QList<ImportItem> items);
    /// Ends behind the item that is under way.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    QCoro::Task<Result<void>> write(ImportItem item);

    AdminClient &m_admin;
    bool m_cancelled = false;
};

} // namespace sluice
