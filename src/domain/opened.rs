//! Two people at one form. A form that changes something stored carries a fingerprint of each value that it showed when
//! it was opened; what was typed is then merged, value by value, with what is stored by now: a value that nobody touched
//! is not written, and one that both changed is a [`Clash`].
//!
//! The rule is the three-way merge of version control (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3",
//! FSTTCS 2007) with a form's field as its line; fingerprints do for the common ancestor, since only "is it the same?" is
//! asked of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Most values whose fingerprints are read from a form: more than the longest has.
const MOST: usize = 20_000;

/// The fingerprints of what a form showed, by the names of its fields. Values that were empty have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened(Option<BTreeMap<String, String>>);

impl Opened {
    /// Of what is stored and shown in a form.
    pub fn of(shown: &impl Serialize) -> Opened {
        let mut prints = BTreeMap::new();
        fingerprints("", &value_of(shown), &mut prints);
        Opened(Some(prints))
    }

    /// As a form brings it back. A form without any, such as a program's, means everything that it says.
    pub fn parse(text: &str) -> Opened {
        if text.is_empty() {
            return Opened(None);
        }
        let one =
            |word: &str| word.rsplit_once('=').map(|(name, print)| (name.to_string(), print.to_string()));
        Opened(Some(text.split(' ').take(MOST).filter_map(one).collect()))
    }

    /// What comes of both, with what was typed where they clash.
    fn mix<T: Serialize + DeserializeOwned + Clone>(&self, typed: &T, stored: &T) -> (T, Vec<Clash>) {
        let Some(prints) = &self.0 else { return (typed.clone(), Vec::new()) };
        let mut merge = Merge { prints, clashes: Vec::new() };
        let merged = merge.values("", &value_of(typed), &value_of(stored));
        // Both sides are of this type, and so is whatever is made of their parts.
        let merged = serde_json::from_value(merged).unwrap_or_else(|_| typed.clone());
        (merged, merge.clashes)
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A form of which everything was empty was opened all the same.
        f.write_str("-=0")?;
        for (name, print) in self.0.iter().flatten().filter(|(name, _)| *name != "-") {
            write!(f, " {name}={print}")?;
        }
        Ok(())
    }
}

/// A value that was changed on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Name of the form field.
    pub field: String,
    /// What is stored.
    pub stored: String,
}

/// What was typed into a form that changes something stored, with what the form had shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed<T> {
    pub input: T,
    pub opened: Opened,
}

/// What a program says: all of it is meant.
impl<T> From<T> for Typed<T> {
    fn from(input: T) -> Typed<T> {
        Typed { input, opened: Opened::default() }
    }
}

impl<T: Serialize + DeserializeOwned + Clone> Typed<T> {
    /// A form that is opened: it shows what is stored.
    pub fn fresh(stored: T) -> Typed<T> {
        let opened = Opened::of(&stored);
        Typed { input: stored, opened }
    }

    /// Merges what was typed with what is stored.
    ///
    /// # Errors
    /// The values that were changed on both sides, with what is stored.
    pub fn merge(&self, stored: &T) -> Result<T, Vec<Clash>> {
        let (merged, clashes) = self.opened.mix(&self.input, stored);
        if clashes.is_empty() { Ok(merged) } else { Err(clashes) }
    }

    /// The form that comes back: it shows what was typed, and where nothing was, what is stored by now, which it has seen.
    pub fn again(&self, stored: &T) -> Typed<T> {
        Typed { input: self.opened.mix(&self.input, stored).0, opened: Opened::of(stored) }
    }
}

/// An entry of a list that is known by an id of its own rather than by its place.
fn key_of(entry: &Value) -> Option<(&str, &Value)> {
    match entry {
        Value::Object(members) => Some((members.get("topic")?.as_str()?, entry)),
        Value::Array(pair) => match pair.as_slice() {
            [Value::String(key), value] => Some((key, value)),
            _ => None,
        },
        _ => None,
    }
}

/// The entries of a list by their ids; nothing for a list of plain values.
fn keyed(list: &Value) -> Option<Vec<(&str, &Value)>> {
    let entries = list.as_array()?;
    if entries.is_empty() { None } else { entries.iter().map(key_of).collect() }
}

fn value_of(shown: &impl Serialize) -> Value {
    serde_json::to_value(shown).unwrap_or_default()
}

/// The name of a member's field: `name` and `de` are `name_de`.
fn member(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_string() } else { format!("{prefix}_{name}") }
}

/// The name of the field of an entry with an id: `choice` is `choice-ID`; in a form that is one list, it is `-ID` behind the
/// name of the member.
fn entry(prefix: &str, key: &str) -> String {
    format!("{prefix}-{key}")
}

fn of_entry(place: &str, name: &str) -> String {
    match place.strip_prefix('-') {
        Some(key) => format!("{name}-{key}"),
        None => member(place, name),
    }
}

