//! Everything that speaks HTTP: [`routes`] is the whole URL table, [`serve`] the way of every request, [`visit`] what a
//! handler gets. A handler decodes, calls one use case and renders; rules and SQL never live here.

mod accent;
mod answers;
mod assets;
pub mod blocking;
pub mod body;
pub mod connections;
mod consents;
mod csrf;
pub mod dispatch;
mod download;
pub mod error;
pub mod forms;
pub mod forwarded;
mod headers;
pub mod language;
pub mod limits;
mod my;
mod organiser;
mod own_questions;
pub mod page;
mod paging;
mod parallel;
pub mod pdf;
mod person_fields;
pub mod posted;
mod public;
pub mod routes;
mod serve;
pub mod session;
pub mod session_text;
mod slips;
mod tidy_path;
mod times;
pub mod topic_picker;
pub mod visit;
pub mod who;
mod zone_choices;

use std::sync::Arc;

use actix_web::http::header::RETRY_AFTER;
use actix_web::{HttpResponse, HttpResponseBuilder};
use tokio::sync::Semaphore;

use crate::app::App;
use body::Room;
use connections::Connections;
use error::Answer;
use forwarded::Doubted;
use limits::Gate;
use visit::Visit;

/// What all requests share.
pub struct Site {
    pub app: Arc<App>,
    pub gate: Gate,
    /// Leave to change something, see [`limits::turn`], ...
    pub turns: Semaphore,
    /// ... and to read.
    pub readers: Semaphore,
    pub connections: Arc<Connections>,
    /// What strangers send, while it is held.
    pub room: Arc<Room>,
    pub doubted: Doubted,
}

impl Site {
    /// The site over an app, with so many descriptors.
    pub fn new(app: Arc<App>, descriptors: u64) -> Site {
        let config = &app.config;
        let of_network = usize::from(config.limits.connections);
        Site {
            gate: Gate::new(&config.limits),
            turns: Semaphore::new(limits::TURNS),
            readers: Semaphore::new(limits::READERS),
            connections: Arc::new(Connections::new(of_network, descriptors, config.proxies.clone())),
            room: Arc::default(),
            doubted: Doubted::default(),
            app,
        }
    }
}

/// For the machine that watches the process: that it answers. It asks nobody.
async fn health(_: Visit) -> Answer {
    Ok(plain(HttpResponse::Ok(), "ok"))
}

/// For the machine that sends people here: whether the database does its work, else why not in a word.
async fn readiness(visit: Visit) -> Answer {
    Ok(match visit.app().store.health().ready() {
        Ok(()) => plain(HttpResponse::Ok(), "ready"),
        Err(why) => {
            let mut answer = HttpResponse::ServiceUnavailable();
            answer.insert_header((RETRY_AFTER, "5"));
            plain(answer, why)
        }
    })
}

fn plain(mut answer: HttpResponseBuilder, word: &str) -> HttpResponse {
    answer.content_type("text/plain; charset=utf-8").body(format!("{word}\n"))
}
