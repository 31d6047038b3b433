//! The questions about a participant, in the registration and in *My event* alike: from posted fields to what was
//! typed, and from what was typed to fields, choices and sentences.

use super::forms::Choice;
use super::page::Page;
use super::posted::Posted;
use crate::domain::answer::{AnswerKey, Asked, Kind, Value, asked};
use crate::domain::change::Change;
use crate::domain::event::{Event, MeetingBlock, Programme, Session};
use crate::domain::field::{self, FIELDS, Field};
use crate::domain::participant::{Attendance, Interest, InterestKind, Person};
use crate::domain::problems::Problems;
use crate::domain::profile_input::{AttendanceInput, Chooser, PersonInput};
use crate::services::session_places::{Room, Rooms};
use crate::words::Clocks;

// ---- from the form ----

/// Who somebody is, as posted.
pub fn person(form: &Posted, programme: &Programme) -> PersonInput {
    asked(programme).iter().fold(PersonInput::default(), |input, question| {
        let name = question.key.as_str();
        input.with(name, form.many(name))
    })
}

/// When somebody is there, as posted.
pub fn attendance(form: &Posted) -> AttendanceInput {
    AttendanceInput {
        blocks: form.many("blocks"),
        sessions: form.many("sessions"),
        max_meetings: form.one("max_meetings").to_string(),
    }
}

// ---- to the form ----

/// The third step: what was typed, and what there is to choose from.
pub struct AttendanceFields {
    pub blocks: Vec<Choice>,
    pub sessions: Vec<Choice>,
    pub max_meetings: String,
    /// In which zone all times are; empty where each says its own.
    pub zone: String,
}

impl AttendanceFields {
    /// The fields; a new registration has every meeting block ticked. Sessions for others are left out.
    pub fn new(
        page: &Page,
        (event, programme): (&Event, &Programme),
        (rooms, chooser): (&Rooms, Chooser<'_>),
        clocks: Clocks,
        input: &AttendanceInput,
    ) -> AttendanceFields {
        let chosen = |list: &[String], id: &str| list.iter().any(|one| one == id);
        let first = event.first_language();
        let zone = zone_of(page, event, programme);
        let time = |from, to| page.words.stretch_in(from, to, clocks, zone.is_some());
        let block = |block: &MeetingBlock| {
            let time = time(block.starts_at, block.ends_at());
            let count = page.t2("block-slots", "count", block.slot_count, "minutes", block.slot_minutes);
            let label = block.label.get(page.lang, first);
            Choice::new(block.id.as_str(), label, chosen(&input.blocks, block.id.as_str()))
                .with_help(format!("{time}. {count}"))
        };
        let session = |session: &Session| {
            let time = time(session.starts_at, session.ends_at);
            let place = if session.place.is_empty() { String::new() } else { format!(", {}", session.place) };
            let label = session.title.get(page.lang, first);
            let spoken = language(page, session).map(|language| format!(", {language}")).unwrap_or_default();
            let has = chooser.before.contains(&session.id);
            let room = rooms.get(&session.id).filter(|_| !has).map(|room| room_left(page, *room));
            let room = room.map(|room| format!(". {room}")).unwrap_or_default();
            let invited = chooser.invited.contains(&session.id);
            let invited =
                if invited { format!(". {}", page.t("session-you-are-invited")) } else { String::new() };
            Choice::new(session.id.as_str(), label, chosen(&input.sessions, session.id.as_str()))
                .with_help(format!("{time}{place}{spoken}{room}{invited}"))
        };
        let asked = programme.sessions.iter().filter(|session| chooser.may_choose(session));
        AttendanceFields {
            blocks: programme.blocks.iter().map(block).collect(),
            sessions: asked.map(session).collect(),
            max_meetings: input.max_meetings.clone(),
            zone: zone.clone().unwrap_or_default(),
        }
    }
}

/// The language that is spoken in a session, if that is said.
pub fn language(page: &Page, session: &Session) -> Option<String> {
    session.language.as_ref().map(|code| page.t(&format!("language-{code}")))
}

/// How many places a session has left, or that whoever chooses it waits.
pub fn room_left(page: &Page, room: Room) -> String {
    match room.is_full() {
        true => page.t2("session-full", "places", room.places, "waiting", room.waiting),
        false => page.t2("session-left", "places", room.places, "left", room.places - room.taken),
    }
}

/// The zone's name and distance from UTC at all times of the event; none where the clocks change between two of them, so that each
/// has to say its own.
pub fn zone_of(page: &Page, event: &Event, programme: &Programme) -> Option<String> {
    let sessions = programme.sessions.iter().map(|session| session.starts_at);
    let times = sessions.chain(programme.slots.iter().map(|slot| slot.starts_at));
    let noon = event.starts_on.and_hms_opt(12, 0, 0).map(|noon| noon.and_utc());
    let mut zones = times.map(|at| page.words.zone(at, event.time_zone).0);
    match zones.next() {
        Some(first) => zones.all(|zone| zone == first).then_some(first),
        None => noon.map(|at| page.words.zone(at, event.time_zone).0),
    }
}

// ---- to sentences ----

/// A question with its answer, for review pages.
pub struct Told {
    pub question: String,
    pub answer: String,
    /// Where the answer leads; empty unless it is a web address.
    pub url: String,
}

impl Told {
    /// An answer that leads nowhere.
    pub fn new(question: impl Into<String>, answer: impl Into<String>) -> Told {
        Told { question: question.into(), answer: answer.into(), url: String::new() }
    }
}

/// Who somebody is, in sentences: what was answered of what was asked.
pub fn tell_person(page: &Page, event: &Event, programme: &Programme, person: &Person) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let mut has_place = false;
    for question in asked(programme) {
        if question.is_in_place() {
            let place = place(page, person);
            if !std::mem::replace(&mut has_place, true) && !place.is_empty() {
                told.push(tell(page, "field-place", place));
            }
        } else {
            told.extend(tell_answer(page, event, &question, person));
        }
    }
    told
}

