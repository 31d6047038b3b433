//! Changes of the published plan: meetings that come, move or go, with the mails about them in one transaction.
//!
//! A change of any size is made in three steps, so that a large one can take the first two outside the transaction: what must
//! be known is read ([`Known`]), mails and rows are made ([`Prepared`]), and these are written ([`Prepared::write`]).

use chrono::{DateTime, Duration, Utc};

use super::change::{Leaver, PlanChange};
use super::interpreters;
use super::known::Known;
use super::share::shares;
use super::telling::Teller;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::participant::Participant;
use crate::domain::plan_news::PlanNews;
use crate::domain::text::Email;
use crate::services::Fault;
use crate::services::letters::Letters;
use crate::services::proposals::ending::{Ended, end_all_of};
use crate::services::tx::{Tx, write};
use crate::store::calendar_entries::{self, Side};
use crate::store::{self, outbox, plan_news};

/// A change of the plan with its mails, ready to be written.
pub(in crate::services) struct Prepared<'a> {
    event: EventId,
    change: PlanChange,
    ended: Vec<Ended>,
    letters: Letters<'a>,
    /// Who is invited to which meeting for the first time.
    invites: Vec<Side>,
    /// What waits to be told or is told now, and the mails whose place others take.
    news: Vec<PlanNews>,
    withdrawn: Vec<MailId>,
    /// The interpreters who are told their plan; an earlier one that waits is not right any more.
    interpreters: Vec<Email>,
    /// How many people are mailed.
    pub mailed: usize,
}

/// Makes a change ready, with what everyone whose plan changes is told.
pub(in crate::services) fn prepare<'a>(
    mut letters: Letters<'a>,
    event: &Event,
    known: &Known,
    change: PlanChange,
) -> Result<Prepared<'a>, Fault> {
    let now = letters.now();
    let cancelled: Vec<Meeting> =
        change.cancelled.iter().cloned().map(|meeting| cancelled(meeting, now)).collect();
    let teller = Teller::new(&letters, event, known, change.leaver.as_ref());
    let (mut invites, mut news, mut withdrawn, mut mailed) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (who, share) in shares(known, &change, &cancelled, now) {
        withdrawn.extend(share.withdrawn.iter().cloned());
        let Some(participant) = known.reachable(&who) else { continue };
        let told = match &change.leaver {
            Some(Leaver::Erased(leaver)) if *leaver == who => continue,
            Some(Leaver::Unregistered(leaver)) if *leaver == who => {
                teller.clear(&mut letters, participant, &share)?
            }
            _ => teller.tell(&mut letters, participant, &share)?,
        };
        mailed += usize::from(!told.mails.is_empty());
        invites.extend(told.invites);
        news.extend(told.news);
    }
    let interpreters = interpreters::tell(&mut letters, event, known, &change)?;
    let (event, ended) = (event.id.clone(), known.beside.ended.clone());
    Ok(Prepared { event, change, ended, letters, invites, news, withdrawn, interpreters, mailed })
}

impl Prepared<'_> {
    /// Writes the change and puts its mails into the outbox. The event's row is locked, and what was known is so still.
    pub(in crate::services) fn write(&self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let cancelled: Vec<_> = self.change.cancelled.iter().map(|meeting| &meeting.id).collect();
        store::meetings::cancel_all(tx.db, &cancelled, tx.now)?;
        store::meetings::move_all(
            tx.db,
            &self.change.moved.iter().map(|(_, after)| after).collect::<Vec<_>>(),
        )?;
        store::meetings::insert_all(tx.db, &self.change.added)?;
        for ended in &self.ended {
            ended.write(tx)?;
        }
        calendar_entries::insert(tx.db, &self.event, &self.invites)?;
        outbox::withdraw(tx.db, &self.withdrawn)?;
        outbox::withdraw_interpreter_plans(tx.db, &self.event, &self.interpreters)?;
        plan_news::replace(tx.db, &self.change.people().iter().collect::<Vec<_>>(), &self.news)?;
        Ok(self.letters.post(tx.db)?)
    }
}

/// Writes a small change of the plan and mails everyone whose plan changed. Gives how many people were mailed. The event's
/// row is locked.
pub(in crate::services) fn change_plan(
    tx: &mut Tx<'_>,
    event: &Event,
    change: PlanChange,
) -> Result<usize, Fault> {
    let planned = store::meetings::list_planned(tx.db, &event.id)?;
    let known = Known::load(tx.db, event, (planned, &[]), &change)?;
    let prepared = prepare(Letters::few(tx.app, tx.now), event, &known, change)?;
    prepared.write(tx)?;
    Ok(prepared.mailed)
}

fn cancelled(meeting: Meeting, now: DateTime<Utc>) -> Meeting {
    let sequence = meeting.sequence + 1;
    Meeting { state: MeetingState::Cancelled, sequence, updated_at: now, ..meeting }
}

/// Cancels every meeting of a participant whose registration ends, and every proposal of and to them, and mails the partners;
/// the participant's own mail says it.
pub(in crate::services) fn cancel_all_of(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<(), Fault> {
    end_all_of(tx, event, &participant.id)?;
    leave(tx, event, Leaver::Unregistered(participant.id.clone()), &participant.id)
}

/// Cancels every meeting of a participant who is deleted, and mails the partners alone.
pub(in crate::services) fn cancel_silently(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<(), Fault> {
    leave(tx, event, Leaver::Erased(participant.id.clone()), &participant.id)
}

fn leave(tx: &mut Tx<'_>, event: &Event, leaver: Leaver, who: &ParticipantId) -> Result<(), Fault> {
    let cancelled = store::meetings::list_planned_of(tx.db, who)?;
    let change = PlanChange { cancelled, leaver: Some(leaver), ..PlanChange::default() };
    change_plan(tx, event, change)?;
    Ok(())
}

/// Forgets what was told a day ago; how much there was.
pub fn forget_told(app: &App) -> Result<usize, Fault> {
    write(app, |tx| Ok(plan_news::delete_told(tx.db, tx.now - Duration::days(1))?))
}
