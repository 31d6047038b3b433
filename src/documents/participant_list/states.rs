//! What other systems say of whether somebody comes, in English, German and French: columns of states, and the words in
//! them. A word that is not known here is asked about.

use std::collections::BTreeSet;

use crate::domain::text;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    Comes,
    /// Has no seat yet.
    Waits,
    /// Nothing is settled: not paid, not approved, not answered.
    Open,
    Gone,
}

/// Names of columns that hold states, as [`text::search_key`] leaves them.
const HEADERS: &[&str] = &[
    "attendeestatus",
    "registrationstate",
    "registrationstatus",
    "status",
    "orderstatus",
    "statut",
    "anmeldestatus",
    "approvalstatus",
    "approval",
    "rsvp",
    "rsvpstatus",
    "voidstatus",
    "ticketstatus",
    "bookingstatus",
    "buchungsstatus",
    "bestellstatus",
    "teilnahmestatus",
    "teilnehmerstatus",
    "gueststatus",
    "invitationstatus",
    "einladungsstatus",
    "statutdelinscription",
    "statutdelacommande",
    "etatdelinscription",
    "ticketstate",
    "orderstate",
    "teilnahme",
    "zusage",
    "ruckmeldung",
];
/// Parts of words of which each says this, the first that is found counts.
const PARTS: &[(Said, &[&str])] = &[
    (
        Said::Open,
        &[
            "unconfirmed",
            "notconfirmed",
            "unpaid",
            "notpaid",
            "pending",
            "awaiting",
            "draft",
            "incomplete",
            "noreply",
            "noresponse",
            "maybe",
            "tentative",
            "undecided",
            "inreview",
            "underreview",
            "inprogress",
            "onhold",
            "unbestatigt",
            "nichtbestatigt",
            "unbezahlt",
            "nichtbezahlt",
            "ausstehend",
            "eingeladen",
            "vielleicht",
            "vorbehalt",
            "inbearbeitung",
            "reserviert",
            "vorgemerkt",
            "unentschieden",
            "keineantwort",
            "nonconfirme",
            "nonpaye",
            "sansreponse",
            "peutetre",
            "attentedevalidation",
            "attentedepaiement",
            "attentedeconfirmation",
            "encours",
            "invited",
            "reserved",
            "unregistered",
        ],
    ),
    (
        Said::Waits,
        &[
            "waitlist",
            "waiting",
            "standby",
            "warteliste",
            "wartend",
            "wartet",
            "nachruck",
            "listedattente",
            "surlaliste",
            "enattente",
        ],
    ),
    (
        Said::Gone,
        &[
            "cancel",
            "void",
            "delet",
            "refund",
            "reject",
            "declin",
            "withdr",
            "expired",
            "notattending",
            "notgoing",
            "notcoming",
            "willnotattend",
            "cannotattend",
            "noshow",
            "denied",
            "refused",
            "notapproved",
            "notaccepted",
            "unapproved",
            "removed",
            "blocked",
            "invalid",
            "inactive",
            "duplicate",
            "chargeback",
            "chargedback",
            "failed",
            "abandon",
            "transferred",
            "revoked",
            "unsubscribed",
            "spam",
            "regret",
            "abgelehnt",
            "ablehn",
            "absag",
            "abgesagt",
            "storn",
            "geloscht",
            "erstatt",
            "zuruckgezogen",
            "zurucktret",
            "zuruckgetreten",
            "abgemeldet",
            "verfallen",
            "abgelaufen",
            "ungultig",
            "nichtgultig",
            "inaktiv",
            "nimmtnichtteil",
            "kommtnicht",
            "nichtdabei",
            "verhindert",
            "gesperrt",
            "entfernt",
            "doppelt",
            "ausgetragen",
            "annul",
            "rembours",
            "refus",
            "desist",
            "retire",
            "supprim",
            "expire",
            "absent",
            "excus",
            "entschuldigt",
            "neparticipe",
            "nevient",
            "invalide",
            "inactif",
            "doublon",
            "bloque",
        ],
    ),
];
/// Whole words of those who come.
const COMES: &[&str] = &[
    "approved",
    "accepted",
    "confirmed",
    "registered",
    "paid",
    "complete",
    "completed",
    "attending",
    "attended",
    "going",
    "yes",
    "coming",
    "active",
    "valid",
    "checkedin",
    "acquired",
    "free",
    "ok",
    "issued",
    "willattend",
    "attendee",
    "present",
    "fullypaid",
    "success",
    "succeeded",
    "successful",
    "booked",
    "admitted",
    "joined",
    "enrolled",
    "signedup",
    "bezahlt",
    "bestatigt",
    "zugesagt",
    "angenommen",
    "genehmigt",
    "angemeldet",
    "registriert",
    "nimmtteil",
    "kommt",
    "dabei",
    "ja",
    "aktiv",
    "gultig",
    "zusage",
    "akzeptiert",
    "erschienen",
    "gebucht",
    "teilgenommen",
    "anwesend",
    "abgeschlossen",
    "kostenlos",
    "eingecheckt",
    "freigegeben",
    "paye",
    "confirme",
    "confirmee",
    "accepte",
    "acceptee",
    "approuve",
    "approuvee",
    "valide",
    "validee",
    "inscrit",
    "inscrite",
    "oui",
    "participe",
    "actif",
    "active",
    "termine",
    "gratuit",
    "vient",
    "presente",
    "payee",
];
const NO: &[&str] = &["no", "nein", "non", "0", "false", "falsch", "faux", "n"];
const YES: &[&str] = &["yes", "ja", "oui", "1", "true", "wahr", "vrai", "y", "x", "j", "o"];
const NOT: &[&str] = &["not", "nicht", "non", "pas", "is", "ist"];

