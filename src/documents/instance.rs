//! Matching instances and results as JSON files: what `solve` reads and writes.
//!
//! An instance is one object: `n` people, `slots`, `breaks_after` (slots followed by a long pause), `tables` per slot
//! (0: none needed), `target_min`, `cap` and `avail` (a string of 0 and 1) per person, `pairs` as rows
//! `[a, b, weight, request]` with request 0 none, 1 one-way, 2 mutual, and `country` per person for the quota.
//! Where `pairs` is null, everybody may meet everybody except the same organisation, the `forbidden` pairs and, with
//! `cross`, the same country; weights then follow [`TopicRule`].

use matching::samples::{Kind, Profile, TopicRule};
use matching::{
    Hindrance, Input, Invalid, MOST_PEOPLE, MOST_SLOTS, Meeting, PairInput, PersonInput, Problem, Reason,
    Request, SlotInput, Solution,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Why a file is no instance.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    #[error("this is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the field `{0}` is missing or not of the right kind")]
    Field(String),
    #[error("the field `{field}` has {has} entries, one for each of the {people} people is needed")]
    Length { field: &'static str, has: usize, people: usize },
    #[error("the field `{field}` is {has}; at most {most} can be matched")]
    TooMany { field: &'static str, has: u64, most: usize },
}

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
    let breaks: BTreeSet<u64> =
        numbers(value.get("breaks_after").unwrap_or(&json!([])), "breaks_after")?.into_iter().collect();
    let tables = u32::try_from(number(&value, "tables")?).map_err(|_| field("tables"))?;
    let tables = (tables > 0).then_some(tables);
    let part = |s: usize| breaks.iter().filter(|&&b| b < s as u64).count() as u32;
    let forbidden = rows(&value, "forbidden")?;
    let (pairs, rule) = match value.get("pairs") {
        None | Some(Value::Null) => (Vec::new(), Some(rule(&value, people, &forbidden)?)),
        Some(pairs) => (listed(pairs, &value, &forbidden)?, None),
    };
    let slots = (0..slots).map(|s| SlotInput { tables, part: part(s) }).collect();
    let input = Input { slots, people: persons(&value, people)?, pairs, pins: Vec::new(), quota: None };
    Ok(Instance { input, rule })
}

/// The result of a run as JSON: the meetings, what they reach, what is proved, and who has too few and why.
#[must_use]
pub fn write_result(solution: &Solution) -> String {
    let f = &solution.figures;
    let short = |s: &matching::Shortfall| json!({"person": s.person, "has": s.has, "wished": s.wished, "reason": reason(&s.reason)});
    let value = json!({
        "meetings": meetings(&solution.meetings),
        "figures": {
            "meetings": f.meetings, "mutual": f.mutual, "one_way": f.one_way, "goals_filled": f.goals_filled,
            "goals_total": f.goals_total, "people_below": f.people_below, "score": f.score, "crossing": f.crossing,
            "idle_gaps": f.idle_gaps, "table_changes": f.table_changes,
        },
        "bounds": {"mutual": solution.bounds.mutual, "goals": solution.bounds.goals, "score": solution.bounds.score},
        "gap_percent": format!("{}.{:03}", solution.gap() / 1000, solution.gap() % 1000),
        "shortfalls": solution.shortfalls.iter().map(short).collect::<Vec<_>>(),
        "conflict": solution.conflict.as_ref().map(|c| format!("{c:?}")),
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
        Hindrance::Quota => json!("the quota of crossing meetings"),
        Hindrance::PinnedElsewhere => json!("they are pinned to where they cannot meet"),
        Hindrance::Frozen { slots } => json!({"could_meet_in_frozen_slots": slots}),
        Hindrance::Free { slots } => json!({"could_meet_in_slots": slots}),
    }
}

fn field(name: &str) -> InstanceError {
    InstanceError::Field(name.into())
}

fn number(value: &Value, name: &str) -> Result<u64, InstanceError> {
    value.get(name).and_then(Value::as_u64).ok_or_else(|| field(name))
}

fn numbers(value: &Value, name: &str) -> Result<Vec<u64>, InstanceError> {
    let list = value.as_array().ok_or_else(|| field(name))?;
    list.iter().map(|v| v.as_u64().ok_or_else(|| field(name))).collect()
}

/// A list with one entry per person.
fn per_person<'v>(value: &'v Value, name: &'static str, people: usize) -> Result<&'v [Value], InstanceError> {
    let list = value.get(name).and_then(Value::as_array).ok_or_else(|| field(name))?;
    if list.len() == people {
        Ok(list)
    } else {
        Err(InstanceError::Length { field: name, has: list.len(), people })
    }
}

/// A number of people or slots, no greater than can be matched.
fn count(value: &Value, name: &'static str, most: usize) -> Result<usize, InstanceError> {
    let has = number(value, name)?;
    let small = usize::try_from(has).ok().filter(|&count| count <= most);
    small.ok_or(InstanceError::TooMany { field: name, has, most })
}

/// Rows of two people; none where the field is missing.
fn rows(value: &Value, name: &str) -> Result<Vec<(usize, usize)>, InstanceError> {
    let list = match value.get(name) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(list) => list.as_array().ok_or_else(|| field(name))?,
    };
    let row = |v: &Value| match numbers(v, name)?.as_slice() {
        [a, b] => Ok((*a as usize, *b as usize)),
        _ => Err(field(name)),
    };
    list.iter().map(row).collect()
}

fn persons(value: &Value, people: usize) -> Result<Vec<PersonInput>, InstanceError> {
    let minimum = u32::try_from(number(value, "target_min")?).map_err(|_| field("target_min"))?;
    let caps = per_person(value, "cap", people)?;
    let available = per_person(value, "avail", people)?;
    let person = |(cap, available): (&Value, &Value)| {
        let cap = cap.as_u64().and_then(|c| u32::try_from(c).ok()).ok_or_else(|| field("cap"))?;
        let available = available.as_str().ok_or_else(|| field("avail"))?;
        Ok(PersonInput {
            cap,
            minimum,
            available: available.chars().map(|c| c == '1').collect(),
            booth: None,
        })
    };
    caps.iter().zip(available).map(person).collect()
}

fn listed(
    pairs: &Value,
    value: &Value,
    forbidden: &[(usize, usize)],
) -> Result<Vec<PairInput>, InstanceError> {
    let forbidden: BTreeSet<(usize, usize)> = forbidden.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
    let country = value.get("country").and_then(Value::as_array);
    let crossing = |a: usize, b: usize| country.is_some_and(|c| c.get(a) != c.get(b));
    let list = pairs.as_array().ok_or_else(|| field("pairs"))?;
    let mut out = Vec::with_capacity(list.len());
    for row in list {
        let [a, b, weight, request] = numbers(row, "pairs")?[..] else {
            return Err(field("pairs"));
        };
        let (a, b) = (a as usize, b as usize);
        if !forbidden.contains(&(a.min(b), a.max(b))) {
            out.push(PairInput {
                a,
                b,
                weight: u32::try_from(weight).map_err(|_| field("pairs"))?,
                request: level(request).ok_or_else(|| field("pairs"))?,
                crossing: crossing(a, b),
            });
        }
    }
    Ok(out)
}

fn level(requests: u64) -> Option<Request> {
    match requests {
        0 => Some(Request::None),
        1 => Some(Request::OneWay),
        2 => Some(Request::Mutual),
        _ => None,
    }
}

fn rule(value: &Value, people: usize, forbidden: &[(usize, usize)]) -> Result<TopicRule, InstanceError> {
    let column = |name| per_person(value, name, people);
    let (organisations, countries, kinds) = (column("org")?, column("country")?, column("otype")?);
    let (offers, seeks) = (column("offers")?, column("seeks")?);
    let kind = |v: &Value| Some(*Kind::ALL.get(usize::try_from(v.as_u64()?).ok()?)?);
    let profile = |i: usize| {
        Ok(Profile {
            organisation: organisations[i].as_u64().ok_or_else(|| field("org"))?,
            country: countries[i].as_u64().ok_or_else(|| field("country"))?,
            kind: kind(&kinds[i]).ok_or_else(|| field("otype"))?,
            offers: numbers(&offers[i], "offers")?,
            seeks: numbers(&seeks[i], "seeks")?,
        })
    };
    let profiles = (0..people).map(profile).collect::<Result<Vec<_>, InstanceError>>()?;
    let cross = value.get("cross").and_then(Value::as_bool).unwrap_or(false);
    Ok(TopicRule::new(number(value, "seed")?, cross, &profiles, &rows(value, "requests")?, forbidden))
}
