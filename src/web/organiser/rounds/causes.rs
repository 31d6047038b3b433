//! Why people have too few meetings, in words: the true cause first, then the persons, grouped by what their reasons come
//! down to.

use std::collections::BTreeMap;

use super::full_name;
use crate::domain::ids::ParticipantId;
use crate::services::rounds::{Barrier, Cause, Hindrance, Remedy, Report, Room, RoundView, Shortfall, Why};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::{List, query};
use crate::web::visit::Visit;

/// Those who can meet in no slot at all: said before anything else.
pub(super) struct Nowhere {
    /// Names the reason, as in the query for all of them.
    pub code: &'static str,
    pub sentence: String,
    /// What the organiser can do.
    pub mend: String,
    /// Whether it is mended where a round is started.
    pub is_asked: bool,
    /// The first of them.
    pub names: Vec<String>,
    /// Where all of them are named; empty where that is done here.
    pub all: String,
}

/// Those who are in no slot, among the codes of the groups.
const NOWHERE: &str = "nowhere";
/// Those whose hours hold none of theirs.
const OUTSIDE_HOURS: &str = "no-hours";
/// People that a group names at once; all of them stand in a list of their own.
const FEW: usize = 10;
/// That list.
const ALL: List = List { field: "short", head: "short", ..List::ONLY };

/// All people of a group, a page at a time.
pub(super) struct Named {
    code: String,
    pub title: String,
    pub people: Vec<Short>,
    pub pager: Pager,
}

/// Why people stay below their minimum, before any name.
pub(super) struct MainCause {
    pub title: String,
    /// The count of places as an equation, where tables and slots are the cause: `[20 tables, 8 slots, 160 meetings]`.
    pub sum: Option<[String; 3]>,
    pub sentences: Vec<String>,
}

/// People whose reasons come down to the same.
pub(super) struct Group {
    pub reason: String,
    pub count: String,
    /// The first of them.
    pub people: Vec<Short>,
    /// Where all of them are named; empty where that is done here.
    pub all: String,
}

/// Somebody with too few meetings.
pub(super) struct Short {
    pub name: String,
    /// What they have, and what stands in the way.
    pub detail: String,
}

/// Who can meet in no slot, by the reason: whoever is in none, and whoever's hours hold none of theirs.
fn unreachable(report: &Report) -> impl Iterator<Item = (&'static str, &[ParticipantId])> {
    let lists = [(NOWHERE, &report.nowhere), (OUTSIDE_HOURS, &report.outside_hours)];
    lists.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(code, ids)| (code, ids.as_slice()))
}

/// Who can meet in no slot.
pub(super) fn nowhere(page: &Page, view: &RoundView, url: &str) -> Vec<Nowhere> {
    let told = |(code, ids): (&'static str, &[ParticipantId])| Nowhere {
        code,
        sentence: page.t1(&format!("round-{code}"), "people", ids.len()),
        mend: page.t(&format!("round-{code}-mend")),
        is_asked: code == NOWHERE,
        names: ids.iter().take(FEW).filter_map(|id| view.people.get(id)).map(full_name).collect(),
        all: all_of(url, code, ids.len()),
    };
    unreachable(&view.report).map(told).collect()
}

/// The people below their minimum in groups, the largest first, but those who are in no slot before all.
pub(super) fn groups(page: &Page, view: &RoundView, url: &str) -> Vec<Group> {
    let groups = by_cause(&view.report);
    let group = |(cause, people): (Cause, Vec<&Shortfall>)| Group {
        reason: page.t(cause_key(cause)),
        count: page.words.number(people.len() as u64),
        people: people.iter().take(FEW).map(|short| person(page, view, short)).collect(),
        all: all_of(url, code(cause), people.len()),
    };
    groups.into_iter().map(group).collect()
}

fn code(cause: Cause) -> &'static str {
    let key = cause_key(cause);
    key.strip_prefix("cause-").unwrap_or(key)
}

fn all_of(url: &str, code: &str, people: usize) -> String {
    if people > FEW { format!("{}#{}", query(url, &[("why", code)]), ALL.head) } else { String::new() }
}

/// The group that a query asks for, whose people are not read yet.
pub(super) fn asked(visit: &Visit, page: &Page, report: &Report, url: &str) -> Option<Named> {
    let wanted = visit.query.one("why");
    let alone = unreachable(report).find(|(code, _)| *code == wanted);
    let group = || by_cause(report).into_iter().find(|(cause, _)| code(*cause) == wanted);
    let (title, total) = match alone {
        Some((code, ids)) => (page.t1(&format!("round-{code}"), "people", ids.len()), ids.len()),
        None => group().map(|(cause, people)| (page.t(cause_key(cause)), people.len()))?,
    };
    Some(Named {
        code: wanted.to_string(),
        title,
        people: Vec::new(),
        pager: ALL.pager_at(url, visit, total),
    })
}

