// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;

namespace sluice::app {

/// Every action of the window, by a stable id. Two actions never share a key sequence.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The text is asked for again when the language changes. A key sequence that is taken is left out.
    QAction *add(const QString &id, const std::function<QString()> &text, const QList<QKeySequence> &keys,
                 const QString &iconName = {});
    QAction *action(const QString &id) const { return m_actions.value(id); }
    QList<QAction *> actions() const { return m_order; }
    void retranslate();

private:
    QHash<QString, QAction *> m_actions;
    QList<QAction *> m_order;
    QHash<QAction *, std::function<QString()>> m_texts;
};

} // namespace sluice::app
