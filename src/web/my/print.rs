//! One's schedule on paper, which is the record of the registration too.

use super::schedule::{Entry, What, days, summary, venue};
use super::{frame, named, open, path};
use crate::documents::print::Picture;
use crate::documents::print::schedule::{self as print, Kind, Schedule};
use crate::domain::picture::PictureKind;
use crate::services::participants::MyEvent;
use crate::services::pictures::{self, StoredPicture};
use crate::web::answers::zone_of;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::pdf;
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
            (page.t("print-state"), page.t(&format!("registration-state-{}", state.code().replace('_', "-")))),
        ],
        summary: if state.is_live() { summary(page, mine) } else { String::new() },
        zone: if has_meetings {
            page.t1("schedule-zone", "zone", zone_of(page, event, &mine.programme))
        } else {
            String::new()
        },
        days: if state.is_live() { in_days(page, mine) } else { Vec::new() },
        logo: None,
        floor_plan: None,
        footer: page.t2("print-latest", "moment", moment, "address", address),
        now,
    }
}

fn in_days(page: &Page, mine: &MyEvent) -> Vec<print::Day> {
    let day = |day: super::schedule::Day| print::Day {
        title: day.title,
        entries: day.entries.into_iter().map(|one| entry(page, one)).collect(),
    };
    days(page, mine).into_iter().map(day).collect()
}

/// Reasons that are printed, the weightiest: the page itself has them all.
const REASONS: usize = 3;

fn entry(page: &Page, entry: Entry) -> print::Entry {
    let time = entry.time;
    match entry.what {
        What::Meeting(meeting) => {
            let who = [meeting.below, meeting.country];
            let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let told = [
                (page.t("schedule-why"), meeting.reasons.into_iter().take(REASONS).collect()),
                (page.t("interests-offers"), meeting.offers),
                (page.t("interests-seeks"), meeting.seeks),
            ];
            let told = told.into_iter().filter(|(_, texts)| !texts.is_empty());
            let told = told.map(|(label, texts)| page.t2("print-line", "label", label, "text", texts.join(" · ")));
            let place = if meeting.place.is_empty() { meeting.room } else { meeting.place };
            let below = std::iter::once(who).chain(told).collect();
            print::Entry { time, kind: Kind::Meeting, title: meeting.title, below, place }
        }
        What::Session { title, place } => {
            print::Entry { time, kind: Kind::Session, title, below: Vec::new(), place }
        }
        What::Free => {
            let title = page.t("picture-free");
            print::Entry { time, kind: Kind::Free, title, below: Vec::new(), place: String::new() }
        }
    }
}
