//! E-mail addresses as people paste them: out of a mail program, a list or a web page, with what came along.

use super::problems::Message;

/// The one address in a line: `Name <a@b>`, `mailto:a@b` and `a@b,` all hold one.
///
/// # Errors
/// There is more than one.
pub fn only_one_in(line: &str) -> Result<String, Message> {
    // Around the sign nobody means a space.
    let joined = line.replace(" @", "@").replace("@ ", "@");
    let is_between = |letter: char| letter.is_whitespace() || "<>()[]{},;\"|".contains(letter);
    let mut found: Vec<&str> = joined
        .split(is_between)
        .filter(|part| part.contains('@'))
        .map(bare)
        .filter(|part| !part.is_empty())
        .collect();
    // "a@b <a@b>", as some programs copy it, is one.
    found.dedup();
    match found.as_slice() {
        [] => Ok(line.to_string()),
        [one] => Ok((*one).to_string()),
        _ => Err(Message::new("problem-email-several")),
    }
}

/// An address without what stands before and behind it.
fn bare(part: &str) -> &str {
    let (local, domain) = part.rsplit_once('@').unwrap_or((part, ""));
    // "mailto:", "E-mail:": no address has a colon.
    let begins = local.rfind(':').map_or(0, |at| at + 1);
    // "?subject=…" of a link.
    let domain = domain.split(['?', '/', '&']).next().unwrap_or_default();
    let whole = part.get(begins..local.len() + 1 + domain.len()).unwrap_or(part);
    let quotes = |letter: char| "'’‘“”„«»‹›".contains(letter);
    whole
        .trim_start_matches(quotes)
        .trim_end_matches(|letter: char| quotes(letter) || ".:!?".contains(letter))
}
