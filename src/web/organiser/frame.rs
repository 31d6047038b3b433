//! The frame of the back office's pages: who is signed in, and the parts of an event.

use crate::services::access::EventAccess;
use crate::web::error::PageError;
use crate::web::page::{EventHeader, Page};
use crate::web::visit::Visit;

/// Where signing out is posted to.
pub const SIGN_OUT: &str = "/organiser/sign-out";

/// The frame of a page about the path's event.
pub(super) fn part(visit: &Visit, access: &EventAccess) -> Result<Page, PageError> {
    let event = access.event();
    let page = visit.frame();
    let header = EventHeader {
        name: event.name_in(page.lang).to_string(),
        url: format!("/e/{}", event.slug),
        accent: event.accent.clone(),
        organiser: event.organiser_name.clone(),
        contact: event.contact_email.clone(),
    };
    let base = format!("/organiser/events/{}", event.slug);
    Ok(page
        .of_event(header)
        .signed_in(access.account().name.clone(), SIGN_OUT)
        .with_link("nav-overview", base.clone())
        .with_link("nav-participants", format!("{base}/participants"))
        .with_link("nav-import", format!("{base}/import"))
        .with_link("nav-rounds", format!("{base}/rounds"))
        .with_link("nav-settings", format!("{base}/settings")))
}

/// The same for a page below one of the parts.
pub(super) fn below(
    visit: &Visit,
    access: &EventAccess,
    key: &'static str,
    end: &str,
) -> Result<Page, PageError> {
    let page = part(visit, access)?;
    let (label, url) = (page.t(key), format!("/organiser/events/{}{end}", access.event().slug));
    Ok(page.below(label, url))
}
