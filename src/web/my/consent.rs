//! Who sees me, what I agree to, and in which language mails come: each of these can be changed at any time.

use askama::Template;

use super::{frame, open, path};
use crate::domain::consent::{ConsentTextId, OptionalPurpose};
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::domain::visibility::ShownFields;
use crate::services::consents::{self, ConsentChange, OwnConsent, Say};
use crate::services::my_event::MyEvent;
use crate::web::consents::{self as fields, VisibilityFields};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// An agreement to an earlier text stays as it is.
const KEEP: &str = "keep";
/// It is taken back.
const NO: &str = "no";

#[derive(Template)]
#[template(path = "my/consent.html")]
struct ConsentPage {
    page: Page,
    problems: Problems,
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

/// What the form holds.
struct Typed {
    listed: bool,
    shown: Vec<String>,
    /// Codes of texts.
    agreed: Vec<String>,
    /// What is said of an outdated agreement.
    answers: Vec<(OptionalPurpose, String)>,
    lang: Lang,
}

fn name(purpose: OptionalPurpose) -> String {
    format!("agree-{}", purpose.code())
}

impl Typed {
    fn stored(mine: &MyEvent, own: &[OwnConsent]) -> Typed {
        let profile = &mine.participant.profile;
        let standing = own.iter().filter_map(|one| one.standing.as_ref());
        Typed {
            listed: profile.listed,
            shown: profile.shown.codes().into_iter().map(String::from).collect(),
            agreed: standing.map(|(text, _)| text.id().code()).collect(),
            answers: own.iter().map(|one| (one.purpose, KEEP.to_string())).collect(),
            lang: profile.lang,
        }
    }

    fn posted(visit: &Visit, mine: &MyEvent) -> Typed {
        let answer = |purpose| (purpose, visit.form.one(&name(purpose)).to_string());
        Typed {
            listed: visit.form.has("listed"),
            shown: fields::shown(&visit.form),
            agreed: fields::agreed(&visit.form),
            answers: OptionalPurpose::ALL.into_iter().map(answer).collect(),
            lang: Lang::parse(visit.form.one("lang")).unwrap_or(mine.participant.profile.lang),
        }
    }

    fn answer(&self, purpose: OptionalPurpose) -> &str {
        let found = self.answers.iter().find(|(of, _)| *of == purpose);
        found.map(|(_, answer)| answer.as_str()).unwrap_or_default()
    }

    /// What it says of a purpose; nothing where an agreement to an earlier text is left as it is.
    fn say(&self, own: &OwnConsent) -> Option<Say> {
        let purpose = own.purpose;
        let of_purpose = |code: &str| ConsentTextId::parse(code).filter(|text| text.purpose == purpose);
        if own.is_outdated() {
            return match self.answer(purpose) {
                NO => Some(Say::Disagree(purpose)),
                code => of_purpose(code).map(Say::Agree),
            };
        }
        let ticked = self.agreed.iter().find_map(|code| of_purpose(code));
        Some(ticked.map_or(Say::Disagree(purpose), Say::Agree))
    }
}

/// Shows it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = own(&visit, &mine).await?;
    let typed = Typed::stored(&mine, &own);
    page(&visit, &mine, &own, &typed)
}

async fn own(visit: &Visit, mine: &MyEvent) -> Result<Vec<OwnConsent>, PageError> {
    let (event, who) = (mine.event.id.clone(), mine.participant.id.clone());
    visit.run(move |app| consents::own(app, &event, &who)).await
}

fn page(visit: &Visit, mine: &MyEvent, own: &[OwnConsent], typed: &Typed) -> Answer {
    let page = frame(visit, mine);
    let page = page.clone().below(page.t("my-overview"), path(mine, "")).keeping_typed(visit.path());
    let (old, plain): (Vec<&OwnConsent>, Vec<&OwnConsent>) = own.iter().partition(|one| one.is_outdated());
    let tick = |one: &OwnConsent| {
        let agreed = one.standing.as_ref().map(|(text, _)| text);
        let text = agreed.or(one.asked.as_ref())?;
        Some(fields::choice(&page, &mine.event, text, &typed.agreed))
    };
    let language = |one: Lang| Choice::new(one.code(), one.own_name(), one == typed.lang);
    visit.show(&ConsentPage {
        problems: Problems::new(),
        action: visit.path().to_string(),
        back: path(mine, ""),
        visibility: VisibilityFields::new(&page, typed.listed, &typed.shown),
        consents: plain.into_iter().filter_map(tick).collect(),
        outdated: old.into_iter().filter_map(|one| outdated(&page, mine, one, typed)).collect(),
        languages: Lang::ALL.into_iter().map(language).collect(),
        page,
    })
}

fn outdated(page: &Page, mine: &MyEvent, own: &OwnConsent, typed: &Typed) -> Option<Outdated> {
    let (asked, (agreed, consent)) = (own.asked.as_ref()?, own.standing.as_ref()?);
    let answer = typed.answer(own.purpose);
    let choice = |code: String, key: &str| Choice::new(code.clone(), page.t(key), code == answer);
    let date = page.words.moment(consent.at, mine.event.time_zone);
    let earlier = fields::words(page, &mine.event, agreed);
    Some(Outdated {
        name: name(own.purpose),
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
    let typed = Typed::posted(&visit, &mine);
    if visit.keeps_typed() {
        return page(&visit, &mine, &own, &typed);
    }
    let change = ConsentChange {
        listed: typed.listed,
        shown: ShownFields::read(typed.shown.iter().map(String::as_str)),
        lang: typed.lang,
        said: own.iter().filter_map(|one| typed.say(one)).collect(),
    };
    let (me, shown_in) = (mine.access.clone(), frame(&visit, &mine).lang);
    visit.run(move |app| consents::change(app, &me, &change, shown_in)).await?;
    Ok(visit.see_with(&path(&mine, ""), "saved"))
}
