//! How the temperature of an annealing falls (Kirkpatrick, Gelatt, Vecchi, Optimization by simulated annealing, Science 220,
//! 1983), in integers that are the same on every machine: one type with a law for each search.

/// A law by which the temperature falls, in 1/16 of a unit of value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cooling {
    /// By equal shares from hot to cold, in steps of a sixteenth of a halving.
    Geometric { hot: i64, cold: i64 },
    /// Halved this many times on the way.
    Halved { hot: i64, times: u64 },
    /// In equal steps from hot to 0, in whole units of value.
    Linear { hot: i64 },
    /// Fast at first, from hot to cold.
    Quadratic { hot: i64, cold: i64 },
}

impl Cooling {
    /// The temperature of a part of an annealing, counted from 0.
    pub(crate) fn temperature(self, part: u64, parts: u64) -> i64 {
        match self {
            Cooling::Geometric { hot, cold } => geometric(hot, cold, part, parts),
            Cooling::Halved { hot, times } => hot >> (times * part / parts),
            Cooling::Linear { hot } => hot * (parts - 1 - part) as i64 / parts as i64,
            Cooling::Quadratic { hot, cold } => {
                let (left, all) = ((parts - 1 - part) as i64, (parts - 1) as i64);
                cold + (hot - cold) * left * left / (all * all)
            }
        }
    }
}

fn geometric(hot: i64, cold: i64, part: u64, parts: u64) -> i64 {
    let mut halvings = 0;
    while hot >> (halvings + 1) >= cold {
        halvings += 1;
    }
    let sixteenths = part * halvings * 16 / parts.max(1);
    // 2^(-k/16) in 1/65536, by repeated multiplication with 2^(-1/16).
    let fine = (0..sixteenths % 16).fold(65_536i64, |x, _| x * 62_757 / 65_536);
    ((hot >> (sixteenths / 16)) * fine / 65_536).max(cold)
}
