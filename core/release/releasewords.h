// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/release/observedrelease.h"

namespace sluice {

/// What a release is called on the screen: its condition where that deserves a look, else its state
/// (behaviours.md, Words).
QString stateWord(const ObservedRelease &release);
/// One sentence on what that means and what helps; empty where the state says it all.
QString stateExplanation(const ObservedRelease &release);

/// The verb of a button or a title: "Cancel release", "Full release" ...
QString actionWord(ReleaseAction action);
/// Finish is called after what it mends: "Apply pending change" or "Re-apply".
QString actionWord(ReleaseAction action, ReleaseCondition condition);

/// For a table cell: "20 %", "2 rules", "2 rules, 50 %".
QString allocationWord(const Release &release);
QString allocationWord(const TrafficPolicy &policy);
/// What holds now, and what should where that differs: "0 %, not 30 %"; of one that has ended: "was 30 %".
QString allocationWord(const ObservedRelease &observed);
/// For a sentence: requests whose header x-canary is "1" and whose cookie user matches ^qa- .
QString inWords(const Condition &condition);
QString inWords(const RuleGroup &group);
/// A line a group, joined by "or".
QString inWords(const QList<RuleGroup> &groups);

QString placeWord(Condition::Place place);
QString operatorWord(Condition::Operator op);

/// What an entry of the history did, for its list.
QString logActionWord(const QString &action);

} // namespace sluice
