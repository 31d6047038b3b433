//! Puts the rows about one participant together, and says what they change in what is known.

use super::entries::Entry;
use crate::documents::participants_csv::Column;
use crate::domain::event::{Event, Programme};
use crate::domain::organisation::OrganisationType;
use crate::domain::participant::{Attendance, Interest, Person, Profile, SPOKEN_LANGUAGES};
use crate::domain::text::NOTE_MAX;
use crate::domain::visibility::ShownFields;

/// Most meetings of a participant whose row says nothing.
const USUAL_MAX_MEETINGS: u32 = 8;

/// Adds a later row about the same participant: the first spelling stays, what was missing is filled in, topics add up.
/// Gives whether anything was new.
pub(super) fn add(entry: &mut Entry, later: Entry) -> bool {
    let before = entry.clone();
    entry.name = entry.name.take().or(later.name);
    entry.organisation = entry.organisation.take().or(later.organisation);
    entry.organisation_type = entry.organisation_type.or(later.organisation_type);
    entry.country = entry.country.take().or(later.country);
    entry.city = entry.city.take().or(later.city);
    entry.participant_type = entry.participant_type.take().or(later.participant_type);
    entry.lang = entry.lang.or(later.lang);
    entry.max_meetings = entry.max_meetings.or(later.max_meetings);
    entry.languages = in_known_order(&[&entry.languages, &later.languages]);
    for interest in later.interests {
        let known =
            entry.interests.iter_mut().find(|own| own.topic == interest.topic && own.kind == interest.kind);
        match known {
            Some(own) => own.text = joined(&own.text, &interest.text),
            None => entry.interests.push(interest),
        }
    }
    sort(&mut entry.interests);
    *entry != before
}

/// Both texts, one below the other, unless one holds the other or they are too long together.
fn joined(first: &str, second: &str) -> String {
    if first.is_empty() {
        return second.to_string();
    }
    let both = format!("{first}\n{second}");
    if first.contains(second) || both.chars().count() > NOTE_MAX { first.to_string() } else { both }
}

fn in_known_order(lists: &[&[String]]) -> Vec<String> {
    let known =
        SPOKEN_LANGUAGES.iter().filter(|code| lists.iter().any(|list| list.iter().any(|own| own == *code)));
    known.map(|code| (*code).to_string()).collect()
}

fn sort(interests: &mut [Interest]) {
    interests.sort_by(|x, y| (&x.topic, x.kind).cmp(&(&y.topic, y.kind)));
}

/// The profile of a new participant. Whoever names no languages is taken to talk in those of the event; nobody who is a
/// person is listed for others before they agree to it.
pub(super) fn new_profile(entry: Entry, event: &Event, programme: &Programme) -> Profile {
    let event_languages: Vec<String> = event.languages.iter().map(|lang| lang.code().to_string()).collect();
    let talks_in = if entry.languages.is_empty() { &event_languages } else { &entry.languages };
    // Where there is no person, nobody has anything to hide.
    let is_person = entry.email.is_some() || entry.name.is_some();
    Profile {
        listed: !is_person,
        shown: if is_person { ShownFields::default() } else { ShownFields::all() },
        person: Person {
            languages: in_known_order(&[talks_in]),
            name: entry.shown_name().to_string(),
            organisation: entry.shown_organisation().to_string(),
            email: entry.email,
            organisation_type: entry.organisation_type.unwrap_or(OrganisationType::Other),
            country: entry.country.unwrap_or_default(),
            city: entry.city.unwrap_or_default(),
            participant_type: entry.participant_type,
        },
        interests: entry.interests,
        attendance: Attendance {
            blocks: programme.blocks.iter().map(|block| block.id.clone()).collect(),
            sessions: Vec::new(),
            max_meetings: entry.max_meetings.unwrap_or(USUAL_MAX_MEETINGS),
        },
        lang: entry.lang.unwrap_or(event.first_language()),
    }
}

/// The profile of a known participant with what the file says of them: filled cells win, interests add up.
pub(super) fn changed_profile(entry: Entry, known: &Profile) -> Profile {
    let mut profile = known.clone();
    let person = &mut profile.person;
    let is_nameless = person.name == person.organisation;
    if is_nameless && person.email.is_none() && (entry.name.is_some() || entry.email.is_some()) {
        // An organisation that stood for itself has become a person, who has agreed to nothing.
        (profile.listed, profile.shown) = (false, ShownFields::default());
    }
    person.organisation = entry.organisation.unwrap_or_else(|| std::mem::take(&mut person.organisation));
    match entry.name {
        Some(name) => person.name = name,
        None if is_nameless => person.name = person.organisation.clone(),
        None => {}
    }
    if entry.email.is_some() {
        // The same mailbox in another spelling: the one that mails go to already stays.
        person.email = person.email.take().or(entry.email);
    }
    person.organisation_type = entry.organisation_type.unwrap_or(person.organisation_type);
    person.country = entry.country.unwrap_or_else(|| std::mem::take(&mut person.country));
    person.city = entry.city.unwrap_or_else(|| std::mem::take(&mut person.city));
    person.participant_type = entry.participant_type.or_else(|| person.participant_type.take());
    if !entry.languages.is_empty() {
        person.languages = entry.languages;
    }
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

/// Which columns differ between two profiles of one participant.
pub(super) fn differences(old: &Profile, new: &Profile) -> Vec<Column> {
    let (was, is) = (&old.person, &new.person);
    let differs = [
        (Column::Name, was.name != is.name),
        (Column::Email, was.email != is.email),
        (Column::Organisation, was.organisation != is.organisation),
        (Column::OrganisationType, was.organisation_type != is.organisation_type),
        (Column::Country, was.country != is.country),
        (Column::City, was.city != is.city),
        (Column::ParticipantType, was.participant_type != is.participant_type),
        (Column::Languages, was.languages != is.languages),
        (Column::Topics, old.interests != new.interests),
        (Column::Language, old.lang != new.lang),
        (Column::MaxMeetings, old.attendance.max_meetings != new.attendance.max_meetings),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(column, _)| column).collect()
}
