//! Contact details by consent of both: who meets somebody gives theirs, and once the other one does too, each reads the other's.
//! Either takes theirs back, and then neither reads anything.

use std::collections::HashSet;

use super::Fault;
use super::access::OwnAccess;
use super::my_event::MyEvent;
use super::tx::write;
use crate::app::App;
use crate::documents::vcard;
use crate::domain::alphabet::Alphabet;
use crate::domain::contact::{Contact, Exchange};
use crate::domain::field::ORGANISATION;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::store::{Db, StoreError, contact_offers, meetings, participants};
use crate::words::Words;

/// What somebody has exchanged with the others.
#[derive(Debug, Clone)]
pub struct Contacts {
    /// Of those who gave theirs, as the reader did to them; by name.
    pub known: Vec<Contact>,
    given: HashSet<ParticipantId>,
    offered: HashSet<ParticipantId>,
}

impl Contacts {
    /// How it stands with one of them.
    pub fn with(&self, other: &ParticipantId) -> Exchange {
        match (self.given.contains(other), self.offered.contains(other)) {
            (false, false) => Exchange::Nothing,
            (true, false) => Exchange::Given,
            (false, true) => Exchange::Offered,
            (true, true) => match self.known.iter().find(|contact| contact.of == *other) {
                Some(contact) => Exchange::Both(contact.clone()),
                None => Exchange::Given,
            },
        }
    }

    /// Those who gave theirs and have not got the reader's.
    pub fn waiting(&self) -> impl Iterator<Item = &ParticipantId> {
        self.offered.difference(&self.given)
    }
}

/// What the reader of *My event* has exchanged.
pub fn of(app: &App, mine: &MyEvent) -> Result<Contacts, Fault> {
    app.store.read(|db| Ok(list(db, &mine.participant.id, mine.participant.profile.lang)?))
}

fn list(db: &mut Db, me: &ParticipantId, lang: Lang) -> Result<Contacts, StoreError> {
    let (own, theirs): (Vec<_>, Vec<_>) =
        contact_offers::list_of(db, me)?.into_iter().partition(|(from, _)| from == me);
    let given: HashSet<ParticipantId> = own.into_iter().map(|(_, to)| to).collect();
    let offered: HashSet<ParticipantId> = theirs.into_iter().map(|(from, _)| from).collect();
    let both: Vec<&ParticipantId> = given.intersection(&offered).collect();
    let people = participants::list_by_ids(db, &both)?;
    let people = people.iter().filter(|one| !one.profile.person.is_erased());
    let mut known: Vec<Contact> = people.map(|one| Contact::of(&one.id, &one.profile.person)).collect();
    let alphabet = Alphabet::of(lang);
    known.sort_by_cached_key(|contact| alphabet.by_name(contact.name(), contact.value(ORGANISATION)));
    Ok(Contacts { known, given, offered })
}

/// Gives one's contact details to somebody whom one meets or met. Nobody else is there.
pub fn give(app: &App, own: &OwnAccess, other: &ParticipantId) -> Result<(), Fault> {
    let me = own.id();
    write(app, |tx| {
        let met = meetings::list_planned_of(tx.db, me)?;
        let meeting =
            met.iter().find(|meeting| meeting.partner_of(me) == other).ok_or(StoreError::NotFound)?;
        Ok::<_, Fault>(contact_offers::put(tx.db, &meeting.event, (me, other), tx.now)?)
    })
}

/// Takes them back.
pub fn take_back(app: &App, own: &OwnAccess, other: &ParticipantId) -> Result<(), Fault> {
    write(app, |tx| Ok::<_, Fault>(contact_offers::delete(tx.db, own.id(), other)?))
}

/// Those that are known, or the one of this person, as a file for address books.
pub fn file(app: &App, mine: &MyEvent, only: Option<&ParticipantId>) -> Result<Option<String>, Fault> {
    let mut known = of(app, mine)?.known;
    known.retain(|contact| only.is_none_or(|id| contact.of == *id));
    let lang = mine.participant.profile.lang;
    let note = Words::of(lang).t1("contact-note", "event", mine.event.name_in(lang));
    Ok((!known.is_empty()).then(|| vcard::file(&known, &note)))
}
