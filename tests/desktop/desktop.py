# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""The program as assistive technology meets it: by names, roles, states, actions, values and text over AT-SPI."""

import json
import os
import pathlib
import secrets
import subprocess
import sys
import time
import urllib.request

# The bindings belong to the system's Python; another one that comes first in the path does not have them.
try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as fault:
    sys.exit(f"{fault}: install the packages python3-gi and gir1.2-atspi-2.0")

PATIENCE = 20  # seconds until something that is waited for is missing
Role = Atspi.Role
State = Atspi.StateType
FIELDS = (Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT)


def until(found, what):
    """Asks again and again, and gives back what it was told at last."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            answer = found()
        except GLib.Error:  # something went away while it was looked at
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not within {PATIENCE} s: {what}")
        time.sleep(0.05)


def children(thing):
    found = (thing.get_child_at_index(at) for at in range(thing.get_child_count()))
    return [child for child in found if child is not None]


def has(thing, state):
    return thing.get_state_set().contains(state)


def shown(thing):
    """It, and all below it that can be seen."""
    yield thing
    for child in children(thing):
        if has(child, State.VISIBLE):
            yield from shown(child)


def names(thing):
    """Its own and its label's; a box that unfolds is called by what is chosen in it."""
    labels = []
    if thing.get_role() == Role.COMBO_BOX:
        for relation in thing.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                labels += [relation.get_target(at).get_name() for at in range(relation.get_n_targets())]
    return [name for name in [thing.get_name(), *labels] if name.strip()]


def actions(thing):
    actor = thing.get_action_iface()
    return [] if actor is None else [actor.get_action_name(at) for at in range(actor.get_n_actions())]


class Program:
    """A running sluice. Its key, where it asks for one, is typed as everything else is."""

    def __init__(self, path, *options, **variables):
        Atspi.init()
        Atspi.set_timeout(5000, 20000)
        self.process = subprocess.Popen([path, *options], env={**os.environ, **variables})
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        self.root = until(lambda: self.own(desktop), "the program on the accessibility bus")

    def own(self, desktop):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}")
        return next((each for each in children(desktop) if each.get_process_id() == self.process.pid), None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def windows(self):
        """Those that are open, the newest first."""
        return [each for each in reversed(children(self.root)) if has(each, State.VISIBLE)]

    def look(self, name, *roles, below=None):
        """What is shown under this name now; None for nothing."""
        for top in [below] if below else self.windows():
            for thing in shown(top):
                if (not roles or thing.get_role() in roles) and name in names(thing):
                    return thing
        return None

    def find(self, name, *roles, below=None):
        return until(lambda: self.look(name, *roles, below=below), f'"{name}"')

    def gone(self, name, *roles):
        until(lambda: self.look(name, *roles) is None, f'the end of "{name}"')

    def page(self, title):
        """Waits until the window is there."""
        until(lambda: any(each.get_name().startswith(f"{title} – ") for each in self.windows()),
              f'the page "{title}"')

    def press(self, name, role=Role.PUSH_BUTTON, below=None):
        self.do(lambda: self.look(name, role, below=below), f'"{name}"')

    def press_in_row(self, table, words, name):
        """A button at the end of the row with a cell of these words."""
        self.do(lambda: self.look_in_row(table, words, name), f'"{name}" for "{words}" in "{table}"')

    def do(self, find, what):
        def pressed():
            thing = find()
            if thing is None or not has(thing, State.ENABLED):
                return False
            way = next((each for each in ("Press", "Toggle") if each in actions(thing)), None)
            return way is not None and thing.get_action_iface().do_action(actions(thing).index(way))

        until(pressed, what + " to press")

    def row(self, table, words):
        """The cells of a row; None where there is no such row."""
        place = self.look(table, Role.TABLE)
        grid = place and place.get_table_iface()
        for row in range(grid.get_n_rows() if grid else 0):
            cells = [grid.get_accessible_at(row, column) for column in range(grid.get_n_columns())]
            if words in [cell.get_name() for cell in cells]:
                return cells
        return None

    def look_in_row(self, table, words, name):
        cells = self.row(table, words)
        return next((each for each in children(cells[-1]) if each.get_name() == name), None) if cells else None

    def read(self, title):
        """What stands beside a title."""
        described = (thing for top in self.windows() for thing in shown(top) if thing.get_description() == title)
        return next((thing.get_name() for thing in described), "")

    def write(self, name, text):
        self.find(name, *FIELDS).get_editable_text_iface().set_text_contents(text)

    def choose(self, name, words):
        """The entry of a box that contains the words, written as it stands there."""
        def entry():
            box = self.look(name, Role.COMBO_BOX)
            entries = [each.get_name() for part in children(box) for each in children(part)] if box else []
            return next((each for each in entries if words in each), None)

        wanted = until(entry, f'"{words}" in "{name}"')
        box = self.find(name, Role.COMBO_BOX)
        field = next(each for each in children(box) if each.get_role() in FIELDS)
        field.get_editable_text_iface().set_text_contents(wanted)
        until(lambda: self.find(name, Role.COMBO_BOX).get_name() == wanted, f'"{wanted}" in "{name}"')

    def set_value(self, name, value):
        self.find(name, Role.SPIN_BUTTON).get_value_iface().set_current_value(value)

    def await_value(self, name, value):
        until(lambda: self.find(name, Role.SPIN_BUTTON).get_value_iface().get_current_value() == value,
              f'{value} in "{name}"')


class Gateway:
    """A simulator with the sample data, a profile of it for the program, and another client of it."""

    def __init__(self, bin_folder):
        self.bin = pathlib.Path(bin_folder)
        self.folder = pathlib.Path(os.environ["HOME"])
        self.key = secrets.token_hex(16)
        key_file = self.folder / "key"
        key_file.write_text(self.key)
        self.process = subprocess.Popen(
            [self.bin / "sluice-simulator", "--cluster", "shop:0:0", "--demo", "--sample", "--admin-key-file", key_file],
            stdout=subprocess.PIPE)
        self.cluster = json.loads(self.process.stdout.readline())["clusters"][0]
        profiles = self.folder / "config" / "sluice" / "clusters.json"
        profiles.parent.mkdir(parents=True, exist_ok=True)
        profile = {"id": "4711", "name": "shop", "environment": "staging", "admin": self.cluster["admin"],
                   "gateways": [self.cluster["gateway"]], "askKey": True}
        profiles.write_text(json.dumps({"clusters": [profile]}))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def ctl(self, *words):
        """What another client is told, as JSON where it is some."""
        line = [self.bin / "sluicectl", "--admin", self.cluster["admin"], "--gateway", self.cluster["gateway"],
                "-o", "json", *words]
        done = subprocess.run(line, env={**os.environ, "SLUICE_ADMIN_KEY": self.key, "SLUICE_OPERATOR": "li"},
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"sluicectl {' '.join(words)} ended with {done.returncode}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def release(self, name):
        """The release of this name; None for none."""
        return next((each for each in self.ctl("releases", "list") if each["name"] == name), None)

    def traffic(self, release):
        return self.ctl("releases", "show", release["id"])["traffic"]

    def call(self, method, path):
        request = urllib.request.Request(f"{self.cluster['admin']}/apisix/admin/{path}", method=method,
                                         headers={"X-API-KEY": self.key})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def end_leases(self):
        """They end by themselves after half a minute; nobody waits for that here."""
        for item in self.call("GET", "plugin_configs")["list"]:
            if item["value"]["id"].startswith("sluice-lease-"):
                self.call("DELETE", f"plugin_configs/{item['value']['id']}")
