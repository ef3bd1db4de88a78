// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterlistpage.h"

class QComboBox;

namespace sluice::app {

/// The releases of a workspace, or of the whole cluster (Overview): those that need a look first.
class ReleasesPage : public ClusterListPage
{
    Q_OBJECT

public:
    enum class Scope { Workspace, Cluster };

    ReleasesPage(const PageContext &context, Scope scope, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;
    QList<RowAction> releaseActions() const override;

protected:
    RowMaker rowMaker(const ClusterSnapshot &snapshot) const override;
    QString countWord(const QList<KeyedRow> &rows) const override;
    void present() override;
    void entered() override;
    void retranslate() override;

private:
    enum class Show { All, InProgress, Alarms, Ended };

    QList<RowAction> offers(const QModelIndex &source);
    static bool isShown(const ObservedRelease &observed, Show show, Scope scope);
    void go(Section section, const QString &object);

    Scope m_scope;
    QComboBox *m_show;
    QAction *m_new;
};

} // namespace sluice::app
