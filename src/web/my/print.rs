//! One's schedule on paper, which is the record of the registration too.

use chrono::{DateTime, Utc};

use super::schedule::{place, summary, venue};
use super::times::times;
use super::why::why;
use super::{frame, named, open, path};
use crate::documents::print::Picture;
use crate::documents::print::schedule::{self as print, Day, Entry, Kind, Schedule};
use crate::domain::event::Slot;
use crate::domain::participant::InterestKind;
use crate::domain::picture::PictureKind;
use crate::services::meetings::MyMeeting;
use crate::services::my_event::MyEvent;
use crate::services::pictures::{self, StoredPicture};
use crate::web::answers::{interest_lines, zone_of};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::pdf;
use crate::web::times::Times;
use crate::web::visit::Visit;

/// The schedule as a PDF.
pub async fn schedule(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let page = frame(&visit, &mine);
    let (event, schedule) = (mine.event.clone(), in_words(&visit, &page, &mine));
    let drawn = move |app: &_| {
        let picture = |kind| pictures::of_event(app, &event, kind).map(|found| found.map(printed));
        let (logo, floor_plan) = (picture(PictureKind::Logo)?, picture(PictureKind::FloorPlan)?);
        print::pdf(&Schedule { logo, floor_plan, ..schedule }).map_err(PageError::from)
    };
    let file = visit.run(drawn).await?;
    Ok(pdf::answer(&format!("{}-schedule", mine.event.slug), file))
}

fn printed(stored: StoredPicture) -> Picture {
    let StoredPicture { picture, format, bytes } = stored;
    Picture { format, bytes, alt: picture.alt, width: picture.width, height: picture.height }
}

fn in_words(visit: &Visit, page: &Page, mine: &MyEvent) -> Schedule {
    let (event, state) = (&mine.event, mine.registration.state);
    let named = named(page, &mine.participant);
    let below = [named.below, named.place];
    let now = visit.app().clock.now();
    let moment = page.words.moment(now, event.time_zone);
    let address = visit.app().config.base_url.join(&path(mine, "/schedule"));
    let has_meetings = !mine.meetings.is_empty();
    let zone = zone_of(page, event, &mine.programme);
    let times = times(visit, page, mine).with_zone_said(zone.is_some());
    let when = page.words.date_range(event.starts_on, event.ends_on);
    Schedule {
        lang: page.lang,
        accent: event.accent.clone(),
        event: event.name_in(page.lang).to_string(),
        when_and_where: format!("{when} · {}", venue(page, event)),
        name: named.title,
        below: below.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        facts: vec![
            (page.t("print-reference"), mine.registration.code.clone()),
            (
                page.t("print-state"),
                page.t(&format!("registration-state-{}", state.code().replace('_', "-"))),
            ),
        ],
        summary: if state.is_live() { summary(page, mine) } else { String::new() },
        zone: match &zone {
            Some(zone) if has_meetings => page.t1("schedule-zone", "zone", zone),
            _ => String::new(),
        },
        days: if state.is_live() { in_days(page, &times, mine) } else { Vec::new() },
        logo: None,
        floor_plan: None,
        footer: page.t2("print-latest", "moment", moment, "address", address),
        now,
    }
}

/// What is planned, and free slots; those that follow each other in a block are one stretch.
fn in_days(page: &Page, times: &Times<'_>, mine: &MyEvent) -> Vec<Day> {
    let attendance = &mine.participant.profile.attendance;
    let slots = &mine.programme.slots;
    let mut planned: Vec<(DateTime<Utc>, DateTime<Utc>, Entry)> = Vec::new();
    for my in &mine.meetings {
        planned.push((my.meeting.starts_at, my.meeting.ends_at, meeting(page, mine, my)));
    }
    for session in mine.programme.sessions.iter().filter(|one| attendance.takes_part_in(&one.id)) {
        let title = session.title.get(page.lang, mine.event.first_language());
        planned.push((session.starts_at, session.ends_at, plain(Kind::Session, title, &session.place)));
    }
    let is_taken = |slot: &Slot| {
        let mut meetings = mine.meetings.iter().map(|my| &my.meeting);
        meetings.any(|one| one.starts_at < slot.ends_at && slot.starts_at < one.ends_at)
    };
    let availability = mine.participant.profile.availability(&mine.event, &mine.programme);
    let is_free = |slot: &&Slot| !is_taken(slot) && availability.is_free_in(slot);
    for stretch in slots.chunk_by(|one, next| one.block == next.block && is_free(&one) == is_free(&next)) {
        let [first, ..] = stretch else { continue };
        let last = stretch.last().unwrap_or(first);
        if is_free(&first) {
            planned.push((first.starts_at, last.ends_at, plain(Kind::Free, &page.t("picture-free"), "")));
        }
    }
    planned.sort_by_key(|(from, to, _)| (*from, *to));
    let zone = mine.event.time_zone;
    let dated = planned.into_iter().map(|(from, to, entry)| {
        let title = page.words.long_date(from.with_timezone(&zone).date_naive());
        let when = times.when(from, to);
        let known = [when.zone, when.own].into_iter().filter(|part| !part.is_empty());
        (title, Entry { time: when.text, below: known.chain(entry.below).collect(), ..entry })
    });
    print::by_day(dated)
}

/// An entry whose time is still to be told.
fn plain(kind: Kind, title: &str, place: &str) -> Entry {
    Entry { time: String::new(), kind, title: title.to_string(), below: Vec::new(), place: place.to_string() }
}

fn meeting(page: &Page, mine: &MyEvent, my: &MyMeeting) -> Entry {
    let named = named(page, &my.partner);
    let interests = &my.partner.profile.interests;
    let lines = |kind| interest_lines(page, &mine.event, &mine.programme, interests, kind);
    let who = [named.below, named.place];
    let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let told = [
        (page.t("schedule-why"), why(page, mine, &my.partner, &my.meeting.terms)),
        (page.t("interests-offers"), lines(InterestKind::Offer)),
        (page.t("interests-seeks"), lines(InterestKind::Seek)),
    ];
    let told = told.into_iter().filter(|(_, texts): &(String, Vec<String>)| !texts.is_empty());
    let told = told.map(|(label, texts)| page.t2("print-line", "label", label, "text", texts.join(" · ")));
    Entry {
        below: std::iter::once(who).chain(told).collect(),
        ..plain(Kind::Meeting, &named.title, &place(page, &mine.programme, &my.meeting))
    }
}
