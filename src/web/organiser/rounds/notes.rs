//! What the organiser must know of a draft: demands that it does not keep, pins left out, what a repair changes.

use super::{base, full_name};
use crate::domain::ids::ParticipantId;
use crate::domain::organisation::OrganisationType;
use crate::domain::round::PairRuleKind;
use crate::services::rounds::settings::QuotaOf;
use crate::services::rounds::{
    self, Conflict, Group, IgnoredPin, Obstacle, Report, Room, RoundView, WhyIgnored,
};
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::paging::query;
use crate::web::visit::Visit;

/// A warning, and whom it is about.
pub(super) struct Note {
    pub text: String,
    pub about: Vec<About>,
    /// How many more it is about.
    pub more: usize,
}

/// People a note names.
pub(super) struct About {
    pub names: String,
    /// Where the rule about them can be changed; empty where there is none.
    pub url: String,
    /// The reason, if it is one of their own.
    pub why: String,
}

/// Everything to be warned of.
pub(super) fn notes(visit: &Visit, page: &Page, view: &RoundView) -> Result<Vec<Note>, PageError> {
    let report = &view.report;
    let rules = format!("{}/pairs", base(visit)?);
    let words = Words { page, view, rules };
    let missed = report.repair.iter().flat_map(|repair| &repair.missed);
    // Where there is no room for all, that is said with the room; whom it hits is chance.
    let is_short = report.room.as_ref().is_some_and(Room::is_short) || report.one_organisation;
    let is_said = |conflict: &&Conflict| is_short && matches!(conflict, Conflict::Minimum { .. });
    let mut notes: Vec<Note> = report
        .conflicts
        .iter()
        .filter(|conflict| !is_said(conflict))
        .map(|conflict| words.conflict("round-conflict", conflict))
        .chain(missed.map(|conflict| words.conflict("round-repair-missed", conflict)))
        .collect();
    let is_open = report.figures.units < report.figures.units_asked;
    let obstacles = report.obstacles.iter().filter(|_| is_open);
    notes.extend(obstacles.map(|obstacle| words.obstacle(obstacle)));
    notes.extend(report.conflict.as_ref().map(|counted| words.counted(counted)));
    let plain = |key: &str| Note { text: page.t(key), about: Vec::new(), more: 0 };
    notes.extend(report.stopped.then(|| plain("round-stopped")));
    notes.extend(view.is_changed_by_hand().then(|| plain("round-changed-by-hand")));
    if !report.ignored_pins.is_empty() {
        let text = page.t1("round-ignored-pins", "n", report.ignored_pins.len());
        let pins = report.ignored_pins.iter().take(MOST_NAMED);
        let more = report.ignored_pins.len().saturating_sub(MOST_NAMED);
        notes.push(Note { text, about: pins.map(|pin| words.ignored(pin)).collect(), more });
    }
    Ok(notes)
}

/// Most people or pairs that a note names; the list is for reading.
const MOST_NAMED: usize = 20;

/// Everyone whom the notes name.
pub(super) fn people(report: &Report) -> Vec<ParticipantId> {
    let missed = report.repair.iter().flat_map(|repair| &repair.missed);
    let conflicts = report.conflicts.iter().chain(missed);
    let named = conflicts.flat_map(|conflict| conflict.people().into_iter().take(2 * MOST_NAMED));
    let pins = report.ignored_pins.iter().take(MOST_NAMED).flat_map(|pin| [&pin.a, &pin.b]);
    named.chain(pins).cloned().collect()
}

struct Words<'a> {
    page: &'a Page,
    view: &'a RoundView,
    /// The address of the list of rules.
    rules: String,
}

