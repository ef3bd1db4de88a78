// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/reportfile.h"

#include "core/verify/reporthtml.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct ReportFileText
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

QByteArray contentFor(const VerificationReport &report, const QString &path)
{
    if (path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return QJsonDocument(toJson(report)).toJson();
    if (path.endsWith(".xml"_L1, Qt::CaseInsensitive))
        return toJUnit(report);
    return toHtml(report);
}

} // namespace

Result<void> saveReport(const VerificationReport &report, const QString &path)
{
    return saveFile(contentFor(report, path), path);
}

Result<void> saveFile(const QByteArray &content, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return Error{.kind = Error::Kind::Invalid,
                 .reason = ReportFileText::tr("The file \"%1\" can't be written.").arg(path),
                 .detail = file.errorString(),
                 .traffic = {},
                 .advice = ReportFileText::tr("Choose another folder.")};
}

void askFileName(QWidget *over, const QString &title, const QString &suggestion, const QStringList &filters,
                 const std::function<void(const QString &path)> &chosen)
{
    auto *dialog = new QFileDialog(over->window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, chosen);
    dialog->open();
}

} // namespace sluice::app
