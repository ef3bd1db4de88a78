# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""Replay recorded exchanges of a real Apache APISIX against another gateway, and print every difference.

    replay --admin http://127.0.0.1:9180 --gateway http://127.0.0.1:9080 --key K [--viewer-key V] [--settle S]
           [--known LIST | --write-known LIST] [FILE.json | FOLDER ...]

Without files all *.json beside this script are replayed. Each file starts from an empty gateway: everything that the
Admin API lists is deleted first, so never point this at a gateway that someone needs. Echo backends for the
recordings' upstreams are started by this script, on free loopback ports. With a list of known differences, those alone are allowed, and each must still be there.
Exit status: 0 no difference (none but the known ones), 1 differences, 2 usage.
The format is described in README.md beside this script. Python 3.9 or later, standard library only.
"""
import argparse, collections, glob, http.client, http.server, json, os, random, re, socketserver, subprocess, sys, tempfile, threading, time, urllib.parse

from knowndifferences import KnownDifferences, lines_of

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED_PORT = 9080

COLLECTIONS = ["routes", "stream_routes", "services", "consumers", "consumer_groups", "plugin_configs", "global_rules",
               "upstreams", "ssls", "protos", "secrets", "plugin_metadata"]
HEADERS = ["content-type", "location", "allow", "www-authenticate", "access-control-allow-origin",
           "access-control-allow-methods", "access-control-allow-headers", "access-control-max-age",
           "access-control-expose-headers", "access-control-allow-credentials", "x-apisix-upstream-status",
           "x-api-version", "x-backend", "x-added", "retry-after",
           "apisix-cache-status", "age", "cache-control", "vary", "set-cookie", "content-encoding",
           "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]


class Backend(http.server.BaseHTTPRequestHandler):
    """Answers every request with 200 and a JSON description of it; `X-Backend` names the backend."""
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # 40 ms an answer otherwise: its head and its body are sent one by one
    name = "?"
    seen = []  # of this backend, since it was last asked with X-Want-Seen

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else b""
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            body = b""
            while True:
                n = int(self.rfile.readline().split(b";")[0], 16)
                body += self.rfile.read(n)
                self.rfile.readline()
                if n == 0:
                    break
        headers = {}
        for k, v in self.headers.items():
            headers.setdefault(k.lower(), []).append(v)
        status = int(self.headers.get("X-Want-Status") or 200)
        delay = float(self.headers.get("X-Want-Delay") or 0)
        if delay:
            time.sleep(delay)
        told = {"backend": self.name, "method": self.command, "uri": self.path, "headers": headers,
                "body": body.decode("utf-8", "replace")}
        if self.headers.get("X-Want-Seen"):
            told["seen"] = self.seen[:]
            del self.seen[:]
        else:
            self.seen.append(dict(told))
            del self.seen[:-20]
        out = json.dumps(told).encode()
        self.send_response(status)
        for extra in self.headers.get_all("X-Want-Header") or []:
            self.send_header(*extra.split(": ", 1))
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Backend", self.name)
        self.send_header("Content-Length", str(len(out)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(out)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *args):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass  # a client that went away


class CannotRestart(Exception):
    """The gateway can't be restarted at all, or not in the way that is asked for."""


def restart_by(command):
    """Returns what restarts the gateway by a command, which ends with 77 where it can't."""
    def restart(how):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as f:
            json.dump(how, f)
            f.flush()
            status = subprocess.run(command + " " + f.name, shell=True, stdout=subprocess.DEVNULL).returncode
        if status == 77:
            raise CannotRestart()
        if status:
            raise RuntimeError("the restart ended with %d" % status)
    return restart


def cannot_restart(how):
    raise CannotRestart()


