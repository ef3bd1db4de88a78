// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterlistpage.h"

namespace sluice::app {

/// Routes and services of a workspace, each with the badge of its release in progress (B3, B11).
class ApisPage : public ClusterListPage
{
    Q_OBJECT

public:
    explicit ApisPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;

protected:
    RowMaker rowMaker(const ClusterSnapshot &snapshot) const override;
    QString countWord(const QList<KeyedRow> &rows) const override;
    void retranslate() override;

private:
    QList<RowAction> offers(const QModelIndex &source);
    RowAction labelling(const Api &api);
    QList<Api> meantBy(const Api &api) const;
    void openLabelling(const QList<Api> &apis);
};

} // namespace sluice::app
