//! Counts from where confirmations come, and sends those of a burst to an organiser instead of a seat.
//!
//! Networks are known in memory alone, for an hour; what stays is that a registration was held, and what the burst had in
//! common. Each server counts what it sees.

use std::collections::HashMap;

use super::burst_counts::Place;
use crate::domain::burst::{Burst, counted_domain, is_burst};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::network::Network;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::services::access::Actor;
use crate::services::log::note;
use crate::services::tx::Tx;
use crate::store::{Db, StoreError, log, registrations};

/// Counts a confirmation; says whether it is part of a burst. The event's row is locked.
pub(super) fn weigh(
    tx: &Tx<'_>,
    event: &Event,
    participant: &Participant,
    network: Option<Network>,
) -> Option<Burst> {
    let domain = participant.profile.person.email.as_ref();
    let domain = domain.and_then(|email| counted_domain(email, &event.contact_email));
    let places = [(network.map(Place::Network), Burst::Network), (domain.map(Place::Domain), Burst::Domain)];
    let counted = places.map(|(place, burst)| {
        let before = tx.app.bursts.count(&event.id, place?, &participant.id, tx.now);
        is_burst(event.capacity, event.seats_taken, before).then_some(burst)
    });
    counted.into_iter().flatten().next()
}

/// Notes why a registration waits for approval.
pub(super) fn note_held(
    tx: &mut Tx<'_>,
    event: &Event,
    who: &ParticipantId,
    burst: Burst,
) -> Result<(), StoreError> {
    note(tx, &event.id, who, &Actor::System, burst.action())
}

/// The registrations that await approval because of a burst.
pub(in crate::services) fn held(
    db: &mut Db,
    event: &EventId,
) -> Result<HashMap<ParticipantId, Burst>, StoreError> {
    let mut held = HashMap::new();
    for burst in Burst::ALL {
        let noted = log::subjects(db, event, burst.action())?;
        held.extend(noted.into_iter().map(|who| (ParticipantId(who), burst)));
    }
    if held.is_empty() {
        return Ok(held);
    }
    let states = registrations::states_of(db, &held.keys().collect::<Vec<_>>())?;
    held.retain(|who, _| states.get(who) == Some(&RegistrationState::AwaitingApproval));
    Ok(held)
}
