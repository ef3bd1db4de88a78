// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "app/mainwindow.h"
#include "app/pages/page.h"
#include "app/widgets/listview.h"
#include "core/models/keyedtablemodel.h"
#include "core/settings/clusterstore.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

namespace sluice::test {

/// The whole window with settings of its own, on the two demo clusters or on clusters of a test.
class TestWindow
{
public:
    /// Without clusters of its own: on the demo clusters, which the simulator of this process serves.
    explicit TestWindow(const QList<ClusterProfile> &clusters = {})
    {
        m_options.settingsFile = m_folder.filePath(QStringLiteral("window.ini"));
        m_options.clustersFile = m_folder.filePath(QStringLiteral("clusters.json"));
        m_options.draftsFile = m_folder.filePath(QStringLiteral("drafts.json"));
        m_options.language = QStringLiteral("en");
        m_options.demo = clusters.isEmpty();
        ClusterStore store(m_options.clustersFile);
        for (const ClusterProfile &cluster : clusters) {
            if (!store.save(cluster))
                qFatal("a cluster of the test can't be saved");
        }
        open();
    }
    virtual ~TestWindow() = default;

    /// Ends the program, if it runs, and starts it again on the same files.
    void open()
    {
        m_application.reset();
        m_application =
            std::make_unique<app::Application>(*qobject_cast<QApplication *>(QCoreApplication::instance()), m_options);
        window().resize(1280, 800);
        window().show();
        window().activateWindow();
        if (!QTest::qWaitForWindowActive(&window()))
            qFatal("the window does not become active");
    }

    app::Application &application() { return *m_application; }
    app::MainWindow &window() { return m_application->window(); }
    app::Page *page() { return window().page(); }
    QString folder() const { return m_folder.path(); }

    /// There, with everything read.
    bool go(app::Section section, const QString &object = {}, const QString &workspace = QStringLiteral("payments"),
            const QString &cluster = QStringLiteral("demo-staging"))
    {
        const bool above = section == app::Section::Clusters || section == app::Section::Activity ||
                           section == app::Section::Simulator;
        app::Location place;
        place.section = section;
        place.cluster = above ? QString() : cluster;
        place.workspace = above ? QString() : workspace;
        place.object = object;
        window().go(place);
        return QTest::qWaitFor([this] { return m_application->isSettled(); });
    }

    /// The list that the page is about.
    app::ListView *list() { return page()->mainList(); }
    /// The visible list of this name on the page.
    app::ListView *list(const QString &name)
    {
        const auto lists = page()->findChildren<app::ListView *>();
        for (app::ListView *list : lists) {
            if (list->isVisible() && list->accessibleName() == name)
                return list;
        }
        return nullptr;
    }
    /// The first cells of a list's rows, as they are shown.
    static QStringList column(const app::ListView *list, int column)
    {
        QStringList cells;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            cells.append(list->model()->index(row, column).data().toString());
        return cells;
    }
    static bool select(app::ListView *list, const QString &key)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(KeyedTableModel::KeyRole).toString() == key) {
                list->setCurrentIndex(index);
                return true;
            }
        }
        return false;
    }
    /// What can be done with the selected row, by its word; an empty action where it is not offered.
    static app::RowAction offer(const app::ListView *list, const QString &text)
    {
        const QList<app::RowAction> offers = list->actionsOf(list->currentSource());
        for (const app::RowAction &offer : offers) {
            if (offer.text == text)
                return offer;
        }
        return {};
    }

private:
    QTemporaryDir m_folder;
    app::Application::Options m_options;
    std::unique_ptr<app::Application> m_application;
};

/// The visible button with this text below the widget; a mnemonic does not count.
inline QAbstractButton *button(const QWidget *below, const QString &text)
{
    const auto buttons = below->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

/// Waits for the button and clicks it; false where it does not come, or can't be pressed.
inline bool press(const QWidget *below, const QString &text)
{
    const bool came = QTest::qWaitFor([below, &text] { return button(below, text) != nullptr; });
    QAbstractButton *found = came ? button(below, text) : nullptr;
    if (found == nullptr || !found->isEnabled())
        return false;
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

/// A visible label that contains the text.
inline QLabel *label(const QWidget *below, const QString &text)
{
    const auto labels = below->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(text))
            return label;
    }
    return nullptr;
}

/// The dialog of this class that is open over the window; null for none.
template <class Dialog>
Dialog *dialogOver(QWidget &window)
{
    const auto dialogs = window.findChildren<Dialog *>();
    for (Dialog *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Inputs without a name for those who can't see; empty: all have one.
inline QStringList namelessInputs(const QWidget *below)
{
    QStringList nameless;
    const auto widgets = below->findChildren<QWidget *>();
    const auto labels = below->findChildren<QLabel *>();
    for (const QWidget *widget : widgets) {
        const bool isInput = widget->inherits("QLineEdit") || widget->inherits("QComboBox") ||
                             widget->inherits("QAbstractSpinBox") || widget->inherits("QPlainTextEdit") ||
                             widget->inherits("QAbstractItemView") || widget->inherits("QToolButton");
        const auto *asButton = qobject_cast<const QAbstractButton *>(widget);
        const bool isPart = widget->objectName().startsWith(QLatin1StringView("qt_")) ||
                            widget->parentWidget()->inherits("QComboBox") ||
                            (asButton != nullptr && !asButton->text().isEmpty());
        if (!isInput || isPart || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const bool hasBuddy = std::any_of(labels.begin(), labels.end(),
                                          [widget](const QLabel *label) { return label->buddy() == widget; });
        if (!hasBuddy && widget->accessibleName().isEmpty() && widget->toolTip().isEmpty())
            nameless.append(QLatin1StringView(widget->metaObject()->className()) + QLatin1StringView(" ") +
                            widget->objectName());
    }
    return nameless;
}

} // namespace sluice::test
