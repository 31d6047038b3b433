//! Two participants who are one person become one. One stays, with everything that hangs on either; the other is forgotten.
//!
//! Where both have something, these rules hold. Of each answer that differs the organiser says which one stays. Topics, blocks
//! and sessions of both stay; an exclusion outdoes a wish. The state is the one that is further on. Meetings to come move over,
//! and their partners and all calendars hear of it; one between the two is off, as is a second one with the same partner. Two in
//! one slot are refused: somebody has to call one of them off first; so is a merger while a draft has meetings of the one who
//! goes. Open proposals of the one who goes end. Meetings that have begun stay what they were, without a name. Who sees them and
//! what they agreed to is the word of the one whose address is proved, else what both agreed to.

use std::collections::BTreeSet;

use super::Fault;
use super::access::ChangeAccess;
use super::consents;
use super::events::EditError;
use super::log::note_detail;
use super::meetings::{Leaver, PlanChange, change_plan};
use super::proposals::ending::end_all_of;
use super::registrations::{change_state, fill_seats};
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::answer::asked;
use crate::domain::change::{self, differences};
use crate::domain::consent::ConsentPurpose;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{MeetingId, ParticipantId, ordered};
use crate::domain::invitation::Invitation;
use crate::domain::meeting::Meeting;
use crate::domain::participant::{Interest, Participant, Profile};
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::round::{PairRule, PairRuleKind, RoundState};
use crate::domain::visibility::ShownFields;
use crate::domain::wish::{Wish, WishKind};
use crate::store::{
    self, StoreError, address_keys, contact_offers, direct_messages, erasure, events, floor, invitations,
    merging, participants, programme, session_invitations, session_places,
};

/// Two participants of an event.
#[derive(Debug, Clone)]
pub struct Pair {
    pub programme: Programme,
    pub stays: (Participant, Registration),
    pub goes: (Participant, Registration),
}

impl Pair {
    /// Whether the answers of the one who goes are to be preferred: an address that is proved before one that is not, then what
    /// was changed later.
    pub fn prefers_other(&self) -> bool {
        let rank = |(one, registration): &(Participant, Registration)| {
            (registration.state.has_proved_address(), one.updated_at)
        };
        rank(&self.goes) > rank(&self.stays)
    }
}

/// Both of them, for who decides.
pub fn pair(
    app: &App,
    access: &ChangeAccess,
    stays: &ParticipantId,
    goes: &ParticipantId,
) -> Result<Pair, Fault> {
    app.store.read(|db| {
        let mut found = Vec::new();
        for id in [stays, goes] {
            let theirs = access.to_participant(db, id)?;
            let one = participants::get(db, theirs.id())?;
            if one.profile.person.is_erased() || stays == goes {
                return Err(StoreError::NotFound.into());
            }
            found.push((one, store::registrations::get(db, id)?));
        }
        let (Some(goes), Some(stays)) = (found.pop(), found.pop()) else {
            return Err(StoreError::NotFound.into());
        };
        Ok::<_, Fault>(Pair { programme: programme::get(db, &access.event().id)?, stays, goes })
    })
}

