//! The outbox: the mails of an event or of all, and each mail as its reader sees it.

use crate::zones::Zone;
use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use askama::Template;

use super::frame::{address, page_number, part, query, top};
use super::mail_pause::{self, PauseNotice};
use crate::domain::account::Role;
use crate::domain::ids::{MailId, MailingId};
use crate::domain::mail::{ADDRESS_BLOCKED, EVENT_NOT_PUBLIC, MailState, OutboxEntry, RESTORED, TOO_LATE};
use crate::services::dashboard::MailCounts;
use crate::services::mailroom::{self, MailList, MailView, PAGE_SIZE, Retried};
use crate::services::{access, events};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/outbox.html")]
struct OutboxPage {
    page: Page,
    rows: Vec<MailRow>,
    tabs: Vec<Tab>,
    pager: Pager,
    pause: Option<PauseNotice>,
    again: Option<SendAgain>,
}

/// The button that lets mails go once more that failed for no fault of their recipients.
struct SendAgain {
    text: String,
    label: String,
    action: String,
}

/// One mail of a list.
pub(super) struct MailRow {
    pub url: String,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub when: String,
    pub state: String,
    pub state_class: &'static str,
    pub problem: String,
}

/// The field of a query that asks for the mails of one mailing.
const MAILING: &str = "mailing";

struct Tab {
    label: String,
    url: String,
    current: bool,
}

/// A mail in a list.
pub(super) fn mail_row(page: &Page, mail: &OutboxEntry, zone: Zone) -> MailRow {
    MailRow {
        url: format!("/outbox/{}", mail.id),
        kind: kind_word(page, mail),
        recipient: mail.recipient.clone(),
        subject: mail.subject.clone(),
        when: page.words.moment(mail.sent_at.unwrap_or(mail.created_at), zone),
        state: page.t(&format!("outbox-state-{}", mail.state.code())),
        state_class: state_class(mail.state),
        problem: problem_text(page, mail),
    }
}

fn may_be_tried(entry: &OutboxEntry) -> bool {
    match entry.state {
        MailState::Waiting => entry.attempts > 0,
        MailState::Failed | MailState::Held => true,
        MailState::Sent | MailState::Bounced => false,
    }
}

/// What stands in the way of a mail: in our words, or in those of a mail server.
fn problem_text(page: &Page, mail: &OutboxEntry) -> String {
    match mail.problem.as_str() {
        ADDRESS_BLOCKED | TOO_LATE | RESTORED | EVENT_NOT_PUBLIC => {
            page.t(&format!("outbox-problem-{}", mail.problem))
        }
        told => told.to_string(),
    }
}

fn kind_word(page: &Page, mail: &OutboxEntry) -> String {
    page.t(&format!("outbox-kind-{}", mail.kind.code().replace('_', "-")))
}

fn state_class(state: MailState) -> &'static str {
    match state {
        MailState::Waiting | MailState::Held => "waiting",
        MailState::Sent => "good",
        MailState::Failed | MailState::Bounced => "bad",
    }
}

fn list_page(
    visit: &Visit,
    page: Page,
    path: &str,
    found: &MailList,
    state: Option<MailState>,
    zone: Zone,
) -> OutboxPage {
    // Whoever sees all mails administrates; the rest may be a viewer of an event.
    let may_change = visit.access().map_or(true, |access| access.may(Role::Organiser));
    let number = page_number(visit);
    let code = state.map_or("", MailState::code);
    let mailing = visit.query.one(MAILING);
    let listed = query(path, &[(MAILING, mailing), ("state", code)]);
    let sign = if listed.contains('?') { '&' } else { '?' };
    OutboxPage {
        rows: found.entries.iter().map(|mail| mail_row(&page, mail, zone)).collect(),
        tabs: tabs(&page, (path, mailing), &found.counts, state),
        pause: mail_pause::notice(visit, &page, found.pause.as_ref(), zone),
        again: (may_change && found.again > 0).then(|| SendAgain {
            text: page.t1("outbox-again-text", "count", found.again),
            label: page.t1("outbox-again", "count", found.again),
            action: format!("{path}/again"),
        }),
        pager: Pager { number, size: PAGE_SIZE, total: found.found, url: format!("{listed}{sign}page=") },
        page,
    }
}

