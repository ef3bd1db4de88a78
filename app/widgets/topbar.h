// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/support/location.h"
#include "app/widgets/statechip.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QToolButton;

namespace sluice::app {

/// The top navigation: the places above the clusters at the left, the open cluster and the window's switches at the
/// right.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setCurrentSection(Section section, bool insideCluster);
    /// Environment and reachability of the open cluster; empty words hide it.
    void setCluster(const StateLook &environment, const StateLook &state);
    /// An icon button at the right end.
    QToolButton *addButton(QAction *action);
    QToolButton *languageButton() const { return m_language; }

Q_SIGNALS:
    void chosen(const sluice::app::Location &location);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addPlace(Section section);
    void retranslate();
    void recolour();

    QLabel *m_mark;
    QLabel *m_name;
    QButtonGroup *m_places;
    QToolButton *m_clusters;
    QToolButton *m_simulator;
    QToolButton *m_activity;
    StateChip *m_environment;
    StateChip *m_state;
    QToolButton *m_language;
};

} // namespace sluice::app
