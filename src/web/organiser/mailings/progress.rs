//! A mailing that goes or went: how many have it, wait or cannot get it, and what organisers can still do.

use askama::Template;

use super::{frame, state_class, title, url};
use crate::domain::mail::MailState;
use crate::domain::mailing::MailingState;
use crate::services::mailings::{MailingView, Progress};
use crate::web::error::Answer;
use crate::web::organiser::frame::address;
use crate::web::organiser::history::{self, Line};
use crate::web::page::Page;
use crate::web::paging::query;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/mailings/progress.html")]
struct ProgressPage {
    page: Page,
    title: String,
    state: String,
    state_class: &'static str,
    lead: String,
    /// Mails that are done with, of all that are to be.
    done: i64,
    all: i64,
    bar: String,
    /// Whether the page looks again by itself.
    looks_again: bool,
    here: String,
    facts: Vec<Figure>,
    /// Where each button leads, its word and its class.
    buttons: Vec<(String, String, &'static str)>,
    texts: Vec<(&'static str, String, String)>,
    lines: Vec<Line>,
    mails_url: String,
}

/// A number with what it counts, and where these mails are.
struct Figure {
    label: String,
    number: String,
    url: String,
}

pub(super) fn show(visit: &Visit, view: &MailingView) -> Answer {
    let event = visit.access()?.event();
    let page = frame(visit)?;
    let (mailing, progress) = (&view.mailing, view.progress);
    let mails = query(&address(event, "/outbox"), &[("mailing", mailing.id.as_str())]);
    let all = progress.chosen - progress.left_out;
    let done = all - progress.waiting;
    let own = |end: &str| url(event, &mailing.id, end);
    let button = |end: &str, class: &'static str, label: String| (own(end), label, class);
    let stop = || button("/stop", "danger", page.t1("mailing-stop", "count", progress.waiting));
    let buttons = match mailing.state {
        MailingState::Sending => vec![button("/pause", "secondary", page.t("mailing-pause")), stop()],
        MailingState::Paused => vec![button("/go-on", "", page.t("mailing-go-on")), stop()],
        _ => Vec::new(),
    };
    let texts = mailing.subject.languages().into_iter().map(|lang| {
        let text = |of: &crate::domain::lang::Localised| of.exact(lang).unwrap_or_default().to_string();
        (lang.code(), text(&mailing.subject), text(&mailing.text))
    });
    visit.show(&ProgressPage {
        title: title(&page, event, mailing),
        state: page.t(&format!("mailing-state-{}", mailing.state.code())),
        state_class: state_class(mailing.state),
        lead: lead(&page, mailing.state, progress),
        bar: page.t2("mailing-bar", "done", done, "all", all),
        looks_again: mailing.state == MailingState::Sending,
        here: visit.path().to_string(),
        facts: figures(&page, progress, &mails),
        texts: texts.collect(),
        lines: history::lines(&page, event, &view.history, &[], &view.actors),
        mails_url: mails,
        done,
        all,
        buttons,
        page,
    })
}

fn lead(page: &Page, state: MailingState, progress: Progress) -> String {
    let key = format!("mailing-lead-{}", state.code());
    page.t2(&key, "sent", progress.sent + progress.bounced, "waiting", progress.waiting)
}

fn figures(page: &Page, progress: Progress, mails: &str) -> Vec<Figure> {
    let of = |state: MailState| format!("{mails}&state={}", state.code());
    let rows = [
        ("chosen", progress.chosen, String::new()),
        ("sent", progress.sent, of(MailState::Sent)),
        ("waiting", progress.waiting, String::new()),
        ("bounced", progress.bounced, of(MailState::Bounced)),
        ("blocked", progress.blocked, of(MailState::Failed)),
        ("failed", progress.failed, of(MailState::Failed)),
        ("held", progress.held, of(MailState::Held)),
        ("left-out", progress.left_out, String::new()),
        ("stopped", progress.stopped, String::new()),
    ];
    let is_shown =
        |(name, n, _): &(&str, i64, String)| *n > 0 || matches!(*name, "chosen" | "sent" | "waiting");
    let figure = |(name, n, url): (&str, i64, String)| Figure {
        label: page.t(&format!("mailing-figure-{name}")),
        number: page.words.number(n),
        url: if n > 0 { url } else { String::new() },
    };
    rows.into_iter().filter(is_shown).map(figure).collect()
}
