//! A new round: what counts, within which limits.

use std::sync::Arc;

use actix_web::http::StatusCode;
use askama::Template;
use matching::scoring::Term;

use super::super::lists::lists;
use super::below_rounds;
use super::frame::address;
use crate::app::App;
use crate::domain::interpreter::LanguageRule;
use crate::domain::problems::{Message, Problems};
use crate::domain::question::Question;
use crate::domain::round::Round;
use crate::services::interpreters;
use crate::services::rounds::intentions::Intention;
use crate::services::rounds::settings::{Effort, Pairing, PublishedPlan, RoundInput, RoundSettings};
use crate::services::rounds::{self, StartError, StartedBy};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/new.html")]
struct NewPage {
    page: Page,
    problems: Problems,
    input: RoundInput,
    intentions: Vec<Choice>,
    pairings: Vec<Choice>,
    efforts: Vec<Choice>,
    mixes: Vec<Choice>,
    quotas: Vec<Choice>,
    plans: Vec<Choice>,
    weights: Vec<Weight>,
    /// Whether the details are open: something is typed there.
    details_open: bool,
    candidates_help: String,
    /// Who is in no meeting slot, and the answers to what is to become of them.
    nowhere: Vec<String>,
    nowhere_lead: String,
    nowhere_more: usize,
    nowhere_ways: Vec<Choice>,
    /// The event's own questions that count: where they are set, what they are called, how they count.
    questions: Vec<(String, String, String)>,
    /// What the event says of two people without a common language; empty where each round says it.
    language_rule: String,
}

struct Weight {
    name: String,
    label: String,
    value: String,
    help: String,
}

/// What an organiser may do about people who are in no slot.
const NOWHERE_WAYS: [&str; 2] = ["all", "leave"];

/// The form, with the settings of the latest round, or of the one asked for with its seed.
pub async fn form(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let minimum = access.event().wished_minimum;
    let like: Option<u32> = visit.query.one("like").parse().ok();
    let (all, latest) = visit
        .run(move |app| {
            Ok::<_, PageError>((rounds::list(app, &access)?, rounds::latest_settings(app, &access)?))
        })
        .await?;
    let asked = all.iter().find(|(round, _)| Some(round.number) == like);
    let seed = asked.map(|(round, _)| round.seed);
    let settings = asked
        .and_then(|(round, _)| serde_json::from_str(&round.settings).ok())
        .or(latest)
        .unwrap_or(RoundSettings { wished_minimum: minimum, ..RoundSettings::default() });
    let page = page_of(&visit, RoundInput::from_settings(&settings, seed), Problems::new()).await?;
    visit.show(&page)
}

/// The event's own questions that count in its rounds.
async fn compared(visit: &Visit, page: &Page) -> Result<Vec<(String, String, String)>, PageError> {
    let lists = lists(visit).await?;
    let event = visit.access()?.event();
    let counts = |question: &Question| {
        let comparison = question.comparison?;
        let how =
            page.t1(&format!("questions-counts-{}", comparison.wanted.code()), "points", comparison.points);
        let label = question.label.get(page.lang, event.first_language()).to_string();
        Some((address(event, &format!("/questions/{}", question.id)), label, how))
    };
    Ok(lists.questions.iter().filter_map(counts).collect())
}

async fn page_of(visit: &Visit, input: RoundInput, problems: Problems) -> Result<NewPage, PageError> {
    let page = below_rounds(visit)?.with_problems(&problems);
    let choices = |key: &str, values: &[&str], now: &str| {
        let choice = |value: &&str| {
            let label = page.t(&format!("{key}-{}", value.replace('_', "-")));
            Choice::new(*value, label, *value == now)
        };
        values.iter().map(choice).collect::<Vec<_>>()
    };
    let efforts = Effort::ALL.map(Effort::code);
    let pairings = Pairing::ALL.map(Pairing::code);
    let plans = PublishedPlan::ALL.map(PublishedPlan::code);
    let most = page.words.number(rounds::EVERY_PAIR_UP_TO as u64);
    let access = visit.access()?.clone();
    let (nowhere, rule) = visit
        .run(move |app| {
            Ok::<_, crate::services::Fault>((
                rounds::nowhere(app, &access)?,
                interpreters::rule(app, &access)?,
            ))
        })
        .await?;
    let language_rule = match rule {
        LanguageRule::Any => String::new(),
        said => page.t(&format!("language-rule-{}", said.code())),
    };
    let is_typed = |(_, value): &(String, String)| !value.trim().is_empty();
    let details_open =
        problems.iter().any(|problem| is_detail(&problem.field)) || input.weights.iter().any(is_typed);
    Ok(NewPage {
        nowhere_ways: if nowhere.count == 0 {
            Vec::new()
        } else {
            choices("round-nowhere", &NOWHERE_WAYS, visit.form.one("nowhere"))
        },
        nowhere: nowhere.first.iter().map(super::full_name).collect(),
        nowhere_lead: page.t1("round-nowhere-ask", "people", nowhere.count),
        nowhere_more: nowhere.count.saturating_sub(nowhere.first.len()),
        questions: compared(visit, &page).await?,
        language_rule,
        candidates_help: page.t1("round-candidates-help", "most", most),
        details_open,
        intentions: intentions(&page, &input),
        weights: weights(&page, &input),
        pairings: choices("round-pairing", &pairings, &input.pairing),
        efforts: choices("round-effort", &efforts, &input.effort),
        mixes: choices("round-mix", &["organisation_type", "participant_type"], &input.mix),
        quotas: choices("round-quota-of", &["countries", "groups"], &input.quota_of),
        plans: choices("round-published-plan", &plans, &input.published_plan),
        page,
        problems,
        input,
    })
}

