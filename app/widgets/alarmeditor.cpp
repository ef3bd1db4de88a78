// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/alarmeditor.h"

#include "app/support/palette.h"
#include "app/support/plaintooltip.h"
#include "app/widgets/limitseditor.h"
#include "app/widgets/paragraph.h"
#include "core/model/prose.h"
#include "core/release/planwords.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

AlarmEditor::AlarmEditor(QWidget *parent)
    : QWidget(parent)
    , m_words(paragraph(this))
    , m_notes(paragraph(this))
    , m_limits(new LimitsEditor(this))
    , m_cancels(new QCheckBox(this))
    , m_reach(paragraph(this))
    , m_watch(new QPushButton(this))
    , m_end(new QPushButton(this))
{
    m_words->setObjectName(u"alarm-words"_s);
    m_cancels->setObjectName(u"alarm-cancels"_s);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_reach->setForegroundRole(QPalette::PlaceholderText);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::inside);
    for (QPushButton *button : {m_watch, m_end}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    foot->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_words);
    column->addWidget(m_notes);
    column->addWidget(m_limits);
    column->addWidget(m_cancels, 0, Qt::AlignLeft);
    column->addWidget(m_reach);
    column->addLayout(foot);
    connect(m_limits, &LimitsEditor::edited, this, &AlarmEditor::follow);
    connect(m_cancels, &QCheckBox::toggled, this, &AlarmEditor::follow);
    connect(m_watch, &QPushButton::clicked, this, [this] { Q_EMIT watchWanted(typed()); });
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT watchWanted({}); });
    retranslate();
}

void AlarmEditor::begin(const TrafficAlarms::Guard &guard)
{
    m_limits->setLimits(guard.limits);
    m_cancels->setChecked(guard.cancels);
}

void AlarmEditor::setState(const State &state)
{
    m_state = state;
    present();
}

TrafficAlarms::Guard AlarmEditor::typed() const
{
    return {m_limits->limits(), m_cancels->isChecked() && m_cancels->isEnabled()};
}

void AlarmEditor::present()
{
    const TrafficAlarms::Guard &guard = m_state.guard;
    QStringList words{tr("This window watches no limit.")};
    if (!guard.limits.isEmpty())
        words = {tr("This window watches: %1.").arg(inWords(guard.limits)),
                 guard.cancels ? tr("A broken limit cancels the release by itself.")
                               : tr("A broken limit raises an alarm.")};
    if (!m_state.broken.isEmpty())
        words.prepend(tr("A limit is broken: %1.").arg(brokenLimitInWords(m_state.broken)));
    m_words->setText(joinSentences(words));
    m_notes->setText(m_state.notes.join(u'\n'));
    m_notes->setVisible(!m_state.notes.isEmpty());
    m_cancels->setEnabled(m_state.refusal.isEmpty());
    m_cancels->setToolTip(plainToolTip(m_state.refusal));
    m_end->setVisible(!guard.limits.isEmpty());
    follow();
}

void AlarmEditor::follow()
{
    QString why = m_limits->problem();
    if (why.isEmpty() && typed().limits.isEmpty())
        why = tr("Type a limit first.");
    else if (why.isEmpty() && typed() == m_state.guard)
        why = tr("These limits are watched already.");
    m_watch->setEnabled(why.isEmpty());
    m_watch->setToolTip(plainToolTip(why));
}

void AlarmEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AlarmEditor::retranslate()
{
    m_cancels->setText(tr("Cancel the release by itself where a limit is broken"));
    m_reach->setText(tr("This works only while Sluice runs and this window is open. Limits that are to hold for every "
                        "operator are kept in a plan."));
    m_watch->setText(tr("Watch these limits"));
    m_end->setText(tr("Stop watching"));
    present();
}

} // namespace sluice::app