fn tabs(
    page: &Page,
    (path, mailing): (&str, &str),
    counts: &MailCounts,
    state: Option<MailState>,
) -> Vec<Tab> {
    let total = counts.waiting + counts.sent + counts.failed + counts.bounced + counts.held;
    let all = Tab {
        label: page.t1("outbox-all", "count", total),
        url: query(path, &[(MAILING, mailing)]),
        current: state.is_none(),
    };
    let tab = |one: MailState| {
        let count = match one {
            MailState::Waiting => counts.waiting,
            MailState::Sent => counts.sent,
            MailState::Failed => counts.failed,
            MailState::Bounced => counts.bounced,
            MailState::Held => counts.held,
        };
        Tab {
            label: format!("{} ({count})", page.t(&format!("outbox-state-{}", one.code()))),
            url: query(path, &[(MAILING, mailing), ("state", one.code())]),
            current: state == Some(one),
        }
    };
    // Most events never hold a mail.
    let shown = |one: &MailState| *one != MailState::Held || counts.held > 0 || state == Some(*one);
    std::iter::once(all).chain(MailState::ALL.into_iter().filter(shown).map(tab)).collect()
}

#[derive(Template)]
#[template(path = "organiser/outboxes.html")]
struct OutboxesPage {
    page: Page,
    events: Vec<(String, String)>,
}

/// All mails for an administrator; for others, the way to the mails of their events.
pub async fn list_all(visit: Visit) -> Answer {
    let account = visit.account()?.clone();
    let (state, number) = (MailState::parse(visit.query.one("state")), page_number(&visit));
    if let Ok(admin) = access::administer(&account) {
        let found = visit.run(move |app| mailroom::list_all(app, &admin, state, number)).await?;
        let page = top(&visit)?;
        return visit.show(&list_page(&visit, page, "/outbox", &found, state, Zone::UTC));
    }
    let own = visit.run(move |app| events::list(app, &account)).await?;
    let page = top(&visit)?;
    let link = |event: &crate::domain::event::Event| {
        (address(event, "/outbox"), event.name_in(page.lang).to_string())
    };
    visit.show(&OutboxesPage { events: own.iter().map(link).collect(), page })
}

/// The mails of an event.
pub async fn list_of_event(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let (state, number) = (MailState::parse(visit.query.one("state")), page_number(&visit));
    let mailing =
        Some(visit.query.one(MAILING)).filter(|id| !id.is_empty()).map(|id| MailingId(id.to_string()));
    let found = visit.run(move |app| mailroom::list_of_event(app, &own, mailing, state, number)).await?;
    let page = part(&visit, access)?;
    let path = address(access.event(), "/outbox");
    visit.show(&list_page(&visit, page, &path, &found, state, access.event().time_zone))
}

#[derive(Template)]
#[template(path = "organiser/mail.html")]
struct MailPage {
    page: Page,
    kind: String,
    subject: String,
    from: String,
    to: String,
    state: String,
    state_class: &'static str,
    when: String,
    attempts: u32,
    problem: String,
    next_try: Option<String>,
    /// Nothing once a mail server has taken it.
    text: Option<String>,
    html_url: Option<String>,
    attachments: Vec<(String, String)>,
    source_url: Option<String>,
    retry_action: Option<String>,
}

fn id(visit: &Visit) -> MailId {
    MailId(visit.part("id").to_string())
}

async fn view(visit: &Visit) -> Result<MailView, PageError> {
    let (account, id) = (visit.account()?.clone(), id(visit));
    visit.run(move |app| mailroom::show(app, &account, &id)).await
}

