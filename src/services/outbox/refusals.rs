//! Whose refusal is it? A server that refuses one mail may mean the mail, its recipient, or us. One that refuses several
//! recipients in a row, and takes nothing in between, most likely means us.
//!
//! What is remembered here is one server's alone and lost when it stops: then a few more mails are refused before the pause.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use crate::domain::ids::MailId;

/// So many different recipients refused in a row mean us.
const RUN: usize = 3;
/// For how long a domain that refused while others took our mail is believed to mean its own recipients.
const REFUSER: Duration = Duration::from_secs(3_600);
/// Mails are remembered no longer when there are more.
const MOST: usize = 10_000;
/// By how much longer a domain rests each time its server hangs up, until it takes a mail.
const LONGER: [u32; 3] = [1, 12, 60];

/// A mail that was refused, or on which the server hung up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub id: MailId,
    /// The address in the one spelling by which addresses are compared.
    pub recipient: String,
    pub domain: String,
}

/// Whom a refusal means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    /// This mail or its recipient.
    Mail,
    /// This mail, which was refused before as one of a run that meant us.
    MailAgain,
    /// Our rights, with some recipients and not with others. These mails, given up before, may go later too.
    Rights { also: Vec<MailId> },
    /// Us. These mails, refused just before, were not meant either.
    Us { also: Vec<MailId> },
}

/// What a refusal came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused {
    /// The mail went out to see whether the server takes mail again.
    pub to_probe: bool,
    /// The code speaks of what we may do.
    pub by_rights: bool,
}

/// What one server knows of refusals.
#[derive(Debug)]
pub(super) struct Refusals {
    /// How long a domain rests whose server hung up.
    rest: Duration,
    /// Refused in a row.
    run: Vec<Named>,
    /// Recipients at whom we were refused for what we may do, when, and the mail if it was given up.
    rights: HashMap<String, (Instant, Option<MailId>)>,
    /// Whether the run means us: then whatever else is refused does too.
    ours: bool,
    /// Recipients on whom the server hung up in a row.
    hung_up: HashSet<String>,
    /// Mails that were put back once.
    doubted: HashSet<MailId>,
    refusers: HashMap<String, Instant>,
    rests: HashMap<String, (usize, Instant)>,
}

impl Refusals {
    /// Nothing was refused yet.
    pub(super) fn new(rest: Duration) -> Refusals {
        Refusals {
            rest,
            run: Vec::new(),
            rights: HashMap::new(),
            ours: false,
            hung_up: HashSet::new(),
            doubted: HashSet::new(),
            refusers: HashMap::new(),
            rests: HashMap::new(),
        }
    }

    /// A server refused a mail for good and did not name the mailbox.
    pub(super) fn refused(&mut self, mail: Named, with: Refused, now: Instant) -> Meant {
        let id = mail.id.clone();
        if with.to_probe || self.ours {
            self.ours = true;
            self.doubt(id);
            if self.run.len() < MOST {
                self.run.push(mail);
            }
            return Meant::Us { also: Vec::new() };
        }
        self.refusers.retain(|_, at| now.duration_since(*at) < REFUSER);
        self.rights.retain(|_, (at, _)| now.duration_since(*at) < REFUSER);
        if self.doubted.contains(&id) || self.refusers.contains_key(&mail.domain) {
            return Meant::MailAgain;
        }
        if with.by_rights {
            self.rights.insert(mail.recipient.clone(), (now, Some(id.clone())));
        }
        self.run.push(mail);
        let recipients: HashSet<&str> = self.run.iter().map(|mail| mail.recipient.as_str()).collect();
        if recipients.len() >= RUN {
            self.ours = true;
            let run: Vec<MailId> = self.run.iter().map(|mail| mail.id.clone()).collect();
            return Meant::Us { also: self.others(run, &id) };
        }
        if with.by_rights && self.rights.len() >= RUN {
            let given_up = self.rights.values_mut().filter_map(|(_, mail)| mail.take()).collect();
            return Meant::Rights { also: self.others(given_up, &id) };
        }
        Meant::Mail
    }

    /// Remembers that these mails may go after all, and gives those beside the one that is being judged.
    fn others(&mut self, mails: Vec<MailId>, own: &MailId) -> Vec<MailId> {
        mails.iter().for_each(|id| self.doubt(id.clone()));
        mails.into_iter().filter(|other| other != own).collect()
    }

    /// The server hung up on a mail after it was named; gives whether that means us by now.
    pub(super) fn hung_up(&mut self, mail: &Named, now: Instant) -> bool {
        let (times, until) = self.rests.get(&mail.domain).copied().unwrap_or((0, now));
        if until <= now {
            let longer = LONGER.get(times).or(LONGER.last()).copied().unwrap_or(1);
            self.rests.insert(mail.domain.clone(), (times + 1, now + self.rest * longer));
        }
        self.hung_up.insert(mail.recipient.clone());
        self.hung_up.len() >= RUN
    }

    /// The server took a mail.
    pub(super) fn taken(&mut self, mail: &Named, now: Instant) {
        if self.ours {
            // It takes mail again; whoever of the run refuses still does so for reasons of its own.
            let others =
                self.run.iter().map(|refused| &refused.domain).filter(|domain| **domain != mail.domain);
            self.refusers.extend(others.map(|domain| (domain.clone(), now)));
        }
        if self.ours || self.hung_up.len() >= RUN {
            self.rests.clear();
        }
        self.ours = false;
        self.run.clear();
        self.hung_up.clear();
        self.doubted.remove(&mail.id);
        self.refusers.remove(&mail.domain);
        self.rests.remove(&mail.domain);
    }

    /// Domains that were refused while the server refuses us: a mail to another one tells more.
    pub(super) fn refused_domains(&self) -> Vec<String> {
        if self.ours { self.run.iter().map(|mail| mail.domain.clone()).collect() } else { Vec::new() }
    }

    /// Domains that rest.
    pub(super) fn resting(&self, now: Instant) -> Vec<String> {
        self.rests.iter().filter(|(_, (_, until))| *until > now).map(|(domain, _)| domain.clone()).collect()
    }

    fn doubt(&mut self, id: MailId) {
        if self.doubted.len() >= MOST {
            self.doubted.clear();
        }
        self.doubted.insert(id);
    }
}