/// Makes one of both. `theirs` are the questions whose answer is taken of the one who goes.
///
/// # Errors
/// A problem if both have a meeting at one time.
pub fn merge(
    app: &App,
    access: &ChangeAccess,
    (stays, goes): (&ParticipantId, &ParticipantId),
    theirs: &[String],
) -> Result<(), EditError> {
    let seen = pair(app, access, stays, goes)?;
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let one = participants::get(tx.db, &seen.stays.0.id)?;
        let other = participants::get(tx.db, &seen.goes.0.id)?;
        if one.profile.person.is_erased() || other.profile.person.is_erased() {
            return Err(StoreError::NotFound.into());
        }
        check_drafts(tx, &event, &other.id)?;
        let plan = moved_plan(tx, &one, &other)?;
        let word = Word::between(tx, &one.id, &other.id)?;
        let lists = programme::get(tx.db, &event.id)?;
        let mut merged = one.clone();
        merged.profile = merged_profile(&lists, (&one.profile, &other.profile), theirs, word);
        merged.updated_at = tx.now;
        // Two cannot have one address: the one who goes gives theirs up first.
        let mut without = other.clone();
        without.profile.person.email = None;
        participants::update(tx.db, &without)?;
        participants::update(tx.db, &merged)?;
        give_relations(tx, &event, &one.id, &other.id)?;
        end_all_of(tx, &event, &other.id)?;
        change_plan(tx, &event, plan)?;
        give_state(tx, &event, &one.id, &other.id)?;
        merging::give_links_and_history(tx.db, &other.id, &one.id)?;
        give_consents(tx, &merged, &other.id, word)?;
        merging::give_subscriptions(tx.db, &other.id, &one.id)?;
        merging::give_declined(tx.db, &other.id, &one.id)?;
        contact_offers::give(tx.db, &event.id, &other.id, &one.id)?;
        merging::give_notes_and_tags(tx.db, &other.id, &one.id)?;
        merging::give_check_ins(tx.db, &other.id, &one.id)?;
        direct_messages::give(tx.db, &other.id, &one.id)?;
        session_places::give(tx.db, &other.id, &one.id)?;
        session_invitations::give(tx.db, &other.id, &one.id)?;
        floor::give_booth(tx.db, &other.id, &one.id)?;
        erasure::forget_people(tx.db, &[&other.id])?;
        address_keys::settle(tx.db, &event.id)?;
        let detail = change::encode(&differences(&one, &merged, &event, &lists));
        note_detail(tx, &event.id, &one.id, access.actor(), "participant.merged", &detail)?;
        fill_seats(tx, &event.id)?;
        Ok::<_, EditError>(())
    })?;
    super::erasure::scrub(app);
    Ok(())
}

/// Whose word counts on who sees them and on what they agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Of the one who stays.
    Own,
    /// Of the one who goes.
    Theirs,
    /// Both count or neither does: what both agreed to.
    Stricter,
}

impl Word {
    /// Somebody's word counts if their address is proved and they were asked, which nobody was who came with a list.
    fn between(tx: &mut Tx<'_>, one: &ParticipantId, other: &ParticipantId) -> Result<Word, StoreError> {
        let mut counts = |who: &ParticipantId| {
            let is_proved = store::registrations::get(tx.db, who)?.state.has_proved_address();
            let standing = store::consents::standing(tx.db, &[who])?.remove(who).unwrap_or_default();
            let was_asked = standing.iter().any(|consent| consent.purpose == ConsentPurpose::Registration);
            Ok::<_, StoreError>(is_proved && was_asked)
        };
        Ok(match (counts(one)?, counts(other)?) {
            (true, false) => Word::Own,
            (false, true) => Word::Theirs,
            _ => Word::Stricter,
        })
    }
}

/// What the one who stays has agreed to from now on.
fn give_consents(
    tx: &mut Tx<'_>,
    merged: &Participant,
    other: &ParticipantId,
    word: Word,
) -> Result<(), StoreError> {
    match word {
        Word::Own => Ok(()),
        Word::Theirs => merging::replace_consents(tx.db, other, &merged.id),
        Word::Stricter => {
            let standing = store::consents::standing(tx.db, &[other])?.remove(other).unwrap_or_default();
            let optional = |purpose| standing.iter().any(|consent| consent.purpose == purpose);
            consents::end_others(tx, merged, |purpose| match purpose {
                ConsentPurpose::Registration => true,
                ConsentPurpose::Listed => merged.profile.listed,
                ConsentPurpose::Shown(field) => merged.profile.shown.has(field),
                ConsentPurpose::Optional(_) => optional(purpose),
            })
        }
    }
}

