//! Who has too few meetings, and why.

use super::full_name;
use crate::domain::ids::ParticipantId;
use crate::services::rounds::{Hindrance, RoundView, Shortfall, Why};
use crate::web::page::Page;

/// Somebody with too few meetings, in words.
pub(super) struct Short {
    pub name: String,
    pub has: String,
    pub why: String,
    pub partners: Vec<String>,
}

/// The reason of one person.
pub(super) fn shortfall(page: &Page, view: &RoundView, short: &Shortfall) -> Short {
    let name = |id: &ParticipantId| view.people.get(id).map(full_name).unwrap_or_default();
    let (why, partners) = match &short.why {
        Why::OwnLimit { cap } => (page.t1("why-own-limit", "cap", cap), Vec::new()),
        Why::OwnSlots { available } => (page.t1("why-own-slots", "available", available), Vec::new()),
        Why::NoPartner => (page.t("why-no-partner"), Vec::new()),
        Why::NoAcceptedWish => (page.t("why-no-accepted-wish"), Vec::new()),
        Why::EveryoneMet { partners } => (page.t1("why-everyone-met", "partners", partners), Vec::new()),
        Why::Hindered { partners, count } => {
            let said = partners.iter().map(|(id, what)| page.t1(hindrance(what), "name", name(id)));
            let is_all = *count <= partners.len() as u64;
            let why =
                if is_all { page.t("why-hindered") } else { page.t1("why-hindered-some", "count", count) };
            (why, said.collect())
        }
    };
    Short {
        name: name(&short.participant),
        has: page.t2("round-shortfall", "has", short.has, "wished", short.wished),
        why,
        partners,
    }
}

fn hindrance(what: &Hindrance) -> &'static str {
    match what {
        Hindrance::NoCommonSlot => "hindrance-no-common-slot",
        Hindrance::TwoBooths => "hindrance-two-booths",
        Hindrance::PartnerAtLimit => "hindrance-partner-at-limit",
        Hindrance::Taken => "hindrance-taken",
        Hindrance::TablesFull { .. } => "hindrance-tables-full",
        Hindrance::Quota => "hindrance-quota",
        Hindrance::PinnedElsewhere => "hindrance-pinned-elsewhere",
        Hindrance::Begun => "hindrance-begun",
        Hindrance::Free => "hindrance-free",
    }
}
