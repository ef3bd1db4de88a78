// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility/accessibility.h"
#include "app/widgets/banner.h"
#include "app/widgets/latencyplot.h"
#include "app/widgets/listview.h"
#include "app/widgets/sharetimeline.h"
#include "app/widgets/sidemenu.h"
#include "app/widgets/splitbar.h"
#include "app/widgets/splitfunnel.h"
#include "app/widgets/trafficpicture.h"
#include "core/models/keyedtablemodel.h"

#include <QAccessible>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::app;
using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *meet(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

QString name(const QAccessibleInterface *thing)
{
    return thing == nullptr ? u"nothing"_s : thing->text(QAccessible::Name);
}

bool press(QAccessibleInterface *thing)
{
    QAccessibleActionInterface *actor = thing == nullptr ? nullptr : thing->actionInterface();
    if (actor == nullptr || !actor->actionNames().contains(QAccessibleActionInterface::pressAction()))
        return false;
    actor->doAction(QAccessibleActionInterface::pressAction());
    return true;
}

KeyedRow row(const QString &key)
{
    KeyedRow made;
    made.key = key;
    made.cells = {key, u"of "_s + key};
    return made;
}

/// A list of two rows, whose first can be opened and whose second can't.
struct TwoRows
{
    TwoRows()
        : model(
              [] {
                  return QStringList{u"Name"_s, u"What"_s};
              },
              nullptr)
    {
        list.setAccessibleName(u"Things"_s);
        list.setSource(&model, {{u"name"_s, 10}, {u"what"_s, 10}});
        list.setRowActions([this](const QModelIndex &source) {
            RowAction open{
                u"Open"_s, RowAction::Place::Primary, source.row() == 0, u"it is shut"_s, false, [this, source] {
                    opened = source.data().toString();
                }};
            RowAction remove{u"Remove"_s, RowAction::Place::Menu, true, {}, true, [this] { model.setRows({}); }};
            return QList<RowAction>{open, remove};
        });
        model.setRows({row(u"first"_s), row(u"second"_s)});
        list.resize(600, 300);
        list.show();
    }

    QAccessibleTableInterface *table() { return meet(&list)->tableInterface(); }
    QAccessibleInterface *action(int row, int position)
    {
        return table()->cellAt(row, table()->columnCount() - 1)->child(position);
    }

    KeyedTableModel model;
    ListView list;
    QString opened;
};

} // namespace