/// A draft knows whom it was made of: its publication would call off what moves over now.
fn check_drafts(tx: &mut Tx<'_>, event: &Event, other: &ParticipantId) -> Result<(), EditError> {
    for round in store::rounds::list(tx.db, &event.id)? {
        let is_in_the_way = match round.state {
            RoundState::Running => true,
            RoundState::Draft => {
                let meetings = store::rounds::list_meetings(tx.db, &round.id)?;
                meetings.iter().any(|meeting| meeting.has(other))
            }
            RoundState::Published | RoundState::Failed | RoundState::Discarded => false,
        };
        if is_in_the_way {
            let message = Message::new("problem-merge-draft").with("number", round.number.to_string());
            return Err(Problems::one("with", message).into());
        }
    }
    Ok(())
}

/// What both have together, with these answers of the one who goes.
fn merged_profile(
    lists: &Programme,
    (one, other): (&Profile, &Profile),
    theirs: &[String],
    word: Word,
) -> Profile {
    let mut merged = one.clone();
    match word {
        Word::Own => {}
        Word::Theirs => (merged.listed, merged.shown) = (other.listed, other.shown.clone()),
        Word::Stricter => {
            merged.listed = one.listed && other.listed;
            let both: Vec<&str> =
                one.shown.codes().into_iter().filter(|code| other.shown.codes().contains(code)).collect();
            merged.shown = if merged.listed { ShownFields::read(both) } else { ShownFields::default() };
        }
    }
    for question in asked(lists) {
        let own = one.person.answer(&question.key);
        if own.is_none() || theirs.iter().any(|key| key == question.key.as_str()) {
            let taken = other.person.answer(&question.key).or(own);
            merged.person.set(question.key.clone(), taken);
        }
    }
    for interest in &other.interests {
        let is_same = |own: &&Interest| own.topic == interest.topic && own.kind == interest.kind;
        if !one.interests.iter().any(|own| is_same(&own)) {
            merged.interests.push(interest.clone());
        }
    }
    let both = &mut merged.attendance;
    both.blocks.extend(other.attendance.blocks.iter().cloned());
    both.blocks.sort();
    both.blocks.dedup();
    both.sessions.extend(other.attendance.sessions.iter().cloned());
    both.sessions.sort();
    both.sessions.dedup();
    merged
}

/// How the meetings to come of the one who goes become those of the other.
fn moved_plan(tx: &mut Tx<'_>, one: &Participant, other: &Participant) -> Result<PlanChange, EditError> {
    let now = tx.now;
    let mut own = store::meetings::list_planned_of(tx.db, &one.id)?;
    let mut theirs = store::meetings::list_planned_of(tx.db, &other.id)?;
    own.retain(|meeting| meeting.starts_at > now && *meeting.partner_of(&one.id) != other.id);
    theirs.retain(|meeting| meeting.starts_at > now);
    let partners: BTreeSet<&ParticipantId> = own.iter().map(|meeting| meeting.partner_of(&one.id)).collect();
    let mut plan = PlanChange { leaver: Some(Leaver::Erased(other.id.clone())), ..PlanChange::default() };
    for meeting in theirs {
        let partner = meeting.partner_of(&other.id).clone();
        if partner != one.id && !partners.contains(&partner) {
            let clash =
                own.iter().find(|own| own.starts_at < meeting.ends_at && meeting.starts_at < own.ends_at);
            if let Some(clash) = clash {
                return Err(clashes(tx, clash.partner_of(&one.id), &partner)?.into());
            }
            plan.added.push(taken_over(tx, &meeting, &one.id, &partner));
        }
        plan.cancelled.push(meeting);
    }
    Ok(plan)
}

fn clashes(tx: &mut Tx<'_>, one: &ParticipantId, other: &ParticipantId) -> Result<Problems, StoreError> {
    let mut name =
        |id: &ParticipantId| Ok::<_, StoreError>(participants::get(tx.db, id)?.profile.person.name);
    let message = Message::new("problem-merge-clash").with("one", name(one)?).with("other", name(other)?);
    Ok(Problems::one("with", message))
}

