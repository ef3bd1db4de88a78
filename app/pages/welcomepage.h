// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pages/page.h"
#include "app/support/pagecontext.h"

class QLabel;
class QPushButton;

namespace sluice::app {

class Banner;

/// The first start, without a cluster (B1a): add one, or try the local simulator.
class WelcomePage : public Page
{
    Q_OBJECT

public:
    explicit WelcomePage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void entered() override;
    void retranslate() override;

private:
    void trySimulator();

    PageContext m_context;
    Banner *m_fault;
    QLabel *m_text;
    QLabel *m_hint;
    QPushButton *m_add;
    QPushButton *m_try;
};

} // namespace sluice::app
