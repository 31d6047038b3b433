#!/usr/bin/env python3
"""Makes the page of promises of what a run has shown: promises.py FIGURES LOG RUN > docs/promises.md

tests/promises.json says what is promised and which tests hold it. LOG is what the tests printed, and FIGURES has one JSON object
for each time that a test has counted something: promise, database, seed, and the worst that it saw. RUN names the run.
"""
import collections
import datetime
import json
import pathlib
import re
import sys

HEAD = """# What is promised, and what holds it

Made by {run} on {day}; `./test --long` makes it anew. Each promise names the tests that hold it and what became of them in this run; most run on SQLite and on
Postgres. Where a test counts something, the line below it says how often it ran, with which seeds, and the worst that it saw.
`FAULTS_SEED=1 cargo test --test faults` repeats a run. Where nothing stands below a promise, this run has not tried it.
"""


def main(figures: str, log: str, run: str) -> None:
    promises = json.loads((pathlib.Path(__file__).parent / "promises.json").read_text())
    shown = collections.defaultdict(list)
    for line in pathlib.Path(figures).read_text().splitlines():
        entry = json.loads(line)
        shown[entry["promise"], entry["test"]].append(entry)
    results = dict(re.findall(r"^test (\S+) \.\.\. (\w+)", pathlib.Path(log).read_text(errors="replace"), re.M))
    print(HEAD.format(run=run, day=datetime.date.today().isoformat()))
    for promise in promises:
        print(f"## {promise['id']}. {promise['promise']}\n")
        for test in promise["tests"]:
            result = {"ok": "held", "FAILED": "**not held**"}.get(results.get(test), "not run")
            print(f"- `{test}`: {result}")
            for line in counted(shown[promise["id"], test]):
                print(f"  - {line}")
        print("" if promise["tests"] else "Not tried by this run.\n")


def counted(entries: list) -> list:
    """One line for each database."""
    by_database = collections.defaultdict(list)
    for entry in entries:
        by_database[entry["database"]].append(entry)
    lines = []
    for database, runs in sorted(by_database.items()):
        seeds = sorted({run["seed"] for run in runs if run["seed"] is not None})
        told = "".join(f", seed {first}" if first == last else f", seeds {first} to {last}" for first, last in stretches(seeds))
        worst = max((run["worst"] for run in runs), key=numbers)
        times = "1 run" if len(runs) == 1 else f"{len(runs)} runs"
        lines.append(f"{database}, {times}{told}; at worst {worst}")
    return lines


def stretches(seeds: list) -> list:
    """The first and the last of each stretch of seeds without a gap."""
    found = []
    for seed in seeds:
        if found and found[-1][1] + 1 == seed:
            found[-1] = (found[-1][0], seed)
        else:
            found.append((seed, seed))
    return found


def numbers(text: str) -> list:
    """The numbers of a text, by which the worst of several runs is found: what matters most comes first."""
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


if __name__ == "__main__":
    main(*sys.argv[1:])
