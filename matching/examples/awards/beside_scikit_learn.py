#!/usr/bin/env python3
"""Asks scikit-learn what the example `awards` asks scoring, on the same halves, and prints both in one table.

    python3 matching/examples/awards/beside_scikit_learn.py FOLDER

FOLDER holds participants_real.csv, award_pairs.csv and taxonomy.json. The program makes itself a virtual environment
beside what cargo builds and installs scikit-learn there from PyPI. What is hidden from scoring is hidden here too: the
example writes the questions. scikit-learn reads the names of topics in all languages there are, on both sides.
"""

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
PLACE = TARGET / "scikit-learn"
PYTHON = PLACE / "bin" / "python"
PACKAGE = "scikit-learn==1.9.1"
# The rows of the example, by what contractors are known by.
GUISES = {"topics": "Topics", "name": "Name", "topics and name": "TopicsAndName"}
NEIGHBOURS = "neighbours first"


def main():
    folder = Path(sys.argv[1]).resolve()
    if Path(sys.prefix) != PLACE:
        if not PYTHON.exists():
            venv.create(PLACE, with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", PACKAGE], check=True)
        os.execv(PYTHON, [str(PYTHON), __file__, str(folder)])
    file = PLACE / "questions.json"
    command = ["cargo", "run", "--quiet", "--locked", "--release", "-p", "matching", "--example", "awards", "--"]
    printed = subprocess.run(
        [*command, folder, file], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ).stdout
    asked = json.loads(file.read_text())
    print(f"{'contractor among the first ten, %':44}{'fitting half':>24}{'other half':>24}")
    print(f"{'':44}{'scoring':>12}{'sklearn':>12}{'scoring':>12}{'sklearn':>12}")
    ours = scoring(printed)
    for known_by in GUISES:
        for row, wants_neighbours in ((known_by, False), (f"{known_by}, {NEIGHBOURS}", True)):
            theirs = scikit_learn(asked, known_by, wants_neighbours)
            print(f"{row:44}" + "".join(f"{figure:12.1f}" for pair in zip(ours[row], theirs) for figure in pair))


def scoring(printed):
    """The figures of both halves, by row, out of what the example printed."""
    figures, known_by = {}, None
    for line in printed.splitlines():
        percents = [float(percent) for percent in re.findall(r"= ([0-9.]+) %", line)]
        for name, guise in GUISES.items():
            if re.match(rf"scoring, contractors with {guise} ", line):
                known_by, figures[name] = name, percents
        if line.startswith("  same_country"):
            figures[f"{known_by}, {NEIGHBOURS}"] = percents
    return figures


def scikit_learn(asked, known_by, wants_neighbours):
    """How often the right one is among the ten most like the question; among equals the chance of it."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    def texts(topics):
        return [label for labels in topics for label in labels if label]

    def document(contractor):
        lines = [] if known_by == "topics" else [contractor["name"]]
        return "\n".join(lines + ([] if known_by == "name" else texts(contractor["topics"])))

    contractors, questions = asked["contractors"], asked["questions"]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4))
    documents = vectorizer.fit_transform(document(contractor) for contractor in contractors)
    wanted = vectorizer.transform("\n".join([q["text"], *texts(q["topics"])]) for q in questions)
    alike = (wanted @ documents.T).toarray()
    found, all_of = [0.0, 0.0], [0, 0]
    for question, row in zip(questions, alike):
        if wants_neighbours:
            row = row + [contractor["country"] == question["country"] for contractor in contractors]
        right = row[question["right"]]
        better, equal = (row > right + 1e-9).sum(), (abs(row - right) <= 1e-9).sum()
        half = 0 if question["fitting"] else 1
        found[half] += min(1.0, max(0.0, (10 - better) / equal))
        all_of[half] += 1
    return [100 * hits / count for hits, count in zip(found, all_of)]


if __name__ == "__main__":
    main()
