// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/clusterdirectory.h"
#include "app/support/pagecontext.h"
#include "app/widgets/rowaction.h"

class QStackedWidget;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class Banner;
class EmptyPage;
class FilterLine;
class ListView;

/// The list of clusters (B1), each with Open; clusters are added, changed, ordered, imported and exported here.
class ClustersPage : public Page
{
    Q_OBJECT

public:
    explicit ClustersPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;
    QWidget *tools() override;
    void refresh() override;
    void focusFilter() override;
    ListView *mainList() const override { return m_list; }

protected:
    void entered() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<RowAction> offers(const QModelIndex &source);
    void open(const ClusterProfile &cluster);
    void edit(const ClusterProfile &profile, const QString &secretsOf);
    void duplicate(const ClusterProfile &cluster);
    void askRemoval(const ClusterProfile &cluster);
    void move(const ClusterProfile &cluster, int by);
    void askImport();
    void askExport();
    void say(const Result<void> &result, const QString &success);

    PageContext m_context;
    QAction *m_add;
    QAction *m_import;
    QAction *m_export;
    Banner *m_fault;
    Banner *m_notice;
    KeyedTableModel *m_model;
    ListView *m_list;
    FilterLine *m_filter;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace sluice::app

Q_DECLARE_METATYPE(sluice::ClusterProfile)
