//! What is wrong with a mail: its headers, its two parts beside each other, its links.

use super::*;

pub(super) fn headers(mail: &OutgoingMail) -> Vec<&str> {
    let head = mail.mime.split_once("\r\n\r\n").unwrap().0;
    head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).collect()
}

/// The site's own address.
const BASE: &str = "https://rendezvous.example";

/// What is wrong with a mail; nothing if it is fine.
pub(super) fn findings(mail: &OutgoingMail, lang: Lang) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |fine: bool, rule: &str| {
        if !fine {
            found.push(rule.to_string());
        }
    };
    check(mail.mime.is_ascii(), "a character beyond ASCII on the wire");
    check(!mail.mime.replace("\r\n", "").contains(['\r', '\n', '\0']), "a bare CR or LF, or a NUL");
    check(mail.mime.split("\r\n").all(|line| line.len() <= 998), "a line of more than 998 octets");
    check(mail.mime.len() < 100_000, "more than 100 kB");

    let names: Vec<String> =
        headers(mail).iter().map(|line| line.split(':').next().unwrap().to_lowercase()).collect();
    let mut allowed =
        vec!["from", "to", "subject", "date", "message-id", "mime-version", "auto-submitted", "content-type"];
    for once in &allowed {
        check(names.iter().filter(|name| name == once).count() == 1, &format!("not exactly one {once}"));
    }
    allowed.push("reply-to");
    let list = ["list-id", "list-unsubscribe", "list-unsubscribe-post"];
    if mail.kind.can_be_stopped() {
        for once in list {
            check(names.iter().filter(|name| *name == once).count() == 1, &format!("not exactly one {once}"));
        }
        allowed.extend(list);
    }
    check(names.iter().all(|name| allowed.contains(&name.as_str())), &format!("another header: {names:?}"));

    let message = parse(mail);
    let address = |list: Option<&mail_parser::Address<'_>>| -> Vec<String> {
        list.map(|list| list.iter().filter_map(|one| one.address().map(String::from)).collect())
            .unwrap_or_default()
    };
    check(address(message.from()) == [FROM], "From is not our address");
    check(address(message.to()) == [READER], "To is not the one recipient");
    if mail.kind == MailKind::BarrierReport {
        // A stranger names an address in it, and nobody answers there unread.
        check(message.reply_to().is_none(), "Reply-To is an address that nobody has checked");
    } else if !matches!(mail.kind, MailKind::NewPassword | MailKind::AccountNotice | MailKind::AccountInvited)
    {
        check(address(message.reply_to()) == [CONTACT], "Reply-To is not the organiser's address");
    }
    check(message.message_id() == Some(mail.message_id.as_str()), "another Message-ID");
    check(message.date().map(|date| date.to_timestamp()) == Some(now().timestamp()), "another Date");
    check(
        message.header_raw("Auto-Submitted").map(str::trim) == Some("auto-generated"),
        "not Auto-Submitted",
    );

    for part in &message.parts {
        let encoding = part.content_transfer_encoding().unwrap_or("7bit").to_lowercase();
        let wanted = match part.content_type().and_then(|kind| kind.subtype()) {
            Some("calendar") => "base64",
            Some("plain" | "html") => "quoted-printable",
            _ => "7bit",
        };
        check(encoding == wanted, &format!("a part as {encoding} instead of {wanted}"));
    }

    let (text, html) = (text_of(mail), html_of(mail));
    let (seen, links) = shown(&html);
    check(!format!("{text}{html}{}", mail.subject).contains('⟦'), "a word is missing");
    check(html.contains(&format!("<html lang=\"{lang}\"")), "no language of the page");
    for forbidden in ["<img", "<script", "<form", "<link", "<base", "url(", "@import"] {
        check(!html.to_lowercase().contains(forbidden), &format!("{forbidden} in the HTML part"));
    }
    for link in &links {
        check(text.contains(link.as_str()), &format!("the plain part lacks the link {link}"));
    }
    // Whoever had everything deleted has nothing left to open; an address that was given up gets no new link.
    // A notice of an account leads to the page of log-ins, which asks who one is. An interpreter has no page.
    let without = [
        MailKind::BarrierReport,
        MailKind::Erased,
        MailKind::AddressChanged,
        MailKind::AccountNotice,
        MailKind::InterpreterPlan,
    ];
    if !without.contains(&mail.kind) {
        check(links.contains(LINK), "the personal link is missing");
    }
    check(
        links.contains(STOP) == mail.kind.can_be_stopped(),
        "the way out stands where it should not, or lacks",
    );
    // A report of a barrier holds what a stranger typed, and a footer may name the site: neither is a link.
    let in_text: BTreeSet<String> = text
        .split_whitespace()
        .filter(|word| word.starts_with("https://") && word.trim_end_matches('.') != BASE)
        .map(String::from)
        .collect();
    let same = in_text == links || mail.kind == MailKind::BarrierReport;
    check(same, &format!("the plain part has the links {in_text:?}, the HTML part {links:?}"));
    let words_of_text: Vec<&str> = text.split_whitespace().collect();
    let flat = words_of_text.join(" ");
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "--") {
        if links.contains(line) {
            continue;
        }
        let said = line.trim_start_matches("- ").trim_end_matches(':');
        let pieces: Vec<&str> = if said.contains("  ") { said.split("  ").collect() } else { fact(said) };
        for piece in pieces {
            let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
            check(seen.contains(&piece), &format!("the HTML part lacks “{piece}”"));
        }
    }
    check(flat.len() > 100, "hardly any text");
    let everything = format!("{}{text}{html}", mail.mime).to_lowercase();
    check(!everything.contains(PARTNER), "the partner's address");
    found
}

/// `Name: value` stands in two cells of the HTML part.
pub(super) fn fact(line: &str) -> Vec<&str> {
    match line.split_once(": ") {
        Some((name, value)) if name.chars().count() < 40 => vec![name, value],
        _ => vec![line],
    }
}
