# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""What grows: routes, connections, bodies."""
import http.client
import pathlib
import resource
import socket
import statistics
import time
import urllib.parse

import gateways
from framework import Load, benchmark, spread

MANY_ROUTES = 10000
IDLE = 10000
GIB = 1024 ** 3


def many_routes():
    return [{"id": f"r{i}", "uri": f"/r{i}", "upstream_id": "v1"} for i in range(MANY_ROUTES)]


@benchmark("start", "From start to ready")
def start(bench):
    ports = gateways.backend(bench)
    result = []
    for title, routes, limit in (("empty", [], 100), (f"{MANY_ROUTES:,} routes loaded", many_routes(), 1000)):
        times = []
        for _ in range(bench.rounds):
            simulator = bench.simulator(configuration={"upstreams": gateways.upstreams(ports), "routes": routes})
            times.append(simulator.ready_ms)
            bench.stop(simulator.process)
        result.append({"what": title, "ms": spread(times), "wanted": f"below {limit:,}"})
    return result


@benchmark("write", "An Admin write with 10,000 routes")
def write(bench):
    ports = gateways.backend(bench)
    simulator = bench.simulator(configuration={"upstreams": gateways.upstreams(ports), "routes": many_routes()})
    admin = urllib.parse.urlsplit(simulator.admin)
    connection = http.client.HTTPConnection(admin.hostname, admin.port)
    writes, effects = [], []
    for i in range(30 if bench.quick else 200):
        began = time.perf_counter()
        connection.request("PATCH", f"/apisix/admin/routes/r{i}", '{"desc":"x"}', {"X-API-KEY": "bench"})
        connection.getresponse().read()
        writes.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        gateway = urllib.parse.urlsplit(simulator.gateway)
        first = http.client.HTTPConnection(gateway.hostname, gateway.port)
        first.request("GET", f"/r{i}")
        first.getresponse().read()
        first.close()
        effects.append((time.perf_counter() - began) * 1000)
    return [{"what": "PATCH of a route", "ms": spread(writes, 2), "wanted": "below 5"},
            {"what": "the first request after it, which makes the routing table anew", "ms": spread(effects, 2),
             "wanted": ""}]


@benchmark("idle", "10,000 idle keep-alive connections")
def idle(bench):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    ports = gateways.backend(bench)
    configuration = {"upstreams": gateways.upstreams(ports), "routes": [gateways.split_route()]}
    simulator = bench.simulator("--threads", "1", configuration=configuration)
    url = simulator.gateway + "/64"
    before = [Load(url, bench.seconds).rate for _ in range(bench.rounds)]
    address = urllib.parse.urlsplit(url)
    count = min(IDLE, hard - 500)
    request = b"GET /16k HTTP/1.1\r\nHost: x\r\n\r\n"
    connections = []
    for _ in range(count):
        connection = socket.create_connection((address.hostname, address.port))
        connection.sendall(request)
        while not connection.recv(65536).endswith(b"x" * 16):
            pass
        connections.append(connection)
    memory = simulator.resident_mib
    during = [Load(url, bench.seconds).rate for _ in range(bench.rounds)]
    for connection in connections:
        connection.close()
    return [{"what": f"memory with {count:,} connections that have each had 16 KiB", "figure": f"{memory:.0f} MiB",
             "wanted": "below 100 MiB"},
            {"what": "rate of the others, against none idle",
             "figure": f"{statistics.median(during) / statistics.median(before):.2f}", "wanted": "1.0"}]


@benchmark("bodies", "Bodies of 1 GiB each way")
def bodies(bench):
    size = GIB
    with open(bench.folder / "large", "wb") as large:
        large.truncate(size)
    ports = gateways.backend(bench)
    configuration = {"upstreams": gateways.upstreams(ports), "routes": [gateways.split_route()]}
    result = []
    for direction in ("down", "up"):
        simulator = bench.simulator("--threads", "1", configuration=configuration)
        address = urllib.parse.urlsplit(simulator.gateway)
        connection = http.client.HTTPConnection(address.hostname, address.port)
        began, most, moved = time.monotonic(), 0.0, 0
        if direction == "down":
            connection.request("GET", "/large")
            answer = connection.getresponse()
            while piece := answer.read(1 << 20):
                moved += len(piece)
                most = max(most, simulator.resident_mib)
        else:
            connection.putrequest("PUT", "/upload")
            connection.putheader("Content-Length", str(size))
            connection.endheaders()
            piece = b"y" * (1 << 20)
            for _ in range(size >> 20):
                connection.send(piece)
                moved += len(piece)
                most = max(most, simulator.resident_mib)
            connection.getresponse().read()
        seconds = time.monotonic() - began
        result.append({"what": f"{moved >> 20:,} MiB {direction}", "memory at most": f"{most:.0f} MiB",
                       "MiB/s": f"{(moved >> 20) / seconds:,.0f}", "wanted": "below 64 MiB"})
    return result


@benchmark("connections", "Connections that come and go")
def connections(bench):
    ports = gateways.backend(bench)
    configuration = {"upstreams": gateways.upstreams(ports), "routes": [gateways.split_route()]}
    simulator = bench.simulator("--threads", "1", configuration=configuration)
    descriptors = pathlib.Path(f"/proc/{simulator.process.pid}/fd")
    Load(simulator.gateway + "/64", 1)
    before, memory = len(list(descriptors.iterdir())), simulator.resident_mib
    wanted, made = (10000 if bench.quick else 1000000), 0
    while made < wanted:
        run = Load(simulator.gateway + "/64", bench.seconds, headers=["Connection: close"])
        made += int(run.rate * bench.seconds)
    time.sleep(3)  # idle connections to the nodes may still end
    return [{"what": f"{made:,} connections", "descriptors before and after":
             f"{before}, {len(list(descriptors.iterdir()))}", "memory before and after, MiB":
             f"{memory:.0f}, {simulator.resident_mib:.0f}"}]
