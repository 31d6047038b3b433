#!/usr/bin/env python3
"""Other methods on an instance file, run as a competent user would run them. Started by report.py, which has their packages.

    peers.py METHOD INSTANCE.json OUT.json [SECONDS]

METHOD: greedy, slots (a best matching of each slot in turn: rustworkx), cpsat (OR-tools, with greedy's plan as a hint), highs (the
linear program of each level without slots, those before it held: a bound and no plan). OUT has the meetings, or the bounds.
"""

import json
import os
import sys

from check import Instance, breaches

# What one of each level counts where a method knows only a sum.
UNIT, WISH, GOAL = 100_000, 20_000, 3_000
NEVER = 10**9


class Plan:
    """A plan that grows, for the two simple methods."""

    def __init__(self, instance):
        self.it = instance
        self.free = list(instance.open)
        self.degree = [0] * instance.n
        self.left = [len(free_tables(instance, s)) if t is not None else NEVER for s, t in enumerate(instance.tables)]
        self.booth_busy, self.of_group, self.met = set(), {}, {}
        self.groups = instance.said[instance.coverage.get("by", "country")] if instance.coverage else None

    def slots_of(self, a, b):
        """The slots that are left for two people."""
        if self.degree[a] >= self.it.cap[a] or self.degree[b] >= self.it.cap[b] or (a, b) in self.met:
            return []
        booth, both = self.it.reserved(a, b), self.free[a] & self.free[b]
        has = lambda s: self.left[s] > 0 if booth is None else (s, booth) not in self.booth_busy
        return [s for s in range(self.it.slots) if both >> s & 1 and self.it.common(a, b) >> s & 1 and has(s)]

    def open_units(self, a, b):
        if not self.groups:
            return 0
        most = self.it.coverage["of_each"]
        lacks = lambda i, j: self.groups[j] in self.it.units[i] and self.of_group.get((i, self.groups[j]), 0) < most
        return lacks(a, b) + lacks(b, a)

    def open_goals(self, a, b):
        return (self.degree[a] < self.it.goals[a]) + (self.degree[b] < self.it.goals[b])

    def worth(self, a, b):
        weight, request = self.it.pairs[a, b]
        return weight + WISH * (request == 2) + GOAL * self.open_goals(a, b) + UNIT * self.open_units(a, b)

    def change(self, a, b, slot, by):
        booth = self.it.reserved(a, b)
        for i, j in ((a, b), (b, a)):
            self.free[i] ^= 1 << slot
            self.degree[i] += by
            if self.groups:
                self.of_group[i, self.groups[j]] = self.of_group.get((i, self.groups[j]), 0) + by
        if booth is None:
            self.left[slot] -= by
        else:
            (self.booth_busy.add if by > 0 else self.booth_busy.discard)((slot, booth))

    def meet(self, a, b, slot):
        self.met[a, b] = slot
        self.change(a, b, slot, 1)

    def part(self, a, b):
        self.change(a, b, self.met.pop((a, b)), -1)

    def keep_quotas(self):
        """Drops the cheapest meetings that do not cross until every share is kept."""
        for quota in self.it.quotas:
            others = [pair for pair in self.met if not self.it.crosses(quota, *pair)]
            others.sort(key=lambda pair: self.it.pairs[pair][0] + WISH * (self.it.pairs[pair][1] == 2), reverse=True)
            crossing = len(self.met) - len(others)
            while others and not self.it.quota_holds(quota, crossing, len(self.met)):
                self.part(*others.pop())

    def fill(self, order, only):
        """Takes pairs in their order while they have a slot, the emptiest."""
        for a, b in order:
            if only(a, b) and (slots := self.slots_of(a, b)):
                self.meet(a, b, max(slots, key=lambda s: (self.left[s], -s)))

    def finish(self, order):
        """Keeps the quotas, then adds what crosses for all of them."""
        self.keep_quotas()
        crosses = lambda a, b: all(self.it.crosses(quota, a, b) for quota in self.it.quotas)
        self.fill(order, crosses if self.it.quotas else lambda a, b: True)
        return with_tables(self.it, [(a, b, slot) for (a, b), slot in self.met.items()])


def free_tables(instance, slot):
    return [table for table in range(instance.tables[slot] or 0) if table not in instance.taken]


def with_tables(instance, placed):
    """Meetings with tables: that of the booth, the pinned one, else the next free one."""
    pinned = {pair: table for pair, (_, table) in instance.pins.items() if table is not None}
    taken = {(slot, pinned[a, b]) for a, b, slot in placed if (a, b) in pinned}
    free = [[t for t in free_tables(instance, s) if (s, t) not in taken] for s in range(instance.slots)]
    out = []
    for a, b, slot in placed:
        table = instance.reserved(a, b)
        if table is None and instance.tables[slot] is not None:
            table = pinned[a, b] if (a, b) in pinned else free[slot].pop(0)
        out.append((a, b, slot, table))
    return out


