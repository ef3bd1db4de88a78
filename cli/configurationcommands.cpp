// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/connection.h"
#include "cli/output.h"
#include "core/admin/configurationexport.h"
#include "core/admin/configurationimport.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ConfigurationCommandsText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigurationCommands)
};

void note(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
}

QCoro::Task<int> runExport(const Arguments &arguments)
{
    Result<std::shared_ptr<ClusterSession>> session = co_await connectTo(arguments);
    if (!session)
        co_return printError(session.error(), arguments.json());
    Result<ConfigurationExport> exported = co_await exportConfiguration((*session)->admin(), arguments.withSecrets);
    if (!exported)
        co_return printError(exported.error(), arguments.json());
    if (arguments.file.empty()) {
        print(exported->content);
    } else {
        const QByteArray content = QJsonDocument(exported->content).toJson();
        const auto written = writeFile(arguments.file, content, arguments.withSecrets);
        if (!written)
            co_return printError(written.error(), arguments.json());
    }
    if (!exported->placeholders.isEmpty())
        note(ConfigurationCommandsText::tr("Placeholders stand in place of secrets in: %1")
                 .arg(exported->placeholders.join(u", "_s)));
    if (!exported->missing.isEmpty())
        note(ConfigurationCommandsText::tr("This gateway does not show: %1").arg(exported->missing.join(u", "_s)));
    co_return Done;
}

QJsonObject jsonOf(const ImportItem &item)
{
    return {{u"kind"_s, toText(item.kind)},
            {u"id"_s, item.id},
            {u"step"_s, toText(item.step)},
            {u"fields"_s, QJsonArray::fromStringList(item.fields)},
            {u"reason"_s, item.reason}};
}

void printDiff(const QList<ImportItem> &items)
{
    QList<QStringList> rows{{ConfigurationCommandsText::tr("STEP"), ConfigurationCommandsText::tr("ITEM"),
                             ConfigurationCommandsText::tr("DIFFERS IN"), ConfigurationCommandsText::tr("WHY NOT")}};
    for (const ImportItem &item : items)
        rows.append({toText(item.step), toText(item.kind) + u'/' + item.id, item.fields.join(u", "_s), item.reason});
    printTable(rows);
}

int printReport(const QList<ImportItem> &items, const ConfigurationImport::Report &report, const Arguments &arguments)
{
    if (arguments.json()) {
        QJsonArray listed;
        for (const ImportItem &item : items)
            listed.append(jsonOf(item));
        print(QJsonObject{{u"items"_s, listed},
                          {u"written"_s, report.written},
                          {u"faults"_s, QJsonArray::fromStringList(report.faults)}});
    } else {
        for (const QString &fault : report.faults)
            print(ConfigurationCommandsText::tr("Not written: %1").arg(fault));
        print(ConfigurationCommandsText::tr("%n item(s) written.", nullptr, report.written));
    }
    return report.faults.isEmpty() ? Done : SaidNo;
}

QCoro::Task<int> runImport(const Arguments &arguments)
{
    const Result<QByteArray> text = readFile(arguments.file);
    if (!text)
        co_return printRefused(text.error(), arguments.json());
    const Result<QJsonObject> content = configurationFrom(*text);
    if (!content)
        co_return printRefused(content.error(), arguments.json());
    Result<std::shared_ptr<ClusterSession>> session = co_await connectForChange(arguments);
    if (!session)
        co_return printRefused(session.error(), arguments.json());
    Result<ConfigurationExport> current = co_await exportConfiguration((*session)->admin(), true);
    if (!current)
        co_return printRefused(current.error(), arguments.json());
    const QList<ImportItem> items = plannedImport(*content, current->content, arguments.overwrite);
    if (!arguments.json())
        printDiff(items);
    if (arguments.dryRun)
        co_return printReport(items, {}, arguments);
    const auto writes = std::count_if(items.begin(), items.end(), [](const ImportItem &item) {
        return item.step == ImportItem::Step::Create || item.step == ImportItem::Step::Change;
    });
    if (writes > 0 &&
        !agreed(ConfigurationCommandsText::tr("%n item(s) will be written.", nullptr, int(writes)), arguments.yes))
        co_return SaidNo;
    ConfigurationImport import((*session)->admin());
    Result<ConfigurationImport::Report> report = co_await import.run(items);
    if (!report)
        co_return printError(report.error(), arguments.json());
    co_return printReport(items, *report, arguments);
}

} // namespace

QCoro::Task<int> runConfiguration(const Arguments &arguments)
{
    return arguments.command == "export" ? runExport(arguments) : runImport(arguments);
}

} // namespace sluice::cli
