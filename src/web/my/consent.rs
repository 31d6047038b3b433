//! Who sees me, what I agree to, and in which language mails come: each of these can be changed at any time.

use actix_web::http::StatusCode;
use askama::Template;

use super::{frame, open, path};
use crate::domain::consent::OptionalPurpose;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::consents::{self, ConsentInput, KEEP, NO, OwnConsent, outdated_field};
use crate::services::my_event::{MyEvent, UpdateError};
use crate::web::consents::{self as fields, VisibilityFields};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/consent.html")]
struct ConsentPage {
    page: Page,
    problems: Problems,
    opened: Opened,
    action: String,
    back: String,
    visibility: VisibilityFields,
    consents: Vec<Choice>,
    outdated: Vec<Outdated>,
    languages: Vec<Choice>,
}

/// What was agreed to before its text changed.
struct Outdated {
    name: String,
    /// The new text.
    legend: String,
    /// The earlier one, and when it was agreed to.
    help: String,
    choices: Vec<Choice>,
}

fn posted(visit: &Visit, mine: &MyEvent) -> ConsentInput {
    let answer = |purpose| {
        let field = outdated_field(purpose);
        let answer = visit.form.one(&field).to_string();
        (field, answer)
    };
    ConsentInput {
        listed: visit.form.has("listed"),
        show: fields::shown(&visit.form),
        agree: fields::agreed(&visit.form),
        outdated: OptionalPurpose::ALL.into_iter().map(answer).collect(),
        lang: Lang::parse(visit.form.one("lang")).unwrap_or(mine.participant.profile.lang),
    }
}

/// Shows it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = own(&visit, &mine).await?;
    let fresh = Typed::fresh(ConsentInput::of(&mine.participant.profile, &own));
    page(&visit, &mine, &own, fresh, Problems::new())
}

async fn own(visit: &Visit, mine: &MyEvent) -> Result<Vec<OwnConsent>, PageError> {
    let (event, who) = (mine.event.id.clone(), mine.participant.id.clone());
    visit.run(move |app| consents::own(app, &event, &who)).await
}

fn page(
    visit: &Visit,
    mine: &MyEvent,
    own: &[OwnConsent],
    Typed { input, opened }: Typed<ConsentInput>,
    problems: Problems,
) -> Answer {
    let page = frame(visit, mine);
    let named = |_: &str, code: &str| Lang::parse(code).map(|lang| lang.own_name().to_string());
    let problems = problems.told_by(named);
    let page = page.with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page.clone().below(page.t("my-overview"), path(mine, "")).keeping_typed(visit.path());
    let (old, plain): (Vec<&OwnConsent>, Vec<&OwnConsent>) = own.iter().partition(|one| one.is_outdated());
    let tick = |one: &OwnConsent| {
        let agreed = one.standing.as_ref().map(|(text, _)| text);
        let text = agreed.or(one.asked.as_ref())?;
        Some(fields::choice(&page, &mine.event, text, &input.agree))
    };
    let language = |one: Lang| Choice::new(one.code(), one.own_name(), one == input.lang);
    let template = ConsentPage {
        problems,
        opened,
        action: visit.path().to_string(),
        back: path(mine, ""),
        visibility: VisibilityFields::new(&page, input.listed, &input.show),
        consents: plain.into_iter().filter_map(tick).collect(),
        outdated: old.into_iter().filter_map(|one| outdated(&page, mine, one, &input)).collect(),
        languages: Lang::ALL.into_iter().map(language).collect(),
        page,
    };
    visit.show_as(status, &template)
}

fn outdated(page: &Page, mine: &MyEvent, own: &OwnConsent, input: &ConsentInput) -> Option<Outdated> {
    let (asked, (agreed, consent)) = (own.asked.as_ref()?, own.standing.as_ref()?);
    let answer = input.outdated.get(&outdated_field(own.purpose))?;
    let choice = |code: String, key: &str| Choice::new(code.clone(), page.t(key), code == *answer);
    let date = page.words.moment(consent.at, mine.event.time_zone);
    let earlier = fields::words(page, &mine.event, agreed);
    Some(Outdated {
        name: outdated_field(own.purpose),
        legend: fields::words(page, &mine.event, asked),
        help: page.t2("consent-earlier", "date", date, "text", earlier),
        choices: vec![
            choice(KEEP.to_string(), "consent-keep"),
            choice(asked.id().code(), "consent-anew"),
            choice(NO.to_string(), "consent-no"),
        ],
    })
}

/// Takes it.
pub async fn save(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = own(&visit, &mine).await?;
    let typed = visit.typed(posted(&visit, &mine));
    if visit.keeps_typed() {
        return page(&visit, &mine, &own, typed, Problems::new());
    }
    let (me, given, shown_in) = (mine.access.clone(), typed.clone(), frame(&visit, &mine).lang);
    match visit.attempt(move |app| consents::change(app, &me, &given, shown_in)).await? {
        Ok(()) => Ok(visit.see_with(&path(&mine, ""), "saved")),
        Err(UpdateError::Invalid(problems)) => {
            let typed = typed.again(&ConsentInput::of(&mine.participant.profile, &own));
            page(&visit, &mine, &own, typed, problems)
        }
        Err(UpdateError::Fault(fault)) => Err(fault.into()),
    }
}
