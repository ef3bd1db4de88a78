// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delegates/rowactiondelegate.h"
#include "app/widgets/sidemenu.h"
#include "core/settings/secretstore.h"
#include "tests/support/testwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace sluice::test {

/// The whole window on one cluster of the test, whose id and name are "test".
class GatewayWindow : public TestWindow
{
public:
    GatewayWindow(const QUrl &admin, const QByteArray &key,
                  ClusterProfile::Environment environment = ClusterProfile::Environment::Staging,
                  const QList<QUrl> &metrics = {})
        : TestWindow({profile(admin, environment, metrics)})
        , m_key(key)
    {
        giveKey();
    }

    /// The program ends and starts again.
    void reopen()
    {
        open();
        giveKey();
        page()->refresh(); // it began at its last place, without a key
    }

    bool goTo(app::Section section, const QString &object = {}, const QString &workspace = QStringLiteral("payments"))
    {
        return go(section, object, workspace, QStringLiteral("test"));
    }
    /// The field of a form on the page.
    template <class Field>
    Field *field(const QString &name)
    {
        return page()->findChild<Field *>(name);
    }
    QString state(const QString &release)
    {
        return select(list(), release) ? list()->model()->index(list()->currentIndex().row(), 0).data().toString()
                                       : QString();
    }

private:
    static ClusterProfile profile(const QUrl &admin, ClusterProfile::Environment environment,
                                  const QList<QUrl> &metrics)
    {
        ClusterProfile profile;
        profile.id = profile.name = QStringLiteral("test");
        profile.admin = admin;
        profile.environment = environment;
        profile.metrics = metrics;
        profile.askKey = true;
        return profile;
    }
    void giveKey() { application().clusters().secrets().keepForSession(QStringLiteral("test"), {m_key, {}}); }

    QByteArray m_key;
};

/// A key goes to what is open over the window first, then to where the keyboard is.
inline void pressKey(Qt::Key key)
{
    QWidget *popup = QApplication::activePopupWidget();
    QTest::keyClick(popup != nullptr ? popup : QApplication::focusWidget(), key);
}

/// Clicks an entry of the menu that is open; false where there is none, or it can't be chosen.
inline bool pressInPopup(const QString &text)
{
    if (!QTest::qWaitFor([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; }))
        return false;
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const auto entries = menu->actions();
    for (QAction *entry : entries) {
        if (entry->text() != text || !entry->isEnabled())
            continue;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
        return true;
    }
    menu->close();
    return false;
}

/// Clicks a button at the end of a row.
inline bool pressInRow(app::ListView *list, const QString &key, const QString &text)
{
    if (list == nullptr || !QTest::qWaitFor([list, &key] { return TestWindow::select(list, key); }))
        return false;
    const QModelIndex cell = list->model()->index(list->currentIndex().row(), list->model()->columnCount() - 1);
    list->scrollTo(cell);
    const auto *delegate = qobject_cast<app::RowActionDelegate *>(list->itemDelegateForIndex(cell));
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.rect = list->visualRect(cell);
    const auto buttons = delegate->buttonsOf(option, cell);
    for (const app::RowActionDelegate::Button &button : buttons) {
        if (button.action.text != text || !button.action.enabled)
            continue;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, button.rect.center());
        return true;
    }
    return false;
}

/// Clicks an entry of the left menu.
inline bool pressInMenu(const QWidget &window, const QString &text)
{
    auto *menu = window.findChild<app::SideMenu *>();
    const auto found = menu->findItems(text, Qt::MatchExactly);
    if (found.isEmpty())
        return false;
    QTest::mouseClick(menu->viewport(), Qt::LeftButton, {}, menu->visualItemRect(found.last()).center());
    return true;
}

/// Chooses by the mouse what stands for the value in a list that folds out.
inline bool choose(QComboBox *box, const QVariant &value)
{
    const int row = box->findData(value);
    if (row < 0)
        return false;
    QTest::keyClick(box, Qt::Key_F4);
    QAbstractItemView *view = box->view();
    if (!QTest::qWaitFor([view] { return view->isVisible(); }))
        return false;
    const QModelIndex index = box->model()->index(row, box->modelColumn());
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return QTest::qWaitFor([box, &value] { return box->currentData() == value; });
}

/// Replaces what stands in a field.
inline void fill(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

inline void fill(QSpinBox *box, int value)
{
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QString::number(value));
}

} // namespace sluice::test