impl Named {
    /// Whom the list is about.
    fn ids<'a>(&self, report: &'a Report) -> Vec<(&'a ParticipantId, Option<&'a Shortfall>)> {
        if let Some((_, ids)) = unreachable(report).find(|(code, _)| *code == self.code) {
            return self.pager.cut(ids).map(|id| (id, None)).collect();
        }
        let group = by_cause(report).into_iter().find(|(cause, _)| code(*cause) == self.code);
        let people = group.map(|(_, people)| people).unwrap_or_default();
        self.pager.cut(people).map(|short| (&short.participant, Some(short))).collect()
    }

    /// The list with its people.
    pub fn filled(mut self, page: &Page, view: &RoundView) -> Named {
        let line = |(id, short): (&ParticipantId, Option<&Shortfall>)| match short {
            Some(short) => person(page, view, short),
            None => {
                let name = view.people.get(id).map(full_name).unwrap_or_default();
                Short { name, detail: String::new() }
            }
        };
        self.people = self.ids(&view.report).into_iter().map(line).collect();
        self
    }
}

/// Everyone whom the groups name, and the list of one of them.
pub(super) fn people(report: &Report, asked: Option<&Named>) -> Vec<ParticipantId> {
    let groups = by_cause(report);
    let few = groups.iter().flat_map(|(_, people)| people.iter().take(FEW).copied());
    let listed = asked.map(|named| named.ids(report)).unwrap_or_default();
    let shown = few.chain(listed.iter().filter_map(|(_, short)| *short));
    let partners = |short: &Shortfall| match &short.why {
        Why::Hindered { partners, by, .. } if by.is_empty() => {
            partners.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    };
    let short = shown.flat_map(|short| std::iter::once(short.participant.clone()).chain(partners(short)));
    let alone = unreachable(report).flat_map(|(_, ids)| ids.iter().take(FEW));
    let alone = alone.chain(listed.iter().map(|(id, _)| *id)).cloned();
    short.chain(alone).collect()
}

fn by_cause(report: &Report) -> Vec<(Cause, Vec<&Shortfall>)> {
    let mut groups: BTreeMap<Cause, Vec<&Shortfall>> = BTreeMap::new();
    for short in &report.shortfalls {
        groups.entry(short.why.cause()).or_default().push(short);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(cause, people)| (*cause != Cause::Nowhere, std::cmp::Reverse(people.len())));
    groups
}

fn person(page: &Page, view: &RoundView, short: &Shortfall) -> Short {
    let has = page.t2("round-shortfall", "has", short.has, "wished", short.wished);
    let why = match &short.why {
        Why::OwnLimit { cap } => vec![page.t1("why-own-limit", "cap", cap)],
        Why::OwnSlots { available: 0 } | Why::OutsideHours | Why::NoAcceptedWish => Vec::new(),
        Why::OwnSlots { available } => vec![page.t1("why-own-slots", "available", available)],
        Why::NoPartner { barriers } => barred(page, barriers),
        Why::EveryoneMet { partners, barriers } => {
            let met = page.t1("why-everyone-met", "partners", partners);
            std::iter::once(met).chain(barred(page, barriers)).collect()
        }
        Why::Hindered { by, partners, .. } if by.is_empty() => {
            let name = |id: &ParticipantId| view.people.get(id).map(full_name).unwrap_or_default();
            partners.iter().map(|(id, what)| format!("{}: {}", name(id), page.t(hindrance(what)))).collect()
        }
        Why::Hindered { by, .. } => by
            .iter()
            .map(|(what, count)| page.t2("why-with", "what", page.t(hindrance(what)), "n", count))
            .collect(),
    };
    let name = view.people.get(&short.participant).map(full_name).unwrap_or_default();
    Short { name, detail: std::iter::once(has).chain(why).collect::<Vec<_>>().join(" · ") }
}

fn barred(page: &Page, barriers: &[(Barrier, u32)]) -> Vec<String> {
    let line = |(barrier, count): &(Barrier, u32)| page.t1(barrier_key(*barrier), "n", count);
    barriers.iter().map(line).collect()
}

fn barrier_key(barrier: Barrier) -> &'static str {
    match barrier {
        Barrier::SameOrganisation => "barrier-organisation",
        Barrier::NoSharedLanguage => "barrier-language",
        Barrier::Types => "barrier-types",
        Barrier::SameCountry => "barrier-country",
        Barrier::Excluded => "barrier-excluded",
    }
}

fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::Nowhere => "cause-nowhere",
        Cause::OutsideHours => "cause-outside-hours",
        Cause::FewSlots => "cause-few-slots",
        Cause::FewPartners(None) => "cause-few-partners",
        Cause::FewPartners(Some(Barrier::SameOrganisation)) => "cause-organisation",
        Cause::FewPartners(Some(Barrier::NoSharedLanguage)) => "cause-language",
        Cause::FewPartners(Some(Barrier::Types)) => "cause-types",
        Cause::FewPartners(Some(Barrier::SameCountry)) => "cause-country",
        Cause::FewPartners(Some(Barrier::Excluded)) => "cause-excluded",
        Cause::NoAcceptedWish => "cause-no-accepted-wish",
        Cause::TablesFull => "cause-tables-full",
        Cause::Quota => "cause-quota",
        Cause::Taken => "cause-taken",
        Cause::PartnersAtLimit => "cause-partners-at-limit",
        Cause::NeverTogether => "cause-never-together",
        Cause::TwoBooths => "cause-two-booths",
        Cause::NoInterpreter => "cause-no-interpreter",
        Cause::PinnedElsewhere => "cause-pinned-elsewhere",
        Cause::Begun => "cause-begun",
        Cause::Free => "cause-free",
        Cause::OwnLimit => "cause-own-limit",
    }
}

fn hindrance(what: &Hindrance) -> &'static str {
    match what {
        Hindrance::NoCommonSlot => "hindrance-no-common-slot",
        Hindrance::TwoBooths => "hindrance-two-booths",
        Hindrance::PartnerAtLimit => "hindrance-partner-at-limit",
        Hindrance::Taken => "hindrance-taken",
        Hindrance::TablesFull { .. } => "hindrance-tables-full",
        Hindrance::NoInterpreter => "hindrance-no-interpreter",
        Hindrance::Quota => "hindrance-quota",
        Hindrance::PinnedElsewhere => "hindrance-pinned-elsewhere",
        Hindrance::Begun => "hindrance-begun",
        Hindrance::Free => "hindrance-free",
    }
}

/// The cause of most that is missing, where people stay below their minimum.
pub(super) fn main_cause(page: &Page, report: &Report) -> Option<MainCause> {
    let groups = by_cause(report);
    let largest = groups.iter().max_by_key(|(_, people)| people.len())?;
    let said = Said { page, report };
    if report.one_organisation {
        return Some(said.titled("cause-one-organisation", vec![page.t("cause-one-organisation-help")]));
    }
    let short = report.room.as_ref().filter(|room| room.is_short());
    let quota = report.remedies.iter().find(|remedy| matches!(remedy, Remedy::NoQuota { .. }));
    match (short, quota, largest.0) {
        (Some(room), _, _) => Some(said.too_little_room(room)),
        (None, Some(_), _) => Some(said.titled("cause-quota", said.remedies())),
        (None, None, Cause::Nowhere) => None,
        (None, None, cause) => {
            let (people, all) = (largest.1.len(), report.shortfalls.len());
            let count = (people < all).then(|| page.t2("cause-largest", "people", people, "all", all));
            Some(said.titled(cause_key(cause), count.into_iter().chain(said.remedies()).collect()))
        }
    }
}

struct Said<'a> {
    page: &'a Page,
    report: &'a Report,
}

impl Said<'_> {
    fn titled(&self, key: &str, sentences: Vec<String>) -> MainCause {
        MainCause { title: self.page.t(key), sum: None, sentences }
    }

    fn too_little_room(&self, room: &Room) -> MainCause {
        let page = self.page;
        let number = |n: u64| page.words.number(n);
        let places = page.t1("cause-sum-meetings", "n", room.places);
        let sum = room.product().map(|(tables, slots)| {
            [page.t1("cause-sum-tables", "n", tables), page.t1("cause-sum-slots", "n", slots), places]
        });
        let needed = match room.each {
            Some(each) => page.words.tn(
                "cause-needed-each",
                &[
                    ("needed", number(room.needed)),
                    ("people", number(room.people)),
                    ("each", each.to_string()),
                ],
            ),
            None => page.t1("cause-needed", "needed", number(room.needed)),
        };
        let counted = sum.is_none().then(|| page.t1("cause-places", "places", number(room.places)));
        let key = match room.tables {
            Some(_) => "cause-too-few-tables",
            None => "cause-too-few-slots",
        };
        let sentences = counted.into_iter().chain([needed]).chain(self.remedies());
        MainCause { title: page.t(key), sum, sentences: sentences.collect() }
    }

    /// What would mend it, each with whoever stays below all the same.
    fn remedies(&self) -> Vec<String> {
        let page = self.page;
        let sentence = |remedy: &Remedy| match remedy {
            Remedy::Tables { tables, is_least, below } => {
                let key = if *is_least { "remedy-tables-least" } else { "remedy-tables" };
                page.t2(key, "tables", tables, "below", below)
            }
            Remedy::Slots { slots, below } => page.t2("remedy-slots", "slots", slots, "below", below),
            Remedy::NoQuota { below } => page.t1("remedy-no-quota", "below", below),
            Remedy::Minimum { minimum } => page.t1("remedy-minimum", "minimum", minimum),
        };
        self.report.remedies.iter().map(sentence).collect()
    }
}
