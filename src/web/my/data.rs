//! My data: everything that is kept about me, as a page and as a file, and the way to have it deleted.

use askama::Template;

use super::{frame, named, open, path};
use crate::documents::personal_file::{Happening, PersonalFile};
use crate::domain::change;
use crate::domain::consent::{Consent, ConsentPurpose};
use crate::domain::direct_message::MessageKind;
use crate::domain::mail::OutboxEntry;
use crate::domain::participant::Participant;
use crate::domain::wish::{Wish, WishKind};
use crate::services::registrations::ChangeError;
use crate::services::{erasure, my_data};
use crate::web::answers::{self, Told};
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::session;
use crate::web::visit::Visit;
use crate::words::Clocks;

#[derive(Template)]
#[template(path = "my/data.html")]
struct DataPage {
    page: Page,
    parts: Vec<Part>,
    pager: Pager,
    file: String,
    delete: String,
    contact: String,
}

/// A part of what is kept.
struct Part {
    title: String,
    told: Vec<Told>,
}

/// Everything, to be read.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (file, delete) = (path(&mine, "/data.json"), path(&mine, "/delete"));
    let page = frame(&visit, &mine);
    let page = page.clone().below(page.t("my-overview"), path(&mine, ""));
    let found = visit.run(move |app| my_data::collect(app, &mine)).await?;
    let contact = found.event.contact_email.clone();
    let all = parts(&page, &found);
    let pager = EVERYTHING.pager(&visit, all.iter().map(|part| part.told.len()).sum());
    visit.show(&DataPage { parts: shown(all, &pager), pager, file, delete, contact, page })
}

/// Everything that is kept, line by line.
const EVERYTHING: List = List { size: 100, ..List::ONLY };

/// The lines of a page, below the titles of their parts.
fn shown(parts: Vec<Part>, pager: &Pager) -> Vec<Part> {
    let mut before = 0;
    let cut = |part: Part| {
        let (first, last) = (pager.skipped(), pager.skipped() + pager.size);
        let at = before;
        before += part.told.len();
        let told = (at..).zip(part.told).filter(|(line, _)| (first..last).contains(line));
        Part { title: part.title, told: told.map(|(_, told)| told).collect() }
    };
    parts.into_iter().map(cut).filter(|part| !part.told.is_empty()).collect()
}

/// Everything, for other programs.
pub async fn file(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let name = format!("{}-my-data.json", mine.event.slug);
    let text = visit.run(move |app| my_data::file(app, &mine)).await?;
    Ok(download::answer("application/json; charset=utf-8", &name, text))
}

fn parts(page: &Page, file: &PersonalFile) -> Vec<Part> {
    let (event, programme, profile) = (&file.event, &file.programme, &file.participant.profile);
    let mut told = answers::tell_person(page, event, programme, &profile.person);
    told.extend(answers::tell_interests(page, event, programme, &profile.interests));
    told.extend(answers::tell_attendance(page, event, programme, &profile.attendance));
    let part = |key: &str, told: Vec<Told>| Part { title: page.t(key), told };
    let all = vec![
        part("register-profile-title", told),
        part("data-registration", registration(page, file)),
        part("data-consents", file.consents.iter().map(|one| consent(page, file, one)).collect()),
        part("data-wishes", wishes(page, file)),
        part("data-proposals", proposals(page, file)),
        part("data-messages", messages(page, file)),
        part("data-meetings", meetings(page, file)),
        part("data-mails", file.mails.iter().map(|mail| tell_mail(page, file, mail)).collect()),
        part("data-notes", notes(page, file)),
        part("data-history", file.history.iter().map(|one| happening(page, file, one)).collect()),
    ];
    all.into_iter().filter(|part| !part.told.is_empty()).collect()
}

fn told(question: impl Into<String>, answer: impl Into<String>) -> Told {
    Told::new(question, answer)
}

fn moment(page: &Page, file: &PersonalFile, at: chrono::DateTime<chrono::Utc>) -> String {
    page.words.moment(at, file.event.time_zone)
}

