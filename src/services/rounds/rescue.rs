//! On the day: people did not come to a slot that begins or runs; whoever waits there gets a new partner at once.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use matching::scoring::Scorer;

use super::facts::Facts;
use super::interpreting::Languages;
use super::problem;
use super::settings::RoundSettings;
use super::stored::decode;
use super::unlocked::{self, KeepsChanging, is_known, known};
use crate::app::App;
use crate::domain::event::{Event, Slot};
use crate::domain::ids::{EventId, InterpreterId, ParticipantId, SlotId, ordered};
use crate::domain::interpreter::Wanted;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::round::Round;
use crate::services::Fault;
use crate::services::access::DoorAccess;
use crate::services::fault::from_store_error;
use crate::services::letters::Letters;
use crate::services::log::note;
use crate::services::meetings::{Known, PlanChange, Prepared, prepare};
use crate::store::{Db, events, rounds};

/// What a rescue would do, or has done.
#[derive(Debug, Clone)]
pub struct Rescued {
    /// Meetings that those who did not come had, and that others gave up.
    pub lost: Vec<Meeting>,
    /// New meetings in the slot.
    pub gained: Vec<Meeting>,
    /// Who lost a partner and finds no other.
    pub waiting: Vec<ParticipantId>,
}

/// Why nobody was brought together.
#[derive(Debug, thiserror::Error)]
pub enum RescueError {
    /// There is no such slot, or it has ended.
    #[error("the slot is over")]
    NoSlot,
    /// None of those named has a meeting in the slot.
    #[error("nobody of those has a meeting in the slot")]
    NobodyMissed,
    /// Pairs are made as the round that is published made them.
    #[error("no round is published")]
    NothingPublished,
    /// The event went on changing while new partners were found.
    #[error("the event keeps changing")]
    KeepsChanging,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(RescueError);

impl From<KeepsChanging> for RescueError {
    fn from(_: KeepsChanging) -> RescueError {
        RescueError::KeepsChanging
    }
}

/// What would be done for those who wait for somebody absent; changes nothing.
pub fn preview(
    app: &App,
    access: &DoorAccess,
    slot: &SlotId,
    absent: &[ParticipantId],
) -> Result<Rescued, RescueError> {
    Ok(plan(app, &access.event().id, slot, absent, app.clock.now())?.1)
}

/// Brings those together who wait in vain; both sides and everybody who lost a meeting are mailed. Who fits is found before
/// the event is locked.
pub fn rescue(
    app: &App,
    access: &DoorAccess,
    slot: &SlotId,
    absent: &[ParticipantId],
) -> Result<Rescued, RescueError> {
    let event = &access.event().id;
    unlocked::change(
        app,
        event,
        |now| Rescue::prepare(app, event, slot, absent, now),
        |db, event, rescue| rescue.holds(db, event),
        |tx, rescue| {
            for meeting in &rescue.rescued.lost {
                for who in [&meeting.a, &meeting.b].into_iter().filter(|who| absent.contains(who)) {
                    note(tx, event, who, access.actor(), "meeting.absent")?;
                }
            }
            rescue.change.write(tx)?;
            Ok(rescue.rescued.clone())
        },
    )
}

/// A rescue that is ready to be written.
struct Rescue<'a> {
    facts: Facts,
    rescued: Rescued,
    plan: PlanChange,
    known: Known,
    change: Prepared<'a>,
}

impl<'a> Rescue<'a> {
    fn prepare(
        app: &'a App,
        event: &EventId,
        slot: &SlotId,
        absent: &[ParticipantId],
        now: DateTime<Utc>,
    ) -> Result<Rescue<'a>, RescueError> {
        let (facts, rescued) = plan(app, event, slot, absent, now)?;
        let plan = PlanChange {
            added: rescued.gained.clone(),
            cancelled: rescued.lost.clone(),
            ..PlanChange::default()
        };
        let known = app.store.read(|db| known(db, &facts, &plan))?;
        let change = prepare(Letters::many(app, now), &facts.event, &known, plan.clone())?;
        Ok(Rescue { facts, rescued, plan, known, change })
    }

    /// Whether the same would be found now.
    fn holds(&self, db: &mut Db, event: Event) -> Result<bool, RescueError> {
        let meetings = self.facts.planned.iter().chain(&self.rescued.gained);
        let people = meetings.flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        let Rescue { facts, plan, known, .. } = self;
        Ok(is_known(db, (facts, &people), (&event, plan), known)?)
    }
}

