#!/usr/bin/env python3
"""Makes the tables of docs/benchmark.md anew.

    python3 benches/engine/report.py [SECTION ...] [--cases FOLDER]

Builds the program, makes itself a virtual environment beside what cargo builds with the other methods from PyPI, makes the events,
solves them by every method, checks every plan, and puts the tables between their marks in docs/benchmark.md; without a section all of
them. Every plan is checked by check.py, which shares nothing with the solver. `--cases` takes instance files from a folder of yours
as well. Nothing is asserted of a time; a plan that breaks a rule or beats a bound ends the run.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
PLACE = TARGET / "engine-report"
PYTHON = PLACE / "bin" / "python"
PACKAGES = ["ortools==9.15.6755", "highspy==1.16.0", "rustworkx==0.18.1"]
PAGE = ROOT / "docs" / "benchmark.md"


def main():
    if Path(sys.prefix) != PLACE:
        if not PYTHON.exists():
            venv.create(PLACE, with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        os.execv(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]])
    subprocess.run(["cargo", "build", "--quiet", "--locked", "--release"], check=True, cwd=ROOT)
    import sections

    arguments = sys.argv[1:]
    folder = None
    if "--cases" in arguments:
        at = arguments.index("--cases")
        folder = Path(arguments[at + 1])
        del arguments[at : at + 2]
    unknown = [name for name in arguments if name not in sections.ALL]
    if unknown:
        sys.exit(f"There is no section {', '.join(unknown)}; there are {', '.join(sections.ALL)}.")
    bench = sections.Bench(TARGET / "release" / "rendezvous", PLACE)
    for name in arguments or list(sections.ALL):
        if folder is None or name in arguments:
            put(name, sections.ALL[name](bench))
    if folder:
        put("cases", sections.cases(bench, folder))
    put("aims", bench.aims())


def put(name, table):
    """Puts a table between the marks of its name."""
    text = PAGE.read_text()
    first, last = f"<!-- made: {name} -->\n", f"<!-- end: {name} -->"
    before, rest = text.split(first, 1)
    after = rest.split(last, 1)[1]
    PAGE.write_text(f"{before}{first}\n{table}\n{last}{after}")
    print(f"{name}\n{table}", flush=True)


if __name__ == "__main__":
    main()
