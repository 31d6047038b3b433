//! What a run gives: the meetings, their figures beside proved bounds, and why anybody has too few.

use crate::model::input::{Request, ordered};
use crate::model::problem::{GOAL, MUTUAL, Problem};
use crate::model::quotas::Crossings;

/// One meeting; `a < b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    pub a: usize,
    pub b: usize,
    pub slot: usize,
    /// `None` where the slot has no tables.
    pub table: Option<u32>,
}

impl Meeting {
    /// The two in order.
    pub(crate) fn key(&self) -> (usize, usize) {
        ordered(self.a, self.b)
    }
}

/// A schedule with its figures, the bounds beside them and the reasons of what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Sorted; passes [`crate::check`] unless `conflict` says that the demands cannot all be met.
    pub meetings: Vec<Meeting>,
    pub figures: Figures,
    /// Before meetings were moved and tables given for comfortable days: idle gaps, and the table changes of the rule
    /// "keep the table of either".
    pub before: Figures,
    pub bounds: Bounds,
    /// Everyone with fewer meetings than their wished minimum, by person.
    pub shortfalls: Vec<Shortfall>,
    pub conflict: Option<Conflict>,
    /// People whose goals cannot all be filled, where some are not and that is proved: [`Conflict::Minimum`]. It is no
    /// fault of the schedule, which fills what it can.
    pub minimum: Option<Conflict>,
    /// Why not everybody meets as many of each other group as is asked, as far as it is proved; empty where they do.
    pub obstacles: Vec<Obstacle>,
    pub finished: Finished,
}

impl Solution {
    /// Distance from the proven best in hundred-thousandths of the score: 50 is 0.05 %. It adds wishes, goals and points up;
    /// what people are told is [`Solution::open`].
    #[must_use]
    pub fn gap(&self) -> u64 {
        let Open { units, mutual, goals, points } = self.open();
        let missing = MUTUAL as u64 * (units + mutual) + GOAL as u64 * goals + points;
        (missing * 100_000).div_ceil(self.figures.score.max(1)).min(self.bounds.gap(&self.figures))
    }

    /// How much better a plan can be at most, each level in its own unit.
    #[must_use]
    pub fn open(&self) -> Open {
        let open = self.bounds.open(&self.figures);
        Open { points: open.points.min(self.bounds.score.saturating_sub(self.figures.score)), ..open }
    }
}

/// What a schedule reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    pub meetings: u64,
    /// Meetings both asked for.
    pub mutual: u64,
    pub one_way: u64,
    /// Sum over people of their meetings up to their goal (see [`Problem::goals`]).
    pub goals_filled: u64,
    pub goals_total: u64,
    /// Sum over people of their wished minimum, whether they can reach it or not.
    pub wished: u64,
    /// People with fewer meetings than their wished minimum, for whatever reason.
    pub people_below: u64,
    /// People who may have meetings and are available in no slot.
    pub people_nowhere: u64,
    /// Sum of weights.
    pub score: u64,
    /// Meetings that count for each quota.
    pub crossing: Crossings,
    /// Filled units of a coverage (see [`crate::Coverage`]): meetings of each person with each other group, up to what is asked
    /// of each.
    pub units: u64,
    pub units_asked: u64,
    /// Stretches of empty slots between two meetings of a person in one part of the day.
    pub idle_gaps: u64,
    /// Times a person's next meeting in the same part of the day is at another table.
    pub table_changes: u64,
}

