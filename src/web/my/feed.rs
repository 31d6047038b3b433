//! The calendar feed: its secret address is shown once, when it is made.

use askama::Template;

use super::{frame, open, path};
use crate::domain::token::Token;
use crate::services::feeds;
use crate::services::my_event::MyEvent;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/feed.html")]
struct FeedPage {
    page: Page,
    /// Since when there is one; empty if there is none.
    since: String,
    new: Option<Address>,
    action: String,
    revoke: String,
    back: String,
}

/// An address that was made just now.
struct Address {
    https: String,
    webcal: String,
}

impl Address {
    fn new(visit: &Visit, token: &Token) -> Address {
        let https = visit.app().config.base_url.join(&feeds::path(token));
        let webcal = https.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_default();
        Address { https, webcal }
    }
}

/// Whether there is a feed, and what can be done about it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    page(&visit, &mine, None).await
}

async fn page(visit: &Visit, mine: &MyEvent, new: Option<Address>) -> Answer {
    let who = mine.participant.id.clone();
    let since = visit.run(move |app| feeds::since(app, &who)).await?;
    let page = frame(visit, mine);
    let page = page.clone().below(page.t("my-schedule"), path(mine, "/schedule"));
    visit.show(&FeedPage {
        since: since.map(|at| page.words.moment(at, mine.event.time_zone)).unwrap_or_default(),
        new,
        action: path(mine, "/feed"),
        revoke: path(mine, "/feed/revoke"),
        back: path(mine, "/schedule"),
        page,
    })
}

/// Makes an address and shows it: nobody can look it up later.
pub async fn renew(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    if !mine.registration.state.is_live() {
        return Ok(visit.see(&path(&mine, "")));
    }
    let own = mine.access.clone();
    let token = visit.run(move |app| feeds::renew(app, &own)).await?;
    let address = Address::new(&visit, &token);
    page(&visit, &mine, Some(address)).await
}

/// Ends it.
pub async fn revoke(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = mine.access.clone();
    visit.run(move |app| feeds::revoke(app, &own)).await?;
    Ok(visit.see_with(&path(&mine, "/feed"), "feed-revoked"))
}
