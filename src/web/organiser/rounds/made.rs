//! How a round was made, in words: its settings and its seed, so that drafts can be told apart and made again.

use matching::scoring::Term;

use crate::domain::round::Round;
use crate::services::rounds::intentions::Intention;
use crate::services::rounds::settings::{Mix, PublishedPlan, QuotaOf, RoundSettings};
use crate::web::page::Page;

/// The settings line by line: what is asked, and what was said.
pub(super) fn lines(page: &Page, settings: &RoundSettings, round: &Round) -> Vec<(String, String)> {
    let mut lines = vec![
        (page.t("round-made-said"), said(page, settings)),
        (page.t("round-made-whom"), whom(page, settings)),
        (page.t("round-made-demands"), demands(page, settings)),
        (page.t("round-mix"), page.t(mix_key(settings.mix))),
        (page.t("round-made-points"), points(page, settings)),
        (page.t("round-effort"), page.t(&format!("round-effort-{}", settings.effort.code()))),
    ];
    if settings.published_plan != PublishedPlan::PlanAnew {
        let plan = format!("round-published-plan-{}", settings.published_plan.code().replace('_', "-"));
        lines.push((page.t("round-made-plan"), page.t(&plan)));
    }
    lines.push((page.t("round-seed"), round.seed.to_string()));
    lines
}

/// The settings that drafts differ in most, in one line.
pub(super) fn in_short(page: &Page, settings: &RoundSettings, round: &Round) -> String {
    let effort = page.t(&format!("round-effort-{}-short", settings.effort.code()));
    let said = Intention::of(&settings.points()).into_iter().map(|one| intention(page, one));
    let changed = changed(settings).len();
    let points = (changed > 0).then(|| page.t1("round-made-points-changed", "n", changed));
    let seed = page.t1("round-made-seed", "seed", round.seed);
    said.chain([demands(page, settings)]).chain(points).chain([effort, seed]).collect::<Vec<_>>().join(" · ")
}

/// What the round is for.
pub(super) fn said(page: &Page, settings: &RoundSettings) -> String {
    let said = Intention::of(&settings.points()).into_iter().map(|one| intention(page, one));
    let said: Vec<String> = said.collect();
    if said.is_empty() { page.t("round-made-said-nothing") } else { said.join(" · ") }
}

fn intention(page: &Page, one: Intention) -> String {
    page.t(&format!("round-intention-{}", one.code()))
}

fn whom(page: &Page, settings: &RoundSettings) -> String {
    page.t(&format!("round-pairing-{}", settings.pairing.code().replace('_', "-")))
}

/// Minimum, maximum, shares, other groups, language.
pub(super) fn demands(page: &Page, settings: &RoundSettings) -> String {
    let limits =
        page.t2("round-made-limits", "least", settings.wished_minimum, "most", settings.most_meetings);
    let coverage = coverage(page, settings);
    let language = settings.shared_language.then(|| page.t("round-made-language"));
    let asked = quotas(page, settings).into_iter().chain(coverage).chain(language);
    [limits].into_iter().chain(asked).collect::<Vec<_>>().join(" · ")
}

/// The shares that are asked for.
pub(super) fn quotas(page: &Page, settings: &RoundSettings) -> Vec<String> {
    let quota = |(of, percent): (QuotaOf, u32)| {
        let key = match of {
            QuotaOf::Countries => "round-made-quota-countries",
            QuotaOf::Groups => "round-made-quota-groups",
        };
        page.t1(key, "percent", percent)
    };
    settings.quotas().into_iter().map(quota).collect()
}

/// The meetings with each other group that are asked for.
pub(super) fn coverage(page: &Page, settings: &RoundSettings) -> Option<String> {
    settings.coverage.map(|of_each| page.t1("round-made-coverage", "n", of_each))
}

/// What people mix by.
pub(super) fn mix_key(mix: Mix) -> &'static str {
    match mix {
        Mix::OrganisationType => "round-mix-organisation-type",
        Mix::ParticipantType => "round-mix-participant-type",
    }
}

/// The terms whose points are others than what was said makes them, with both.
fn changed(settings: &RoundSettings) -> Vec<(Term, i32, i32)> {
    let points = settings.points();
    let said = Intention::of(&points);
    let of = |term: &Term| (*term, points.points(*term), Intention::points(&said, *term));
    Term::ALL.iter().map(of).filter(|(_, now, usual)| now != usual).collect()
}

/// The points that are others than what was said makes them.
pub(super) fn points(page: &Page, settings: &RoundSettings) -> String {
    let line = |(term, now, usual): (Term, i32, i32)| {
        let name = page.t(&format!("term-{}", term.key().replace('_', "-")));
        let values = [("term", name), ("now", now.to_string()), ("usual", usual.to_string())];
        page.words.tn("round-made-term", &values)
    };
    let lines: Vec<String> = changed(settings).into_iter().map(line).collect();
    if lines.is_empty() { page.t("round-made-points-usual") } else { lines.join(" · ") }
}