fn plan(
    app: &App,
    event: &EventId,
    slot: &SlotId,
    absent: &[ParticipantId],
    now: DateTime<Utc>,
) -> Result<(Facts, Rescued), RescueError> {
    let (published, mut facts) = app.store.read(|db| {
        let event = events::get(db, event)?;
        let mut all = rounds::list(db, &event.id)?.into_iter();
        let published = all.find(Round::stands);
        let published = published.ok_or(RescueError::NothingPublished)?;
        Ok::<_, RescueError>((published, Facts::load(db, event, now)?))
    })?;
    let known = facts.programme.slots.iter().position(|known| known.id == *slot && known.ends_at > now);
    let place = known.ok_or(RescueError::NoSlot)?;
    let slot = facts.programme.slots.get(place).cloned().ok_or(RescueError::NoSlot)?;
    // A slot that runs is still open to those who wait in it.
    facts.now = now.min(slot.starts_at - Duration::microseconds(1));
    let gap = Gap { facts: &facts, published: &published, slot: &slot, place, absent, now };
    let rescued = gap.fill(app)?;
    if rescued.lost.is_empty() {
        return Err(RescueError::NobodyMissed);
    }
    Ok((facts, rescued))
}

/// A slot in which somebody is missing.
struct Gap<'a> {
    facts: &'a Facts,
    published: &'a Round,
    slot: &'a Slot,
    /// Its place among the slots of the event.
    place: usize,
    absent: &'a [ParticipantId],
    now: DateTime<Utc>,
}

