//! Puts the rows about one participant together, and says what they change in what is known.

use super::entries::Entry;
use crate::documents::participant_list::Column;
use crate::domain::answer::{AnswerKey, Value, in_known_order};
use crate::domain::event::{Event, Programme};
use crate::domain::field::{self, FIELDS, Field};
use crate::domain::ids::QuestionId;
use crate::domain::participant::{Attendance, Interest, InterestKind, Person, Profile, USUAL_MAX_MEETINGS};
use crate::domain::question::drop_unasked;
use crate::domain::text;
use crate::domain::visibility::ShownFields;

/// Adds a later row about the same participant: the first spelling stays, what was missing is filled in, topics add up.
/// Gives whether anything was new.
pub(super) fn add(entry: &mut Entry, later: Entry) -> bool {
    let before = entry.clone();
    for (key, value) in later.answers.iter() {
        let value = match (entry.answers.get(key), value) {
            (Some(Value::Languages(own)), Value::Languages(more)) => {
                Value::Languages(in_known_order(&[own.as_slice(), more.as_slice()].concat()))
            }
            (Some(own), _) => own.clone(),
            (None, new) => new.clone(),
        };
        entry.answers.set(key.clone(), Some(value));
    }
    entry.lang = entry.lang.or(later.lang);
    entry.max_meetings = entry.max_meetings.or(later.max_meetings);
    for interest in later.interests {
        let known =
            entry.interests.iter_mut().find(|own| own.topic == interest.topic && own.kind == interest.kind);
        match known {
            Some(own) => own.text = text::joined(&own.text, &interest.text),
            None => entry.interests.push(interest),
        }
    }
    sort(&mut entry.interests);
    *entry != before
}

fn sort(interests: &mut [Interest]) {
    interests.sort_by(|x, y| (&x.topic, x.kind).cmp(&(&y.topic, y.kind)));
}

/// The profile of a new participant. Whoever names no languages is taken to talk in those of the event; nobody who is a
/// person is listed for others before they agree to it.
pub(super) fn new_profile(entry: Entry, event: &Event, programme: &Programme) -> Profile {
    let event_languages: Vec<String> = event.languages.iter().map(|lang| lang.code().to_string()).collect();
    // Where there is no person, nobody has anything to hide.
    let is_person = entry.email().is_some() || entry.text(field::NAME).is_some();
    let mut person = Person { languages: in_known_order(&event_languages), ..Person::default() };
    for (key, value) in entry.answers.iter() {
        person.set(key.clone(), Some(value.clone()));
    }
    person.name = entry.shown_name().to_string();
    person.organisation = entry.shown_organisation().to_string();
    drop_unasked(&mut person, &programme.questions);
    Profile {
        listed: !is_person,
        shown: if is_person { ShownFields::default() } else { ShownFields::all() },
        person,
        interests: entry.interests,
        attendance: Attendance {
            blocks: programme.blocks.iter().map(|block| block.id.clone()).collect(),
            sessions: Vec::new(),
            waiting: Vec::new(),
            max_meetings: entry.max_meetings.unwrap_or(USUAL_MAX_MEETINGS),
        },
        lang: entry.lang.unwrap_or(event.first_language()),
    }
}

/// The profile of a known participant with what the file says of them: filled cells win, interests add up.
pub(super) fn changed_profile(entry: Entry, known: &Profile, programme: &Programme) -> Profile {
    let mut profile = known.clone();
    let person = &mut profile.person;
    let is_nameless = person.name == person.organisation;
    let has_name = entry.text(field::NAME).is_some();
    if is_nameless && person.email.is_none() && (has_name || entry.email().is_some()) {
        // An organisation that stood for itself has become a person, who has agreed to nothing.
        (profile.listed, profile.shown) = (false, ShownFields::default());
    }
    // The same mailbox in another spelling: the one that mails go to already stays.
    let email = person.email.take();
    for (key, value) in entry.answers.iter() {
        person.set(key.clone(), Some(value.clone()));
    }
    person.email = email.or(person.email.take());
    if is_nameless && !has_name {
        person.name = person.organisation.clone();
    }
    drop_unasked(person, &programme.questions);
    profile.lang = entry.lang.unwrap_or(profile.lang);
    profile.attendance.max_meetings = entry.max_meetings.unwrap_or(profile.attendance.max_meetings);
    for interest in entry.interests {
        let own =
            profile.interests.iter_mut().find(|own| own.topic == interest.topic && own.kind == interest.kind);
        match own {
            Some(own) if interest.text.is_empty() || own.text == interest.text => {}
            Some(own) => own.text = interest.text,
            None => profile.interests.push(interest),
        }
    }
    sort(&mut profile.interests);
    profile
}

/// How the language that somebody is written to in is named beside the fields.
pub(super) const LANGUAGE: &str = "language";

/// Takes one answer back to what it was.
pub(super) fn keep(profile: &mut Profile, known: &Profile, field: &str) {
    let side = [("offers", InterestKind::Offer), ("seeks", InterestKind::Seek)];
    if let Some((_, kind)) = side.into_iter().find(|(name, _)| *name == field) {
        profile.interests.retain(|interest| interest.kind != kind);
        profile.interests.extend(known.interests.iter().filter(|interest| interest.kind == kind).cloned());
        sort(&mut profile.interests);
    } else if field == "max_meetings" {
        profile.attendance.max_meetings = known.attendance.max_meetings;
    } else if field == LANGUAGE {
        profile.lang = known.lang;
    } else {
        let key = field::find(field).map_or_else(
            || AnswerKey::Question(QuestionId(field.to_string())),
            |known| AnswerKey::Field(known.code),
        );
        profile.person.set(key.clone(), known.person.answer(&key));
    }
}

/// Which columns differ between two profiles of one participant.
pub(super) fn differences(old: &Profile, new: &Profile) -> Vec<Column> {
    let differs = |field: &&Field| {
        let key = AnswerKey::Field(field.code);
        old.person.answer(&key) != new.person.answer(&key)
    };
    let own = |profile: &Profile| {
        let mut answers = profile.person.answers.clone();
        answers.retain(|key| matches!(key, AnswerKey::Question(_)));
        answers
    };
    let special = [
        (Column::Questions, own(old) != own(new)),
        (Column::Topics, old.interests != new.interests),
        (Column::Language, old.lang != new.lang),
        (Column::MaxMeetings, old.attendance.max_meetings != new.attendance.max_meetings),
    ];
    let special = special.into_iter().filter(|(_, differs)| *differs).map(|(column, _)| column);
    FIELDS.iter().filter(differs).map(|field| Column::Field(field.code)).chain(special).collect()
}