def greedy(instance):
    """The most valuable pair first: those that fill units, wishes before all others, then those that fill goals."""
    plan = Plan(instance)
    by_value = lambda pair: (-instance.pairs[pair][0] - WISH * (instance.pairs[pair][1] == 2), pair)
    order = sorted(instance.pairs, key=by_value)
    if instance.coverage:
        plan.fill(order, lambda a, b: plan.open_units(a, b) > 0)
    plan.fill(order, lambda a, b: instance.pairs[a, b][1] == 2 or plan.open_goals(a, b) > 0)
    plan.fill(order, lambda a, b: True)
    return plan.finish(order)


def slots(instance):
    """The best matching of each slot in turn; where it has too few tables the most valuable pairs of it."""
    import rustworkx

    plan = Plan(instance)
    for slot in range(instance.slots):
        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(instance.n))
        edges = [(a, b, plan.worth(a, b)) for a, b in instance.pairs if slot in plan.slots_of(a, b)]
        graph.add_edges_from(edges)
        worth = {(a, b): value for a, b, value in edges}
        matched = [(min(pair), max(pair)) for pair in rustworkx.max_weight_matching(graph, weight_fn=lambda value: value)]
        for a, b in sorted(matched, key=lambda pair: (-worth[pair], pair)):
            if slot in plan.slots_of(a, b):
                plan.meet(a, b, slot)
    order = sorted(instance.pairs, key=lambda pair: (-instance.pairs[pair][0], pair))
    return plan.finish(order)


class Model:
    """The problem as an integer program for CP-SAT, and its levels."""

    def __init__(self, instance):
        from ortools.sat.python import cp_model

        self.it, self.cp, self.model = instance, cp_model, cp_model.CpModel()
        self.var, self.of_pair = {}, {}
        self.at, self.of_person = {}, [[] for _ in range(instance.n)]
        for pair in instance.pairs:
            self.add_pair(pair)
        for meetings in self.at.values():
            self.model.add_at_most_one(meetings)
        for i, meetings in enumerate(self.of_person):
            self.model.add(sum(meetings) <= instance.cap[i])
        self.keep_tables()
        for pair in instance.pins:
            self.model.add(sum(self.of_pair.get(pair, [])) == 1)
        self.keep_quotas()
        self.levels = self.all_levels()

    def add_pair(self, pair):
        common = self.it.common(*pair)
        mine = self.of_pair[pair] = []
        for slot in (s for s in range(self.it.slots) if common >> s & 1):
            meets = self.var[pair, slot] = self.model.new_bool_var("")
            mine.append(meets)
            for i in pair:
                self.at.setdefault((i, slot), []).append(meets)
                self.of_person[i].append(meets)
        self.model.add_at_most_one(mine)

    def keep_tables(self):
        """One meeting at a booth or a pinned table, and no more others than there are tables."""
        at_table, others = {}, [[] for _ in range(self.it.slots)]
        for (pair, slot), meets in self.var.items():
            booth = self.it.reserved(*pair)
            table = booth if booth is not None else self.it.pins.get(pair, (None, None))[1]
            if table is not None:
                at_table.setdefault((slot, table), []).append(meets)
            if booth is None:
                others[slot].append(meets)
        for meetings in at_table.values():
            self.model.add_at_most_one(meetings)
        for slot, tables in enumerate(self.it.tables):
            if tables is not None:
                self.model.add(sum(others[slot]) <= len(free_tables(self.it, slot)))

    def keep_quotas(self):
        everybody = list(self.var.values())
        for quota in self.it.quotas:
            crossing = sum(meets for (pair, _), meets in self.var.items() if self.it.crosses(quota, *pair))
            if "count" in quota:
                self.model.add(crossing >= quota["count"])
            else:
                self.model.add(100 * crossing >= quota["percent"] * sum(everybody))
        # A share of nothing is no share.
        if everybody and any(quota.get("percent") for quota in self.it.quotas):
            self.model.add(sum(everybody) >= 1)

    def counters(self, limit, meetings):
        """Variables of which as many are true as there are meetings, up to a limit."""
        steps = [self.model.new_bool_var("") for _ in range(min(limit, len(meetings)))]
        if steps:
            self.model.add(sum(steps) <= sum(meetings))
        for more, less in zip(steps[1:], steps):
            self.model.add_implication(more, less)
        return steps

    def all_levels(self):
        """The levels in order, each a sum: units, wishes, goals, people with one meeting of their goal, with two ..., points."""
        it, units = self.it, []
        if it.coverage:
            groups = it.said[it.coverage.get("by", "country")]
            for i in range(it.n):
                for group in it.units[i]:
                    of = [m for (pair, _), m in self.var.items() if i in pair and groups[sum(pair) - i] == group]
                    units += self.counters(it.coverage["of_each"], of)
        steps = [self.counters(it.goals[i], meetings) for i, meetings in enumerate(self.of_person)]
        wishes = [meets for (pair, _), meets in self.var.items() if it.pairs[pair][1] == 2]
        goals = [step for mine in steps for step in mine]
        first = [[mine[k] for mine in steps if len(mine) > k] for k in range(max(it.goals, default=0))]
        score = sum(it.pairs[pair][0] * meets for (pair, _), meets in self.var.items())
        return [sum(units), sum(wishes), sum(goals), *map(sum, first), score]

    def hint(self, meetings):
        chosen = {((a, b), slot) for a, b, slot, _ in meetings}
        self.model.clear_hints()
        for key, meets in self.var.items():
            self.model.add_hint(meets, key in chosen)

    def solver(self, seconds):
        solver = self.cp.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = os.cpu_count()
        return solver

    def chosen(self, solver):
        placed = [(*pair, slot) for (pair, slot), meets in self.var.items() if solver.value(meets)]
        return with_tables(self.it, placed)


