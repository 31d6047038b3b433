//! The links that open *My event*: log out of this browser, and end all of them.

use askama::Template;

use super::{frame, open, path};
use crate::services::own_links;
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::session;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/links.html")]
struct LinksPage {
    page: Page,
    my: String,
}

/// What can be done with the links.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let page = frame(&visit, &mine);
    visit.show(&LinksPage { my: path(&mine, ""), page })
}

/// Logs this browser out.
pub async fn log_out(visit: Visit) -> Answer {
    if let Some(token) = visit.personal_token() {
        visit.run(move |app| own_links::log_out(app, &token)).await?;
    }
    leave(&visit, &format!("/e/{}", visit.part("slug")), "logged-out-here")
}

/// Ends every link, and logs every browser out.
pub async fn end_all(visit: Visit) -> Answer {
    let own = open(&visit).await?.access;
    visit.run(move |app| own_links::end_all(app, &own)).await?;
    leave(&visit, &format!("/e/{}/link", visit.part("slug")), "links-ended")
}

fn leave(visit: &Visit, to: &str, notice: &str) -> Answer {
    let cookie = visit.jar().clear(&session::personal(visit.part("slug")));
    visit.with_cookie(visit.see_with(to, notice), &cookie)
}
