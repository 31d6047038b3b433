//! Giving somebody one's contact details, taking them back, and the files of those that others gave.

use super::{open, path};
use crate::domain::contact::{Contact, Exchange};
use crate::domain::field::{EMAIL, NAME};
use crate::domain::ids::ParticipantId;
use crate::services::contacts::{self, Contacts};
use crate::services::my_event::MyEvent;
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// What a page says of an exchange, and what can be done about it.
pub(super) struct ExchangeText {
    /// How it stands, in a sentence.
    pub sentence: String,
    /// The other one's, where both gave theirs.
    pub contact: Option<ContactText>,
    /// The words of the button, and what it sends.
    pub button: (String, &'static str),
    pub action: String,
}

/// Somebody's contact details.
pub(super) struct ContactText {
    pub name: String,
    pub email: String,
    /// Everything else, a line each.
    pub lines: Vec<String>,
    pub file: String,
}

impl ContactText {
    pub fn of(mine: &MyEvent, contact: &Contact) -> ContactText {
        let others = contact.lines.iter().filter(|(field, _)| ![NAME, EMAIL].contains(&field.code));
        ContactText {
            name: contact.name().to_string(),
            email: contact.value(EMAIL).to_string(),
            lines: others.map(|(_, value)| value.clone()).collect(),
            file: path(mine, &format!("/people/{}/contact.vcf", contact.of)),
        }
    }
}

/// How it stands with somebody whom the reader meets.
pub(super) fn exchange(
    page: &Page,
    mine: &MyEvent,
    contacts: &Contacts,
    other: &ParticipantId,
) -> ExchangeText {
    let fields: Vec<String> = Contact::fields().map(|field| page.words.field(field.code)).collect();
    let fields = fields.join(", ");
    let give = || (page.t("contact-give"), "give");
    let back = || (page.t("contact-take-back"), "back");
    let (sentence, contact, button) = match contacts.with(other) {
        Exchange::Nothing => (page.t1("contact-nothing", "fields", fields), None, give()),
        Exchange::Offered => (page.t1("contact-offered", "fields", fields), None, give()),
        Exchange::Given => (page.t("contact-given"), None, back()),
        Exchange::Both(contact) => (page.t("contact-both"), Some(ContactText::of(mine, &contact)), back()),
    };
    ExchangeText { sentence, contact, button, action: path(mine, &format!("/people/{other}/contact")) }
}

/// Gives one's own, or takes them back.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (me, other) = (mine.access.clone(), ParticipantId(visit.part("id").to_string()));
    let meeting = mine.meetings.iter().find(|my| my.partner.id == other);
    let there = meeting.map_or(String::new(), |my| format!("/meetings/{}", my.meeting.id));
    let done = match visit.form.one("do") {
        "give" => {
            visit.run(move |app| contacts::give(app, &me, &other)).await?;
            "contact-given"
        }
        "back" => {
            visit.run(move |app| contacts::take_back(app, &me, &other)).await?;
            "contact-back"
        }
        _ => return Err(PageError::BadRequest),
    };
    Ok(visit.see_part_with(&path(&mine, &there), "contact", done))
}

/// Somebody's, for an address book.
pub async fn file(visit: Visit) -> Answer {
    let other = ParticipantId(visit.part("id").to_string());
    answer(visit, "contact", Some(other)).await
}

/// All of them.
pub async fn files(visit: Visit) -> Answer {
    answer(visit, "contacts", None).await
}

async fn answer(visit: Visit, name: &str, only: Option<ParticipantId>) -> Answer {
    let mine = open(&visit).await?;
    let name = format!("{}-{name}.vcf", mine.event.slug);
    let found = visit.run(move |app| contacts::file(app, &mine, only.as_ref())).await?;
    Ok(download::answer(download::CONTACTS, &name, found.ok_or(PageError::NotFound)?))
}
