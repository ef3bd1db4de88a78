# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""The peers: nginx as backend and as gateway, HAProxy; all with the same 20 / 80 split."""
import framework

BODIES = {"64": 64, "16k": 16 * 1024}


def backend(bench, workers=1):
    """Two ports that answer /64 and /16k alike; the name of the port stands in X-Backend."""
    for name, size in BODIES.items():
        (bench.folder / name).write_text("x" * size)
    ports = [framework.free_port(), framework.free_port()]
    servers = "".join(f"server {{ listen 127.0.0.1:{port} reuseport backlog=4096; root {bench.folder};"
                      f" client_max_body_size 0; location /upload {{ return 200; }} }}" for port in ports)
    _nginx(bench, "backend", workers, servers)
    for port in ports:
        bench.wait_for(port)
    return ports


def nginx(bench, backends, workers):
    port = framework.free_port()
    upstreams = "".join(f"upstream b{i} {{ server 127.0.0.1:{p}; keepalive 320; keepalive_requests 1000000; }}"
                        for i, p in enumerate(backends))
    process = _nginx(bench, f"proxy{workers}", workers,
           'split_clients "$request_id" $target { 20% b0; * b1; }' + upstreams +
           f"server {{ listen 127.0.0.1:{port} reuseport backlog=4096; location / {{ proxy_pass http://$target;"
           " proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $host;"
           " proxy_set_header X-Real-IP $remote_addr;"
           " proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; } }")
    bench.wait_for(port)
    return f"http://127.0.0.1:{port}", process.pid


def _nginx(bench, name, workers, http):
    file = bench.folder / f"{name}.conf"
    file.write_text(f"daemon off; worker_processes {workers}; pid {bench.folder}/{name}.pid; user root;"
                    f" error_log {bench.folder}/{name}.log crit; worker_rlimit_nofile 16384;"
                    "events { worker_connections 4000; }"
                    "http { access_log off; keepalive_requests 100000000; sendfile on; tcp_nopush on;"
                    f" open_file_cache max=100; client_body_temp_path {bench.folder}/{name}-body;"
                    f" proxy_temp_path {bench.folder}/{name}-proxy; {http} }}")
    return bench.start("nginx", "-c", file, "-p", bench.folder)


def haproxy(bench, backends, workers):
    port = framework.free_port()
    file = bench.folder / f"haproxy{workers}.cfg"
    file.write_text(f"global\n  maxconn 4000\n  nbthread {workers}\n"
                    "defaults\n  mode http\n  option forwardfor\n  timeout connect 5s\n  timeout client 60s\n"
                    "  timeout server 60s\n  http-reuse always\n"
                    f"frontend f\n  bind 127.0.0.1:{port}\n  default_backend b\n"
                    "backend b\n  balance roundrobin\n"
                    f"  server s0 127.0.0.1:{backends[0]} weight 20\n  server s1 127.0.0.1:{backends[1]} weight 80\n")
    process = bench.start("haproxy", "-f", file, "-q")
    bench.wait_for(port)
    return f"http://127.0.0.1:{port}", process.pid


def upstreams(backends):
    return [{"id": f"v{i}", "type": "roundrobin", "nodes": {f"127.0.0.1:{port}": 1}}
            for i, port in enumerate(backends)]


def split_route(match=None):
    rule = {"weighted_upstreams": [{"upstream_id": "v0", "weight": 20}, {"weight": 80}]}
    if match:
        rule["match"] = [{"vars": match}]
    return {"id": "r", "uri": "/*", "upstream_id": "v1", "plugins": {"traffic-split": {"rules": [rule]}}}
