//! Mailings: what organisers write to people of their event, from the draft to the last mail.

mod audience;
mod letter;
mod preview;
mod sending;
mod steps;

pub use audience::Audience;
pub use letter::Reader;
pub use preview::{Preview, preview, send_test};
pub use sending::send_due;
pub use steps::{Going, When, call_off, delete, go_on, pause, send, stop, update, write_new};

use super::Fault;
use super::access::ChangeAccess;
use super::history;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::{MailingId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::mail::MailState;
use crate::domain::mailing::{Mailing, MailingState, Outcome};
use crate::domain::people_filter::Filter;
use crate::domain::question::Question;
use crate::store::log::{self, LogEntry};
use crate::store::outbox::OutboxFilter;
use crate::store::registrations::{self, ListRow};
use crate::store::{Db, StoreError, mailings, outbox};

/// Mailings on a page of the list.
pub const PAGE_SIZE: usize = 25;
/// How many people are named before the rest is a number.
pub const NAMED: usize = 8;

/// What became of a mailing's recipients.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// For whom a mail was or is to be made.
    pub chosen: i64,
    /// Their mails are still to be made, or wait in the outbox.
    pub waiting: i64,
    pub sent: i64,
    /// Given up, for other reasons than the next two.
    pub failed: i64,
    /// They wait until a block of their address is lifted.
    pub blocked: i64,
    /// Never sent, since the event is not public.
    pub held: i64,
    pub bounced: i64,
    /// They no longer fitted when it was their turn.
    pub left_out: i64,
    /// Their mails were stopped.
    pub stopped: i64,
}

impl Progress {
    fn of(db: &mut Db, id: &MailingId) -> Result<Progress, StoreError> {
        let mut progress = Progress::default();
        for (_, outcome, n) in mailings::count_outcomes(db, &[id])? {
            progress.chosen += n;
            match outcome {
                Outcome::Due => progress.waiting += n,
                Outcome::LeftOut => progress.left_out += n,
                Outcome::Stopped => progress.stopped += n,
                Outcome::Mailed => {}
            }
        }
        let mails = OutboxFilter { mailing: Some(id.clone()), ..OutboxFilter::default() };
        for (state, n) in outbox::count_states(db, &mails)? {
            match MailState::parse(&state) {
                Some(MailState::Sent) => progress.sent += n,
                Some(MailState::Failed) => progress.failed += n,
                Some(MailState::Bounced) => progress.bounced += n,
                Some(MailState::Held) => progress.held += n,
                // Counted with those that are held meanwhile.
                Some(MailState::Waiting) | None => {}
            }
        }
        progress.waiting += outbox::count_unsent(db, id)?;
        progress.blocked = outbox::count_blocked(db, id)?;
        progress.failed -= progress.blocked;
        Ok(progress)
    }
}

/// A page of an event's mailings.
#[derive(Debug, Clone)]
pub struct MailingList {
    /// Each with for how many people it was or is.
    pub rows: Vec<(Mailing, usize)>,
    pub found: usize,
}

/// A page of an event's mailings, newest first; pages count from 1.
pub fn list(app: &App, access: &ChangeAccess, page: usize) -> Result<MailingList, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let offset = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let found = mailings::list(db, event, whole(PAGE_SIZE), whole(offset))?;
        let ids: Vec<&MailingId> = found.iter().map(|mailing| &mailing.id).collect();
        let counts = mailings::count_outcomes(db, &ids)?;
        let of = |id: &MailingId| {
            let own = counts.iter().filter(|(known, ..)| known == id).map(|(.., n)| *n);
            usize::try_from(own.sum::<i64>()).unwrap_or_default()
        };
        let rows = found.iter().map(|mailing| (mailing.clone(), of(&mailing.id))).collect();
        let found = usize::try_from(mailings::count(db, event)?).unwrap_or_default();
        Ok(MailingList { rows, found })
    })
}

/// A mailing with everything that its pages say of it.
#[derive(Debug, Clone)]
pub struct MailingView {
    pub mailing: Mailing,
    /// To whom it would go now; nobody once its recipients are chosen.
    pub audience: Audience,
    /// Some of those whose addresses are blocked.
    pub blocked: Vec<ListRow>,
    /// The languages in which somebody gets it, with how many.
    pub languages: Vec<(Lang, usize)>,
    pub progress: Progress,
    pub history: Vec<LogEntry>,
    /// The organisers who are named in it.
    pub actors: Vec<Account>,
}

/// One mailing.
pub fn view(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<MailingView, Fault> {
    app.store.read(|db| {
        let event = access.event();
        let mailing = mailings::get(db, &event.id, id)?;
        let is_to_come = matches!(mailing.state, MailingState::Draft | MailingState::Scheduled);
        let audience = match is_to_come {
            true => Audience::of(db, &event.id, &mailing.people)?,
            false => Audience::default(),
        };
        let languages = preview::by_language(event, &mailing, &audience);
        let languages = languages.iter().map(|(lang, readers)| (*lang, readers.len())).collect();
        let blocked: Vec<&ParticipantId> = audience.blocked.iter().take(NAMED).map(|one| &one.id).collect();
        let history = log::list(db, &event.id, Some(id.as_str()), 30)?;
        Ok(MailingView {
            languages,
            blocked: registrations::list_of(db, &blocked)?,
            progress: Progress::of(db, id)?,
            actors: history::actors(db, &history)?,
            history,
            audience,
            mailing,
        })
    })
}

/// What the form of a mailing needs to know: whom its filter means, and what there is to filter by.
#[derive(Debug, Clone)]
pub struct Choices {
    pub audience: Audience,
    pub questions: Vec<Question>,
    pub asked: Vec<(crate::domain::consent::OptionalPurpose, usize)>,
    pub types: Vec<crate::domain::event::ParticipantType>,
    pub tags: Vec<String>,
    /// Filters under names.
    pub views: Vec<crate::domain::people_filter::View>,
}

/// Whom a filter means now, and what else could be asked.
pub fn choices(app: &App, access: &ChangeAccess, filter: &Filter) -> Result<Choices, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let (questions, asked, types, tags) = super::participants::filter_choices(db, event)?;
        let views = crate::store::people_views::list(db, event)?;
        Ok(Choices { audience: Audience::of(db, event, filter)?, questions, asked, types, tags, views })
    })
}
