// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace sluice::app {

/// Makes a rule of a request that somebody pasted: which of its headers, parameters and cookies shall decide.
class PasteRequestDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PasteRequestDialog(QWidget *parent = nullptr);

    /// The conditions that were ticked.
    RuleGroup chosen() const;

private:
    void read();
    void add(Condition::Place place, const QString &name, const QString &value);
    void check();

    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QListWidget *m_fields;
    QPushButton *m_use;
    RuleGroup m_conditions; ///< one a line of the list
};

} // namespace sluice::app
