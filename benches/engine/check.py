#!/usr/bin/env python3
"""Checks a plan of an instance file and counts what it reaches. Standard library only, and nothing of the solver.

    python3 benches/engine/check.py INSTANCE.json RESULT.json

The fields are those of docs/instances.md. Exit status 1 if a rule is broken; each breach is printed.
"""

import json
import sys

MASK = (1 << 64) - 1
KINDS = [[20, 120, 80, 50, 180], [120, 20, 110, 40, 60], [80, 110, 30, 60, 30], [50, 40, 60, 10, 20], [180, 60, 30, 20, 0]]


def booth(row, slots):
    """Where somebody stays, in full: its tables, the slots, and whether they go to others' booths."""
    if row is None:
        return None
    said = {"tables": [row]} if isinstance(row, int) else row
    return {"tables": sorted(said["tables"]), "slots": said.get("slots") or "1" * slots, "yields": said.get("yields", False)}


class Instance:
    """An instance file, with what several questions need worked out once."""

    def __init__(self, said):
        self.said = said
        self.n, self.slots = said["n"], said["slots"]
        tables = said["tables"]
        self.tables = tables if isinstance(tables, list) else [tables or None] * self.slots
        self.cap = said["cap"]
        self.open = [int(signs[::-1] or "0", 2) for signs in said["avail"]]
        self.booths = [booth(row, self.slots) for row in said.get("booths") or [None] * self.n]
        self.missing = [set(row) for row in said.get("missing_tables") or [[]] * self.slots]
        self.taken = {table for row in self.booths if row for table in row["tables"]}
        self.forbidden = {(min(pair), max(pair)) for pair in said.get("forbidden", [])}
        self.pins = {(min(a, b), max(a, b)): (slot, table) for a, b, slot, table in said.get("pins") or []}
        asked = said.get("quota") or []
        self.quotas = asked if isinstance(asked, list) else [asked]
        self.coverage = said.get("coverage")
        self.rule = Rule(said) if said.get("pairs") is None else None
        rows = [] if self.rule else said["pairs"]
        self.pairs = {(min(a, b), max(a, b)): (w, r) for a, b, w, r in rows}
        for pair in self.forbidden:
            self.pairs.pop(pair, None)
        self.goals = self.all_goals()
        self.units = self.all_units()

    def look(self, a, b):
        """Weight and request of a pair that may meet, else None."""
        pair = (min(a, b), max(a, b))
        if self.rule:
            return None if pair in self.forbidden else self.rule.look(*pair)
        return self.pairs.get(pair)

    def hosted(self, a, b, slot):
        """The tables that a meeting is bound to by a booth: a set, None for any, False where the two cannot meet."""
        stay = [booth for booth in (self.booths[a], self.booths[b]) if booth and booth["slots"][slot] == "1"]
        if len(stay) == 2 and stay[0]["tables"] != stay[1]["tables"]:
            hosts = [booth for booth in stay if not booth["yields"]]
            if len(hosts) == 2:
                return False
            stay = hosts or [min(stay, key=lambda booth: booth["tables"])]
        return set(stay[0]["tables"]) if stay else None

    def reserved(self, a, b):
        """The one table of a meeting, for methods that know booths of one table and of every slot only; None for any, False where
        the two cannot meet."""
        tables = self.hosted(a, b, 0)
        return min(tables) if tables else tables

    def common(self, a, b):
        """The slots in which two could meet if nobody else did, as bits."""
        if not (self.cap[a] and self.cap[b]):
            return 0
        slot, table = self.pins.get((min(a, b), max(a, b)), (None, None))
        both = self.open[a] & self.open[b] & (MASK << 64 | MASK if slot is None else 1 << slot)
        return sum(1 << s for s in range(self.slots) if both >> s & 1 and self.has_table(a, b, s, table))

    def has_table(self, a, b, slot, pinned):
        booth, tables = self.hosted(a, b, slot), self.tables[slot]
        if booth is False:
            return False
        if booth is not None:
            there = {table for table in booth if table not in self.missing[slot] and (tables is None or table < tables)}
            return bool(there) if pinned is None else pinned in there
        if tables is None:
            return pinned is None
        free = [table for table in range(tables) if table not in self.taken and table not in self.missing[slot]]
        return bool(free) if pinned is None else pinned in free

    def all_goals(self):
        partners = [0] * self.n
        if self.rule:
            partners = [self.n] * self.n
        for a, b in self.pairs:
            if self.common(a, b):
                partners[a] += 1
                partners[b] += 1
        least = self.said["target_min"]
        return [min(least, self.cap[i], bin(self.open[i]).count("1"), partners[i]) for i in range(self.n)]

    def all_units(self):
        """Who asks for whom: for each person the other groups, or nothing without a coverage."""
        if not self.coverage:
            return [set()] * self.n
        groups = self.said[self.coverage.get("by", "country")]
        there = {group for group in groups if group is not None}
        asks = lambda i: groups[i] is not None and self.cap[i] > 0 and self.open[i]
        return [there - {groups[i]} if asks(i) else set() for i in range(self.n)]

    def crosses(self, quota, a, b):
        groups = self.said[quota.get("by", "country")]
        return groups[a] != groups[b]

    def quota_holds(self, quota, crossing, meetings):
        return crossing >= quota["count"] if "count" in quota else crossing * 100 >= meetings * quota["percent"]

    def reached(self, pairs):
        """The levels of a list of pairs that meet, in their order."""
        degree, of_group = [0] * self.n, {}
        groups = self.said[self.coverage.get("by", "country")] if self.coverage else []
        mutual = score = 0
        for a, b in pairs:
            weight, request = self.look(a, b)
            score, mutual = score + weight, mutual + (request == 2)
            for me, other in ((a, b), (b, a)):
                degree[me] += 1
                if self.coverage and groups[other] in self.units[me]:
                    of_group[me, groups[other]] = of_group.get((me, groups[other]), 0) + 1
        most = (self.coverage or {"of_each": 0})["of_each"]
        filled = [min(has, goal) for has, goal in zip(degree, self.goals)]
        return {
            "units": sum(min(most, has) for has in of_group.values()),
            "mutual": mutual,
            "goals": sum(filled),
            "first": [sum(has >= k for has in filled) for k in range(1, max(self.goals, default=0) + 1)],
            "score": score,
        }


