// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/explanationtree.h"

#include "app/support/icons.h"
#include "core/model/prose.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

struct ExplanationTreeText
{
    Q_DECLARE_TR_FUNCTIONS(ExplanationTree)
};

/// Why a route fits, in the language of the window; the simulator's own words where the code is a new one.
QString fitWord(const RouteReason &reason)
{
    if (reason.code == "path"_L1)
        return ExplanationTreeText::tr("its path");
    if (reason.code == "host"_L1)
        return ExplanationTreeText::tr("its host");
    if (reason.code == "method"_L1)
        return ExplanationTreeText::tr("its method");
    if (reason.code == "client"_L1)
        return ExplanationTreeText::tr("the client's address");
    if (reason.code == "conditions"_L1)
        return ExplanationTreeText::tr("its conditions");
    return reason.text;
}

QString misfitWord(const RouteReason &reason)
{
    if (reason.code == "host"_L1)
        return ExplanationTreeText::tr("another host");
    if (reason.code == "method"_L1)
        return ExplanationTreeText::tr("another method");
    if (reason.code == "client"_L1)
        return ExplanationTreeText::tr("for other clients");
    if (reason.code == "conditions"_L1)
        return ExplanationTreeText::tr("its conditions do not match");
    if (reason.code == "disabled"_L1)
        return ExplanationTreeText::tr("disabled");
    if (reason.code == "filter-not-simulated"_L1)
        return ExplanationTreeText::tr("has a function that is not simulated");
    if (reason.code == "host-less-specific"_L1)
        return ExplanationTreeText::tr("its host is less specific");
    if (reason.code == "path-less-specific"_L1)
        return ExplanationTreeText::tr("its path is less specific");
    if (reason.code == "lower-priority"_L1)
        return ExplanationTreeText::tr("a lower priority");
    if (reason.code == "shorter-path"_L1)
        return ExplanationTreeText::tr("a shorter path");
    if (reason.code == "made-later"_L1)
        return ExplanationTreeText::tr("is later in the list");
    return reason.text;
}

QString percent(double share)
{
    return ExplanationTreeText::tr("%1 %").arg(QLocale().toString(share, 'g', 4));
}

QString nameOf(const UpstreamShare &share)
{
    if (share.upstream.isEmpty())
        return ExplanationTreeText::tr("the current upstream");
    return share.upstream == "inline"_L1 ? ExplanationTreeText::tr("the upstream written in the route")
                                         : share.upstream;
}

QString sharesOf(const QList<UpstreamShare> &shares)
{
    QStringList words;
    for (const UpstreamShare &share : shares)
        words.append(ExplanationTreeText::tr("%1 %2").arg(nameOf(share), percent(share.share)));
    return enumerated(words);
}

} // namespace

QString reasonInShort(const RequestExplanation &explanation)
{
    if (explanation.route.isEmpty())
        return ExplanationTreeText::tr("no route matches");
    for (auto split = explanation.splits.crbegin(); split != explanation.splits.crend(); ++split) {
        if (split->chosen)
            return ExplanationTreeText::tr("rule %1 matches").arg(*split->chosen + 1);
    }
    return explanation.splits.isEmpty() ? ExplanationTreeText::tr("no split")
                                        : ExplanationTreeText::tr("no rule matches");
}

ExplanationTree::ExplanationTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setIndentation(space::group);
    header()->setSectionResizeMode(0, QHeaderView::Fixed);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(this, &QTreeWidget::itemExpanded, this, &ExplanationTree::fitColumns);
    rebuild();
}

void ExplanationTree::setExplanation(const std::optional<RequestExplanation> &explanation)
{
    m_explanation = explanation;
    rebuild();
}

QTreeWidgetItem *ExplanationTree::addLine(QTreeWidgetItem *parent, Outcome outcome, const QString &text,
                                          const QString &found)
{
    auto *line = parent == nullptr ? new QTreeWidgetItem(this) : new QTreeWidgetItem(parent);
    line->setText(0, text);
    line->setText(1, found);
    line->setToolTip(0, text);
    line->setToolTip(1, found);
    switch (outcome) {
    case Outcome::Yes:
        line->setIcon(0, icon(u"tick"_s, Tone::Success));
        break;
    case Outcome::No:
        line->setIcon(0, icon(u"slash"_s, Tone::Cancelled));
        break;
    case Outcome::Skipped:
        line->setIcon(0, icon(u"ring"_s, Tone::Secondary));
        break;
    case Outcome::None:
        break;
    }
    return line;
}