class Player:
    def __init__(self, admin, gateway, key, viewer, settle, restart=cannot_restart):
        self.admin, self.gateway = self.split(admin), self.split(gateway)
        self.key, self.viewer, self.settle, self.restart = key, viewer, settle, restart
        self.values = {}
        self.backends = []
        for name in ("v1", "v2", "v3"):
            self.backends.append(type("B", (Backend,), {"name": name, "seen": []}))
            server = Server(("127.0.0.1", 0), self.backends[-1])
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.values["backend." + name] = "127.0.0.1:%d" % server.server_address[1]
            self.values["port." + name] = str(server.server_address[1])
        self.values["run"] = "run%06x" % random.randrange(1 << 24)
        self.values["gateway"] = "%s:%d" % self.gateway
        self.values["gateway.port"] = str(self.gateway[1])
        self.fresh = dict(self.values)
        self.dirty = False

    @staticmethod
    def split(url):
        u = urllib.parse.urlsplit(url)
        return u.hostname, u.port or 80

    # substitution -------------------------------------------------------------------------------------------------
    def fill(self, x):
        if isinstance(x, str):
            return re.sub(r"\{\{([^}]+)\}\}", lambda m: self.values.get(m.group(1), m.group(0)), x)
        if isinstance(x, list):
            return [self.fill(v) for v in x]
        if isinstance(x, dict):
            out = {}
            for k, v in x.items():
                v = self.fill(v)
                if k == "port" and isinstance(v, str) and v.isdigit():
                    v = int(v)
                out[self.fill(k)] = v
            return out
        return x

    def unfill(self, text, file_values):
        """What differs from run to run becomes {{name}} again."""
        for name, value in sorted(file_values.items(), key=lambda kv: -len(kv[1])):
            if not value.startswith("{{") and not name.startswith("port.") and name != "gateway.port":
                text = re.sub(r"(?<![\w.])" + re.escape(value) + r"(?![\w.])", "{{%s}}" % name, text)
        return text

    # sending ------------------------------------------------------------------------------------------------------
    def send(self, where, method, path, headers, body, connection=None):
        host, port = self.admin if where == "admin" else self.gateway
        c = connection or http.client.HTTPConnection(host, port, timeout=20)
        try:
            c.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for k, v in headers.items():
                for one in v if isinstance(v, list) else [v]:
                    c.putheader(k, one)
            data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogateescape") if body is not None else None
            if data is not None and not any(k.lower() in ("content-length", "transfer-encoding") for k in headers):
                c.putheader("Content-Length", str(len(data)))
            c.endheaders()
            if data is not None:
                c.send(data)
            r = c.getresponse()
            raw = r.read()
            return r.status, {k.lower(): v for k, v in r.getheaders()}, raw.decode("utf-8", "replace")
        finally:
            if connection is None:
                c.close()

    def request(self, q):
        q = self.fill(q)
        where = q.get("to", "admin")
        headers = dict(q.get("headers", {}))
        if where == "admin":
            who = q.get("key", "admin")
            if who in ("admin", "viewer"):
                headers["X-API-KEY"] = self.key if who == "admin" else self.viewer
            elif who != "none":
                headers["X-API-KEY"] = who
        body = q.get("text")
        if "text_repeat" in q:
            body = q["text_repeat"][0] + q["text_repeat"][1] * q["text_repeat"][2] + q["text_repeat"][3]
        if "body" in q:
            body = json.dumps(q["body"], ensure_ascii=False)
        if body is not None and not any(k.lower() == "content-type" for k in headers):
            headers["Content-Type"] = "application/json"
        path = q["path"]
        if where == "admin" and not path.startswith("/"):
            path = "/apisix/admin/" + path
        return where, q["method"], path, headers, body

    def play(self, q):
        """Send one request (or `repeat` of them) and return the normalised answer."""
        if "restart" in q:
            self.restart(self.fill(q["restart"]))
            return {"status": 0}
        where, method, path, headers, body = self.request(q)
        if (where == "gateway" or method == "DELETE" or path.startswith("/apisix/admin/consumers")) and self.dirty:
            time.sleep(self.settle)
            self.dirty = False
        if "repeat" in q:
            c = http.client.HTTPConnection(*self.gateway, timeout=20)
            seen = []
            for _ in range(q["repeat"]):
                status, h, _ = self.send(where, method, path, headers, body, c)
                seen.append(h.get("x-backend") or str(status))
            c.close()
            return {"sequence": squeeze(seen)}
        status, h, text = self.send(where, method, path, headers, body)
        if where == "admin" and method not in ("GET", "HEAD", "OPTIONS"):
            self.dirty = True
        for name, pointer in q.get("save", {}).items():
            self.values[name] = str(dig(json.loads(text), pointer))
        text = self.unfill(text, self.values)
        answer = {"status": status, "headers": {k: self.unfill(h[k], self.values) for k in HEADERS if k in h}}
        try:
            answer["body"] = normal(json.loads(text), {int(v): "{{%s}}" % n for n, v in self.values.items() if n.startswith("port.")})
        except ValueError:
            answer["text"] = text
        return answer

    def play_file(self, exchanges):
        """Plays a file from an empty gateway; yields a list of differences for each exchange, None if it is left out."""
        self.values = dict(self.fresh)
        self.empty()
        for i, exchange in enumerate(exchanges):
            try:
                yield list(compare(exchange, self.play(exchange["request"])))
            except CannotRestart:
                yield from [None] * (len(exchanges) - i)
                return
            except Exception as e:  # a dropped connection is a difference, not the end of the run
                yield ["no answer: %s: %s" % (type(e).__name__, e)]

    def empty(self):
        for backend in self.backends:
            del backend.seen[:]
        for _ in range(3):
            left = 0
            for c in COLLECTIONS:
                status, _, text = self.send("admin", "GET", "/apisix/admin/" + c, {"X-API-KEY": self.key}, None)
                if status != 200:
                    continue
                for item in json.loads(text).get("list") or []:
                    key = item["key"].split("/" + c + "/", 1)[-1]
                    self.send("admin", "DELETE", "/apisix/admin/%s/%s?force=true" % (c, key), {"X-API-KEY": self.key}, None)
                    left += 1
            if not left:
                break
        # A gateway may take writes in only when it is asked for something: what was there must not give a place to
        # what comes next.
        time.sleep(self.settle)
        self.send("gateway", "GET", "/", {}, None)
        self.dirty = False


