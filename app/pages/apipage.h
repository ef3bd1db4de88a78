// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/detailpage.h"
#include "app/widgets/rowaction.h"
#include "core/release/effectivesplit.h"

class QLabel;

namespace sluice {
class KeyedTableModel;
}

namespace sluice::app {

class CodeView;
class ExplainView;
class FactsView;
class OfferBar;
class SplitView;
class StateChip;

/// One API: what it is, who gets its traffic and why, its release and those before, its routes where it is a service
/// (B11, B23, E7, E9, E17, E20).
class ApiPage : public DetailPage
{
    Q_OBJECT

public:
    explicit ApiPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QList<QAction *> toolActions() override;
    void refresh() override;

protected:
    void entered() override;
    void present() override;
    void retranslate() override;

private:
    const Api *api() const;
    void presentFacts(const Api &api);
    void presentRelease(const Api &api);
    void presentLists(const Api &api);
    void presentExplain(const Api &api);
    QList<RowAction> offersOf(const Api &api);
    QList<RowAction> offersOfSplit(const Api &api, ApiCondition condition);
    QList<RowAction> offersOfRoute(const QModelIndex &source);
    QList<RowAction> offersOfRelease(const QModelIndex &source);
    /// Reads what lies around the API: once for each state of it.
    void readSplit();
    static QCoro::Task<void> readAround(QPointer<ApiPage> self, SharedSession session, Api api, int generation);
    void showSplit();
    void newRelease();
    void openLink(const QString &link);
    void goTo(Section section, const QString &object, const QString &workspace);

    QAction *m_new;
    FactsView *m_facts;
    SplitView *m_split;
    QWidget *m_release;
    StateChip *m_chip;
    QLabel *m_releaseText;
    OfferBar *m_offers;
    KeyedTableModel *m_routeRows;
    ListView *m_routes;
    KeyedTableModel *m_historyRows;
    ListView *m_history;
    FactsView *m_plugins;
    QLabel *m_noPlugins;
    ExplainView *m_explain;
    CodeView *m_json;
    PageSection *m_factsSection;
    PageSection *m_splitSection;
    PageSection *m_releaseSection;
    PageSection *m_routesSection;
    PageSection *m_historySection;
    PageSection *m_explainSection;
    PageSection *m_pluginsSection;
    PageSection *m_jsonSection;
    SharedSession m_explained; ///< who answers the explanations
    int m_generation = 0;
    QString m_readOf; ///< which state of which API the split shown belongs to
    std::optional<Surroundings> m_around;
    std::optional<Error> m_splitFault;
};

} // namespace sluice::app
