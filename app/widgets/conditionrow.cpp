// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/conditionrow.h"

#include "app/support/icons.h"
#include "app/support/palette.h"
#include "core/release/releasewords.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr std::array places{Condition::Place::Header, Condition::Place::Query, Condition::Place::Cookie};
constexpr std::array operators{Condition::Operator::Equals,  Condition::Operator::NotEquals,
                               Condition::Operator::Matches, Condition::Operator::In,
                               Condition::Operator::Greater, Condition::Operator::Less,
                               Condition::Operator::Exists,  Condition::Operator::Absent};

bool takesValue(Condition::Operator op)
{
    return op != Condition::Operator::Exists && op != Condition::Operator::Absent;
}

template <class T, std::size_t N>
int positionOf(const std::array<T, N> &items, T item)
{
    return static_cast<int>(std::find(items.begin(), items.end(), item) - items.begin());
}

QString problemOf(const Condition &condition)
{
    TrafficPolicy policy;
    policy.kind = TrafficPolicy::Kind::Rules;
    policy.groups = {{condition}};
    const QList<Error> faults = problems(policy);
    return faults.isEmpty() ? QString() : faults.first().reason;
}

} // namespace

ConditionRow::ConditionRow(QWidget *parent)
    : QWidget(parent)
    , m_place(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_operator(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_remove(new QToolButton(this))
    , m_note(new QLabel(this))
{
    for (std::size_t at = 0; at < places.size(); ++at)
        m_place->addItem(QString());
    for (std::size_t at = 0; at < operators.size(); ++at)
        m_operator->addItem(QString());
    m_name->setObjectName(u"condition-name"_s);
    m_value->setObjectName(u"condition-value"_s);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_name->setCompleter(completer);
    m_remove->setIcon(icon(u"close"_s));
    m_remove->setAutoRaise(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::inside);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_place, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_operator, 0, 2);
    grid->addWidget(m_value, 0, 3);
    grid->addWidget(m_remove, 0, 4);
    grid->addWidget(m_note, 1, 1, 1, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 3);

    const auto edit = [this] {
        m_touched = true;
        follow();
        Q_EMIT edited();
    };
    connect(m_place, &QComboBox::currentIndexChanged, this, [this, edit] {
        suggest();
        edit();
    });
    connect(m_operator, &QComboBox::currentIndexChanged, this, edit);
    connect(m_name, &QLineEdit::textChanged, this, edit);
    connect(m_value, &QLineEdit::textChanged, this, edit);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removeWanted);
    m_touched = false;
    retranslate();
}

Condition ConditionRow::condition() const
{
    Condition condition;
    condition.place = places.at(static_cast<std::size_t>(m_place->currentIndex()));
    condition.name = m_name->text().trimmed();
    condition.op = operators.at(static_cast<std::size_t>(m_operator->currentIndex()));
    if (condition.op == Condition::Operator::In) {
        const QStringList values = m_value->text().split(u',', Qt::SkipEmptyParts);
        for (const QString &value : values)
            condition.values.append(value.trimmed());
    } else if (takesValue(condition.op)) {
        condition.values = {m_value->text()};
    }
    return condition;
}

void ConditionRow::setCondition(const Condition &condition)
{
    m_place->setCurrentIndex(positionOf(places, condition.place));
    m_name->setText(condition.name);
    m_operator->setCurrentIndex(positionOf(operators, condition.op));
    m_value->setText(condition.op == Condition::Operator::In ? condition.values.join(u", "_s)
                                                             : condition.values.value(0));
    m_touched = !condition.name.isEmpty();
    follow();
}

void ConditionRow::setNames(Names names)
{
    m_names = std::move(names);
    suggest();
}

void ConditionRow::setNumber(int group, int row)
{
    const QString where = tr("Group %1, condition %2").arg(group).arg(row);
    m_place->setAccessibleName(tr("%1: place").arg(where));
    m_name->setAccessibleName(tr("%1: name").arg(where));
    m_operator->setAccessibleName(tr("%1: operator").arg(where));
    m_value->setAccessibleName(tr("%1: value").arg(where));
    m_remove->setAccessibleName(tr("Remove %1").arg(where));
}

QWidget *ConditionRow::firstField() const
{
    return m_name;
}

QList<QWidget *> ConditionRow::fields() const
{
    return {m_place, m_name, m_operator, m_value, m_remove};
}

void ConditionRow::suggest()
{
    auto *words = qobject_cast<QStringListModel *>(m_name->completer()->model());
    if (m_names)
        words->setStringList(m_names(places.at(static_cast<std::size_t>(m_place->currentIndex()))));
}

void ConditionRow::follow()
{
    const Condition now = condition();
    m_value->setVisible(takesValue(now.op));
    m_value->setPlaceholderText(now.op == Condition::Operator::In        ? tr("a, b, c")
                                : now.op == Condition::Operator::Matches ? tr("regular expression, not anchored")
                                                                         : tr("value"));
    const QString problem = m_touched ? problemOf(now) : QString();
    const QString variable = now.name.isEmpty() ? QString() : variableName(now.place, now.name);
    m_note->setText(!problem.isEmpty()   ? problem
                    : variable.isEmpty() ? QString()
                                         : tr("APISIX looks at the variable %1").arg(variable));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tone(problem.isEmpty() ? Tone::Secondary : Tone::Danger, palette()));
    m_note->setPalette(ink);
    m_note->setVisible(!m_note->text().isEmpty());
    m_name->setAccessibleDescription(m_note->text());
}

void ConditionRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        follow();
}

void ConditionRow::retranslate()
{
    for (std::size_t at = 0; at < places.size(); ++at)
        m_place->setItemText(static_cast<int>(at), placeWord(places.at(at)));
    for (std::size_t at = 0; at < operators.size(); ++at)
        m_operator->setItemText(static_cast<int>(at), operatorWord(operators.at(at)));
    m_name->setPlaceholderText(tr("name"));
    m_remove->setToolTip(tr("Remove this condition"));
    follow();
}

} // namespace sluice::app
