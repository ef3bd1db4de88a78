// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/clusterpage.h"

class QGridLayout;
class QStackedWidget;

namespace sluice::app {

class EmptyPage;
class PageSection;

/// A page of one thing of a cluster: sections in a column that scrolls, and one sentence where the thing is gone.
class DetailPage : public ClusterPage
{
    Q_OBJECT

protected:
    /// What the links of a page's texts begin with.
    static constexpr QLatin1StringView apiLink{"api/"};
    static constexpr QLatin1StringView upstreamLink{"upstream/"};

    DetailPage(const PageContext &context, const QString &icon, QWidget *parent);

    enum class Width { Whole, Left, Right };
    /// Left and Right stand beside each other.
    PageSection *addSection(QWidget *content, Width width = Width::Whole);

    EmptyPage *empty() const { return m_empty; }
    /// Off: the sentence of empty() stands instead.
    void setPresent(bool present);
    /// The title has become known, or is another one now.
    void announceTitle();

    void entered() override;

private:
    QGridLayout *m_grid;
    EmptyPage *m_empty;
    QWidget *m_scroll;
    QStackedWidget *m_stack;
    QString m_title; ///< announced last
};

} // namespace sluice::app