/// What a state says; nothing where it is not known.
pub fn said(state: &str) -> Option<Said> {
    let key = text::search_key(state);
    if key.starts_with("partial") || key.starts_with("teilweise") || key.starts_with("partiel") {
        return None;
    }
    if COMES.contains(&key.as_str()) || YES.contains(&key.as_str()) {
        return Some(Said::Comes);
    }
    if NO.contains(&key.as_str()) {
        return Some(Said::Gone);
    }
    // *Not void*, *nicht storniert*
    let part = |key: &str| PARTS.iter().find(|(_, parts)| parts.iter().any(|part| key.contains(part)));
    let denied = NOT.iter().filter_map(|not| key.strip_prefix(not));
    let mut denied = denied.filter(|rest| part(rest).is_some_and(|(said, _)| *said == Said::Gone));
    if part(&key).is_some_and(|(said, _)| *said == Said::Gone) && denied.next().is_some_and(is_bare_refusal) {
        return Some(Said::Comes);
    }
    part(&key).map(|(said, _)| *said)
}

/// Whether what stands behind a *not* is by itself the word for somebody who does not come, rather than *not attending*.
fn is_bare_refusal(rest: &str) -> bool {
    [
        "cancel",
        "void",
        "delet",
        "refund",
        "reject",
        "declin",
        "storn",
        "geloscht",
        "abgelehnt",
        "annul",
        "rembours",
    ]
    .iter()
    .any(|word| rest.starts_with(word))
}

/// What a cell of a column of states says. *Yes* and a date under *Cancelled* say that somebody is gone, *no* that they are
/// not; an empty cell says nothing.
pub fn said_under(title: &str, cell: &str) -> Option<Said> {
    let key = text::search_key(cell);
    let title = text::search_key(title);
    let is_yes =
        YES.contains(&key.as_str()) || key.chars().next().is_some_and(|c| c.is_ascii_digit() && key != "0");
    if is_yes {
        return said(&title).or_else(|| said(cell));
    }
    if NO.contains(&key.as_str()) {
        return match said(&title) {
            Some(Said::Gone) => Some(Said::Comes),
            Some(Said::Open | Said::Waits) => None,
            _ => said(&format!("not{title}")).or(Some(Said::Gone)),
        };
    }
    said(cell)
}

/// Whether a column of this name holds states.
pub(super) fn is_header(key: &str) -> bool {
    HEADERS.contains(&key)
}

/// Most different words of a column that holds states.
const MOST_WORDS: usize = 12;

/// Whether the cells of a column that nobody knows by its name are states of people: its name is a state that they are in
/// or not, or it is called a status and most of what it says is known, or all of it is and somebody is gone.
pub(super) fn are_states<'a>(key: &str, cells: impl Iterator<Item = &'a String>) -> bool {
    let mut words: BTreeSet<&str> = BTreeSet::new();
    for cell in cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) {
        words.insert(cell);
        if words.len() > MOST_WORDS && !is_state(key) {
            return false;
        }
    }
    if words.is_empty() || key.contains("checkin") || key.contains("checkedin") {
        return false;
    }
    let keys: Vec<String> = words.iter().map(|word| text::search_key(word)).collect();
    let is_tick = |key: &String| YES.contains(&key.as_str()) || NO.contains(&key.as_str());
    let is_date = |key: &String| key.len() >= 6 && key.chars().filter(char::is_ascii_digit).count() >= 4;
    if is_state(key) && keys.iter().all(|key| is_tick(key) || is_date(key)) {
        return true;
    }
    let known = words.iter().filter(|word| said(word).is_some()).count();
    if key.contains("status") || key.contains("statut") {
        return 2 * known > words.len();
    }
    let plain = keys.iter().filter(|key| !is_tick(key)).count();
    known == words.len() && plain > 0 && words.iter().any(|word| said(word) == Some(Said::Gone))
}

/// Whether the name of a column is itself a state that says that somebody does not come.
fn is_state(key: &str) -> bool {
    said(key) == Some(Said::Gone) && key.len() < 24
}
