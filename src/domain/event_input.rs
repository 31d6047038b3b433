//! The organiser's forms about an event as they were typed, and what they are checked for.

use crate::zones::Zone;
use chrono::{DateTime, NaiveDate, Utc};

use serde::{Deserialize, Serialize};

use super::colour;
use super::event::{CalendarMode, Event, EventState, Venue};
use super::ids::EventId;
use super::lang::{Lang, Localised};
use super::mail_words::MailWords;
use super::participant::MAX_MEETINGS;
use super::picture::Pictures;
use super::problems::{Message, Problems};
use super::registration_times::RegistrationTimes;
use super::text::{self, Email};

/// Most seats of an event.
pub const MAX_SEATS: u32 = 100_000;
/// Most tables of an event.
pub const MAX_TABLES: u32 = 1_000;
/// Most days after an event for which its participants keep their names: three years.
pub const MAX_SHRED_DAYS: u32 = 1_095;
/// Longest event in days.
const MAX_DAYS: i64 = 60;

/// A text in the three languages as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocalisedInput {
    pub de: String,
    pub en: String,
    pub fr: String,
}

impl LocalisedInput {
    /// What was typed in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    /// What there is in other languages than these.
    pub fn beside(&self, languages: &[Lang]) -> Vec<(Lang, &str)> {
        let others = Lang::ALL.into_iter().filter(|lang| !languages.contains(lang));
        others.map(|lang| (lang, self.get(lang))).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// A stored text as the form shows it.
    pub fn of(text: &Localised) -> LocalisedInput {
        let typed = |lang| text.exact(lang).unwrap_or_default().to_string();
        LocalisedInput { de: typed(Lang::De), en: typed(Lang::En), fr: typed(Lang::Fr) }
    }

    /// Checks a line in several languages that must be there in the first one. Problems are at `<field>_<language>`.
    pub fn label(
        &self,
        field: &str,
        first: Lang,
        missing: &'static str,
        problems: &mut Problems,
    ) -> Option<Localised> {
        let text = self.each(field, problems, |raw| text::optional(raw, text::SHORT_MAX))?;
        there_in(first, text, field, missing, problems)
    }

    /// Checks a text of several lines in several languages that must be there in the first one. Problems are at
    /// `<field>_<language>`.
    pub fn required_text(
        &self,
        field: &str,
        max: usize,
        first: Lang,
        missing: &'static str,
        problems: &mut Problems,
    ) -> Option<Localised> {
        let text = self.text(field, max, problems)?;
        there_in(first, text, field, missing, problems)
    }

    /// Checks a text of several lines in several languages, which may be missing.
    pub fn text(&self, field: &str, max: usize, problems: &mut Problems) -> Option<Localised> {
        self.each(field, problems, |raw| text::long(raw, max))
    }

    fn each(
        &self,
        field: &str,
        problems: &mut Problems,
        check: impl Fn(&str) -> Result<String, Message>,
    ) -> Option<Localised> {
        let mut text = Some(Localised::default());
        for lang in Lang::ALL {
            let checked = problems.take(&format!("{field}_{lang}"), check(self.get(lang)));
            text = text.zip(checked).map(|(text, typed)| text.with(lang, typed));
        }
        text
    }
}

/// The form for a label alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelInput {
    pub label: LocalisedInput,
}

impl LabelInput {
    /// A stored label as the form shows it.
    pub fn of(label: &Localised) -> LabelInput {
        LabelInput { label: LocalisedInput::of(label) }
    }
}

/// The text, if it is there in a language.
fn there_in(
    first: Lang,
    text: Localised,
    field: &str,
    missing: &'static str,
    problems: &mut Problems,
) -> Option<Localised> {
    if text.exact(first).is_some() {
        return Some(text);
    }
    problems.add(format!("{field}_{first}"), Message::new(missing).with("language", first.own_name()));
    None
}

/// The settings of an event as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventInput {
    /// Name in addresses; empty to make one of the event's name.
    pub slug: String,
    /// Language that missing texts fall back to.
    pub main_language: String,
    pub name: LocalisedInput,
    pub summary: LocalisedInput,
    pub description: LocalisedInput,
    pub organiser_name: String,
    pub contact_email: String,
    pub starts_on: String,
    pub ends_on: String,
    pub time_zone: String,
    /// `onsite` or `online`.
    pub venue: String,
    pub place: String,
    pub tables: String,
    pub room_link: String,
    /// Empty for no limit.
    pub capacity: String,
    pub approval: bool,
    pub same_country: bool,
    pub calendar_mode: String,
    pub wished_minimum: String,
    pub reminders: bool,
    pub accent: String,
    /// Empty for no limit.
    pub changes_until: String,
    pub shred_after_days: String,
    /// Date and time in the event's zone; empty for no limit.
    pub registration_opens: String,
    pub registration_closes: String,
}

