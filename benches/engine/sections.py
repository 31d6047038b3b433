"""The tables of the report, each made by one function."""

import json
import re
import subprocess
import sys
import tempfile
from itertools import accumulate
from pathlib import Path

import agreement
import events
from check import Instance, breaches, read_meetings
from run import ACROSS_ZONES, IN_PERSON, solve, spent

HERE = Path(__file__).resolve().parent
CP_SAT_SECONDS = 30
HIGHS_SECONDS = 120
# Random problems of each kind.
AGREEMENTS = 300
SEEDS = (1, 2, 3)
PEERS = ("greedy", "slots", "cpsat", "highs")
NAMES = {"greedy": "greedy", "slots": "slot by slot", "cpsat": f"CP-SAT, {CP_SAT_SECONDS} s", "highs": "HiGHS, bound"}


class Bench:
    """Makes and solves events, and remembers how near to its bound each kind of them came."""

    def __init__(self, program, place):
        self.program, self.folder = program, Path(tempfile.mkdtemp(dir=place))
        self.memory = place / "measured.json"
        self.measured = {}

    def event(self, shape, seed):
        """An event of the program's own making."""
        file = self.folder / f"{shape}-{seed}.json"
        subprocess.run([self.program, "bench", "--instances", shape, "--seeds", str(seed), "--write", self.folder], check=True)
        return json.loads(file.read_text())

    def solved(self, label, event, work, seed=1):
        """A run on an event, checked; what it reached is in its own levels, counted anew."""
        file = self.folder / "event.json"
        file.write_text(json.dumps(event))
        run = solve(self.program, file, self.folder / "result.json", work, seed)
        if run is None:
            raise SystemExit(f"{label}: the event contradicts itself")
        instance, said = Instance(event), run["said"]
        if said["conflict"]:
            raise SystemExit(f"{label}: {said['conflict']}")
        reached = checked(label, instance, read_meetings(said))
        told = said["figures"]
        if [reached["units"], reached["mutual"], reached["score"]] != [told["units"], told["mutual"], told["score"]]:
            raise SystemExit(f"{label}: reached is {reached}, told is {told}")
        bounds = said["bounds"]
        open_ = 100 * said["open"]["score"] / max(1, reached["score"])
        missed = sum(said["open"][level] for level in ("units", "mutual", "goals"))
        return {**run, "instance": instance, "reached": reached, "bounds": bounds, "open": open_, "missed": missed, "file": file}

    def peer(self, label, method, run):
        """What another method reaches on the event of a run, or bounds."""
        limit = {"cpsat": [CP_SAT_SECONDS], "highs": [HIGHS_SECONDS]}.get(method, [])
        out = self.folder / "peer.json"
        python = Path(sys.executable)
        status, printed, seconds = spent([python, HERE / "peers.py", method, run["file"], out, *limit])
        if status:
            raise SystemExit(f"{label}, {method}: {printed}")
        found = json.loads(out.read_text())
        if found.get("bounds"):
            return {**found, "seconds": seconds}
        if found["meetings"] is None:
            return {"reached": None, "seconds": seconds}
        meetings = read_meetings(found)
        broken = breaches(run["instance"], meetings)
        reached = run["instance"].reached([m[:2] for m in meetings])
        if not broken:
            beats_no_bound(f"{label}, {method}", reached, run)
        return {"reached": reached, "broken": broken, "seconds": seconds}

    def keep(self, aim, run):
        """Remembers a run for the table of aims."""
        self.measured.setdefault(aim, []).append([run["open"], run["missed"], run["seconds"]])

    def aims(self):
        """The table of aims, from this run and for what it did not measure from those before."""
        before = json.loads(self.memory.read_text()) if self.memory.exists() else {}
        self.measured = {**before, **self.measured}
        self.memory.write_text(json.dumps(self.measured))
        rows = []
        for aim, (what, most, seconds) in AIMS.items():
            if runs := self.measured.get(aim):
                open_, missed, took = (max(column) for column in zip(*runs))
                kept = open_ <= most and took <= seconds and not missed
                rows.append([what, f"{most} %, {seconds} s", len(runs), percent(open_), f"{took:.1f}", "yes" if kept else "**no**"])
        if "less" in self.measured:
            runs, fell = self.measured["less"]
            kept = "**no**" if fell else "yes"
            rows.append(["asking for less never gives less: each share beside the next smaller", "never", runs, f"{fell} fell", "", kept])
        return table(["what", "aim: open at most, in", "runs", "open at most", "seconds at most", "kept"], rows)


