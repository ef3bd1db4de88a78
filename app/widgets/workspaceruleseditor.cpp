// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/workspaceruleseditor.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/widgets/workspacerulerow.h"

#include <QEvent>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

WorkspaceRulesEditor::WorkspaceRulesEditor(QWidget *parent)
    : QWidget(parent)
    , m_workspaces(new QStringListModel(this))
    , m_column(new QVBoxLayout)
    , m_add(new QPushButton(icon(u"add"_s), QString(), this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(space::inside);
    m_add->setObjectName(u"add-rule"_s);
    m_add->setAutoDefault(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(space::inside);
    whole->addLayout(m_column);
    whole->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        WorkspaceRuleRow *row = addRow({});
        renumber();
        row->show(); // what is hidden takes no focus
        row->firstField()->setFocus(Qt::OtherFocusReason);
        Q_EMIT rowAdded(row);
        Q_EMIT edited();
    });
    retranslate();
}

QList<WorkspaceRule> WorkspaceRulesEditor::rules() const
{
    QList<WorkspaceRule> rules;
    for (const WorkspaceRuleRow *row : m_rows) {
        if (!row->isBlank())
            rules.append(row->rule());
    }
    return rules;
}

void WorkspaceRulesEditor::setRules(const QList<WorkspaceRule> &rules)
{
    while (!m_rows.isEmpty())
        delete m_rows.takeLast();
    for (const WorkspaceRule &rule : rules)
        addRow(rule);
    renumber();
}

void WorkspaceRulesEditor::setHits(const QList<int> &hits)
{
    qsizetype at = 0;
    for (WorkspaceRuleRow *row : std::as_const(m_rows))
        row->setHits(row->isBlank() ? 0 : hits.value(at++));
}

void WorkspaceRulesEditor::setWorkspaces(const QStringList &names)
{
    if (names != m_workspaces->stringList())
        m_workspaces->setStringList(names);
}

WorkspaceRuleRow *WorkspaceRulesEditor::addRow(const WorkspaceRule &rule)
{
    auto *row = new WorkspaceRuleRow(m_workspaces, this);
    row->setRule(rule);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &WorkspaceRuleRow::edited, this, &WorkspaceRulesEditor::edited);
    connect(row, &WorkspaceRuleRow::upWanted, this, [this, row] { moveRow(row, -1); });
    connect(row, &WorkspaceRuleRow::downWanted, this, [this, row] { moveRow(row, 1); });
    connect(row, &WorkspaceRuleRow::removeWanted, this, [this, row] { removeRow(row); });
    return row;
}

void WorkspaceRulesEditor::removeRow(WorkspaceRuleRow *row)
{
    const qsizetype at = m_rows.indexOf(row);
    m_rows.removeAt(at);
    row->hide();
    row->deleteLater();
    renumber();
    QWidget *next = m_rows.isEmpty() ? m_add : m_rows.at(std::min(at, m_rows.size() - 1))->firstField();
    next->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

/// The keyboard stays with the rule that was moved.
void WorkspaceRulesEditor::moveRow(WorkspaceRuleRow *row, int by)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_rows.size())
        return;
    m_rows.move(from, to);
    m_column->removeWidget(row);
    m_column->insertWidget(static_cast<int>(to), row);
    renumber();
    Q_EMIT edited();
}

void WorkspaceRulesEditor::renumber()
{
    QWidget *before = nullptr;
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        m_rows.at(at)->setPlace(static_cast<int>(at) + 1, at == 0, at + 1 == m_rows.size());
        const QList<QWidget *> fields = m_rows.at(at)->fields();
        for (QWidget *field : fields) {
            if (before != nullptr)
                setTabOrder(before, field);
            before = field;
        }
    }
    if (before != nullptr)
        setTabOrder(before, m_add);
}

void WorkspaceRulesEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorkspaceRulesEditor::retranslate()
{
    m_add->setText(tr("Rule"));
    m_add->setAccessibleName(tr("Add a rule"));
}

} // namespace sluice::app
