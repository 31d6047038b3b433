//! Time zones to choose from: one for each clock that people of a country keep, by the country's name in the reader's language.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::forms::Choice;
use super::page::Page;
use crate::domain::country::{self, Country};
use crate::zones::Zone;

/// The zones with their distance from UTC on a day. What was chosen may be any zone that there is.
pub fn choices(page: &Page, day: NaiveDate, chosen: Option<&String>) -> Vec<Choice> {
    let noon = day.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::hours(12);
    let chosen: Option<Zone> = chosen.and_then(|name| name.parse().ok());
    let mut offered: HashSet<&str> = HashSet::new();
    let mut all: Vec<Choice> = Vec::new();
    for country in country::sorted(page.lang) {
        for zone in country.zones.iter().filter(|zone| offered.insert(zone.name())) {
            let label = label(page, country, *zone, noon);
            all.push(Choice::new(zone.name(), label, chosen == Some(*zone)));
        }
    }
    let other = chosen.filter(|zone| !offered.contains(zone.name()));
    let other = other.map(|zone| Choice::new(zone.name(), named(page, &zone.place(), zone, noon), true));
    other.into_iter().chain(all).collect()
}

/// `Germany (CET, UTC+1)`, or with its place where a country keeps several: `Canada, Halifax (AST, UTC−4)`.
fn label(page: &Page, country: &Country, zone: Zone, noon: DateTime<Utc>) -> String {
    let name = country.name(page.lang);
    match country.zones.len() {
        1 => named(page, name, zone, noon),
        _ => named(page, &format!("{name}, {}", zone.place()), zone, noon),
    }
}

fn named(page: &Page, name: &str, zone: Zone, noon: DateTime<Utc>) -> String {
    format!("{name} ({})", page.words.zone(noon, zone).0)
}