/// What a form says that nobody has sent yet, without what only the event can name.
pub fn tell_input(page: &Page, input: &PersonInput) -> Vec<Told> {
    let told = |field: &Field| {
        let value = field.kind.parse(input.get(field.code), &[]).ok()??;
        Some(Told::new(page.words.field(field.code), page.words.answer(&value, &[], page.lang)))
    };
    FIELDS.iter().filter_map(told).collect()
}

/// One answer of a person in sentences, if there is one.
pub fn tell_answer(page: &Page, event: &Event, question: &Asked<'_>, person: &Person) -> Option<Told> {
    let value = person.answer(&question.key)?;
    let first = event.first_language();
    let url = match &value {
        Value::WebAddress(address) => address.as_str().to_string(),
        _ => String::new(),
    };
    let answer = page.words.answer(&value, &question.choices, first);
    Some(Told { question: page.words.label(question, first), answer, url })
}

/// The problems of a form about a person, with what others stored meanwhile in words.
pub fn told(page: &Page, event: &Event, programme: &Programme, problems: Problems) -> Problems {
    let asked = asked(programme);
    problems.told_by(|field, code| {
        let question = asked.iter().find(|question| question.key.as_str() == field)?;
        let value = question.parse(&[code.to_string()]).ok()??;
        Some(page.words.answer(&value, &question.choices, event.first_language()))
    })
}

/// What somebody offers and seeks, one line a topic.
pub fn tell_interests(
    page: &Page,
    event: &Event,
    programme: &Programme,
    interests: &[Interest],
) -> Vec<Told> {
    let list = |kind| interest_lines(page, event, programme, interests, kind);
    let say = |lines: Vec<String>| if lines.is_empty() { page.t("none") } else { lines.join("\n") };
    vec![
        tell(page, "interests-offers", say(list(InterestKind::Offer))),
        tell(page, "interests-seeks", say(list(InterestKind::Seek))),
    ]
}

/// The topics of one kind: `Batteries: cells from our pilot line`.
pub fn interest_lines(
    page: &Page,
    event: &Event,
    programme: &Programme,
    interests: &[Interest],
    kind: InterestKind,
) -> Vec<String> {
    let line = |interest: &Interest| {
        let topic = programme.topics.iter().find(|topic| topic.id == interest.topic)?;
        let label = topic.label.get(page.lang, event.first_language());
        let text = crate::domain::text::line(&interest.text);
        Some(if text.is_empty() {
            label.to_string()
        } else {
            page.t2("interest-with-text", "topic", label, "text", text)
        })
    };
    interests.iter().filter(|interest| interest.kind == kind).filter_map(line).collect()
}

