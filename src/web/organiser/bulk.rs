//! One change to many participants: to what, then what it would do, then the button that does it.

use actix_web::http::StatusCode;
use askama::Template;

use super::breaks;
use super::frame::{address, below, label_in, problems_of};
use crate::domain::answer::{Asked, Kind};
use crate::domain::bulk_change::{BulkChange, How, choosable, takes_several};
use crate::domain::event::{Event, Programme, Session};
use crate::domain::ids::{ParticipantId, SessionId, digest};
use crate::domain::participant::Participant;
use crate::domain::people_filter::Filter;
use crate::domain::problems::Problems;
use crate::services::bulk_changes::{self, Change, Preview};
use crate::services::{Fault, events, notes_and_tags, registrations};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::person_fields;
use crate::web::posted::Posted;
use crate::web::visit::Visit;

/// The button of the list that leads here: what is to be done with those who are ticked.
pub(super) const CODE: &str = "change";
/// What is changed: a tag is given.
const GIVE: &str = "tag-give";
/// They are invited to a session.
const INVITE: &str = "session-invite";
/// A tag is taken away.
const TAKE: &str = "tag-take";
/// How many people are named before the rest is a number.
const NAMED: usize = 8;

#[derive(Template)]
#[template(path = "organiser/bulk.html")]
struct BulkPage {
    page: Page,
    problems: Problems,
    /// What is changed, in a word.
    what: String,
    value: ValueField,
    /// What is done with an answer of which there can be several; empty for others.
    hows: Vec<Choice>,
    /// Everything that says whom it is about, as fields.
    carried: Vec<(String, String)>,
    /// What it would do, once a value is chosen.
    preview: Option<PreviewView>,
    /// Whether anybody is mailed about it.
    mails: String,
    action: String,
    back: String,
}

/// Where the value is chosen, or typed.
struct ValueField {
    choices: Vec<Choice>,
    /// As it was typed; only where there is nothing to choose.
    typed: String,
    is_typed: bool,
    /// What stands for no answer; empty where there has to be one.
    none: String,
}

struct PreviewView {
    lead: String,
    examples: Vec<String>,
    more: Option<String>,
    /// Why some cannot be changed, each with their names.
    cannot: Vec<(String, String)>,
    count: usize,
    button: String,
    /// Which people everybody was; empty where they were ticked.
    everybody: String,
    ids: Vec<String>,
    /// The value and how, for the button.
    fields: Vec<(&'static str, String)>,
}

/// Whom and what a request is about.
struct Wanted {
    ids: Vec<String>,
    is_everybody: bool,
    filter: Filter,
    what: String,
    value: String,
    how: How,
}

impl Wanted {
    fn read(fields: &Posted) -> Wanted {
        Wanted {
            ids: fields.many("id"),
            is_everybody: fields.has("everybody"),
            filter: Filter::read(|name| fields.one(name).to_string()),
            what: fields.one("what").to_string(),
            value: fields.one("value").to_string(),
            how: How::parse(fields.one("how")).unwrap_or(How::Set),
        }
    }

    fn change(&self) -> Change {
        match self.what.as_str() {
            GIVE => Change::GiveTag(self.value.clone()),
            INVITE => Change::Invite(SessionId(self.value.clone())),
            TAKE => Change::TakeTag(self.value.clone()),
            key => {
                Change::Answer(BulkChange { key: key.to_string(), value: self.value.clone(), how: self.how })
            }
        }
    }