impl Figures {
    /// The levels as one number, for benchmarks: score + 20,000 a mutual wish + 3,000 a filled goal.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.above_score() + self.score as i64
    }

    /// The part of the total that is not score.
    fn above_score(&self) -> i64 {
        MUTUAL * self.mutual as i64 + GOAL * self.goals_filled as i64
    }

    /// The figures of a list of meetings; meetings that are not of the problem are left out.
    #[must_use]
    pub fn of(problem: &Problem, meetings: &[Meeting]) -> Figures {
        let mut out = Figures {
            goals_total: problem.goals().iter().map(|&g| u64::from(g)).sum(),
            units_asked: problem.units_asked(),
            wished: problem.input().people.iter().map(|p| u64::from(p.minimum)).sum(),
            ..Figures::default()
        };
        let mut plans: Vec<Vec<(usize, Option<u32>)>> = vec![Vec::new(); problem.people()];
        let mut met = Vec::new();
        for m in meetings {
            let Some(pair) = problem.pair_between(m.a, m.b) else {
                continue;
            };
            out.meetings += 1;
            out.mutual += u64::from(pair.request == Request::Mutual);
            out.one_way += u64::from(pair.request == Request::OneWay);
            out.score += u64::from(pair.weight);
            out.crossing.add(pair.crossing);
            met.push((m.a, m.b));
            plans[m.a].push((m.slot, m.table));
            plans[m.b].push((m.slot, m.table));
        }
        out.units = problem.units.as_deref().map_or(0, |units| units.filled(met.into_iter()));
        for ((plan, &goal), person) in plans.iter_mut().zip(problem.goals()).zip(&problem.input().people) {
            let count = plan.len() as u64;
            out.goals_filled += count.min(u64::from(goal));
            out.people_below += u64::from(count < u64::from(person.minimum));
            out.people_nowhere += u64::from(person.cap > 0 && !person.available.contains(&true));
            plan.sort_unstable();
            for two in plan.windows(2) {
                let ((s, x), (t, y)) = (two[0], two[1]);
                if problem.input().slots[s].part == problem.input().slots[t].part {
                    out.idle_gaps += u64::from(t > s + 1);
                    out.table_changes += u64::from(x.is_some() && x != y);
                }
            }
        }
        out
    }
}

/// What no schedule can exceed, proved in the run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Filled units of a coverage.
    pub units: u64,
    /// Mutual wishes; where a coverage is asked for, of schedules that fill as many units as this one.
    pub mutual: u64,
    pub goals: u64,
    /// Most score of a schedule with at least the filled units, mutual wishes and filled goals of this one.
    pub score: u64,
    /// Most of [`Figures::total`].
    pub total: i64,
}

impl Bounds {
    /// Bounds that were kept beside the figures of a plan: on wishes, goals and score. None where the score is above its bound:
    /// that one was not proved.
    #[must_use]
    pub fn kept(mutual: u64, goals: u64, score: u64, figures: &Figures) -> Option<Bounds> {
        let total = score as i64 + figures.above_score();
        (score >= figures.score).then_some(Bounds { units: figures.units, mutual, goals, score, total })
    }

    /// The bounds beside another plan: that on the score is of plans with at least as many wishes and filled goals as it.
    #[must_use]
    pub fn beside(self, figures: &Figures) -> Bounds {
        Bounds { score: (self.total - figures.above_score()).max(0) as u64, ..self }
    }

    /// How much better than a plan another one can be at most. The points are those of plans with all the wishes and goals that
    /// are said to be open; where it is proved that no plan has all of these, of plans with as many as this one.
    #[must_use]
    pub fn open(&self, figures: &Figures) -> Open {
        let missing = (self.total - figures.total()).max(0);
        let units = self.units.saturating_sub(figures.units);
        let mutual = self.mutual.saturating_sub(figures.mutual);
        let goals = self.goals.saturating_sub(figures.goals_filled);
        let levels = MUTUAL * mutual as i64 + GOAL * goals as i64;
        let points = if missing < levels { missing } else { missing - levels };
        Open { units, mutual, goals, points: points as u64 }
    }

    /// Distance of a plan from the proven best in hundred-thousandths of its score: 50 is 0.05 %. A unit of a coverage counts as
    /// much as a wish.
    #[must_use]
    pub fn gap(&self, figures: &Figures) -> u64 {
        let units = self.units.saturating_sub(figures.units);
        let missing = (self.total - figures.total()).max(0) as u64 + MUTUAL as u64 * units;
        (missing * 100_000).div_ceil(figures.score.max(1))
    }
}

/// By how much a plan may be bettered, each level in its own unit: nothing proves yet that it cannot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Open {
    /// Units of a coverage.
    pub units: u64,
    /// Mutual wishes.
    pub mutual: u64,
    /// Meetings up to people's goals.
    pub goals: u64,
    /// Points of the score.
    pub points: u64,
}

impl Open {
    /// The open points in hundred-thousandths of a score: 830 is 0.83 %.
    #[must_use]
    pub fn of_score(&self, score: u64) -> u64 {
        (self.points * 100_000).div_ceil(score.max(1))
    }
}

