//! A mail without the secrets of its links, for those who look at it and are not its reader: with such a link they would be them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A run of so many characters behind a slash is a token; no word of a path is as long.
const TOKEN_MIN: usize = 40;
/// Begins the address of a mailbox that stops reminders, and how long the token behind it is at least.
const STOP: (&str, usize) = ("stop-", 20);
/// Characters on a line of base64 (RFC 2045, 6.8).
const LINE: usize = 76;
/// What stands for each character of a token.
const MASK: u8 = b'*';

/// The mail as written, each secret in it replaced, in quoted-printable and base64 parts alike; everything else is as it was.
pub fn masked(mime: &str) -> String {
    let (mut shown, mut plain, mut packed) = (String::new(), String::new(), String::new());
    let (mut in_head, mut is_packed) = (true, false);
    for line in mime.split_inclusive('\n') {
        let text = line.trim_end();
        let ends_part = text.starts_with("--");
        if !in_head && is_packed && !ends_part {
            packed.push_str(text);
            continue;
        }
        if !packed.is_empty() {
            shown.push_str(&masked_text(&std::mem::take(&mut plain)));
            shown.push_str(&masked_base64(&std::mem::take(&mut packed)));
        }
        if ends_part {
            (in_head, is_packed) = (true, false);
        } else if in_head {
            in_head = !text.is_empty();
            let told = text.to_ascii_lowercase();
            is_packed |= told.starts_with("content-transfer-encoding:") && told.ends_with("base64");
        }
        plain.push_str(line);
    }
    shown.push_str(&masked_text(&plain));
    shown.push_str(&masked_base64(&packed));
    shown
}

fn masked_base64(packed: &str) -> String {
    if packed.is_empty() {
        return String::new();
    }
    // What is no text of ours is not shown.
    let opened =
        STANDARD.decode(packed).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let again = STANDARD.encode(masked_text(&opened));
    let mut lines = String::new();
    for (at, letter) in again.chars().enumerate() {
        if at > 0 && at % LINE == 0 {
            lines.push_str("\r\n");
        }
        lines.push(letter);
    }
    lines + "\r\n"
}

/// The text with each token masked, whether or not a soft line break (RFC 2045, 6.7) or the fold of a calendar line (RFC 5545, 3.1)
/// stands in it.
fn masked_text(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let joined = joined(&bytes);
    let mut at = 0;
    while at < joined.len() {
        let run = joined.iter().skip(at).take_while(|(byte, _)| is_of_token(*byte)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let word: Vec<u8> = joined.iter().skip(at).take(run).map(|(byte, _)| *byte).collect();
        let is_in_path = at > 0 && joined.get(at - 1).is_some_and(|(byte, _)| *byte == b'/');
        let stop = word.windows(STOP.0.len()).position(|part| part == STOP.0.as_bytes());
        let begin = match stop {
            Some(stop) if run >= stop + STOP.0.len() + STOP.1 => Some(stop + STOP.0.len()),
            _ => (is_in_path && run >= TOKEN_MIN).then_some(0),
        };
        for (_, raw) in joined.iter().skip(at).take(run).skip(begin.unwrap_or(run)) {
            if let Some(byte) = bytes.get_mut(*raw) {
                *byte = MASK;
            }
        }
        at += run;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Each byte with its place, without what only divides lines that belong together.
fn joined(bytes: &[u8]) -> Vec<(u8, usize)> {
    let breaks: [&[u8]; 4] = [b"=\r\n", b"=\n", b"\r\n ", b"\n "];
    let (mut kept, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        match breaks.into_iter().find(|one| rest.starts_with(one)) {
            Some(one) => at += one.len(),
            None => {
                kept.push((*byte, at));
                at += 1;
            }
        }
    }
    kept
}