    /// As fields that a form brings along unseen.
    fn carried(&self) -> Vec<(String, String)> {
        let mut all = vec![("what".to_string(), self.what.clone())];
        match self.is_everybody {
            true => {
                all.push(("everybody".to_string(), "yes".to_string()));
                all.extend(self.filter.pairs());
            }
            false => all.extend(self.ids.iter().map(|id| ("id".to_string(), id.clone()))),
        }
        all
    }
}

/// What can be changed of many: tags, and what is chosen.
pub(super) fn targets(page: &Page, event: &Event, lists: &Programme, chosen: Option<&str>) -> Vec<Choice> {
    let is_chosen = |code: &str| chosen == Some(code);
    let tags = [(GIVE, "bulk-tag-give"), (TAKE, "bulk-tag-take")];
    let tags = tags.map(|(code, word)| Choice::new(code, page.t(word), is_chosen(code)));
    let answers = choosable(lists).into_iter().map(|question| {
        let code = question.key.as_str().to_string();
        let label = page.words.label(&question, event.first_language());
        let chosen = is_chosen(&code);
        Choice::new(code, label, chosen)
    });
    let invite = (!lists.sessions.is_empty())
        .then(|| Choice::new(INVITE, page.t("bulk-session-invite"), is_chosen(INVITE)));
    tags.into_iter().chain(invite).chain(answers).collect()
}

/// Goes on from the list to the page of a change, with what was ticked there.
pub(super) fn begin(visit: &Visit) -> Answer {
    let there = address(visit.access()?.event(), "/participants/change");
    let query = visit.address.split_once('?').map(|(_, query)| query).unwrap_or_default();
    Ok(visit.see(&format!("{there}?{query}")))
}

/// The page: the value is chosen first, then it says what that would do.
pub async fn show(visit: Visit) -> Answer {
    let wanted = Wanted::read(&visit.query);
    page_of(&visit, &wanted, visit.query.has("value"), Problems::new()).await
}

async fn page_of(visit: &Visit, wanted: &Wanted, is_chosen: bool, problems: Problems) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let (lists, tags) = visit
        .run(move |app| Ok::<_, Fault>((events::lists(app, &own)?, notes_and_tags::known_tags(app, &own)?)))
        .await?;
    let event = access.event();
    let page = below(visit, access, "nav-participants", "/participants")?;
    let targets = targets(&page, event, &lists, Some(&wanted.what));
    let what = targets.into_iter().find(|one| one.chosen).ok_or(PageError::BadRequest)?.label;
    let question = choosable(&lists).into_iter().find(|one| one.key.as_str() == wanted.what);
    let (found, problems) = match is_chosen && problems.is_empty() {
        true => match preview(visit, wanted).await? {
            Ok((found, ids)) => (Some((found, ids)), problems),
            Err(problems) => (None, problems),
        },
        false => (None, problems),
    };
    let page = page.with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = BulkPage {
        what,
        value: match wanted.what.as_str() {
            INVITE => sessions_to_come(visit, &page, event, &lists, &wanted.value),
            _ => value_field(&page, event, question.as_ref(), &tags, wanted),
        },
        mails: page.t(if wanted.what == INVITE { "bulk-session-mails" } else { "bulk-no-mail" }),
        hows: question.as_ref().filter(|one| takes_several(one)).map_or_else(Vec::new, |_| {
            let how = |how: How| {
                Choice::new(how.code(), page.t(&format!("bulk-how-{}", how.code())), how == wanted.how)
            };
            How::ALL.into_iter().map(how).collect()
        }),
        carried: wanted.carried(),
        preview: found.map(|(found, ids)| preview_view(&page, &found, ids, wanted)),
        action: address(event, "/participants/change"),
        back: super::participants::found_url(event, &wanted.filter),
        problems,
        page,
    };
    visit.show_as(status, &template)
}

/// What the change would do now, and to whom it was asked.
async fn preview(
    visit: &Visit,
    wanted: &Wanted,
) -> Result<Result<(Preview, Vec<ParticipantId>), Problems>, PageError> {
    let change = visit.access()?.to_change()?;
    let (what, lang, filter) = (wanted.change(), visit.lang(), wanted.filter.clone());
    let (is_everybody, ticked) = (wanted.is_everybody, wanted.ids.clone());
    let found = visit
        .attempt(move |app| {
            let ids = match is_everybody {
                true => registrations::ids_found(app, &change, &filter)?,
                false => ticked.into_iter().map(ParticipantId).collect(),
            };
            Ok(bulk_changes::preview(app, &change, &ids, &what, lang)?).map(|found| (found, ids))
        })
        .await?;
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(error) => problems_of(error).map(Err),
    }
}

/// Names those who would be changed, so that a button changes nobody whom its page did not count.
fn named(found: &Preview) -> String {
    digest(found.changes.iter().map(|person| person.id.as_str()))
}