def squeeze(seen):
    """['v1','v1','v2'] -> 'v1*2 v2'"""
    out = []
    for s in seen:
        if out and out[-1][0] == s:
            out[-1][1] += 1
        else:
            out.append([s, 1])
    return " ".join(s if n == 1 else "%s*%d" % (s, n) for s, n in out)


def expand(sequence):
    out = []
    for part in sequence.split():
        name, _, n = part.partition("*")
        out += [name] * int(n or 1)
    return out


def period(seen):
    """The smallest p with which the whole sequence repeats at least once, or None."""
    for p in range(1, len(seen) // 2 + 1):
        if all(seen[i] == seen[i + p] for i in range(len(seen) - p)):
            return p
    return None


def same_sequence(want, got):
    """A gateway starts a weighted order anywhere: equal are cycles up to rotation, with more than two names
    the counts over one period, and without a period in the recording the counts over all."""
    want, got = expand(want), expand(got)
    if len(want) != len(got):
        return False
    p = period(want)
    if p is None:
        return sorted(want) == sorted(got)
    if period(got) != p:
        return False
    if len(set(want)) > 2:
        return sorted(want[:p]) == sorted(got[:p])
    return any(want[i:i + p] == got[:p] for i in range(p))


def dig(value, pointer):
    for part in pointer.strip("/").split("/"):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def normal(x, ports):
    if isinstance(x, list):
        return [normal(v, ports) for v in x]
    if isinstance(x, dict):
        out = {}
        for k, v in x.items():
            if k in ("create_time", "update_time") and isinstance(v, (int, float)):
                v = "@time"
            elif k in ("createdIndex", "modifiedIndex") and isinstance(v, int):
                v = "@index"
            elif k == "port" and isinstance(v, int) and v in ports:
                v = ports[v]
            out[k] = normal(v, ports)
        return out
    return x


def differences(want, got, at=""):
    if at == "/sequence" and isinstance(want, str) and isinstance(got, str):
        if not same_sequence(want, got):
            yield "%s: recorded %s, got %s" % (at, short(want), short(got))
    elif isinstance(want, dict) and isinstance(got, dict):
        for k in sorted(set(want) | set(got)):
            if k not in want:
                yield "%s/%s: not in the recording: %s" % (at, k, short(got[k]))
            elif k not in got:
                yield "%s/%s: missing, recorded %s" % (at, k, short(want[k]))
            else:
                yield from differences(want[k], got[k], at + "/" + k)
    elif isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for i, (a, b) in enumerate(zip(want, got)):
            yield from differences(a, b, "%s/%d" % (at, i))
    elif type(want) is not type(got) and not (isinstance(want, (int, float)) and isinstance(got, (int, float))) or want != got:
        yield "%s: recorded %s, got %s" % (at or "/", short(want), short(got))


def short(x):
    s = json.dumps(x, ensure_ascii=False)
    return s if len(s) < 300 else s[:297] + "..."


def compare(exchange, got):
    want = exchange["answer"]
    skip = exchange.get("ignore", [])
    if exchange.get("only") == "status":
        want, got = {"status": want.get("status")}, {"status": got.get("status")}
    if "headers" in want:
        got = dict(got, headers={k: v for k, v in got.get("headers", {}).items() if k in want["headers"]})
    for d in differences(want, got):
        if not any(d.startswith(s) for s in skip):
            yield d


def kinds_of(diff):
    """The kinds of an exchange's differences, as lists of known ones name them."""
    if diff is None:
        return {"restart"}
    kinds = {"no-answer" if d.startswith("no answer") else re.match(r"/(\w+)", d).group(1) for d in diff}
    return {"body" if kind == "text" else kind for kind in kinds}


class Report:
    """What was found; prints what is not known."""

    def __init__(self, known, quiet):
        self.known, self.quiet = known, quiet
        self.found = set()
        self.count = collections.Counter()

    def add_file(self, name, exchanges, differences):
        before = self.count["agree"]
        for i, (exchange, diff) in enumerate(zip(exchanges, differences)):
            found = {(name, kind, i) for kind in kinds_of(diff)}
            self.found |= found
            self.count["left out" if diff is None else "differ" if diff else "agree"] += 1
            if found and not self.quiet and (not self.known or self.known.new(found)):
                self.print_exchange(name, i, exchange, diff)
        print("%-32s %d of %d" % (name, self.count["agree"] - before, len(exchanges)), flush=True)

    @staticmethod
    def print_exchange(name, number, exchange, diff):
        q = exchange["request"]
        print("%s #%d %s %s%s" % (name, number, q.get("method", "restart"), q.get("path", ""),
                                  "  (%s)" % exchange["note"] if exchange.get("note") else ""))
        for d in (diff or ["left out: the gateway can't be restarted so"])[:8]:
            print("    " + d)

    def print_kinds(self):
        kinds = collections.Counter(kind for _, kind, _ in self.found)
        print(", ".join("%d %s" % (self.count[c], c) for c in ("agree", "differ", "left out"))
              + " (exchanges by kind: %s)" % ", ".join("%s %d" % k for k in sorted(kinds.items())) * bool(kinds))

    def judge(self, files):
        """Prints how what was found differs from the list; true if it does not."""
        names = {os.path.basename(f) for f in files}
        there = {os.path.basename(f) for f in files_of(sorted({os.path.dirname(f) or "." for f in files}))}
        new = self.known.new(self.found)
        gone = self.known.gone(self.found, lambda file: file in names or file not in there)
        for heading, differences in (("not in %s:", new), ("no longer so, to be taken out of %s:", gone)):
            if differences:
                print(heading % self.known.path)
            for line in lines_of(differences):
                print("    " + line)
        return not new and not gone


def files_of(arguments):
    """The files that are named, and those of the folders that are named."""
    files = []
    for a in arguments:
        files += sorted(glob.glob(os.path.join(a, "*.json"))) if os.path.isdir(a) else [a]
    return files


def arguments_of(argv):
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--admin", required=True)
    p.add_argument("--gateway", required=True)
    p.add_argument("--key", required=True)
    p.add_argument("--viewer-key", default="")
    p.add_argument("--settle", type=float, default=0.0, help="seconds between a write and the next request to the gateway")
    p.add_argument("--restart", metavar="COMMAND", help="restarts the gateway; it is given a JSON file: see README.md; without it what needs it is left out")
    lists = p.add_mutually_exclusive_group()
    lists.add_argument("--known", metavar="LIST", help="differences that are allowed, and must be there")
    lists.add_argument("--write-known", metavar="LIST", help="write that list anew")
    p.add_argument("--quiet", action="store_true", help="totals only")
    p.add_argument("files", nargs="*", default=[HERE], metavar="FILE.json | FOLDER")
    return p.parse_args(argv)


def exchanges_of(file, port):
    """Recorded answers name the port of the gateway that gave them: here it is the one that is asked."""
    with open(file, encoding="utf-8") as recording:
        return json.loads(re.sub(r"\b%d\b" % RECORDED_PORT, str(port), recording.read()))["exchanges"]


def main(argv=None, restart=None):
    a = arguments_of(argv)
    files = files_of(a.files)
    known = KnownDifferences(a.known or a.write_known, bool(a.write_known)) if a.known or a.write_known else None
    player = Player(a.admin, a.gateway, a.key, a.viewer_key, a.settle,
                    restart or (restart_by(a.restart) if a.restart else cannot_restart))
    report = Report(known if a.known else None, a.quiet or a.write_known)
    for f in files:
        exchanges = exchanges_of(f, player.gateway[1])
        report.add_file(os.path.basename(f), exchanges, player.play_file(exchanges))
    player.empty()
    report.print_kinds()
    if a.write_known:
        known.rewrite(report.found)
        return 0
    return 0 if (report.judge(files) if known else not report.count["differ"]) else 1
