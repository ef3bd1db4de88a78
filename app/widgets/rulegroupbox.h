// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/conditionrow.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace sluice::app {

/// One group of conditions that must all hold.
class RuleGroupBox : public QFrame
{
    Q_OBJECT

public:
    explicit RuleGroupBox(ConditionRow::Names names, QWidget *parent = nullptr);

    RuleGroup group() const;
    void setGroup(const RuleGroup &group);
    void setNumber(int number);
    ConditionRow *addCondition(const Condition &condition = {});
    const QList<ConditionRow *> &rows() const { return m_rows; }
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void removeRow(ConditionRow *row);
    void number();
    void retranslate();

    ConditionRow::Names m_names;
    QLabel *m_title;
    QToolButton *m_remove;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<ConditionRow *> m_rows;
    int m_number = 1;
};

} // namespace sluice::app