AIMS = {
    "quotas": ("quotas of 40 to 99 % at 150 to 250 people", 0.1, 5),
    "e900v, 50 %": ("900 people across zones, 50 % cross", 1, 30),
    "e900v": ("900 people across zones, no quota", 0.2, 10),
    "small": ("problems of up to 14 people: proven", 0, 2),
}


def checked(label, instance, meetings):
    broken = breaches(instance, meetings)
    if broken:
        raise SystemExit(f"{label}: {broken[0]}, and {len(broken) - 1} more")
    return instance.reached([m[:2] for m in meetings])


def beats_no_bound(label, reached, run):
    """Each bound is one of plans that reach those before it; that of the score one of plans that are as fair."""
    bounds = run["bounds"]
    for level in ("units", "mutual", "goals", "score"):
        fewer = any(theirs < ours for theirs, ours in zip(accumulate(reached["first"]), accumulate(run["reached"]["first"])))
        if level == "score" and fewer:
            return
        if reached[level] < bounds[level]:
            return
        if reached[level] > bounds[level]:
            raise SystemExit(f"{label}: {reached} beats {bounds}")


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def percent(open_):
    return "**0**" if open_ == 0 else f"{open_:.3f} %"


def levels(reached, has_units):
    if reached is None:
        return "nothing"
    names = ["units"] * has_units + ["mutual", "goals", "score"]
    return " / ".join("-" if reached.get(name) is None else f"{reached[name]:,}" for name in names)


def row(bench, label, event, work, peers=(), aim=None, seed=1):
    """A row: what the engine reaches beside its bound, and each of the others."""
    return row_and_run(bench, label, event, work, peers, aim, seed)[0]


def row_and_run(bench, label, event, work, peers=(), aim=None, seed=1):
    run = bench.solved(label, event, work, seed)
    if aim:
        bench.keep(aim, run)
    has_units = bool(event.get("coverage"))
    cells = [label, levels(run["bounds"], has_units), levels(run["reached"], has_units)]
    cells += [percent(run["open"]) + (f", {run['missed']} of a level before" if run["missed"] else "")]
    cells.append(f"{run['seconds']:.1f}")
    for method in PEERS:
        if method not in peers:
            cells.append("")
            continue
        found = bench.peer(label, method, run)
        text = levels(found.get("bounds") or found["reached"], has_units)
        if found.get("broken"):
            text += f", breaks {len(found['broken'])} rules"
        cells.append(text + ("" if method == "cpsat" else f" ({found['seconds']:.1f} s)"))
    print(" | ".join(cells), flush=True)
    return cells, run


HEADS = ["event", "bound", "**Rendezvous**", "points open", "s", *(NAMES[method] for method in PEERS)]


def plain(bench):
    """Events as they come. By rule, where nobody lists the pairs, only the engine; CP-SAT on the sizes it can do."""
    rows = []
    simple = ("greedy", "slots", "highs")
    shapes = {
        "e150": PEERS,
        "e200": simple,
        "e250": PEERS,
        "e900v": PEERS,
        "e900v-dense": (),
        "e5000": ("greedy", "highs"),
        "e5000-dense": (),
        "e15500": ("greedy",),
        "e15500-dense": (),
    }
    for shape, peers in shapes.items():
        for seed in (1,) if shape.startswith("e15500") else SEEDS:
            peers = peers if seed == 1 or len(peers) < 3 else simple
            work = ACROSS_ZONES if shape.startswith("e900v") else IN_PERSON
            aim = "e900v" if shape == "e900v" else None
            rows.append(row(bench, f"{shape}, {seed}", bench.event(shape, seed), work, peers, aim))
    return table(HEADS, rows)


