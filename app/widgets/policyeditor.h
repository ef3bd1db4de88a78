// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/widgets/conditionrow.h"

class QLabel;
class QPushButton;
class QRadioButton;
class QSlider;
class QSpinBox;

namespace sluice::app {

class RuleEditor;
class TrafficPicture;

/// The traffic allocation of a release: by percentage (B7) or by rules (B8). Switching keeps the other way's values
/// (E4).
class PolicyEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyEditor(QWidget *parent = nullptr);

    TrafficPolicy policy() const;
    void setPolicy(const TrafficPolicy &policy);
    /// What both ways hold, the one that does not count too; for drafts.
    QPair<TrafficPolicy, TrafficPolicy> drafts() const;
    void setDrafts(const TrafficPolicy &percentage, const TrafficPolicy &rules);
    void setUpstreams(const QString &current, const QString &target);
    void setNames(ConditionRow::Names names);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showKind();
    void orderTabs();
    void changed();
    void makeSticky();
    void retranslate();

    QRadioButton *m_byPercentage;
    QRadioButton *m_byRules;
    QWidget *m_percentagePart;
    QLabel *m_shareTitle;
    QSlider *m_slider;
    QSpinBox *m_number;
    QPushButton *m_sticky;
    RuleEditor *m_rules;
    TrafficPicture *m_picture;
    QString m_current;
    QString m_target;
};

} // namespace sluice::app
