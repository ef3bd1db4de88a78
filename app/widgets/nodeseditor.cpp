// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/nodeseditor.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "app/widgets/fieldhint.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int heaviest = 10'000;

} // namespace

NodesEditor::NodesEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_add(new QPushButton(icon(u"add"_s), tr("Node"), this))
    , m_hint(new FieldHint(this, this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(space::tight);
    m_add->setAutoDefault(false);
    m_add->setObjectName(u"add-node"_s);
    m_add->setAccessibleName(tr("Add a node"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addLayout(m_column);
    column->addWidget(m_hint);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({})->host->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
}

void NodesEditor::setNodes(const QList<UpstreamDraft::Node> &nodes)
{
    while (!m_lines.isEmpty())
        removeLine(m_lines.first().widget);
    for (const UpstreamDraft::Node &node : nodes)
        addLine(node);
    if (nodes.isEmpty())
        addLine({});
}

NodesEditor::Line *NodesEditor::addLine(const UpstreamDraft::Node &node)
{
    Line line{};
    line.widget = new QWidget(this);
    line.host = new QLineEdit(node.host, line.widget);
    line.port = new QLineEdit(node.port, line.widget);
    line.weight = new QSpinBox(line.widget);
    line.remove = new QToolButton(line.widget);
    line.hint = new FieldHint(line.host, line.widget);
    line.host->setObjectName(u"host"_s);
    line.port->setObjectName(u"port"_s);
    line.host->setPlaceholderText(tr("Host or address"));
    line.host->setAccessibleName(tr("Host of the node"));
    line.port->setPlaceholderText(tr("Port"));
    line.port->setAccessibleName(tr("Port of the node"));
    line.port->setFixedWidth(fontMetrics().horizontalAdvance(u"000000000"_s));
    line.weight->setRange(0, heaviest);
    line.weight->setValue(node.weight);
    line.weight->setPrefix(tr("weight "));
    line.weight->setAccessibleName(tr("Weight of the node"));
    line.remove->setIcon(icon(u"close"_s));
    line.remove->setAutoRaise(true);
    line.remove->setToolTip(tr("Remove this node"));
    line.remove->setAccessibleName(tr("Remove this node"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::inside);
    row->addWidget(line.host, 1);
    row->addWidget(line.port);
    row->addWidget(line.weight);
    row->addWidget(line.remove);
    auto *column = new QVBoxLayout(line.widget);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addLayout(row);
    column->addWidget(line.hint);
    m_column->addWidget(line.widget);
    m_lines.append(line);
    // The button that adds one stays behind them all.
    setTabOrder(m_add, line.host);
    setTabOrder(line.host, line.port);
    setTabOrder(line.port, line.weight);
    setTabOrder(line.weight, line.remove);
    setTabOrder(line.remove, m_add);
    connect(line.host, &QLineEdit::textEdited, this, [this, line] {
        splitAddress(line);
        Q_EMIT changed();
    });
    connect(line.port, &QLineEdit::textEdited, this, &NodesEditor::changed);
    connect(line.weight, &QSpinBox::valueChanged, this, &NodesEditor::changed);
    connect(line.remove, &QToolButton::clicked, this, [this, widget = line.widget] {
        removeLine(widget);
        if (m_lines.isEmpty())
            addLine({});
        m_lines.last().host->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    return &m_lines.last();
}

void NodesEditor::removeLine(const QWidget *line)
{
    const auto found =
        std::find_if(m_lines.cbegin(), m_lines.cend(), [line](const Line &known) { return known.widget == line; });
    if (found == m_lines.cend())
        return;
    found->widget->hide();
    found->widget->deleteLater();
    m_lines.erase(found);
}

void NodesEditor::splitAddress(const Line &line)
{
    static const QRegularExpression pasted(u"^\\s*(?:https?://)?([^:/\\s]+|\\[[^\\]]+\\]):(\\d+)/?\\s*$"_s);
    static const QRegularExpression typed(u"^([^:\\s]+|\\[[^\\]]+\\]):$"_s);
    if (const auto host = typed.match(line.host->text()); host.hasMatch()) {
        line.host->setText(host.captured(1));
        line.port->setFocus(Qt::OtherFocusReason);
        line.port->selectAll();
    } else if (const auto address = pasted.match(line.host->text()); address.hasMatch()) {
        line.host->setText(address.captured(1));
        line.port->setText(address.captured(2));
    }
}

bool NodesEditor::isBlank(const Line &line)
{
    return line.host->text().trimmed().isEmpty() && line.port->text().trimmed().isEmpty();
}

QList<UpstreamDraft::Node> NodesEditor::nodes() const
{
    QList<UpstreamDraft::Node> nodes;
    for (const Line &line : m_lines) {
        if (!isBlank(line))
            nodes.append({line.host->text().trimmed(), line.port->text().trimmed(), line.weight->value()});
    }
    return nodes;
}

void NodesEditor::showProblems(const QList<UpstreamProblem> &problems, bool missing)
{
    QHash<int, QString> texts;
    for (const UpstreamProblem &problem : problems) {
        if (problem.field == UpstreamField::Nodes && !texts.contains(problem.node))
            texts.insert(problem.node, problem.text);
    }
    m_hint->setProblem(missing ? texts.value(-1) : QString());
    int at = 0;
    for (const Line &line : std::as_const(m_lines))
        line.hint->setProblem(isBlank(line) ? QString() : texts.value(at++));
}

} // namespace sluice::app
