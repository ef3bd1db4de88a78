# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""What a verification sends, and how often it is wrong."""
import subprocess

import gateways
from framework import Load, benchmark, spread


@benchmark("prober", "The prober of a verification on one thread with 32 connections, against wrk")
def prober(bench):
    url = f"http://127.0.0.1:{gateways.backend(bench)[0]}/64"
    rates = {"wrk": [], "prober": []}
    for _ in range(bench.rounds):
        rates["wrk"].append(Load(url, bench.seconds).rate)
        command = [bench.build / "bin/bench-prober", url, str(bench.seconds), "32"]
        rates["prober"].append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    ratios = [own / other for own, other in zip(rates["prober"], rates["wrk"])]
    return [{"client": "wrk", "requests/s": spread(rates["wrk"]), "of wrk": "1.00"},
            {"client": "sluice", "requests/s": spread(rates["prober"]), "of wrk": spread(ratios, 2)}]


@benchmark("verdicts", "Verdicts over simulated gateways: how many are wrong")
def verdicts(bench):
    rounds = "500" if bench.quick else "20000"
    text = subprocess.run([bench.build / "bin/bench-verification", rounds], capture_output=True, text=True,
                          check=True).stdout
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [dict(zip(lines[0], cells)) for cells in lines[2:]]
