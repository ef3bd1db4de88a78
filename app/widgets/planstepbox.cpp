// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/planstepbox.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/widgets/fieldhint.h"
#include "app/widgets/limitseditor.h"
#include "core/model/prose.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

enum Allocation { ByPercentage, ByRules };
enum Holds { ForATime, UntilAPerson };

constexpr std::array unitSeconds{1, 60, 3600};
constexpr int longestHold = 9999; ///< of a unit
constexpr auto rulesWord = "rules "_L1;

/// The largest unit that the hold is a whole number of.
int unitOf(std::chrono::seconds hold)
{
    for (int unit = static_cast<int>(unitSeconds.size()) - 1; unit > 0; --unit) {
        if (hold.count() > 0 && hold.count() % unitSeconds.at(static_cast<std::size_t>(unit)) == 0)
            return unit;
    }
    return 0;
}

} // namespace

PlanStepBox::PlanStepBox(const PlanStep &step, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_kindLabel(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_share(new QSpinBox(this))
    , m_rules(new QLineEdit(this))
    , m_holdLabel(new QLabel(this))
    , m_holds(new QComboBox(this))
    , m_hold(new QSpinBox(this))
    , m_unit(new QComboBox(this))
    , m_limits(new LimitsEditor(this))
    , m_hint(new FieldHint(m_rules, this))
{
    setFrameShape(QFrame::StyledPanel);
    const std::array names{std::pair<QToolButton *, QString>{m_up, u"chevron-up"_s},
                           std::pair<QToolButton *, QString>{m_down, u"chevron-down"_s},
                           std::pair<QToolButton *, QString>{m_remove, u"delete"_s}};
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    for (const auto &[button, name] : names) {
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        button->setObjectName(name);
        head->addWidget(button);
    }
    m_kind->setObjectName(u"step-kind"_s);
    m_kind->addItems({QString(), QString()});
    m_kindLabel->setBuddy(m_kind);
    m_share->setObjectName(u"step-share"_s);
    m_share->setRange(0, 100);
    m_share->setSuffix(u" %"_s);
    m_rules->setObjectName(u"step-rules"_s);
    m_rules->setPlaceholderText(u"header:x-canary==1 | cookie:user~^qa-"_s);
    m_holds->setObjectName(u"step-holds"_s);
    m_holds->addItems({QString(), QString()});
    m_holdLabel->setBuddy(m_holds);
    m_hold->setObjectName(u"step-hold"_s);
    m_hold->setRange(0, longestHold);
    m_unit->setObjectName(u"step-unit"_s);
    m_unit->addItems({QString(), QString(), QString()});
    auto *row = new QHBoxLayout;
    row->setSpacing(space::inside);
    const QList<QWidget *> inRow{m_kindLabel, m_kind, m_share, m_rules, m_holdLabel, m_holds, m_hold, m_unit};
    for (QWidget *widget : inRow)
        row->addWidget(widget, widget == m_rules ? 1 : 0);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, space::inside, space::inside, space::group);
    column->setSpacing(space::inside);
    column->addLayout(head);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_limits);
    fill(step);
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &PlanStepBox::removeWanted);
    for (QComboBox *box : {m_kind, m_holds, m_unit}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            follow();
            Q_EMIT edited();
        });
    }
    connect(m_share, &QSpinBox::valueChanged, this, &PlanStepBox::edited);
    connect(m_hold, &QSpinBox::valueChanged, this, &PlanStepBox::edited);
    connect(m_rules, &QLineEdit::textChanged, this, &PlanStepBox::edited);
    connect(m_limits, &LimitsEditor::edited, this, &PlanStepBox::edited);
    retranslate();
    follow();
}

void PlanStepBox::fill(const PlanStep &step)
{
    const bool byRules = step.policy.kind == TrafficPolicy::Kind::Rules;
    m_kind->setCurrentIndex(byRules ? ByRules : ByPercentage);
    m_share->setValue(step.policy.percentage);
    QString rules = byRules ? toText(step.policy) : QString();
    if (rules.startsWith(rulesWord))
        rules.remove(0, rulesWord.size());
    m_rules->setText(rules);
    m_holds->setCurrentIndex(step.hold ? ForATime : UntilAPerson);
    const std::chrono::seconds hold = step.hold.value_or(std::chrono::minutes(5));
    m_unit->setCurrentIndex(unitOf(hold));
    m_hold->setValue(static_cast<int>(hold.count() / unitSeconds.at(static_cast<std::size_t>(unitOf(hold)))));
    m_limits->setLimits(step.limits);
}

