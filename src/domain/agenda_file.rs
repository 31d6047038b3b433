//! What a file of an agenda means for the agenda that is there: which entry is which, and what of it would be another. An entry is
//! known by its UID, else by title and start; what a file does not speak of stays, and what it does not have stays too.

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::agenda_input::{AgendaFrame, BlockInput, INVITED, SessionInput, moment, time};
use super::event::{MeetingBlock, ParticipantType, Programme, Session};
use super::event_input::{LocalisedInput, date};
use super::ids::EventId;
use super::lang::{Lang, Localised};
use super::problems::{Message, Problems};
use super::text;

/// What an entry of a file says, as it is written there; none where it says nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub uid: String,
    pub date: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    /// In a language, or in the event's first one.
    pub titles: Vec<(Option<Lang>, String)>,
    pub texts: Vec<(Option<Lang>, String)>,
    pub speakers: Option<String>,
    /// Code of a spoken language.
    pub language: Option<String>,
    pub place: Option<String>,
    pub link: Option<String>,
    pub places: Option<String>,
    pub types: Option<String>,
    /// What it says of meetings makes it a meeting block.
    pub slot_minutes: String,
    pub pause_minutes: String,
    pub slot_count: String,
}

/// What an entry means, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    Session(Session),
    Block(MeetingBlock),
}

/// What becomes of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    New(Meant),
    /// With what of it is another, by the columns of a file: their words are `agenda-column-CODE`.
    Changed(Meant, Vec<&'static str>),
    Same,
    /// Why it is not understood.
    Faulty(Problems),
}

impl Fate {
    /// What becomes of an entry that is known, or not, by what it means.
    fn of<T: PartialEq>(
        known: Option<&T>,
        meant: T,
        kind: fn(T) -> Meant,
        changed: fn(&T, &T) -> Vec<&'static str>,
    ) -> Fate {
        match known {
            None => Fate::New(kind(meant)),
            Some(known) if *known == meant => Fate::Same,
            Some(known) => {
                let changed = changed(known, &meant);
                Fate::Changed(kind(meant), changed)
            }
        }
    }

    /// Its word is `agenda-file-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Fate::New(_) => "new",
            Fate::Changed(..) => "changed",
            Fate::Same => "same",
            Fate::Faulty(_) => "faulty",
        }
    }
}

/// The id of an entry that a file brings with a UID: made of it, so that the same entry is found again in a later file.
pub fn id_of(event: &EventId, uid: &str) -> String {
    let digest = Sha256::digest(format!("{event} {uid}").as_bytes());
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default().to_string();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

impl Said {
    /// What becomes of it at an event; `id` is that of a new entry without a UID.
    pub fn fate(&self, event: &EventId, lists: &Programme, frame: &AgendaFrame, id: String) -> Fate {
        let (day, starts) = self.starts();
        let at = day
            .as_deref()
            .zip(starts.as_deref())
            .and_then(|(day, starts)| moment(date(day).ok()?.and_time(time(starts).ok()?), frame.zone).ok());
        let id = if self.uid.is_empty() { id } else { id_of(event, &self.uid) };
        // A calendar file says nothing of the meetings in a block.
        let is_block =
            !self.slot_minutes.is_empty() || lists.blocks.iter().any(|one| self.names(&one.id.0, &id));
        let done = match is_block {
            true => self.block((lists, frame), at, id, (day, starts)),
            false => self.session((lists, frame), at, id, (day, starts)),
        };
        done.unwrap_or_else(Fate::Faulty)
    }

    fn session(
        &self,
        (lists, frame): (&Programme, &AgendaFrame),
        at: Option<DateTime<Utc>>,
        id: String,
        (day, starts): (Option<String>, Option<String>),
    ) -> Result<Fate, Problems> {
        let known = lists.sessions.iter().find(|one| self.names(&one.id.0, &id)).or_else(|| {
            lists.sessions.iter().find(|one| Some(one.starts_at) == at && self.is_titled(&one.title))
        });
        let mut input = known.map(|one| SessionInput::of(one, frame.zone)).unwrap_or_default();
        input.date = day.unwrap_or(input.date);
        input.starts = starts.unwrap_or(input.starts);
        if let Some(ends) = &self.end {
            input.ends = self.ends(ends, &input)?;
        }
        put(&mut input.title, &self.titles, frame.main);
        put(&mut input.description, &self.texts_below(&input.speakers), frame.main);
        let fields = [
            (&mut input.speakers, &self.speakers),
            (&mut input.language, &self.language),
            (&mut input.place, &self.place),
            (&mut input.link, &self.link),
            (&mut input.places, &self.places),
        ];
        for (field, said) in fields {
            field.clone_from(said.as_ref().unwrap_or(&field.clone()));
        }
        if let Some(types) = &self.types {
            input.types = types_named(types, &lists.types)?;
        }
        let id = known.map_or_else(|| id.into(), |known| known.id.clone());
        let session = input.parse(id, frame, &lists.types)?;
        Ok(Fate::of(known, session, Meant::Session, changed_session))
    }

    fn block(
        &self,
        (lists, frame): (&Programme, &AgendaFrame),
        at: Option<DateTime<Utc>>,
        id: String,
        (day, starts): (Option<String>, Option<String>),
    ) -> Result<Fate, Problems> {
        let known = lists.blocks.iter().find(|one| self.names(&one.id.0, &id)).or_else(|| {
            lists.blocks.iter().find(|one| Some(one.starts_at) == at && self.is_titled(&one.label))
        });
        let mut input = known.map(|one| BlockInput::of(one, frame.zone)).unwrap_or_default();
        input.date = day.unwrap_or(input.date);
        input.starts = starts.unwrap_or(input.starts);
        put(&mut input.label, &self.titles, frame.main);
        if !self.slot_minutes.is_empty() {
            input.slot_minutes.clone_from(&self.slot_minutes);
            input.pause_minutes.clone_from(&self.pause_minutes);
            input.slot_count.clone_from(&self.slot_count);
        }
        let id = known.map_or_else(|| id.into(), |known| known.id.clone());
        let block = input.parse(id, frame)?;
        Ok(Fate::of(known, block, Meant::Block, changed_block))
    }

    /// The texts. A calendar file has the speakers above them: those who are known are not said once more.
    fn texts_below(&self, speakers: &str) -> Vec<(Option<Lang>, String)> {
        let below = |text: &str| match self.speakers {
            None => text.strip_prefix(speakers).map_or(text, str::trim_start).to_string(),
            Some(_) => text.to_string(),
        };
        self.texts.iter().map(|(lang, text)| (*lang, below(text))).collect()
    }

    /// Whether its UID is that of a known entry: our own files say the id before the host.
    fn names(&self, known: &str, id: &str) -> bool {
        !self.uid.is_empty() && (known == id || self.uid.split('@').next() == Some(known))
    }

    fn is_titled(&self, known: &Localised) -> bool {
        let same = |title: &str| known.is_any(|known| known.to_lowercase() == title.to_lowercase());
        self.titles.iter().any(|(_, title)| !title.is_empty() && same(&text::line(title)))
    }

    /// Day and time of the start: together in one cell, or in two.
    fn starts(&self) -> (Option<String>, Option<String>) {
        let (day, time) = self.start.as_deref().map(split).unwrap_or_default();
        (day.or_else(|| self.date.clone().filter(|day| !day.is_empty())), time)
    }

    /// The time of the end; of its day it is only asked whether the form can say it too.
    fn ends(&self, raw: &str, input: &SessionInput) -> Result<String, Problems> {
        let (day, ends) = split(raw);
        let Some(ends) = ends else { return Err(Problems::one("ends", Message::new("problem-time"))) };
        let days = day.as_deref().and_then(|day| date(day).ok()).zip(date(&input.date).ok());
        let is_far = days.is_some_and(|(last, first): (NaiveDate, NaiveDate)| {
            let is_later = time(&ends).ok() < time(&input.starts).ok();
            last != if is_later { first.succ_opt().unwrap_or(first) } else { first }
        });
        if is_far { Err(Problems::one("ends", Message::new("problem-session-too-long"))) } else { Ok(ends) }
    }
}

fn changed_session(old: &Session, new: &Session) -> Vec<&'static str> {
    named(&[
        ("start", old.starts_at != new.starts_at),
        ("end", old.ends_at != new.ends_at),
        ("title", old.title != new.title),
        ("text", old.description != new.description),
        ("speakers", old.speakers != new.speakers),
        ("language", old.language != new.language),
        ("place", old.place != new.place),
        ("link", old.link != new.link),
        ("places", old.places != new.places),
        ("types", (&old.types, old.by_invitation) != (&new.types, new.by_invitation)),
    ])
}

