// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/upstreamspage.h"

#include "app/widgets/emptypage.h"
#include "core/models/upstreamrows.h"

using namespace Qt::StringLiterals;

namespace sluice::app {

UpstreamsPage::UpstreamsPage(const PageContext &context, QWidget *parent)
    : ClusterListPage(context,
                      {u"upstreams"_s,
                       u"upstreams"_s,
                       upstreamHeaders,
                       {{u"name"_s, 24, false, false, false},
                        {u"nodes"_s, 0, true, false, false},
                        {u"balancing"_s, 14, false, false, false},
                        {u"used-by"_s, 28, false, false, false},
                        {u"id"_s, 18, false, false, true}}},
                      parent)
{
    list()->setRowActions([this](const QModelIndex &source) { return offers(source); });
    retranslate();
}

QString UpstreamsPage::title() const
{
    return tr("Upstreams");
}

QList<KeyedRow> UpstreamsPage::rows(const ClusterSnapshot &snapshot) const
{
    return upstreamRows(snapshot, location().workspace);
}

QString UpstreamsPage::countWord(int rows) const
{
    return tr("%n upstream(s)", "", rows);
}

QList<RowAction> UpstreamsPage::offers(const QModelIndex &source)
{
    const QString id = source.data(KeyedTableModel::KeyRole).toString();
    RowAction view;
    view.text = tr("View");
    view.place = RowAction::Place::Primary;
    view.trigger = [this, id] { Q_EMIT navigateTo(elsewhere(Section::UpstreamDetail, id)); };
    return {view};
}

void UpstreamsPage::retranslate()
{
    list()->setAccessibleName(tr("Upstreams"));
    empty()->setText(tr("This workspace holds no upstreams."),
                     tr("A release needs two: the current one and the target."));
    ClusterListPage::retranslate();
}

} // namespace sluice::app
