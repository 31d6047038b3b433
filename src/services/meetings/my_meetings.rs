//! The meetings of one participant.

use std::collections::HashMap;

use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::services::Fault;
use crate::store::{self, Db, participants};

/// A meeting with the partner, as *My event* shows it.
#[derive(Debug, Clone)]
pub struct MyMeeting {
    pub meeting: Meeting,
    pub partner: Participant,
}

/// A participant's planned meetings by start.
pub fn schedule_of(app: &App, who: &ParticipantId) -> Result<Vec<MyMeeting>, Fault> {
    app.store.read(|db| schedule_in(db, who))
}

/// The same inside a read.
pub(in crate::services) fn schedule_in(db: &mut Db, who: &ParticipantId) -> Result<Vec<MyMeeting>, Fault> {
    let meetings = store::meetings::list_planned_of(db, who)?;
    let ids: Vec<&ParticipantId> = meetings.iter().map(|meeting| meeting.partner_of(who)).collect();
    let mut people: HashMap<ParticipantId, Participant> =
        participants::list_by_ids(db, &ids)?.into_iter().map(|person| (person.id.clone(), person)).collect();
    let with_partner = |meeting: Meeting| {
        let partner = people.remove(meeting.partner_of(who))?;
        Some(MyMeeting { meeting, partner })
    };
    Ok(meetings.into_iter().filter_map(with_partner).collect())
}
