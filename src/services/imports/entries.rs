//! From the cells of a row to what they say about a participant, with every fault at its column.

use std::collections::HashMap;

use super::cells::unknown;
use super::columns::FileColumn;
use super::questions::{self, QuestionColumns};
use super::topics::{Found, TopicBook};
use crate::documents::participant_list::{Cell, Column, Row, Sheet, country_code, vocabulary};
use crate::domain::answer::{AnswerKey, Answers, Kind, Value};
use crate::domain::event::Programme;
use crate::domain::field::{self, FIELDS, Field};
use crate::domain::ids::{TopicId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::organisation::OrganisationType;
use crate::domain::participant::{Interest, InterestKind, MAX_MEETINGS};
use crate::domain::problems::Message;
use crate::domain::text::{self, Email};
use crate::words::Words;

/// Most topics of one row.
const MAX_TOPICS: usize = 100;
/// Longest label that is taken for a topic where an offer or seek could also be a text, in characters.
const LABEL_MAX: usize = 60;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The column of the file, from 1, and the title above it; none if the whole row is meant.
    pub column: Option<(usize, String)>,
    pub message: Message,
}

impl RowFault {
    /// What is wrong with a cell of a column, from 0.
    pub(super) fn at(sheet: &Sheet, at: usize, message: Message) -> RowFault {
        RowFault { column: Some((at + 1, sheet.title(at))), message }
    }
}

/// Who a row is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    Mailbox(String),
    /// Without an address: the organisation and the name.
    Organisation(String, String),
}

/// Who somebody is, from what an import or the database knows.
pub(super) fn identity(email: Option<&Email>, organisation: &str, name: &str) -> Identity {
    let key = |text: &str| {
        let key = text::search_key(text);
        // A name of signs alone has no letters to compare.
        if key.is_empty() { text.to_string() } else { key }
    };
    match email {
        Some(email) => Identity::Mailbox(email.key()),
        None => Identity::Organisation(key(organisation), key(name)),
    }
}

/// What a row says; nothing where its cell is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// A row names a person or an organisation, or both.
    pub answers: Answers,
    pub lang: Option<Lang>,
    pub max_meetings: Option<u32>,
    pub interests: Vec<Interest>,
}

impl Entry {
    pub(super) fn identity(&self) -> Identity {
        identity(self.email(), self.shown_organisation(), self.shown_name())
    }

    pub(super) fn email(&self) -> Option<&Email> {
        match self.answers.get(&AnswerKey::Field(field::EMAIL)) {
            Some(Value::Email(email)) => Some(email),
            _ => None,
        }
    }

    /// The text in a field, by its code.
    pub(super) fn text(&self, code: &'static str) -> Option<&str> {
        match self.answers.get(&AnswerKey::Field(code)) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The name, or the organisation's where no person is named.
    pub(super) fn shown_name(&self) -> &str {
        self.text(field::NAME).or(self.text(field::ORGANISATION)).unwrap_or_default()
    }

    /// The organisation, or the person's name who speaks for none.
    pub(super) fn shown_organisation(&self) -> &str {
        self.text(field::ORGANISATION).or(self.text(field::NAME)).unwrap_or_default()
    }
}

/// Reads rows against an event's lists.
pub(super) struct EntryReader<'a> {
    sheet: &'a Sheet,
    types: HashMap<String, TypeId>,
    organisation_types: HashMap<String, OrganisationType>,
    questions: QuestionColumns<'a>,
    topics: TopicBook<'a>,
}

/// Collects what is wrong with one row.
struct Faults<'a> {
    sheet: &'a Sheet,
    found: Vec<RowFault>,
}

impl Faults<'_> {
    fn add(&mut self, at: usize, message: Message) {
        self.found.push(RowFault::at(self.sheet, at, message));
    }

    fn take<T>(&mut self, at: usize, result: Result<T, Message>) -> Option<T> {
        result.map_err(|message| self.add(at, message)).ok()
    }
}

