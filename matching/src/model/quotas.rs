//! Quotas: floors on the meetings that cross a border, each with borders of its own.
//!
//! A meeting counts for some quotas and not for others ([`Crossing`]); whether a plan keeps a quota is a matter of two numbers,
//! its meetings and those that count.

/// Most quotas of a problem.
pub const MOST_QUOTAS: usize = 4;

/// A floor on the meetings that cross a border (of country, programme, group: the caller's choice).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quota {
    /// At least this percentage of the meetings crosses.
    Percent(u32),
    /// At least this number of meetings crosses.
    Count(u32),
}

impl Quota {
    /// A share of at most everything, and what is left of it, in percent.
    pub(crate) fn percents(percent: u32) -> (i64, i64) {
        let percent = i64::from(percent.min(100));
        (percent, 100 - percent)
    }

    /// Whether every plan keeps it.
    pub(crate) fn asks_nothing(self) -> bool {
        matches!(self, Quota::Percent(0) | Quota::Count(0))
    }

    /// Whether it is a part of all meetings.
    pub(crate) fn is_share(self) -> bool {
        matches!(self, Quota::Percent(_))
    }

    /// The crossing meetings that it asks for beside so many others; none where no number is enough.
    pub(crate) fn needed_beside(self, others: u64) -> Option<u64> {
        match self {
            Quota::Count(count) => Some(u64::from(count)),
            Quota::Percent(percent) => match (u64::from(percent.min(100)), others) {
                (_, 0) => Some(0),
                (100, _) => None,
                (percent, others) => Some((others * percent).div_ceil(100 - percent)),
            },
        }
    }

    /// By how much so many crossing meetings of all are too few: meetings, or hundredths of them for a share. Negative where there
    /// are more than enough.
    pub(crate) fn missing(self, crossing: u64, meetings: u64) -> i64 {
        match self {
            Quota::Count(count) => i64::from(count) - crossing as i64,
            Quota::Percent(percent) => meetings as i64 * i64::from(percent) - 100 * crossing as i64,
        }
    }

    /// Whether so many crossing meetings of all are enough.
    pub(crate) fn holds(self, crossing: u64, meetings: u64) -> bool {
        self.missing(crossing, meetings) <= 0
    }
}

/// Which quotas a meeting counts for, by their place in [`crate::Input::quotas`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Crossing(u8);

impl Crossing {
    /// It counts for no quota.
    pub const NOWHERE: Crossing = Crossing(0);

    /// What is said of each quota in turn; those beyond [`MOST_QUOTAS`] are left out.
    #[must_use]
    pub fn of(quotas: impl IntoIterator<Item = bool>) -> Crossing {
        let bits = quotas.into_iter().take(MOST_QUOTAS).enumerate();
        Crossing(bits.filter(|(_, crosses)| *crosses).fold(0, |bits, (quota, _)| bits | 1 << quota))
    }

    /// Whether it counts for a quota.
    #[must_use]
    pub fn counts_for(self, quota: usize) -> bool {
        quota < MOST_QUOTAS && self.0 >> quota & 1 == 1
    }
}

impl From<bool> for Crossing {
    /// Whether it counts for the first quota, and for no other.
    fn from(crosses: bool) -> Crossing {
        Crossing::of([crosses])
    }
}

/// How many meetings count for each quota.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Crossings([u64; MOST_QUOTAS]);

impl Crossings {
    /// Those of some meetings.
    #[must_use]
    pub fn of(meetings: impl IntoIterator<Item = Crossing>) -> Crossings {
        let mut out = Crossings::default();
        meetings.into_iter().for_each(|crossing| out.add(crossing));
        out
    }

    /// Those that count for a quota.
    #[must_use]
    pub fn for_quota(&self, quota: usize) -> u64 {
        self.0.get(quota).copied().unwrap_or_default()
    }

    pub(crate) fn add(&mut self, crossing: Crossing) {
        self.each(crossing, |count| *count += 1);
    }

    pub(crate) fn take(&mut self, crossing: Crossing) {
        self.each(crossing, |count| *count -= 1);
    }

    fn each(&mut self, crossing: Crossing, change: impl Fn(&mut u64)) {
        self.0
            .iter_mut()
            .enumerate()
            .filter(|(quota, _)| crossing.counts_for(*quota))
            .for_each(|it| change(it.1));
    }
}

/// What a crossing meeting earns and another one pays for each quota in the values of a problem, and the least that every plan
/// which keeps the quotas earns by that. All 0 where the quotas are kept without.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct QuotaPrices {
    pub crossing: [i64; MOST_QUOTAS],
    pub other: [i64; MOST_QUOTAS],
    pub charge: i64,
}

impl QuotaPrices {
    /// What a meeting earns.
    pub(crate) fn of(&self, crossing: Crossing) -> i64 {
        earned(&self.crossing, &self.other, crossing)
    }
}

/// What a meeting earns where each that counts for a quota earns so much, and each other one pays so much.
pub(crate) fn earned(crossing: &[i64; MOST_QUOTAS], other: &[i64; MOST_QUOTAS], meeting: Crossing) -> i64 {
    let of = |quota: usize| if meeting.counts_for(quota) { crossing[quota] } else { -other[quota] };
    (0..MOST_QUOTAS).map(of).sum()
}

/// So much for one quota and nothing for the others.
pub(crate) fn only(quota: usize, worth: i64) -> [i64; MOST_QUOTAS] {
    let mut out = [0; MOST_QUOTAS];
    out[quota] = worth;
    out
}
