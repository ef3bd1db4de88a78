// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/pictured.h"
#include "tests/support/testwindow.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>
#include <QTranslator>

using namespace sluice;
using namespace sluice::app;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// A language of its own: every text of the program with accents, and longer by half.
class LongTexts : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QLatin1StringView(context).startsWith("Q"_L1))
            return {};
        QString text = QString::fromUtf8(source);
        const qsizetype more = (text.size() + 1) / 2;
        for (const auto &[plain, accented] : {std::pair(u'a', u'á'), std::pair(u'e', u'é'), std::pair(u'o', u'ö')})
            text.replace(plain, accented);
        while (text.size() < QString::fromUtf8(source).size() + more)
            text += text.size() % 6 == 0 ? u' ' : u'~';
        return text;
    }
    bool isEmpty() const override { return false; }
};

bool isScrolled(const QWidget *widget)
{
    for (const QWidget *up = widget->parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(up) != nullptr)
            return true;
    }
    return false;
}

/// Cut off by its window or by what it lies in, where nothing scrolls.
bool isOutside(const QWidget *widget)
{
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    return !isScrolled(widget) && !widget->window()->rect().contains(place);
}

bool isCut(const QLabel *label)
{
    if (label->text().isEmpty() || !label->toolTip().isEmpty())
        return false;
    if (!label->wordWrap())
        return label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height();
    return label->heightForWidth(label->width()) > label->height();
}

/// By its text, not by the padding around it.
bool isCut(const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return false;
    const int sign = button->icon().isNull() ? 0 : button->iconSize().width();
    return button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() + sign > button->width();
}

bool isCut(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    const int room =
        box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
    return box->toolTip().isEmpty() && box->fontMetrics().horizontalAdvance(box->currentText()) > room;
}

bool isCut(const QHeaderView *header)
{
    for (int section = 0; section < header->count(); ++section) {
        const bool fits =
            header->isSectionHidden(section) || header->sectionSizeHint(section) <= header->sectionSize(section);
        const bool isElided = header->textElideMode() != Qt::ElideNone &&
                              !header->model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).isNull();
        if (!fits && !isElided)
            return true;
    }
    return false;
}

bool isCut(const QTabBar *tabs)
{
    return tabs->sizeHint().width() > tabs->width();
}

QString named(const QWidget *widget, const QString &text)
{
    return QLatin1StringView(widget->metaObject()->className()) + u' ' + text;
}

template <class Widget>
void collect(QStringList &cut, const QWidget *whole, const std::function<QString(const Widget *)> &text)
{
    const auto widgets = whole->findChildren<Widget *>();
    for (const Widget *widget : widgets) {
        if (widget->isVisible() && widget->window() == whole->window() && (isCut(widget) || isOutside(widget)))
            cut.append(named(widget, text(widget)));
    }
}

/// Whatever does not show its whole text, nor says it in a tool tip.
QStringList cutIn(const QWidget *whole)
{
    QStringList cut;
    collect<QLabel>(cut, whole, [](const QLabel *label) { return label->text(); });
    collect<QAbstractButton>(cut, whole, [](const QAbstractButton *button) { return button->text(); });
    collect<QComboBox>(cut, whole, [](const QComboBox *box) { return box->currentText(); });
    collect<QTabBar>(cut, whole, [](const QTabBar *tabs) { return tabs->tabText(0); });
    collect<QHeaderView>(cut, whole, [](const QHeaderView *header) {
        return header->model() == nullptr ? QString()
                                          : header->model()->headerData(0, header->orientation()).toString();
    });
    return cut;
}

} // namespace

/// In a language whose every text is longer by half nothing is cut off, on any page or dialog, at 1280 x 800.
class LongTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<TestWindow>();
        QCoreApplication::installTranslator(&m_language);
    }
    void cleanupTestCase()
    {
        QCoreApplication::removeTranslator(&m_language);
        m_window.reset();
    }
    void nothingIsCut_data();
    void nothingIsCut();
    void aCutTextIsFound();

private:
    LongTexts m_language;
    std::unique_ptr<TestWindow> m_window;
};

void LongTextsTest::nothingIsCut_data()
{
    QTest::addColumn<Pictured>("subject");
    const QList<Pictured> all = picturedPages() + picturedDialogs();
    for (const Pictured &subject : all)
        QTest::newRow(qPrintable(subject.name)) << subject;
}

void LongTextsTest::nothingIsCut()
{
    QFETCH(Pictured, subject);
    m_window->window().go(subject.place);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->application().isSettled(), 30'000); // a verification runs to its end
    std::unique_ptr<QWidget> dialog(subject.open ? subject.open(m_window->application()) : nullptr);
    if (dialog)
        dialog->show();
    QWidget *whole = dialog ? dialog.get() : &m_window->window();
    QTRY_VERIFY(whole->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(cutIn(whole).join(u'\n'), QString(), 1'000);
    QCOMPARE(m_window->window().size(), QSize(1280, 800));
}

void LongTextsTest::aCutTextIsFound()
{
    QWidget window;
    auto *label = new QLabel(u"A text that has no room"_s, &window);
    auto *button = new QPushButton(u"A text that has no room"_s, &window);
    button->move(400, 0);
    label->resize(20, 20);
    window.resize(500, 40);
    window.show();
    QCOMPARE(cutIn(&window).size(), 2);
    label->adjustSize();
    button->move(0, 20);
    button->resize(button->sizeHint());
    window.resize(800, 200);
    QCOMPARE(cutIn(&window), QStringList());
}

QTEST_MAIN(LongTextsTest)
#include "tst_longtexts.moc"
