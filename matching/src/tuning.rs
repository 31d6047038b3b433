//! The constants that trade one thing for another, in one place, by the file that uses them.
//!
//! Unless a constant says otherwise it was chosen on the made-up events of [`crate::samples`] (seeds 1 to 3 of each shape), and
//! docs/benchmark.md holds the figures reached with it. None of them can make a schedule invalid or a bound false: they decide
//! how much work goes where. What a schedule is *worth* (a wish, a goal, a pin) is no tuning and stands in `model::problem`.

/// Which pairs of a rule are listed (`bounds::columns`): longer lists cost every later step time, shorter ones pairs.
pub(crate) mod columns {
    /// More listed pairs a person than this are too many to look at again and again: they are treated as a rule.
    pub(crate) const MANY_PAIRS: usize = 100;
    /// Up to so many pairs they are not where quotas or a coverage are asked for, since these are climbed over listed pairs.
    pub(crate) const MOST_CLIMBED: usize = 100_000;
    /// Pairs listed of each person before prices are known.
    pub(crate) const FIRST_LISTED: usize = 20;
    /// Most pairs of a person listed at a time.
    pub(crate) const AT_A_TIME: usize = 15;
}

/// The relaxation (`bounds::relaxation`): the pairs that its first network has. Against the twelve most valuable pairs of each
/// person this halves the time at 15,500 people.
pub(crate) mod relaxation {
    /// Pairs of each person in the first network, beyond as many as they may meet; the others are added when their reduced
    /// cost says so.
    pub(crate) const SPARE_PAIRS: usize = 4;
    /// Rounds of guessing prices.
    pub(crate) const GUESSES: u32 = 20;
}

/// The levels in their order (`exact`).
pub(crate) mod exact {
    /// Flows at most for one bound, and solutions that a bound starts from.
    pub(crate) const MOST_FLOWS: u32 = 60;
    pub(crate) const MOST_PLANES: usize = 80;
    /// Solutions that are kept for the bounds to come.
    pub(crate) const MOST_KNOWN: usize = 2_000;
    /// Shared tables up to which each has a condition of its own.
    pub(crate) const SHARED_TABLES: usize = 6;
    /// Kinds of meetings that need an interpreter up to which every set of them has a condition of its own.
    pub(crate) const KINDS_TOGETHER: usize = 4;
    /// The price, in points, that a level which was decided starts with: more than most trades.
    pub(crate) const HELD: i64 = 3_000;
    /// Points that a pair may miss its price by beside all levels and still be tried by exchanges where a coverage is asked for.
    pub(crate) const NEAR: i64 = 100;
    /// Rounds in which a share and the most meetings beside it are brought into line.
    pub(crate) const ROUNDINGS: u32 = 6;
    /// The part of the work left that one search may take, as its reciprocal.
    pub(crate) const PART_OF_SEARCH: u64 = 2;
    /// Steps of the search for the slots of one time.
    pub(crate) const SEATING_STEPS: u32 = 20_000;
    /// Attempts to give a set its slots, while so few of its meetings are left over.
    pub(crate) const SEATINGS: u64 = 24;
    pub(crate) const NEARLY_SEATED: usize = 3;
    /// Nodes of a search at most: of large problems, and of small ones.
    pub(crate) const NODES: u64 = 4_000;
    pub(crate) const NODES_OF_SMALL: u64 = 100_000;
    /// A problem is small up to so many people and edges: it is searched to the end, slots included.
    pub(crate) const SMALL_PEOPLE: usize = 14;
    pub(crate) const SMALL_EDGES: usize = 1_500;
    /// Most people of an event without a quota for which the levels are climbed where wishes or goals are open: of larger ones
    /// slots say more than sets do.
    pub(crate) const MOST_WITHOUT_QUOTA: usize = 400;
    /// The part of the work of a run, as its reciprocal, that a climb may take.
    pub(crate) const SHARE: u64 = 2;
}

