//! The organiser's forms about the agenda as they were typed: times are local, in the event's zone.

use crate::zones::Zone;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

use serde::{Deserialize, Serialize};

use super::answer::SPOKEN_LANGUAGES;
use super::event::{MeetingBlock, ParticipantType, Session};
use super::event_input::{LocalisedInput, date, number};
use super::ids::{BlockId, SessionId};
use super::lang::Lang;
use super::problems::{Message, Problems};
use super::text;
use super::web_address::WebAddress;

/// Longest slot in minutes.
pub const MAX_SLOT_MINUTES: u32 = 240;
/// Longest pause between slots in minutes.
pub const MAX_PAUSE_MINUTES: u32 = 120;
/// Most slots of a block.
pub const MAX_SLOTS: u32 = 100;
/// Most places of a session.
pub const MAX_PLACES: u32 = 100_000;
/// How far from the event's days an item of the agenda may lie: an evening before, a visit the day after.
pub const DAYS_AROUND: i64 = 7;

/// What an agenda's times are checked against.
#[derive(Debug, Clone, Copy)]
pub struct AgendaFrame {
    /// The event's first language, which every label needs.
    pub main: Lang,
    pub zone: Zone,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

/// A time of the day as browsers send it (`14:30`) or as people type it (`9:30`, `9.30`, `14h30`, `14`).
pub fn time(raw: &str) -> Result<NaiveTime, Message> {
    let text = text::line(raw).to_lowercase();
    let unified = text.trim_end_matches("uhr").trim().replace(['.', 'h'], ":");
    let (hours, minutes) = unified.split_once(':').unwrap_or((&unified, ""));
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let found = match (hours.parse(), minutes.parse()) {
        (Ok(hours), Ok(minutes)) => NaiveTime::from_hms_opt(hours, minutes, 0),
        _ => None,
    };
    found.ok_or_else(|| Message::new("problem-time"))
}

/// A local time as a moment. A time that the clocks skip in spring is refused; of a time that they show twice in
/// autumn the first is meant.
pub fn moment(local: NaiveDateTime, zone: Zone) -> Result<DateTime<Utc>, Message> {
    let found = zone.from_local_datetime(&local).earliest();
    found.map(|at| at.to_utc()).ok_or_else(|| {
        Message::new("problem-time-skipped").with("time", local.format("%H:%M")).with("zone", zone.name())
    })
}

impl AgendaFrame {
    fn date(&self, raw: &str) -> Result<NaiveDate, Message> {
        let day = date(raw)?;
        let around = Duration::days(DAYS_AROUND);
        if day < self.starts_on - around || day > self.ends_on + around {
            return Err(Message::new("problem-date-far").with("days", DAYS_AROUND));
        }
        Ok(day)
    }
}

/// A session as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionInput {
    pub title: LocalisedInput,
    pub place: String,
    pub date: String,
    pub starts: String,
    /// On the same day, or after midnight if it is earlier than the start.
    pub ends: String,
    pub description: LocalisedInput,
    pub speakers: String,
    pub language: String,
    pub link: String,
    pub places: String,
    /// Ids of participant types, and [`INVITED`] for those whom the team invites.
    pub types: Vec<String>,
}

/// What stands among the types that a session is for: those who are invited.
pub const INVITED: &str = "invited";

impl SessionInput {
    /// A stored session as the form shows it.
    pub fn of(session: &Session, zone: Zone) -> SessionInput {
        let starts = session.starts_at.with_timezone(&zone);
        SessionInput {
            title: LocalisedInput::of(&session.title),
            place: session.place.clone(),
            date: starts.format("%Y-%m-%d").to_string(),
            starts: starts.format("%H:%M").to_string(),
            ends: session.ends_at.with_timezone(&zone).format("%H:%M").to_string(),
            description: LocalisedInput::of(&session.description),
            speakers: session.speakers.clone(),
            language: session.language.clone().unwrap_or_default(),
            link: session.link.as_ref().map(|link| link.as_str().to_string()).unwrap_or_default(),
            places: session.places.map(|places| places.to_string()).unwrap_or_default(),
            types: session
                .types
                .iter()
                .map(|id| id.0.clone())
                .chain(session.by_invitation.then(|| INVITED.to_string()))
                .collect(),
        }
    }

