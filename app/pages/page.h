// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/widgets/rowaction.h"

#include <QList>
#include <QWidget>

class QAction;

namespace sluice::app {

class ListView;

/// One page of the window. The frame draws title, breadcrumb, tools and status line; the page draws what lies between.
/// A page is made once a section and told by enter() what to show; it keeps filter, selection and scroll meanwhile.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);
    ~Page() override;

    const Location &location() const { return m_location; }

    /// Shows this place. Called each time that the user arrives; calls entered() of the page.
    void enter(const Location &location);

    virtual QString title() const = 0;
    /// The line at the foot, for example "12 releases · 2 in progress · refreshed 10:31:05".
    QString status() const { return m_status; }
    /// Shown at the right of the title; the first is the page's primary action (Ctrl+N where it makes something).
    virtual QList<QAction *> toolActions();
    /// What can be done with the release that is shown or chosen; for the window's menu. None: empty.
    virtual QList<RowAction> releaseActions() const;
    /// What stands beside the actions, for example filter and state selection; null for none. Owned by the page.
    virtual QWidget *tools();
    /// Reads again what the page shows; never blocks, never loses selection or input. F5.
    virtual void refresh();
    virtual bool hasUnsavedInput() const;
    /// Off while something that the page was asked for is still under way.
    virtual bool isSettled() const;
    /// Ctrl+F: puts the keyboard into the filter, where there is one.
    virtual void focusFilter();
    /// The list that the page is about, to be copied and exported; null for none.
    virtual ListView *mainList() const;

Q_SIGNALS:
    void navigateTo(const sluice::app::Location &location);
    void titleChanged();
    void statusChanged(const QString &status);
    /// A thin line under the title runs while this is on.
    void busyChanged(bool busy);

protected:
    /// location() has been set: read and show it.
    virtual void entered() = 0;
    /// Sets every visible text; called for LanguageChange. The constructor calls it itself.
    virtual void retranslate() = 0;

    void setStatus(const QString &status);
    void changeEvent(QEvent *event) override;

    /// The same place with another section and object, for links.
    Location elsewhere(Section section, const QString &object = {}) const;

private:
    Location m_location;
    QString m_status;
};

} // namespace sluice::app
