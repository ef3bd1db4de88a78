// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace sluice {

enum class Verdict { Matches, DoesNotMatch, TooFew };

/// How the counted requests came about.
struct SplitRun
{
    double percentage = 0; ///< wanted on the target, 0 to 100
    int workers = 1;       ///< of the gateway: each has an order of its own
    int connections = 1;   ///< really opened: a connection belongs to one worker
    bool exclusive = true; ///< nobody else calls the API
    double deviation = 3;  ///< points that must be found
    int restarts = 0;      ///< of the workers during the run, as far as closed connections tell: orders began anew
};

/// Counts on the target that a healthy gateway can give. APISIX picks by a weighted round robin, so a count strays from
/// its share by at most D for each order that was walked; shared with others, the run is a sample of the orders, and
/// what a binomial of 99 % (Clopper-Pearson) allows is healthy too.
struct CountBand
{
    double low = 0;
    double high = 0;
};

CountBand bandOf(const SplitRun &run, qint64 requests);

/// Outside the band is never a match, however few the requests. Inside is one only where the run could have told
/// shares that differ by the deviation, and 0 % and 100 %.
Verdict judge(const SplitRun &run, qint64 requests, qint64 onTarget);

/// Requests after which a healthy gateway surely (exclusive) or almost surely (shared) gets its Matches.
qint64 sufficientRequests(const SplitRun &run);

/// Requests until the first one on the target is certain; 0 where none will ever come.
qint64 requestsUntilFirst(const SplitRun &run);

} // namespace sluice
