# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""The data plane under keep-alive load beside nginx and HAProxy."""
import json
import statistics
import subprocess

import framework
import gateways
from framework import Load, benchmark, spread


def compare(bench, urls, headers=()):
    """Each in turn, several rounds; a first short one warms all of them up."""
    for url, _ in urls.values():
        Load(url, 1, headers=headers)
    loads = {name: [] for name in urls}
    for _ in range(bench.rounds):
        for name, (url, pid) in urls.items():
            loads[name].append(Load(url, bench.seconds, headers=headers, pid=pid))
    return loads


def rows(title, loads, base):
    result = []
    for name, runs in loads.items():
        ratios = [run.rate / other.rate for run, other in zip(runs, loads[base])]
        result.append({"what": title, "gateway": name,
                       "requests/s": spread([run.rate for run in runs]),
                       f"of {base}": spread(ratios, 2),
                       "µs of processor a request": spread([run.processor_us for run in runs], 1),
                       "p99 ms": f"{statistics.median(run.p99 for run in runs):.2f}",
                       "faults": sum(run.faults for run in runs)})
    return result


def split(bench, workers):
    ports = gateways.backend(bench)
    configuration = {"upstreams": gateways.upstreams(ports), "routes": [gateways.split_route()]}
    simulator = bench.simulator("--threads", str(workers), configuration=configuration)
    addresses = {"nginx": gateways.nginx(bench, ports, workers), "haproxy": gateways.haproxy(bench, ports, workers),
                 "sluice": (simulator.gateway, simulator.process.pid)}
    result = []
    for name in gateways.BODIES:
        loads = compare(bench, {peer: (f"{url}/{name}", pid) for peer, (url, pid) in addresses.items()})
        result += rows(f"{name} B" if name == "64" else "16 KiB", loads, "nginx")
    return result


@benchmark("split-1", "Proxy with a 20 / 80 split, one worker each")
def split_one(bench):
    return split(bench, 1)


@benchmark("split-2", "Proxy with a 20 / 80 split, two workers each")
def split_two(bench):
    return split(bench, 2)


@benchmark("conditions", "A rule with three conditions that all hold, against the plain split")
def conditions(bench):
    ports = gateways.backend(bench)
    match = [["http_x_canary", "==", "1"], ["arg_user", "~~", "^qa"], ["cookie_group", "in", ["a", "b"]]]
    peers = {}
    for name, route in {"plain": gateways.split_route(), "conditions": gateways.split_route(match)}.items():
        configuration = {"upstreams": gateways.upstreams(ports), "routes": [route]}
        simulator = bench.simulator("--threads", "1", configuration=configuration)
        peers[name] = simulator.gateway + "/64?user=qa7", simulator.process.pid
    return rows("64 B", compare(bench, peers, ["X-Canary: 1", "Cookie: group=b"]), "plain")


@benchmark("routes", "Matching among 10,000 routes, against 10")
def routes(bench):
    ports = gateways.backend(bench)
    peers = {}
    for count in (10, 10000):
        others = [{"id": f"o{i}", "uri": f"/api/v{i % 7}/thing{i}/*", "upstream_id": "v1"} for i in range(count - 1)]
        configuration = {"upstreams": gateways.upstreams(ports), "routes": [gateways.split_route(), *others]}
        simulator = bench.simulator("--threads", "1", configuration=configuration)
        peers[f"{count} routes"] = simulator.gateway + "/64", simulator.process.pid
    return rows("64 B", compare(bench, peers), "10 routes")


@benchmark("decisions", "What the gateway decides for a request, without sockets")
def decisions(bench):
    runs = [json.loads(subprocess.run([bench.build / "bin/bench-decisions"], capture_output=True, check=True).stdout)
            for _ in range(bench.rounds)]
    return [{"what": what, "ns of processor a request": spread([run[what] for run in runs]),
             "of plain": spread([run[what] / run["plain"] for run in runs], 2)} for what in runs[0]]
