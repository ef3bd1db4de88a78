# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks: run.py BUILD [--list] [--quick] [--write] [NAME...]

A benchmark is a function in a module of this folder, marked with @benchmark("name", "what it shows"); it is given the
Bench of this run and returns the rows of its table. Figures of one row come from one run, measured in turn, so that a
busy machine slows all of them alike; what counts are the ratios. --write keeps the tables of benchmarks that were not run.
"""
import argparse
import datetime
import os
import pathlib
import platform
import sys

import framework
import build     # noqa: F401  registers its benchmarks
import gateways  # noqa: F401
import proxy     # noqa: F401
import scale     # noqa: F401
import verification  # noqa: F401
import window    # noqa: F401


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_intermixed_args()
    known = framework.registered()
    if options.list:
        for entry in known.values():
            print(f"{entry.name:16} {entry.about}")
        return 0
    unknown = [name for name in options.names if name not in known]
    if unknown:
        print("no such benchmark:", ", ".join(unknown), "(--list names them)", file=sys.stderr)
        return 2
    tables = {}
    for name in options.names or known:
        entry = known[name]
        print(f"\n## {entry.about}\n", flush=True)
        with framework.Bench(options.build, options.quick) as bench:
            table = framework.table(entry.run(bench))
        print(table, flush=True)
        tables[entry.about] = table
    if options.write:
        write(tables)
    return 0


def write(tables):
    """Puts the tables in place of those of the same benchmarks; the others stay."""
    path = pathlib.Path(__file__).parent.parent / "docs" / "benchmarks.md"
    begin = "<!-- figures -->\n"
    head, _, figures = path.read_text().partition(begin)
    known = dict(part.split("\n", 1) for part in figures.split("## ")[1:])
    where = f"{datetime.date.today()}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}"
    known.update({about: f"\n{where}\n\n{table}" for about, table in tables.items()})
    wanted = [entry.about for entry in framework.registered().values() if entry.about in known]
    path.write_text(head + begin + "\n" + "\n".join(f"## {about}\n{known[about].rstrip()}\n" for about in wanted))


if __name__ == "__main__":
    sys.exit(main())
