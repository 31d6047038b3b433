//! The content lines of a calendar file (RFC 5545, 3.1), as far as they are read: whichever line ends it has, folded anywhere.

/// A content line.
pub struct Line<'a> {
    /// In capitals.
    pub name: String,
    parameters: Vec<(String, &'a str)>,
    pub value: &'a str,
}

impl<'a> Line<'a> {
    /// Reads an unfolded line; nothing if it is none.
    pub fn parse(line: &'a str) -> Option<Line<'a>> {
        let (head, value) = split(line, ':')?;
        let mut words = pieces(head).into_iter();
        let name = words.next()?.trim().to_ascii_uppercase();
        let parameter = |word: &'a str| {
            let (key, value) = word.split_once('=')?;
            Some((key.trim().to_ascii_uppercase(), value.trim().trim_matches('"')))
        };
        Some(Line { name, parameters: words.filter_map(parameter).collect(), value: value.trim() })
    }

    /// A parameter by its name in capitals; empty if it is not there.
    pub fn parameter(&self, name: &str) -> &'a str {
        self.parameters.iter().find(|(key, _)| key == name).map(|(_, value)| *value).unwrap_or_default()
    }
}

/// Both sides of the first sign of this kind that is not quoted.
fn split(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == sign && !quoted
    })?;
    Some((&text[..at.0], &text[at.0 + sign.len_utf8()..]))
}

/// A line's name and parameters.
fn pieces(mut head: &str) -> Vec<&str> {
    let mut found = Vec::new();
    while let Some((piece, rest)) = split(head, ';') {
        found.push(piece);
        head = rest;
    }
    found.push(head);
    found
}

/// The lines without their folds, each with the line of the file on which it begins, from 1.
pub fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (at, line) in text.split('\n').enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ => lines.push((at + 1, line.to_string())),
        }
    }
    lines
}
