// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/factsview.h"

#include "app/support/palette.h"
#include "app/widgets/linklabel.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// Of the first line as it is laid out: a font that falls back for Chinese is taller than the one asked for. By it,
/// names and values stand on one base line.
int ascentOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text.section(u'\n', 0, 0), font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? qRound(line.ascent()) : QFontMetrics(font).ascent();
}

} // namespace

FactsView::FactsView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(space::group);
    m_grid->setVerticalSpacing(space::inside);
    m_grid->setColumnStretch(1, 1);
}

FactsView::Row FactsView::makeRow(int at)
{
    Row row{new QLabel(this), new LinkLabel(this)};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    row.value->setWordWrap(true);
    row.value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    connect(row.value, &QLabel::linkActivated, this, &FactsView::linkActivated);
    m_grid->addWidget(row.label, at, 0);
    m_grid->addWidget(row.value, at, 1);
    return row;
}

void FactsView::setFacts(const QList<Fact> &facts)
{
    // What stays is left alone, so that a refresh takes away neither a selection nor the focus.
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (m_rows.size() < facts.size())
        m_rows.append(makeRow(static_cast<int>(m_rows.size())));
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        const bool used = at < facts.size();
        row.label->setVisible(used);
        row.value->setVisible(used);
        if (!used)
            continue;
        const Fact &fact = facts.at(at);
        const bool isLink = !fact.link.isEmpty();
        row.label->setText(fact.label);
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        row.value->setFont(fact.technical ? fixed : font());
        const int lower = ascentOf(fact.text, row.value->font()) - ascentOf(fact.label, font());
        row.label->setContentsMargins(0, std::max(lower, 0), 0, 0);
        row.value->setContentsMargins(0, std::max(-lower, 0), 0, 0);
        row.value->setTextFormat(isLink ? Qt::RichText : Qt::PlainText);
        row.value->setText(isLink ? u"<a href=\"%1\">%2</a>"_s.arg(fact.link.toHtmlEscaped(), fact.text.toHtmlEscaped())
                                  : fact.text);
        row.value->setTextInteractionFlags(isLink ? Qt::TextBrowserInteraction : Qt::TextSelectableByMouse);
        row.value->setAccessibleName(fact.text); // a link is marked up
        row.value->setAccessibleDescription(fact.label);
    }
}

} // namespace sluice::app
