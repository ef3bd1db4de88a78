// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/headerseditor.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

HeadersEditor::HeadersEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_add(new QPushButton(icon(u"add"_s), tr("Header"), this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(space::tight);
    m_add->setAutoDefault(false);
    m_add->setAccessibleName(tr("Add a header"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addLayout(m_column);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({});
        m_lines.last().name->setFocus(Qt::OtherFocusReason);
    });
}

void HeadersEditor::setNames(const QStringList &names)
{
    while (!m_lines.isEmpty())
        removeLine(m_lines.first().widget);
    for (const QString &name : names)
        addLine(name);
}

void HeadersEditor::addLine(const QString &name)
{
    Line line{};
    line.widget = new QWidget(this);
    line.name = new QLineEdit(name, line.widget);
    line.name->setPlaceholderText(tr("Name"));
    line.name->setAccessibleName(tr("Name of the header"));
    line.value = new QLineEdit(line.widget);
    line.value->setEchoMode(QLineEdit::Password);
    line.value->setPlaceholderText(name.isEmpty() ? tr("Value, kept as a secret") : tr("kept; type to replace it"));
    line.value->setAccessibleName(tr("Value of the header"));
    auto *remove = new QToolButton(line.widget);
    remove->setIcon(icon(u"close"_s));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this header"));
    remove->setAccessibleName(tr("Remove this header"));
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins({});
    row->setSpacing(space::inside);
    row->addWidget(line.name, 1);
    row->addWidget(line.value, 1);
    row->addWidget(remove);
    m_column->addWidget(line.widget);
    m_lines.append(line);
    // The button that adds one stays behind them all.
    setTabOrder(m_add, line.name);
    setTabOrder(line.name, line.value);
    setTabOrder(line.value, remove);
    setTabOrder(remove, m_add);
    connect(line.name, &QLineEdit::textEdited, this, &HeadersEditor::changed);
    connect(line.value, &QLineEdit::textEdited, this, &HeadersEditor::changed);
    connect(remove, &QToolButton::clicked, this, [this, widget = line.widget] {
        removeLine(widget);
        Q_EMIT changed();
    });
}

void HeadersEditor::removeLine(const QWidget *line)
{
    const auto found =
        std::find_if(m_lines.cbegin(), m_lines.cend(), [line](const Line &known) { return known.widget == line; });
    if (found == m_lines.cend())
        return;
    found->widget->hide();
    found->widget->deleteLater();
    m_lines.erase(found);
}

QStringList HeadersEditor::names() const
{
    QStringList names;
    for (const Line &line : m_lines) {
        if (!line.name->text().trimmed().isEmpty())
            names.append(line.name->text().trimmed());
    }
    return names;
}

QList<QPair<QByteArray, QByteArray>> HeadersEditor::values(const QList<QPair<QByteArray, QByteArray>> &kept) const
{
    QList<QPair<QByteArray, QByteArray>> values;
    for (const Line &line : m_lines) {
        const QByteArray name = line.name->text().trimmed().toUtf8();
        if (name.isEmpty())
            continue;
        QByteArray value = line.value->text().toUtf8();
        const auto known =
            std::find_if(kept.begin(), kept.end(), [&name](const auto &header) { return header.first == name; });
        if (value.isEmpty() && known != kept.end())
            value = known->second;
        values.append({name, value});
    }
    return values;
}

bool HeadersEditor::hasTypedValues() const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.value->text().isEmpty(); });
}

} // namespace sluice::app
