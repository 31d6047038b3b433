//! Matching instances and results as JSON files: what `solve` reads and writes.
//!
//! An instance is one object: `n` people, `slots`, `breaks_after` (slots followed by a long pause), `tables` per slot
//! (0: none needed), `target_min`, `cap` and `avail` (a string of 0 and 1) per person, `pairs` as rows
//! `[a, b, weight, request]` with request 0 none, 1 one-way, 2 mutual, and `country` per person for the quota.
//! Where `pairs` is null, everybody may meet everybody except the same organisation, the `forbidden` pairs and, with
//! `cross`, the same country; weights then follow [`ScoreRule`].

use matching::{Hindrance, Input, Meeting, PairInput, PersonInput, Reason, Request, SlotInput, Solution};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Why a file is no instance.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    #[error("this is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the field `{0}` is missing or not of the right kind")]
    Field(String),
    #[error("the field `{field}` has {has} entries, one for each of the {people} people is needed")]
    Length { field: &'static str, has: usize, people: usize },
}

/// Reads an instance.
///
/// # Errors
/// If the text is no JSON or a field is missing; what is contradictory in its content is for
/// [`matching::Problem::new`] to say.
pub fn read_instance(text: &str) -> Result<Input, InstanceError> {
    let value: Value = serde_json::from_str(text)?;
    let people = number(&value, "n")? as usize;
    let slots = number(&value, "slots")? as usize;
    let breaks: BTreeSet<u64> =
        numbers(value.get("breaks_after").unwrap_or(&json!([])), "breaks_after")?.into_iter().collect();
    let tables =
        u32::try_from(number(&value, "tables")?).map_err(|_| InstanceError::Field("tables".into()))?;
    let tables = (tables > 0).then_some(tables);
    let part = |s: usize| breaks.iter().filter(|&&b| b < s as u64).count() as u32;
    let requests = requests(&value)?;
    let forbidden: BTreeSet<(u64, u64)> = rows(&value, "forbidden")?.into_iter().collect();
    Ok(Input {
        slots: (0..slots).map(|s| SlotInput { tables, part: part(s) }).collect(),
        people: persons(&value, people)?,
        pairs: match value.get("pairs") {
            None | Some(Value::Null) => ScoreRule::read(&value, people, &requests, &forbidden)?.pairs(),
            Some(pairs) => listed(pairs, &value, &forbidden)?,
        },
        pins: Vec::new(),
        quota: None,
    })
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

fn rows(value: &Value, name: &str) -> Result<Vec<(u64, u64)>, InstanceError> {
    let Some(list) = value.get(name).and_then(Value::as_array) else {
        return Ok(Vec::new());
    };
    let row = |v: &Value| match numbers(v, name)?.as_slice() {
        [a, b] => Ok((*a, *b)),
        _ => Err(field(name)),
    };
    list.iter().map(row).collect()
}

fn requests(value: &Value) -> Result<BTreeSet<(u64, u64)>, InstanceError> {
    Ok(rows(value, "requests")?.into_iter().collect())
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
    forbidden: &BTreeSet<(u64, u64)>,
) -> Result<Vec<PairInput>, InstanceError> {
    let country = value.get("country").and_then(Value::as_array);
    let crossing = |a: u64, b: u64| country.is_some_and(|c| c.get(a as usize) != c.get(b as usize));
    let list = pairs.as_array().ok_or_else(|| field("pairs"))?;
    let mut out = Vec::with_capacity(list.len());
    for row in list {
        let [a, b, weight, request] = numbers(row, "pairs")?[..] else {
            return Err(field("pairs"));
        };
        if !forbidden.contains(&(a.min(b), a.max(b))) {
            out.push(PairInput {
                a: a as usize,
                b: b as usize,
                weight: u32::try_from(weight).map_err(|_| field("pairs"))?,
                request: level(request as usize),
                crossing: crossing(a, b),
            });
        }
    }
    Ok(out)
}

fn level(requests: usize) -> Request {
    match requests {
        0 => Request::None,
        1 => Request::OneWay,
        _ => Request::Mutual,
    }
}

/// Weights by rule: 110 a met topic (at most 4), 90 if both give and take, 60 for different countries, the table of
/// types, 150 a request, and up to 39 of noise that stands for finer similarity.
#[derive(Debug, Clone)]
pub struct ScoreRule {
    seed: u64,
    cross: bool,
    people: Vec<Profile>,
    requests: BTreeSet<(u64, u64)>,
    forbidden: BTreeSet<(u64, u64)>,
}

#[derive(Debug, Clone)]
struct Profile {
    organisation: u64,
    country: u64,
    kind: usize,
    offers: Topics,
    seeks: Topics,
}

/// A set of topic numbers.
#[derive(Debug, Clone, Default)]
struct Topics(Vec<u64>);

impl Topics {
    fn shared(&self, other: &Topics) -> u32 {
        self.0.iter().filter(|t| other.0.contains(t)).count() as u32
    }
}

/// Startup, corporate, university, public body, investor: what a meeting of two types adds.
const KINDS: [[u32; 5]; 5] = [
    [20, 120, 80, 50, 180],
    [120, 20, 110, 40, 60],
    [80, 110, 30, 60, 30],
    [50, 40, 60, 10, 20],
    [180, 60, 30, 20, 0],
];

impl ScoreRule {
    fn read(
        value: &Value,
        people: usize,
        requests: &BTreeSet<(u64, u64)>,
        forbidden: &BTreeSet<(u64, u64)>,
    ) -> Result<ScoreRule, InstanceError> {
        let column = |name| per_person(value, name, people);
        let (organisations, countries, kinds) = (column("org")?, column("country")?, column("otype")?);
        let (offers, seeks) = (column("offers")?, column("seeks")?);
        let profile = |i: usize| {
            Ok(Profile {
                organisation: organisations[i].as_u64().ok_or_else(|| field("org"))?,
                country: countries[i].as_u64().ok_or_else(|| field("country"))?,
                kind: kinds[i].as_u64().filter(|&k| k < 5).ok_or_else(|| field("otype"))? as usize,
                offers: Topics(numbers(&offers[i], "offers")?),
                seeks: Topics(numbers(&seeks[i], "seeks")?),
            })
        };
        Ok(ScoreRule {
            seed: number(value, "seed")?,
            cross: value.get("cross").and_then(Value::as_bool).unwrap_or(false),
            people: (0..people).map(profile).collect::<Result<_, InstanceError>>()?,
            requests: requests.clone(),
            forbidden: forbidden.clone(),
        })
    }

    /// Every allowed pair.
    #[must_use]
    pub fn pairs(&self) -> Vec<PairInput> {
        let n = self.people.len();
        (0..n).flat_map(|a| (a + 1..n).filter_map(move |b| self.pair(a, b))).collect()
    }

    /// The pair of two people, `a < b`, if they may meet.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Option<PairInput> {
        let (x, y) = (&self.people[a], &self.people[b]);
        let (i, j) = (a as u64, b as u64);
        let crossing = x.country != y.country;
        if x.organisation == y.organisation || (self.cross && !crossing) || self.forbidden.contains(&(i, j)) {
            return None;
        }
        let (gives, takes) = (x.offers.shared(&y.seeks), x.seeks.shared(&y.offers));
        let asked =
            usize::from(self.requests.contains(&(i, j))) + usize::from(self.requests.contains(&(j, i)));
        let both = if gives > 0 && takes > 0 { 90 } else { 0 };
        let noise = mix((self.seed << 40).wrapping_add(i << 20).wrapping_add(j)) % 40;
        let weight = 110 * (gives + takes).min(4)
            + both
            + if crossing { 60 } else { 0 }
            + KINDS[x.kind][y.kind]
            + 150 * asked as u32
            + noise as u32;
        Some(PairInput { a, b, weight: weight.clamp(1, 1000), request: level(asked), crossing })
    }
}

/// One step of splitmix64.
fn mix(z: u64) -> u64 {
    let z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