/// How a value is compared: blanks around it and the ends of its lines are the browser's.
fn plain(value: &Value) -> String {
    let text = match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::String(text) => text.replace("\r\n", "\n"),
        other => other.to_string(),
    };
    text.trim().to_string()
}

fn print_of(text: &str) -> Option<String> {
    let digest = Sha256::digest(text.as_bytes());
    let start: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    (!text.is_empty()).then_some(start)
}

/// Ticks among several: each is a value of its own.
fn tick(field: &str, value: &str) -> String {
    format!("{field}:{}", print_of(value).unwrap_or_default())
}

fn fingerprints(field: &str, value: &Value, prints: &mut BTreeMap<String, String>) {
    if let Some(entries) = keyed(value) {
        for (key, value) in entries {
            fingerprints(&entry(field, key), value, prints);
        }
        return;
    }
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                fingerprints(&of_entry(field, name), value, prints);
            }
        }
        Value::Array(ticks) => {
            prints.extend(ticks.iter().map(|one| (tick(field, &plain(one)), "1".to_string())));
        }
        _ => prints.extend(print_of(&plain(value)).map(|print| (field.to_string(), print))),
    }
}

struct Merge<'a> {
    prints: &'a BTreeMap<String, String>,
    clashes: Vec<Clash>,
}

impl Merge<'_> {
    fn values(&mut self, field: &str, typed: &Value, stored: &Value) -> Value {
        if let (Some(_), _) | (_, Some(_)) = (keyed(typed), keyed(stored)) {
            return self.entries(field, typed, stored);
        }
        match (typed, stored) {
            (Value::Object(_), _) | (_, Value::Object(_)) => self.members(field, typed, stored),
            (Value::Array(one), Value::Array(other)) => self.ticks(field, one, other),
            (Value::Array(one), Value::Null) => self.ticks(field, one, &[]),
            (Value::Null, Value::Array(other)) => self.ticks(field, &[], other),
            _ => self.value(field, typed, stored),
        }
    }

    fn entries(&mut self, field: &str, typed: &Value, stored: &Value) -> Value {
        let (typed, stored) = (keyed(typed).unwrap_or_default(), keyed(stored).unwrap_or_default());
        let known: BTreeSet<&str> = stored.iter().map(|(key, _)| *key).collect();
        let new = typed.iter().map(|(key, _)| *key).filter(|key| !known.contains(key));
        let keys: Vec<&str> = stored.iter().map(|(key, _)| *key).chain(new).collect();
        let of = |side: &[(&str, &Value)], key: &str| {
            side.iter().find(|(known, _)| *known == key).map_or(Value::Null, |(_, value)| (*value).clone())
        };
        let mut merged = Vec::new();
        for key in keys {
            let (mine, theirs) = (of(&typed, key), of(&stored, key));
            let is_row = mine.get("topic").or(theirs.get("topic")).is_some();
            let value = self.values(&entry(field, key), &mine, &theirs);
            merged.push(if is_row { value } else { Value::Array(vec![key.into(), value]) });
        }
        Value::Array(merged)
    }

    fn members(&mut self, field: &str, typed: &Value, stored: &Value) -> Value {
        let names: BTreeSet<&String> =
            [typed, stored].into_iter().filter_map(Value::as_object).flat_map(Map::keys).collect();
        let mut merged = Map::new();
        for name in names {
            let [mine, theirs] = [typed, stored].map(|side| side.get(name).unwrap_or(&Value::Null));
            let value = if name == "topic" {
                if mine.is_null() { theirs.clone() } else { mine.clone() }
            } else {
                self.values(&of_entry(field, name), mine, theirs)
            };
            if !value.is_null() {
                merged.insert(name.clone(), value);
            }
        }
        Value::Object(merged)
    }

    /// Each tick by itself: two who change the same one change it to the same.
    fn ticks(&mut self, field: &str, typed: &[Value], stored: &[Value]) -> Value {
        let new = typed.iter().filter(|one| !stored.contains(one));
        let stays = |one: &&Value| {
            let (was, is, mine) = (
                self.prints.contains_key(&tick(field, &plain(one))),
                stored.contains(one),
                typed.contains(one),
            );
            if mine == was { is } else { mine }
        };
        Value::Array(stored.iter().chain(new).filter(stays).cloned().collect())
    }

    fn value(&mut self, field: &str, typed: &Value, stored: &Value) -> Value {
        let (mine, theirs) = (plain(typed), plain(stored));
        let was = self.prints.get(field);
        if mine == theirs || print_of(&mine).as_ref() == was {
            return stored.clone();
        }
        if print_of(&theirs).as_ref() != was {
            self.clashes.push(Clash { field: field.to_string(), stored: theirs });
        }
        typed.clone()
    }
}
