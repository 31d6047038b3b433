//! Countries by their ISO 3166-1 code, with names in the three languages (Unicode CLDR) and the clocks that people keep there.

use std::sync::LazyLock;

use super::lang::Lang;
use super::problems::Message;
use crate::zones::Zone;

/// A country or territory.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2, and `XK` for Kosovo.
    pub code: &'static str,
    names: [&'static str; 3],
    ranks: [usize; 3],
    /// The time zones whose clocks differ, first the one in which most people live.
    pub zones: Vec<Zone>,
}

impl Country {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.names[0],
            Lang::En => self.names[1],
            Lang::Fr => self.names[2],
        }
    }

    fn rank(&self, lang: Lang) -> usize {
        match lang {
            Lang::De => self.ranks[0],
            Lang::En => self.ranks[1],
            Lang::Fr => self.ranks[2],
        }
    }
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let lines = include_str!("../../templates/words/countries.csv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(read_line).collect()
});

fn read_line(line: &'static str) -> Option<Country> {
    let mut cells = line.split(';');
    let mut next = || cells.next();
    Some(Country {
        code: next()?,
        names: [next()?, next()?, next()?],
        ranks: [next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?],
        zones: next()?.split(' ').filter_map(|name| name.parse().ok()).collect(),
    })
}

/// Every country in the dictionary order of a language.
pub fn sorted(lang: Lang) -> Vec<&'static Country> {
    let mut all: Vec<&Country> = COUNTRIES.iter().collect();
    all.sort_by_key(|country| country.rank(lang));
    all
}

/// The country with this code.
pub fn find(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

/// The name of a country, or the code itself if it is none.
pub fn name(code: &str, lang: Lang) -> String {
    find(code).map_or_else(|| code.to_string(), |country| country.name(lang).to_string())
}

/// The time zone of most people in a country; none for an unknown one.
pub fn zone(code: &str) -> Option<Zone> {
    find(code)?.zones.first().copied()
}

/// Reads a code as a form sends it; the EU's own `EL` and `UK` are understood.
pub fn parse(raw: &str) -> Result<String, Message> {
    let code = raw.trim().to_ascii_uppercase();
    let code = match code.as_str() {
        "" => return Err(Message::new("problem-country-missing")),
        "EL" => "GR",
        "UK" => "GB",
        other => other,
    };
    find(code).map(|country| country.code.to_string()).ok_or_else(|| Message::new("problem-country-unknown"))
}
