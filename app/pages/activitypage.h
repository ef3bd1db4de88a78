// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/pagecontext.h"
#include "app/widgets/rowaction.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace sluice::app {

class EmptyPage;
class FilterLine;

/// What this program sent to the gateways since it was started: when, for which action, with what outcome. Each request
/// can be copied as a line for a shell; keys are in none of it.
class ActivityPage : public Page
{
    Q_OBJECT

public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void focusFilter() override;
    ListView *mainList() const override { return m_list; }

protected:
    void entered() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Show { ChangesAndFailures, All };

    QList<RowAction> offers(const QModelIndex &source) const;
    void narrow();
    void showCount();

    PageContext m_context;
    QPushButton *m_clear;
    QWidget *m_tools;
    FilterLine *m_filter;
    QComboBox *m_show;
    ListView *m_list;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace sluice::app
