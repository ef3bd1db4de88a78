// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/clustersecrets.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sluice::app {

/// Fixed extra headers of a cluster's Admin API: names, and values that are secrets and never shown. A value that is
/// not typed stays what it was.
class HeadersEditor : public QWidget
{
    Q_OBJECT

public:
    explicit HeadersEditor(QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    QStringList names() const;
    /// The typed values over those that were kept.
    QList<QPair<QByteArray, QByteArray>> values(const QList<QPair<QByteArray, QByteArray>> &kept) const;
    bool hasTypedValues() const;

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QWidget *widget;
        QLineEdit *name;
        QLineEdit *value;
    };

    void addLine(const QString &name);
    void removeLine(const QWidget *line);

    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Line> m_lines;
};

} // namespace sluice::app
