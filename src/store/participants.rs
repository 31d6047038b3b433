//! Participants with their interests and attendance.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::address_keys;
use super::error::known;
use super::rows::{codes, count, insert_all, stored, utc};
use super::schema::{
    answers, attended_blocks, attended_sessions, interests, participants, questions, registrations,
};
use super::unregistered::Mark;
use super::{Db, StoreError, session_places};
use crate::domain::answer::{AnswerKey, Answers, Kind};
use crate::domain::field;
use crate::domain::ids::{BlockId, EventId, ParticipantId, QuestionId, SessionId, TopicId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::organisation::OrganisationType;
use crate::domain::participant::{Attendance, Interest, InterestKind, Participant, Person, Profile, Source};
use crate::domain::search;
use crate::domain::text::Email;
use crate::domain::visibility::ShownFields;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = participants, treat_none_as_null = true, treat_none_as_default_value = false)]
struct ParticipantRow {
    id: String,
    event_id: String,
    email: Option<String>,
    email_key: Option<String>,
    name: String,
    organisation: String,
    search_key: String,
    organisation_type: String,
    country: String,
    type_id: Option<String>,
    languages: String,
    lang: String,
    max_meetings: i32,
    listed: bool,
    source: String,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    shown: String,
}

impl ParticipantRow {
    fn from_participant(participant: &Participant) -> ParticipantRow {
        let Profile { person, attendance, listed, shown, lang, .. } = &participant.profile;
        ParticipantRow {
            id: participant.id.0.clone(),
            event_id: participant.event.0.clone(),
            email: person.email.as_ref().map(|email| email.as_str().to_string()),
            email_key: person.email.as_ref().map(Email::key),
            name: person.name.clone(),
            organisation: person.organisation.clone(),
            search_key: search::key(&[&person.name, &person.organisation]),
            organisation_type: person.organisation_type.code().to_string(),
            country: person.country.clone(),
            type_id: person.participant_type.as_ref().map(|id| id.0.clone()),
            languages: person.languages.join(","),
            lang: lang.code().to_string(),
            max_meetings: stored(attendance.max_meetings),
            listed: *listed,
            source: participant.source.code().to_string(),
            created_at: participant.created_at.naive_utc(),
            updated_at: participant.updated_at.naive_utc(),
            shown: shown.codes().join(","),
        }
    }
}

/// The lists of many participants, each by participant.
#[derive(Default)]
struct Lists {
    answers: HashMap<String, Answers>,
    interests: HashMap<String, Vec<Interest>>,
    blocks: HashMap<String, Vec<BlockId>>,
    sessions: HashMap<String, Vec<SessionId>>,
    waiting: HashMap<String, Vec<SessionId>>,
}

impl Lists {
    fn participant(&mut self, row: ParticipantRow) -> Result<Participant, StoreError> {
        let email = match &row.email {
            Some(text) => Some(known("e-mail address", text, Email::parse(text).ok())?),
            None => None,
        };
        let kind = OrganisationType::parse(&row.organisation_type);
        let person = Person {
            name: row.name,
            email,
            organisation: row.organisation,
            organisation_type: known("organisation type", &row.organisation_type, kind)?,
            country: row.country,
            participant_type: row.type_id.map(TypeId),
            languages: codes(&row.languages),
            answers: self.answers.remove(&row.id).unwrap_or_default(),
        };
        let attendance = Attendance {
            blocks: self.blocks.remove(&row.id).unwrap_or_default(),
            sessions: self.sessions.remove(&row.id).unwrap_or_default(),
            waiting: self.waiting.remove(&row.id).unwrap_or_default(),
            max_meetings: count(row.max_meetings),
        };
        Ok(Participant {
            profile: Profile {
                person,
                interests: self.interests.remove(&row.id).unwrap_or_default(),
                attendance,
                listed: row.listed,
                shown: ShownFields::read(row.shown.split(',')),
                lang: known("language", &row.lang, Lang::parse(&row.lang))?,
            },
            id: ParticipantId(row.id),
            event: EventId(row.event_id),
            source: known("source", &row.source, Source::parse(&row.source))?,
            created_at: utc(row.created_at),
            updated_at: utc(row.updated_at),
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = answers, treat_none_as_default_value = false)]
struct NewAnswer<'a> {
    participant_id: &'a str,
    field: &'a str,
    question_id: Option<&'a str>,
    value: String,
}

#[derive(Insertable)]
#[diesel(table_name = interests)]
struct NewInterest<'a> {
    participant_id: &'a str,
    topic_id: &'a str,
    kind: &'a str,
    text: &'a str,
}

