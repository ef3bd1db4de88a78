// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterrow.h"
#include "app/pages/page.h"

#include <functional>

class QStackedLayout;

namespace sluice::app {

class EmptyPage;
class FilterLine;
class KeyedTableModel;
class ListView;

/// The list of clusters (B1), each with Open.
class ClustersPage : public Page
{
    Q_OBJECT

public:
    explicit ClustersPage(std::function<QList<ClusterRow>()> clusters, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void refresh() override;
    void focusFilter() override;

protected:
    void entered() override;
    void retranslate() override;

private:
    void open(const ClusterRow &cluster);

    std::function<QList<ClusterRow>()> m_clusters;
    KeyedTableModel *m_model;
    ListView *m_list;
    FilterLine *m_filter;
    EmptyPage *m_empty;
    QStackedLayout *m_layout;
};

} // namespace sluice::app
