// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/traffic/requestexplanation.h"

#include <QTreeWidget>

#include <optional>

namespace sluice::app {

/// Where a request goes and why, as a tree that folds: the route and the ones not taken, each split with its rules and
/// conditions, the upstream. Every line has its outcome as icon and word.
class ExplanationTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ExplanationTree(QWidget *parent = nullptr);

    void setExplanation(const std::optional<RequestExplanation> &explanation);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Outcome { Yes, No, Skipped, None };

    QTreeWidgetItem *addLine(QTreeWidgetItem *parent, Outcome outcome, const QString &text, const QString &found);
    void addRoute();
    void addOthers();
    void addSplit(const SplitExplanation &split);
    void addRule(QTreeWidgetItem *parent, const SplitRuleExplanation &rule);
    void addCondition(QTreeWidgetItem *parent, const ConditionExplanation &condition);
    void addDestination();
    void rebuild();
    void fitColumns();

    std::optional<RequestExplanation> m_explanation;
};

/// In one line, for a list: "rule 1 holds", "no rule holds", "no split".
QString reasonInShort(const RequestExplanation &explanation);

} // namespace sluice::app
