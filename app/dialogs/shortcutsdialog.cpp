// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/shortcutsdialog.h"

#include "app/support/palette.h"
#include "app/widgets/factsview.h"
#include "app/widgets/pagesection.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> all = action.shortcuts();
    for (const QKeySequence &key : all)
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(u",  "_s);
}

QString keyText(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

QWidget *section(const QString &title, const QList<Fact> &keys, QWidget *parent)
{
    auto *facts = new FactsView(parent);
    facts->setFacts(keys);
    auto *made = new PageSection(facts, parent);
    made->setTitle(title);
    return made;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<Fact> ofWindow;
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty())
            ofWindow.append({keysOf(*action), action->text()});
    }
    const QList<Fact> ofLists{
        {keyText(Qt::Key_Return), tr("The first button of the row")},
        {keyText(Qt::Key_Menu), tr("The row's More menu")},
        {keyText(Qt::Key_Delete), tr("Delete, after a question")},
        {keyText(Qt::CTRL | Qt::Key_C), tr("Copy the selected rows")},
        {keyText(Qt::CTRL | Qt::Key_A), tr("Select all rows")},
        {keyText(Qt::Key_Down), tr("From the filter into the list")},
        {keyText(Qt::Key_Escape), tr("Empty the filter")},
    };
    auto *content = new QWidget(this);
    auto *sections = new QHBoxLayout(content);
    sections->setContentsMargins({});
    sections->setSpacing(2 * space::margin);
    sections->addWidget(section(tr("Everywhere"), ofWindow, this), 1, Qt::AlignTop);
    sections->addWidget(section(tr("In lists"), ofLists, this), 1, Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::group);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 36);
}

} // namespace sluice::app