/// When somebody is there, in sentences.
pub fn tell_attendance(
    page: &Page,
    event: &Event,
    programme: &Programme,
    attendance: &Attendance,
) -> Vec<Told> {
    let first = event.first_language();
    let blocks: Vec<String> = programme
        .blocks
        .iter()
        .filter(|block| attendance.blocks.contains(&block.id))
        .map(|block| block.label.get(page.lang, first).to_string())
        .collect();
    let sessions: Vec<String> = programme
        .sessions
        .iter()
        .filter(|session| attendance.sessions.contains(&session.id))
        .map(|session| chosen_session(page, event, attendance, session))
        .collect();
    let title = |session: &Session| session.title.get(page.lang, first).to_string();
    let at_once = attendance
        .at_once(&programme.sessions)
        .into_iter()
        .map(|(one, other)| page.t2("attendance-at-once", "one", title(one), "other", title(other)));
    let sessions: Vec<String> = sessions.into_iter().chain(at_once).collect();
    let say = |lines: Vec<String>| if lines.is_empty() { page.t("none") } else { lines.join("\n") };
    let mut told = Vec::new();
    if !programme.blocks.is_empty() {
        told.push(tell(page, "attendance-blocks", say(blocks)));
        told.push(tell(page, "attendance-max-meetings", attendance.max_meetings.to_string()));
    }
    if !programme.sessions.is_empty() {
        told.push(tell(page, "attendance-sessions", say(sessions)));
    }
    told
}

/// A session that somebody chose, and whether they wait for a place in it.
pub fn chosen_session(page: &Page, event: &Event, attendance: &Attendance, session: &Session) -> String {
    let title = session.title.get(page.lang, event.first_language());
    match attendance.waiting.contains(&session.id) {
        true => page.t1("session-waited-for", "session", title),
        false => title.to_string(),
    }
}

/// What was changed, one line an answer: `City: Lyon → Paris`.
pub fn tell_changes(page: &Page, changes: &[Change]) -> String {
    let line = |change: &Change| {
        let (question, values) = tell_change(page, change);
        let Some((old, new)) = values else { return page.t1("change-untold", "question", question) };
        page.words.tn("change-line", &[("question", question), ("old", old), ("new", new)])
    };
    changes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Which answer a change is about, and both its values; none where they are not told.
pub fn tell_change(page: &Page, change: &Change) -> (String, Option<(String, String)>) {
    let question = match field::find(&change.field) {
        Some(field) => page.words.field(field.code),
        None if !change.label.is_empty() => change.label.clone(),
        None => page.t(&format!("change-{}", change.field.replace('_', "-"))),
    };
    let value = |text: &str| {
        if text.is_empty() { page.t("change-nothing") } else { shown(page, change, text) }
    };
    let is_told = !change.old.is_empty() || !change.new.is_empty();
    (question, is_told.then(|| (value(&change.old), value(&change.new))))
}

/// A value of the log in the page's language.
fn shown(page: &Page, change: &Change, text: &str) -> String {
    let kind = field::find(&change.field).map(|field| field.kind).or(Kind::of_question(&change.kind));
    // What was chosen is there by its name.
    let kind = kind.filter(|kind| !matches!(kind, Kind::ParticipantType | Kind::One | Kind::Several));
    let value = kind.and_then(|kind| kind.read(text));
    value.map_or_else(|| text.to_string(), |value| page.words.answer(&value, &[], page.lang))
}

/// Where somebody is, in one line: `Lyon, France`.
pub fn place(page: &Page, person: &Person) -> String {
    let parts = FIELDS.iter().rev().filter(|field| field.in_place);
    let parts = parts.filter_map(|field| person.answer(&AnswerKey::Field(field.code)));
    parts.map(|value| page.words.answer(&value, &[], page.lang)).collect::<Vec<_>>().join(", ")
}

fn tell(page: &Page, key: &str, answer: String) -> Told {
    Told::new(page.t(key), answer)
}