/// What a change of its settings leaves as it is with an event.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: EventId,
    pub state: EventState,
    pub pictures: Pictures,
    pub mail_words: MailWords,
    pub seats_taken: u32,
    pub shredded_at: Option<DateTime<Utc>>,
}

impl Kept {
    /// A draft that nobody has registered for.
    pub fn draft(id: EventId) -> Kept {
        Kept {
            id,
            state: EventState::Draft,
            pictures: Pictures::default(),
            mail_words: MailWords::default(),
            seats_taken: 0,
            shredded_at: None,
        }
    }

    /// What stays of an event.
    pub fn of(event: &Event) -> Kept {
        Kept {
            id: event.id.clone(),
            state: event.state,
            pictures: event.pictures.clone(),
            mail_words: event.mail_words.clone(),
            seats_taken: event.seats_taken,
            shredded_at: event.shredded_at,
        }
    }
}

impl EventInput {
    /// The event with the settings that were typed, checked.
    pub fn parse(&self, kept: Kept) -> Result<Event, Problems> {
        let event = self.parse_all_but_times(kept)?;
        let (opens, closes) = (&self.registration_opens, &self.registration_closes);
        let registration = RegistrationTimes::parse(opens, closes, event.time_zone)?;
        Ok(Event { registration, ..event })
    }

    fn parse_all_but_times(&self, kept: Kept) -> Result<Event, Problems> {
        let mut problems = Problems::new();
        let main = Lang::parse(&self.main_language).ok_or_else(|| Message::new("problem-main-language"));
        let main = problems.take("main_language", main);
        let name = self.parse_name(main.unwrap_or_default(), &mut problems);
        let summary = self.summary.text("summary", text::NOTE_MAX, &mut problems);
        let description = self.description.text("description", text::LONG_MAX, &mut problems);
        let slug = problems.take("slug", self.parse_slug(name.as_ref(), main.unwrap_or_default()));
        let organiser_name = problems.take(
            "organiser_name",
            text::required(&self.organiser_name, text::NAME_MAX, "problem-organiser-name-missing"),
        );
        let contact_email = problems.take("contact_email", Email::parse(&self.contact_email));
        let dates = self.parse_dates(&mut problems);
        let zone = self.time_zone.trim().parse::<Zone>().map_err(|_| Message::new("problem-time-zone"));
        let time_zone = problems.take("time_zone", zone);
        let venue = self.parse_venue(&mut problems);
        let capacity = problems.take("capacity", self.parse_capacity());
        let calendar_mode = problems.take("calendar_mode", self.parse_calendar_mode());
        let wished_minimum = problems.take("wished_minimum", number(&self.wished_minimum, 0, MAX_MEETINGS));
        let accent = problems.take("accent", colour::accent(&self.accent));
        let changes_until = problems.take("changes_until", self.parse_changes_until());
        let shred_after_days =
            problems.take("shred_after_days", number(&self.shred_after_days, 0, MAX_SHRED_DAYS));
        let event = || {
            let name = name?;
            let (starts_on, ends_on) = dates?;
            Some(Event {
                id: kept.id,
                state: kept.state,
                slug: slug?,
                languages: languages(main?, &name),
                name,
                summary: summary?,
                description: description?,
                organiser_name: organiser_name?,
                contact_email: contact_email?.as_str().to_string(),
                starts_on,
                ends_on,
                time_zone: time_zone?,
                venue: venue?,
                capacity: capacity?,
                approval: self.approval,
                same_country: self.same_country,
                calendar_mode: calendar_mode?,
                wished_minimum: wished_minimum?,
                reminders: self.reminders,
                accent: accent?,
                changes_until: changes_until?,
                shred_after_days: shred_after_days?,
                pictures: kept.pictures,
                mail_words: kept.mail_words,
                seats_taken: kept.seats_taken,
                shredded_at: kept.shredded_at,
                registration: RegistrationTimes::default(),
            })
        };
        event().filter(|_| problems.is_empty()).ok_or(problems)
    }

    fn parse_calendar_mode(&self) -> Result<CalendarMode, Message> {
        CalendarMode::parse(&self.calendar_mode).ok_or_else(|| Message::new("problem-calendar-mode"))
    }

