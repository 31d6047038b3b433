//! Invitations to all that is planned, for somebody who wants them from now on.

use std::collections::HashMap;

use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::mail::messages::{self, MeetingReader, ScheduledMeeting};
use crate::services::letters::Letters;
use crate::services::tx::Tx;
use crate::services::{Fault, calendars};
use crate::store::calendar_entries::{self, Side};
use crate::store::{self, floor, interpreters, participants};

/// Invites somebody to their meetings to come, as far as they were not invited. The event's row is locked.
pub(in crate::services) fn invite(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<(), Fault> {
    let who = &participant.id;
    if participant.profile.person.email.is_none() {
        return Ok(());
    }
    let invited = calendar_entries::sides(tx.db, &event.id)?;
    let mut ahead: Vec<Meeting> = store::meetings::list_planned_of(tx.db, who)?;
    ahead.retain(|one| one.starts_at > tx.now && !invited.contains(&(one.id.clone(), who.clone())));
    let ids: Vec<&ParticipantId> = ahead.iter().map(|meeting| meeting.partner_of(who)).collect();
    let partners = participants::list_by_ids(tx.db, &ids)?;
    let partners: HashMap<&ParticipantId, &Participant> =
        partners.iter().map(|partner| (&partner.id, partner)).collect();
    let origin = calendars::origin(tx.app, tx.db, &event.id)?;
    let mut letters = Letters::few(tx.app, tx.now);
    let link = letters.personal_link(event, who);
    let reader = MeetingReader { event, participant, origin: &origin, link: &link };
    let (floor, interpreting) = (floor::get(tx.db, &event.id)?, interpreters::get(tx.db, &event.id)?);
    for meeting in &ahead {
        let Some(partner) = partners.get(meeting.partner_of(who)) else { continue };
        let scheduled = ScheduledMeeting { meeting, partner, floor: &floor, interpreting: &interpreting };
        letters.write(|context| messages::invitation(context, &reader, &scheduled))?;
    }
    let sides: Vec<Side> = ahead.iter().map(|meeting| (meeting.id.clone(), who.clone())).collect();
    calendar_entries::insert(tx.db, &event.id, &sides)?;
    Ok(letters.post(tx.db)?)
}
