// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/detailpage.h"

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class CodeView;
class FactsView;
class OfferBar;

/// One upstream: its nodes, and who would notice if it went (E16, E22).
class UpstreamPage : public DetailPage
{
    Q_OBJECT

public:
    explicit UpstreamPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;

protected:
    void present() override;
    void retranslate() override;

private:
    const Upstream *upstream() const;
    void presentFacts(const Upstream &upstream);
    void presentUsers(const Upstream &upstream);
    void goTo(Section section, const QString &object, const QString &workspace);

    OfferBar *m_offers;
    FactsView *m_facts;
    KeyedTableModel *m_nodeRows;
    ListView *m_nodes;
    KeyedTableModel *m_apiRows;
    ListView *m_apis;
    KeyedTableModel *m_releaseRows;
    ListView *m_releases;
    CodeView *m_json;
    PageSection *m_factsSection;
    PageSection *m_nodesSection;
    PageSection *m_apisSection;
    PageSection *m_releasesSection;
    PageSection *m_jsonSection;
};

} // namespace sluice::app