impl Gap<'_> {
    /// Brings those together who wait in vain.
    fn fill(&self, app: &App) -> Result<Rescued, Fault> {
        let settings: RoundSettings = decode(&self.published.settings)?;
        let places = self.facts.places();
        let in_slot = self.facts.planned.iter().filter(|meeting| meeting.slot == self.slot.id);
        let (lost, held): (Vec<&Meeting>, Vec<&Meeting>) = in_slot
            .partition(|meeting| [&meeting.a, &meeting.b].into_iter().any(|who| self.absent.contains(who)));
        let mut built = problem::build(self.facts, &settings);
        let helping = self.hold_interpreters(&places, &mut built.input, &held);
        hold(self.facts, &places, &mut built.input, self.place, &held);
        let away: Vec<usize> = self.absent.iter().filter_map(|id| places.get(id).copied()).collect();
        let problem = matching::Problem::new(built.input).map_err(Fault::engine)?;
        let repaired = matching::rescue(&problem, &built.planned, self.place, &away);
        let lost: Vec<Meeting> = lost.into_iter().cloned().collect();
        let both = lost.iter().flat_map(|meeting| [meeting.a.clone(), meeting.b.clone()]);
        let mut waiting: BTreeSet<ParticipantId> = both.filter(|who| !self.absent.contains(who)).collect();
        let before: HashSet<(usize, usize)> = built.planned.iter().map(|met| (met.a, met.b)).collect();
        let is_new = |met: &&matching::Meeting| met.slot == self.place && !before.contains(&(met.a, met.b));
        let found = repaired.meetings.iter().filter(is_new);
        let mut free = self.facts.event.tables().map(|last| free_tables(last, &held).collect());
        let mut gained: Vec<Meeting> =
            found.filter_map(|met| self.meeting(app, &built.scorer, met, &mut free)).collect();
        self.give_interpreters(&mut gained, &helping);
        waiting.retain(|who| !gained.iter().any(|meeting| meeting.a == *who || meeting.b == *who));
        Ok(Rescued { lost, gained, waiting: waiting.into_iter().collect() })
    }

    /// Whoever interprets in a meeting that nobody misses goes on there, and nobody else gets them; they are given back.
    fn hold_interpreters<'h>(
        &self,
        places: &HashMap<&ParticipantId, usize>,
        input: &mut matching::Input,
        held: &[&'h Meeting],
    ) -> BTreeSet<&'h InterpreterId> {
        let helping: BTreeSet<&InterpreterId> =
            held.iter().filter_map(|meeting| meeting.interpreter.as_ref()).collect();
        let Some(said) = input.interpreting.as_mut() else { return helping };
        let both = |meeting: &&Meeting| Some((*places.get(&meeting.a)?, *places.get(&meeting.b)?));
        said.exempt.extend(held.iter().filter_map(both));
        let own = self.facts.programme.interpreting.interpreters.iter().zip(&mut said.interpreters);
        for (_, busy) in own.filter(|(one, _)| helping.contains(&one.id)) {
            if let Some(is_free) = busy.slots.get_mut(self.place) {
                *is_free = false;
            }
        }
        helping
    }

    fn give_interpreters(&self, gained: &mut [Meeting], helping: &BTreeSet<&InterpreterId>) {
        let languages = Languages::of(self.facts);
        let wanted: Vec<Wanted<'_>> = gained
            .iter()
            .map(|meeting| Wanted { two: languages.of_two(&meeting.a, &meeting.b), now: None })
            .collect();
        let given = self.facts.programme.interpreting.assigned(&wanted, &self.slot.id, helping);
        for (meeting, interpreter) in gained.iter_mut().zip(given) {
            meeting.interpreter = interpreter;
        }
    }

    /// A meeting that the engine found, at the table it gave, or at another one where that is gone or taken: `free` are the
    /// tables that are left, where meetings need one.
    fn meeting(
        &self,
        app: &App,
        scorer: &Scorer,
        met: &matching::Meeting,
        free: &mut Option<BTreeSet<u32>>,
    ) -> Option<Meeting> {
        let (_, terms) = problem::reasons(self.facts, scorer, met.a, met.b);
        let (a, b) = (self.facts.people.get(met.a)?, self.facts.people.get(met.b)?);
        let floor = &self.facts.programme.floor;
        let last = self.facts.event.tables().unwrap_or_default();
        let tables = floor.tables_for([a.guest(), b.guest()], &self.slot.id, last);
        let (a, b) = ordered(&a.id, &b.id);
        let table = match free {
            Some(free) => {
                let given = met.table.map(|table| table + 1).filter(|table| tables.contains(table));
                let table = given.into_iter().chain(tables).find(|table| free.contains(table))?;
                free.remove(&table);
                Some(table)
            }
            None => None,
        };
        Some(Meeting {
            id: app.random.id(self.now),
            event: self.facts.event.id.clone(),
            round: Some(self.published.id.clone()),
            a: a.clone(),
            b: b.clone(),
            slot: self.slot.id.clone(),
            starts_at: self.slot.starts_at,
            ends_at: self.slot.ends_at,
            table,
            interpreter: None,
            state: MeetingState::Planned,
            terms,
            sequence: 0,
            updated_at: self.now,
        })
    }
}

/// Holds the meetings of a slot that nobody misses, whatever has become of limits, absences and tables meanwhile: that is
/// a matter for a repair, not for the minutes of a slot.
fn hold(
    facts: &Facts,
    places: &HashMap<&ParticipantId, usize>,
    input: &mut matching::Input,
    slot: usize,
    held: &[&Meeting],
) {
    for who in held.iter().flat_map(|meeting| [&meeting.a, &meeting.b]) {
        let of_person = |meeting: &&Meeting| meeting.a == *who || meeting.b == *who;
        let planned = facts.planned.iter().filter(of_person).count();
        let Some(person) = places.get(who).and_then(|place| input.people.get_mut(*place)) else { continue };
        person.cap = person.cap.max(u32::try_from(planned).unwrap_or(u32::MAX));
        if let Some(available) = person.available.get_mut(slot) {
            *available = true;
        }
    }
    // Those whose table is gone sit there all the same; they take none of the tables that are left.
    if let Some(tables) = input.slots.get_mut(slot).and_then(|slot| slot.tables.as_mut()) {
        let free = free_tables(*tables, held).count();
        *tables = u32::try_from(held.len() + free).unwrap_or(u32::MAX);
    }
}

/// The tables from 1 to the last at which none of these meetings is, in their order.
fn free_tables<'a>(last: u32, held: &'a [&Meeting]) -> impl Iterator<Item = u32> + 'a {
    let taken: HashSet<u32> = held.iter().filter_map(|meeting| meeting.table).collect();
    (1..=last).filter(move |table| !taken.contains(table))
}