/// A mail as its reader sees it.
pub async fn show(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    let entry = &view.mail.entry;
    let own = format!("/outbox/{}", entry.id);
    let page = top(&visit)?;
    let list = view.event.as_ref().map(|slug| format!("/organiser/events/{slug}/outbox"));
    let label = page.t("nav-outbox");
    let page = page.below(label, list.unwrap_or_else(|| "/outbox".to_string()));
    let opened = view.mail.opened.as_ref();
    let files = opened.map(|mail| mail.attachments.as_slice()).unwrap_or_default();
    let html = opened.is_some_and(|mail| !mail.html.is_empty());
    visit.show(&MailPage {
        kind: kind_word(&page, entry),
        subject: entry.subject.clone(),
        from: opened.map(|mail| mail.from.clone()).unwrap_or_default(),
        to: opened.map_or_else(|| entry.recipient.clone(), |mail| mail.to.clone()),
        state: page.t(&format!("outbox-state-{}", entry.state.code())),
        state_class: state_class(entry.state),
        when: page.words.moment(entry.sent_at.unwrap_or(entry.created_at), Zone::UTC),
        attempts: entry.attempts,
        problem: problem_text(&page, entry),
        next_try: (entry.state == MailState::Waiting && entry.due_at > entry.created_at)
            .then(|| page.words.moment(entry.due_at, Zone::UTC)),
        text: opened.map(|mail| mail.text.clone()),
        html_url: html.then(|| format!("{own}/html")),
        attachments: (1..)
            .zip(files)
            .map(|(n, file): (usize, _)| (format!("{own}/attachments/{n}"), file.name.clone()))
            .collect(),
        source_url: view.mail.source.is_some().then(|| format!("{own}/source")),
        retry_action: may_be_tried(entry).then(|| format!("{own}/retry")),
        page,
    })
}

/// What the frame around a mail's HTML may do: show its own styles, and nothing else.
pub(super) const MAIL_POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; \
     img-src data:; frame-ancestors 'self'";

/// The HTML of a mail, for the frame on its page.
pub async fn html(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    let html = view.mail.opened.map(|mail| mail.html).filter(|html| !html.is_empty());
    let html = html.ok_or(PageError::NotFound)?;
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(MAIL_POLICY));
    Ok(response)
}

/// The whole mail as a file that mail programs open.
pub async fn source(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    let name = format!("{}.eml", view.mail.entry.id);
    download("message/rfc822", &name, view.mail.source.ok_or(PageError::NotFound)?)
}

/// A file of a mail.
pub async fn attachment(visit: Visit) -> Answer {
    let number: usize = visit.part("number").parse().map_err(|_| PageError::NotFound)?;
    let view = view(&visit).await?;
    let files = view.mail.opened.map(|mail| mail.attachments).unwrap_or_default();
    let file = files.into_iter().nth(number.wrapping_sub(1)).ok_or(PageError::NotFound)?;
    let calendar = file.name.to_ascii_lowercase().ends_with(".ics");
    let kind = if calendar { "text/calendar; charset=utf-8" } else { "application/octet-stream" };
    download(kind, &file.name, file.content)
}

fn download(kind: &'static str, name: &str, body: String) -> Answer {
    // Names come from our own mails; what a header cannot carry is left out all the same.
    let plain: String =
        name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect();
    let told = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\""));
    let mut response = HttpResponse::Ok().body(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CONTENT_DISPOSITION, told.map_err(|error| PageError::Fault(error.to_string()))?);
    Ok(response)
}

/// Lets mails of an event go once more that failed for no fault of their recipients.
pub async fn send_again(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let back = address(change.event(), "/outbox");
    visit.run(move |app| mailroom::send_again_of_event(app, &change)).await?;
    Ok(visit.see_with(&back, "sent-again"))
}

/// The same for all mails.
pub async fn send_all_again(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    visit.run(move |app| mailroom::send_all_again(app, &admin)).await?;
    Ok(visit.see_with("/outbox", "sent-again"))
}

/// Lets a mail be tried again at once.
pub async fn retry(visit: Visit) -> Answer {
    let (account, id) = (visit.account()?.clone(), id(&visit));
    let back = format!("/outbox/{id}");
    let retried = visit.run(move |app| mailroom::try_again(app, &account, &id)).await?;
    Ok(visit.see_with(
        &back,
        match retried {
            Retried::Waiting => "again",
            Retried::AddressBlocked => "still-blocked",
            Retried::NotPublic => "still-held",
        },
    ))
}
