// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
//
// How often a verdict is wrong, over many simulated gateways: bench-verification [ROUNDS]. Prints a table, and ends
// with 1 where a promise of docs/verification.md is not kept.
#include "tests/support/splitmodel.h"

#include <QByteArray>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <tuple>

using namespace sluice;
using sluice::test::SplitModel;

namespace {

struct Tally
{
    int matches = 0;
    int wrong = 0; ///< does not match
    int tooFew = 0;

    void add(Verdict verdict)
    {
        matches += verdict == Verdict::Matches ? 1 : 0;
        wrong += verdict == Verdict::DoesNotMatch ? 1 : 0;
        tooFew += verdict == Verdict::TooFew ? 1 : 0;
    }
    int rounds() const { return matches + wrong + tooFew; }
    double share(int part) const { return rounds() == 0 ? 0 : 100.0 * part / rounds(); }
};

/// The proposed number takes a search; the same settings come again and again.
qint64 proposed(const SplitRun &run)
{
    static std::map<std::tuple<double, int, int, bool, int>, qint64> known;
    const std::tuple key{run.percentage, run.workers, run.connections, run.exclusive, run.restarts};
    const auto found = known.find(key);
    if (found != known.end())
        return found->second;
    return known[key] = sufficientRequests(run);
}

class Study
{
public:
    explicit Study(int rounds)
        : m_rounds(rounds)
    {
        std::printf(
            "| gateways | requests | rounds | matches | does not match | too few |\n|---|---|---|---|---|---|\n");
    }

    bool kept() const { return m_kept; }

    /// Any number of requests, few ones above all.
    void healthy(const char *name, bool exclusive, double others, bool restarts, double mostAlarms)
    {
        Tally tally;
        for (int round = 0; round < m_rounds; ++round) {
            SplitModel::Setting setting = drawn(others, restarts);
            SplitModel model(setting, m_random);
            const qint64 requests = 1 + m_random.bounded(m_random.bounded(2) == 0 ? 200 : 3000);
            tally.add(judge(model.run(exclusive), requests, model.send(requests)));
        }
        report(name, "1 to 3,000", tally);
        m_kept = m_kept && tally.share(tally.wrong) <= mostAlarms;
    }
    void healthyWithProposed(const char *name, bool exclusive, double others, double fewestMatches)
    {
        Tally tally;
        for (int round = 0; round < m_rounds; ++round) {
            SplitModel::Setting setting = drawn(others, false);
            SplitModel model(setting, m_random);
            const qint64 requests = proposed(model.run(exclusive));
            if (requests <= mostRequests)
                tally.add(judge(model.run(exclusive), requests, model.send(requests)));
        }
        report(name, "proposed", tally);
        m_kept = m_kept && tally.share(tally.matches) >= fewestMatches;
    }
    /// The gateway splits by three points more or less than the release says.
    void deviating(const char *name, bool exclusive, double others, double mostMatches)
    {
        Tally tally;
        for (int round = 0; round < m_rounds; ++round) {
            SplitModel::Setting setting = drawn(others, false);
            setting.percentage = 7 + m_random.bounded(87);
            const SplitRun run = SplitModel(setting, m_random).run(exclusive);
            const qint64 requests = proposed(run);
            if (requests > mostRequests)
                continue;
            setting.percentage += m_random.bounded(2) == 0 ? 3 : -3;
            SplitModel model(setting, m_random);
            tally.add(judge(run, requests, model.send(requests)));
        }
        report(name, "proposed", tally);
        m_kept = m_kept && tally.share(tally.matches) <= mostMatches;
    }
    /// Counts that must not pass, whatever the workers.
    void known(double percentage, qint64 requests, qint64 onTarget)
    {
        Tally tally;
        for (const bool exclusive : {true, false}) {
            for (int workers = 1; workers <= 16; ++workers)
                tally.add(judge({percentage, workers, workers, exclusive, 3, 0}, requests, onTarget));
        }
        const QByteArray name = QByteArray::number(onTarget) + " of " + QByteArray::number(requests) + " at " +
                                QByteArray::number(percentage) + " %, 1 to 16 workers, alone and shared";
        report(name.constData(), QByteArray::number(requests).constData(), tally);
        m_kept = m_kept && tally.matches == 0;
    }

private:
    static constexpr qint64 mostRequests = 60'000; ///< nobody sends more, and a study should end

    SplitModel::Setting drawn(double others, bool restarts)
    {
        static constexpr std::array<int, 5> connections{1, 2, 8, 32, 64};
        SplitModel::Setting setting;
        setting.percentage = m_random.bounded(101);
        setting.workers = 1 + m_random.bounded(16);
        setting.connections = connections[std::size_t(m_random.bounded(int(connections.size())))];
        setting.others = others;
        setting.restarts = restarts;
        return setting;
    }
    static void report(const char *name, const char *requests, const Tally &tally)
    {
        std::printf("| %s | %s | %d | %.2f %% | %.2f %% | %.2f %% |\n", name, requests, tally.rounds(),
                    tally.share(tally.matches), tally.share(tally.wrong), tally.share(tally.tooFew));
        std::fflush(stdout);
    }

    int m_rounds;
    QRandomGenerator m_random{20261124};
    bool m_kept = true;
};

} // namespace

int main(int argc, char **argv)
{
    Study study(argc > 1 ? std::max(1, std::atoi(argv[1])) : 20'000);
    study.healthy("healthy, nobody else calls", true, 0, false, 0);
    study.healthy("healthy, nobody else calls, workers restart in the middle", true, 0, true, 0);
    study.healthy("healthy, shared: 0.1 foreign requests for each of ours", false, 0.1, false, 1);
    study.healthy("healthy, shared: 1 for each", false, 1, false, 1);
    study.healthy("healthy, shared: 10 for each", false, 10, false, 1);
    study.healthy("healthy, shared: 1 for each, workers restart in the middle", false, 1, true, 1);
    study.healthyWithProposed("healthy, nobody else calls", true, 0, 100);
    study.healthyWithProposed("healthy, shared: 1 for each", false, 1, 98);
    study.healthyWithProposed("healthy, shared: 10 for each", false, 10, 98);
    study.deviating("3 points off, nobody else calls", true, 0, 0);
    study.deviating("3 points off, shared: 1 for each", false, 1, 1);
    study.deviating("3 points off, shared: 10 for each", false, 10, 1);
    study.known(1, 1000, 0);
    study.known(20, 1000, 230);
    std::printf("\n%s\n", study.kept() ? "Every promise is kept." : "A promise is NOT kept.");
    return study.kept() ? 0 : 1;
}
