// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pages/welcomepage.h"

#include "app/support/embeddedsimulator.h"
#include "app/support/palette.h"
#include "app/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

WelcomePage::WelcomePage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_fault(new Banner(this))
    , m_text(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_try(new QPushButton(this))
{
    for (QLabel *label : {m_text, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_add->setObjectName(u"add-cluster"_s);
    m_try->setObjectName(u"try-simulator"_s);
    m_add->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::inside);
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(m_try);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fault);
    column->addStretch(2);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addSpacing(space::group);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_try, &QPushButton::clicked, this, &WelcomePage::trySimulator);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Location clusters;
        clusters.extra.insert(u"add"_s, true);
        Q_EMIT navigateTo(clusters);
    });
    retranslate();
}

QString WelcomePage::title() const
{
    return tr("Welcome");
}

void WelcomePage::entered()
{
    setStatus({});
}

void WelcomePage::trySimulator()
{
    m_context.simulator.start();
    if (const auto &fault = m_context.simulator.fault())
        return m_fault->showError(*fault);
    Q_EMIT navigateTo(Location());
}

void WelcomePage::retranslate()
{
    m_text->setText(tr("Sluice steers canary releases on API gateways."));
    m_hint->setText(tr("Add a cluster of Apache APISIX, or try everything first on two demo clusters that this "
                       "program serves itself. They are never mixed with your own."));
    m_add->setText(tr("Add cluster"));
    m_try->setText(tr("Try on the local simulator"));
}

} // namespace sluice::app
