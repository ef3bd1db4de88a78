// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/clusterdirectory.h"
#include "app/support/pagecontext.h"

class QStackedWidget;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class Banner;
class EmptyPage;
class FilterLine;
class ListView;

/// The list of clusters (B1), each with Open.
class ClustersPage : public Page
{
    Q_OBJECT

public:
    explicit ClustersPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void refresh() override;
    void focusFilter() override;

protected:
    void entered() override;
    void retranslate() override;

private:
    void open(const ClusterProfile &cluster);

    PageContext m_context;
    Banner *m_fault;
    KeyedTableModel *m_model;
    ListView *m_list;
    FilterLine *m_filter;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::ClusterProfile)
