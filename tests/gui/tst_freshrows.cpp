// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/languageswitch.h"
#include "app/support/palette.h"
#include "app/widgets/filterline.h"
#include "tests/support/testgateway.h"
#include "tests/support/testwindow.h"

#include <QComboBox>
#include <QHeaderView>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

/// What changed elsewhere is marked for a moment in the lists.
class FreshRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<TestWindow>(); }
    void cleanup() { m_window.reset(); }

    void onlyWhatChangedElsewhereIsMarked();
    void nothingIsNewBecauseTheUserLooksElsewhere();
    void markIsMoreThanAColour_data();
    void markIsMoreThanAColour();

private:
    QStringList fresh();
    bool change(const QString &upstream, const QJsonObject &fields);

    std::unique_ptr<TestWindow> m_window;
};

/// Keys of the marked rows.
QStringList FreshRowsTest::fresh()
{
    QStringList keys;
    const ListView *list = m_window->list();
    for (int row = 0; row < list->shownRows(); ++row) {
        if (list->isFresh(row))
            keys.append(list->model()->index(row, 0).data(KeyedTableModel::KeyRole).toString());
    }
    return keys;
}

/// By someone else, past the window.
bool FreshRowsTest::change(const QString &upstream, const QJsonObject &fields)
{
    const auto session = m_window->application().clusters().watch(u"demo-staging"_s)->session();
    const auto changed = wait(session->admin().patch(ResourceKind::Upstreams, upstream, fields));
    return bool(changed);
}

void FreshRowsTest::onlyWhatChangedElsewhereIsMarked()
{
    QVERIFY(m_window->go(Section::Upstreams));
    QVERIFY(m_window->list()->shownRows() > 1);
    QCOMPARE(fresh(), QStringList());
    m_window->page()->refresh();
    QTRY_VERIFY(m_window->application().isSettled());
    QCOMPARE(fresh(), QStringList());

    QVERIFY(change(u"pay-v2"_s, {{u"type"_s, u"least_conn"_s}}));
    m_window->page()->refresh();
    QTRY_COMPARE(fresh(), QStringList{u"pay-v2"_s});
    m_window->list()->sortByColumn(0, Qt::DescendingOrder);
    m_window->page()->tools()->findChild<FilterLine *>()->setText(u"pay"_s);
    QCOMPARE(fresh(), QStringList{u"pay-v2"_s});
    QTRY_COMPARE(fresh(), QStringList());
}

void FreshRowsTest::nothingIsNewBecauseTheUserLooksElsewhere()
{
    QVERIFY(m_window->go(Section::Upstreams));
    const QStringList english = TestWindow::column(m_window->list(), 3);
    m_window->application().language().use(u"zh_CN"_s);
    QTRY_VERIFY(TestWindow::column(m_window->list(), 3) != english);
    QCOMPARE(fresh(), QStringList());
    QVERIFY(m_window->go(Section::Upstreams, {}, u"users"_s));
    QVERIFY(m_window->list()->shownRows() > 0);
    QCOMPARE(fresh(), QStringList());

    QVERIFY(m_window->go(Section::Releases));
    auto *show = m_window->page()->tools()->findChild<QComboBox *>();
    for (int choice = show->count() - 1; choice >= 0; --choice) {
        show->setCurrentIndex(choice);
        QCOMPARE(fresh(), QStringList());
    }
    QVERIFY(m_window->list()->shownRows() > 0);
}

void FreshRowsTest::markIsMoreThanAColour_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

// A dot at the row's beginning, whichever column stands there; the words stay readable on the tint.
void FreshRowsTest::markIsMoreThanAColour()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteFor(dark);
    QVERIFY(contrast(palette.color(QPalette::Text), ground(Tone::Information, palette)) >= 4.5);

    KeyedTableModel model([] { return QStringList{u"Name"_s, u"Value"_s}; }, nullptr);
    ListView list;
    list.setPalette(palette);
    list.setSource(&model, {{u"name"_s, 10, false, false, false}, {u"value"_s, 10, true, false, false}});
    list.resize(400, 300);
    list.setColumnHidden(0, true);
    KeyedRow row;
    row.cells = {u"a"_s, u"1"_s};
    model.setRows({});
    model.setRows({row}, KeyedTableModel::Marks::Changes);
    const QImage marked = list.viewport()->grab().toImage();
    const auto painted = [&marked, &list](Tone meaning) {
        const QRect begin(QPoint(0, 1), QSize(space::inside, list.rowHeight(0) - 2));
        for (int x = begin.left(); x <= begin.right(); ++x) {
            for (int y = begin.top(); y <= begin.bottom(); ++y) {
                if (marked.pixelColor(x, y) == tone(meaning, list.palette()))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(painted(Tone::Information));
    QCOMPARE(marked.pixelColor(0, list.rowHeight(0) / 2), ground(Tone::Information, palette));
}

QTEST_MAIN(FreshRowsTest)
#include "tst_freshrows.moc"