Result<TrafficPolicy> PlanStepBox::policy() const
{
    TrafficPolicy policy;
    policy.percentage = m_share->value();
    if (m_kind->currentIndex() == ByPercentage)
        return policy;
    const QString typed = m_rules->text().trimmed();
    const bool isWhole = typed.startsWith("share "_L1) || typed.startsWith(rulesWord);
    return parsePolicy(isWhole ? typed : rulesWord + typed);
}

Result<PlanStep> PlanStepBox::step() const
{
    if (const QString problem = m_limits->problem(); !problem.isEmpty())
        return Error{.kind = Error::Kind::Invalid, .reason = problem, .detail = {}, .traffic = {}, .advice = {}};
    const auto wanted = policy();
    if (!wanted)
        return wanted.error();
    PlanStep step{*wanted, std::nullopt, m_limits->limits()};
    if (m_holds->currentIndex() == ForATime)
        step.hold = std::chrono::seconds(qint64(m_hold->value()) *
                                         unitSeconds.at(static_cast<std::size_t>(m_unit->currentIndex())));
    return parseStep(toText(step));
}

void PlanStepBox::check()
{
    const auto wanted = step();
    m_hint->setProblem(wanted ? QString() : joinSentences({wanted.error().reason, wanted.error().advice}));
}

void PlanStepBox::setPlace(int number, bool isLast)
{
    m_number = number;
    m_up->setEnabled(number > 1);
    m_down->setEnabled(!isLast);
    retranslate();
}

QWidget *PlanStepBox::firstField() const
{
    return m_kind->currentIndex() == ByPercentage ? static_cast<QWidget *>(m_share) : m_rules;
}

QList<QWidget *> PlanStepBox::fields() const
{
    return QList<QWidget *>{m_kind, m_share, m_rules, m_holds, m_hold, m_unit} + m_limits->fields() +
           QList<QWidget *>{m_up, m_down, m_remove};
}

void PlanStepBox::follow()
{
    const bool byRules = m_kind->currentIndex() == ByRules;
    m_share->setVisible(!byRules);
    m_rules->setVisible(byRules);
    const bool holds = m_holds->currentIndex() == ForATime;
    m_hold->setVisible(holds);
    m_unit->setVisible(holds);
}

void PlanStepBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanStepBox::retranslate()
{
    m_title->setText(tr("Step %1").arg(m_number));
    setAccessibleName(m_title->text());
    m_kindLabel->setText(tr("Traffic"));
    m_kind->setItemText(ByPercentage, tr("By percentage"));
    m_kind->setItemText(ByRules, tr("By rules"));
    m_share->setAccessibleName(tr("Share of the target, step %1").arg(m_number));
    m_rules->setAccessibleName(tr("Rules of step %1").arg(m_number));
    m_rules->setToolTip(tr("Rules as the command line writes them; | between groups, & between conditions."));
    m_holdLabel->setText(tr("then"));
    m_holds->setItemText(ForATime, tr("holds for"));
    m_holds->setItemText(UntilAPerson, tr("waits for a person"));
    m_hold->setAccessibleName(tr("Hold of step %1").arg(m_number));
    m_unit->setAccessibleName(tr("Unit of the hold of step %1").arg(m_number));
    m_unit->setItemText(0, tr("seconds"));
    m_unit->setItemText(1, tr("minutes"));
    m_unit->setItemText(2, tr("hours"));
    const std::array words{std::pair{m_up, tr("Move step %1 up").arg(m_number)},
                           std::pair{m_down, tr("Move step %1 down").arg(m_number)},
                           std::pair{m_remove, tr("Remove step %1").arg(m_number)}};
    for (const auto &[button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

} // namespace sluice::app
