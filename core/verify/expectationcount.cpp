// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/expectationcount.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ExpectationCountText
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationCount)
};

} // namespace

std::optional<Mismatch> ExpectationCount::add(const ProbeAnswer &answer, Side side)
{
    if (answer.status == 0)
        return std::nullopt;
    Answers &answers = side == Side::Target ? target : side == Side::Current ? current : neither;
    std::optional<Mismatch> found = mismatch(expectation, answer);
    ++answers.all;
    answers.unexpected += found ? 1 : 0;
    return found;
}

Verdict ExpectationCount::verdict() const
{
    if (first)
        return Verdict::DoesNotMatch;
    return target.all + current.all + neither.all > 0 ? Verdict::Matches : Verdict::TooFew;
}

QString ExpectationCount::reason() const
{
    const QString text = toText(expectation);
    if (verdict() == Verdict::TooFew)
        return ExpectationCountText::tr("There was no answer to look at for %1.").arg(text);
    if (!first)
        return ExpectationCountText::tr("All answers are as expected (%1).").arg(text);
    QStringList sides;
    const auto tell = [&sides](const Answers &answers, const QString &words) {
        if (answers.all > 0)
            sides.append(words.arg(answers.unexpected).arg(answers.all));
    };
    tell(target, ExpectationCountText::tr("%1 of %2 answers of the target"));
    tell(current, ExpectationCountText::tr("%1 of %2 of the current upstream"));
    tell(neither, ExpectationCountText::tr("%1 of %2 of neither upstream"));
    //: Stands between the parts of a list.
    const QString list = sides.join(ExpectationCountText::tr(", "));
    //: %1 is what was expected, %2 a list such as "12 of 200 answers of the target", %3 what the first of them had.
    return ExpectationCountText::tr("Not as expected (%1): %2. In the first of them %3.")
        .arg(text, list, toWords(first->mismatch, expectation.of));
}

QString toWords(const ExpectationCount::Answers &answers)
{
    const QLocale locale;
    return answers.all == 0 ? u"–"_s
                            : ExpectationCountText::tr("%1 of %2")
                                  .arg(locale.toString(answers.unexpected), locale.toString(answers.all));
}

} // namespace sluice
