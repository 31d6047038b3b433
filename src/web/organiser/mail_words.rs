//! The mails that an event sends by itself, in groups, and the page on which organisers say something of their own in one of them.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use askama::Template;

use super::frame::{address, again, below, localised, part, problems_of, query};
use super::outbox::MAIL_POLICY;
use crate::domain::event::Event;
use crate::domain::event_input::LocalisedInput;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::mail_words::{GROUPS, OwnWords, OwnWordsInput, kinds, placeholders};
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::mail_words::{self, Preview};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/mail_words/list.html")]
struct ListPage {
    page: Page,
    groups: Vec<Group>,
}

/// Some of the mails, with what the group is called.
struct Group {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    url: String,
    kind: String,
    /// The languages in which it says something of the event's own; empty if in none.
    own: String,
    /// Those of the event in which it does not, though it does in another one.
    lacking: String,
}

#[derive(Template)]
#[template(path = "organiser/mail_words/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    opened: Opened,
    title: String,
    action: String,
    back: String,
    languages: Vec<Language>,
    before: LocalisedInput,
    after: LocalisedInput,
    /// Those that have fields.
    shown: Vec<Lang>,
    placeholders: Vec<(String, String)>,
    letters: Vec<Letter>,
    test_text: String,
}

/// The fields in one language.
struct Language {
    lang: Lang,
    before: String,
    after: String,
}

/// The mail in one language.
struct Letter {
    lang: Lang,
    to: String,
    subject: String,
    /// Where its HTML is; empty of words that are not stored.
    html_url: String,
    text: String,
}

fn url(event: &Event, kind: MailKind, end: &str) -> String {
    address(event, &format!("/mail-words/{}{end}", kind.code()))
}

/// The word for a kind of mail.
fn word(page: &Page, kind: MailKind) -> String {
    page.t(&format!("outbox-kind-{}", kind.code().replace('_', "-")))
}

/// The kind of the path.
fn kind(visit: &Visit) -> Result<MailKind, PageError> {
    let kind = MailKind::parse(visit.part("kind")).ok_or(PageError::NotFound)?;
    if kinds().any(|known| known == kind) { Ok(kind) } else { Err(PageError::NotFound) }
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = part(&visit, access)?;
    let named =
        |languages: Vec<Lang>| languages.into_iter().map(Lang::own_name).collect::<Vec<_>>().join(", ");
    let row = |kind: MailKind| {
        let own = event.mail_words.of(kind);
        let is_in = |lang: &Lang| own.is_some_and(|own| own.are_in(*lang));
        let (there, lacking): (Vec<Lang>, Vec<Lang>) = event.languages.iter().copied().partition(is_in);
        let lacking = if there.is_empty() { Vec::new() } else { lacking };
        Row {
            url: url(event, kind, ""),
            kind: word(&page, kind),
            own: named(there),
            lacking: match lacking.is_empty() {
                true => String::new(),
                false => page.t1("mail-words-lacking", "languages", named(lacking)),
            },
        }
    };
    let group = |(code, kinds): &(&str, &[MailKind])| Group {
        title: page.t(&format!("mail-words-{code}")),
        rows: kinds.iter().map(|kind| row(*kind)).collect(),
    };
    let groups = GROUPS.iter().map(group).collect();
    visit.show(&ListPage { groups, page })
}

/// What is stored.
fn stored(visit: &Visit, kind: MailKind) -> Result<OwnWordsInput, PageError> {
    let known = visit.access()?.event().mail_words.of(kind).map(OwnWordsInput::of);
    Ok(known.unwrap_or_default())
}

/// The form, with the mail as it goes now.
pub async fn form(visit: Visit) -> Answer {
    let kind = kind(&visit)?;
    show(&visit, kind, Typed::fresh(stored(&visit, kind)?), Looked::At(None)).await
}

/// What a page of the form shows below it.
enum Looked {
    /// The mail: with these words, or with those that are stored.
    At(Option<OwnWords>),
    /// Nothing: what was typed is wrong.
    Wrong(Problems),
}