    /// A language with any text needs the event's name too: it is what makes the event speak it.
    fn parse_name(&self, main: Lang, problems: &mut Problems) -> Option<Localised> {
        let name = self.name.label("name", main, "problem-event-name-missing", problems)?;
        for lang in Lang::ALL {
            let typed = [&self.summary, &self.description].map(|text| text::lines(text.get(lang)));
            if name.exact(lang).is_none() && typed.iter().any(|text| !text.is_empty()) {
                let message = Message::new("problem-event-name-missing").with("language", lang.own_name());
                problems.add(format!("name_{lang}"), message);
            }
        }
        Some(name)
    }

    fn parse_slug(&self, name: Option<&Localised>, main: Lang) -> Result<String, Message> {
        if !text::line(&self.slug).is_empty() {
            return text::slug(&self.slug);
        }
        // Without a name there is a problem already, and no address to make.
        let Some(name) = name.and_then(|name| name.exact(main)) else { return Ok(String::new()) };
        text::slug(&slug_of(name)).map_err(|_| Message::new("problem-slug-needed"))
    }

    fn parse_dates(&self, problems: &mut Problems) -> Option<(NaiveDate, NaiveDate)> {
        let starts_on = problems.take("starts_on", date(&self.starts_on));
        let last = if text::line(&self.ends_on).is_empty() { &self.starts_on } else { &self.ends_on };
        let ends_on = problems.take("ends_on", date(last));
        let (starts_on, ends_on) = (starts_on?, ends_on?);
        if ends_on < starts_on {
            problems.add("ends_on", Message::new("problem-ends-before-start"));
        } else if (ends_on - starts_on).num_days() >= MAX_DAYS {
            problems.add("ends_on", Message::new("problem-event-too-long").with("days", MAX_DAYS));
        }
        Some((starts_on, ends_on))
    }

    fn parse_venue(&self, problems: &mut Problems) -> Option<Venue> {
        match self.venue.as_str() {
            "onsite" => {
                let place = text::required(&self.place, text::SHORT_MAX, "problem-place-missing");
                let place = problems.take("place", place);
                let tables = problems.take("tables", number(&self.tables, 0, MAX_TABLES));
                Some(Venue::Onsite { place: place?, tables: tables? })
            }
            "online" => {
                let room_link = problems.take("room_link", room_link(&self.room_link))?;
                Some(Venue::Online { room_link })
            }
            _ => {
                problems.add("venue", Message::new("problem-venue-missing"));
                None
            }
        }
    }

    fn parse_changes_until(&self) -> Result<Option<NaiveDate>, Message> {
        if text::line(&self.changes_until).is_empty() {
            return Ok(None);
        }
        date(&self.changes_until).map(Some)
    }

    fn parse_capacity(&self) -> Result<Option<u32>, Message> {
        if text::line(&self.capacity).is_empty() {
            return Ok(None);
        }
        number(&self.capacity, 1, MAX_SEATS).map(Some)
    }
}

/// The languages of an event: the main one, then the others that its name is in.
fn languages(main: Lang, name: &Localised) -> Vec<Lang> {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != main && name.exact(*lang).is_some());
    std::iter::once(main).chain(others).collect()
}

/// A whole number within bounds.
pub fn number(raw: &str, least: u32, most: u32) -> Result<u32, Message> {
    let text = text::line(raw);
    let found = text.parse::<u32>().ok().filter(|n| (least..=most).contains(n));
    found.ok_or_else(|| Message::new("problem-number").with("least", least).with("most", most))
}

/// A date as browsers send it (`2026-11-22`) or as people type it (`22.11.2026`, `22/11/2026`).
pub fn date(raw: &str) -> Result<NaiveDate, Message> {
    use chrono::Datelike;

    let text = text::line(raw);
    let found = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(&text, form).ok())
        .filter(|date| (2000..=2100).contains(&date.year()));
    found.ok_or_else(|| Message::new("problem-date"))
}

/// A video room's address: `https://…` with `{meeting}` where each meeting has its own.
fn room_link(raw: &str) -> Result<String, Message> {
    let link = text::line(raw);
    let host =
        link.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let plain = link.replace("{meeting}", "");
    let fine = host.is_some_and(|host| !host.is_empty() && !host.contains(['{', '@']))
        && link.chars().count() <= 500
        && link.contains("{meeting}")
        && !plain.contains(['{', '}', '"', '<', '>', '\\', ' ']);
    if fine { Ok(link) } else { Err(Message::new("problem-room-link")) }
}

/// A name in addresses made of a name for people: letters without their accents, everything else a hyphen.
fn slug_of(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    let spelled =
        name.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let plain: String = spelled
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > 50 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}
