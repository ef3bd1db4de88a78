#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""killed.py BIN: the program is killed between the two writes of an action.

Another client sees what was wanted as pending and the traffic as it was, and `releases finish` ends it.
"""

import signal
import sys

from desktop import Gateway, Program, Role, until

SPLIT = '{} % of the traffic goes to "invoice-v2", the rest to "invoice-v1".'
NONE = 'All traffic goes to "invoice-v1".'


def at_releases(program):
    program.press("Clusters", Role.RADIO_BUTTON)  # it begins where it ended
    program.press_in_row("Clusters", "shop", "Open")
    program.press("Enter the key")
    program.write("Admin key", gateway.key)
    program.press("Use this key")
    program.press_in_row("Workspaces", "payments", "Open")
    program.press("Releases", Role.LIST_ITEM)


def create(program, name):
    program.press("New")
    program.write("Name *", name)
    program.choose("API *", "/payments/invoices")
    program.choose("Target upstream *", "invoice-v2")
    program.set_value("Target share, in percent", 20)
    program.press("Submit")


def configure(program, name):
    program.press_in_row("Releases", name, "Configure")
    program.await_value("Target share, in percent", 20)
    program.set_value("Target share, in percent", 70)
    program.press("Submit")


def confirm(word):
    def act(program, name):
        program.press_in_row("Releases", name, word)
        program.press("Confirm", below=program.find(word, Role.DIALOG))

    return act


def is_pending(name):
    release = gateway.release(name)
    return release is not None and release["condition"] == "pending"


def kill_during(act, name):
    with Program(f"{folder}/sluice", "--language", "en", SLUICE_TEST_PAUSE_BEFORE_API_WRITE="60000") as program:
        at_releases(program)
        act(program, name)
        until(lambda: is_pending(name), f"{name} pending")
        program.process.send_signal(signal.SIGKILL)
        assert program.process.wait() == -signal.SIGKILL


def check(act, name, before, condition, after):
    kill_during(act, name)
    pending = gateway.release(name)
    assert pending["condition"] == "pending", pending
    assert gateway.traffic(pending) == before, gateway.traffic(pending)
    gateway.end_leases()
    gateway.ctl("releases", "finish", pending["id"])
    done = gateway.release(name)
    assert done["condition"] == condition, done
    assert gateway.traffic(done) == after, gateway.traffic(done)
    print(f"{name}: pending, finished, {after}")


def made(name):
    gateway.ctl("releases", "create", "--name", name, "--api", "route/invoices", "--target", "invoice-v2",
                "--percentage", "20")


folder = sys.argv[1]
with Gateway(folder) as gateway:
    check(create, "made", NONE, "applied", SPLIT.format(20))
    check(configure, "made", SPLIT.format(20), "applied", SPLIT.format(70))
    check(confirm("Cancel release"), "made", SPLIT.format(70), "ended", NONE)
    made("released")
    check(confirm("Full release"), "released", SPLIT.format(20), "ended", 'All traffic goes to "invoice-v2".')
