// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/trafficpolicy.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sluice::app {

/// One condition of a rule (B8): place, name, operator, value. Says under the fields what is wrong with it, and which
/// variable of APISIX it becomes (E15).
class ConditionRow : public QWidget
{
    Q_OBJECT

public:
    using Names = std::function<QStringList(Condition::Place)>;

    explicit ConditionRow(QWidget *parent = nullptr);

    Condition condition() const;
    void setCondition(const Condition &condition);
    /// Suggestions for the name.
    void setNames(Names names);
    /// The number of the row, for people who do not see it.
    void setNumber(int group, int row);
    /// The widget that the keyboard goes to first.
    QWidget *firstField() const;
    /// What the Tab key visits, in the order that one reads.
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void suggest();
    void retranslate();

    QComboBox *m_place;
    QLineEdit *m_name;
    QComboBox *m_operator;
    QLineEdit *m_value;
    QToolButton *m_remove;
    QLabel *m_note;
    Names m_names;
    bool m_touched = false; ///< before that an empty field is no fault
};

} // namespace sluice::app