fn registration(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let own = &file.registration;
    let state = page.t(&format!("registration-state-{}", own.state.code().replace('_', "-")));
    let mut all = vec![
        told(page.t("data-reference"), own.code.clone()),
        told(page.t("data-state"), state),
        told(page.t("data-signed-up"), moment(page, file, own.created_at)),
        told(page.t("my-consent-lang"), file.participant.profile.lang.own_name()),
    ];
    all.push(told(page.t("data-reminders"), page.t(if file.reminders { "yes" } else { "no" })));
    all.push(told(page.t("data-mailings"), page.t(if file.mailings { "yes" } else { "no" })));
    if let Some(since) = file.directory_since {
        all.push(told(page.t("data-directory"), moment(page, file, since)));
    }
    all.extend(file.invitations.iter().filter_map(|(session, at, declined)| {
        let session = file.programme.sessions.iter().find(|one| one.id == *session)?;
        let title = session.title.get(page.lang, file.event.first_language());
        let at = moment(page, file, *at);
        let said = declined.map(|at| page.t1("data-session-declined", "moment", moment(page, file, at)));
        let line = [Some(title.to_string()), Some(at), said].into_iter().flatten();
        Some(told(page.t("data-session-invited"), line.collect::<Vec<_>>().join(", ")))
    }));
    all.extend(file.came.iter().map(|(at, undone)| {
        let at = moment(page, file, *at);
        let said = undone
            .map(|undone| page.t2("data-came-undone", "moment", &at, "undone", moment(page, file, undone)));
        told(page.t("data-came"), said.unwrap_or(at))
    }));
    if let Some(since) = file.feed_since {
        all.push(told(page.t("data-feed"), moment(page, file, since)));
    }
    all
}

fn consent(page: &Page, file: &PersonalFile, consent: &Consent) -> Told {
    let what = match consent.purpose {
        ConsentPurpose::Shown(field) => page.t1("data-consent-shown", "field", page.t(&field.word(""))),
        purpose => page.t(&format!("data-consent-{}", purpose.code())),
    };
    let done = page.t(match consent.purpose {
        ConsentPurpose::Registration => "data-notice-shown",
        _ if consent.given => "data-consent-given",
        _ => "data-consent-taken-back",
    });
    let (version, lang) = (&consent.text_version, consent.lang.own_name());
    let text = page.t2("data-consent-text", "version", version, "language", lang);
    let words = file.text_of(consent).map(|words| format!("\n{words}")).unwrap_or_default();
    told(what, format!("{done}, {}\n{text}{words}", moment(page, file, consent.at)))
}

fn wishes(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let line = |key: &str, (wish, other): &(Wish, Participant)| {
        let named = named(page, other);
        let message = if wish.message.is_empty() { String::new() } else { format!("\n{}", wish.message) };
        told(page.t(key), format!("{}, {}{message}", named.title, named.below))
    };
    let mine = file.wishes.iter().map(|one| match one.0.kind {
        WishKind::Wish => line("people-wish", one),
        WishKind::Block => line("people-block", one),
    });
    mine.chain(file.wished_by.iter().map(|one| line("people-wished", one))).collect()
}

fn proposals(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let all = file.proposals.iter().map(|(proposal, other)| {
        let by_me = proposal.from == file.participant.id;
        let question = page.t(if by_me { "data-proposal-by-me" } else { "data-proposal-to-me" });
        let named = named(page, other);
        let state = page.t(&format!("data-proposal-{}", proposal.state.code()));
        let when = moment(page, file, proposal.created_at);
        let lines = [format!("{}, {}", named.title, named.below), format!("{when}: {state}")];
        let message = Some(proposal.message.clone()).filter(|message| !message.is_empty());
        told(question, lines.into_iter().chain(message).collect::<Vec<_>>().join("\n"))
    });
    all.collect()
}

