# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""The window on a large cluster."""
import json
import statistics
import subprocess

from framework import benchmark, spread


@benchmark("window", "The list of 20,000 routes: how long one event holds the window's thread")
def window(bench):
    runs = [json.loads(subprocess.run([bench.build / "bin/bench-window", "20000"], capture_output=True, text=True,
                                      check=True).stdout) for _ in range(3)]
    memory = statistics.median(run.pop("KiB a route") for run in runs)
    rows = [{"what": what, "longest, ms of processor": spread([run[what]["longest ms"] for run in runs], 1),
             "until done, ms": spread([run[what]["wall ms"] for run in runs]), "wanted": "at most 16"}
            for what in runs[0]]
    return [*rows, {"what": "memory a route", "longest, ms of processor": "", "until done, ms": "",
                    "wanted": f"{memory:.1f} KiB measured"}]


@benchmark("soak", "The window for ten minutes on a cluster that changes all the time")
def soak(bench):
    seconds = "20" if bench.quick else "600"
    text = subprocess.run([bench.build / "bin/bench-soak", seconds], capture_output=True, text=True, check=True).stdout
    run = json.loads(text)
    return [{"rounds of a write and a read": f"{run['rounds']:,}",
             "MiB after a tenth of the time": f"{run['MiB after a tenth']:.0f}",
             "MiB at the end": f"{run['MiB at the end']:.0f}"}]
