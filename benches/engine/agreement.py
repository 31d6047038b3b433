"""Small random problems: what `rendezvous solve` finds beside a complete search by CP-SAT, level after level, fairness included."""

import json
import tempfile
from pathlib import Path

import events
from check import Instance, breaches, read_meetings
from peers import Model
from run import IN_PERSON, solve


def best(instance):
    """The most of each level in order, each decided before the next; none if nothing keeps the demands."""
    model = Model(instance)
    solver = model.solver(600)
    solver.parameters.num_workers = 1
    if solver.solve(model.model) == model.cp.INFEASIBLE:
        return None
    reached = []
    for level in model.levels:
        if isinstance(level, int):
            reached.append(level)
            continue
        model.hint(model.chosen(solver))
        model.model.maximize(level)
        status = solver.solve(model.model)
        assert status == model.cp.OPTIMAL, solver.status_name(status)
        reached.append(round(solver.objective_value))
        model.model.add(level == reached[-1])
    return reached


def in_order(levels):
    return [levels["units"], levels["mutual"], levels["goals"], *levels["first"], levels["score"]]


def compare(kind, seed, program, folder):
    """What is wrong with the answer to one problem, if anything is; whether its demands can be kept; and the seconds."""
    event = events.small(kind, seed)
    file = folder / "small.json"
    file.write_text(json.dumps(event))
    instance = Instance(event)
    result = solve(program, file, folder / "result.json", work=IN_PERSON)
    if result is None:
        return "refused", False, 0.0
    said, seconds = result["said"], result["seconds"]
    optimum = best(instance)
    if said["conflict"]:
        return ("a conflict is named where a plan exists" if optimum else None), False, seconds
    if optimum is None:
        return "nothing is possible, and nothing is named", False, seconds
    meetings = read_meetings(said)
    if broken := breaches(instance, meetings):
        return broken[0], True, seconds
    reached = in_order(instance.reached([m[:2] for m in meetings]))
    if reached != optimum:
        return f"{reached} where {optimum} is best", True, seconds
    return (None if said["finished"] == "Proven" else "the best, and not proved to be"), True, seconds


def rows(program, count):
    """One row a kind: problems, seeds, how many agree."""
    out = []
    with tempfile.TemporaryDirectory() as place:
        for kind in events.KINDS:
            wrong, kept, longest = [], 0, 0.0
            refused = 0
            for seed in range(count):
                fault, could_be_kept, seconds = compare(kind, seed, program, Path(place))
                if fault == "refused":
                    refused += 1
                elif fault:
                    wrong.append((seed, fault))
                kept, longest = kept + could_be_kept, max(longest, seconds)
            for seed, fault in wrong:
                print(f"{kind}, seed {seed}: {fault}", flush=True)
            problems = count - refused
            row = {"kind": kind, "problems": problems, "kept": kept, "refused": refused, "agree": problems - len(wrong), "longest": longest}
            print(row, flush=True)
            out.append(row)
    return out


if __name__ == "__main__":
    import sys

    rows(Path(sys.argv[1]), int(sys.argv[2]))
