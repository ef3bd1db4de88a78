// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/upstreamdraft.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace sluice::app {

class FieldHint;

/// The nodes of an upstream: a line each for host, port and weight, with what is wrong under the line. A host:port that
/// is pasted into the host falls into both fields; a colon that is typed there leads to the port.
class NodesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit NodesEditor(QWidget *parent = nullptr);

    void setNodes(const QList<UpstreamDraft::Node> &nodes);
    /// Lines without host and port are left out.
    QList<UpstreamDraft::Node> nodes() const;
    /// Problems of UpstreamField::Nodes, by place in nodes(). missing: also say what is not typed yet.
    void showProblems(const QList<UpstreamProblem> &problems, bool missing);

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QWidget *widget;
        QLineEdit *host;
        QLineEdit *port;
        QSpinBox *weight;
        QToolButton *remove;
        FieldHint *hint;
    };

    Line *addLine(const UpstreamDraft::Node &node);
    void removeLine(const QWidget *line);
    void splitAddress(const Line &line);
    static bool isBlank(const Line &line);

    QVBoxLayout *m_column;
    QPushButton *m_add;
    FieldHint *m_hint;
    QList<Line> m_lines;
};

} // namespace sluice::app