/// What this program paints by itself, as those meet it who can't see it.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAccessibility(); }

    void splitHasAValue()
    {
        SplitBar bar;
        bar.setSplit(u"pay-v1"_s, u"pay-v2"_s, 20);
        QAccessibleInterface *met = meet(&bar);
        QCOMPARE(met->role(), QAccessible::ProgressBar);
        QCOMPARE(name(met), u"Split"_s);
        QVERIFY(met->text(QAccessible::Value).contains(u"pay-v2"_s));
        QCOMPARE(met->valueInterface()->currentValue().toInt(), 20);
        QCOMPARE(met->valueInterface()->minimumValue().toInt(), 0);
        QCOMPARE(met->valueInterface()->maximumValue().toInt(), 100);
        bar.setSplit(u"pay-v1"_s, u"pay-v2"_s, 50);
        QCOMPARE(met->valueInterface()->currentValue().toInt(), 50);
    }
    void pictureTellsItsBarsApart()
    {
        TrafficPicture picture;
        picture.setPolicy({TrafficPolicy::Kind::Rules, 0, {{Condition()}}, 40}, u"pay-v1"_s, u"pay-v2"_s);
        picture.show();
        const auto bars = picture.findChildren<SplitBar *>();
        QCOMPARE(bars.size(), 2);
        QCOMPARE(name(meet(bars.first())), u"Requests that match"_s);
        QCOMPARE(name(meet(bars.last())), u"All others"_s);
        picture.setPolicy({}, u"pay-v1"_s, u"pay-v2"_s);
        QCOMPARE(name(meet(bars.first())), u"Split"_s);
    }
    void chipIsItsWord()
    {
        StateChip chip;
        chip.setLook({u"disc"_s, Tone::InProgress, u"In progress"_s, u"since Monday"_s});
        QCOMPARE(meet(&chip)->role(), QAccessible::StaticText);
        QCOMPARE(name(meet(&chip)), u"In progress"_s);
        QCOMPARE(meet(&chip)->text(QAccessible::Description), u"since Monday"_s);
    }
    void plotsSayWhatTheyShow()
    {
        SplitFunnel funnel;
        LatencyPlot latency;
        ShareTimeline share;
        for (Plot *plot : std::initializer_list<Plot *>{&funnel, &latency, &share}) {
            QCOMPARE(meet(plot)->role(), QAccessible::Chart);
            QVERIFY(!name(meet(plot)).isEmpty());
            QVERIFY(!meet(plot)->text(QAccessible::Value).isEmpty());
        }
        funnel.begin({}, 100);
        funnel.add(20, 100);
        QVERIFY(meet(&funnel)->text(QAccessible::Value).startsWith(u"20 of 100"_s));
    }
    void bannerIsAnAlert()
    {
        Banner banner;
        banner.showMessage(Banner::Severity::Success, u"Done."_s);
        QCOMPARE(meet(&banner)->role(), QAccessible::AlertMessage);
        QCOMPARE(name(meet(&banner)), u"Done."_s);
    }

    void listIsATable()
    {
        TwoRows two;
        QCOMPARE(meet(&two.list)->role(), QAccessible::Table);
        QCOMPARE(name(meet(&two.list)), u"Things"_s);
        QCOMPARE(two.table()->rowCount(), 2);
        QAccessibleInterface *cell = two.table()->cellAt(1, 1);
        QCOMPARE(name(cell), u"of second"_s);
        QCOMPARE(name(cell->tableCellInterface()->columnHeaderCells().first()), u"What"_s);
        QCOMPARE(meet(&two.list)->indexOfChild(cell), 10);
        QCOMPARE(cell->parent(), meet(&two.list));
        QCOMPARE(two.table()->cellAt(2, 0), nullptr);
        QVERIFY(two.table()->selectRow(1));
        QVERIFY(cell->state().selected);
        QVERIFY(!two.table()->cellAt(0, 0)->state().selected);
    }
    void rowEndsInItsActions()
    {
        TwoRows two;
        QCOMPARE(name(two.action(0, 0)), u"Open"_s);
        QCOMPARE(two.action(0, 0)->role(), QAccessible::Button);
        QCOMPARE(two.action(0, 2), nullptr);
        QVERIFY(press(two.action(0, 0)));
        QCOMPARE(two.opened, u"first"_s);
        // E13: with the reason.
        QVERIFY(two.action(1, 0)->state().disabled);
        QCOMPARE(two.action(1, 0)->text(QAccessible::Description), u"it is shut"_s);
        QVERIFY(!press(two.action(1, 0)));
        QCOMPARE(two.action(1, 0)->parent(), two.table()->cellAt(1, 2));
        // An action may take the row away that it stands in.
        QVERIFY(press(two.action(1, 1)));
        QCOMPARE(two.table()->rowCount(), 0);
    }
    void headersSort()
    {
        TwoRows two;
        QAccessibleInterface *header = meet(&two.list)->child(1);
        QCOMPARE(name(header), u"Name"_s);
        QCOMPARE(two.list.horizontalHeader()->sortIndicatorSection(), -1); // no arrow over what is not sorted
        two.model.setRows({row(u"second"_s), row(u"first"_s)});
        QVERIFY(press(header));
        QCOMPARE(name(two.table()->cellAt(0, 0)), u"first"_s);
        QVERIFY(press(header));
        QCOMPARE(name(two.table()->cellAt(0, 0)), u"second"_s);
    }

    // Nothing is announced, for a cluster changes all the time; who reads the row hears it.
    void changedRowSaysSo()
    {
        TwoRows two;
        two.model.setRows({row(u"first"_s), row(u"second"_s), row(u"third"_s)}, KeyedTableModel::Marks::Changes);
        QCOMPARE(two.table()->cellAt(1, 0)->text(QAccessible::Description), QString());
        QCOMPARE(two.table()->cellAt(2, 0)->text(QAccessible::Description), u"Changed just now"_s);
        QCOMPARE(two.table()->cellAt(2, 1)->text(QAccessible::Description), QString());
    }

    void menuCanBePressed()
    {
        SideMenu menu;
        Location there;
        there.section = Section::Releases;
        menu.setEntries({{u"API management"_s, {}, {}, true, 0}, {u"Releases"_s, {}, there, false, 1}});
        menu.show();
        const QSignalSpy chosen(&menu, &SideMenu::chosen);
        QCOMPARE(meet(&menu)->childCount(), 2);
        QCOMPARE(meet(&menu)->child(0)->role(), QAccessible::Heading);
        QVERIFY(!press(meet(&menu)->child(0)));
        QCOMPARE(name(meet(&menu)->child(1)), u"Releases"_s);
        QVERIFY(press(meet(&menu)->child(1)));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Location>().section, Section::Releases);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
