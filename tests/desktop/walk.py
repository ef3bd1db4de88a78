#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""walk.py BIN LANGUAGE: a release made, configured and fully released by somebody who can't see the window (B1 to B24).

The words are those of the table of words, exactly; what is on the gateway is asked from another client.
"""

import sys

from desktop import Gateway, Program, Role, children, until

ENGLISH = ["Clusters", "Cluster list", "Open", "Workspaces", "API management", "APIs", "Upstreams", "Releases", "New",
           "Configure", "Submit", "More", "Full release", "Confirm", "Back", "By percentage", "In progress",
           "Completed", "API details", "Current upstream", "Target upstream"]
CHINESE = ["集群管理", "集群列表", "访问", "工作分区", "API 管理", "API 列表", "上游管理", "发布管理", "新建",
           "配置", "提交", "更多", "全量发布", "确认", "返回", "按百分比", "进行中",
           "已完成", "API 详情", "当前上游", "目标上游"]
# Not in the table: fields and buttons that the walk passes.
OTHER = {"Enter the key": "输入 Key", "Admin key": "Admin Key", "Use this key": "使用此 Key", "Name *": "名称 *",
         "API *": "API *", "New release": "新建发布", "Target share, in percent": "目标比例（百分比）"}
NAME = "invoices v2"


def words(language):
    table = dict(zip(ENGLISH, CHINESE)) | OTHER
    return table.__getitem__ if language == "zh_CN" else str


def enter(program, word):
    program.press(word("Clusters"), Role.RADIO_BUTTON)
    program.page(word("Cluster list"))
    program.press_in_row(word("Clusters"), "shop", word("Open"))
    program.page(word("Workspaces"))
    program.press(word("Enter the key"))
    program.write(word("Admin key"), gateway.key)
    program.press(word("Use this key"))
    program.press_in_row(word("Workspaces"), "payments", word("Open"))
    program.page(word("APIs"))
    for entry in ("API management", "APIs", "Releases", "Upstreams"):
        program.find(word(entry), Role.LIST_ITEM, Role.HEADING)
    program.press(word("Releases"), Role.LIST_ITEM)
    program.page(word("Releases"))


def create(program, word):
    program.press(word("New"))
    program.page(word("New release"))
    program.write(word("Name *"), NAME)
    program.choose(word("API *"), "/payments/invoices")
    program.choose(word("Target upstream") + " *", "invoice-v2")
    program.find(word("By percentage"), Role.RADIO_BUTTON)
    program.set_value(word("Target share, in percent"), 20)
    program.press(word("Submit"))
    program.page(word("Releases"))


def configure(program, word):
    program.press_in_row(word("Releases"), NAME, word("Configure"))
    program.await_value(word("Target share, in percent"), 20)
    program.set_value(word("Target share, in percent"), 50)
    program.press(word("Submit"))
    program.page(word("Releases"))


def release_fully(program, word):
    program.press_in_row(word("Releases"), NAME, word("Full release"))
    dialog = program.find(word("Full release"), Role.DIALOG)
    program.find(word("Back"), Role.PUSH_BUTTON, below=dialog)
    program.press(word("Confirm"), below=dialog)


def holds(program, word, state, policy):
    """In the window, and for another client."""
    until(lambda: (gateway.release(NAME) or {}).get("policy") == policy, f"{policy} on the gateway")
    until(lambda: word(state) in [cell.get_name() for cell in program.row(word("Releases"), NAME) or []], state)


def main(program, word):
    enter(program, word)
    create(program, word)
    holds(program, word, "In progress", {"percentage": 20})
    configure(program, word)
    holds(program, word, "In progress", {"percentage": 50})
    release_fully(program, word)
    until(lambda: gateway.release(NAME)["state"] == "completed", "the full release on the gateway")
    until(lambda: word("Completed") in [cell.get_name() for cell in program.row(word("Releases"), NAME) or []],
          "Completed")
    # B20, B23: nothing but looking is left, and the way to the API is offered.
    left = [each.get_name() for each in children(program.row(word("Releases"), NAME)[-1])]
    assert word("Configure") not in left and word("Full release") not in left, left
    program.press(word("API details"))
    until(lambda: program.read(word("Current upstream")).startswith("invoice-v2"), "invoice-v2 as the current upstream")
    assert gateway.call("GET", "routes/invoices")["value"]["upstream_id"] == "invoice-v2"


folder, tongue = sys.argv[1:]
with Gateway(folder) as gateway, Program(f"{folder}/sluice", "--language", tongue) as window:
    main(window, words(tongue))
