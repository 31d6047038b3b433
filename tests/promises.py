#!/usr/bin/env python3
"""Makes the page of promises from what a run has shown: promises.py LINES > docs/promises.md

LINES holds one JSON object for each time that a test held a promise; tests/promises.json says what is promised.
"""
import collections
import datetime
import json
import pathlib
import sys

HEAD = """# What is promised, and what holds it

Made by `./test --long` on {day}. Each line is a promise to people who use the program, how often a run has held it, and the worst that
was seen. Where a promise has no line below it, no run has tried it. The seeds repeat a run: `FAULTS_SEED=1 cargo test --test faults`.
"""


def main(lines: str) -> None:
    promises = json.loads((pathlib.Path(__file__).parent / "promises.json").read_text())
    shown = collections.defaultdict(list)
    for line in pathlib.Path(lines).read_text().splitlines():
        entry = json.loads(line)
        shown[entry["promise"]].append(entry)
    unknown = set(shown) - {promise["id"] for promise in promises}
    if unknown:
        sys.exit(f"not in promises.json: {sorted(unknown)}")
    print(HEAD.format(day=datetime.date.today().isoformat()))
    for promise in promises:
        print(f"## {promise['id']}. {promise['promise']}\n")
        table(shown[promise["id"]])


def table(entries: list) -> None:
    if not entries:
        print("Not tried by this run.\n")
        return
    print("| test | database | runs | seeds | at worst |\n|---|---|---|---|---|")
    groups = collections.defaultdict(list)
    for entry in entries:
        groups[entry["test"], entry["database"]].append(entry)
    for (test, database), runs in sorted(groups.items()):
        seeds = sorted({run["seed"] for run in runs if run["seed"] is not None})
        told = f"{seeds[0]} to {seeds[-1]}" if len(seeds) > 1 else "".join(map(str, seeds))
        worst = max((run["worst"] for run in runs), key=figures)
        print(f"| `{test}` | {database} | {len(runs)} | {told} | {worst} |")
    print()


def figures(text: str) -> list:
    """The numbers of a text, by which the worst of several runs is found."""
    words = "".join(c if c.isdigit() or c == "." else " " for c in text).split()
    return [float(word) for word in words if word.strip(".").replace(".", "", 1).isdigit()]


if __name__ == "__main__":
    main(sys.argv[1])
