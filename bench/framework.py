# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""What all benchmarks share: processes that end with the run, medians with their spread, tables."""
import collections
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request

Entry = collections.namedtuple("Entry", "name about run")
_registered = {}


def benchmark(name, about):
    def register(function):
        _registered[name] = Entry(name, about, function)
        return function
    return register


def registered():
    return dict(_registered)


def table(rows):
    """rows: list of dicts with the same keys."""
    titles = list(rows[0])
    lines = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    lines += ["| " + " | ".join(str(row[title]) for title in titles) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def spread(values, digits=0):
    """Median, with the smallest and largest."""
    return f"{statistics.median(values):,.{digits}f} ({min(values):,.{digits}f} to {max(values):,.{digits}f})"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident_mib(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def processor_seconds(pid):
    """Of a process and its children, in user and kernel mode."""
    ticks = 0
    for file in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has ended meanwhile
        if pid in (int(file.parent.name), int(fields[1])):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


class Load:
    """One run of wrk. pid: of the gateway, whose processor time is divided by the requests."""

    def __init__(self, url, seconds, connections=32, threads=1, headers=(), pid=None):
        before = processor_seconds(pid) if pid else 0
        command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--latency"]
        for header in headers:
            command += ["-H", header]
        text = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
        amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
        self.p99 = float(amount) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
        requests = int(re.search(r"(\d+) requests in", text)[1])
        self.processor_us = (processor_seconds(pid) - before) / requests * 1e6 if pid else 0
        self.faults = "Non-2xx" in text or "Socket errors" in text


class Bench:
    """A run's folder and processes; all of them end with it."""

    def __init__(self, build, quick):
        self.build = build
        self.quick = quick
        self.rounds = 3 if quick else 7
        self.seconds = 1 if quick else 4
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sluice-bench-"))
        self._processes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *command, **options):
        process = subprocess.Popen([str(part) for part in command], stderr=subprocess.DEVNULL, **options)
        self._processes.append(process)
        return process

    def stop(self, process):
        process.terminate()
        process.wait()
        self._processes.remove(process)

    def wait_for(self, port):
        for _ in range(500):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.01)
        raise RuntimeError(f"nothing listens on {port}")

    def simulator(self, *options, configuration=None):
        return Simulator(self, options, configuration)


class Simulator:
    """sluice-simulator with real backends, ready for requests."""

    def __init__(self, bench, options=(), configuration=None):
        command = [bench.build / "bin/sluice-simulator", "--cluster", "bench:0:0", "--metrics-port", "0",
                   "--backends", "real", "--admin-key", "bench", "--no-explain", *options]
        if configuration is not None:
            file = bench.folder / f"load-{free_port()}.json"
            file.write_text(json.dumps(configuration))
            command += ["--load", file]
        began = time.monotonic()
        self.process = bench.start(*command, stdout=subprocess.PIPE, text=True)
        cluster = json.loads(self.process.stdout.readline())["clusters"][0]
        self.ready_ms = (time.monotonic() - began) * 1000
        self.admin = cluster["admin"]
        self.gateway = cluster["gateway"]

    @property
    def resident_mib(self):
        return resident_mib(self.process.pid)

    def put(self, path, body):
        request = urllib.request.Request(f"{self.admin}/apisix/admin/{path}", json.dumps(body).encode(),
                                         {"X-API-KEY": "bench"}, method="PUT")
        with urllib.request.urlopen(request) as answer:
            answer.read()
