// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/splitview.h"

#include "app/support/palette.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/splitbar.h"
#include "core/model/prose.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

QString joined(const QList<SplitLayer> &layers)
{
    QStringList names;
    for (const SplitLayer &layer : layers)
        names.append(toText(layer));
    return enumerated(names);
}

/// One side stays, one other gets the rest: what a bar can show.
bool isTwoSided(const QList<TrafficShare> &shares)
{
    const auto own =
        std::count_if(shares.begin(), shares.end(), [](const TrafficShare &share) { return share.upstream.isEmpty(); });
    return shares.size() <= 2 && own <= 1 && shares.size() - own <= 1;
}

} // namespace

SplitView::SplitView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(space::tight);
}

void SplitView::setSplit(const EffectiveSplit &split, const NameOf &nameOf)
{
    clear();
    for (const TrafficPart &part : split.parts)
        addPart(part, nameOf);
    addText(split.decides ? tr("The split of %1 decides.").arg(toText(*split.decides)) : tr("There is no split."),
            true);
    if (!split.hidden.isEmpty())
        addText(tr("Hidden by it, and in effect once it goes: %1.").arg(joined(split.hidden)), true);
    if (!split.overriding.isEmpty())
        addText(tr("For some requests another split decides: %1.").arg(joined(split.overriding)), true);
    m_column->addStretch();
}

void SplitView::setFault(const Error &error)
{
    clear();
    addText(joinSentences({error.reason, error.advice}), true);
    m_column->addStretch();
}

void SplitView::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

void SplitView::addPart(const TrafficPart &part, const NameOf &nameOf)
{
    addText(part.requests, false);
    if (!isTwoSided(part.shares)) {
        QStringList words;
        for (const TrafficShare &share : part.shares)
            //: a name of an upstream, and its share of the requests
            words.append(tr("%1 %2 %").arg(nameOf(share.upstream), QLocale().toString(share.percent, 'g', 4)));
        addText(words.join(u" · "_s), false);
        return;
    }
    QString target;
    double percent = 0;
    for (const TrafficShare &share : part.shares) {
        if (share.upstream.isEmpty())
            continue;
        target = nameOf(share.upstream);
        percent = share.percent;
    }
    auto *bar = new SplitBar(this);
    bar->setSubject(part.requests);
    bar->setSplit(nameOf({}), target, static_cast<int>(std::lround(percent)));
    m_column->addWidget(bar);
    m_column->addSpacing(space::inside);
}

void SplitView::addText(const QString &text, bool secondary)
{
    QLabel *label = paragraph(this, text);
    if (secondary)
        label->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(label);
}

} // namespace sluice::app
