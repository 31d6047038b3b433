//! What the page of an import says of the file: from its fields to choices.

use crate::documents::participant_list::{DELIMITERS, ENCODINGS, Reading};
use crate::services::imports::{Choices, Coming, Fate, ImportMail, ImportOptions, UnknownTopics};
use crate::web::posted::Posted;

/// Begins the names of fields; behind it stands what the field is about.
pub(super) const COLUMN: &str = "column-";
pub(super) const STATE: &str = "state-";
pub(super) const TOPIC: &str = "topic-";
/// What is sent where those who are new are asked whether they come, and where they have agreed elsewhere.
pub(super) const ASKED: &str = "asked";
pub(super) const AGREED: &str = "agreed";
pub(super) const TOPIC_NAME: &str = "topic_name-";

/// What was chosen.
pub(super) fn options(form: &Posted) -> ImportOptions {
    ImportOptions {
        topics: UnknownTopics::Chosen,
        coming: coming(form),
        mail: if form.has("mail") { ImportMail::NewParticipants } else { ImportMail::Nobody },
        choices: choices(form),
    }
}

/// A day that is none is one long ago, until which nobody can be invited.
fn coming(form: &Posted) -> Coming {
    let day = form.one("answer_by").trim().parse().unwrap_or_default();
    if form.one("coming") == ASKED { Coming::Asked(day) } else { Coming::Agreed }
}

fn choices(form: &Posted) -> Choices {
    let mut choices = Choices { reading: reading(form), ..Choices::none() };
    choices.topics_from = form.one("topics_from").trim().parse().ok();
    choices.shown = form.many("shown").into_iter().collect();
    choices.taken = form.many("taken").into_iter().collect();
    // How a file is read changes what its columns are: what was said of others does not count.
    if form.one("read_as") != read_as(&choices.reading) {
        return choices;
    }
    for (name, value) in form.pairs() {
        if let Some(at) = name.strip_prefix(COLUMN).and_then(|at| at.parse().ok()) {
            choices.columns.insert(at, value.to_string());
        } else if let Some(key) = name.strip_prefix(STATE) {
            choices.states.extend(Fate::parse(value).map(|fate| (key.to_string(), fate)));
        } else if let Some(key) = name.strip_prefix(TOPIC_NAME) {
            let is_taken = form.has(&format!("{TOPIC}{key}")) && !value.trim().is_empty();
            choices.topics.insert(key.to_string(), is_taken.then(|| value.to_string()));
        }
    }
    // A new number decides for all topics anew.
    if form.one("topics_from") != form.one("topics_from_shown") {
        choices.topics.clear();
    }
    choices
}

fn reading(form: &Posted) -> Reading {
    let encoding = form.one("encoding");
    let sheet = form.one("sheet");
    Reading {
        encoding: ENCODINGS.contains(&encoding).then(|| encoding.to_string()),
        delimiter: DELIMITERS.into_iter().find(|sign| delimiter_code(*sign) == form.one("delimiter")),
        sheet: (!sheet.is_empty()).then(|| sheet.to_string()),
    }
}

/// A delimiter as the form sends it: browsers may change a tab.
pub(super) fn delimiter_code(sign: char) -> String {
    if sign == '\t' { "tab".to_string() } else { sign.to_string() }
}

/// How the file was read when the page was made.
pub(super) fn read_as(reading: &Reading) -> String {
    let delimiter = reading.delimiter.map(delimiter_code).unwrap_or_default();
    let (encoding, sheet) = (reading.encoding.as_deref(), reading.sheet.as_deref());
    format!("{} {delimiter} {}", encoding.unwrap_or_default(), sheet.unwrap_or_default())
}
