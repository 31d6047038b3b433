//! A mailing before it goes: as it arrives in each language, who gets it, a test, and the button that names the number.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use askama::Template;

use super::{frame, id, progress, title, url, view};
use crate::domain::lang::Lang;
use crate::domain::mailing::MailingState;
use crate::domain::problems::Problems;
use crate::services::mailings::{self, Going, MailingView, Preview, When};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::organiser::frame::{address, again, problems_of};
use crate::web::organiser::outbox::MAIL_POLICY;
use crate::web::page::{Page, Tone};
use crate::web::paging::query;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/mailings/check.html")]
struct CheckPage {
    page: Page,
    problems: Problems,
    title: String,
    state: String,
    lead: String,
    /// Why nobody outside the team gets it; empty if they do.
    held: String,
    letters: Vec<Letter>,
    facts: Vec<(String, String)>,
    blocked: Vec<(String, String)>,
    more_blocked: String,
    people_url: String,
    /// None where it goes at its time already.
    sending: Option<Sending>,
    call_off_url: String,
    edit_url: String,
}

/// The forms of a draft.
struct Sending {
    test_url: String,
    test_text: String,
    action: String,
    /// Empty where nobody gets it.
    button: String,
    digest: String,
    when: Vec<Choice>,
    at: String,
    at_label: String,
    delete_url: String,
}

/// The mail in one language.
struct Letter {
    lang: Lang,
    heading: String,
    to: String,
    from: String,
    subject: String,
    html_url: String,
    text: String,
    /// The same with somebody else's facts; empty if there is nobody else.
    other_url: String,
}

/// The page: of a draft, what will go; of any other, what becomes of it.
pub async fn show(visit: Visit) -> Answer {
    let view = view(&visit).await?;
    match view.mailing.state {
        MailingState::Draft if !view.mailing.is_complete() => {
            Ok(visit.see(&url(visit.access()?.event(), &view.mailing.id, "/edit")))
        }
        MailingState::Draft | MailingState::Scheduled => {
            show_check(&visit, &view, Problems::new(), false).await
        }
        _ => progress::show(&visit, &view),
    }
}

/// Which reader's facts a query asks for in a language.
fn number(visit: &Visit, lang: Lang) -> usize {
    visit.query.one(&reader_field(lang)).parse().unwrap_or_default()
}

fn reader_field(lang: Lang) -> String {
    format!("reader_{lang}")
}

async fn previews(visit: &Visit, view: &MailingView) -> Result<Vec<Preview>, PageError> {
    let mut previews = Vec::new();
    for (lang, _) in &view.languages {
        let (change, id) = (visit.access()?.to_change()?, view.mailing.id.clone());
        let asked = (*lang, number(visit, *lang));
        previews.push(visit.run(move |app| mailings::preview(app, &change, &id, asked)).await?);
    }
    Ok(previews)
}

