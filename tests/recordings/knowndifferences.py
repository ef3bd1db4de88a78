# SPDX-FileCopyrightText: 2026 The Sluice authors
# SPDX-License-Identifier: Apache-2.0
"""The list of exchanges in which a gateway is known to differ from its recordings.

    # words about the whole list
    variables-graphql.json      body      3-9,12
    plugins-cache.json          sometimes 4  # why

One line per file and kind, then the numbers of the exchanges; what `#` begins is for people. The kinds are those of
README.md. Differences are held as a set of (file, kind, number).
"""
import os

SOMETIMES = "sometimes"  # may differ or not, in whatever kind
HEADING = ["# Exchanges that are not answered as recorded: file, kind, numbers (tests/recordings/README.md)."]


def numbers_of(text):
    """'3-5,9' -> {3, 4, 5, 9}"""
    numbers = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers


def text_of(numbers):
    """{3, 4, 5, 9} -> '3-5,9'"""
    ranges = []
    for n in sorted(numbers):
        if ranges and ranges[-1][1] == n - 1:
            ranges[-1][1] = n
        else:
            ranges.append([n, n])
    return ",".join(str(a) if a == b else "%d-%d" % (a, b) for a, b in ranges)


def lines_of(differences, comments={}):
    """One line per file and kind, in a steady order."""
    grouped = {}
    for file, kind, number in differences:
        grouped.setdefault((file, kind), set()).add(number)
    for (file, kind), numbers in sorted(grouped.items()):
        comment = comments.get((file, kind))
        yield "%-27s %-9s %s" % (file, kind, text_of(numbers)) + ("  # " + comment if comment else "")


class KnownDifferences:
    def __init__(self, path, may_be_missing=False):
        self.path = path
        self.heading, self.comments = [], {}
        self.listed, self.unsteady = set(), set()
        if not may_be_missing or os.path.exists(path):
            with open(path, encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    self.read(line.strip(), number)

    def read(self, line, line_number):
        if not line:
            return
        if line.startswith("#"):
            self.heading.append(line)
            return
        entry, _, comment = line.partition("#")
        try:
            file, kind, numbers = entry.split()
            numbers = numbers_of(numbers)
        except ValueError:
            raise SystemExit("%s:%d: write FILE KIND NUMBERS, not \"%s\"" % (self.path, line_number, line))
        if comment:
            self.comments[file, kind] = comment.strip()
        if kind == SOMETIMES:
            self.unsteady.update((file, n) for n in numbers)
        else:
            self.listed.update((file, kind, n) for n in numbers)

    def steady(self, found):
        return {d for d in found if (d[0], d[2]) not in self.unsteady}

    def new(self, found):
        """Differences that are not in the list."""
        return self.steady(found) - self.listed

    def gone(self, found, was_played):
        """Entries that no longer differ, of the files for which was_played(file) holds."""
        return {d for d in self.listed - found if was_played(d[0])}

    def rewrite(self, found):
        """Puts what was found into the list; what people wrote stays."""
        differences = self.steady(found) | {(file, SOMETIMES, n) for file, n in self.unsteady}
        with open(self.path, "w", encoding="utf-8") as out:
            for line in (self.heading or HEADING) + list(lines_of(differences, self.comments)):
                out.write(line + "\n")