class Rule:
    """Weights by topics, kinds, countries and requests, where no pair is listed."""

    def __init__(self, said):
        self.said = said
        self.requests = {(a, b) for a, b in said["requests"]}
        self.offers, self.seeks = [set(x) for x in said["offers"]], [set(x) for x in said["seeks"]]

    def look(self, a, b):
        said = self.said
        abroad = said["country"][a] != said["country"][b]
        if a == b or said["org"][a] == said["org"][b] or (said.get("cross") and not abroad):
            return None
        gives, takes = len(self.offers[a] & self.seeks[b]), len(self.seeks[a] & self.offers[b])
        request = ((a, b) in self.requests) + ((b, a) in self.requests)
        noise = mix(((said["seed"] << 40) + (a << 20) + b) & MASK) % 40
        kinds = KINDS[said["otype"][a]][said["otype"][b]]
        weight = 110 * min(4, gives + takes) + 90 * bool(gives and takes) + 60 * abroad + kinds + 150 * request + noise
        return max(1, min(1000, weight)), request


def mix(z):
    """One step of splitmix64."""
    z = (z + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def breaches(instance, meetings):
    """What a plan breaks; `meetings` are (a, b, slot, table or None)."""
    out, seen, busy, at_table, degree = [], set(), set(), set(), [0] * instance.n
    for a, b, slot, table in meetings:
        pair = (min(a, b), max(a, b))
        if instance.look(*pair) is None:
            out.append(f"{pair} may not meet")
            continue
        if pair in seen:
            out.append(f"{pair} meet twice")
        seen.add(pair)
        for i in pair:
            degree[i] += 1
            if not instance.open[i] >> slot & 1 or (i, slot) in busy:
                out.append(f"{i} is away or taken in slot {slot}")
            busy.add((i, slot))
        if table is not None and (slot, table) in at_table:
            out.append(f"table {table} is taken twice in slot {slot}")
        at_table.add((slot, table))
        out += wrong_table(instance, pair, slot, table)
        pinned = instance.pins.get(pair, (None, None))
        if (pinned[0] not in (None, slot)) or (pinned[1] not in (None, table)):
            out.append(f"{pair} are pinned to {pinned}, not to {slot} and {table}")
    out += [f"{i} has {degree[i]} meetings" for i in range(instance.n) if degree[i] > instance.cap[i]]
    out += [f"{pin} are pinned and do not meet" for pin in instance.pins if pin not in seen]
    for quota in instance.quotas:
        crossing = sum(instance.crosses(quota, a, b) for a, b in seen)
        if not instance.quota_holds(quota, crossing, len(seen)):
            out.append(f"{crossing} of {len(seen)} cross, {quota} is asked for")
    return out


def wrong_table(instance, pair, slot, table):
    booth, tables = instance.hosted(*pair, slot), instance.tables[slot]
    if booth is False or (booth is not None and table not in booth):
        return [f"{pair} are not at their booth"]
    if booth is None and (table in instance.taken or (table is None) != (tables is None)):
        return [f"{pair} have table {table}"]
    if (tables is not None and not 0 <= table < tables) or table in instance.missing[slot]:
        return [f"there is no table {table} in slot {slot}"]
    return []


def read_meetings(result):
    """The meetings of a result file, or of a plain list in its form."""
    rows = result["meetings"] if isinstance(result, dict) else result
    table = lambda row: None if row.get("table", -1) == -1 else row["table"]
    return [(row["a"], row["b"], row["slot"], table(row)) for row in rows]


def main():
    instance = Instance(json.load(open(sys.argv[1])))
    meetings = read_meetings(json.load(open(sys.argv[2])))
    broken = breaches(instance, meetings)
    print("\n".join(broken) or json.dumps(instance.reached([m[:2] for m in meetings])))
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
