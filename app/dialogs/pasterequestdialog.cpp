// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/pasterequestdialog.h"

#include "app/support/palette.h"
#include "app/widgets/fieldhint.h"
#include "core/model/prose.h"
#include "core/release/releasewords.h"
#include "core/traffic/pastedrequest.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtMath>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr int pastedLines = 8;

/// Headers that every client sends or that change with each request: offered, but not ticked.
bool isOrdinary(const QString &header)
{
    static const QStringList names{u"accept"_s,       u"accept-encoding"_s, u"accept-language"_s, u"user-agent"_s,
                                   u"connection"_s,   u"content-type"_s,    u"content-length"_s,  u"origin"_s,
                                   u"referer"_s,      u"cache-control"_s,   u"pragma"_s,          u"priority"_s,
                                   u"authorization"_s};
    const QString name = header.toLower();
    return names.contains(name) || name.startsWith("sec-"_L1) || name.startsWith("upgrade"_L1);
}

} // namespace

PasteRequestDialog::PasteRequestDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_fields(new QListWidget(this))
    , m_use(nullptr)
{
    setWindowTitle(tr("Paste curl or headers"));
    setModal(true);
    auto *title = new QLabel(tr("&A curl command, or lines such as \"x-canary: 1\":"), this);
    title->setWordWrap(true);
    title->setBuddy(m_text);
    m_text->setObjectName(u"pasted"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const int around = 2 * (m_text->frameWidth() + qCeil(m_text->document()->documentMargin()));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * pastedLines + around);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *fieldsTitle = new QLabel(tr("&Conditions that must all match:"), this);
    leadTo(m_fields, fieldsTitle);
    m_fields->setObjectName(u"fields"_s);
    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("Add as a group"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteRequestDialog::read);
    connect(m_fields, &QListWidget::itemChanged, this, &PasteRequestDialog::check);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::group);
    column->setSpacing(space::inside);
    column->addWidget(title);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(fieldsTitle);
    column->addWidget(m_fields, 1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    check();
}

RuleGroup PasteRequestDialog::chosen() const
{
    RuleGroup group;
    for (int at = 0; at < m_fields->count(); ++at) {
        if (m_fields->item(at)->checkState() == Qt::Checked)
            group.append(m_conditions.at(at));
    }
    return group;
}

void PasteRequestDialog::read()
{
    m_fields->clear();
    m_conditions.clear();
    const QString text = m_text->toPlainText();
    const auto request = parsePastedRequest(text);
    m_problem->setVisible(!request && !text.trimmed().isEmpty());
    if (!request) {
        m_problem->setText(joinSentences({request.error().reason, request.error().advice}));
        return check();
    }
    for (const auto &[name, value] : request->headers)
        add(Condition::Place::Header, name.toLower(), value);
    for (const auto &[name, value] : request->query)
        add(Condition::Place::Query, name, value);
    for (const auto &[name, value] : request->cookies)
        add(Condition::Place::Cookie, name, value);
    check();
}

void PasteRequestDialog::add(Condition::Place place, const QString &name, const QString &value)
{
    Condition condition;
    condition.place = place;
    condition.name = name;
    condition.values = {value};
    m_conditions.append(condition);
    auto *item = new QListWidgetItem(inWords(condition), m_fields);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    const bool ticked = place != Condition::Place::Header || !isOrdinary(name);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

void PasteRequestDialog::check()
{
    m_use->setEnabled(!chosen().isEmpty());
}

} // namespace sluice::app
