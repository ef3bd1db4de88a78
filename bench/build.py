# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""How long a newcomer waits for the first window, and a developer for the next one: built cold, in a clone of its own."""
import pathlib
import resource
import subprocess
import time

from framework import benchmark

SOURCE = pathlib.Path(__file__).parent.parent
CHANGED = "app/pages/releasepage.cpp"  # the page that is worked on most


@benchmark("build", "From a clone to the programs that scripts/run starts, packages installed")
def build(bench):
    clone = bench.folder / "clone"
    subprocess.run(["git", "clone", "--quiet", str(SOURCE), str(clone)], check=True)
    rows = [cold(clone, "release")]
    costly = costliest(clone / "build/release/.ninja_log")
    if not bench.quick:
        rows.append(cold(clone, "debug"))
        with open(clone / CHANGED, "a") as page:
            page.write("static_assert(true);\n")
        rows.append(measured(clone, f"debug, after a change in {CHANGED}", built("debug", "sluice")))
    return rows + [{"what": f"costly in release: {name}", "seconds": f"{seconds:.1f}", "user": "", "system": "",
                    "steps": ""} for name, seconds in costly]


def cold(clone, preset):
    return measured(clone, f"{preset}, nothing built yet", ["cmake", "--preset", preset], built(preset, "programs"))


def built(preset, target):
    return ["cmake", "--build", "--preset", preset, "--target", target]


def measured(clone, what, *commands):
    before, began, steps = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0
    for command in commands:
        said = subprocess.run(command, cwd=clone, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        steps = max([steps] + [int(line[1:].split("/")[0]) for line in said.stdout.splitlines()
                               if line.startswith("[") and line[1:2].isdigit()])
    seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"what": what, "seconds": f"{seconds:.0f}", "user": f"{after.ru_utime - before.ru_utime:.0f}",
            "system": f"{after.ru_stime - before.ru_stime:.0f}", "steps": steps}


def costliest(log, number=10):
    """The steps that took longest, from ninja's own log: start, end in ms, time, output, hash."""
    steps = {}
    for line in log.read_text().splitlines()[1:]:
        begin, end, _, output, command = line.split("\t")
        steps[command] = (output.replace("CMakeFiles/", ""), (int(end) - int(begin)) / 1000)
    return sorted(steps.values(), key=lambda step: -step[1])[:number]