def cpsat(instance, seconds):
    """One sum of all levels; the counters of goals need no order for that."""
    model = Model(instance)
    units, wishes, goals, *_, score = model.levels
    model.model.maximize(UNIT * units + WISH * wishes + GOAL * goals + score)
    start = greedy(instance)
    if not breaches(instance, start):
        model.hint(start)
    solver = model.solver(seconds)
    status = solver.solve(model.model)
    known = status in (model.cp.OPTIMAL, model.cp.FEASIBLE)
    return {"meetings": model.chosen(solver) if known else None, "status": solver.status_name(status)}


def highs(instance, seconds):
    """The bound of each level by its linear program without slots, beside those before it."""
    import highspy

    program = highspy.Highs()
    program.silent()
    program.setOptionValue("time_limit", float(seconds))
    pairs = [pair for pair in instance.pairs if instance.common(*pair)]
    var = {pair: program.addVariable(0, 1) for pair in pairs}
    total = lambda list_: program.qsum(list_) if list_ else program.qsum([])
    of_person = [[] for _ in range(instance.n)]
    for pair, meets in var.items():
        for i in pair:
            of_person[i].append(meets)
    for i, meetings in enumerate(of_person):
        if meetings:
            program.addConstr(total(meetings) <= min(instance.cap[i], bin(instance.open[i]).count("1")))
    if all(tables is not None for tables in instance.tables):
        seats = sum(len(free_tables(instance, slot)) for slot in range(instance.slots))
        program.addConstr(total([m for pair, m in var.items() if instance.reserved(*pair) is None]) <= seats)
    for pair in instance.pins:
        if pair in var:
            program.addConstr(var[pair] >= 1)
    for quota in instance.quotas:
        crossing = [m for pair, m in var.items() if instance.crosses(quota, *pair)]
        least = quota["count"] if "count" in quota else quota["percent"] / 100 * total(list(var.values()))
        program.addConstr(total(crossing) >= least)
    levels = linear_levels(program, instance, var, of_person)
    out = {}
    for name, level in levels.items():
        program.maximize(level)
        if str(program.getModelStatus()).split(".")[-1] != "kOptimal":
            out[name] = None
            break
        best = program.getInfo().objective_function_value
        out[name] = int(best + 1e-6)
        if name != "score":
            program.addConstr(level >= out[name] - 1e-6)
    return {"meetings": None, "bounds": out}


def linear_levels(program, instance, var, of_person):
    units, groups = [], instance.said[instance.coverage.get("by", "country")] if instance.coverage else None
    for i in range(instance.n if groups else 0):
        for group in instance.units[i]:
            of = [m for pair, m in var.items() if i in pair and groups[sum(pair) - i] == group]
            units.append(counter(program, instance.coverage["of_each"], of))
    goals = [counter(program, instance.goals[i], of_person[i]) for i in range(instance.n) if instance.goals[i]]
    levels = {
        "units": units,
        "mutual": [m for pair, m in var.items() if instance.pairs[pair][1] == 2],
        "goals": goals,
        "score": [instance.pairs[pair][0] * m for pair, m in var.items()],
    }
    return {name: program.qsum(list_) for name, list_ in levels.items() if list_}


def counter(program, most, meetings):
    filled = program.addVariable(0, most)
    program.addConstr(program.qsum(meetings) >= filled) if meetings else program.addConstr(filled <= 0)
    return filled


METHODS = {"greedy": greedy, "slots": slots, "cpsat": cpsat, "highs": highs}


def main():
    method, file, out = sys.argv[1:4]
    instance = Instance(json.load(open(file)))
    limit = [float(seconds) for seconds in sys.argv[4:]]
    found = METHODS[method](instance, *limit)
    found = found if isinstance(found, dict) else {"meetings": found}
    if found["meetings"] is not None:
        found["meetings"] = [{"a": a, "b": b, "slot": s, "table": -1 if t is None else t} for a, b, s, t in found["meetings"]]
    json.dump(found, open(out, "w"))


if __name__ == "__main__":
    main()
