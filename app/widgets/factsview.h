// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace sluice::app {

/// One thing that is known: its name, and what it is.
struct Fact
{
    QString label;
    QString text;
    QString link = {};      ///< what FactsView::linkActivated() says; empty: no link
    bool technical = false; ///< an id, a path, JSON: in the fixed font

    bool operator==(const Fact &) const = default;
};

/// Names and values under each other. Values can be selected and copied; all text is shown as it is.
class FactsView : public QWidget
{
    Q_OBJECT

public:
    explicit FactsView(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

Q_SIGNALS:
    void linkActivated(const QString &link);

private:
    struct Row
    {
        QLabel *label;
        QLabel *value;
    };

    Row makeRow(int at);

    QGridLayout *m_grid;
    QList<Row> m_rows;
    QList<Fact> m_facts;
};

} // namespace sluice::app
