// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/limitseditor.h"

#include "app/support/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int longestWindow = 99'999; ///< seconds
constexpr int largestMinimum = 9'999'999;

QLabel *buddyOf(QWidget *field, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setBuddy(field);
    return label;
}

QLineEdit *numberField(const QString &name, QWidget *parent)
{
    // A decimal comma is a point: whoever types one means that.
    static const QRegularExpression number(u"^[0-9]{1,5}([.,][0-9])?$"_s);
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setValidator(new QRegularExpressionValidator(number, line));
    line->setMaximumWidth(line->fontMetrics().averageCharWidth() * 14);
    return line;
}

} // namespace

LimitsEditor::LimitsEditor(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_limits{{{TrafficLimit::Measure::Errors, nullptr, numberField(u"limit-errors"_s, this)},
                {TrafficLimit::Measure::Median, nullptr, numberField(u"limit-p50"_s, this)},
                {TrafficLimit::Measure::P95, nullptr, numberField(u"limit-p95"_s, this)},
                {TrafficLimit::Measure::P99, nullptr, numberField(u"limit-p99"_s, this)}}}
    , m_secondsLabel(nullptr)
    , m_seconds(new QSpinBox(this))
    , m_minimumLabel(nullptr)
    , m_minimum(new QSpinBox(this))
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::inside);
    grid->setVerticalSpacing(space::tight);
    grid->addWidget(m_title, 0, 0, 1, 9);
    int column = 0;
    for (Field &field : m_limits) {
        field.label = buddyOf(field.most, this);
        grid->addWidget(field.label, 1, column++);
        grid->addWidget(field.most, 1, column++);
        connect(field.most, &QLineEdit::textChanged, this, &LimitsEditor::edited);
    }
    m_secondsLabel = buddyOf(m_seconds, this);
    m_minimumLabel = buddyOf(m_minimum, this);
    m_seconds->setObjectName(u"limit-window"_s);
    m_seconds->setRange(1, longestWindow);
    m_minimum->setObjectName(u"limit-minimum"_s);
    m_minimum->setRange(0, largestMinimum);
    auto *judged = new QHBoxLayout;
    judged->setSpacing(space::inside);
    const QList<QWidget *> parts{m_secondsLabel, m_seconds, m_minimumLabel, m_minimum};
    for (QWidget *part : parts)
        judged->addWidget(part);
    judged->addStretch();
    grid->addLayout(judged, 2, 0, 1, 9);
    grid->setColumnStretch(8, 1);
    connect(m_seconds, &QSpinBox::valueChanged, this, &LimitsEditor::edited);
    connect(m_minimum, &QSpinBox::valueChanged, this, &LimitsEditor::edited);
    setLimits({});
    retranslate();
}

TrafficLimits LimitsEditor::limits() const
{
    TrafficLimits limits;
    for (const Field &field : m_limits) {
        bool typed = false;
        const double most = field.most->text().replace(u',', u'.').toDouble(&typed);
        if (typed)
            limits.limits.append({field.measure, most});
    }
    if (limits.isEmpty())
        return limits;
    limits.seconds = m_seconds->value();
    limits.minimum = m_minimum->value();
    return limits;
}

void LimitsEditor::setLimits(const TrafficLimits &limits)
{
    for (const Field &field : m_limits) {
        const auto found = std::find_if(limits.limits.begin(), limits.limits.end(),
                                        [&field](const TrafficLimit &limit) { return limit.measure == field.measure; });
        field.most->setText(found == limits.limits.end() ? QString() : QString::number(found->most));
    }
    m_seconds->setValue(limits.seconds);
    m_minimum->setValue(limits.minimum);
}

QString LimitsEditor::problem() const
{
    const TrafficLimits typed = limits();
    const bool beyond = std::any_of(typed.limits.begin(), typed.limits.end(), [](const TrafficLimit &limit) {
        return limit.measure == TrafficLimit::Measure::Errors && limit.most >= 100;
    });
    return beyond ? tr("A limit of 100 % errors is never broken.") : QString();
}

QList<QWidget *> LimitsEditor::fields() const
{
    QList<QWidget *> fields;
    for (const Field &field : m_limits)
        fields.append(field.most);
    return fields << m_seconds << m_minimum;
}

void LimitsEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LimitsEditor::retranslate()
{
    m_title->setText(tr("Limits: what the target's answers may be at most; blank for none"));
    const std::array words{tr("Errors, %"), tr("Median, ms"), tr("p95, ms"), tr("p99, ms")};
    for (std::size_t at = 0; at < words.size(); ++at) {
        m_limits[at].label->setText(words[at]);
        m_limits[at].most->setPlaceholderText(tr("none"));
    }
    m_secondsLabel->setText(tr("Judged over"));
    m_seconds->setSuffix(tr(" s"));
    m_minimumLabel->setText(tr("and at least so many answers"));
}

} // namespace sluice::app
