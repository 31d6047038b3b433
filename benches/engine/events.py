"""The instances of the report: events that `rendezvous bench --write` makes, and what is changed in them; and small random problems."""

import random

PROGRAMMES = 3


def with_programme(event):
    """Everybody is in one of three programmes, whoever they are."""
    return {**event, "programme": [i % PROGRAMMES for i in range(event["n"])]}


def with_quotas(event, *quotas):
    """Shares in percent, each with the field that says whose meetings cross."""
    asked = [{"percent": percent, "by": by} for percent, by in quotas]
    return {**with_programme(event), "quota": asked}


def with_coverage(event, of_each, by="programme"):
    return {**with_programme(event), "coverage": {"of_each": of_each, "by": by}}


def with_short_stays(event, seed=1):
    """Everybody is there for four or five slots in a row only."""
    dice, slots = random.Random(seed), event["slots"]

    def stay():
        length = dice.choice((4, 5))
        start = dice.randrange(slots - length + 1)
        return "".join("1" if start <= s < start + length else "0" for s in range(slots))

    return {**event, "avail": [stay() for _ in range(event["n"])]}


def with_half_days(event, seed=1):
    """Every second person is there for one half of the event only."""
    dice, half = random.Random(seed), event["slots"] // 2

    def stay(signs):
        morning = "1" * half + "0" * (event["slots"] - half)
        return signs if dice.random() < 0.5 else dice.choice((morning, morning[::-1]))

    return {**event, "avail": [stay("1" * event["slots"]) for _ in range(event["n"])]}


def with_booths(event, each=10):
    """Every tenth person is an exhibitor who stays at a table of their own."""
    tables = [i // each if i % each == 0 else None for i in range(event["n"])]
    return {**event, "booths": tables}


def with_tables_by_slot(event):
    """A quarter of the tables is gone in every second slot."""
    return {**event, "tables": [event["tables"] - event["tables"] // 4 * (s % 2) for s in range(event["slots"])]}


def with_pins(event, plan, each=12):
    """Every twelfth meeting of a plan is pinned, in turn to its slot and to nothing but that it is held."""
    chosen = sorted((row["a"], row["b"], row["slot"]) for row in plan)[::each]
    return {**event, "pins": [[a, b, slot if k % 2 else None, None] for k, (a, b, slot) in enumerate(chosen)]}


def with_few_tables(event, tables):
    return {**event, "tables": tables}


def groups_of_seven(groups=21, slots=6, seed=1):
    """Odd groups of people who can only meet each other: somebody is left over in every slot."""
    dice, n = random.Random(seed), 7 * groups
    pairs = [[a, b, dice.randint(100, 999), 0] for a in range(n) for b in range(a + 1, n) if a // 7 == b // 7]
    return plain(n, slots, pairs, cap=[6] * n, target_min=6, name=f"{groups} groups of seven")


def odd_whole(n=101, slots=12, seed=1):
    """An odd number of people who may all meet."""
    dice = random.Random(seed)
    pairs = [[a, b, dice.randint(1, 1000), 0] for a in range(n) for b in range(a + 1, n)]
    return plain(n, slots, pairs, cap=[slots] * n, target_min=slots, name=f"{n} people who may all meet")


def all_may_meet(n, slots=8, tables=0, seed=1):
    """People of three programmes who may all meet, with better pairs within a programme."""
    dice, pairs = random.Random(seed), []
    for a in range(n):
        for b in range(a + 1, n):
            within = a % PROGRAMMES == b % PROGRAMMES
            request = 2 if dice.random() < (3 if within else 1) / n else 0
            pairs.append([a, b, dice.randint(1, 600) + 150 * within, request])
    event = plain(n, slots, pairs, cap=[5] * n, target_min=3, name=f"{n} people who may all meet")
    return {**with_programme(event), "tables": tables}


def shared_windows(n=200, slots=12, length=5, candidates=15, seed=1):
    """People across zones: each is there for five slots of twelve."""
    dice, pairs = random.Random(seed), {}
    for a in range(n):
        for b in dice.sample(range(n), candidates):
            if a != b:
                request = dice.choices((0, 1, 2), (80, 12, 8))[0]
                pairs[min(a, b), max(a, b)] = [min(a, b), max(a, b), dice.randint(1, 800), request]
    event = plain(n, slots, [pairs[pair] for pair in sorted(pairs)], cap=[4] * n, target_min=2, name=f"{n} people across zones")
    starts = [dice.randrange(slots - length + 1) for _ in range(n)]
    avail = ["0" * s + "1" * length + "0" * (slots - length - s) for s in starts]
    return {**with_programme(event), "avail": avail}


def plain(n, slots, pairs, **said):
    frame = {"n": n, "slots": slots, "tables": 0, "breaks_after": [], "avail": ["1" * slots] * n, "forbidden": []}
    return {**frame, "country": [i % PROGRAMMES for i in range(n)], "pairs": pairs, "seed": 1, **said}


KINDS = ("plain", "booths", "pins", "tables that differ", "one quota", "two quotas", "coverage", "coverage and quota", "everything")


def small(kind, seed):
    """A random problem of 4 to 14 people."""
    dice = random.Random(f"{kind} {seed}")
    n, slots = dice.randint(4, 14), dice.randint(1, 4)
    share, here = dice.choice((30, 60, 100)), dice.choice((100, 80, 50))
    chance = lambda percent: dice.randrange(100) < percent
    pairs = [
        [a, b, dice.randint(1, 1000), dice.choices((0, 1, 2), (70, 12, 18))[0]]
        for a in range(n)
        for b in range(a + 1, n)
        if chance(share)
    ]
    tables = dice.choice((0, 1, 2, 3, 5))
    event = plain(n, slots, pairs, cap=[dice.randint(0, slots) for _ in range(n)], target_min=dice.randint(0, 3), tables=tables)
    event["avail"] = ["".join("1" if chance(here) else "0" for _ in range(slots)) for _ in range(n)]
    event["country"], event["second"] = [dice.randrange(3) for _ in range(n)], [dice.randrange(2) for _ in range(n)]
    has = lambda *kinds: kind in kinds or kind == "everything"
    if has("booths"):
        event["booths"] = [dice.randrange(4) if chance(25) else None for _ in range(n)]
    if has("tables that differ"):
        event["tables"] = [dice.choice((None, 0, 1, 2, 3, 5)) for _ in range(slots)]
    if has("pins"):
        pinned = dice.sample(pairs, min(len(pairs), dice.randint(1, 2)))
        event["pins"] = [[a, b, dice.randrange(slots) if chance(50) else None, None] for a, b, *_ in pinned]
    share_of = lambda by: {"percent": dice.randint(1, 100), "by": by}
    if has("one quota", "coverage and quota"):
        event["quota"] = dice.choice((share_of("country"), {"count": dice.randint(1, 5)}))
    if kind == "two quotas":
        event["quota"] = [share_of("country"), share_of("second")]
    if has("coverage", "coverage and quota"):
        event["coverage"] = {"of_each": dice.randint(1, 2), "by": dice.choice(("country", "second"))}
    return event