impl<'a> NewInterest<'a> {
    fn of(participant_id: &'a str, Interest { topic, kind, text }: &'a Interest) -> NewInterest<'a> {
        NewInterest { participant_id, topic_id: topic.as_str(), kind: kind.code(), text }
    }
}

#[derive(Insertable)]
#[diesel(table_name = attended_blocks)]
struct NewBlock<'a> {
    participant_id: &'a str,
    block_id: &'a str,
}

#[derive(Insertable)]
#[diesel(table_name = attended_sessions)]
struct NewSession<'a> {
    participant_id: &'a str,
    session_id: &'a str,
}

/// Stores a new participant with all lists.
pub fn insert(db: &mut Db, participant: &Participant) -> Result<(), StoreError> {
    insert_many(db, &[participant])
}

/// Stores new participants with all lists.
pub fn insert_many(db: &mut Db, new: &[&Participant]) -> Result<(), StoreError> {
    let rows: Vec<_> = new.iter().map(|one| ParticipantRow::from_participant(one)).collect();
    insert_all!(db, participants::table, rows);
    insert_lists(db, new)
}

/// Stores new participants with all lists, who are nowhere until they are registered.
pub fn insert_unregistered(db: &mut Db, new: &[Participant], mark: &Mark) -> Result<(), StoreError> {
    let marked = |one: &Participant| {
        let row = ParticipantRow::from_participant(one);
        ParticipantRow { email_key: row.email_key.map(|key| mark.on(&key)), ..row }
    };
    let rows: Vec<_> = new.iter().map(marked).collect();
    insert_all!(db, participants::table, rows);
    insert_lists(db, &new.iter().collect::<Vec<_>>())
}

/// Stores offers and seeks of participants who are there.
pub fn insert_interests(db: &mut Db, wanted: &[(ParticipantId, Interest)]) -> Result<(), StoreError> {
    let rows: Vec<_> = wanted.iter().map(|(who, interest)| NewInterest::of(who.as_str(), interest)).collect();
    insert_all!(db, interests::table, rows);
    Ok(())
}

/// The addresses of an event's participants, as they are compared.
pub fn email_keys(db: &mut Db, event: &EventId) -> Result<Vec<String>, StoreError> {
    let keys: Vec<Option<String>> = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::email_key.is_not_null())
        .select(participants::email_key)
        .load(db)?;
    Ok(keys.into_iter().flatten().collect())
}

/// Stores a participant's profile anew, lists and all.
pub fn update(db: &mut Db, participant: &Participant) -> Result<(), StoreError> {
    update_many(db, &[participant])
}

/// Stores the profiles of participants anew, lists and all.
pub fn update_many(db: &mut Db, changed: &[&Participant]) -> Result<(), StoreError> {
    for part in changed.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|one| one.id.as_str()).collect();
        let stored = address_keys::stored(db, &ids)?;
        for participant in part {
            let mut row = ParticipantRow::from_participant(participant);
            // A key that is marked stays so until the address is another one.
            if let Some((_, key)) = stored.get(&row.id).filter(|(email, _)| *email == row.email) {
                row.email_key.clone_from(key);
            }
            diesel::update(participants::table.find(participant.id.as_str()))
                .set((row, participants::version.eq(participants::version + 1)))
                .execute(db)?;
        }
        diesel::delete(answers::table.filter(answers::participant_id.eq_any(&ids))).execute(db)?;
        diesel::delete(interests::table.filter(interests::participant_id.eq_any(&ids))).execute(db)?;
        let blocks = attended_blocks::table.filter(attended_blocks::participant_id.eq_any(&ids));
        diesel::delete(blocks).execute(db)?;
        let sessions = attended_sessions::table.filter(attended_sessions::participant_id.eq_any(&ids));
        diesel::delete(sessions).execute(db)?;
    }
    insert_lists(db, changed)
}