def quotas(bench):
    rows, less = [], []
    events_of = [("e150", "country", 1), *((shape, "programme", seed) for shape in ("e150", "e200", "e250") for seed in SEEDS)]
    for shape, by, seed in events_of:
        before = None
        for share in (99, 97, 95, 90, 75, 60, 40):
            event = events.with_quotas(bench.event(shape, seed), (share, by))
            peers = ("greedy", "slots", "highs") if seed == 1 else ()
            peers = PEERS if (shape, by, seed, share) == ("e150", "programme", 1, 90) else peers
            cells, run = row_and_run(bench, f"{shape}, {seed}, {share} % by {by}", event, IN_PERSON, peers, "quotas")
            rows.append(cells)
            now = [run["reached"][level] for level in ("mutual", "goals", "score")]
            less.append(before is not None and now < before)
            before = now
    bench.measured["less"] = [len(less), sum(less)]
    for seed in SEEDS:
        event = events.with_quotas(bench.event("e900v", seed), (50, "country"))
        rows.append(row(bench, f"e900v, {seed}, 50 % by country", event, ACROSS_ZONES, PEERS if seed == 1 else (), "e900v, 50 %"))
    return table(HEADS, rows)


def demands(bench):
    rows = []
    usual = ("greedy", "highs")
    for shape in ("e150", "e200", "e250"):
        event = bench.event(shape, 1)
        two = events.with_quotas(event, (80, "programme"), (90, "otype"))
        three = events.with_quotas(event, (70, "programme"), (85, "otype"), (60, "country"))
        rows.append(row(bench, f"{shape}, 80 and 90 %", two, IN_PERSON, usual))
        rows.append(row(bench, f"{shape}, 70, 85 and 60 %", three, IN_PERSON, usual))
        for of_each in (1, 2):
            covered = events.with_coverage(event, of_each)
            peers = PEERS if shape == "e150" and of_each == 1 else usual
            rows.append(row(bench, f"{shape}, {of_each} of each other programme", covered, IN_PERSON, peers))
        both = {**events.with_coverage(event, 1), "quota": [{"percent": 80, "by": "programme"}]}
        rows.append(row(bench, f"{shape}, 1 of each and 80 %", both, IN_PERSON, usual))
    return table(HEADS, rows)


def hard(bench):
    """Where most is open."""
    rows = []
    usual = ("greedy", "highs")
    for seed in (1, 2):
        zones = events.with_coverage(events.shared_windows(seed=seed), 1)
        rows.append(row(bench, f"200 people across zones, 1 of each, {seed}", zones, ACROSS_ZONES, PEERS if seed == 1 else usual))
        half = events.with_coverage(events.with_half_days(bench.event("e200", seed)), 1)
        rows.append(row(bench, f"e200, half days, 1 of each, {seed}", half, IN_PERSON, usual))
        short = events.with_coverage(events.with_short_stays(bench.event("e200", seed)), 1)
        rows.append(row(bench, f"e200, short stays, 1 of each, {seed}", short, IN_PERSON, usual))
        scarce = events.with_coverage(events.with_few_tables(bench.event("e150", seed), 22), 1)
        rows.append(row(bench, f"e150, 22 tables, 1 of each, {seed}", scarce, IN_PERSON, usual))
        nine = events.with_coverage(bench.event("e900v", seed), 1)
        rows.append(row(bench, f"e900v, 1 of each, {seed}", nine, ACROSS_ZONES, usual))
    for n in (250, 400):
        for of_each in (1, 2):
            whole = events.with_coverage(events.all_may_meet(n), of_each)
            rows.append(row(bench, f"{n} people who may all meet, {of_each} of each", whole, IN_PERSON, usual))
        shares = events.with_quotas(events.all_may_meet(n), (80, "programme"))
        rows.append(row(bench, f"{n} people who may all meet, 80 %", shares, IN_PERSON, usual))
    for share in (80, 95):
        dense = events.with_quotas(bench.event("e900v-dense", 1), (share, "country"))
        rows.append(row(bench, f"e900v-dense, {share} % by country", dense, ACROSS_ZONES))
    for share in (80, 95):
        large = events.with_quotas(bench.event("e5000", 1), (share, "programme"))
        rows.append(row(bench, f"e5000, {share} % by programme", large, IN_PERSON, ("greedy",)))
    rows.append(row(bench, "e5000, 1 of each", events.with_coverage(bench.event("e5000", 1), 1), IN_PERSON, ("greedy",)))
    dense = events.with_quotas(bench.event("e5000-dense", 1), (95, "country"))
    rows.append(row(bench, "e5000-dense, 95 % by country", dense, IN_PERSON))
    return table(HEADS, rows)