fn messages(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let shown = |other: &Participant| {
        let named = named(page, other);
        format!("{}, {}", named.title, named.below)
    };
    let written = file.messages.iter().map(|(message, other)| {
        let by_me = message.from == file.participant.id;
        let question = page.t(if by_me { "data-message-by-me" } else { "data-message-to-me" });
        let said = match message.kind {
            MessageKind::Text => message.text.clone(),
            MessageKind::Late => page.t("message-late-said"),
        };
        told(question, format!("{}\n{}\n{said}", shown(other), moment(page, file, message.sent_at)))
    });
    let muted = file.muted.iter().map(|other| told(page.t("data-muted"), shown(other)));
    written.chain(muted).collect()
}

fn meetings(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let clocks = Clocks::of(&file.event, &file.participant.profile.person);
    let all = file.meetings.iter().map(|(meeting, partner)| {
        let named = named(page, partner);
        told(
            page.words.stretch(meeting.starts_at, meeting.ends_at, clocks),
            format!("{}, {}", named.title, named.below),
        )
    });
    all.collect()
}

/// What organisers noted, and by which labels they find the person.
fn notes(page: &Page, file: &PersonalFile) -> Vec<Told> {
    let tags = (!file.tags.is_empty()).then(|| told(page.t("data-tags"), file.tags.join(", ")));
    let notes = file.notes.iter().map(|(at, text)| told(moment(page, file, *at), text.clone()));
    tags.into_iter().chain(notes).collect()
}

fn tell_mail(page: &Page, file: &PersonalFile, mail: &OutboxEntry) -> Told {
    let sent = match mail.sent_at {
        Some(at) => page.t1("data-mail-sent", "date", moment(page, file, at)),
        None => page.t("data-mail-not-sent"),
    };
    told(mail.subject.clone(), format!("{}\n{sent}", mail.recipient))
}

fn happening(page: &Page, file: &PersonalFile, one: &Happening) -> Told {
    let action = page.t(&format!("log-{}", one.action.replace(['.', '_'], "-")));
    let actor = page.t(&format!("actor-{}", one.actor));
    let changes = change::decode(&one.detail);
    let detail = if changes.is_empty() { one.detail.clone() } else { answers::tell_changes(page, &changes) };
    let detail = if detail.is_empty() { detail } else { format!("\n{detail}") };
    told(moment(page, file, one.at), format!("{action} ({actor}){detail}"))
}

#[derive(Template)]
#[template(path = "my/delete.html")]
struct DeletePage {
    page: Page,
    meetings: usize,
    live: bool,
    /// Whether a last mail comes, in a sentence; empty for whom no address is known.
    mail: String,
    action: String,
    data: String,
    back: String,
}

/// Says what deleting means.
pub async fn ask(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let page = frame(&visit, &mine);
    let email = mine.participant.profile.person.email.clone();
    let asked = mine.participant.clone();
    let told = visit.run(move |app| erasure::will_be_told(app, &asked)).await?;
    let key = if told { "delete-mail" } else { "delete-no-mail" };
    visit.show(&DeletePage {
        meetings: mine.meetings.len(),
        live: mine.registration.state.is_live(),
        mail: email.map(|email| page.t1(key, "email", email.as_str())).unwrap_or_default(),
        action: path(&mine, "/delete"),
        data: path(&mine, "/data"),
        back: path(&mine, ""),
        page: page.clone().below(page.t("my-overview"), path(&mine, "")),
    })
}

/// Deletes everything. This browser forgets the link and the registration form too.
pub async fn delete(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = mine.access.clone();
    let told = match visit.attempt(move |app| erasure::erase(app, &own)).await? {
        Ok(told) => told,
        Err(ChangeError::State(_)) => return Err(PageError::NotFound),
        Err(ChangeError::Fault(fault)) => return Err(fault.into()),
    };
    let (slug, jar) = (&mine.event.slug, visit.jar());
    let done = if told { "erased" } else { "erased-without-mail" };
    let response = visit.see_with(&format!("/e/{slug}"), done);
    let response = visit.with_cookie(response, &jar.clear(&session::personal(slug)))?;
    visit.with_cookie(response, &jar.clear(&session::form(slug)))
}