/// Somebody with fewer meetings than wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    pub person: usize,
    pub has: u32,
    /// The wished minimum.
    pub minimum: u32,
    pub reason: Reason,
}

/// Why a person has no further meeting: true of the schedule it comes with, and checkable there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// They have as many meetings as their own limit allows.
    OwnLimit { cap: u32 },
    /// They have a meeting in every slot they are available in.
    OwnSlots { available: u32 },
    /// Nobody is allowed as a partner.
    NoPartner,
    /// They meet everyone they are allowed to meet.
    EveryoneMet { partners: u32 },
    /// Something is in the way of each allowed partner they do not meet.
    Hindered(Vec<(usize, Hindrance)>),
}

/// What is in the way of one more meeting of a person with one partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The two share no slot.
    NoCommonSlot,
    /// Both stay at booths of their own.
    TwoBooths,
    /// The partner has as many meetings as their limit allows.
    PartnerAtLimit,
    /// In every common slot one of the two has a meeting.
    Taken,
    /// In the common slots in which both are free, these, all tables (or the booth) are taken.
    TablesFull { slots: Vec<usize> },
    /// In these slots, in which they find a table, nobody is there to interpret between them, or all who could do it somewhere else.
    NoInterpreter { slots: Vec<usize> },
    /// One more meeting that does not cross would break the quota.
    Quota,
    /// The two are pinned, and where the pin wants them they cannot meet in this schedule.
    PinnedElsewhere,
    /// They could meet in these slots alone, in which nothing may change any more.
    Frozen { slots: Vec<usize> },
    /// Nothing: they could meet in these slots now.
    Free { slots: Vec<usize> },
}

/// Demands that cannot be met together. All but the last two variants are proved, and each demand is needed: without it the
/// others can be met, or are not known not to be (where there are very many pairs, not every smaller set is tried).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// These pins (indices in the input) cannot all be kept, whatever else is given up.
    Pins { pins: Vec<usize> },
    /// The quota (its place in the input) asks for more than any schedule can have, even without pins. No schedule has more than
    /// `at_most` crossing meetings. A share stands here where nothing can cross: the plan is then made as if it were not asked
    /// for.
    Quota { quota: usize, at_most: u64 },
    /// These quotas ask for more than they, or these pins, leave each other room for; without any one of all these the others can
    /// be kept. Where only a plan without meetings keeps the quotas, it is made as if the last of them were not asked for.
    Quotas { quotas: Vec<usize>, pins: Vec<usize> },
    /// These people's goals (see [`Problem::goals`]) add up to `needs` meetings, but no schedule gives them more than
    /// `at_most` together, even if nobody else has a goal.
    Minimum { people: Vec<usize>, needs: u64, at_most: u64 },
    /// These pins and quotas were not kept. Whether they can be is open: the work was not enough to tell, or a repair
    /// may not change what would have to be changed.
    NotKept { pins: Vec<usize>, quotas: Vec<usize> },
    /// The frozen meetings of these pairs stay as they were in a repair, although today's tables, booths or limits have no
    /// place for them.
    Frozen { pairs: Vec<(usize, usize)> },
}

/// Why units of a coverage cannot all be filled, whatever the schedule: each is true by itself, and can be checked with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A person may meet fewer people of a group than are asked for.
    Partners { person: usize, group: u32, has: u32 },
    /// A person may have fewer meetings than are asked for of all groups together.
    Limit { person: usize, asks: u32, has: u32 },
    /// The members of a group have fewer seats than these others ask for.
    Seats { group: u32, members: Vec<usize>, people: Vec<usize>, asks: u64, seats: u64 },
    /// These people ask for these groups, together for more than any schedule gives them even if nobody else asks.
    Together { asked: Vec<(usize, u32)>, asks: u64, at_most: u64 },
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finished {
    /// No schedule is better: every level, coverage and fairness included, is at what can be had beside the levels before it.
    Proven,
    /// All wishes and goals are at their bounds, and what is left of the score cannot matter ([`crate::Options::enough`]).
    Enough,
    WorkSpent,
    /// The observer stopped it.
    Stopped,
}
