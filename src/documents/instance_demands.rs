//! What an instance asks of groups: quotas of meetings across their borders, and a coverage. A group is said by a field of the file with one
//! entry for each person.

use matching::{Coverage, Crossing, Quota};
use serde_json::{Map, Value};

use super::fields::{InstanceError, Row, field, optional, per_person};

/// The field that says the groups where no other is named.
const USUAL: &str = "country";

/// The quotas and the coverage of a file.
pub(super) struct Demands<'v> {
    pub quotas: Vec<Quota>,
    pub coverage: Option<Coverage>,
    /// The groups of each quota, and the field that says them.
    groups: Vec<(&'v str, &'v [Value])>,
}

impl<'v> Demands<'v> {
    /// Reads what is asked for: one quota or a list of them, and a coverage.
    pub(super) fn read(value: &'v Value, people: usize) -> Result<Demands<'v>, InstanceError> {
        let said = match value.get("quota") {
            None | Some(Value::Null) => &[],
            Some(Value::Array(list)) => list.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        let read = said.iter().map(|said| quota(value, said, people)).collect::<Result<Vec<_>, _>>()?;
        let (quotas, mut groups): (Vec<Quota>, Vec<_>) = read.into_iter().unzip();
        // Where no quota is asked for the figures tell how many are of different countries.
        if groups.is_empty() && value.get(USUAL).is_some_and(|said| !said.is_null()) {
            groups.push((USUAL, per_person(value, USUAL, people)?));
        }
        let coverage = match value.get("coverage") {
            None | Some(Value::Null) => None,
            Some(said) => Some(coverage(value, said, people)?),
        };
        Ok(Demands { quotas, coverage, groups })
    }

    /// The quotas that a meeting of two people counts for.
    pub(super) fn crossing(&self, a: usize, b: usize) -> Crossing {
        Crossing::of(self.groups.iter().map(|(_, groups)| groups[a] != groups[b]))
    }

    /// Refuses what is only kept where pairs are listed: more than one quota by country.
    pub(super) fn of_rule(&self) -> Result<(), InstanceError> {
        let is_usual = self.groups.len() <= 1 && self.groups.iter().all(|(by, _)| *by == USUAL);
        match (is_usual, &self.coverage) {
            (true, None) => Ok(()),
            (false, _) => Err(InstanceError::NeedsPairs("quota")),
            (true, Some(_)) => Err(InstanceError::NeedsPairs("coverage")),
        }
    }
}

/// `{"percent": n}` or `{"count": n}` of meetings between different groups, with their groups.
fn quota<'v>(
    value: &'v Value,
    said: &'v Value,
    people: usize,
) -> Result<(Quota, (&'v str, &'v [Value])), InstanceError> {
    let said = said.as_object().ok_or_else(|| field("quota"))?;
    let groups = by(value, said, "quota", people)?;
    let number = |name: &str| said.get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    let quota = match (number("percent"), number("count")) {
        (Some(percent), None) => Quota::Percent(percent),
        (None, Some(count)) => Quota::Count(count),
        _ => return Err(field("quota")),
    };
    let is_known = |name: &String| ["percent", "count", "by"].contains(&name.as_str());
    if said.keys().all(is_known) { Ok((quota, groups)) } else { Err(field("quota")) }
}

/// `{"of_each": n}` meetings of everybody with each other group.
fn coverage(value: &Value, said: &Value, people: usize) -> Result<Coverage, InstanceError> {
    let said = said.as_object().ok_or_else(|| field("coverage"))?;
    let of_each = said.get("of_each").and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    let (_, groups) = by(value, said, "coverage", people)?;
    let group = |(row, group): (usize, &Value)| {
        let row = Row { field: "the groups of `coverage`", row };
        optional(group, |group| row.small(group, "a group"))
    };
    let groups = groups.iter().enumerate().map(group).collect::<Result<Vec<_>, _>>()?;
    Ok(Coverage { of_each: of_each.ok_or_else(|| field("coverage"))?, groups })
}

/// The groups that a demand names by a field of the file, and the field.
fn by<'v>(
    value: &'v Value,
    said: &'v Map<String, Value>,
    demand: &'static str,
    people: usize,
) -> Result<(&'v str, &'v [Value]), InstanceError> {
    let name = match said.get("by") {
        None => USUAL,
        Some(name) => name.as_str().ok_or_else(|| field(demand))?,
    };
    let groups = value.get(name).and_then(Value::as_array).ok_or_else(|| field(name))?;
    if groups.len() != people {
        return Err(InstanceError::Groups { name: name.into(), has: groups.len(), people });
    }
    Ok((name, groups))
}
