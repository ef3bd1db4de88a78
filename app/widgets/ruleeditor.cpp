// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/ruleeditor.h"

#include "app/dialogs/pasterequestdialog.h"
#include "app/support/icons.h"
#include "app/support/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int offeredShare = 50; ///< offered where a share of the hits is asked for

/// What the form begins with: one condition that nothing was typed into.
bool isBlank(const RuleGroup &group)
{
    return group.size() == 1 && group.first().name.isEmpty() && group.first().values.value(0).isEmpty();
}

} // namespace

RuleEditor::RuleEditor(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_boxes(new QVBoxLayout)
    , m_add(new QPushButton(this))
    , m_paste(new QPushButton(this))
    , m_shareTitle(new QLabel(this))
    , m_all(new QRadioButton(this))
    , m_some(new QRadioButton(this))
    , m_share(new QSpinBox(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_share->setRange(0, 100);
    m_share->setValue(offeredShare);
    m_share->setObjectName(u"rule-share"_s);
    m_add->setObjectName(u"add-group"_s);
    m_add->setIcon(icon(u"add"_s));
    m_paste->setObjectName(u"paste-request"_s);
    for (QPushButton *button : {m_add, m_paste})
        button->setAutoDefault(false);
    m_all->setChecked(true);
    m_boxes->setSpacing(space::inside);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::inside);
    foot->addWidget(m_add);
    foot->addWidget(m_paste);
    foot->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_shareTitle), static_cast<QWidget *>(m_all),
                          static_cast<QWidget *>(m_some), static_cast<QWidget *>(m_share)})
        foot->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_title);
    column->addLayout(m_boxes);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        RuleGroupBox *box = addGroup({Condition()});
        box->show(); // what is hidden takes no focus
        box->rows().first()->firstField()->setFocus();
        Q_EMIT edited();
    });
    connect(m_paste, &QPushButton::clicked, this, &RuleEditor::paste);
    connect(m_some, &QRadioButton::toggled, this, [this](bool some) {
        m_share->setEnabled(some);
        Q_EMIT edited();
    });
    connect(m_share, &QSpinBox::valueChanged, this, &RuleEditor::edited);
    m_share->setEnabled(false);
    retranslate();
}

QList<RuleGroup> RuleEditor::groups() const
{
    QList<RuleGroup> groups;
    for (const RuleGroupBox *box : m_groups)
        groups.append(box->group());
    return groups;
}

int RuleEditor::share() const
{
    return m_all->isChecked() ? 100 : m_share->value();
}

void RuleEditor::setRules(const QList<RuleGroup> &groups, int share)
{
    while (!m_groups.isEmpty())
        delete m_groups.takeLast();
    for (const RuleGroup &group : groups)
        addGroup(group);
    m_all->setChecked(share == 100);
    m_some->setChecked(share != 100);
    if (share != 100)
        m_share->setValue(share);
}

void RuleEditor::setNames(ConditionRow::Names names)
{
    m_names = std::move(names);
    for (const RuleGroupBox *box : std::as_const(m_groups)) {
        for (ConditionRow *row : box->rows())
            row->setNames(m_names);
    }
}

void RuleEditor::setTarget(const QString &target)
{
    m_target = target;
    retranslate();
}

RuleGroupBox *RuleEditor::addGroup(const RuleGroup &group)
{
    auto *box = new RuleGroupBox(m_names, this);
    box->setGroup(group);
    m_boxes->addWidget(box);
    m_groups.append(box);
    connect(box, &RuleGroupBox::edited, this, &RuleEditor::edited);
    connect(box, &RuleGroupBox::removeWanted, this, [this, box] { removeGroup(box); });
    number();
    return box;
}

QList<QWidget *> RuleEditor::fields() const
{
    QList<QWidget *> fields;
    for (const RuleGroupBox *box : m_groups)
        fields += box->fields();
    return fields << m_add << m_paste << m_all << m_some << m_share;
}

void RuleEditor::removeGroup(RuleGroupBox *box)
{
    m_groups.removeOne(box);
    box->hide();
    box->deleteLater();
    number();
    m_add->setFocus();
    Q_EMIT edited();
}

void RuleEditor::number()
{
    for (int at = 0; at < m_groups.size(); ++at)
        m_groups.at(at)->setNumber(at + 1);
}

void RuleEditor::paste()
{
    auto *dialog = new PasteRequestDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_groups.size() == 1 && isBlank(m_groups.first()->group()))
            removeGroup(m_groups.first());
        addGroup(dialog->chosen());
        Q_EMIT edited();
    });
    dialog->open();
}

void RuleEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RuleEditor::retranslate()
{
    m_title->setText(m_target.isEmpty() ? tr("A request goes to the target upstream when any group matches:")
                                        : tr("A request goes to %1 when any group matches:").arg(m_target));
    m_add->setText(tr("Group"));
    m_add->setAccessibleName(tr("Add a group"));
    m_paste->setText(tr("Paste curl or headers…"));
    m_shareTitle->setText(tr("Of matching requests:"));
    m_all->setText(tr("all"));
    m_some->setText(tr("a share of"));
    m_share->setSuffix(tr(" %"));
    m_share->setAccessibleName(tr("Share of the matching requests, in percent"));
}

} // namespace sluice::app
