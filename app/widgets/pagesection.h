// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace sluice::app {

class SectionTitle;

/// A titled part of a page, with room for buttons at the right of its title.
class PageSection : public QWidget
{
    Q_OBJECT

public:
    explicit PageSection(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// At the right of the title.
    void addTool(QWidget *tool);

private:
    SectionTitle *m_title;
    QHBoxLayout *m_head;
};

} // namespace sluice::app
