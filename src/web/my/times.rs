//! How times are shown in *My event*, and the choice of a zone for this device.

use super::{open, path};
use crate::services::my_event::MyEvent;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::session;
use crate::web::times::Times;
use crate::web::visit::Visit;
use crate::web::zone_choices;
use crate::zones::Zone;

/// Name of the cookie that keeps the reader's own zone.
pub const COOKIE: &str = "zone";

/// How times are shown to the reader of *My event*.
pub(super) fn times<'a>(visit: &Visit, page: &'a Page, mine: &MyEvent) -> Times<'a> {
    Times::by(visit.clocks(&mine.event, Some(&mine.participant.profile.person)), page)
}

/// The zones to choose from, the reader's own chosen.
pub(super) fn choices(visit: &Visit, page: &Page, mine: &MyEvent) -> Vec<Choice> {
    let chosen = visit.chosen_zone().map(|zone| zone.name().to_string());
    zone_choices::choices(page, mine.event.starts_on, chosen.as_ref())
}

/// Keeps the reader's own zone in this browser, or forgets it.
pub async fn choose(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let response = visit.see(&path(&mine, "/schedule"));
    let asked = visit.form.one("zone");
    let cookie = match asked.parse::<Zone>() {
        Ok(zone) => visit.jar().set(COOKIE, zone.name().replace('/', "."), Some(session::KEPT)),
        Err(_) if asked.is_empty() => visit.jar().clear(COOKIE),
        Err(_) => return Err(PageError::BadRequest),
    };
    visit.with_cookie(response, &cookie)
}
