//! What a mail that came back says of its address.

use std::fmt;

/// An enhanced status code (RFC 3463): class, subject and detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub class: u16,
    pub subject: u16,
    pub detail: u16,
}

/// What follows from a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The address takes no mail: no other goes to it.
    Hard,
    /// This mail did not arrive; another may.
    Soft,
}

impl Status {
    /// The first code in a text, such as `5.1.1` in `550 5.1.1 no such user`.
    pub fn find(text: &str) -> Option<Status> {
        text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(Status::parse)
    }

    fn parse(word: &str) -> Option<Status> {
        let mut parts = word.trim_end_matches('.').split('.');
        let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
        let number = |part: &str| part.parse::<u16>().ok().filter(|_| part.len() <= 3);
        let status = Status { class: number(class)?, subject: number(subject)?, detail: number(detail)? };
        (parts.next().is_none() && matches!(status.class, 2 | 4 | 5) && class.len() == 1).then_some(status)
    }

    /// What a report of a failure with this code means. Class 5 is for good, but subject 6 is about what the mail holds,
    /// subject 7 about what its sender may do, and 2.3 and 3.4 about its size: another mail may well arrive.
    pub fn verdict(self) -> Verdict {
        let about_the_mail = matches!((self.subject, self.detail), (6 | 7, _) | (2, 3) | (3, 4));
        if self.class == 5 && !about_the_mail { Verdict::Hard } else { Verdict::Soft }
    }

    /// Whether the code says that there is no such mailbox, and nothing else.
    pub fn names_the_mailbox(self) -> bool {
        self.class == 5 && matches!((self.subject, self.detail), (1, 0 | 1 | 2 | 3 | 6 | 10) | (2, 1))
    }

    /// Whether the code tells no more than the class.
    pub fn is_vague(self) -> bool {
        self.subject == 0
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}
