// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/palette.h"
#include "app/support/sluicestyle.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTest>

#include <memory>

using namespace sluice::app;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect field(0, 0, 200, 28);

template <class Option>
Option optionFor(const QWidget &widget)
{
    Option option;
    option.initFrom(&widget);
    option.rect = field;
    return option;
}

} // namespace

/// What all fields and dialogs have in common.
class TestSluiceStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new SluiceStyle); }

    void fieldsAreOfOneHeight()
    {
        const QLineEdit line;
        QComboBox box;
        box.addItem(u"http"_s);
        const QSpinBox number;
        QCOMPARE(box.sizeHint().height(), line.sizeHint().height());
        QCOMPARE(number.sizeHint().height(), line.sizeHint().height());
        box.setEditable(true);
        QCOMPARE(box.sizeHint().height(), line.sizeHint().height());
    }

    void textsBeginInOneLine()
    {
        constexpr int marginOfLineEdit = 2;
        constexpr int marginOfLabel = 1;
        const QStyle *style = QApplication::style();
        const QLineEdit line;
        auto frame = optionFor<QStyleOptionFrame>(line);
        frame.lineWidth = 1;
        const QRect room = style->subElementRect(QStyle::SE_LineEditContents, &frame, &line);
        QCOMPARE(room.left() + marginOfLineEdit, space::inside);

        const QComboBox box;
        auto combo = optionFor<QStyleOptionComboBox>(box);
        const auto ofCombo = [&] {
            return style->subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxEditField, &box);
        };
        QCOMPARE(ofCombo().left() + marginOfLabel, space::inside);
        combo.editable = true;
        QCOMPARE(ofCombo().left() + marginOfLineEdit, space::inside);

        const QSpinBox number;
        const auto spin = optionFor<QStyleOptionSpinBox>(number);
        const QRect ofNumber = style->subControlRect(QStyle::CC_SpinBox, &spin, QStyle::SC_SpinBoxEditField, &number);
        QCOMPARE(ofNumber.left() + marginOfLineEdit, space::inside);
        for (const QRect &place : {room, ofCombo(), ofNumber})
            QCOMPARE(place.center().y(), field.center().y());
    }

    void theRingOfTheFocusIsWhole_data()
    {
        QTest::addColumn<QWidget *>("field");
        auto *combo = new QComboBox;
        combo->setEditable(true);
        QTest::newRow("text") << static_cast<QWidget *>(new QLineEdit);
        QTest::newRow("choice to type in") << static_cast<QWidget *>(combo);
        QTest::newRow("number") << static_cast<QWidget *>(new QSpinBox);
    }

    void theRingOfTheFocusIsWhole()
    {
        QFETCH(QWidget *, field);
        const std::unique_ptr<QWidget> owner(field);
        field->show();
        QVERIFY(QTest::qWaitForWindowActive(field));
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        const QImage picture = field->grab().toImage();
        const QRgb ring = tone(Tone::Accent, field->palette()).rgb();
        const int x = picture.width() / 3;
        for (const int y : {0, 1, picture.height() - 2, picture.height() - 1})
            QCOMPARE(QColor(picture.pixel(x, y)), QColor(ring));
    }

    void itemsOfAListHaveRoom()
    {
        QListWidget list;
        list.addItem(u"header x-canary is \"1\""_s);
        QVERIFY(list.sizeHintForRow(0) >= list.fontMetrics().height() + space::inside);
    }

    void theMainButtonOfADialogStandsLast()
    {
        QDialogButtonBox buttons;
        const QPushButton *main = buttons.addButton(u"Save"_s, QDialogButtonBox::AcceptRole);
        const QPushButton *back = buttons.addButton(u"Back"_s, QDialogButtonBox::RejectRole);
        buttons.show();
        QVERIFY(QTest::qWaitForWindowExposed(&buttons));
        QVERIFY(main->x() > back->x());
    }

    void buttonsAreSeenInTheDark()
    {
        const QPalette dark = paletteFor(true);
        const QColor edge = tone(Tone::ButtonEdge, dark);
        for (const QColor &row : {dark.color(QPalette::Base), tone(Tone::Selected, dark), tone(Tone::Hover, dark)})
            QVERIFY(contrast(edge, row) >= 3);
    }
};

QTEST_MAIN(TestSluiceStyle)
#include "tst_sluicestyle.moc"
