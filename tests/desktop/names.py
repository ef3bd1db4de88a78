#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""names.py BIN: everything that can be focused or pressed has a name, on every page and in the dialogs.

A cell may be empty, for its header names it, and a scroll bar belongs to what it scrolls; a label is its text, and while
that is empty there is nothing to meet. Nothing else may be without a name.
"""

import sys

from desktop import Program, Role, State, actions, has, names, shown

UNNAMED = (Role.TABLE_CELL, Role.SCROLL_BAR, Role.LABEL)
nameless = []
looked_at = 0


def check(program, place):
    global looked_at
    for window in program.windows():
        for thing in shown(window):
            looked_at += 1
            works = thing.get_role() not in UNNAMED and (has(thing, State.FOCUSABLE) or actions(thing))
            if works and not names(thing):
                nameless.append(f"{place}: {thing.get_role_name()} of {owner(thing)}")


def owner(thing):
    """The next thing above that has a name."""
    while thing is not None and not thing.get_name().strip():
        thing = thing.get_parent()
    return thing.get_name() if thing else "nothing"


def page(program, title):
    program.page(title)
    check(program, title)


def dialog(program, name, leave="Back"):
    shown_dialog = program.find(name, Role.DIALOG)
    for tab in [each for each in shown(shown_dialog) if each.get_role() == Role.PAGE_TAB]:
        program.press(tab.get_name(), Role.PAGE_TAB, below=shown_dialog)
        check(program, f"{name}, {tab.get_name()}")
    check(program, name)
    program.press(leave, below=shown_dialog)
    program.gone(name, Role.DIALOG)


def at_the_top(program):
    page(program, "Cluster list")
    program.press("Add cluster")
    dialog(program, "Add cluster")
    program.press("Local simulator", Role.RADIO_BUTTON)
    page(program, "Local simulator")
    program.press("Activity", Role.RADIO_BUTTON)
    page(program, "Activity")
    program.press("Clusters", Role.RADIO_BUTTON)
    program.press_in_row("Clusters", "staging (demo)", "Open")
    page(program, "Workspaces")
    program.press("Overview", Role.LIST_ITEM)
    page(program, "Overview")
    program.press("Workspaces", Role.LIST_ITEM)
    program.press_in_row("Workspaces", "payments", "Open")


def in_a_workspace(program):
    page(program, "APIs")
    program.press_in_row("APIs", "Checkout", "View")
    page(program, "Checkout")
    program.press("Upstreams", Role.LIST_ITEM)
    page(program, "Upstreams")
    program.press("New")
    dialog(program, "New upstream")
    program.press_in_row("Upstreams", "pay-v1", "View")
    page(program, "pay-v1")


def of_a_release(program):
    name = "Checkout 2.4"
    program.press("Releases", Role.LIST_ITEM)
    page(program, "Releases")
    program.press_in_row("Releases", name, "Full release")
    dialog(program, "Full release")
    program.press_in_row("Releases", name, "Verify")
    page(program, f"Verify: {name}")
    program.press("Releases", Role.LIST_ITEM)
    program.press_in_row("Releases", name, "Rehearse")
    page(program, f"Rehearse: {name}")
    program.press("Releases", Role.LIST_ITEM)
    program.press_in_row("Releases", name, "View")
    page(program, name)
    program.press("Configure")
    page(program, f"Configure {name}")
    program.press("By last digit…")
    dialog(program, "By last digit")
    program.press("By rules", Role.RADIO_BUTTON)
    program.press("Paste curl or headers…")
    dialog(program, "Paste curl or headers")
    check(program, "By rules")


with Program(f"{sys.argv[1]}/sluice", "--demo", "--language", "en") as program:
    at_the_top(program)
    in_a_workspace(program)
    of_a_release(program)
with Program(f"{sys.argv[1]}/sluice", "--language", "en") as program:
    page(program, "Welcome")
print(f"{looked_at} things looked at")
if nameless:
    sys.exit("\n".join(sorted(set(nameless))))
