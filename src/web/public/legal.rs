//! What the law asks to be said: data protection and imprint, of the site and of an event.

use actix_web::HttpResponse;
use askama::Template;
use chrono::Duration;

use super::frame::of_event;
use super::home::{Part, TextPage, parts};
use crate::domain::event::Event;
use crate::domain::field::FIELDS;
use crate::domain::legal::{LegalNotice, LegalText};
use crate::domain::personal_data::{Entry, REGISTER};
use crate::services::legal;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct PrivacyPage {
    page: Page,
    parts: Vec<Part>,
    register: Vec<RegisterRow>,
    /// By which answers people are matched (GDPR, Article 13 (2) f).
    matched: String,
}

/// A row of the register of personal data.
struct RegisterRow {
    what: String,
    why: String,
    basis: String,
    life: String,
}

/// What is kept of whom, why and how long, at this site.
pub async fn privacy(visit: Visit) -> Answer {
    let notice = visit.run(legal::of_installation).await?;
    shown(&visit, visit.frame(), &notice, None)
}

/// The same at an event.
pub async fn event_privacy(visit: Visit) -> Answer {
    let (event, notice) = of_path(&visit).await?;
    shown(&visit, of_event(&visit, &event), &notice, Some(&event))
}

async fn of_path(visit: &Visit) -> Result<(Event, LegalNotice), PageError> {
    let slug = visit.part("slug").to_string();
    visit.run(move |app| legal::of_public_event(app, &slug)).await
}

fn shown(visit: &Visit, page: Page, notice: &LegalNotice, event: Option<&Event>) -> Answer {
    let mut all = vec![responsible(&page, notice, event)];
    all.extend(said(&page, notice, &[LegalText::Officer]));
    all.extend(parts(&page, "privacy", &["what", "others"]));
    all.extend(said(&page, notice, &[LegalText::Recipients, LegalText::Grounds]));
    all.extend(parts(&page, "privacy", &["long", "cookies", "rights"]));
    all.extend(said(&page, notice, &[LegalText::Authority]));
    let row = |entry: &Entry| RegisterRow {
        what: what(&page, entry),
        why: page.t(&format!("stored-{}-why", entry.code)),
        basis: match notice.basis_of(entry) {
            Some(basis) => page.t(&format!("stored-basis-{}", basis.code())),
            None => page.t(entry.basis.word()),
        },
        life: page.t(entry.life.word()),
    };
    let matched = FIELDS.iter().filter(|field| field.matched).map(|field| page.words.field(field.code));
    let matched = page.t1("stored-matched", "fields", matched.collect::<Vec<_>>().join(", "));
    visit.show(&PrivacyPage { parts: all, register: REGISTER.iter().map(row).collect(), matched, page })
}

/// Who is responsible: as it is said; else whoever invites, with their address, as every event has them.
fn responsible(page: &Page, notice: &LegalNotice, event: Option<&Event>) -> Part {
    let said = notice.said(LegalText::Controller, page.lang);
    let text = match event {
        _ if !said.is_empty() => said.to_string(),
        Some(event) => format!("{}\n{}", event.organiser_name, event.contact_email),
        None => page.t("privacy-who-text"),
    };
    Part { heading: page.t("privacy-who-title"), text }
}

/// What is said of these, each with its heading.
fn said(page: &Page, notice: &LegalNotice, texts: &[LegalText]) -> Vec<Part> {
    let part = |of: &LegalText| Part {
        heading: page.t(&format!("legal-{}", of.code())),
        text: notice.said(*of, page.lang).to_string(),
    };
    texts.iter().map(part).filter(|part| !part.text.is_empty()).collect()
}

/// What an entry of the register is about; fields that no rule goes by are told by what is asked.
fn what(page: &Page, entry: &Entry) -> String {
    let name = page.t(&format!("stored-{}", entry.code));
    let asked = FIELDS.iter().filter(|field| field.purpose == entry.code && !field.is_member());
    let asked: Vec<String> = asked.map(|field| page.words.field(field.code)).collect();
    if asked.is_empty() { name } else { format!("{name}: {}", asked.join(", ")) }
}

/// Who answers for what is shown on this site.
pub async fn imprint(visit: Visit) -> Answer {
    let notice = visit.run(legal::of_installation).await?;
    let page = visit.frame();
    let mut all = parts(&page, "imprint", &["event", "site"]);
    if let (Some(site), Some(own)) = (all.last_mut(), answers_for(&page, &notice)) {
        site.text = own;
    }
    visit.show(&TextPage { title: page.t("imprint-title"), parts: all, page })
}

/// Who answers for the pages of an event.
pub async fn event_imprint(visit: Visit) -> Answer {
    let (event, notice) = of_path(&visit).await?;
    let page = of_event(&visit, &event);
    let own = answers_for(&page, &notice)
        .unwrap_or_else(|| format!("{}\n{}", event.organiser_name, event.contact_email));
    let all = vec![Part { heading: page.t("imprint-event-title"), text: own }];
    visit.show(&TextPage { title: page.t("imprint-title"), parts: all, page })
}

/// The imprint as it is said; else whoever is responsible for the data.
fn answers_for(page: &Page, notice: &LegalNotice) -> Option<String> {
    let all = [LegalText::Imprint, LegalText::Controller].map(|of| notice.said(of, page.lang));
    all.into_iter().find(|said| !said.is_empty()).map(str::to_string)
}

/// How long what `security.txt` says may be believed: the format asks for an end, of less than a year.
const SECURITY_DAYS: i64 = 180;

/// Where holes are reported (RFC 9116), if the operator says so.
pub async fn security(visit: Visit) -> Answer {
    let config = &visit.app().config;
    let Some(contact) = &config.security_contact else { return Err(PageError::NotFound) };
    let end = visit.app().clock.now() + Duration::days(SECURITY_DAYS);
    let end = end.format("%Y-%m-%dT00:00:00Z");
    let text = format!(
        "Contact: {}\nExpires: {end}\nPreferred-Languages: en, de, fr\nCanonical: {}\n",
        contact.as_str(),
        config.base_url.join("/.well-known/security.txt"),
    );
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}
