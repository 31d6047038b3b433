//! What a mail that came back says of its address: when nothing more goes there, and when it is no fault of the address.
//!
//! An address is blocked at once only when a server names the mailbox or the domain as one that does not exist. What a
//! server says of us, of this one mail, or of the moment never blocks. The rest blocks after repeats over days.

use std::fmt;

use chrono::{DateTime, Duration, Utc};

use super::bounce_words::Told;
use super::codes::codes;

/// An enhanced status code (RFC 3463): class, subject and detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub class: u16,
    pub subject: u16,
    pub detail: u16,
}

codes! {
    /// What follows from a report. In their order the later one weighs more.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Verdict {
        /// It speaks of us, of this mail or of the moment: the address is as good as before.
        NotTheAddress = "not_the_address",
        /// This mail was refused for good, and nobody says why: the address is in doubt.
        Doubtful = "doubtful",
        /// There is no such mailbox, or no such domain.
        NoMailbox = "no_mailbox",
    }
}

impl Status {
    /// The first code in a text, such as `5.1.1` in `550 5.1.1 no such user`; one that tells more than the class goes first.
    pub fn find(text: &str) -> Option<Status> {
        let codes = || text.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(Status::parse);
        codes().find(|status| !status.is_vague()).or_else(|| codes().next())
    }

    fn parse(word: &str) -> Option<Status> {
        let mut parts = word.trim_end_matches('.').split('.');
        let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
        let number = |part: &str| part.parse::<u16>().ok().filter(|_| part.len() <= 3);
        let status = Status { class: number(class)?, subject: number(subject)?, detail: number(detail)? };
        (parts.next().is_none() && matches!(status.class, 2 | 4 | 5) && class.len() == 1).then_some(status)
    }

    /// Whether the code says that there is no such mailbox or domain, and nothing else.
    pub fn names_the_mailbox(self) -> bool {
        self.class == 5 && matches!((self.subject, self.detail), (1, 1 | 2 | 3 | 6 | 10) | (2, 1))
    }

    /// Whether the code tells no more than the class.
    pub fn is_vague(self) -> bool {
        self.subject == 0
    }

    /// What the code leaves open; words may still decide.
    fn leaves_open(self) -> Open {
        match (self.class, self.subject, self.detail) {
            // About the address, the mailbox or nothing in particular.
            (5, 0 | 2, 0) => Open::ToWords { else_: Verdict::Doubtful },
            // The sender's address.
            (5, 1, 7 | 8) => Open::Nothing,
            (5, 1, _) => Open::ToWords { else_: Verdict::Doubtful },
            // "Other" systems, protocols and routes; "unable to route" is how Postfix and qmail report an unknown domain.
            (5, 3..=5, 0) | (5, 4, 4) => Open::ToWords { else_: Verdict::NotTheAddress },
            // "No answer from host" and "not authorised" are also said of mailboxes that are none: the one by a large
            // provider of every address that it does not know.
            (5, 4, 1) => Open::ToDoubt { by_refusal: true },
            (5, 7, 0 | 1) => Open::ToDoubt { by_refusal: false },
            // The mailbox is full, the mail too long.
            (5, 2, 2 | 3) => Open::Nothing,
            (5, 2, _) => Open::ToWords { else_: Verdict::Doubtful },
            _ => Open::Nothing,
        }
    }
}

/// What is left to the words of a server beside its code.
enum Open {
    /// Words about the mailbox decide; without any it is `else_`.
    ToWords { else_: Verdict },
    /// Words about the mailbox make the address doubtful, no more; with `by_refusal` those that only refuse it do too.
    ToDoubt { by_refusal: bool },
    /// Nothing: the code speaks of something else.
    Nothing,
}

