// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/trafficpicture.h"

#include "app/support/palette.h"
#include "app/widgets/splitbar.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace sluice::app {

TrafficPicture::TrafficPicture(QWidget *parent)
    : QWidget(parent)
    , m_hitTitle(new QLabel(this))
    , m_first(new SplitBar(this))
    , m_restTitle(new QLabel(this))
    , m_rest(new SplitBar(this))
{
    for (QLabel *title : {m_hitTitle, m_restTitle})
        title->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::tight);
    grid->addWidget(m_hitTitle, 0, 0);
    grid->addWidget(m_first, 0, 1);
    grid->addWidget(m_restTitle, 1, 0);
    grid->addWidget(m_rest, 1, 1);
    grid->setColumnStretch(1, 1);
    retranslate();
}

void TrafficPicture::setHollow(bool hollow)
{
    m_first->setHollow(hollow);
    m_rest->setHollow(hollow);
}

void TrafficPicture::setPolicy(const TrafficPolicy &policy, const QString &current, const QString &target)
{
    const bool byRules = policy.kind == TrafficPolicy::Kind::Rules;
    m_hitTitle->setVisible(byRules);
    m_restTitle->setVisible(byRules);
    m_rest->setVisible(byRules);
    m_first->setSplit(current, target, byRules ? policy.share : policy.percentage);
    m_rest->setSplit(current, target, 0);
    nameFirst();
}

/// Where it stands alone it is about all requests.
void TrafficPicture::nameFirst()
{
    m_first->setSubject(m_rest->isHidden() ? QString() : m_hitTitle->text());
}

void TrafficPicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficPicture::retranslate()
{
    m_hitTitle->setText(tr("Requests that match"));
    m_restTitle->setText(tr("All others"));
    m_rest->setSubject(m_restTitle->text());
    nameFirst();
}

} // namespace sluice::app
