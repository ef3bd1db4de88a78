// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/jumpentry.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace sluice::app {

/// Jump anywhere by typing (ui.md, Frame): a field with a list under it that narrows as one types. Up, Down and Enter
/// choose, Escape closes. Deletes itself when it closes.
class JumpBox : public QFrame
{
    Q_OBJECT

public:
    JumpBox(QList<JumpEntry> entries, QWidget *parent);

    /// Under the top of the window.
    void open();

Q_SIGNALS:
    void chosen(const sluice::app::Location &location);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();
    void choose();

    QList<JumpEntry> m_entries;
    QList<JumpEntry> m_shown;
    QLineEdit *m_text;
    QStandardItemModel *m_model;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace sluice::app
