//! Matching instances and results as JSON files: what `solve` reads and writes. The fields are described in
//! docs/instances.md.
//!
//! Where `pairs` is null, everybody may meet everybody except the same organisation, the `forbidden` pairs and, with
//! `cross`, the same country; weights then follow [`TopicRule`].

use matching::samples::{Kind, Profile, TopicRule};
use matching::{
    Booth, Conflict, Hindrance, Input, Invalid, MOST_PEOPLE, MOST_SLOTS, MOST_WEIGHT, Meeting, Obstacle,
    PairInput, PersonInput, Pin, Problem, Reason, Request, SlotInput, Solution,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

// Named here, because the example of the package `matching` includes this file by its path.
#[path = "instance_demands.rs"]
mod demands;
#[path = "instance_fields.rs"]
mod fields;

use demands::Demands;
pub use fields::InstanceError;
use fields::{Row, count, field, list, number, optional, pairs_of_people, per_person, rows};

/// An instance as read.
#[derive(Debug, Clone)]
pub struct Instance {
    /// All but the pairs where they are given by a rule.
    pub input: Input,
    /// Who may meet, where the pairs are not listed.
    pub rule: Option<TopicRule>,
}

impl Instance {
    /// The problem to solve.
    ///
    /// # Errors
    /// What is contradictory in the instance.
    pub fn problem(self) -> Result<Problem, Vec<Invalid>> {
        match self.rule {
            Some(rule) => Problem::by_rule(self.input, Arc::new(rule), LISTED_FIRST),
            None => Problem::new(self.input),
        }
    }
}

/// Pairs of each person that are looked at before prices are known.
const LISTED_FIRST: usize = 20;

/// Reads an instance.
///
/// # Errors
/// If the text is no JSON or a field is missing; what is contradictory in its content is for
/// [`Instance::problem`] to say.
pub fn read_instance(text: &str) -> Result<Instance, InstanceError> {
    let value: Value = serde_json::from_str(text)?;
    let people = count(&value, "n", MOST_PEOPLE)?;
    let slots = count(&value, "slots", MOST_SLOTS)?;
    let last = |(row, value): (Row, &Value)| row.index(value, "slot", slots);
    let breaks: BTreeSet<usize> =
        rows("breaks_after", list(&value, "breaks_after")?).map(last).collect::<Result<_, _>>()?;
    let part = |s: usize| breaks.iter().filter(|&&b| b < s).count() as u32;
    let forbidden = pairs_of_people(&value, "forbidden", people)?;
    let demands = Demands::read(&value, people)?;
    let (pairs, rule) = match value.get("pairs") {
        None | Some(Value::Null) => {
            demands.of_rule()?;
            (Vec::new(), Some(rule(&value, people, &forbidden)?))
        }
        Some(_) => (listed(&value, people, &forbidden, &demands)?, None),
    };
    let tables = tables(&value, slots)?;
    let mut missing = missing_tables(&value, slots)?;
    let pins = pins(&value, people, slots)?;
    let slot = |(s, tables)| SlotInput { tables, part: part(s), missing: std::mem::take(&mut missing[s]) };
    let slots = tables.into_iter().enumerate().map(slot).collect();
    let Demands { quotas, coverage, .. } = demands;
    let input =
        Input { slots, people: persons(&value, people)?, pairs, pins, quotas, coverage, interpreting: None };
    Ok(Instance { input, rule })
}

/// The result of a run as JSON: the meetings, what they reach, what is proved, and who has too few and why.
#[must_use]
pub fn write_result(problem: &Problem, solution: &Solution) -> String {
    let of_each: Vec<u64> =
        (0..problem.input().quotas.len()).map(|at| solution.figures.crossing.for_quota(at)).collect();
    let (f, open) = (&solution.figures, solution.open());
    let short = |s: &matching::Shortfall| json!({"person": s.person, "has": s.has, "wished": s.minimum, "reason": reason(&s.reason)});
    let value = json!({
        "meetings": meetings(&solution.meetings),
        "figures": {
            "meetings": f.meetings, "mutual": f.mutual, "one_way": f.one_way, "goals_filled": f.goals_filled,
            "goals_total": f.goals_total, "wished": f.wished, "people_below": f.people_below,
            "people_nowhere": f.people_nowhere, "score": f.score, "crossing": f.crossing.for_quota(0),
            "crossing_of_quotas": of_each, "units": f.units, "units_asked": f.units_asked,
            "idle_gaps": f.idle_gaps, "table_changes": f.table_changes,
        },
        "bounds": {"units": solution.bounds.units, "mutual": solution.bounds.mutual, "goals": solution.bounds.goals, "score": solution.bounds.score},
        "open": {"units": open.units, "mutual": open.mutual, "goals": open.goals, "score": open.points},
        "gap_percent": format!("{}.{:03}", solution.gap() / 1000, solution.gap() % 1000),
        "shortfalls": solution.shortfalls.iter().map(short).collect::<Vec<_>>(),
        "conflict": solution.conflict.as_ref().map(conflict),
        "minimum": solution.minimum.as_ref().map(conflict),
        "obstacles": solution.obstacles.iter().map(obstacle).collect::<Vec<_>>(),
        "finished": format!("{:?}", solution.finished),
    });
    format!("{value}\n")
}

/// Meetings as rows with `a`, `b`, `slot`, `table` (-1: none).
#[must_use]
pub fn meetings(meetings: &[Meeting]) -> Value {
    let row =
        |m: &Meeting| json!({"a": m.a, "b": m.b, "slot": m.slot, "table": m.table.map_or(-1, i64::from)});
    Value::Array(meetings.iter().map(row).collect())
}

/// Demands in conflict; pins and quotas by their place in the file.
fn conflict(conflict: &Conflict) -> Value {
    match conflict {
        Conflict::Pins { pins } => json!({"kind": "pins", "pins": pins}),
        Conflict::Quota { quota, at_most } => {
            json!({"kind": "quota", "quota": quota, "crossing_at_most": at_most})
        }
        Conflict::Quotas { quotas, pins } if pins.is_empty() => json!({"kind": "quotas", "quotas": quotas}),
        Conflict::Quotas { quotas, pins } => {
            json!({"kind": "quotas and pins", "quotas": quotas, "pins": pins})
        }
        Conflict::Minimum { people, needs, at_most } => {
            json!({"kind": "minimum", "people": people, "needs": needs, "at_most": at_most})
        }
        Conflict::NotKept { pins, quotas } => {
            json!({"kind": "not kept", "pins": pins, "quotas": quotas})
        }
        Conflict::Frozen { pairs } => json!({"kind": "frozen", "pairs": pairs}),
    }
}

/// What is in the way of a coverage; groups by their numbers in the file.
fn obstacle(obstacle: &Obstacle) -> Value {
    match obstacle {
        Obstacle::Partners { person, group, has } => {
            json!({"kind": "partners", "person": person, "group": group, "has": has})
        }
        Obstacle::Limit { person, asks, has } => {
            json!({"kind": "limit", "person": person, "asks": asks, "has": has})
        }
        Obstacle::Seats { group, members, people, asks, seats } => json!({
            "kind": "seats", "group": group, "members": members, "people": people, "asks": asks, "seats": seats,
        }),
        Obstacle::Together { asked, asks, at_most } => {
            json!({"kind": "together", "people_and_groups": asked, "asks": asks, "at_most": at_most})
        }
    }
}

fn reason(reason: &Reason) -> Value {
    match reason {
        Reason::OwnLimit { cap } => json!({"own_limit": cap}),
        Reason::OwnSlots { available } => json!({"all_own_slots_taken": available}),
        Reason::NoPartner => json!("no allowed partner"),
        Reason::EveryoneMet { partners } => json!({"meets_all_allowed_partners": partners}),
        Reason::Hindered(list) => {
            let row = |(other, h): &(usize, Hindrance)| json!({"partner": other, "hindrance": hindrance(h)});
            Value::Array(list.iter().map(row).collect())
        }
    }
}

fn hindrance(hindrance: &Hindrance) -> Value {
    match hindrance {
        Hindrance::NoCommonSlot => json!("no common slot"),
        Hindrance::TwoBooths => json!("both stay at booths of their own"),
        Hindrance::PartnerAtLimit => json!("the partner has as many meetings as they may"),
        Hindrance::Taken => json!("one of the two is taken in every common slot"),
        Hindrance::TablesFull { slots } => json!({"tables_full_in_slots": slots}),
        Hindrance::NoInterpreter { slots } => json!({"nobody_to_interpret_in_slots": slots}),
        Hindrance::Quota => json!("the quota of crossing meetings"),
        Hindrance::PinnedElsewhere => json!("they are pinned to where they cannot meet"),
        Hindrance::Frozen { slots } => json!({"could_meet_in_frozen_slots": slots}),
        Hindrance::Free { slots } => json!({"could_meet_in_slots": slots}),
    }
}

/// One number for all slots (0: none needed), or one entry a slot (null: none needed).
fn tables(value: &Value, slots: usize) -> Result<Vec<Option<u32>>, InstanceError> {
    let Some(list) = value.get("tables").and_then(Value::as_array) else {
        let all = u32::try_from(number(value, "tables")?).map_err(|_| field("tables"))?;
        return Ok(vec![(all > 0).then_some(all); slots]);
    };
    if list.len() != slots {
        return Err(InstanceError::LengthInSlots { field: "tables", has: list.len(), slots });
    }
    rows("tables", list)
        .map(|(row, value)| optional(value, |value| row.small(value, "a number of tables")))
        .collect()
}

/// For each slot the tables that are not there; none where the field is left out.
fn missing_tables(value: &Value, slots: usize) -> Result<Vec<Vec<u32>>, InstanceError> {
    let Some(said) = value.get("missing_tables") else { return Ok(vec![Vec::new(); slots]) };
    let list = said.as_array().ok_or_else(|| field("missing_tables"))?;
    if list.len() != slots {
        return Err(InstanceError::LengthInSlots { field: "missing_tables", has: list.len(), slots });
    }
    let of_slot = |(row, value): (Row, &Value)| {
        let tables = value.as_array().ok_or_else(|| row.wrong("must be a list of tables"))?;
        tables.iter().map(|table| row.small(table, "a table")).collect()
    };
    rows("missing_tables", list).map(of_slot).collect()
}

fn persons(value: &Value, people: usize) -> Result<Vec<PersonInput>, InstanceError> {
    let minimum = u32::try_from(number(value, "target_min")?).map_err(|_| field("target_min"))?;
    let caps = per_person(value, "cap", people)?;
    let available = per_person(value, "avail", people)?;
    let booths = match value.get("booths") {
        None | Some(Value::Null) => None,
        Some(_) => Some(per_person(value, "booths", people)?),
    };
    let person = |i: usize| {
        let booth = booths.map_or(&Value::Null, |booths| &booths[i]);
        let row = |field| Row { field, row: i };
        Ok(PersonInput {
            cap: row("cap").small(&caps[i], "a number of meetings")?,
            minimum,
            available: slots_of(row("avail"), &available[i])?,
            booth: optional(booth, |booth| read_booth(row("booths"), booth))?,
        })
    };
    (0..people).map(person).collect()
}

/// A table, or `{"tables": [..], "slots": "0110", "yields": true}`.
fn read_booth(row: Row, value: &Value) -> Result<Booth, InstanceError> {
    let Some(said) = value.as_object() else { return Ok(Booth::at(row.small(value, "a table")?)) };
    let tables =
        said.get("tables").and_then(Value::as_array).ok_or_else(|| row.wrong("must name its `tables`"))?;
    let slots = said.get("slots").map_or(Ok(Vec::new()), |slots| slots_of(row, slots))?;
    let yields = match said.get("yields") {
        None => false,
        Some(value) => value.as_bool().ok_or_else(|| row.wrong("`yields` must be true or false"))?,
    };
    let tables = tables.iter().map(|table| row.small(table, "a table")).collect::<Result<_, _>>()?;
    Ok(Booth { tables, slots, yields })
}

fn slots_of(row: Row, value: &Value) -> Result<Vec<bool>, InstanceError> {
    let text = value.as_str().ok_or_else(|| row.wrong("must be a text of 0 and 1"))?;
    let sign = |sign: char| match sign {
        '0' => Ok(false),
        '1' => Ok(true),
        other => Err(row.wrong(format!("only 0 and 1 may stand there, not {other:?}"))),
    };
    text.chars().map(sign).collect()
}

fn listed(
    value: &Value,
    people: usize,
    forbidden: &[(usize, usize)],
    demands: &Demands,
) -> Result<Vec<PairInput>, InstanceError> {
    let forbidden: BTreeSet<(usize, usize)> = forbidden.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    let list = list(value, "pairs")?;
    let mut out = Vec::with_capacity(list.len());
    for (row, said) in rows("pairs", list) {
        let [a, b, weight, request] = row.values::<4>(said, "[person, person, weight, request]")?;
        let (a, b) = (row.index(a, "person", people)?, row.index(b, "person", people)?);
        let weight = row.whole(weight, "weight", 1, u64::from(MOST_WEIGHT))? as u32;
        let request = match row.whole(request, "request", 0, 2)? {
            0 => Request::None,
            1 => Request::OneWay,
            _ => Request::Mutual,
        };
        if !forbidden.contains(&(a.min(b), a.max(b))) {
            out.push(PairInput { a, b, weight, request, crossing: demands.crossing(a, b) });
        }
    }
    Ok(out)
}

fn pins(value: &Value, people: usize, slots: usize) -> Result<Vec<Pin>, InstanceError> {
    let pin = |(row, said): (Row, &Value)| {
        let [a, b, slot, table] = row.values::<4>(said, "[person, person, slot or null, table or null]")?;
        Ok(Pin {
            a: row.index(a, "person", people)?,
            b: row.index(b, "person", people)?,
            slot: optional(slot, |slot| row.index(slot, "slot", slots))?,
            table: optional(table, |table| row.small(table, "a table"))?,
        })
    };
    rows("pins", list(value, "pins")?).map(pin).collect()
}

fn rule(value: &Value, people: usize, forbidden: &[(usize, usize)]) -> Result<TopicRule, InstanceError> {
    let column = |name| per_person(value, name, people);
    let (organisations, countries, kinds) = (column("org")?, column("country")?, column("otype")?);
    let (offers, seeks) = (column("offers")?, column("seeks")?);
    let profile = |i: usize| {
        let id =
            |field: &'static str, value: &Value| Row { field, row: i }.whole(value, "an id", 0, u64::MAX);
        let kind = Row { field: "otype", row: i }.index(&kinds[i], "type", Kind::ALL.len())?;
        let topics = |field: &'static str, value: &Value| {
            let wrong = || Row { field, row: i }.wrong("must be a list of topic ids");
            value
                .as_array()
                .ok_or_else(wrong)?
                .iter()
                .map(|topic| id(field, topic))
                .collect::<Result<Vec<u64>, InstanceError>>()
        };
        Ok(Profile {
            organisation: id("org", &organisations[i])?,
            country: id("country", &countries[i])?,
            kind: Kind::ALL[kind],
            offers: topics("offers", &offers[i])?,
            seeks: topics("seeks", &seeks[i])?,
        })
    };
    let profiles = (0..people).map(profile).collect::<Result<Vec<_>, InstanceError>>()?;
    let cross = match value.get("cross") {
        None | Some(Value::Null) => false,
        Some(cross) => cross.as_bool().ok_or_else(|| field("cross"))?,
    };
    let requests = pairs_of_people(value, "requests", people)?;
    Ok(TopicRule::new(number(value, "seed")?, cross, &profiles, &requests, forbidden))
}
