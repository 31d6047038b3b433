//! In which language a page is shown: the link's, the choice made before, the browser's; else the event's first one.

use crate::domain::lang::Lang;

/// Name of the cookie that keeps the choice.
pub const COOKIE: &str = "lang";
/// Name of the query field that makes the choice.
pub const FIELD: &str = "lang";

/// The language that the reader asks for; nothing if they name none of ours.
pub fn asked(query: &str, cookie: Option<&str>, accepted: &str) -> Option<Lang> {
    Lang::parse(query).or_else(|| cookie.and_then(Lang::parse)).or_else(|| best_of(accepted))
}

/// The best of our languages in an `Accept-Language` header (RFC 9110, 12.5.4): the highest quality, then the first.
fn best_of(accepted: &str) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for entry in accepted.split(',').take(20) {
        let mut parts = entry.split(';');
        let Some(lang) = parts.next().and_then(Lang::parse) else { continue };
        let quality =
            parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        if quality > 0.0 && best.is_none_or(|(most, _)| quality > most) {
            best = Some((quality, lang));
        }
    }
    best.map(|(_, lang)| lang)
}
