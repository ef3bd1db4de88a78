// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterlistpage.h"

namespace sluice::app {

/// Upstreams of a workspace, and who uses them (B3).
class UpstreamsPage : public ClusterListPage
{
    Q_OBJECT

public:
    explicit UpstreamsPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;

protected:
    RowMaker rowMaker(const ClusterSnapshot &snapshot) const override;
    QString countWord(const QList<KeyedRow> &rows) const override;
    void present() override;
    void retranslate() override;

private:
    QList<RowAction> offers(const QModelIndex &source);
    void openNew();

    QAction *m_new;
};

} // namespace sluice::app
