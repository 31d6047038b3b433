//! Nudges: so many days before people can no longer say it, those are reminded who have not said something without which no good
//! plan can be made; again some days later, if the organiser says so. Each is a mailing that the calendar sends to a filter.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::event::Event;
use super::event_input::number;
use super::mail::MailKind;
use super::people_filter::{Filter, Lack};
use super::problems::{Message, Problems};
use super::registration::RegistrationState;
use super::reminder::local;

/// Most days before.
pub const MOST_DAYS: u32 = 60;
/// How often one can go at most.
pub const MOST_TIMES: usize = 5;
/// Hour of the day at which one goes, in the event's zone.
const HOUR: u32 = 9;

codes! {
    /// What people are reminded to say; the words are `nudge-CODE` and `mail-nudge-CODE-…`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Nudge {
        /// What they offer and seek.
        Topics = "topics",
        /// Whom they want to meet.
        Wish = "wish",
    }
}

impl Nudge {
    /// The mail that it is.
    pub fn mail_kind(self) -> MailKind {
        match self {
            Nudge::Topics => MailKind::NudgeTopics,
            Nudge::Wish => MailKind::NudgeWish,
        }
    }

    /// Whom it is for.
    pub fn people(self) -> Filter {
        let lack = match self {
            Nudge::Topics => Lack::Topics,
            Nudge::Wish => Lack::Wish,
        };
        let state = RegistrationState::Registered.code().to_string();
        Filter { state: Some(state), lacks: vec![lack], ..Filter::default() }
    }

    /// When it goes that goes so many days before the end.
    pub fn goes_at(event: &Event, days: u32) -> DateTime<Utc> {
        let end = last_day(event);
        local(end.checked_sub_days(Days::new(days.into())).unwrap_or(end), HOUR, event.time_zone)
    }

    /// Which of several goes now, if any does: the last whose time has come. One that was missed or added too late is not made up
    /// for beside it.
    pub fn due(event: &Event, all: &[u32], now: DateTime<Utc>) -> Option<u32> {
        all.iter().copied().filter(|days| Nudge::is_due(event, *days, now)).min()
    }

    /// Whether it goes now: its time has come, people can still say what they have not said, and mail goes to everybody.
    pub fn is_due(event: &Event, days: u32, now: DateTime<Utc>) -> bool {
        let today = now.with_timezone(&event.time_zone).date_naive();
        event.state.is_public() && Nudge::goes_at(event, days) <= now && today <= last_day(event)
    }
}

/// The last day on which what people say is of use: the last one for their answers, or the day before the event.
pub fn last_day(event: &Event) -> NaiveDate {
    let eve = event.starts_on.pred_opt().unwrap_or(event.starts_on);
    event.changes_until.unwrap_or(eve).min(event.ends_on)
}

/// The days before the end as they were typed; where nothing was typed, nobody is reminded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NudgesInput {
    pub topics: String,
    pub wish: String,
}

impl NudgesInput {
    /// The stored days as the form shows them.
    pub fn of(days: &[(Nudge, u32)]) -> NudgesInput {
        let typed = |nudge: Nudge| {
            let own = days.iter().filter(|(known, _)| *known == nudge);
            own.map(|(_, days)| days.to_string()).collect::<Vec<_>>().join(", ")
        };
        NudgesInput { topics: typed(Nudge::Topics), wish: typed(Nudge::Wish) }
    }

    /// What was typed for a nudge.
    pub fn get(&self, nudge: Nudge) -> &str {
        match nudge {
            Nudge::Topics => &self.topics,
            Nudge::Wish => &self.wish,
        }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// Every problem, at the code of the nudge.
    pub fn parse(&self) -> Result<Vec<(Nudge, u32)>, Problems> {
        let mut problems = Problems::new();
        let mut all = Vec::new();
        for nudge in Nudge::ALL {
            let typed = self.get(nudge);
            let between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
            let mut own = Vec::new();
            for part in typed.split(between).filter(|part| !part.is_empty()) {
                own.extend(problems.take(nudge.code(), number(part, 1, MOST_DAYS)));
            }
            own.sort_unstable_by(|one, other| other.cmp(one));
            own.dedup();
            if own.len() > MOST_TIMES {
                let message = Message::new("problem-nudges-many").with("max", MOST_TIMES.to_string());
                problems.add(nudge.code(), message);
            }
            all.extend(own.into_iter().map(|days| (nudge, days)));
        }
        if problems.is_empty() { Ok(all) } else { Err(problems) }
    }
}