impl Words<'_> {
    fn name(&self, id: &ParticipantId) -> String {
        self.view.people.get(id).map(full_name).unwrap_or_default()
    }

    fn about(&self, a: &ParticipantId, b: &ParticipantId, why: String) -> About {
        let is_rule =
            self.view.rules.iter().any(|rule| rule.kind == PairRuleKind::Pin && rule.a == *a && rule.b == *b);
        let name = self.view.people.get(a).map(|one| one.profile.person.name.as_str()).unwrap_or_default();
        let found = query(&self.rules, &[("search", name)]);
        let url = if is_rule { format!("{found}#pair-{a}-{b}") } else { String::new() };
        About { names: format!("{} – {}", self.name(a), self.name(b)), url, why }
    }

    fn conflict(&self, key: &str, conflict: &Conflict) -> Note {
        let page = self.page;
        let n = conflict.pairs().len();
        let what = match conflict {
            Conflict::Pins { .. } => page.t1("round-conflict-pins", "n", n),
            Conflict::Quota { at_most, of } => {
                let key = match of {
                    None => "round-conflict-quota",
                    Some(QuotaOf::Countries) => "round-conflict-quota-countries",
                    Some(QuotaOf::Groups) => "round-conflict-quota-groups",
                };
                page.t1(key, "n", at_most)
            }
            Conflict::Quotas => page.t("round-conflict-quotas"),
            Conflict::QuotaAndPins { .. } => page.t1("round-conflict-quota-and-pins", "n", n),
            Conflict::NotKept { pairs, quota } => {
                let pins = (!pairs.is_empty()).then(|| page.t1("round-conflict-pins", "n", n));
                let quota = quota.then(|| page.t("round-conflict-the-quota"));
                pins.into_iter().chain(quota).collect::<Vec<_>>().join(", ")
            }
            Conflict::Frozen { .. } => page.t1("round-conflict-frozen", "n", n),
            Conflict::Minimum { people, needs, at_most } => {
                let values = [("people", people.len().to_string()), ("needs", needs.to_string())];
                let text = page
                    .words
                    .tn("round-conflict-minimum", &[&values[..], &[("most", at_most.to_string())]].concat());
                return self.alone(text, people);
            }
        };
        let key = match conflict {
            Conflict::NotKept { .. } if key == "round-conflict" => "round-not-kept",
            Conflict::Frozen { .. } => "round-frozen",
            _ => key,
        };
        let about = conflict.pairs().iter().take(MOST_NAMED).map(|(a, b)| self.about(a, b, String::new()));
        Note { text: page.t1(key, "what", what), about: about.collect(), more: n.saturating_sub(MOST_NAMED) }
    }

    /// A note about people by themselves, of whom it names some.
    fn alone(&self, text: String, people: &[ParticipantId]) -> Note {
        let person = |id| About { names: self.name(id), url: String::new(), why: String::new() };
        let more = people.len().saturating_sub(MOST_NAMED);
        Note { text, about: people.iter().take(MOST_NAMED).map(person).collect(), more }
    }

    /// What a group is called.
    fn group(&self, group: &str) -> String {
        let page = self.page;
        if let Some(kind) = OrganisationType::parse(group) {
            return page.t(&kind.word());
        }
        let (event, types) = (&self.view.event, &self.view.programme.types);
        let found = types.iter().find(|kind| kind.id.as_str() == group);
        found.map(|kind| kind.label.get(page.lang, event.first_language()).to_string()).unwrap_or_default()
    }

    /// Why not everybody has the meetings with other groups that are asked for.
    fn obstacle(&self, obstacle: &Obstacle) -> Note {
        let page = self.page;
        let said = |key: &str, values: &[(&str, String)]| page.words.tn(key, values);
        match obstacle {
            Obstacle::Partners { people, group, has } => {
                let values = [("people", people.len().to_string()), ("has", has.to_string())];
                let group = [("group", self.group(group))];
                let text = said("round-obstacle-partners", &[&values[..], &group].concat());
                self.alone(text, people)
            }
            Obstacle::Limit { people } => {
                let text = page.t1("round-obstacle-limit", "people", people.len());
                self.alone(text, people)
            }
            Obstacle::Seats { people, group, asks, seats } => {
                let values = [
                    ("people", people.len().to_string()),
                    ("group", self.group(group)),
                    ("asks", asks.to_string()),
                    ("seats", seats.to_string()),
                ];
                Note { text: said("round-obstacle-seats", &values), about: Vec::new(), more: 0 }
            }
            Obstacle::Together { asked, asks, at_most } => {
                let values = [("asks", asks.to_string()), ("most", at_most.to_string())];
                let one = |(person, group): &(ParticipantId, Group)| About {
                    names: format!("{} – {}", self.name(person), self.group(group)),
                    url: String::new(),
                    why: String::new(),
                };
                let about = asked.iter().take(MOST_NAMED).map(one).collect();
                let more = asked.len().saturating_sub(MOST_NAMED);
                Note { text: said("round-obstacle-together", &values), about, more }
            }
        }
    }

    /// The conflict of a report that only counted.
    fn counted(&self, counted: &str) -> Note {
        let (what, n) = counted.split_once(':').unwrap_or((counted, "0"));
        let what = self.page.t1(&format!("round-conflict-{}", what.replace('_', "-")), "n", n);
        Note { text: self.page.t1("round-conflict", "what", what), about: Vec::new(), more: 0 }
    }

    fn ignored(&self, pin: &IgnoredPin) -> About {
        let page = self.page;
        let about = |key: &str, who: &ParticipantId| page.t1(key, "name", self.name(who));
        let why = match &pin.why {
            WhyIgnored::Unsaid => String::new(),
            WhyIgnored::NotRegistered { who } => about("ignored-not-registered", who),
            WhyIgnored::Excluded => page.t("ignored-excluded"),
            WhyIgnored::SlotGone => page.t("ignored-slot-gone"),
            WhyIgnored::SlotBegun => page.t("ignored-slot-begun"),
            WhyIgnored::Away { who } => about("ignored-away", who),
            WhyIgnored::NeverTogether => page.t("ignored-never-together"),
            WhyIgnored::TableGone => page.t("ignored-table-gone"),
            WhyIgnored::Busy { who } => about("ignored-busy", who),
            WhyIgnored::TableTaken => page.t("ignored-table-taken"),
            WhyIgnored::AtLimit { who } => about("ignored-at-limit", who),
        };
        let time = pin.slot.as_ref().map(|slot| super::draft::when(page, self.view, slot));
        let table = pin.table.map(|table| page.words.table(&self.view.programme.floor, table));
        let place = time.into_iter().chain(table).filter(|said| !said.is_empty());
        let whole: Vec<String> = place.chain(Some(why).filter(|why| !why.is_empty())).collect();
        self.about(&pin.a, &pin.b, whole.join(" · "))
    }
}

/// What a repair changes, beside what planning everything anew would.
pub(super) fn repair_note(page: &Page, report: &Report, repair: &rounds::Repair) -> String {
    let changed = page.words.tn(
        "round-repair-changes",
        &[
            ("lost", repair.lost.to_string()),
            ("moved", repair.moved.to_string()),
            ("people", repair.people.to_string()),
        ],
    );
    let anew = page.words.tn(
        "round-repair-anew",
        &[
            ("people", repair.anew_people.to_string()),
            ("meetings", repair.anew_meetings.to_string()),
            ("score", repair.anew_score.to_string()),
            ("here", report.figures.meetings.to_string()),
        ],
    );
    format!("{changed} {anew}")
}
