//! Addresses as people type or paste them: in capitals, with a stroke at the end, with the full stop of the sentence they
//! stood in. One that leads nowhere is tried once more as it was meant.

/// The path as it was meant, if that is another one.
pub fn meant(path: &str) -> Option<String> {
    let decoded = path.replace("%20", " ").replace("%3E", ">").replace("%3e", ">").replace("%22", "\"");
    let mut parts: Vec<String> =
        decoded.split('/').filter(|part| !["", "."].contains(part)).map(String::from).collect();
    if let Some(last) = parts.last_mut() {
        let is_of_the_sentence = |sign: char| sign.is_whitespace() || ".,;:!?)>]}\"'".contains(sign);
        *last = last.trim_end_matches(is_of_the_sentence).to_string();
        if last.is_empty() {
            return None;
        }
    }
    if let Some(first) = parts.first_mut() {
        *first = first.to_lowercase();
    }
    let place_of_slug = match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["e", ..] => Some(1),
        ["organiser", second, ..] if second.eq_ignore_ascii_case("events") => Some(2),
        _ => None,
    };
    // Everything of an event's address is in small letters but secrets and ids, which stand behind it.
    for part in parts.iter_mut().take(place_of_slug.map_or(0, |place| place + 1)) {
        *part = part.to_lowercase();
    }
    let meant = format!("/{}", parts.join("/"));
    // Nothing but what a path of ours has: the answer goes into a header.
    let is_plain = meant.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte));
    (is_plain && meant != path).then_some(meant)
}
