//! Stopping reminders or mailings by the link of a mail: the page changes nothing, its button and a mail program's one click do.

use askama::Template;

use super::frame::of_event;
use crate::domain::subscription::Series;
use crate::domain::token::Token;
use crate::services::subscriptions::{self, Subscription};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/unsubscribe.html")]
struct UnsubscribePage {
    page: Page,
    event: String,
    stopped: bool,
    action: String,
    /// Begins the names of its words.
    words: &'static str,
}

impl UnsubscribePage {
    /// One of the words about what is stopped.
    fn say(&self, end: &str) -> String {
        self.page.t1(&format!("{}-{end}", self.words), "event", &self.event)
    }
}

fn token(visit: &Visit) -> Token {
    Token::from_outside(visit.part("token"))
}

fn answer(visit: &Visit, subscription: &Subscription) -> Answer {
    let page = of_event(visit, &subscription.event);
    let own = format!("/unsubscribe/{}", visit.part("token"));
    visit.show(&UnsubscribePage {
        event: subscription.event.name_in(page.lang).to_string(),
        stopped: subscription.stopped,
        words: match subscription.series {
            Series::Reminders => "unsubscribe",
            Series::Mailings => "unsubscribe-mailings",
        },
        action: if subscription.stopped { format!("{own}/again") } else { own },
        page,
    })
}

/// Says how it stands.
pub async fn show(visit: Visit) -> Answer {
    let token = token(&visit);
    let subscription = visit.run(move |app| subscriptions::view(app, &token)).await?;
    answer(&visit, &subscription)
}

/// Stops them. No redirect: mail programs follow none.
pub async fn stop(visit: Visit) -> Answer {
    let token = token(&visit);
    let subscription = visit.run(move |app| subscriptions::stop(app, &token)).await?;
    answer(&visit, &subscription)
}

/// Lets them come again.
pub async fn resume(visit: Visit) -> Answer {
    let token = token(&visit);
    let subscription = visit.run(move |app| subscriptions::resume(app, &token)).await?;
    answer(&visit, &subscription)
}
