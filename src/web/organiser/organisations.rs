//! The organisations of an event: spellings that probably mean one, and merging them.

use askama::Template;

use super::breaks;
use super::frame::{again, part};
use crate::domain::problems::Problems;
use crate::domain::same_organisation::Spelling;
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::organisations;
use crate::web::error::Answer;
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

/// Groups of spellings that probably mean one.
const DOUBLES: List = List { field: "doubles", head: "doubles", size: 20 };
/// All spellings, of which some are searched.
const SPELLINGS: List = List { head: "spellings", ..List::ONLY };

#[derive(Template)]
#[template(path = "organiser/organisations.html")]
struct OrganisationsPage {
    page: Page,
    problems: Problems,
    groups: Vec<Group>,
    doubles: Pager,
    search: String,
    /// The spellings that the search finds, each with how many people have it, for whoever types one.
    all: Vec<(String, String)>,
    spellings: Pager,
    /// The two fields in which spellings are typed: name, label, value.
    typed: Vec<(&'static str, String, String)>,
    action: String,
}

/// Spellings that probably mean one organisation: each as one that goes, and as the one that stays.
struct Group {
    name: String,
    from: Vec<Choice>,
    into: Vec<Choice>,
}

/// Shows them.
pub async fn list(visit: Visit) -> Answer {
    page_of(&visit, Problems::new()).await
}

async fn page_of(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let found = visit.run(move |app| organisations::list(app, &own)).await?;
    let page = part(visit, access)?.with_problems(&problems);
    let doubles = DOUBLES.pager(visit, found.doubles.len());
    let groups = doubles.cut(&found.doubles).map(|group| group_of(&page, group)).collect();
    let search = text::line(visit.query.one("search"));
    let wanted = Wanted::of(&search);
    let fits = |(name, _): &(&String, &usize)| wanted.is_anything() || wanted.fits(&search::key(&[name]));
    let all: Vec<(&String, &usize)> = found.all.iter().filter(fits).collect();
    let spellings = SPELLINGS.pager(visit, all.len());
    let people =
        |(name, people): (&String, &usize)| (name.clone(), page.t1("organisations-have", "people", *people));
    let typed = visit.form.has("other");
    let kept = |name: &str| if typed { visit.form.one(name).to_string() } else { String::new() };
    let template = OrganisationsPage {
        groups,
        doubles,
        all: spellings.cut(all).map(people).collect(),
        spellings,
        search,
        typed: vec![
            ("from", page.t("organisations-other-from"), kept("from")),
            ("into", page.t("organisations-other-into"), kept("into")),
        ],
        action: visit.path().to_string(),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// All are ticked, and the first one stays, unless somebody says otherwise.
fn group_of(page: &Page, group: &[Spelling]) -> Group {
    let label = |one: &Spelling| page.t2("organisations-people", "name", &one.name, "people", one.people);
    let from = group.iter().map(|one| Choice::new(&one.name, label(one), true)).collect();
    let into = group.iter().enumerate().map(|(at, one)| Choice::new(&one.name, &one.name, at == 0)).collect();
    Group { name: group.first().map(|one| one.name.clone()).unwrap_or_default(), from, into }
}

/// Merges those that were ticked, or the two that were typed.
pub async fn merge(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (from, into) = (visit.form.many("from"), visit.form.one("into").to_string());
    let (change, accepted) = (access.to_change()?, visit.accepted());
    let done =
        visit.attempt(move |app| organisations::merge(app, &change, (&from, &into), &accepted)).await?;
    let (page, back) = (part(&visit, access), visit.path());
    match breaks::outcome(&visit, page, done, back, (back, "organisations-merged")).await {
        Ok(answer) => answer,
        Err(problems) => page_of(&visit, problems).await,
    }
}
