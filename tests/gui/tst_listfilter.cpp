// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/listfiltermodel.h"
#include "core/models/keyedtablemodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace sluice::app;
using namespace Qt::StringLiterals;

namespace {

KeyedRow row(const QString &key, const QString &name, const QVariant &sortKey = {})
{
    KeyedRow row;
    row.key = key;
    row.cells = {name, key};
    row.sortKeys = {sortKey};
    return row;
}

QStringList shown(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

} // namespace

/// What a list shows of its rows, and in which order.
class TestListFilter : public QObject
{
    Q_OBJECT

private:
    KeyedTableModel m_source{[] { return QStringList{u"Name"_s, u"Key"_s}; }, nullptr};

private Q_SLOTS:
    void init() { m_source.setRows({}); }

    void everyWordMustOccur()
    {
        m_source.setRows({row(u"1"_s, u"Orders Live"_s), row(u"2"_s, u"orders"_s), row(u"3"_s, u"Zahlung Öffnen"_s)});
        ListFilterModel list(nullptr);
        list.setSourceModel(&m_source);
        list.setWords(u"LIVE order"_s);
        QCOMPARE(shown(list), QStringList{u"Orders Live"_s});
        list.setWords(u"öff 3"_s);
        QCOMPARE(shown(list), QStringList{u"Zahlung Öffnen"_s});
        list.setWords({});
        QCOMPARE(list.rowCount(), 3);
        list.setAccepts([](const QModelIndex &source) { return source.row() != 1; });
        QCOMPARE(list.rowCount(), 2);
    }

    void sortsTextsNumbersAndTimes_data()
    {
        QTest::addColumn<QVariantList>("keys");
        QTest::addColumn<QStringList>("ascending");
        QTest::newRow("texts, letter case does not matter")
            << QVariantList{u"b"_s, u"A"_s, u"C"_s} << QStringList{u"1"_s, u"0"_s, u"2"_s};
        QTest::newRow("Latin before Chinese")
            << QVariantList{u"\u652f\u4ed8"_s, u"z"_s, u"a"_s} << QStringList{u"2"_s, u"1"_s, u"0"_s};
        QTest::newRow("numbers") << QVariantList{10, 9, 100} << QStringList{u"1"_s, u"0"_s, u"2"_s};
        const QDateTime now = QDateTime::currentDateTime();
        QTest::newRow("times") << QVariantList{now, now.addSecs(-1), now.addDays(1)}
                               << QStringList{u"1"_s, u"0"_s, u"2"_s};
        QTest::newRow("equal ones stay") << QVariantList{1, 1, 0} << QStringList{u"2"_s, u"0"_s, u"1"_s};
    }
    void sortsTextsNumbersAndTimes()
    {
        QFETCH(QVariantList, keys);
        QFETCH(QStringList, ascending);
        QList<KeyedRow> rows;
        for (const QVariant &key : std::as_const(keys))
            rows.append(row(QString::number(rows.size()), QString::number(rows.size()), key));
        m_source.setRows(rows);
        ListFilterModel list(nullptr);
        list.setSourceModel(&m_source);
        list.setSortRole(KeyedTableModel::SortRole);
        list.sort(0, Qt::AscendingOrder);
        QCOMPARE(shown(list), ascending);
    }