    /// Checks what was typed; of the types those are taken that the event has.
    pub fn parse(
        &self,
        id: SessionId,
        frame: &AgendaFrame,
        types: &[ParticipantType],
    ) -> Result<Session, Problems> {
        let mut problems = Problems::new();
        let description = self.description.text("description", text::LONG_MAX, &mut problems);
        let speakers = problems.take("speakers", text::long(&self.speakers, text::NOTE_MAX));
        let language = problems.take("language", self.parse_language());
        let link = problems.take("link", typed(&self.link, WebAddress::parse));
        let places = problems.take("places", typed(&self.places, |raw| number(raw, 1, MAX_PLACES)));
        let chosen = types.iter().map(|kind| &kind.id).filter(|id| self.types.contains(&id.0));
        let types = chosen.cloned().collect();
        let title = self.title.label("title", frame.main, "problem-title-missing", &mut problems);
        let place = problems.take("place", text::optional(&self.place, text::SHORT_MAX));
        let day = problems.take("date", frame.date(&self.date));
        let starts = problems.take("starts", time(&self.starts));
        let ends = problems.take("ends", time(&self.ends));
        let times = match (day, starts, ends) {
            (Some(day), Some(starts), Some(ends)) => span(day, starts, ends, frame.zone, &mut problems),
            _ => None,
        };
        match (title, place, times) {
            (Some(title), Some(place), Some((starts_at, ends_at))) if problems.is_empty() => Ok(Session {
                id,
                title,
                description: description.unwrap_or_default(),
                speakers: speakers.unwrap_or_default(),
                language: language.flatten(),
                place,
                link: link.flatten(),
                starts_at,
                ends_at,
                places: places.flatten(),
                types,
                by_invitation: self.types.iter().any(|one| one == INVITED),
            }),
            _ => Err(problems),
        }
    }

    fn parse_language(&self) -> Result<Option<String>, Message> {
        typed(&self.language, |code| match SPOKEN_LANGUAGES.contains(&code) {
            true => Ok(code.to_string()),
            false => Err(Message::new("problem-language-unknown").with("language", code)),
        })
    }
}

/// What was typed, if anything was.
fn typed<T>(raw: &str, read: impl Fn(&str) -> Result<T, Message>) -> Result<Option<T>, Message> {
    let text = text::line(raw);
    if text.is_empty() { Ok(None) } else { read(&text).map(Some) }
}

fn span(
    day: NaiveDate,
    starts: NaiveTime,
    ends: NaiveTime,
    zone: Zone,
    problems: &mut Problems,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if starts == ends {
        problems.add("ends", Message::new("problem-ends-at-start"));
        return None;
    }
    let last_day = if ends < starts { day + Duration::days(1) } else { day };
    let starts_at = problems.take("starts", moment(day.and_time(starts), zone))?;
    let ends_at = problems.take("ends", moment(last_day.and_time(ends), zone))?;
    if ends_at - starts_at > Duration::hours(16) {
        problems.add("ends", Message::new("problem-session-too-long"));
        return None;
    }
    Some((starts_at, ends_at))
}

/// A meeting block as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BlockInput {
    pub label: LocalisedInput,
    pub date: String,
    pub starts: String,
    pub slot_minutes: String,
    pub pause_minutes: String,
    pub slot_count: String,
}

impl BlockInput {
    /// A stored block as the form shows it.
    pub fn of(block: &MeetingBlock, zone: Zone) -> BlockInput {
        let starts = block.starts_at.with_timezone(&zone);
        BlockInput {
            label: LocalisedInput::of(&block.label),
            date: starts.format("%Y-%m-%d").to_string(),
            starts: starts.format("%H:%M").to_string(),
            slot_minutes: block.slot_minutes.to_string(),
            pause_minutes: block.pause_minutes.to_string(),
            slot_count: block.slot_count.to_string(),
        }
    }

    /// Checks what was typed.
    pub fn parse(&self, id: BlockId, frame: &AgendaFrame) -> Result<MeetingBlock, Problems> {
        let mut problems = Problems::new();
        let label = self.label.label("label", frame.main, "problem-label-missing", &mut problems);
        let day = problems.take("date", frame.date(&self.date));
        let starts = problems.take("starts", time(&self.starts));
        let starts_at = match (day, starts) {
            (Some(day), Some(starts)) => problems.take("starts", moment(day.and_time(starts), frame.zone)),
            _ => None,
        };
        let slot_minutes = problems.take("slot_minutes", number(&self.slot_minutes, 1, MAX_SLOT_MINUTES));
        let pause = if text::line(&self.pause_minutes).is_empty() { "0" } else { &self.pause_minutes };
        let pause_minutes = problems.take("pause_minutes", number(pause, 0, MAX_PAUSE_MINUTES));
        let slot_count = problems.take("slot_count", number(&self.slot_count, 1, MAX_SLOTS));
        match (label, starts_at, slot_minutes, pause_minutes, slot_count) {
            (Some(label), Some(starts_at), Some(slot_minutes), Some(pause_minutes), Some(slot_count))
                if problems.is_empty() =>
            {
                let block = MeetingBlock { id, label, starts_at, slot_minutes, pause_minutes, slot_count };
                if block.ends_at() - starts_at > Duration::hours(16) {
                    let message = Message::new("problem-block-too-long");
                    return Err(Problems::one("slot_count", message));
                }
                Ok(block)
            }
            _ => Err(problems),
        }
    }
}
