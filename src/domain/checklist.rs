//! What is missing before an event can do the next thing: derived from what is stored, with nothing to tick by hand.

use chrono::{DateTime, Utc};

use super::codes::codes;
use super::event::{Event, EventDay, Programme, Venue};
use super::lang::Lang;

codes! {
    /// Before what something should be so; its word is `stage-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Stage {
        /// It has come up and waits for somebody.
        Now = "now",
        /// Before registration opens.
        Opening = "opening",
        /// Before a match round.
        Round = "round",
        /// Before the first day.
        Day = "day",
    }
}

codes! {
    /// What should be so. What is missing says the word `step-CODE`, that it is so `step-CODE-done`; what is of [`Stage::Now`] is only
    /// there while it is missing.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Check {
        /// Mails could not be delivered.
        FailedMails = "failed-mails",
        /// Meetings of the published plan no longer fit.
        Misfits = "misfits",
        /// People are in no meeting block.
        InNoBlock = "in-no-block",
        /// Mail to people comes back.
        Blocked = "blocked",
        /// People have the address of somebody who came before them.
        Doubles = "doubles",
        /// Registrations await approval since many came at once.
        Burst = "burst",
        /// Other registrations await approval.
        Approve = "approve",
        /// What the law asks to be said.
        Law = "law",
        Topics = "topics",
        /// The event's texts in each of its languages.
        Languages = "languages",
        /// When registration closes by itself.
        Closing = "closing",
        /// The event is public.
        Open = "open",
        /// Somebody is registered.
        Invite = "invite",
        /// Meeting blocks.
        Blocks = "blocks",
        /// Tables, where people meet at a place.
        Tables = "tables",
        /// Most people have said whom they want to meet.
        Wishes = "wishes",
        /// A plan stands.
        Publish = "publish",
        /// Everybody has a meeting.
        Meetings = "meetings",
        /// People are reminded of the day.
        Reminders = "reminders",
    }
}

impl Check {
    /// Before what it should be so.
    pub fn stage(self) -> Stage {
        match self {
            Check::FailedMails
            | Check::Misfits
            | Check::InNoBlock
            | Check::Blocked
            | Check::Doubles
            | Check::Burst
            | Check::Approve => Stage::Now,
            Check::Law | Check::Topics | Check::Languages | Check::Closing | Check::Open => Stage::Opening,
            Check::Invite | Check::Blocks | Check::Tables | Check::Wishes => Stage::Round,
            Check::Publish | Check::Meetings | Check::Reminders => Stage::Day,
        }
    }
}

/// How much of something there is, of what the event and its lists do not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub failed_mails: usize,
    pub misfits: usize,
    pub in_no_block: usize,
    pub blocked: usize,
    pub doubles: usize,
    /// Of those that await approval, those that came with many others at once.
    pub burst: usize,
    pub awaiting_approval: usize,
    pub registered: usize,
    /// Registered people who have said of nobody that they want to meet them.
    pub without_wish: usize,
    pub planned_meetings: usize,
    /// Registered people without a planned meeting.
    pub without_meeting: usize,
}

/// What an event is checked by.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub event: &'a Event,
    pub programme: &'a Programme,
    pub law_is_missing: bool,
    pub counts: Counts,
    pub now: DateTime<Utc>,
}

/// A check with what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub check: Check,
    /// How much is missing; it is so where nothing is.
    pub missing: usize,
}

/// What is checked of an event now, in the order of its stages. Once it is over, only what still waits for somebody.
pub fn checklist(known: &Known<'_>) -> Vec<Item> {
    let today = known.now.with_timezone(&known.event.time_zone).date_naive();
    let is_over = known.event.on_day(today) == EventDay::Over;
    let item = |check: Check| {
        let missing = missing(check, known)?;
        let is_there = match check.stage() {
            Stage::Now => missing > 0,
            _ => !is_over,
        };
        is_there.then_some(Item { check, missing })
    };
    Check::ALL.into_iter().filter_map(item).collect()
}

/// How much is missing; none where that is not asked of this event.
fn missing(check: Check, known: &Known<'_>) -> Option<usize> {
    let (event, lists, counts) = (known.event, known.programme, known.counts);
    let one = |is_missing: bool| Some(usize::from(is_missing));
    match check {
        Check::FailedMails => Some(counts.failed_mails),
        Check::Misfits => Some(counts.misfits),
        Check::InNoBlock => Some(counts.in_no_block),
        Check::Blocked => Some(counts.blocked),
        Check::Doubles => Some(counts.doubles),
        Check::Burst => Some(counts.burst),
        Check::Approve => Some(counts.awaiting_approval.saturating_sub(counts.burst)),
        Check::Law => one(known.law_is_missing),
        Check::Topics => one(lists.topics.is_empty()),
        Check::Languages => Some(event.languages.iter().filter(|lang| lacks(event, **lang)).count()),
        Check::Closing => one(closes_unsaid(known)),
        Check::Open => one(!event.state.is_public()),
        Check::Invite => one(counts.registered < 2),
        Check::Blocks => one(lists.slots.is_empty()),
        Check::Tables => match event.venue {
            Venue::Onsite { tables, .. } => one(tables == 0),
            Venue::Online { .. } => None,
        },
        // Where more than half have none, a plan knows little of what people want.
        Check::Wishes if counts.registered < 2 => None,
        Check::Wishes => {
            Some(if counts.without_wish * 2 > counts.registered { counts.without_wish } else { 0 })
        }
        Check::Publish => one(counts.planned_meetings == 0),
        Check::Meetings if counts.planned_meetings == 0 => None,
        Check::Meetings => Some(counts.without_meeting),
        Check::Reminders => one(!event.reminders),
    }
}

/// Whether a language of the event lacks a text that another one has.
fn lacks(event: &Event, lang: Lang) -> bool {
    let texts = [&event.name, &event.summary, &event.description];
    texts.into_iter().any(|text| !text.is_empty() && text.exact(lang).is_none())
}

/// Whether nobody has said when registration closes, or what was said is over before the event is public.
fn closes_unsaid(known: &Known<'_>) -> bool {
    let closes = known.event.registration.closes_at;
    closes.is_none_or(|closes| closes <= known.now && !known.event.state.is_public())
}