fn changed_block(old: &MeetingBlock, new: &MeetingBlock) -> Vec<&'static str> {
    named(&[
        ("start", old.starts_at != new.starts_at),
        ("title", old.label != new.label),
        ("minutes", old.slot_minutes != new.slot_minutes),
        ("pause", old.pause_minutes != new.pause_minutes),
        ("count", old.slot_count != new.slot_count),
    ])
}

fn named(parts: &[(&'static str, bool)]) -> Vec<&'static str> {
    parts.iter().filter(|(_, differs)| *differs).map(|(code, _)| *code).collect()
}

/// Day and time of a cell that may have both: `2027-03-10 09:00`, `10.03.2027 9.00`, `2027-03-10T09:00:00`.
fn split(raw: &str) -> (Option<String>, Option<String>) {
    let line = text::line(raw);
    if line.is_empty() {
        return (None, None);
    }
    if date(&line).is_ok() {
        return (Some(line), None);
    }
    let (day, rest) = match line.split_once([' ', 'T']) {
        Some((day, rest)) if date(day).is_ok() => (Some(day.to_string()), rest.to_string()),
        _ => (None, line),
    };
    // Spreadsheets write seconds.
    let time = match rest.matches(':').count() {
        2 => rest.rsplit_once(':').map_or(rest.clone(), |(before, _)| before.to_string()),
        _ => rest,
    };
    (day, Some(time))
}

fn put(field: &mut LocalisedInput, said: &[(Option<Lang>, String)], main: Lang) {
    for (lang, text) in said {
        let own = match lang.unwrap_or(main) {
            Lang::De => &mut field.de,
            Lang::En => &mut field.en,
            Lang::Fr => &mut field.fr,
        };
        own.clone_from(text);
    }
}

/// How a file says that only those come who are invited, as the words `session-by-invitation` do in each language.
const BY_INVITATION: [&str; 3] = ["auf einladung", "by invitation", "sur invitation"];

/// The ids of types by what they are called in any language, and whether it is by invitation, separated by semicolons.
fn types_named(raw: &str, types: &[ParticipantType]) -> Result<Vec<String>, Problems> {
    let named = |name: &str| {
        if BY_INVITATION.contains(&name.to_lowercase().as_str()) {
            return Ok(INVITED.to_string());
        }
        let is_it =
            |kind: &&ParticipantType| kind.label.is_any(|label| label.to_lowercase() == name.to_lowercase());
        let found = types.iter().find(is_it).map(|kind| kind.id.0.clone());
        found.ok_or_else(|| Problems::one("types", Message::new("problem-agenda-type").with("type", name)))
    };
    raw.split(';').map(text::line).filter(|name| !name.is_empty()).map(|name| named(&name)).collect()
}
