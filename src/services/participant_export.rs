//! The participants of an event as a whole, for the organiser's own programs: who they are, and what they agree to.

use std::collections::HashMap;

use super::Fault;
use super::access::EventAccess;
use super::listing::{self, Listing};
use crate::app::App;
use crate::domain::consent::{Consent, ConsentPurpose, OptionalPurpose};
use crate::domain::event::{Event, Programme};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::registration::Registration;
use crate::store::check_ins::{self, CheckIn};
use crate::store::{consent_texts, consents, participants, programme, registrations};

/// What is exported.
#[derive(Debug, Clone)]
pub struct Export {
    pub event: Event,
    pub programme: Programme,
    /// What the event asks or has asked beside the registration.
    pub purposes: Vec<OptionalPurpose>,
    /// In the order of the listing.
    pub rows: Vec<Exported>,
}

/// One participant.
#[derive(Debug, Clone)]
pub struct Exported {
    pub participant: Participant,
    pub registration: Registration,
    pub came: Option<CheckIn>,
    /// What stands; nobody agrees whose address is not proved.
    pub agreed: Vec<Consent>,
}

impl Exported {
    /// The agreement to a purpose that stands.
    pub fn agreement(&self, purpose: OptionalPurpose) -> Option<&Consent> {
        self.agreed.iter().find(|one| one.purpose == ConsentPurpose::Optional(purpose))
    }
}

/// Everybody whom a listing finds; who is deleted is left out.
pub fn export(app: &App, access: &EventAccess, listing: &Listing) -> Result<Export, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let found = listing::found(db, event, listing)?;
        let ids: Vec<&ParticipantId> = found.iter().collect();
        let found = registrations::list_of(db, &ids)?;
        let mut agreed = consents::standing(db, &ids)?;
        let mut came = check_ins::of(db, &ids)?;
        let mut people: HashMap<ParticipantId, Participant> =
            participants::list_by_ids(db, &ids)?.into_iter().map(|one| (one.id.clone(), one)).collect();
        let mut purposes: Vec<OptionalPurpose> =
            consent_texts::list(db, event)?.into_iter().map(|text| text.purpose).collect();
        purposes.dedup();
        let mut rows = Vec::new();
        for registration in found.into_iter().map(|row| row.registration) {
            let who = &registration.participant;
            let known = people.remove(who).filter(|person| !person.profile.person.is_erased());
            let Some(participant) = known else { continue };
            let standing = agreed.remove(who).filter(|_| registration.state.has_proved_address());
            let came = came.remove(who);
            rows.push(Exported { came, agreed: standing.unwrap_or_default(), participant, registration });
        }
        Ok(Export { event: access.event().clone(), programme: programme::get(db, event)?, purposes, rows })
    })
}