void ExplanationTree::addRoute()
{
    if (m_explanation->route.isEmpty()) {
        addLine(nullptr, Outcome::No, tr("No route matches"), {});
        return;
    }
    QStringList fits;
    for (const RouteReason &reason : m_explanation->why)
        fits.append(fitWord(reason));
    const bool named = !m_explanation->routeName.isEmpty() && m_explanation->routeName != m_explanation->route;
    const QString title = named ? tr("Route %1 (%2)").arg(m_explanation->route, m_explanation->routeName)
                                : tr("Route %1").arg(m_explanation->route);
    QTreeWidgetItem *route =
        addLine(nullptr, Outcome::Yes, title, fits.isEmpty() ? QString() : tr("matches: %1").arg(enumerated(fits)));
    for (const RouteReason &reason : m_explanation->why) {
        if (reason.conditions)
            addCondition(route, *reason.conditions);
    }
}

void ExplanationTree::addOthers()
{
    if (m_explanation->others.isEmpty())
        return;
    QTreeWidgetItem *group =
        addLine(nullptr, Outcome::None, tr("Routes not taken"), QLocale().toString(m_explanation->others.size()));
    for (const OtherRoute &other : m_explanation->others) {
        QTreeWidgetItem *line = addLine(group, Outcome::No, other.route, misfitWord(other.reason));
        line->setToolTip(1, other.reason.text);
        if (other.reason.conditions)
            addCondition(line, *other.reason.conditions);
    }
}

void ExplanationTree::addSplit(const SplitExplanation &split)
{
    QTreeWidgetItem *line =
        addLine(nullptr, split.chosen ? Outcome::Yes : Outcome::No, tr("Split of %1").arg(split.owner),
                split.chosen ? tr("rule %1 decides").arg(*split.chosen + 1) : tr("no rule matches"));
    for (const SplitRuleExplanation &rule : split.rules)
        addRule(line, rule);
    line->setExpanded(true);
}

void ExplanationTree::addRule(QTreeWidgetItem *parent, const SplitRuleExplanation &rule)
{
    const Outcome outcome = !rule.reached ? Outcome::Skipped : rule.holds ? Outcome::Yes : Outcome::No;
    const QString found = !rule.reached ? tr("not looked at")
                          : rule.holds  ? sharesOf(rule.targets)
                                        : tr("does not match");
    QTreeWidgetItem *line = addLine(parent, outcome, tr("Rule %1").arg(rule.index + 1), found);
    int number = 0;
    for (const ConditionExplanation &group : rule.groups) {
        ++number;
        const bool single = group.parts.isEmpty();
        QTreeWidgetItem *part =
            single ? line
                   : addLine(line,
                             !group.evaluated ? Outcome::Skipped
                             : group.holds    ? Outcome::Yes
                                              : Outcome::No,
                             tr("Group %1").arg(number), group.holds ? tr("matches") : tr("does not match"));
        if (single)
            addCondition(part, group);
        for (const ConditionExplanation &condition : group.parts)
            addCondition(part, condition);
        part->setExpanded(true);
    }
    line->setExpanded(true);
}

void ExplanationTree::addCondition(QTreeWidgetItem *parent, const ConditionExplanation &condition)
{
    const Outcome outcome = !condition.evaluated ? Outcome::Skipped : condition.holds ? Outcome::Yes : Outcome::No;
    const QString actual = condition.actual ? tr("is \"%1\"").arg(*condition.actual) : tr("absent");
    const QString found = !condition.evaluated        ? tr("not looked at")
                          : condition.parts.isEmpty() ? actual
                          : condition.holds           ? tr("matches")
                                                      : tr("does not match");
    QTreeWidgetItem *line = addLine(parent, outcome, condition.text, found);
    for (const ConditionExplanation &part : condition.parts)
        addCondition(line, part);
    line->setExpanded(true);
}

void ExplanationTree::addDestination()
{
    for (const UpstreamShare &share : m_explanation->upstreams) {
        if (!share.upstream.isEmpty())
            addLine(nullptr, Outcome::Yes, tr("Upstream %1").arg(nameOf(share)), percent(share.share));
    }
    for (const OwnAnswer &answer : m_explanation->answers)
        addLine(nullptr, Outcome::No, tr("Answered by %1 itself: %2").arg(answer.by).arg(answer.status),
                percent(answer.share));
}

void ExplanationTree::rebuild()
{
    clear();
    setHeaderLabels({tr("Why"), tr("Found")});
    setAccessibleName(tr("Explanation"));
    if (!m_explanation)
        return;
    addDestination();
    addRoute();
    if (!m_explanation->consumer.isEmpty())
        addLine(nullptr, Outcome::Yes, tr("Consumer %1").arg(m_explanation->consumer), {});
    for (const SplitExplanation &split : m_explanation->splits)
        addSplit(split);
    addOthers();
    fitColumns();
}

/// What was asked takes what it needs, up to a little more than half.
void ExplanationTree::fitColumns()
{
    constexpr double most = 0.55;
    header()->resizeSection(0, std::min(sizeHintForColumn(0), static_cast<int>(viewport()->width() * most)));
}

void ExplanationTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    fitColumns();
}

void ExplanationTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace sluice::app