/// Bounds with prices of slots (`bounds::levels`).
pub(crate) mod levels {
    /// Values of a mutual wish and of a filled goal while prices are sought: high enough to be served first in the
    /// relaxation, low enough not to drown the weights.
    pub(crate) const SOFT_MUTUAL: i64 = 3_000;
    pub(crate) const SOFT_GOAL: i64 = 1_500;
    /// A second value of a mutual wish, nearer to what the last one costs in weight: where the prices of slots leave half a
    /// wish more than the bound on the wishes, that half counts only this. It gains 0.1 % on one virtual event of three.
    pub(crate) const CHEAP_MUTUAL: i64 = 700;
    /// Value of a mutual wish where nothing else counts, so that prices have small steps.
    pub(crate) const WISH: i64 = 1_000;
    /// A share costs wishes where what does not cross pays more than the part of a wish that this is the reciprocal of.
    pub(crate) const DEAR: i64 = 8;
    /// What the first levels are worth beside the soft objective is divided by this, which leaves prices small steps.
    pub(crate) const HARD_SCALE: i64 = 10;
    /// Times pairs are listed by prices of slots.
    pub(crate) const LISTINGS: u32 = 4;
    /// Rounds of the price search between two reports, and most of them: the bound of the virtual events is that of the linear
    /// program after some 1,000.
    pub(crate) const ROUNDS: u64 = 100;
    pub(crate) const MOST_ROUNDS: u64 = 3_000;
}

/// The search for prices of slots (`bounds::subgradient`).
pub(crate) mod subgradient {
    /// The part of the bound by which the first level is below it: a level near the bound ends on a ridge.
    pub(crate) const FIRST_HOPE: i64 = 4;
    /// The distance of the level at which the search ends, in 1/4096 of a unit of value: a quarter of one.
    pub(crate) const LEAST_HOPE: i64 = 1_024;
    /// Rounds without half of the hoped-for gain after which the level comes nearer.
    pub(crate) const PATIENCE: u32 = 60;
    /// The part of the last direction that stays in the next, in percent.
    pub(crate) const MEMORY: i64 = 95;
    /// No price exceeds this many times the dearest pair with all that its two people gain.
    pub(crate) const DEAREST: i64 = 8;
}

/// The integral optimum (`bounds::integral`, `solve`).
pub(crate) mod integral {
    /// Most undecided pairs, so that the search stays short beside the rest of a run.
    pub(crate) const MOST_UNDECIDED: usize = 20_000;
    /// A schedule whose gap is above this many thousandths of its score is too far from its bound to decide many pairs.
    pub(crate) const NEAR_INTEGRAL: i64 = 20;
}

/// People whose minimum cannot be kept (`bounds::minimum`): a smaller set costs time, and a larger one is as true.
pub(crate) mod minimum {
    /// Work for making the set smaller, in nodes and arcs of all relaxations; at least a few sets are tried.
    pub(crate) const WORK: u64 = 3_000_000;
    pub(crate) const FEWEST_TRIES: u64 = 4;
    /// Larger sets are left as they are: they lack tables, and who is in them tells nothing more.
    pub(crate) const MOST_SHRUNK: usize = 400;
}

/// Why a coverage cannot be filled (`obstacles`): sets that are tried for a smaller one, by the pairs and people of the problem.
pub(crate) mod obstacles {
    pub(crate) const WORK: u64 = 200_000;
    pub(crate) const FEWEST_TRIES: u64 = 12;
    pub(crate) const MOST_TRIES: u64 = 200;
    /// Nodes of a search, where problems are small.
    pub(crate) const NODES: u64 = 2_000;
}

/// Pins (`plan::pins`): exact answers to small questions, then the SAT solver, whose work is counted in conflicts.
pub(crate) mod pins {
    /// Steps of the search; pins are few and mostly have one slot.
    pub(crate) const STEPS: u32 = 2_000;
    /// More pins without a slot than this are placed by colouring alone before the solver is asked.
    pub(crate) const MOST_SEARCHED: usize = 300;
    /// Conflicts of the solver for all pins, and for each try to do without some.
    pub(crate) const CONFLICTS: i32 = 200_000;
    pub(crate) const SHRINKING: i32 = 5_000;
}

/// Demands that may contradict each other (`plan::demands`, `plan::feasible`).
pub(crate) mod demands {
    /// What keeping a pin counts beside one crossing meeting in the relaxation.
    pub(crate) const PIN: i64 = 1_000;
    /// Conflicts of the solver for one question.
    pub(crate) const CONFLICTS: i32 = 20_000;
    /// Tries to do without some of the pins: this many by the number of pairs, but never fewer than the second.
    pub(crate) const TRIES: u64 = 3_000_000;
    pub(crate) const FEWEST_TRIES: u64 = 20;
    /// Numbers of crossing meetings tried for the most there is.
    pub(crate) const COUNTS: u64 = 64;
    /// More literals than this are not given to the solver.
    pub(crate) const LARGEST: u64 = 2_000_000;
}

/// The second stage (`plan::finish`).
pub(crate) mod finish {
    /// Work for each meeting while slots are sought for all of a set.
    pub(crate) const WORK_PER_MEETING: u64 = 400;
    /// Work of the second stage for each unit of the run's, at most.
    pub(crate) const WORK_PER_UNIT: u64 = 4;
}