fn insert_lists(db: &mut Db, owners: &[&Participant]) -> Result<(), StoreError> {
    let (mut replies, mut wanted) = (Vec::new(), Vec::new());
    let (mut blocks, mut sessions) = (Vec::new(), Vec::new());
    for owner in owners {
        let (participant_id, profile) = (owner.id.as_str(), &owner.profile);
        replies.extend(profile.person.answers.iter().map(|(key, value)| NewAnswer {
            participant_id,
            field: key.as_str(),
            question_id: match key {
                AnswerKey::Field(_) => None,
                AnswerKey::Question(id) => Some(id.as_str()),
            },
            value: value.stored(),
        }));
        wanted.extend(profile.interests.iter().map(|interest| NewInterest::of(participant_id, interest)));
        let (own_blocks, own_sessions) = (&profile.attendance.blocks, &profile.attendance.sessions);
        blocks.extend(own_blocks.iter().map(|id| NewBlock { participant_id, block_id: id.as_str() }));
        sessions.extend(own_sessions.iter().map(|id| NewSession { participant_id, session_id: id.as_str() }));
    }
    insert_all!(db, answers::table, replies);
    insert_all!(db, interests::table, wanted);
    insert_all!(db, attended_blocks::table, blocks);
    insert_all!(db, attended_sessions::table, sessions);
    Ok(())
}

/// Deletes a participant with everything that hangs on them.
pub fn delete(db: &mut Db, id: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(participants::table.find(id.as_str())).execute(db)?;
    Ok(())
}

/// One participant.
pub fn get(db: &mut Db, id: &ParticipantId) -> Result<Participant, StoreError> {
    let row = participants::table.find(id.as_str()).select(ParticipantRow::as_select()).first(db)?;
    load_lists(db, &[id.as_str()])?.participant(row)
}

/// The participant of an event with this address, whatever its spelling.
pub fn find_by_email(db: &mut Db, event: &EventId, email: &Email) -> Result<Option<Participant>, StoreError> {
    let row = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::email_key.eq(email.key()))
        .select(ParticipantRow::as_select())
        .first(db)
        .optional()?;
    row.map(|row: ParticipantRow| load_lists(db, &[row.id.clone().as_str()])?.participant(row)).transpose()
}

/// Several participants, in no particular order; unknown ids are left out.
pub fn list_by_ids(db: &mut Db, ids: &[&ParticipantId]) -> Result<Vec<Participant>, StoreError> {
    let mut found = Vec::new();
    // SQLite takes 32,766 parameters in a statement.
    for part in ids.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|id| id.as_str()).collect();
        let rows: Vec<ParticipantRow> = participants::table
            .filter(participants::id.eq_any(&ids))
            .select(ParticipantRow::as_select())
            .load(db)?;
        let mut lists = load_lists(db, &ids)?;
        for row in rows {
            found.push(lists.participant(row)?);
        }
    }
    Ok(found)
}

/// Every participant of an event whose registration is in one of these states, in the order of signing up.
pub fn list_in_states(db: &mut Db, event: &EventId, states: &[&str]) -> Result<Vec<Participant>, StoreError> {
    let rows: Vec<ParticipantRow> = participants::table
        .inner_join(registrations::table)
        .filter(participants::event_id.eq(event.as_str()))
        .filter(registrations::state.eq_any(states))
        .order((participants::created_at, participants::id))
        .select(ParticipantRow::as_select())
        .load(db)?;
    let mut lists = load_event_lists(db, event)?;
    rows.into_iter().map(|row| lists.participant(row)).collect()
}