fn taken_over(tx: &Tx<'_>, meeting: &Meeting, one: &ParticipantId, partner: &ParticipantId) -> Meeting {
    let id: MeetingId = tx.app.random.id(tx.now);
    let (a, b) = ordered(one, partner);
    Meeting { id, a: a.clone(), b: b.clone(), sequence: 0, updated_at: tx.now, ..meeting.clone() }
}

/// Wishes, exclusions and rules of the organiser; none is about oneself, and what forbids outdoes what wishes.
fn give_relations(
    tx: &mut Tx<'_>,
    event: &Event,
    one: &ParticipantId,
    other: &ParticipantId,
) -> Result<(), StoreError> {
    let from = store::wishes::list_from(tx.db, other)?;
    let to = store::wishes::list_to(tx.db, other)?;
    let from = from.into_iter().map(|wish| Wish { from: one.clone(), ..wish });
    let to = to.into_iter().map(|wish| Wish { to: one.clone(), ..wish });
    for wish in from.chain(to).filter(|wish| wish.from != wish.to) {
        let known = store::wishes::list_from(tx.db, &wish.from)?.into_iter().find(|own| own.to == wish.to);
        let gives_way = |own: &Wish| own.kind == WishKind::Wish && wish.kind == WishKind::Block;
        if known.as_ref().is_none_or(gives_way) {
            store::wishes::put(tx.db, &event.id, &wish)?;
        }
    }
    let rules = store::rounds::list_pair_rules(tx.db, &event.id)?;
    for rule in rules.iter().filter(|rule| rule.a == *other || rule.b == *other) {
        let partner = if rule.a == *other { &rule.b } else { &rule.a };
        if partner == one {
            continue;
        }
        let (a, b) = ordered(one, partner);
        let known = rules.iter().find(|own| own.a == *a && own.b == *b);
        let gives_way = |own: &PairRule| own.kind == PairRuleKind::Pin && rule.kind == PairRuleKind::Forbid;
        if known.is_none_or(gives_way) {
            let moved = PairRule { a: a.clone(), b: b.clone(), ..rule.clone() };
            store::rounds::put_pair_rule(tx.db, &event.id, &moved, tx.now)?;
        }
    }
    Ok(())
}

/// The state that is further on stays; the other one ends, and gives its seat or its place back first.
fn give_state(
    tx: &mut Tx<'_>,
    event: &Event,
    one: &ParticipantId,
    other: &ParticipantId,
) -> Result<(), StoreError> {
    let own = store::registrations::get(tx.db, one)?;
    let theirs = store::registrations::get(tx.db, other)?;
    change_state(tx.db, event, &theirs, RegistrationState::Cancelled, tx.now)?;
    if rank(theirs.state) > rank(own.state) {
        change_state(tx.db, event, &own, theirs.state, tx.now)?;
        if let Some(invitation) = invitations::find(tx.db, other)? {
            let moved = Invitation { participant: one.clone(), ..invitation };
            invitations::put_many(tx.db, &[moved])?;
        } else if theirs.state.is_live() && theirs.state != RegistrationState::Unconfirmed {
            invitations::note_coming(tx.db, one, tx.now)?;
        }
    }
    Ok(())
}

/// How far on a state is; of two in the waiting list the one that waits longer.
fn rank(state: RegistrationState) -> (u8, i64) {
    match state {
        RegistrationState::Registered => (9, 0),
        RegistrationState::AwaitingApproval => (8, 0),
        RegistrationState::WaitingList(seq) => (7, -seq),
        RegistrationState::Invited => (6, 0),
        RegistrationState::Declined => (5, 0),
        RegistrationState::Cancelled => (4, 0),
        RegistrationState::Rejected => (3, 0),
        // Whoever has shown that the address is theirs does not become somebody who has not, and is deleted for it.
        RegistrationState::Unconfirmed => (2, 0),
        RegistrationState::Unanswered => (1, 0),
    }
}
