// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/sluicestyle.h"
#include "app/widgets/columnwidths.h"
#include "app/widgets/listview.h"
#include "core/models/keyedtablemodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QTest>

using namespace sluice;
using namespace sluice::app;
using namespace Qt::StringLiterals;

namespace {

constexpr int state = 0;
constexpr int name = 1;
constexpr int route = 2;
constexpr int hosts = 3;

KeyedRow row(const QString &key, const QString &api)
{
    KeyedRow row;
    row.key = key;
    row.cells = {u"Stopped outside Sluice"_s, u"Name of "_s + key, api, QString()};
    return row;
}

} // namespace

/// How the columns of a list share its width.
class TestListColumns : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<KeyedTableModel> m_source;
    std::unique_ptr<ListView> m_list;

    void open(int width)
    {
        m_list = std::make_unique<ListView>();
        m_source = std::make_unique<KeyedTableModel>(
            [] {
                return QStringList{u"State"_s, u"Name"_s, u"API"_s, u"Hosts"_s};
            },
            nullptr);
        m_list->setSource(m_source.get(), {{u"state"_s, 4, false, false, false},
                                           {u"name"_s, 4, false, false, false},
                                           {u"route"_s, 0, true, false, false},
                                           {u"hosts"_s, 30, false, false, false}});
        m_list->setChipColumn(state, [](const QModelIndex &source) {
            return StateLook{u"ring"_s, Tone::Warning, source.siblingAtColumn(state).data().toString(), {}};
        });
        m_list->resize(width, 300);
        m_list->show();
        m_source->setRows({row(u"a"_s, u"GET /a"_s), row(u"b"_s, u"GET POST DELETE /payments/refunds/{id}"_s)});
    }

    int needed(int column) const
    {
        return static_cast<const QAbstractItemView *>(m_list.get())->sizeHintForColumn(column);
    }
    int header(int column) const { return m_list->horizontalHeader()->sectionSizeHint(column); }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new SluiceStyle); }

    void cleanup()
    {
        m_list.reset();
        m_source.reset();
    }

    void everythingShowsWhereThereIsRoom()
    {
        open(1400);
        QTRY_VERIFY(m_list->columnWidth(name) > needed(name));
        for (const int column : {state, name, route})
            QVERIFY2(m_list->columnWidth(column) >= needed(column), qPrintable(QString::number(column)));
        QCOMPARE(m_list->columnWidth(hosts), header(hosts)); // it has nothing to show
    }

    void longTextsGiveWayBeforeChipsAndHeaders()
    {
        open(420);
        QTRY_VERIFY(m_list->columnWidth(state) >= needed(state));
        for (const int column : {state, name, route, hosts})
            QVERIFY2(m_list->columnWidth(column) >= header(column), qPrintable(QString::number(column)));
        QVERIFY(m_list->columnWidth(route) < needed(route));
        QCOMPARE_LE(m_list->horizontalHeader()->length(), m_list->viewport()->width());
    }

    void keepsTheWidthsThatTheUserChose()
    {
        open(1400);
        QTRY_VERIFY(m_list->columnWidth(name) > needed(name));
        QCOMPARE(m_list->saveLayout().value(u"columns"_s).toList().at(name).toMap().value(u"width"_s).toInt(), 0);
        m_list->horizontalHeader()->resizeSection(name, 60);
        const QVariantMap layout = m_list->saveLayout();
        open(1400);
        m_list->restoreLayout(layout);
        QTRY_COMPARE(m_list->columnWidth(name), 60);
        m_list->resetLayout();
        QVERIFY(m_list->columnWidth(name) > 60);
    }

    void hidingAColumnIsNoChoiceOfItsWidth()
    {
        open(1400);
        QVariantMap layout = m_list->saveLayout();
        QVariantList columns = layout.value(u"columns"_s).toList();
        QVariantMap hidden = columns.at(name).toMap();
        hidden.insert(u"hidden"_s, true);
        columns.replace(name, hidden);
        layout.insert(u"columns"_s, columns);
        m_list->restoreLayout(layout);
        QVERIFY(m_list->isColumnHidden(name));
        QCOMPARE(m_list->saveLayout().value(u"columns"_s).toList().at(name).toMap().value(u"width"_s).toInt(), 0);
    }

    void shares_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<QList<int>>("widths");
        QTest::newRow("in proportion to the need") << 400 << QList<int>{50, 100, 250};
        QTest::newRow("just enough") << 190 << QList<int>{50, 40, 100};
        QTest::newRow("the long one first") << 150 << QList<int>{50, 40, 59};
        QTest::newRow("then those below what is usual") << 105 << QList<int>{50, 27, 27};
        QTest::newRow("by half at most") << 10 << QList<int>{25, 10, 10};
    }
    void shares()
    {
        QFETCH(int, room);
        QFETCH(QList<int>, widths);
        QCOMPARE(sharedWidths({{50, 50, 50, false}, {20, 30, 40, true}, {20, 40, 100, true}}, room), widths);
    }
};

QTEST_MAIN(TestListColumns)
#include "tst_listcolumns.moc"
