// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/topbar.h"

#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

/// A place of the top navigation: text, with a line under the current one.
class PlaceButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2 * space::group, fontMetrics().height() + 26};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(font());
        if (underMouse() && !isChecked())
            painter.fillRect(rect(), tone(Tone::Border, palette()));
        painter.setPen(isChecked() ? tone(Tone::Accent, palette()) : palette().color(QPalette::Text));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (isChecked())
            painter.fillRect(QRect(space::inside, height() - 3, width() - 2 * space::inside, 3),
                             tone(Tone::Accent, palette()));
        if (hasFocus()) {
            painter.setPen(QPen(tone(Tone::Accent, palette()), 2));
            painter.drawRect(rect().adjusted(2, 6, -2, -6));
        }
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_name(new QLabel(u"Sluice"_s, this))
    , m_places(new QButtonGroup(this))
    , m_environment(new StateChip(this))
    , m_state(new StateChip(this))
    , m_language(new QToolButton(this))
{
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_name->setFont(strong);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 0, space::group, 0);
    row->setSpacing(space::inside);
    row->addWidget(m_mark);
    row->addWidget(m_name);
    row->addSpacing(space::group);
    m_clusters = addPlace(Section::Clusters);
    m_simulator = addPlace(Section::Simulator);
    m_activity = addPlace(Section::Activity);
    row->addStretch();
    row->addWidget(m_environment);
    row->addWidget(m_state);
    row->addSpacing(space::inside);
    m_language->setAutoRaise(true);
    m_language->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_language);
    m_environment->hide();
    m_state->hide();
    retranslate();
    recolour();
}

QToolButton *TopBar::addPlace(Section section)
{
    auto *button = new PlaceButton(this);
    button->setCheckable(true);
    button->setAutoExclusive(true); // so that it is called one of several, and no box to tick
    button->setFocusPolicy(Qt::TabFocus);
    m_places->addButton(button);
    layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, section] {
        Location there;
        there.section = section;
        Q_EMIT chosen(there);
    });
    return button;
}

void TopBar::setCurrentSection(Section section, bool insideCluster)
{
    m_simulator->setChecked(section == Section::Simulator);
    m_activity->setChecked(section == Section::Activity);
    m_clusters->setChecked(insideCluster || (section != Section::Simulator && section != Section::Activity));
}

void TopBar::setCluster(const StateLook &environment, const StateLook &state)
{
    m_environment->setLook(environment);
    m_state->setLook(state);
}

QToolButton *TopBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setDefaultAction(action);
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_language), button);
    return button;
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tone(Tone::Sidebar, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tone(Tone::Border, palette()));
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void TopBar::retranslate()
{
    m_clusters->setText(tr("Clusters"));
    m_simulator->setText(tr("Local simulator"));
    m_activity->setText(tr("Activity"));
    //: The button that switches the language; the same in both.
    m_language->setText(tr("中/EN"));
    m_language->setAccessibleName(tr("Language"));
    m_language->setToolTip(tr("Switch the language"));
}

void TopBar::recolour()
{
    const int side = fontMetrics().height() + space::tight;
    m_mark->setPixmap(icon(u"sluice"_s, Tone::Accent).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace sluice::app
