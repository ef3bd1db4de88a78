// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"

#include <QListWidget>

namespace sluice::app {

/// The left menu: entries that change with the depth (ui.md, Frame). Up and Down move, Enter or a click goes.
class SideMenu : public QListWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString text;
        QString icon;
        Location location;
        bool heading = false; ///< names a group, leads nowhere; one without a level begins below a line
        int level = 0;
    };

    explicit SideMenu(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    /// Marks the entry whose section this page belongs to.
    void setCurrentSection(Section section);
    /// As by a click on the entry; a heading leads nowhere.
    void choose(int row);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const sluice::app::Location &location);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<Entry> m_entries;
};

} // namespace sluice::app
