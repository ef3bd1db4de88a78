// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/upstreamspage.h"

#include "app/dialogs/upstreamdialog.h"
#include "app/support/icons.h"
#include "app/support/upstreamoffers.h"
#include "app/widgets/emptypage.h"
#include "core/models/upstreamrows.h"

#include <QAction>

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
                        {u"id"_s, 18, false, false, true}},
                       static_cast<int>(UpstreamColumn::Name)},
                      parent)
    , m_new(new QAction(icon(u"add"_s), QString(), this))
{
    connect(m_new, &QAction::triggered, this, &UpstreamsPage::openNew);
    list()->setRowActions([this](const QModelIndex &source) { return offers(source); });
    retranslate();
}

QString UpstreamsPage::title() const
{
    return tr("Upstreams");
}

QList<QAction *> UpstreamsPage::toolActions()
{
    return {m_new};
}

ClusterListPage::RowMaker UpstreamsPage::rowMaker(const ClusterSnapshot &snapshot) const
{
    return [snapshot, workspace = location().workspace] { return upstreamRows(snapshot, workspace); };
}

QString UpstreamsPage::countWord(const QList<KeyedRow> &rows) const
{
    return tr("%n upstream(s)", "", static_cast<int>(rows.size()));
}

QList<RowAction> UpstreamsPage::offers(const QModelIndex &source)
{
    const Upstream upstream = source.data(KeyedTableModel::PayloadRole).value<Upstream>();
    const QString id = upstream.id();
    RowAction view;
    view.text = tr("View");
    view.place = RowAction::Place::Primary;
    view.trigger = [this, id] { Q_EMIT navigateTo(elsewhere(Section::UpstreamDetail, id)); };
    QList<RowAction> all{view};
    if (watch() != nullptr)
        all += upstreamOffers(this, context().operations, *watch(), upstream);
    return all;
}

void UpstreamsPage::openNew()
{
    const SharedSession session = watch() == nullptr ? nullptr : watch()->session();
    if (!session)
        return;
    auto *dialog = new UpstreamDialog(session, location().workspace, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UpstreamDialog::saved, this, &UpstreamsPage::refresh);
    dialog->open();
}

void UpstreamsPage::present()
{
    const bool open = watch() != nullptr && watch()->session() != nullptr;
    m_new->setEnabled(open && refusal().isEmpty());
    m_new->setToolTip(refusal().isEmpty() ? tr("Create an upstream") : refusal());
    ClusterListPage::present();
}

void UpstreamsPage::retranslate()
{
    m_new->setText(tr("New"));
    list()->setAccessibleName(tr("Upstreams"));
    empty()->setText(tr("This workspace holds no upstreams."),
                     tr("A release needs two: the current one and the target."));
    empty()->setAction(m_new);
    ClusterListPage::retranslate();
}

} // namespace sluice::app
