// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/workspacerulerow.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/widgets/paragraph.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

using Match = WorkspaceRule::Match;

constexpr std::array matches{Match::Label, Match::Host, Match::UriPrefix, Match::Id, Match::Name};

QToolButton *smallButton(const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    return button;
}

} // namespace

WorkspaceRuleRow::WorkspaceRuleRow(QAbstractItemModel *workspaces, QWidget *parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
    , m_match(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_arrow(new QLabel(u"→"_s, this))
    , m_workspace(new QLineEdit(this))
    , m_hits(new QLabel(this))
    , m_up(smallButton(u"chevron-up"_s, this))
    , m_down(smallButton(u"chevron-down"_s, this))
    , m_remove(smallButton(u"close"_s, this))
    , m_problem(paragraph(this))
{
    for (const Match match : matches)
        m_match->addItem(QString(), toText(match));
    m_match->setObjectName(u"rule-match"_s);
    m_key->setObjectName(u"rule-key"_s);
    m_value->setObjectName(u"rule-value"_s);
    m_workspace->setObjectName(u"rule-workspace"_s);
    m_up->setObjectName(u"rule-up"_s);
    m_down->setObjectName(u"rule-down"_s);
    m_remove->setObjectName(u"rule-remove"_s);
    auto *completer = new QCompleter(workspaces, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_workspace->setCompleter(completer);
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    m_hits->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::inside);
    grid->setVerticalSpacing(2);
    auto *wanted = new QWidget(this);
    auto *pair = new QHBoxLayout(wanted);
    pair->setContentsMargins({});
    pair->setSpacing(space::inside);
    pair->addWidget(m_key, 1);
    pair->addWidget(m_value, 2);
    const QList<QWidget *> line{m_number, m_match, wanted, m_arrow, m_workspace, m_hits, m_up, m_down, m_remove};
    for (int column = 0; column < line.size(); ++column)
        grid->addWidget(line.at(column), 0, column);
    grid->addWidget(m_problem, 1, 1, 1, -1);
    grid->setColumnStretch(static_cast<int>(line.indexOf(wanted)), 2);
    grid->setColumnStretch(static_cast<int>(line.indexOf(m_workspace)), 1);

    const auto edit = [this] {
        m_touched = true;
        follow();
        Q_EMIT edited();
    };
    connect(m_match, &QComboBox::currentIndexChanged, this, edit);
    for (QLineEdit *field : {m_key, m_value, m_workspace})
        connect(field, &QLineEdit::textChanged, this, edit);
    connect(m_up, &QToolButton::clicked, this, &WorkspaceRuleRow::upWanted);
    connect(m_down, &QToolButton::clicked, this, &WorkspaceRuleRow::downWanted);
    connect(m_remove, &QToolButton::clicked, this, &WorkspaceRuleRow::removeWanted);
    retranslate();
}

WorkspaceRule WorkspaceRuleRow::rule() const
{
    WorkspaceRule rule;
    rule.match = matches.at(static_cast<std::size_t>(m_match->currentIndex()));
    if (rule.match == Match::Label)
        rule.key = m_key->text().trimmed();
    rule.value = m_value->text().trimmed();
    rule.workspace = m_workspace->text().trimmed();
    return rule;
}

void WorkspaceRuleRow::setRule(const WorkspaceRule &rule)
{
    m_match->setCurrentIndex(m_match->findData(toText(rule.match)));
    m_key->setText(rule.key);
    m_value->setText(rule.value);
    m_workspace->setText(rule.workspace);
    m_touched = !isBlank();
    follow();
}

bool WorkspaceRuleRow::isBlank() const
{
    const WorkspaceRule now = rule();
    return now.key.isEmpty() && now.value.isEmpty() && now.workspace.isEmpty();
}

void WorkspaceRuleRow::setPlace(int number, bool isFirst, bool isLast)
{
    m_place = number;
    m_up->setEnabled(!isFirst);
    m_down->setEnabled(!isLast);
    retranslate();
}

void WorkspaceRuleRow::setHits(int hits)
{
    m_hitCount = hits;
    follow();
}

QWidget *WorkspaceRuleRow::firstField() const
{
    return m_match;
}

QList<QWidget *> WorkspaceRuleRow::fields() const
{
    return {m_match, m_key, m_value, m_workspace, m_up, m_down, m_remove};
}

void WorkspaceRuleRow::follow()
{
    const WorkspaceRule now = rule();
    m_key->setVisible(now.match == Match::Label);
    m_value->setPlaceholderText(now.match == Match::Label       ? tr("value")
                                : now.match == Match::Host      ? tr("pay.example.com or *.example.com")
                                : now.match == Match::UriPrefix ? tr("/payments/")
                                                                : tr("^pay-, found anywhere without ^"));
    const auto fault = problemOf(now, m_place);
    const QString problem = fault && m_touched && !isBlank() ? fault->reason : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tone(Tone::Danger, palette()));
    m_problem->setPalette(ink);
    m_value->setAccessibleDescription(problem);
    m_hits->setText(fault ? QString() : m_hitCount == 0 ? tr("matches nothing") : tr("matches %n", "", m_hitCount));
}

void WorkspaceRuleRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        follow();
}

void WorkspaceRuleRow::retranslate()
{
    const auto name = [this](Match match, const QString &word) {
        m_match->setItemText(m_match->findData(toText(match)), word);
    };
    name(Match::Label, tr("Label"));
    name(Match::Host, tr("Host"));
    name(Match::UriPrefix, tr("Path begins with"));
    name(Match::Id, tr("ID matches"));
    name(Match::Name, tr("Name matches"));
    m_number->setText(u"%1."_s.arg(m_place));
    m_key->setPlaceholderText(tr("label"));
    m_workspace->setPlaceholderText(tr("workspace"));
    m_match->setAccessibleName(tr("Rule %1: what it looks at").arg(m_place));
    m_key->setAccessibleName(tr("Rule %1: label").arg(m_place));
    m_value->setAccessibleName(tr("Rule %1: what it looks for").arg(m_place));
    m_workspace->setAccessibleName(tr("Rule %1: workspace").arg(m_place));
    m_up->setAccessibleName(tr("Try rule %1 earlier").arg(m_place));
    m_down->setAccessibleName(tr("Try rule %1 later").arg(m_place));
    m_remove->setAccessibleName(tr("Remove rule %1").arg(m_place));
    m_up->setToolTip(tr("Try this rule earlier"));
    m_down->setToolTip(tr("Try this rule later"));
    m_remove->setToolTip(tr("Remove this rule"));
    follow();
}

} // namespace sluice::app