def places(bench):
    rows = []
    for shape in ("e150", "e200", "e250"):
        event, peers = bench.event(shape, 1), ("greedy", "slots", "highs")
        rows.append(row(bench, f"{shape}, booths", events.with_booths(event), IN_PERSON, PEERS if shape == "e150" else peers))
        rows.append(row(bench, f"{shape}, tables that differ", events.with_tables_by_slot(event), IN_PERSON, peers))
        plan = bench.solved(shape, event, 100_000)["said"]["meetings"]
        pins = events.with_pins(event, plan)
        # The simple methods know no pins.
        rows.append(row(bench, f"{shape}, {len(pins['pins'])} pins", pins, IN_PERSON, ("highs",)))
        all_of_it = events.with_tables_by_slot(events.with_booths(events.with_quotas(event, (75, "programme"))))
        rows.append(row(bench, f"{shape}, booths, tables that differ, 75 %", all_of_it, IN_PERSON, peers))
        rows.append(row(bench, f"{shape}, short stays", events.with_short_stays(event), IN_PERSON, peers))
        rows.append(row(bench, f"{shape}, half days", events.with_half_days(event), IN_PERSON, peers))
    few = events.with_few_tables(bench.event("e150", 1), 15)
    rows.append(row(bench, "e150, 15 tables", few, IN_PERSON, PEERS))
    for seed in SEEDS:
        sevens = events.groups_of_seven(seed=seed)
        rows.append(row(bench, f"{sevens['name']}, {seed}", sevens, IN_PERSON, ("greedy", "slots", "highs")))
    odd = events.odd_whole()
    for seed in range(1, 6):
        rows.append(row(bench, f"{odd['name']}, run {seed}", odd, IN_PERSON, ("highs",) if seed == 1 else (), seed=seed))
    return table(HEADS, rows)


def agreements(bench):
    measured = agreement.rows(bench.program, AGREEMENTS)
    bench.measured["small"] = [[0.0, row["problems"] - row["agree"], row["longest"]] for row in measured]
    names = ("problems", "kept", "agree")
    cells = [[row["kind"], *(f"{row[name]:,}" for name in names), f"{row['longest']:.2f}"] for row in measured]
    total = ["together", *(f"{sum(row[name] for row in measured):,}" for name in names), f"{max(row['longest'] for row in measured):.2f}"]
    heads = ["kind", "problems", "of them can be kept", "equal, and proven", "seconds at most"]
    return table(heads, [*cells, total])


def repairs(bench):
    """What `rendezvous bench` prints of repairs."""
    command = [bench.program, "bench", "--markdown", "--seeds", ",".join(map(str, SEEDS))]
    status, printed, _ = spent([*command, "--instances", "e150,e200,e250,e900v,e5000"])
    if status:
        raise SystemExit(printed)
    return re.split(r"\n\n", printed.strip())[-1] + "\n"


def cases(bench, folder):
    """Instance files of others, named by what they are, with several seeds."""
    rows = []
    for file in sorted(folder.glob("*.json")):
        event = json.loads(file.read_text())
        runs = [bench.solved(file.name, event, ACROSS_ZONES, seed) for seed in range(1, 6)]
        has_units = bool(event.get("coverage"))
        reached = sorted({levels(run["reached"], has_units) for run in runs})
        bounds = sorted({levels(run["bounds"], has_units) for run in runs})
        worst = max(runs, key=lambda run: run["open"])
        rows.append([described(event), "; ".join(bounds), "; ".join(reached), percent(worst["open"]), f"{max(run['seconds'] for run in runs):.1f}"])
        print(file.name, rows[-1], flush=True)
    return table(["event", "bound", "Rendezvous, five seeds", "points open, worst", "seconds, most"], rows)


def described(event):
    said = [f"{event['n']} people", f"{event['slots']} slots"]
    if isinstance(event["tables"], list):
        said.append("tables that differ")
    elif event["tables"]:
        said.append(f"{event['tables']} tables")
    quota = event.get("quota") or []
    for one in quota if isinstance(quota, list) else [quota]:
        said.append(f"{one['percent']} %" if "percent" in one else f"{one['count']} meetings cross")
    said += [name for name in ("booths", "pins") if any(row is not None for row in event.get(name) or [])]
    return ", ".join(said)


ALL = {
    "plain": plain,
    "quotas": quotas,
    "demands": demands,
    "places": places,
    "hard": hard,
    "agreement": agreements,
    "repairs": repairs,
}