/// Whether a field stands among the details.
fn is_detail(field: &str) -> bool {
    field.starts_with("weight-") || field == "candidates" || field == "seed"
}

/// What a round can be for.
fn intentions(page: &Page, input: &RoundInput) -> Vec<Choice> {
    let said = input.said();
    let choice = |one: Intention| {
        let key = format!("round-intention-{}", one.code());
        Choice::new(one.code(), page.t(&key), said.contains(&one)).with_help(page.t(&format!("{key}-help")))
    };
    Intention::ALL.into_iter().map(choice).collect()
}

/// Each term with what was typed, and with the points that it has otherwise.
fn weights(page: &Page, input: &RoundInput) -> Vec<Weight> {
    let said = input.said();
    let weight = |term: Term| {
        let (key, info) = (term.key(), term.info());
        let typed = input.weights.iter().find(|(name, _)| name == key);
        let values = [
            ("points", Intention::points(&said, term).to_string()),
            ("usual", info.default.to_string()),
            ("range", format!("{}–{}", info.min, info.max)),
        ];
        let is_usual = Intention::points(&said, term) == info.default;
        Weight {
            name: format!("weight-{key}"),
            label: page.t(&format!("term-{}", key.replace('_', "-"))),
            value: typed.map(|(_, value)| value.clone()).unwrap_or_default(),
            help: page.words.tn(if is_usual { "round-weight-usual" } else { "round-weight-raised" }, &values),
        }
    };
    Term::ALL.into_iter().map(weight).collect()
}

/// Starts the round and shows its page, where it appears when it is ready.
pub async fn start(visit: Visit) -> Answer {
    let form = &visit.form;
    let text = |name: &str| form.one(name).to_string();
    let input = RoundInput {
        intentions: form.many("intentions"),
        weights: Term::ALL
            .iter()
            .map(|term| (term.key().to_string(), text(&format!("weight-{}", term.key()))))
            .collect(),
        pairing: text("pairing"),
        effort: text("effort"),
        wished_minimum: text("wished_minimum"),
        most_meetings: text("most_meetings"),
        candidates: text("candidates"),
        mix: text("mix"),
        quota_percent: text("quota_percent"),
        quota_of: text("quota_of"),
        other_quota_percent: text("other_quota_percent"),
        coverage: text("coverage"),
        shared_language: form.has("shared_language"),
        published_plan: text("published_plan"),
        seed: text("seed"),
    };
    let parsed = match (input.parse(), unanswered(&visit).await?) {
        (parsed, None) => parsed,
        (Ok(_), Some(asked)) => Err(Problems::one("nowhere", asked)),
        (Err(mut problems), Some(asked)) => {
            problems.add("nowhere", asked);
            Err(problems)
        }
    };
    let (settings, seed) = match parsed {
        Ok(parsed) => parsed,
        Err(problems) => {
            let page = page_of(&visit, input, problems).await?;
            return visit.show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let access = visit.access()?.to_change()?;
    if visit.form.one("nowhere") == "all" {
        let access = access.clone();
        visit.run(move |app| rounds::put_into_all_blocks(app, &access)).await?;
    }
    let page = StartedBy::Page;
    match visit.attempt(move |app| rounds::start(app, &access, &settings, seed, page)).await? {
        Ok(round) => started(&visit, round).await,
        Err(error) => {
            let text = refusal(&visit.frame(), error)?;
            let mut form = page_of(&visit, input, Problems::new()).await?;
            form.page = form.page.with_notice(Tone::Failure, text);
            visit.show_as(StatusCode::CONFLICT, &form)
        }
    }
}

/// Nobody starts a round over people who are in no slot without having said what is to become of them: the question, where
/// it is not answered.
async fn unanswered(visit: &Visit) -> Result<Option<Message>, PageError> {
    if NOWHERE_WAYS.contains(&visit.form.one("nowhere")) {
        return Ok(None);
    }
    let access = visit.access()?.clone();
    let nowhere = visit.run(move |app| rounds::nowhere(app, &access)).await?.count;
    Ok((nowhere > 0).then(|| Message::new("problem-nowhere").with("people", nowhere)))
}

/// Starts a round that repairs the published plan, with the settings it was made with.
pub async fn repair(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let plan = PublishedPlan::parse(visit.form.one("published_plan")).ok_or(PageError::BadRequest)?;
    match visit.attempt(move |app| rounds::start_repair(app, &access, plan)).await? {
        Ok(round) => started(&visit, round).await,
        Err(error) => {
            let text = refusal(&visit.frame(), error)?;
            super::list::refused(&visit, text).await
        }
    }
}

/// The round is solved on a thread of its own, by this server or by whichever finds it first.
async fn started(visit: &Visit, round: Round) -> Answer {
    let server: Arc<App> = Arc::clone(&visit.site().app);
    visit.run(move |_| rounds::begin_aside(&server, &round.id)).await?;
    Ok(visit.see(&format!("{}/rounds/{}", super::base(visit)?, round.number)))
}

/// Why no round was started, in words.
fn refusal(page: &Page, error: StartError) -> Result<String, PageError> {
    match error {
        StartError::AlreadyRunning(number) => Ok(page.t1("round-already-running", "number", number)),
        StartError::TooManySlots(slots) => {
            Ok(page.t2("round-too-many-slots", "slots", slots, "most", matching::MOST_SLOTS))
        }
        StartError::NoSlots => Ok(page.t("round-no-slots")),
        StartError::NothingPublished => Ok(page.t("round-nothing-published")),
        StartError::Fault(fault) => Err(fault.into()),
    }
}