    // Whatever happens to the source, the list shows what it should, and a chosen row stays chosen.
    void followsItsSource()
    {
        ListFilterModel list(nullptr);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
        list.setSourceModel(&m_source);
        QRandomGenerator random(20261125);
        for (int turn = 0; turn < 400; ++turn) {
            const QPersistentModelIndex chosen = list.index(int(random.bounded(5)), 0);
            const QString key = chosen.data(KeyedTableModel::KeyRole).toString();
            QList<KeyedRow> rows;
            const bool large = turn % 40 == 0; // so many come and go that it is one change of layout
            for (int at = 0; at < (large ? 200 : 12); ++at) {
                if (random.bounded(2) == 0)
                    rows.append(row(QString::number(at), QString(QChar(u'a' + char16_t(random.bounded(5))))));
            }
            std::shuffle(rows.begin(), rows.end(), random);
            switch (random.bounded(4)) {
            case 0:
                list.sort(int(random.bounded(2)), random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 1:
                list.setWords(random.bounded(2) == 0 ? QString() : u"a"_s);
                break;
            default:
                m_source.setRows(rows);
                break;
            }
            const int sourceRow = m_source.rowOf(key);
            const bool isShown = sourceRow >= 0 && list.mapFromSource(m_source.index(sourceRow, 0)).isValid();
            QCOMPARE(chosen.isValid(), isShown && !key.isEmpty());
            if (chosen.isValid())
                QCOMPARE(chosen.data(KeyedTableModel::KeyRole).toString(), key);
        }
        // The same again from scratch.
        ListFilterModel fresh(nullptr);
        fresh.setSourceModel(&m_source);
        list.setWords({});
        list.sort(0, Qt::AscendingOrder);
        fresh.sort(0, Qt::AscendingOrder);
        QCOMPARE(shown(list), shown(fresh));
        QCOMPARE(list.rowCount(), m_source.rowCount());
    }

    // A long list stands as before until another thread has sorted it, whatever happens to it meanwhile.
    void aLongListIsSortedElsewhere()
    {
        QList<KeyedRow> rows;
        QStringList names;
        for (int at = 0; at < 5000; ++at) {
            names.append(u"name %1"_s.arg(at, 4, 10, QChar(u'0')));
            rows.append(row(QString::number(5000 - at), names.last(), at));
        }
        m_source.setRows(rows);
        QTRY_VERIFY(m_source.isComplete());
        ListFilterModel list(nullptr);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
        list.setSortRole(KeyedTableModel::SortRole);
        list.setSourceModel(&m_source);
        const QPersistentModelIndex chosen = list.index(4000, 0);
        list.sort(1, Qt::AscendingOrder);
        list.sort(0, Qt::DescendingOrder); // the last one counts
        QCOMPARE(shown(list), names);

        rows.remove(10, 3);
        names.remove(10, 3);
        rows[20].sortKeys = {10000};
        m_source.setRows(rows);
        QTRY_VERIFY(m_source.isComplete());
        names.prepend(names.takeAt(20)); // now the largest
        std::reverse(names.begin() + 1, names.end());
        QTRY_COMPARE(shown(list), names);
        QCOMPARE(chosen.data().toString(), u"name 4000"_s);
    }

    // What a row stands for changes with each refresh; that is no reason to look at its place again.
    void onlyWhatIsShownMovesARow()
    {
        KeyedRow first = row(u"1"_s, u"a"_s);
        m_source.setRows({first, row(u"2"_s, u"b"_s)});
        ListFilterModel list(nullptr);
        list.setSourceModel(&m_source);
        list.sort(0, Qt::DescendingOrder);
        int asked = 0;
        list.setAccepts([&asked](const QModelIndex &source) {
            ++asked;
            return source.data(KeyedTableModel::PayloadRole).toInt() < 7;
        });
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        asked = 0;
        first.payload = 1;
        m_source.setRows({first, row(u"2"_s, u"b"_s)});
        QCOMPARE(asked, 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        first.payload = 7;
        m_source.setRows({first, row(u"2"_s, u"b"_s)});
        QCOMPARE(shown(list), QStringList{u"b"_s});
    }

    // The current row steps aside when its own goes: that needs the rows to go one by one, not by a new layout.
    void fewChangesComeAsRows()
    {
        m_source.setRows({row(u"1"_s, u"a"_s), row(u"2"_s, u"b"_s), row(u"3"_s, u"c"_s)});
        ListFilterModel list(nullptr);
        list.setSourceModel(&m_source);
        list.sort(0, Qt::DescendingOrder);
        QSignalSpy removed(&list, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
        QSignalSpy arranged(&list, &QAbstractItemModel::layoutChanged);
        m_source.setRows({row(u"1"_s, u"a"_s), row(u"3"_s, u"c"_s), row(u"4"_s, u"bb"_s)});
        QCOMPARE(shown(list), (QStringList{u"c"_s, u"bb"_s, u"a"_s}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(arranged.count(), 0);
    }
};

QTEST_MAIN(TestListFilter)
#include "tst_listfilter.moc"
