// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/backendfaults.h"

#include "app/support/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sluice::app {

namespace {

constexpr int longestDelay = 5000; ///< ms
constexpr int delayStep = 50;

} // namespace

/// The sliders and numbers of one upstream; the cells belong to the grid.
class FaultRow : public QObject
{
public:
    FaultRow(QWidget *parent, const Upstream &upstream)
        : QObject(parent)
        , m_delay(new QSlider(Qt::Horizontal, parent))
        , m_delayNumber(new QSpinBox(parent))
        , m_errors(new QSlider(Qt::Horizontal, parent))
        , m_errorsNumber(new QSpinBox(parent))
    {
        couple(m_delay, m_delayNumber, longestDelay, BackendFaults::tr("Delay of %1").arg(upstream.name()));
        couple(m_errors, m_errorsNumber, 100, BackendFaults::tr("Errors of %1").arg(upstream.name()));
        m_delay->setPageStep(delayStep);
        m_delayNumber->setSingleStep(delayStep);
        m_delayNumber->setSuffix(u" ms"_s);
        m_errorsNumber->setSuffix(u" %"_s);
        m_delay->setObjectName(u"delay-"_s + upstream.id());
        m_errors->setObjectName(u"errors-"_s + upstream.id());
        m_rest.setSingleShot(true);
        m_rest.setInterval(150ms);
    }

    void place(QGridLayout *grid, int row) const
    {
        grid->addWidget(m_delay, row, 1);
        grid->addWidget(m_delayNumber, row, 2);
        grid->addWidget(m_errors, row, 4);
        grid->addWidget(m_errorsNumber, row, 5);
    }

    void setFault(const SimulatedFault &fault)
    {
        const bool held = m_rest.isActive() || m_delay->isSliderDown() || m_errors->isSliderDown() ||
                          m_delayNumber->hasFocus() || m_errorsNumber->hasFocus();
        if (held)
            return;
        m_taking = true;
        m_delayNumber->setValue(fault.delay);
        m_errorsNumber->setValue(fault.errorRate);
        m_taking = false;
    }

    SimulatedFault fault() const { return {m_delayNumber->value(), m_errorsNumber->value()}; }
    QTimer &rest() { return m_rest; }

private:
    void couple(QSlider *slider, QSpinBox *number, int most, const QString &name)
    {
        slider->setRange(0, most);
        number->setRange(0, most);
        slider->setAccessibleName(name);
        number->setAccessibleName(name);
        connect(slider, &QSlider::valueChanged, number, &QSpinBox::setValue);
        connect(number, &QSpinBox::valueChanged, slider, &QSlider::setValue);
        connect(number, &QSpinBox::valueChanged, this, [this] {
            if (!m_taking)
                m_rest.start();
        });
    }

    QSlider *m_delay;
    QSpinBox *m_delayNumber;
    QSlider *m_errors;
    QSpinBox *m_errorsNumber;
    QTimer m_rest;
    bool m_taking = false;
};

BackendFaults::BackendFaults(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void BackendFaults::setUpstreams(const QList<Upstream> &upstreams)
{
    const auto same = [](const Upstream &a, const Upstream &b) {
        return a.id() == b.id() && a.name() == b.name() && a.nodes() == b.nodes();
    };
    if (std::equal(upstreams.cbegin(), upstreams.cend(), m_upstreams.cbegin(), m_upstreams.cend(), same))
        return;
    m_upstreams = upstreams;
    rebuild();
}

void BackendFaults::setFaults(const QMap<QString, SimulatedFault> &faults)
{
    m_faults = faults;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        row.value()->setFault(faults.value(row.key()));
}

void BackendFaults::addHead(QGridLayout *grid)
{
    const auto add = [this, grid](const QString &text, int column, int span) {
        auto *label = new QLabel(text, widget());
        label->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(label, 0, column, 1, span);
    };
    add(tr("Upstream"), 0, 1);
    add(tr("Delay of every answer"), 1, 2);
    add(tr("Answers that are an error"), 4, 2);
}

void BackendFaults::rebuild()
{
    m_rows.clear();
    setWidget(new QWidget);
    auto *grid = new QGridLayout(widget());
    grid->setContentsMargins(0, space::inside, space::group, space::inside);
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::inside);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    grid->setColumnMinimumWidth(3, space::inside);
    addHead(grid);
    int line = 1;
    for (const Upstream &upstream : std::as_const(m_upstreams)) {
        auto *name = new QLabel(upstream.name(), widget());
        name->setTextFormat(Qt::PlainText);
        name->setToolTip(upstream.nodes().join(u'\n'));
        grid->addWidget(name, line, 0);
        auto *row = new FaultRow(widget(), upstream);
        row->place(grid, line);
        row->setFault(m_faults.value(upstream.id()));
        const QString id = upstream.id();
        connect(&row->rest(), &QTimer::timeout, this, [this, row, id] { Q_EMIT faultWanted(id, row->fault()); });
        m_rows.insert(id, row);
        ++line;
    }
    grid->setRowStretch(line, 1);
}

void BackendFaults::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace sluice::app