async fn show(
    visit: &Visit,
    kind: MailKind,
    Typed { input, opened }: Typed<OwnWordsInput>,
    looked: Looked,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let mut page = below(visit, access, "nav-mail-words", "/mail-words")?;
    let (words, problems) = match looked {
        Looked::At(words) => (Some(words), Problems::new()),
        Looked::Wrong(problems) => (None, problems),
    };
    if let Some(Some(_)) = words {
        let text = page.t("mail-words-unsaved");
        page = page.with_notice(Tone::Warning, text);
    }
    let mut letters = Vec::new();
    if let Some(words) = words {
        for lang in &event.languages {
            let (change, asked, words) = (access.to_change()?, (kind, *lang), words.clone());
            let is_stored = words.is_none();
            let preview =
                visit.run(move |app| mail_words::preview(app, &change, asked, words.as_ref())).await?;
            letters.push(letter(&page, event, kind, preview, is_stored));
        }
    }
    let language = |lang: &Lang| Language {
        lang: *lang,
        before: input.before.get(*lang).to_string(),
        after: input.after.get(*lang).to_string(),
    };
    let account = visit.account()?.email.clone();
    let meaning = |key: &str| page.t(&format!("placeholder-{}", key.replace('_', "-")));
    let template = FormPage {
        title: word(&page, kind),
        action: url(event, kind, ""),
        back: address(event, "/mail-words"),
        languages: event.languages.iter().map(language).collect(),
        shown: event.languages.clone(),
        placeholders: placeholders(kind).iter().map(|one| (one.written(), meaning(one.code()))).collect(),
        letters,
        test_text: page.t1("mail-words-test-text", "address", account),
        before: input.before,
        after: input.after,
        page: page.with_problems(&problems),
        problems,
        opened,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn letter(page: &Page, event: &Event, kind: MailKind, preview: Preview, is_stored: bool) -> Letter {
    let Preview { lang, reader, mail } = preview;
    let html = query(&url(event, kind, "/letter"), &[("in", lang.code())]);
    Letter {
        lang,
        to: if reader.is_empty() { page.t("mail-words-made-up") } else { reader },
        subject: mail.subject,
        html_url: if is_stored { html } else { String::new() },
        text: mail.text,
    }
}

/// Stores what was typed, or shows the mail with it.
pub async fn submit(visit: Visit) -> Answer {
    let (kind, access) = (kind(&visit)?, visit.access()?);
    let input =
        OwnWordsInput { before: localised(&visit.form, "before"), after: localised(&visit.form, "after") };
    let typed = visit.typed(input);
    if visit.form.one("do") == "look" {
        return match typed.input.parse(kind) {
            Ok(words) => show(&visit, kind, typed, Looked::At(Some(words))).await,
            Err(problems) => show(&visit, kind, typed, Looked::Wrong(problems)).await,
        };
    }
    let (change, given) = (access.to_change()?, typed.clone());
    match visit.attempt(move |app| mail_words::change(app, &change, kind, &given)).await? {
        Ok(()) => Ok(visit.see_with(&url(access.event(), kind, ""), "saved")),
        Err(error) => {
            let problems = problems_of(error)?;
            let typed = typed.again(&stored(&visit, kind)?);
            show(&visit, kind, typed, Looked::Wrong(problems)).await
        }
    }
}

/// The HTML of the mail as it goes now, for its frame.
pub async fn letter_html(visit: Visit) -> Answer {
    let (change, kind) = (visit.access()?.to_change()?, kind(&visit)?);
    let lang = Lang::parse(visit.query.one("in")).ok_or(PageError::NotFound)?;
    let preview = visit.run(move |app| mail_words::preview(app, &change, (kind, lang), None)).await?;
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(preview.mail.html);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(MAIL_POLICY));
    Ok(response)
}

/// Mails it to the organiser alone.
pub async fn test(visit: Visit) -> Answer {
    let (kind, access) = (kind(&visit)?, visit.access()?);
    let (change, account) = (access.to_change()?, visit.account()?.clone());
    visit.run(move |app| mail_words::send_test(app, &change, &account, kind)).await?;
    Ok(visit.see_with(&url(access.event(), kind, ""), "mailing-tested"))
}
