// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/policyeditor.h"

#include "app/dialogs/lastdigitdialog.h"
#include "app/support/palette.h"
#include "app/widgets/ruleeditor.h"
#include "app/widgets/trafficpicture.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

PolicyEditor::PolicyEditor(QWidget *parent)
    : QWidget(parent)
    , m_byPercentage(new QRadioButton(this))
    , m_byRules(new QRadioButton(this))
    , m_percentagePart(new QWidget(this))
    , m_shareTitle(new QLabel(m_percentagePart))
    , m_slider(new QSlider(Qt::Horizontal, m_percentagePart))
    , m_number(new QSpinBox(m_percentagePart))
    , m_sticky(new QPushButton(m_percentagePart))
    , m_rules(new RuleEditor(this))
    , m_picture(new TrafficPicture(this))
{
    m_byPercentage->setObjectName(u"by-percentage"_s);
    m_byRules->setObjectName(u"by-rules"_s);
    m_slider->setRange(0, 100);
    m_slider->setObjectName(u"share-slider"_s);
    m_number->setRange(0, 100);
    m_number->setObjectName(u"share"_s);
    m_shareTitle->setBuddy(m_number);
    m_sticky->setAutoDefault(false);
    m_sticky->setObjectName(u"by-last-digit"_s);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(space::margin);
    kinds->addWidget(m_byPercentage);
    kinds->addWidget(m_byRules);
    kinds->addStretch();
    auto *row = new QHBoxLayout(m_percentagePart);
    row->setContentsMargins({});
    row->setSpacing(space::group);
    row->addWidget(m_shareTitle);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    row->addWidget(m_sticky);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(kinds);
    column->addWidget(m_percentagePart);
    column->addWidget(m_rules);
    column->addWidget(m_picture);

    connect(m_slider, &QSlider::valueChanged, m_number, &QSpinBox::setValue);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
        m_slider->setValue(value);
        changed();
    });
    connect(m_byRules, &QRadioButton::toggled, this, [this] {
        showKind();
        changed();
    });
    connect(m_rules, &RuleEditor::edited, this, &PolicyEditor::changed);
    connect(m_sticky, &QPushButton::clicked, this, &PolicyEditor::makeSticky);
    m_rules->setRules({{Condition()}}, 100);
    m_byPercentage->setChecked(true);
    showKind();
    retranslate();
}

TrafficPolicy PolicyEditor::policy() const
{
    const auto [percentage, rules] = drafts();
    return m_byRules->isChecked() ? rules : percentage;
}

void PolicyEditor::setPolicy(const TrafficPolicy &policy)
{
    const bool byRules = policy.kind == TrafficPolicy::Kind::Rules;
    if (byRules)
        m_rules->setRules(policy.groups, policy.share);
    else
        m_number->setValue(policy.percentage);
    (byRules ? m_byRules : m_byPercentage)->setChecked(true);
    showKind();
    changed();
}

QPair<TrafficPolicy, TrafficPolicy> PolicyEditor::drafts() const
{
    TrafficPolicy percentage;
    percentage.percentage = m_number->value();
    TrafficPolicy rules;
    rules.kind = TrafficPolicy::Kind::Rules;
    rules.groups = m_rules->groups();
    rules.share = m_rules->share();
    return {percentage, rules};
}

void PolicyEditor::setDrafts(const TrafficPolicy &percentage, const TrafficPolicy &rules)
{
    m_number->setValue(percentage.percentage);
    m_rules->setRules(rules.groups, rules.share);
    changed();
}

void PolicyEditor::setUpstreams(const QString &current, const QString &target)
{
    m_current = current;
    m_target = target;
    m_rules->setTarget(target);
    m_picture->setPolicy(policy(), m_current, m_target);
}

void PolicyEditor::setNames(ConditionRow::Names names)
{
    m_rules->setNames(std::move(names));
}

void PolicyEditor::showKind()
{
    m_percentagePart->setVisible(!m_byRules->isChecked());
    m_rules->setVisible(m_byRules->isChecked());
}

/// As one reads: rows and groups come and go, and Qt would visit them in the order in which they were made.
void PolicyEditor::orderTabs()
{
    const QList<QWidget *> order =
        QList<QWidget *>{m_byPercentage, m_byRules, m_slider, m_number, m_sticky} + m_rules->fields();
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order.at(at - 1), order.at(at));
}

void PolicyEditor::changed()
{
    orderTabs();
    m_picture->setPolicy(policy(), m_current, m_target);
    Q_EMIT edited();
}

void PolicyEditor::makeSticky()
{
    auto *dialog = new LastDigitDialog(m_number->value(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        TrafficPolicy sticky;
        sticky.kind = TrafficPolicy::Kind::Rules;
        sticky.groups = {{dialog->condition()}};
        setPolicy(sticky);
    });
    dialog->open();
}

void PolicyEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PolicyEditor::retranslate()
{
    m_byPercentage->setText(tr("By percentage"));
    m_byRules->setText(tr("By rules"));
    m_shareTitle->setText(tr("Target share"));
    m_slider->setAccessibleName(tr("Target share"));
    m_number->setAccessibleName(tr("Target share, in percent"));
    m_number->setSuffix(tr(" %"));
    m_sticky->setText(tr("By last digit…"));
    m_sticky->setToolTip(tr("Each request is picked anew, so the same user may see both sides. By the last digit of a "
                            "cookie or a header each user stays on one side."));
}

} // namespace sluice::app
