// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterlistpage.h"

namespace sluice::app {

/// The workspaces of a cluster (B2), each with Open.
class WorkspacesPage : public ClusterListPage
{
    Q_OBJECT

public:
    explicit WorkspacesPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;

protected:
    RowMaker rowMaker(const ClusterSnapshot &snapshot) const override;
    QString countWord(const QList<KeyedRow> &rows) const override;
    void retranslate() override;

private:
    void open(const QString &workspace);

    QAction *m_rules;
};

} // namespace sluice::app