async fn show_check(visit: &Visit, view: &MailingView, problems: Problems, others: bool) -> Answer {
    let previews = previews(visit, view).await?;
    let event = visit.access()?.event();
    let mut page = frame(visit)?.with_problems(&problems);
    if others {
        let text = page.t("mailing-others");
        page = page.with_notice(Tone::Warning, text);
    }
    let mailing = &view.mailing;
    let pairs = mailing.people.pairs();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let more = view.audience.blocked.len().saturating_sub(view.blocked.len());
    let person = |row: &crate::services::participants::ListRow| {
        let who = &row.registration.participant;
        (row.name.clone(), address(event, &format!("/participants/{who}")))
    };
    let template = CheckPage {
        title: title(&page, event, mailing),
        state: page.t(&format!("mailing-state-{}", mailing.state.code())),
        lead: lead(&page, event, view),
        held: if event.state.is_public() { String::new() } else { page.t("mailing-held") },
        letters: previews.iter().map(|one| letter(&page, visit, view, one)).collect(),
        facts: facts(&page, view),
        blocked: view.blocked.iter().map(person).collect(),
        more_blocked: if more > 0 { page.t1("decide-more", "count", more) } else { String::new() },
        people_url: query(&address(event, "/participants"), &pairs),
        sending: (mailing.state == MailingState::Draft).then(|| sending(&page, visit, view)),
        call_off_url: url(event, &mailing.id, "/call-off"),
        edit_url: url(event, &mailing.id, "/edit"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn lead(page: &Page, event: &crate::domain::event::Event, view: &MailingView) -> String {
    let (people, languages) = (view.audience.gets.len(), view.languages.len());
    match view.mailing.send_at {
        Some(at) => {
            let when = page.words.moment(at, event.time_zone);
            page.t2("mailing-goes-at", "when", when, "people", people)
        }
        None => page.t2("mailing-goes-to", "people", people, "languages", languages),
    }
}

fn facts(page: &Page, view: &MailingView) -> Vec<(String, String)> {
    let audience = &view.audience;
    let number = |n: usize| page.words.number(n as u64);
    let rows = [
        ("mailing-fact-found", audience.found()),
        ("mailing-fact-address", audience.without_address),
        ("mailing-fact-unconfirmed", audience.unconfirmed),
        ("mailing-fact-stopped", audience.stopped),
        ("mailing-fact-blocked", audience.blocked.len()),
        ("mailing-fact-gets", audience.gets.len()),
    ];
    let shown =
        |(key, n): &(&str, usize)| *n > 0 || matches!(*key, "mailing-fact-found" | "mailing-fact-gets");
    rows.iter().filter(|row| shown(row)).map(|(key, n)| (page.t(key), number(*n))).collect()
}

fn letter(page: &Page, visit: &Visit, view: &MailingView, preview: &Preview) -> Letter {
    let mailing = &view.mailing;
    let event = visit.access().map(|access| url(access.event(), &mailing.id, ""));
    let own = event.unwrap_or_default();
    let field = reader_field(preview.lang);
    let of = |number: usize| number.to_string();
    let next = of((preview.number + 1) % preview.of.max(1));
    let others = view.languages.iter().map(|(lang, _)| (reader_field(*lang), of(number(visit, *lang))));
    let mut pairs: Vec<(String, String)> = others.filter(|(name, _)| *name != field).collect();
    pairs.push((field.clone(), next));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let person = &preview.reader.participant.profile.person;
    let shown = of(preview.number);
    Letter {
        lang: preview.lang,
        heading: page.t2("mailing-letter", "language", preview.lang.own_name(), "count", preview.of),
        to: format!("{}, {}", person.name, person.organisation),
        from: preview.mail.from.clone(),
        subject: preview.mail.subject.clone(),
        html_url: query(
            &format!("{own}/letter"),
            &[
                ("in", preview.lang.code()),
                (&field, &shown),
                ("v", &mailing.changed_at.timestamp().to_string()),
            ],
        ),
        text: preview.mail.text.clone(),
        other_url: match preview.of {
            0 | 1 => String::new(),
            _ => format!("{}#letters", query(&own, &pairs)),
        },
    }
}

fn sending(page: &Page, visit: &Visit, view: &MailingView) -> Sending {
    let own = |end: &str| format!("{}{end}", visit.path().trim_end_matches("/send"));
    let people = view.audience.gets.len();
    let chosen = visit.form.one("when");
    let when = |code: &str| {
        let is_chosen = if chosen.is_empty() { code == "soon" } else { code == chosen };
        let choice = Choice::new(code, page.t(&format!("mailing-when-{code}")), is_chosen);
        choice.with_help(page.t(&format!("mailing-when-{code}-help")))
    };
    let account = visit.account().map(|account| account.email.clone()).unwrap_or_default();
    let zone = visit.access().map(|access| access.event().time_zone.name()).unwrap_or_default();
    Sending {
        test_url: own("/test"),
        test_text: page.t1("mailing-test-text", "address", account),
        action: own("/send"),
        button: if people > 0 { page.t1("mailing-send", "count", people) } else { String::new() },
        digest: view.audience.digest(),
        when: ["soon", "now", "later"].map(when).into(),
        at: visit.form.one("at").to_string(),
        at_label: page.t1("mailing-at", "zone", zone),
        delete_url: own("/delete"),
    }
}

/// The HTML of a mail as it arrives, for its frame.
pub async fn letter_html(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let lang = Lang::parse(visit.query.one("in")).ok_or(PageError::NotFound)?;
    let asked = (lang, number(&visit, lang));
    let preview = visit.run(move |app| mailings::preview(app, &change, &id, asked)).await?;
    let mut response = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(preview.mail.html);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(MAIL_POLICY));
    Ok(response)
}

/// Mails it to the organiser alone.
pub async fn test(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, account, id) = (access.to_change()?, visit.account()?.clone(), id(&visit));
    let back = url(access.event(), &id, "");
    visit.run(move |app| mailings::send_test(app, &change, &account, &id)).await?;
    Ok(visit.see_with(&back, "mailing-tested"))
}

/// Sends it to those whom the page has counted.
pub async fn send(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, of) = (access.to_change()?, id(&visit));
    let back = url(access.event(), &of, "");
    let when = match visit.form.one("when") {
        "now" => When::Now,
        "later" => When::At(visit.form.one("at").to_string()),
        "soon" => When::Soon,
        _ => return Err(PageError::BadRequest),
    };
    let seen = visit.form.one("people").to_string();
    match visit.attempt(move |app| mailings::send(app, &change, &of, &when, &seen)).await? {
        Ok(Going::Scheduled) => Ok(visit.see_with(&back, "mailing-scheduled")),
        Ok(Going::Gone) => Ok(visit.see(&back)),
        Ok(Going::Others) => show_check(&visit, &view(&visit).await?, Problems::new(), true).await,
        Err(error) => show_check(&visit, &view(&visit).await?, problems_of(error)?, false).await,
    }
}

/// Makes one that has not begun a draft again.
pub async fn call_off(visit: Visit) -> Answer {
    act(visit, "mailing-called-off", mailings::call_off).await
}

/// Holds what has not gone.
pub async fn pause(visit: Visit) -> Answer {
    act(visit, "mailing-paused", mailings::pause).await
}

/// Lets what was held go.
pub async fn go_on(visit: Visit) -> Answer {
    act(visit, "mailing-resumed", mailings::go_on).await
}

/// Lets what has not gone never go.
pub async fn stop(visit: Visit) -> Answer {
    act(visit, "mailing-stopped", mailings::stop).await
}

/// Does one thing with the mailing of the path; where it came too late, its page says how it stands.
async fn act(
    visit: Visit,
    said: &'static str,
    step: fn(
        &crate::app::App,
        &crate::services::access::ChangeAccess,
        &crate::domain::ids::MailingId,
    ) -> Result<bool, crate::services::Fault>,
) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let back = url(access.event(), &id, "");
    match visit.run(move |app| step(app, &change, &id)).await? {
        true => Ok(visit.see_with(&back, said)),
        false => Ok(visit.see_with(&back, "mailing-late")),
    }
}