/// Shares of the work of a run, each as its reciprocal (`solve`).
pub(crate) mod shares {
    /// Value by which an unlisted pair may miss its price and still be listed for the search; the second where slots have
    /// prices of their own.
    pub(crate) const NEARLY_PAYING: i64 = 20;
    pub(crate) const NEARLY_PAYING_BY_SLOT: i64 = 60;
    /// Each search of prices while pairs are listed by them.
    pub(crate) const GROWING_SHARE: u64 = 16;
    /// Spent again on a fairer order where not all goals can be filled.
    pub(crate) const FAIRNESS_SHARE: u64 = 4;
    /// Spent again on exchanging meetings for fewer gaps.
    pub(crate) const GAPS_SHARE: u64 = 4;
    /// The searches for slot prices: of the soft objective, of its cheaper form, of the wishes, of wishes and goals together, and
    /// while pairs are listed.
    pub(crate) const SOFT_SHARE: u64 = 4;
    pub(crate) const CHEAP_SHARE: u64 = 16;
    pub(crate) const WISHES_SHARE: u64 = 8;
    pub(crate) const HARD_SHARE: u64 = 16;
    pub(crate) const LISTING_SHARE: u64 = 32;
}

/// Exchanges and single slots (`search::improve`, `search::one_slot`, `search::exchange`).
pub(crate) mod improve {
    use crate::algorithms::cooling::Cooling;

    /// How far below its price a pair is still tried in a slot: by exchanges, in matchings of single slots, and without prices
    /// of slots. Without any such limit the virtual event stayed at 98 % of the bound.
    pub(crate) const REACH: i64 = 50;
    pub(crate) const SLOT_REACH: i64 = 150;
    pub(crate) const NEAR_REACH: i64 = 20;
    /// A schedule whose gap is above this many hundred-thousandths of its score suffers from people being available at
    /// different times: slots need prices of their own.
    pub(crate) const SCATTERED: i64 = 400;
    /// Edges that a matching of one slot looks at in a unit of work, beyond three times what is usual.
    pub(crate) const LOOKS_OF_UNIT: u64 = 16;
    /// Most people for whom single slots are solved exactly.
    pub(crate) const MOST_EXACT: usize = 3_000;
    /// Part of the work left that is spent on exchanges before slots are solved anew.
    pub(crate) const EXCHANGES: u64 = 10;
    /// Times that is done while wishes or goals are missing, which single slots rarely bring.
    pub(crate) const MOST_TRIES: u64 = 5;
    /// How exchanges cool where slots have prices, in the first few exchanges, and near the bound.
    pub(crate) const HOT_TO_COLD: Cooling = Cooling::Geometric { hot: 200 * 16, cold: 16 };
    pub(crate) const WARM_UP: Cooling = Cooling::Geometric { hot: 8, cold: 4 };
    pub(crate) const POLISH: Cooling = Cooling::Geometric { hot: 8 * 16, cold: 4 };
    /// Exchanges tried for each meeting of the first schedule.
    pub(crate) const FIRST_MOVES_PER_MEETING: u64 = 100;
    /// Work for each meeting from which a schedule near its bound is polished.
    pub(crate) const POLISHED_FROM: u64 = 4_000;
    /// Least number of parts of an annealing between two looks at the best, and most moves of a part.
    pub(crate) const PARTS: u64 = 60;
    pub(crate) const MOST_MOVES: u64 = 500_000;
    /// Moves between two reports, at least.
    pub(crate) const REPORT_AFTER: u64 = 400_000;
    /// Highest noise on weights without prices of slots, and from first to last with them.
    pub(crate) const NOISE: i64 = 100;
    pub(crate) const NOISE_WITH_PRICES: (i64, i64) = (40, 10);
    /// What a slot is lent for, in thousandths of its price: it halved the gap on virtual events.
    pub(crate) const LENT: i64 = 800;
    /// Exchanges before each round over the slots, and their temperature in 1/16.
    pub(crate) const EXCHANGES_BETWEEN: u64 = 20_000;
    pub(crate) const EXCHANGE_TEMPERATURE: i64 = 16;
    /// Rounds after which noise is left off for two, to see what the schedule is worth.
    pub(crate) const QUENCH: u64 = 6;
    /// Ejected meetings that may eject another one.
    pub(crate) const DEPTH: usize = 3;
    /// One of this many moves turns a Kempe chain, which costs nothing and opens new ways.
    pub(crate) const CHAIN_EVERY: u64 = 8;
    /// People asked for the least valuable meeting of a full slot, and meetings compared.
    pub(crate) const ASKED_FOR_TABLE: u32 = 24;
    pub(crate) const COMPARED_FOR_TABLE: u32 = 3;
}