fn load_lists(db: &mut Db, ids: &[&str]) -> Result<Lists, StoreError> {
    let answer_rows = answers::table
        .left_join(questions::table)
        .filter(answers::participant_id.eq_any(ids))
        .select(answer_columns())
        .load(db)?;
    let interest_rows = interests::table.filter(interests::participant_id.eq_any(ids)).load(db)?;
    let block_rows = attended_blocks::table.filter(attended_blocks::participant_id.eq_any(ids)).load(db)?;
    let session_rows =
        attended_sessions::table.filter(attended_sessions::participant_id.eq_any(ids)).load(db)?;
    // Whoever chose no session waits for no place: nearly everybody who is read alone.
    let waiting = match session_rows.is_empty() {
        true => Vec::new(),
        false => session_places::list_waiting_of(db, ids)?,
    };
    group(answer_rows, interest_rows, block_rows, (session_rows, waiting))
}

fn load_event_lists(db: &mut Db, event: &EventId) -> Result<Lists, StoreError> {
    let ours = participants::event_id.eq(event.as_str());
    let answer_rows = answers::table
        .inner_join(participants::table)
        .left_join(questions::table)
        .filter(ours)
        .select(answer_columns())
        .load(db)?;
    let interest_rows = interests::table
        .inner_join(participants::table)
        .filter(ours)
        .select(interests::all_columns)
        .load(db)?;
    let block_rows = attended_blocks::table
        .inner_join(participants::table)
        .filter(ours)
        .select(attended_blocks::all_columns)
        .load(db)?;
    let session_rows = attended_sessions::table
        .inner_join(participants::table)
        .filter(ours)
        .select(attended_sessions::all_columns)
        .load(db)?;
    let waiting = session_places::list_waiting(db, event)?;
    group(answer_rows, interest_rows, block_rows, (session_rows, waiting))
}

/// A participant, and what they are in.
type Pairs = Vec<(String, String)>;

/// Whose answer, to what, the kind of the event's question if it is one, and what was answered.
type AnswerRow = (String, String, Option<String>, String);

/// The columns of an [`AnswerRow`].
type AnswerColumns =
    (answers::participant_id, answers::field, diesel::dsl::Nullable<questions::kind>, answers::value);

fn answer_columns() -> AnswerColumns {
    (answers::participant_id, answers::field, questions::kind.nullable(), answers::value)
}

fn group(
    answer_rows: Vec<AnswerRow>,
    interest_rows: Vec<(String, String, String, String)>,
    block_rows: Pairs,
    (session_rows, waiting_rows): (Pairs, Pairs),
) -> Result<Lists, StoreError> {
    let mut lists = Lists::default();
    for (participant, field, question, value) in answer_rows {
        let (key, kind) = match (question, field::find(&field)) {
            (Some(kind), _) => {
                (AnswerKey::Question(QuestionId(field)), known("question", &kind, Kind::of_question(&kind))?)
            }
            (None, Some(field)) => (AnswerKey::Field(field.code), field.kind),
            // A field that this version does not ask any more.
            (None, None) => continue,
        };
        let value = known("answer", key.as_str(), kind.read(&value))?;
        lists.answers.entry(participant).or_default().set(key, Some(value));
    }
    for (participant, topic, kind, text) in interest_rows {
        let kind = known("interest", &kind, InterestKind::parse(&kind))?;
        lists.interests.entry(participant).or_default().push(Interest { topic: TopicId(topic), kind, text });
    }
    for (participant, block) in block_rows {
        lists.blocks.entry(participant).or_default().push(BlockId(block));
    }
    for (participant, session) in session_rows {
        lists.sessions.entry(participant).or_default().push(SessionId(session));
    }
    for (participant, session) in waiting_rows {
        lists.waiting.entry(participant).or_default().push(SessionId(session));
    }
    // Rows come in no order of their own: the same participant must always look the same.
    lists
        .interests
        .values_mut()
        .for_each(|own| own.sort_by(|x, y| (&x.topic, x.kind).cmp(&(&y.topic, y.kind))));
    lists.blocks.values_mut().for_each(|own| own.sort());
    lists.sessions.values_mut().for_each(|own| own.sort());
    lists.waiting.values_mut().for_each(|own| own.sort());
    Ok(lists)
}
