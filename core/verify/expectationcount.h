// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/verify/attribution.h"
#include "core/verify/expectation.h"
#include "core/verify/probeplan.h"
#include "core/verify/splitstatistics.h"

namespace sluice {

/// How the answers of a whole run kept one expectation, by the upstream that gave them.
struct ExpectationCount
{
    struct Answers
    {
        qint64 all = 0;
        qint64 unexpected = 0;
    };
    /// The first answer that was not as expected.
    struct Counterexample
    {
        Mismatch mismatch;
        QString gateway;
        ProbeName name;
        QString request; ///< as curl, for the eye; no credentials
    };

    Expectation expectation;
    Answers target;
    Answers current;
    Answers neither; ///< the gateway's own, or of who can't be told
    std::optional<Counterexample> first;

    /// What the answer had instead, where it is not as expected. One that never came is not counted.
    std::optional<Mismatch> add(const ProbeAnswer &answer, Side side);
    /// One answer that is not as expected decides; TooFew where there was none at all.
    Verdict verdict() const;
    /// One sentence: how often, by whom, and what the first one had instead.
    QString reason() const;
};

/// "12 of 200", of the answers of one side; "–" where there were none.
QString toWords(const ExpectationCount::Answers &answers);

} // namespace sluice