/// A fairer order where not all goals can be filled (`search::fairness`).
pub(crate) mod fairness {
    use crate::algorithms::cooling::Cooling;

    /// By how much more goals count while a schedule is made fairer: still less than a mutual wish, and the order of the
    /// meetings of a goal more than the weights of two.
    pub(crate) const EMPHASIS: i64 = 6;
    /// Looks at the best while a schedule is made fairer; more where there would be more exchanges between two.
    pub(crate) const LOOKS: u64 = 64;
    pub(crate) const MOST_BETWEEN: u64 = 500_000;
    /// How the exchanges cool.
    pub(crate) const COOLING: Cooling = Cooling::Halved { hot: 1_000 * 16, times: 10 };
}

/// Fewer gaps by other meetings (`search::gaps`).
pub(crate) mod gaps {
    /// Price of a gap, in units of weight: about what the weights lose for one gap less.
    pub(crate) const PRICE: i64 = 40;
    /// Highest noise on weights, temperature of the exchanges (in 1/16) and their number before each round of the slots.
    pub(crate) const NOISE: i64 = 50;
    pub(crate) const TEMPERATURE: i64 = 200;
    pub(crate) const MOVES: u64 = 100_000;
}

/// What would mend a plan (`remedies`).
pub(crate) mod remedies {
    /// Work of a plan that is only made to see whether it fills the goals: what counts there is found before any search.
    pub(crate) const WORK: u64 = 300_000;
    /// Numbers of tables that are tried until one does, ever larger ones; and numbers of slots.
    pub(crate) const TRIES_OF_TABLES: u32 = 6;
    pub(crate) const TRIES_OF_SLOTS: u32 = 3;
}

/// Repairs (`repair`), measured on events where two of a hundred people cancel.
pub(crate) mod repair {
    use crate::algorithms::cooling::Cooling;

    /// Slots looked at for a unit of work.
    pub(crate) const LOOKS: u64 = 8;
    /// Looks beyond which a repair gains next to nothing: the greater of this number and that of the second for each person.
    pub(crate) const USEFUL: u64 = 3_000_000;
    pub(crate) const USEFUL_PER_PERSON: u64 = 2_000;
    /// Steps of cooling, and its laws; with moves the holes are filled well already.
    pub(crate) const PARTS: u64 = 48;
    pub(crate) const WITHOUT_MOVES: Cooling = Cooling::Linear { hot: 16 * 40 };
    pub(crate) const WITH_MOVES: Cooling = Cooling::Linear { hot: 16 * 20 };
    /// What a move costs at first, in units of value.
    pub(crate) const FIRST_PRICE: i64 = 20;
    /// Work for one chain of the annealing.
    pub(crate) const PATIENCE: u64 = 60;
    /// One of this many steps withdraws a meeting.
    pub(crate) const WITHDRAWAL: usize = 16;
    /// Limits of moves, one after the other, with which valuable pairs are inserted.
    pub(crate) const MOVES_TRIED: [u64; 8] = [0, 1, 2, 3, 4, 6, 8, 12];
    /// People looked at for a meeting that could leave its table to another.
    pub(crate) const ASKED_FOR_TABLE: usize = 32;
}

/// Fixed meetings (`fixed`), measured on the published instances of the B2BSP and as the second stage of rounds. Its proofs have
/// their own, beside the clauses that they are about.
pub(crate) mod fixed {
    use crate::algorithms::cooling::Cooling;

    /// Part of the work that may be spent on finding slots for all meetings, as its reciprocal.
    pub(crate) const PLACING_SHARE: u64 = 4;
    /// How the search for fewer gaps cools, and the temperatures between hot and cold.
    pub(crate) const COOLING: Cooling = Cooling::Quadratic { hot: 64, cold: 6 };
    pub(crate) const STEPS: u64 = 256;
    /// The longest chain exchanged: longer ones are dear and change no more people than short ones.
    pub(crate) const LONGEST: usize = 48;
    /// Random chains after each ejection, which lead out of dead ends, and the longest of them.
    pub(crate) const STIRRED: u32 = 4;
    pub(crate) const LONGEST_STIRRED: usize = 64;
    /// Ejections between two questions whether to stop.
    pub(crate) const ASK_EVERY: u64 = 256;
}

/// What the random streams of one run are told apart by: each is the seed of the run, combined with one of these.
pub(crate) mod streams {
    pub(crate) const SLOTS: u64 = 0x5107;
    pub(crate) const GAPS: u64 = 0x6A95;
    pub(crate) const FAIRNESS: u64 = 0xFA18;
}
