//! Everything that speaks HTTP: [`routes`] is the whole URL table, [`serve`] the way of every request, [`visit`] what a
//! handler gets. A handler decodes, calls one use case and renders; rules and SQL never live here.

mod accent;
mod answers;
mod assets;
mod blocking;
mod consents;
mod csrf;
pub mod dispatch;
pub mod error;
pub mod forms;
mod headers;
pub mod language;
pub mod limits;
mod my;
mod organiser;
mod own_questions;
pub mod page;
pub mod pdf;
mod person_fields;
pub mod posted;
mod public;
pub mod routes;
mod serve;
pub mod session;
pub mod visit;
pub mod who;

use std::sync::Arc;

use actix_web::HttpResponse;

use crate::app::App;
use error::{Answer, PageError};
use limits::Gate;
use visit::Visit;

/// What all requests share.
pub struct Site {
    pub app: Arc<App>,
    pub gate: Gate,
}

impl Site {
    /// The site over an app.
    pub fn new(app: Arc<App>) -> Site {
        let gate = Gate::new(&app.config.limits);
        Site { app, gate }
    }
}

/// For the machine that watches: whether the database answers.
async fn health(visit: Visit) -> Answer {
    let alive = visit.attempt(|app| app.store.ping()).await?;
    alive.map_err(|error| PageError::Unavailable(error.to_string()))?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n"))
}
