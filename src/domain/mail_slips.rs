//! Slips of the finger in e-mail addresses, which are asked about and never refused: `gmial.con` is most likely `gmail.com`.
//!
//! One rule: a domain that nearly is one that many people use, or whose end nearly is one that exists.

use super::country;
use super::text::Email;

/// Where many people have their mail, and the domain of the example beside the field.
const COMMON: [&str; 48] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fr",
    "hotmail.de",
    "hotmail.it",
    "hotmail.es",
    "hotmail.co.uk",
    "outlook.com",
    "outlook.de",
    "outlook.fr",
    "live.com",
    "live.fr",
    "msn.com",
    "yahoo.com",
    "yahoo.fr",
    "yahoo.de",
    "yahoo.it",
    "yahoo.es",
    "yahoo.co.uk",
    "icloud.com",
    "aol.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "free.fr",
    "sfr.fr",
    "libero.it",
    "bluewin.ch",
    "telenet.be",
    "skynet.be",
    "seznam.cz",
    "wp.pl",
    "interia.pl",
    "ukr.net",
    "proton.me",
    "protonmail.com",
    "example.org",
    "example.com",
];

/// Whether everybody may have a mailbox of a domain.
pub fn is_common(domain: &str) -> bool {
    COMMON.contains(&domain)
}

/// Ends of domains that people mean when they type one that does not exist.
const ENDS: [&str; 6] = ["com", "org", "net", "edu", "info", "gov"];

/// Ends of three letters or more that exist, although they are nearly one of [`ENDS`].
const ALSO_ENDS: [&str; 11] = ["bet", "cam", "gop", "mom", "mov", "nec", "new", "next", "ong", "pet", "vet"];

/// Ends of two letters that are no country's.
const TWO_LETTERS: [&str; 5] = ["eu", "uk", "ac", "su", "tp"];

/// The shortest domain of which more than swapped letters is taken for a slip: short ones are all alike.
const SHORT: usize = 8;

/// What somebody most likely means who types this address. `own` are domains that many at the event have.
pub fn meant(typed: &Email, own: &[String]) -> Option<Email> {
    let domain = typed.domain();
    let mut known = COMMON.into_iter().chain(own.iter().map(String::as_str));
    if known.clone().any(|one| one == domain) {
        return None;
    }
    let near = known.clone().filter_map(|one| Some((distance_if_near(domain, one)?, one)));
    let nearest = near.min_by_key(|(distance, _)| *distance).map(|(_, one)| one.to_string());
    let better = nearest.or_else(|| {
        let mended = with_an_end_that_exists(domain)?;
        // "gmal.con" is mended in both places.
        let common = known.find(|one| distance_if_near(&mended, one).is_some()).map(String::from);
        Some(common.unwrap_or(mended))
    })?;
    let (local, _) = typed.as_str().rsplit_once('@')?;
    Email::parse(&format!("{local}@{better}")).ok()
}

/// How far a domain is from a known one, if that is near enough to be a slip.
fn distance_if_near(typed: &str, known: &str) -> Option<usize> {
    let distance = distance(typed, known);
    let is_short = known.chars().count() < SHORT;
    let is_near = match distance {
        0 => true,
        1 => !is_short || has_the_same_letters(typed, known),
        // One for four letters: gmial.con for gmail.com.
        2 => !is_short && typed.chars().next() == known.chars().next(),
        _ => false,
    };
    is_near.then_some(distance)
}

fn has_the_same_letters(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// The domain with another end, if its own does not exist and is nearly one that does.
fn with_an_end_that_exists(domain: &str) -> Option<String> {
    let (name, end) = domain.rsplit_once('.')?;
    let meant = if end.chars().count() == 2 {
        let is_country = |end: &str| TWO_LETTERS.contains(&end) || country::parse(end).is_ok();
        let swapped: String = end.chars().rev().collect();
        (!is_country(end) && is_country(&swapped)).then_some(swapped)?
    } else {
        let is_known = ENDS.contains(&end) || ALSO_ENDS.contains(&end);
        let near = ENDS.into_iter().find(|known| distance(end, known) == 1)?;
        (!is_known).then(|| near.to_string())?
    };
    Some(format!("{name}.{meant}"))
}

/// How many letters were missed, doubled, mistaken or swapped with the next one.
pub(super) fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    // Three rows of the usual table: the one before the last is for swaps.
    let mut older: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, against) in other.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let same = at(&last, j) + usize::from(letter != against);
            let mut best = same.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let is_swap = i > 0
                && j > 0
                && one.get(i - 1) == Some(against)
                && other.get(j - 1) == Some(letter)
                && letter != against;
            if is_swap {
                best = best.min(at(&older, j - 1) + 1);
            }
            row.push(best);
        }
        older = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}
