// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/mainwindow.h"
#include "app/support/languageswitch.h"
#include "app/support/location.h"
#include "app/support/palette.h"
#include "app/widgets/listview.h"
#include "app/widgets/rowactioncolumn.h"
#include "core/models/keyedtablemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sluice;
using namespace sluice::app;

namespace {

KeyedRow row(const QString &key, const QString &cell)
{
    KeyedRow made;
    made.key = key;
    made.cells = {cell};
    return made;
}

bool hasLabel(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) { return label->text() == text; });
}

} // namespace

class FrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfBothPalettes_data();
    void contrastOfBothPalettes();
    void placesGoThroughText();
    void historyGoesBackAndForward();
    void refreshKeepsTheSelectedRow();
    void languageOfTheSystem_data();
    void languageOfTheSystem();
    void languageChangesWhileOpen();
};

void FrameTest::contrastOfBothPalettes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

// ui.md, Look: 4.5:1 for text, also on the faint ground of its own chip.
void FrameTest::contrastOfBothPalettes()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteFor(dark);
    QCOMPARE(isDark(palette), dark);
    const QColor base = palette.color(QPalette::Base);
    for (const Tone meaning :
         {Tone::Accent, Tone::Secondary, Tone::CurrentText, Tone::TargetText, Tone::InProgress, Tone::Cancelled,
          Tone::Completed, Tone::Pending, Tone::Drift, Tone::Danger, Tone::Success, Tone::Warning, Tone::Information,
          Tone::Development, Tone::Staging, Tone::Production}) {
        const QByteArray which = QByteArray::number(static_cast<int>(meaning));
        QVERIFY2(contrast(tone(meaning, palette), base) >= 4.5, which.constData());
        QVERIFY2(contrast(tone(meaning, palette), ground(meaning, palette)) >= 4.5, which.constData());
    }
    QVERIFY(contrast(tone(Tone::Secondary, palette), tone(Tone::Sidebar, palette)) >= 4.5);
    QVERIFY(contrast(tone(Tone::OnAccent, palette), tone(Tone::Accent, palette)) >= 4.5);
    QVERIFY(contrast(tone(Tone::Accent, palette), tone(Tone::Selected, palette)) >= 4.5);
    QVERIFY(contrast(tone(Tone::ControlEdge, palette), base) >= 3.0);
    QVERIFY(contrast(palette.color(QPalette::Text), tone(Tone::Selected, palette)) >= 4.5);
}

void FrameTest::placesGoThroughText()
{
    Location place;
    place.section = Section::ReleaseDetail;
    place.cluster = u"a|b"_s;
    place.workspace = u"支付 1"_s;
    place.object = u"sluice-0123456789ab"_s;
    QCOMPARE(locationFromText(toText(place)), std::optional(place));
    QVERIFY(!locationFromText(u"nowhere|a|b|c"_s));
    QVERIFY(!locationFromText(u"releases"_s));
    QCOMPARE(parentOf(place).section, Section::Releases);
}

// B4: back and forward; a new visit drops what lay ahead.
void FrameTest::historyGoesBackAndForward()
{
    LocationHistory history;
    Location second;
    second.section = Section::Activity;
    Location third;
    third.section = Section::Simulator;
    QVERIFY(!history.back());
    history.visit(Location());
    history.visit(second);
    QCOMPARE(history.back(), std::optional(Location()));
    QCOMPARE(history.forward(), std::optional(second));
    history.back();
    history.visit(third);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.current(), std::optional(third));
}

void FrameTest::refreshKeepsTheSelectedRow()
{
    KeyedTableModel model([] { return QStringList{u"Name"_s}; }, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ListView list;
    list.setSource(&model, {{u"name"_s, 10, true, false, false}});
    const QAbstractItemModelTester shown(list.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({row(u"a"_s, u"one"_s), row(u"b"_s, u"two"_s), row(u"c"_s, u"three"_s)});
    list.selectSource(model.index(1, 0));
    model.setRows({row(u"c"_s, u"three"_s), row(u"d"_s, u"four"_s), row(u"b"_s, u"two again"_s)});
    QCOMPARE(list.currentSource().data().toString(), u"two again"_s);
    QCOMPARE(list.shownRows(), 3);
    list.setFilterText(u"FOUR"_s);
    QCOMPARE(list.shownRows(), 1);
}

void FrameTest::languageOfTheSystem_data()
{
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("chinese") << QStringList{u"zh-Hans-CN"_s, u"en"_s} << u"zh_CN"_s;
    QTest::newRow("english first") << QStringList{u"en-GB"_s, u"zh-CN"_s} << u"en"_s;
    QTest::newRow("one that the window does not speak") << QStringList{u"fr-FR"_s} << u"en"_s;
}

// B29: the first start follows the system's language.
void FrameTest::languageOfTheSystem()
{
    QFETCH(QStringList, system);
    QTEST(LanguageSwitch::preferred(system), "wanted");
}

// B1, B29: the list of clusters, and its words in the other language without a restart.
void FrameTest::languageChangesWhileOpen()
{
    const QTemporaryDir folder;
    Application::Options options;
    options.settingsFile = folder.filePath(u"window.ini"_s);
    options.clustersFile = folder.filePath(u"clusters.json"_s);
    options.draftsFile = folder.filePath(u"drafts.json"_s);
    options.language = u"en"_s;
    options.demo = true;
    Application application(*qobject_cast<QApplication *>(QCoreApplication::instance()), options);
    application.window().show();
    QVERIFY(hasLabel(application.window(), u"Cluster list"_s));
    application.language().use(u"zh_CN"_s);
    QTRY_VERIFY(hasLabel(application.window(), u"集群列表"_s));
    const auto *list = application.window().findChild<ListView *>();
    QCOMPARE(list->shownRows(), 2);
    const auto *filter = application.window().findChild<ListView *>()->model();
    QCOMPARE(filter->headerData(0, Qt::Horizontal).toString(), u"名称"_s);
    QCOMPARE(list->actionsOf(list->currentSource()).first().text, u"访问"_s);
}

QTEST_MAIN(FrameTest)
#include "tst_frame.moc"
