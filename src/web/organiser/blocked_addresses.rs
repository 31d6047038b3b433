//! The blocked addresses of an event, and lifting some or all of their blocks; domains from which much comes back at once.

use std::collections::BTreeMap;

use crate::zones::Zone;
use askama::Template;

use super::frame::{address, part};
use crate::domain::ids::ParticipantId;
use crate::domain::problems::Problems;
use crate::services::blocks::{self, BlockedEntry, DomainAlarm, HeldBack};
use crate::web::error::Answer;
use crate::web::forms::{Choice, Pager};
use crate::web::page::{Page, Tone};
use crate::web::paging::List;
use crate::web::visit::Visit;

/// A domain from which much mail comes back at once.
pub(super) struct ShownAlarm {
    pub what: String,
    pub said: String,
}

/// The alarms in words.
pub(super) fn shown_alarms(page: &Page, alarms: &[DomainAlarm], zone: Zone) -> Vec<ShownAlarm> {
    let shown = |alarm: &DomainAlarm| ShownAlarm {
        what: page.words.tn(
            "alarm-what",
            &[
                ("domain", alarm.domain.clone()),
                ("count", alarm.addresses.to_string()),
                ("when", page.words.moment(alarm.last_at, zone)),
            ],
        ),
        said: alarm.reason.clone(),
    };
    alarms.iter().map(shown).collect()
}

#[derive(Template)]
#[template(path = "organiser/blocked_addresses.html")]
struct BlockedPage {
    page: Page,
    problems: Problems,
    action: String,
    domain: String,
    domains: Vec<Choice>,
    /// How many addresses there are in all.
    count: usize,
    rows: Vec<Row>,
    pager: Pager,
    held_back: usize,
    outbox: String,
}

struct Row {
    id: String,
    url: String,
    name: String,
    email: String,
    reason: String,
    since: String,
}

fn domain_of(entry: &BlockedEntry) -> String {
    entry.who.email.wire_domain()
}

/// The list, of one domain if the query names one.
pub async fn list(visit: Visit) -> Answer {
    let own = visit.access()?.clone();
    let entries = visit.run(move |app| blocks::list(app, &own)).await?;
    show(&visit, &entries, false)
}

fn show(visit: &Visit, entries: &[BlockedEntry], none_chosen: bool) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let mut page = part(visit, access)?;
    if none_chosen {
        let text = page.t("blocked-none-chosen");
        page = page.with_notice(Tone::Warning, text);
    }
    let domain = domain_asked(visit);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    entries.iter().for_each(|entry| *counts.entry(domain_of(entry)).or_default() += 1);
    let choice = |(name, count): (&String, &usize)| Choice {
        value: name.clone(),
        label: format!("{name} ({count})"),
        help: String::new(),
        chosen: *name == domain,
    };
    let shown: Vec<&BlockedEntry> =
        entries.iter().filter(|entry| domain.is_empty() || domain_of(entry) == domain).collect();
    let pager = List::ONLY.pager(visit, shown.len());
    let row = |entry: &&BlockedEntry| Row {
        id: entry.who.participant.to_string(),
        url: address(event, &format!("/participants/{}/address", entry.who.participant)),
        name: entry.who.name.clone(),
        email: entry.who.email.as_str().to_string(),
        reason: entry.who.block.reason.clone(),
        since: page.words.moment(entry.who.block.at, event.time_zone),
    };
    let template = BlockedPage {
        problems: Problems::new(),
        action: address(event, "/blocked"),
        domains: most_often(&counts, &domain).into_iter().map(choice).collect(),
        count: shown.len(),
        rows: pager.cut(&shown).map(row).collect(),
        pager,
        held_back: shown.iter().map(|entry| entry.held_back).sum(),
        outbox: address(event, "/outbox?state=failed"),
        domain,
        page,
    };
    visit.show(&template)
}

/// The domains with most addresses by name, and the one that is chosen; so many as a list to choose from can have.
fn most_often<'a>(counts: &'a BTreeMap<String, usize>, chosen: &str) -> Vec<(&'a String, &'a usize)> {
    let mut all: Vec<_> = counts.iter().collect();
    all.sort_by_key(|(name, count)| (*name != chosen, std::cmp::Reverse(**count)));
    all.truncate(MOST_DOMAINS);
    all.sort();
    all
}

/// Most domains to choose from.
const MOST_DOMAINS: usize = 100;

fn domain_asked(visit: &Visit) -> String {
    let posted = visit.form.one("domain");
    let asked = if posted.is_empty() { visit.query.one("domain") } else { posted };
    asked.trim().to_lowercase()
}

/// Lifts the blocks of those who were ticked, or of all that the list showed.
pub async fn lift(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let change = access.to_change()?;
    let domain = domain_asked(&visit);
    let everybody = visit.form.has("everybody");
    let ticked: Vec<ParticipantId> = visit.form.many("id").into_iter().map(ParticipantId).collect();
    if ticked.is_empty() && !everybody {
        let entries = visit.run(move |app| blocks::list(app, &access)).await?;
        return show(&visit, &entries, true);
    }
    let send = visit.form.one("held_back") == "send";
    let held_back = if send { HeldBack::Send } else { HeldBack::Keep };
    let lifted = visit
        .run(move |app| {
            let ids = if everybody { all_of(&blocks::list(app, &access)?, &domain) } else { ticked };
            blocks::lift(app, &change, &ids, held_back)
        })
        .await?;
    let path = address(visit.access()?.event(), "/blocked");
    let done = if lifted.mails > 0 { "blocks-lifted-and-sent" } else { "blocks-lifted" };
    Ok(visit.see_with(&path, done))
}

fn all_of(entries: &[BlockedEntry], domain: &str) -> Vec<ParticipantId> {
    let shown = entries.iter().filter(|entry| domain.is_empty() || domain_of(entry) == domain);
    shown.map(|entry| entry.who.participant.clone()).collect()
}
