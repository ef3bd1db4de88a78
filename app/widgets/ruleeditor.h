// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/rulegroupbox.h"

class QLabel;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace sluice::app {

/// Rules: a request goes to the target when any group hits (B8), all of those requests or a share of them.
class RuleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RuleEditor(QWidget *parent = nullptr);

    QList<RuleGroup> groups() const;
    int share() const;
    void setRules(const QList<RuleGroup> &groups, int share);
    void setNames(ConditionRow::Names names);
    void setTarget(const QString &target);
    RuleGroupBox *addGroup(const RuleGroup &group);
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void removeGroup(RuleGroupBox *box);
    void number();
    void paste();
    void retranslate();

    ConditionRow::Names m_names;
    QString m_target;
    QLabel *m_title;
    QVBoxLayout *m_boxes;
    QList<RuleGroupBox *> m_groups;
    QPushButton *m_add;
    QPushButton *m_paste;
    QLabel *m_shareTitle;
    QRadioButton *m_all;
    QRadioButton *m_some;
    QSpinBox *m_share;
};

} // namespace sluice::app
