//! What is kept about a participant, all in one place, for them alone.

use std::collections::BTreeSet;

use super::my_event::MyEvent;
use super::participants::wishes_of;
use super::{Fault, directory, wishes};
use crate::app::App;
use crate::documents::personal_file::{self, Happening, PersonalFile};
use crate::domain::direct_message::DirectMessage;
use crate::domain::event::Programme;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::proposal::Proposal;
use crate::domain::subscription::Series;
use crate::domain::wish::Wish;
use crate::store::log::{self, LogEntry};
use crate::store::outbox::{self, OutboxFilter};
use crate::store::{
    Db, StoreError, check_ins, consent_texts, consents,
    contact_offers::{self, Offer},
    direct_messages, directory_visits, feeds, meeting_reports, notes, participants, proposals, subscriptions,
    tags,
};

/// Most rows of a kind: more than anybody has.
const MOST: i64 = 10_000;

/// Everything about a participant.
pub fn collect(app: &App, mine: &MyEvent) -> Result<PersonalFile, Fault> {
    let who = &mine.participant.id;
    let wished = wishes::list(app, who)?.for_me;
    app.store.read(|db| {
        let filter = OutboxFilter { participant: Some(who.clone()), ..OutboxFilter::default() };
        let mut mails = outbox::list(db, &filter, MOST, 0)?;
        mails.reverse();
        let history = log::list(db, &mine.event.id, Some(who.as_str()), MOST)?;
        let proposed = proposals::list_of(db, who)?;
        let reports = meeting_reports::list(db, &mine.event.id)?;
        let ids: Vec<&ParticipantId> = wished.iter().map(|wish| &wish.from).collect();
        let authors = participants::list_by_ids(db, &ids)?;
        let authors = directory::seen_by(db, who, authors)?;
        let (own, others): (Vec<Wish>, Vec<Participant>) = wishes_of(db, who)?.into_iter().unzip();
        let others = directory::seen_by(db, who, others)?;
        Ok(PersonalFile {
            event: mine.event.clone(),
            programme: Programme::clone(&mine.programme),
            participant: mine.participant.clone(),
            registration: mine.registration.clone(),
            consents: consents::list(db, who)?,
            history: history.into_iter().rev().map(happening).collect(),
            wishes: own.into_iter().zip(others).collect(),
            consent_texts: consent_texts::list(db, &mine.event.id)?,
            wished_by: with_authors(&wished, &authors),
            proposals: with_others(proposed, who, db)?,
            messages: written(db, who)?,
            muted: muted(db, who)?,
            reports: reports.into_iter().filter(|report| report.by == *who).collect(),
            meetings: mine.meetings.iter().map(|my| (my.meeting.clone(), my.partner.clone())).collect(),
            contact_details: contact_details(db, who)?,
            mails,
            notes: notes::list(db, who)?.into_iter().map(|note| (note.written_at, note.text)).collect(),
            tags: tags::list_of(db, who)?,
            invitations: mine
                .invitations
                .iter()
                .map(|one| (one.session.clone(), one.at, one.declined_at))
                .collect(),
            came: check_ins::list(db, who)?
                .into_iter()
                .map(|one| (one.at, one.undone.map(|(_, at)| at)))
                .collect(),
            reminders: !subscriptions::is_stopped(db, who, Series::Reminders)?,
            mailings: !subscriptions::is_stopped(db, who, Series::Mailings)?,
            directory_since: directory_visits::first(db, who)?,
            feed_since: feeds::since(db, who)?,
        })
    })
}

/// The same as a file for other programs.
pub fn file(app: &App, mine: &MyEvent) -> Result<String, Fault> {
    Ok(personal_file::json(&collect(app, mine)?))
}

fn happening(entry: LogEntry) -> Happening {
    let actor = entry.actor.split(':').next().unwrap_or_default().to_string();
    Happening { at: entry.at, actor, action: entry.action, detail: entry.detail }
}

/// The proposals, oldest first, each with the other one of the two.
/// To whom they gave their contact details, and who gave them theirs, as they may name them.
fn contact_details(db: &mut Db, who: &ParticipantId) -> Result<[Vec<String>; 2], StoreError> {
    let (given, got): (Vec<Offer>, Vec<Offer>) =
        contact_offers::list_of(db, who)?.into_iter().partition(|(from, _)| from == who);
    let mut named = |ids: Vec<ParticipantId>| {
        let people = participants::list_by_ids(db, &ids.iter().collect::<Vec<_>>())?;
        let people = directory::seen_by(db, who, people)?;
        Ok::<_, StoreError>(people.iter().map(|one| one.profile.person.shown()).collect())
    };
    let given = named(given.into_iter().map(|(_, to)| to).collect())?;
    Ok([given, named(got.into_iter().map(|(from, _)| from).collect())?])
}

fn with_others(
    mut all: Vec<Proposal>,
    who: &ParticipantId,
    db: &mut Db,
) -> Result<Vec<(Proposal, Participant)>, StoreError> {
    all.reverse();
    let ids: Vec<&ParticipantId> = all.iter().map(|one| one.partner_of(who)).collect();
    let people = participants::list_by_ids(db, &ids)?;
    let people = directory::seen_by(db, who, people)?;
    let with_other = |one: Proposal| {
        let other = people.iter().find(|other| other.id == *one.partner_of(who))?.clone();
        Some((one, other))
    };
    Ok(all.into_iter().filter_map(with_other).collect())
}

/// What they wrote and got, oldest first, each with the other one of the two.
fn written(db: &mut Db, who: &ParticipantId) -> Result<Vec<(DirectMessage, Participant)>, StoreError> {
    let all = direct_messages::list_of(db, who)?;
    let ids: BTreeSet<&ParticipantId> = all.iter().map(|one| one.partner_of(who)).collect();
    let people = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
    let people = directory::seen_by(db, who, people)?;
    let with_other = |one: DirectMessage| {
        let other = people.iter().find(|other| other.id == *one.partner_of(who))?.clone();
        Some((one, other))
    };
    Ok(all.into_iter().filter_map(with_other).collect())
}

/// From whom they want no messages.
fn muted(db: &mut Db, who: &ParticipantId) -> Result<Vec<Participant>, StoreError> {
    let muted = direct_messages::muted_by(db, who)?;
    let people = participants::list_by_ids(db, &muted.iter().map(|(id, _)| id).collect::<Vec<_>>())?;
    directory::seen_by(db, who, people)
}

fn with_authors(wished: &[Wish], authors: &[Participant]) -> Vec<(Wish, Participant)> {
    let with_author = |wish: &Wish| {
        let author = authors.iter().find(|author| author.id == wish.from)?.clone();
        Some((wish.clone(), author))
    };
    wished.iter().filter_map(with_author).collect()
}