/// What a refusal says of the address. `status` is what the reporting server made of it, `text` what the refusing server
/// said, whose own code is closer to the cause.
pub fn judge(status: Option<Status>, text: &str) -> Verdict {
    let told = Told::of(text);
    // Some servers go on asking for a domain that does not exist, and then report that they gave up.
    let gone = told.says_no_such_domain();
    if !gone && status.is_some_and(|status| status.class != 5) {
        return Verdict::NotTheAddress;
    }
    let own = Status::find(text);
    let status = own.filter(|own| !own.is_vague()).or(status).or(own);
    let named = status.is_some_and(Status::names_the_mailbox);
    let about_mailbox = told.names_the_mailbox();
    if told.speaks_of_us() || (told.will_pass() && !(named && about_mailbox)) {
        return Verdict::NotTheAddress;
    }
    if gone {
        return Verdict::NoMailbox;
    }
    if named {
        // Some servers make "no such user" of every refusal of a recipient.
        let is_guess = own.is_none() && told.reply().is_some();
        let is_backed = about_mailbox || told.refuses_the_address();
        return if is_guess && !is_backed { Verdict::Doubtful } else { Verdict::NoMailbox };
    }
    let open = match status {
        // The code is the reporting server's guess at words that are plain.
        Some(status) if own.is_none() && status.subject == 7 && about_mailbox => {
            Open::ToWords { else_: Verdict::Doubtful }
        }
        Some(status) => status.leaves_open(),
        None => reply_leaves_open(told.reply()),
    };
    match open {
        Open::ToWords { .. } if about_mailbox && told.is_after_content() => Verdict::Doubtful,
        Open::ToWords { .. } if about_mailbox => Verdict::NoMailbox,
        Open::ToWords { .. } if told.refuses_the_address() => Verdict::Doubtful,
        Open::ToWords { else_ } => else_,
        Open::ToDoubt { .. } if about_mailbox => Verdict::Doubtful,
        Open::ToDoubt { by_refusal: true } if told.refuses_the_address() => Verdict::Doubtful,
        Open::ToDoubt { .. } | Open::Nothing => Verdict::NotTheAddress,
    }
}

/// The same for a reply code (RFC 5321, 4.2.3) that no enhanced code stands beside.
fn reply_leaves_open(reply: Option<u16>) -> Open {
    match reply {
        None | Some(550 | 551 | 553 | 554) => Open::ToWords { else_: Verdict::Doubtful },
        // "Exceeded storage allocation" for most, "no such user" for a few.
        Some(552) => Open::ToWords { else_: Verdict::NotTheAddress },
        Some(_) => Open::Nothing,
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// How far back mails to an address are looked at for that.
pub const HISTORY: Duration = Duration::days(60);
/// So many mails that came back for reasons in doubt block an address, if nothing arrived between them ...
const DOUBTS: usize = 3;
/// ... and if they went out over so long a time.
const DOUBTS_OVER: Duration = Duration::days(3);

/// Whether the mails to an address, each with the time at which it went and with what became of it, block it: the last
/// ones all came back and left it in doubt. `None` stands for one that did not come back.
pub fn is_given_up(mails: &[(DateTime<Utc>, Option<Verdict>)]) -> bool {
    let mut mails = mails.to_vec();
    mails.sort_by_key(|(sent_at, _)| *sent_at);
    // What went after the last return may still be under way.
    while mails.last().is_some_and(|(_, verdict)| verdict.is_none()) {
        mails.pop();
    }
    let doubts: Vec<DateTime<Utc>> = mails
        .iter()
        .rev()
        .take_while(|(_, verdict)| verdict.is_some())
        .filter(|(_, verdict)| verdict.is_some_and(|verdict| verdict >= Verdict::Doubtful))
        .map(|(sent_at, _)| *sent_at)
        .collect();
    match (doubts.first(), doubts.last()) {
        (Some(latest), Some(earliest)) => doubts.len() >= DOUBTS && *latest - *earliest >= DOUBTS_OVER,
        _ => false,
    }
}

/// For how long returns of one domain are counted together.
pub const ALARM_WINDOW: Duration = Duration::hours(1);
/// How far back mails to a domain count when its share of returns is taken.
pub const ALARM_MAILED: Duration = Duration::hours(24);
/// For how long an alarm is shown after the last return.
pub const ALARM_SHOWN: Duration = Duration::days(3);
/// From so many addresses on, returns of one domain are no matter of each address ...
const ALARM_ADDRESSES: usize = 5;
/// ... if they are at least one in so many of those that were mailed.
const ALARM_SHARE: usize = 4;

/// Whether so many addresses of a domain whose mail came back within [`ALARM_WINDOW`], of so many that were mailed within
/// [`ALARM_MAILED`], mean that something is wrong between the domain and us.
pub fn is_alarm(returned: usize, mailed: usize) -> bool {
    returned >= ALARM_ADDRESSES && returned * ALARM_SHARE >= mailed
}

/// What a server said, with the addresses in it left out.
pub fn without_addresses(text: &str) -> String {
    let is_address = |word: &&str| word.contains('@');
    let words = text.split_whitespace().map(|word| if is_address(&word) { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}
