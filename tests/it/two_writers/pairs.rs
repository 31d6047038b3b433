//! A form as two people have it open: each value is changed by one while the other changes the next one, or the same.

use std::collections::BTreeMap;

use crate::support::page::{Field, Form, Kind, Page};
use crate::support::visitor::Visitor;

/// The form of a page that knows what it showed.
pub fn form(page: &Page) -> &Form {
    let knows = |form: &&Form| form.fields.iter().any(|field| field.name == "opened");
    page.forms.iter().find(knows).unwrap_or_else(|| panic!("{}: no form knows what it showed", page.path))
}

/// A value of a form: its field, and the tick where it is one of several.
pub type Key = (String, String);

fn key(field: &Field) -> Key {
    let is_tick = matches!(field.kind, Kind::Tick(_)) && !field.one_of;
    (field.name.clone(), if is_tick { field.value.clone() } else { String::new() })
}

/// The values of a form as they stand; hidden ones apart.
fn values(form: &Form) -> BTreeMap<Key, String> {
    let mut found = BTreeMap::new();
    for field in &form.fields {
        let value = match field.kind {
            Kind::Hidden => continue,
            Kind::Tick(on) if !field.one_of => if on { "on" } else { "off" }.to_string(),
            Kind::Tick(false) => continue,
            _ => field.value.trim().replace("\r\n", "\n"),
        };
        found.insert(key(field), value);
    }
    found
}

/// What a browser sends of a form in which one value was changed.
pub fn sent(form: &Form, changed: &Key, value: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for field in form.fields.iter().filter(|field| !field.name.is_empty()) {
        let is_it = field.kind != Kind::Hidden && key(field) == *changed;
        let value = match (&field.kind, is_it) {
            (Kind::Tick(_), true) if field.one_of => {
                if field.value != value {
                    continue;
                }
                field.value.clone()
            }
            (Kind::Tick(_), true) => {
                if value == "off" {
                    continue;
                }
                field.value.clone()
            }
            (Kind::Tick(false), false) => continue,
            (_, true) => value.to_string(),
            (_, false) => field.value.clone(),
        };
        fields.push((field.name.clone(), value));
    }
    fields
}

/// Two other values for a field, which its form is likely to take; one for a tick.
fn others(form: &Form, changed: &Key, now: &str) -> Vec<String> {
    let field =
        form.fields.iter().find(|field| field.kind != Kind::Hidden && key(field) == *changed).unwrap();
    let each = |texts: &[&str]| texts.iter().map(|text| text.to_string()).collect();
    let known: Vec<String> = match &field.kind {
        Kind::Tick(_) if field.one_of => {
            form.fields.iter().filter(|other| other.name == field.name).map(|one| one.value.clone()).collect()
        }
        Kind::Tick(_) => each(&["on", "off"]),
        Kind::Choice(entries) => entries.iter().map(|(_, value)| value.clone()).collect(),
        Kind::Line if now.parse::<u32>().is_ok() => (1..4).map(|n| n.to_string()).collect(),
        Kind::Line if now.len() == 5 && now.contains(':') => {
            let hour = &now[..2];
            ["05", "10", "15"].map(|minute| format!("{hour}:{minute}")).into()
        }
        _ if field.name == "website" || field.name.ends_with("_language") => {
            each(&["https://one.example", "https://two.example", "https://three.example"])
        }
        _ if field.name.ends_with("_email") => {
            each(&["one@example.org", "two@example.org", "three@example.org"])
        }
        _ => each(&["Text one", "Text two", "Text three"]),
    };
    known.into_iter().filter(|value| value != now && !value.is_empty()).take(2).collect()
}

/// What became of the pairs of changes to a form.
#[derive(Debug, Default)]
pub struct Tally {
    /// Both are there.
    pub merged: usize,
    /// The second writer was asked.
    pub asked: usize,
    /// One of the changes was refused for what it says.
    pub refused: usize,
}

fn is_refused(page: &Page) -> bool {
    page.status == 422 || !page.summary.is_empty()
}

/// Tries every value of the form at this address, or each of so many, with the next one and with itself.
pub fn try_form(visitor: &mut Visitor, address: &str, each: usize) -> Tally {
    let mut tally = Tally::default();
    let keys: Vec<Key> = values(form(&visitor.get(address))).into_keys().collect();
    for (n, first) in keys.iter().enumerate().step_by(each) {
        let second = &keys[(n + 1) % keys.len()];
        if first != second {
            try_two_values(visitor, address, first, second, &mut tally);
        }
        try_one_value(visitor, address, first, &mut tally);
    }
    tally
}

fn try_two_values(visitor: &mut Visitor, address: &str, first: &Key, second: &Key, tally: &mut Tally) {
    let opened = visitor.get(address);
    let (mine, theirs) = (form(&opened), form(&opened));
    let before = values(mine);
    let (Some(was), Some(was_too)) = (before.get(first), before.get(second)) else { return };
    let (Some(one), Some(other)) = (others(mine, first, was).pop(), others(mine, second, was_too).pop())
    else {
        return;
    };
    let action = theirs.action.clone();
    if is_refused(&visitor.post(&action, &sent(theirs, first, &one))) {
        tally.refused += 1;
        return;
    }
    let between = values(form(&visitor.get(address)));
    let answer = visitor.post(&action, &sent(mine, second, &other));
    let after = values(form(&visitor.get(address)));
    assert_eq!(after.get(first), between.get(first), "{address}: {first:?} was kept beside {second:?}");
    if is_refused(&answer) {
        tally.refused += 1;
        return;
    }
    if after.get(second) != between.get(second) {
        tally.merged += 1;
    }
    let asked_to = after.get(second).map(String::as_str);
    let is_written = asked_to == Some(other.as_str()) || asked_to == between.get(second).map(String::as_str);
    assert!(is_written, "{address}: {second:?} is what was typed: {asked_to:?} and not {other:?}");
}

fn try_one_value(visitor: &mut Visitor, address: &str, changed: &Key, tally: &mut Tally) {
    let opened = visitor.get(address);
    let opened = form(&opened);
    let before = values(opened);
    let Some(was) = before.get(changed) else { return };
    let [one, other] = match others(opened, changed, was).try_into() {
        Ok(two) => two,
        Err(_) => return,
    };
    if is_refused(&visitor.post(&opened.action, &sent(opened, changed, &one))) {
        tally.refused += 1;
        return;
    }
    let stored = values(form(&visitor.get(address))).get(changed).cloned();
    if stored.as_deref() == Some(was) {
        return;
    }
    let answer = visitor.post(&opened.action, &sent(opened, changed, &other));
    assert_eq!(answer.status, 422, "{address}: {changed:?} was changed twice");
    let again = form(&answer);
    assert_eq!(values(again).get(changed), Some(&other), "{address}: what was typed is kept in the form");
    assert!(
        answer.summary.iter().any(|(_, place)| *place == format!("#field-{}", changed.0)),
        "{address}: {changed:?}: {:?}",
        answer.summary,
    );
    assert_eq!(
        values(form(&visitor.get(address))).get(changed),
        stored.as_ref(),
        "{address}: nothing is lost"
    );
    tally.asked += 1;
    // Whoever has seen both may decide.
    let decided = sent(again, changed, &other);
    if is_refused(&visitor.post(&opened.action, &decided)) {
        tally.refused += 1;
        return;
    }
    assert_eq!(values(form(&visitor.get(address))).get(changed), Some(&other), "{address}: {changed:?}");
}
