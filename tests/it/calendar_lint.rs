//! The byte rules of calendar data (RFC 5545, 5546) that calendars trip over and checkers overlook.

/// What is wrong with a calendar file, one line each; nothing if it is fine.
pub fn findings(ics: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |fine: bool, rule: &str| {
        if !fine {
            found.push(rule.to_string());
        }
    };
    let bare = ics.replace("\r\n", "");
    check(!bare.contains(['\r', '\n']), "line ends other than CRLF");
    check(ics.ends_with("END:VCALENDAR\r\n"), "does not end with its last line and one CRLF");
    check(!ics.contains("\r\n\r\n"), "an empty line");
    check(ics.split("\r\n").all(|line| line.len() <= 75), "a line of more than 75 octets");
    check(
        !bare.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')),
        "a control character",
    );

    let lines = unfolded(ics);
    let count = |name: &str| lines.iter().filter(|line| name_of(line) == name).count();
    check(
        lines.first().map(String::as_str) == Some("BEGIN:VCALENDAR"),
        "does not begin with BEGIN:VCALENDAR",
    );
    check(is_balanced(&lines), "BEGIN and END do not match");
    for once in ["METHOD", "VERSION", "PRODID"] {
        check(count(once) == 1, &format!("not exactly one {once}"));
    }
    check(!ics.contains("ICALENDAR-RS"), "the library's PRODID");
    check(count("BEGIN") > 1, "no component");
    check(!ics.contains("TZID"), "a TZID without its VTIMEZONE");
    for line in &lines {
        if TEXTS.contains(&name_of(line)) {
            check(is_escaped(value_of(line)), &format!("not escaped: {line}"));
        }
        check(PROPERTIES.contains(&name_of(line)), &format!("unexpected property: {line}"));
    }
    let method = lines.iter().find(|line| name_of(line) == "METHOD").map_or("", |line| value_of(line));
    for event in events(&lines) {
        found.extend(event_findings(&event, method));
    }
    found
}

const TEXTS: [&str; 6] = ["SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "UID"];
const PROPERTIES: [&str; 27] = [
    "URL",
    "ACTION",
    "TRIGGER",
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "NAME",
    "X-WR-CALNAME",
    "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "LAST-MODIFIED",
    "ORGANIZER",
    "ATTENDEE",
    "",
];

fn event_findings(event: &[String], method: &str) -> Vec<String> {
    let mut found = Vec::new();
    let values = |name: &str| -> Vec<&str> {
        event.iter().filter(|line| name_of(line) == name).map(|line| value_of(line)).collect()
    };
    for once in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "ORGANIZER", "SUMMARY", "STATUS"] {
        if values(once).len() != 1 {
            found.push(format!("not exactly one {once}"));
        }
    }
    for time in ["DTSTAMP", "DTSTART", "DTEND", "LAST-MODIFIED"] {
        let is_day = |line: &&String| name_of(line) == time && line.contains(";VALUE=DATE:");
        let days = event.iter().filter(is_day).count();
        if values(time).iter().filter(|value| is_utc(value)).count() + days != values(time).len() {
            found.push(format!("{time} is not a time in UTC"));
        }
    }
    if values("DTEND") <= values("DTSTART") {
        found.push("DTEND is not after DTSTART".into());
    }
    let attendees = values("ATTENDEE").len();
    let wanted = usize::from(method != "PUBLISH");
    if attendees != wanted {
        found.push(format!("{attendees} ATTENDEE in METHOD:{method}"));
    }
    if method == "CANCEL" && values("STATUS") != ["CANCELLED"] {
        found.push("CANCEL without STATUS:CANCELLED".into());
    }
    if method == "REQUEST" && values("STATUS") != ["CONFIRMED"] {
        found.push("REQUEST without STATUS:CONFIRMED".into());
    }
    found
}

/// The content lines without their folding.
pub fn unfolded(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "").split_terminator("\r\n").map(String::from).collect()
}

/// The lines of each VEVENT.
pub fn events(lines: &[String]) -> Vec<Vec<String>> {
    let begin = |line: &&String| *line == "BEGIN:VEVENT";
    let starts = lines.iter().enumerate().filter(|(_, line)| begin(line)).map(|(at, _)| at + 1);
    starts.map(|at| lines[at..].iter().take_while(|line| *line != "END:VEVENT").cloned().collect()).collect()
}

/// Value of the first line with this name, its escapes undone.
pub fn value(ics: &str, name: &str) -> Option<String> {
    let lines = unfolded(ics);
    let raw = lines.iter().find(|line| name_of(line) == name).map(|line| value_of(line))?;
    let mut text = String::new();
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => text.extend(chars.next().map(|next| if next == 'n' { '\n' } else { next })),
            (c, false) => text.push(c),
        }
    }
    Some(text)
}

/// The whole line with this name.
pub fn line(ics: &str, name: &str) -> Option<String> {
    unfolded(ics).into_iter().find(|line| name_of(line) == name)
}

fn name_of(line: &str) -> &str {
    line.split([':', ';']).next().unwrap_or_default()
}

/// What follows the first colon outside quotation marks.
fn value_of(line: &str) -> &str {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    });
    colon.map_or("", |(at, _)| &line[at + 1..])
}

fn is_escaped(value: &str) -> bool {
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        let fine = match c {
            '\\' => matches!(chars.next(), Some('\\' | ';' | ',' | 'n')),
            ';' | ',' => false,
            _ => true,
        };
        if !fine {
            return false;
        }
    }
    true
}

fn is_utc(value: &str) -> bool {
    chrono::NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%SZ").is_ok()
}

fn is_balanced(lines: &[String]) -> bool {
    let mut open = Vec::new();
    for line in lines {
        if let Some(name) = line.strip_prefix("BEGIN:") {
            open.push(name);
        } else if let Some(name) = line.strip_prefix("END:")
            && open.pop() != Some(name)
        {
            return false;
        }
    }
    open.is_empty()
}