/// The sessions to which people can be invited.
fn sessions_to_come(
    visit: &Visit,
    page: &Page,
    event: &Event,
    lists: &Programme,
    chosen: &str,
) -> ValueField {
    let now = visit.app().clock.now();
    let choice = |one: &Session| {
        let when = page.words.day_and_time(one.starts_at, one.ends_at, event.time_zone);
        let label = format!("{}, {when}", label_in(&one.title, page, event));
        Choice::new(one.id.as_str(), label, one.id.as_str() == chosen)
    };
    let choices = lists.sessions.iter().filter(|one| one.ends_at > now).map(choice).collect();
    ValueField { choices, typed: String::new(), is_typed: false, none: String::new() }
}

fn value_field(
    page: &Page,
    event: &Event,
    question: Option<&Asked<'_>>,
    tags: &[String],
    wanted: &Wanted,
) -> ValueField {
    let typed = wanted.value.clone();
    let Some(question) = question else {
        let choices = tags.iter().map(|tag| Choice::new(tag, tag, *tag == wanted.value)).collect();
        return ValueField { choices, typed, is_typed: wanted.what == GIVE, none: String::new() };
    };
    let chosen = std::slice::from_ref(&wanted.value);
    let choices = person_fields::choices(page, event, question, chosen);
    let may_be_none = question.required.is_none() && question.kind != Kind::Languages;
    ValueField {
        choices: choices.into_iter().filter(|choice| !choice.value.is_empty()).collect(),
        typed,
        is_typed: false,
        none: if may_be_none { page.t("question-no-answer") } else { String::new() },
    }
}

fn preview_view(page: &Page, found: &Preview, ids: Vec<ParticipantId>, wanted: &Wanted) -> PreviewView {
    let n = found.changes.len();
    let more = n.saturating_sub(NAMED);
    let cannot = found.cannot.iter().map(|(why, people)| {
        let word = page.t1(&format!("bulk-cannot-{}", why.code()), "count", people.len());
        let names: Vec<String> = people.iter().take(NAMED).map(who).collect();
        let rest = people.len().saturating_sub(NAMED);
        let rest = (rest > 0).then(|| page.t1("decide-more", "count", rest));
        (word, names.into_iter().chain(rest).collect::<Vec<_>>().join("; "))
    });
    PreviewView {
        lead: page.words.tn(
            "bulk-lead",
            &[("count", n.to_string()), ("all", found.all().to_string()), ("same", found.same.to_string())],
        ),
        examples: found.changes.iter().take(NAMED).map(who).collect(),
        more: (more > 0).then(|| page.t1("decide-more", "count", more)),
        cannot: cannot.collect(),
        count: n,
        button: page.t1("bulk-do", "count", n),
        everybody: if wanted.is_everybody { named(found) } else { String::new() },
        ids: if wanted.is_everybody { Vec::new() } else { ids.into_iter().map(|id| id.0).collect() },
        fields: vec![("value", wanted.value.clone()), ("how", wanted.how.code().to_string())],
    }
}

fn who(person: &Participant) -> String {
    let person = &person.profile.person;
    format!("{}, {}", person.name, person.organisation)
}

/// Makes the change.
pub async fn apply(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let wanted = Wanted::read(&visit.form);
    let (found, ids) = match preview(&visit, &wanted).await? {
        Ok(found) => found,
        Err(problems) => return page_of(&visit, &wanted, true, problems).await,
    };
    if wanted.is_everybody && named(&found) != visit.form.one("everybody") {
        // The filter finds others by now: show whom.
        return page_of(&visit, &wanted, true, Problems::new()).await;
    }
    let (what, accepted) = (wanted.change(), visit.accepted());
    let done = visit.attempt(move |app| bulk_changes::apply(app, &change, &ids, &what, &accepted)).await?;
    let back = super::participants::found_url(access.event(), &wanted.filter);
    let page = below(&visit, access, "nav-participants", "/participants");
    match breaks::outcome(&visit, page, done, &back, (&back, "bulk-changed")).await {
        Ok(answer) => answer,
        Err(problems) => page_of(&visit, &wanted, true, problems).await,
    }
}