impl<'a> EntryReader<'a> {
    /// A reader of one file's rows.
    pub(super) fn new(
        sheet: &'a Sheet,
        columns: &[FileColumn],
        programme: &'a Programme,
        topics: TopicBook<'a>,
        wanted: &[&Row],
    ) -> EntryReader<'a> {
        let mut types = HashMap::new();
        for kind in &programme.types {
            for label in Lang::ALL.into_iter().filter_map(|lang| kind.label.exact(lang)) {
                types.entry(text::search_key(label)).or_insert_with(|| kind.id.clone());
            }
        }
        let mut organisation_types = HashMap::new();
        for kind in OrganisationType::ALL {
            for lang in Lang::ALL {
                organisation_types.insert(text::search_key(&Words::of(lang).t(&kind.word())), kind);
            }
        }
        let questions = QuestionColumns::of(columns, programme);
        let mut reader = EntryReader { sheet, types, organisation_types, questions, topics };
        reader.collect_candidates(wanted);
        reader
    }

    /// Notes the labels that these rows use as topics before any row is read: what a cell means must not hang on the rows
    /// above it, or the same file would mean something else the second time.
    fn collect_candidates(&mut self, rows: &[&Row]) {
        let mut expected = Vec::new();
        for row in rows.iter().filter(|row| row.fault.is_none()) {
            let topics =
                self.sheet.cell(row, Column::Topics).filter(|cell| !self.labels(cell.text).is_empty());
            let sides = [Column::Offers, Column::Seeks].map(|column| self.sheet.cell(row, column));
            for cell in topics.into_iter().chain(sides.into_iter().flatten().filter(|_| topics.is_none())) {
                let labels = self.labels(cell.text);
                if topics.is_some() || labels.iter().all(|label| is_like_label(label)) {
                    expected.extend(labels);
                }
            }
        }
        expected.into_iter().for_each(|label| self.topics.expect_label(label));
    }

    /// The topics that rows named and the event lacks.
    pub(super) fn into_topics(self) -> TopicBook<'a> {
        self.topics
    }

    /// Who a row is about that is not read.
    pub(super) fn identity_of(&self, row: &Row) -> Identity {
        let text =
            |column| self.sheet.cell(row, column).map(|cell| text::line(cell.text)).unwrap_or_default();
        let email = self.sheet.cell(row, Column::EMAIL).and_then(|cell| Email::parse(cell.text).ok());
        let parts = [text(Column::FirstName), text(Column::LastName)];
        let whole = Some(text(Column::NAME)).filter(|name| !name.is_empty());
        let name = whole.unwrap_or_else(|| parts.join(" ").trim().to_string());
        let organisation = text(Column::ORGANISATION);
        let organisation = if organisation.is_empty() { name.clone() } else { organisation };
        identity(email.as_ref(), &organisation, &name)
    }

    /// Reads a row, or says everything that is wrong with it.
    pub(super) fn read(&mut self, row: &Row) -> Result<Entry, Vec<RowFault>> {
        if let Some(message) = &row.fault {
            return Err(vec![RowFault { column: None, message: message.clone() }]);
        }
        let mut faults = Faults { sheet: self.sheet, found: Vec::new() };
        let mut answers = Answers::default();
        for field in &FIELDS {
            let value = self.sheet.cell(row, Column::Field(field.code)).and_then(|cell| {
                let read = self.value(field, cell.text);
                faults.take(cell.at, read).flatten()
            });
            answers.set(AnswerKey::Field(field.code), value);
        }
        for (cell, question) in self.questions.cells(row) {
            let value = faults.take(cell.at, questions::value(question, cell.text)).flatten();
            answers.set(question.key(), value);
        }
        let lang_cell = self.sheet.cell(row, Column::Language).map(|cell| cell.text);
        self.complete(&mut answers, row, lang_cell, &mut faults);
        let entry = Entry {
            answers,
            lang: lang_cell.and_then(vocabulary::language_code).and_then(Lang::parse),
            max_meetings: self.parsed(row, Column::MaxMeetings, &mut faults, max_meetings),
            interests: self.interests(row, &mut faults),
        };
        if entry.shown_name().is_empty() && faults.found.is_empty() {
            let message = Message::new("problem-import-nobody");
            faults.found.push(RowFault { column: None, message });
        }
        if faults.found.is_empty() { Ok(entry) } else { Err(faults.found) }
    }

    /// What a cell says, in the words of files.
    fn value(&self, field: &Field, raw: &str) -> Result<Option<Value>, Message> {
        let value = match field.kind {
            Kind::Country => {
                country_code(raw).map(Value::Country).ok_or_else(|| unknown("problem-import-country", raw))?
            }
            Kind::OrganisationType => {
                let labelled = self.organisation_types.get(&text::search_key(raw)).copied();
                let found = labelled.or_else(|| vocabulary::organisation_type(raw));
                Value::OrganisationType(
                    found.ok_or_else(|| unknown("problem-import-organisation-type", raw))?,
                )
            }
            Kind::ParticipantType => {
                let found = self.types.get(&text::search_key(raw)).cloned();
                Value::ParticipantType(found.ok_or_else(|| unknown("problem-import-participant-type", raw))?)
            }
            Kind::Languages => return field.kind.parse(&languages(raw)?, &[]),
            kind => return kind.parse(&[raw.to_string()], &[]),
        };
        Ok(Some(value))
    }

    /// What other columns say of a field: first and last name, and for want of spoken languages the one that the person
    /// is written to in.
    fn complete(&self, answers: &mut Answers, row: &Row, lang_cell: Option<&str>, faults: &mut Faults<'_>) {
        let first = self.name(row, Column::FirstName, faults);
        let last = self.name(row, Column::LastName, faults);
        let key = AnswerKey::Field(field::NAME);
        let name = match (answers.get(&key), first, last) {
            // In German files *Name* beside *Vorname* is the last name.
            (Some(Value::Text(whole)), Some(first), None) if !whole.contains(&first) => {
                Some(format!("{first} {whole}"))
            }
            (Some(_), _, _) => None,
            (None, Some(first), Some(last)) => Some(format!("{first} {last}")),
            (None, first, last) => first.or(last),
        };
        if let Some(name) = name {
            answers.set(key, Some(Value::Text(name)));
        }
        let key = AnswerKey::Field(field::LANGUAGES);
        let written = lang_cell.and_then(vocabulary::language_code).map(|code| vec![code.to_string()]);
        let is_missing = answers.get(&key).is_none();
        if let Some(code) = written.filter(|_| is_missing) {
            answers.set(key, Kind::Languages.parse(&code, &[]).ok().flatten());
        }
    }

    fn name(&self, row: &Row, column: Column, faults: &mut Faults<'_>) -> Option<String> {
        let cell = self.sheet.cell(row, column)?;
        faults.take(cell.at, text::person_name(cell.text)).filter(|text| !text.is_empty())
    }

    fn parsed<T>(
        &self,
        row: &Row,
        column: Column,
        faults: &mut Faults<'_>,
        parse: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Option<T> {
        let cell = self.sheet.cell(row, column)?;
        faults.take(cell.at, parse(cell.text))
    }

    /// What the row offers and seeks. An offer or seek is a list of topics or a text; a text belongs to the row's topics.
    /// Topics that stand alone are what the organisation does, so they are offered.
    fn interests(&mut self, row: &Row, faults: &mut Faults<'_>) -> Vec<Interest> {
        let named = self.named_topics(row, faults);
        let sheet = self.sheet;
        // Topics that are left out have been named all the same.
        let is_alone = sheet.cell(row, Column::Topics).is_none_or(|cell| self.labels(cell.text).is_empty());
        let mut sides = Vec::new();
        for (column, kind) in [(Column::Offers, InterestKind::Offer), (Column::Seeks, InterestKind::Seek)] {
            if let Some(cell) = self.sheet.cell(row, column) {
                sides.extend(self.side(cell, kind, (&named, is_alone), faults));
            }
        }
        let rest =
            named.iter().filter(|topic| !sides.iter().any(|interest: &Interest| interest.topic == **topic));
        let rest: Vec<Interest> = rest.map(|topic| interest(topic, InterestKind::Offer, "")).collect();
        sides.extend(rest);
        sides.sort_by(|x, y| (&x.topic, x.kind).cmp(&(&y.topic, y.kind)));
        sides.dedup_by(|x, y| (&x.topic, x.kind) == (&y.topic, y.kind));
        sides
    }

    fn named_topics(&mut self, row: &Row, faults: &mut Faults<'_>) -> Vec<TopicId> {
        let sheet = self.sheet;
        sheet.cell(row, Column::Topics).map(|cell| self.topics_of(cell, faults)).unwrap_or_default()
    }

    fn topics_of(&mut self, cell: Cell<'_>, faults: &mut Faults<'_>) -> Vec<TopicId> {
        let labels = self.labels(cell.text);
        if labels.len() > MAX_TOPICS {
            let message = Message::new("problem-import-too-many-topics").with("max", MAX_TOPICS);
            faults.add(cell.at, message);
            return Vec::new();
        }
        let mut found = Vec::new();
        for label in labels {
            let Some(label) = faults.take(cell.at, text::optional(label, text::SHORT_MAX)) else { continue };
            match self.topics.find_or_add(&label) {
                Found::Topic(topic) if !found.contains(&topic) => found.push(topic),
                Found::Topic(_) | Found::LeftOut => {}
                Found::Refused => faults.add(cell.at, unknown("problem-import-topic", &label)),
            }
        }
        found
    }

    /// The parts of a list of topics. Labels contain commas, so commas divide only where every part is known.
    fn labels<'t>(&self, raw: &'t str) -> Vec<&'t str> {
        let labels = parts(raw, DIVIDERS);
        let by_comma = parts(raw, &[',']);
        if labels.len() == 1 && !self.all_known(&labels) && self.all_known(&by_comma) {
            by_comma
        } else {
            labels
        }
    }

    fn all_known(&self, labels: &[&str]) -> bool {
        labels.iter().all(|label| self.topics.knows(label))
    }

    fn side(
        &mut self,
        cell: Cell<'_>,
        kind: InterestKind,
        (named, is_alone): (&[TopicId], bool),
        faults: &mut Faults<'_>,
    ) -> Vec<Interest> {
        if self.is_list(cell.text, is_alone) {
            let topics = self.topics_of(cell, faults);
            return topics.iter().map(|topic| interest(topic, kind, "")).collect();
        }
        let Some(words) = faults.take(cell.at, text::long(cell.text, text::NOTE_MAX)) else {
            return Vec::new();
        };
        let topics =
            if named.is_empty() { self.topics.other().into_iter().collect() } else { named.to_vec() };
        if topics.is_empty() {
            faults.add(cell.at, Message::new("problem-import-text-without-topic"));
        }
        // The text stands once: read under each topic it would look like a machine's.
        let texts = std::iter::once(words.as_str()).chain(std::iter::repeat(""));
        topics.iter().zip(texts).map(|(topic, text)| interest(topic, kind, text)).collect()
    }

    /// Whether an offer or seek is a list of topics: every part is known, or the row has no other topics and every part
    /// is as short as a label and no sentence.
    fn is_list(&self, raw: &str, is_only_source: bool) -> bool {
        let labels = self.labels(raw);
        let looks_like_list = is_only_source && labels.iter().all(|label| is_like_label(label));
        !labels.is_empty() && (self.all_known(&labels) || looks_like_list)
    }
}

/// What stands between the topics of a list.
const DIVIDERS: &[char] = &[';', '|', '\n'];

fn parts<'t>(raw: &'t str, dividers: &[char]) -> Vec<&'t str> {
    raw.split(dividers).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a part of a cell is as short as a label and no sentence.
fn is_like_label(part: &str) -> bool {
    part.chars().count() <= LABEL_MAX && !part.ends_with(['.', '!', '?', '…'])
}

fn interest(topic: &TopicId, kind: InterestKind, text: &str) -> Interest {
    Interest { topic: topic.clone(), kind, text: text.to_string() }
}

/// The codes of the languages that a cell lists.
fn languages(raw: &str) -> Result<Vec<String>, Message> {
    let listed = raw.split([';', ',', '/', '|', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let code = |part: &str| vocabulary::language_code(part).map(String::from);
    listed.map(|part| code(part).ok_or_else(|| unknown("problem-import-language", part))).collect()
}

fn max_meetings(raw: &str) -> Result<u32, Message> {
    let most = text::line(raw).parse::<u32>().ok().filter(|most| *most <= MAX_MEETINGS);
    most.ok_or_else(|| Message::new("problem-max-meetings").with("max", MAX_MEETINGS))
}
