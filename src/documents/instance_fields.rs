//! Single fields of an instance file: each value is read within its limits, and what is wrong names its field and row.

use serde_json::Value;

/// Why a file is no instance.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    #[error("this is no JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the field `{0}` is missing or not of the right kind")]
    Field(String),
    #[error("the field `{field}` has {has} entries, one for each of the {people} people is needed")]
    Length { field: &'static str, has: usize, people: usize },
    #[error("the field `{field}` has {has} entries, one for each of the {slots} slots is needed")]
    LengthInSlots { field: &'static str, has: usize, slots: usize },
    #[error("the field `{field}` is {has}; at most {most} can be matched")]
    TooMany { field: &'static str, has: u64, most: usize },
    #[error("the field `{name}` has {has} entries, one for each of the {people} people is needed")]
    Groups { name: String, has: usize, people: usize },
    #[error("`{0}` asks for groups that pairs by topics do not know: it needs the field `pairs`")]
    NeedsPairs(&'static str),
    #[error("{field}[{row}]: {what}")]
    Row { field: &'static str, row: usize, what: String },
}

pub(super) fn field(name: &str) -> InstanceError {
    InstanceError::Field(name.into())
}

pub(super) fn number(value: &Value, name: &str) -> Result<u64, InstanceError> {
    value.get(name).and_then(Value::as_u64).ok_or_else(|| field(name))
}

/// A number of people or slots, no greater than can be matched.
pub(super) fn count(value: &Value, name: &'static str, most: usize) -> Result<usize, InstanceError> {
    let has = number(value, name)?;
    let small = usize::try_from(has).ok().filter(|&count| count <= most);
    small.ok_or(InstanceError::TooMany { field: name, has, most })
}

/// A list that may be missing.
pub(super) fn list<'v>(value: &'v Value, name: &'static str) -> Result<&'v [Value], InstanceError> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(list) => list.as_array().map(Vec::as_slice).ok_or_else(|| field(name)),
    }
}

/// A list with one entry per person.
pub(super) fn per_person<'v>(
    value: &'v Value,
    name: &'static str,
    people: usize,
) -> Result<&'v [Value], InstanceError> {
    let list = value.get(name).and_then(Value::as_array).ok_or_else(|| field(name))?;
    if list.len() == people {
        Ok(list)
    } else {
        Err(InstanceError::Length { field: name, has: list.len(), people })
    }
}

/// One row of a field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub field: &'static str,
    pub row: usize,
}

impl Row {
    /// What is wrong with the row.
    pub(super) fn wrong(self, what: impl Into<String>) -> InstanceError {
        InstanceError::Row { field: self.field, row: self.row, what: what.into() }
    }

    /// A whole number within limits.
    pub(super) fn whole(self, value: &Value, what: &str, low: u64, high: u64) -> Result<u64, InstanceError> {
        let within = value.as_u64().filter(|number| (low..=high).contains(number));
        within.ok_or_else(|| self.wrong(format!("{what} must be {low} to {high}, is {value}")))
    }

    /// The same as a machine's number of something.
    pub(super) fn index(self, value: &Value, what: &str, count: usize) -> Result<usize, InstanceError> {
        let Some(last) = count.checked_sub(1) else {
            return Err(self.wrong(format!("there is no {what}")));
        };
        Ok(self.whole(value, what, 0, last as u64)? as usize)
    }

    /// A number below 2^32.
    pub(super) fn small(self, value: &Value, what: &str) -> Result<u32, InstanceError> {
        Ok(self.whole(value, what, 0, u64::from(u32::MAX))? as u32)
    }

    /// Exactly so many values.
    pub(super) fn values<'v, const N: usize>(
        self,
        value: &'v Value,
        what: &str,
    ) -> Result<&'v [Value; N], InstanceError> {
        let values = value.as_array().and_then(|list| list.as_slice().try_into().ok());
        values.ok_or_else(|| self.wrong(format!("must be {what}")))
    }
}

/// The rows of a list, each with its place.
pub(super) fn rows<'v>(field: &'static str, list: &'v [Value]) -> impl Iterator<Item = (Row, &'v Value)> {
    list.iter().enumerate().map(move |(row, value)| (Row { field, row }, value))
}

/// Rows of two people; none where the field is missing.
pub(super) fn pairs_of_people(
    value: &Value,
    name: &'static str,
    people: usize,
) -> Result<Vec<(usize, usize)>, InstanceError> {
    let pair = |(row, value): (Row, &Value)| {
        let [a, b] = row.values::<2>(value, "[person, person]")?;
        Ok((row.index(a, "person", people)?, row.index(b, "person", people)?))
    };
    rows(name, list(value, name)?).map(pair).collect()
}

/// One value or nothing.
pub(super) fn optional<T>(
    value: &Value,
    read: impl FnOnce(&Value) -> Result<T, InstanceError>,
) -> Result<Option<T>, InstanceError> {
    if value.is_null() { Ok(None) } else { read(value).map(Some) }
}
