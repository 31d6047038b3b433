//! The mail about proposals to meet: to the one who is asked, to its author as a receipt, and when it came to nothing; what came
//! meanwhile stands in one. It carries no calendar entry: nothing is planned before both agree.

use super::{EventMail, action, fact};
use crate::domain::country;
use crate::domain::event::{Event, Slot};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::domain::proposal::{Proposal, ProposalState, Side};
use crate::domain::text;
use crate::mail::letter::{Block, Fact};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// A proposal that a mail tells.
#[derive(Debug, Clone)]
pub struct ToldProposal {
    /// With whom and when, as the reader of the mail sees it.
    pub other: Participant,
    pub slot: Slot,
    pub proposal: Proposal,
    /// Who reads.
    pub side: Side,
    /// The meeting of the two that would move.
    pub instead: Option<Meeting>,
}

impl ToldProposal {
    /// The mail that is about this alone.
    fn kind(&self) -> MailKind {
        match (self.side, self.proposal.state) {
            (Side::Asked, _) => MailKind::ProposalReceived,
            (Side::Author, ProposalState::Open) => MailKind::ProposalSent,
            (Side::Author, _) => MailKind::ProposalClosed,
        }
    }

    /// What waits for an answer first, then what came to nothing.
    fn rank(&self) -> u8 {
        match self.kind() {
            MailKind::ProposalReceived => 0,
            MailKind::ProposalClosed => 1,
            _ => 2,
        }
    }
}

/// What somebody is told of proposals: of one at least.
#[derive(Debug, Clone)]
pub struct ProposalNews {
    first: ToldProposal,
    others: Vec<ToldProposal>,
}

impl ProposalNews {
    /// In the order in which it is told.
    pub fn of(mut told: Vec<ToldProposal>) -> Option<ProposalNews> {
        told.sort_by_key(ToldProposal::rank);
        let mut told = told.into_iter();
        Some(ProposalNews { first: told.next()?, others: told.collect() })
    }

    fn all(&self) -> impl Iterator<Item = &ToldProposal> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

/// "Somebody proposes to meet you", "Your proposal is on its way", "This meeting does not come about": the same whether it was
/// declined, not answered, or the slot is taken. What it is named after comes first.
pub fn proposals(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    news: &ProposalNews,
) -> Result<OutgoingMail, MailError> {
    let first = &news.first;
    let mail = EventMail::new(context, first.kind(), event, participant);
    let mut blocks = Vec::new();
    for told in news.all() {
        blocks.extend(say_one(&mail, told));
    }
    let label = if first.side == Side::Asked { "mail-proposal-action" } else { "mail-open-schedule" };
    blocks.push(action(context, mail.words.t(label), link)?);
    let mut said = Vec::new();
    for told in news.all() {
        let kind = (told.kind(), told.instead.is_some());
        if !said.contains(&kind) {
            said.push(kind);
            blocks.push(Block::Paragraph(say(&mail, "after", told)));
        }
    }
    blocks.push(Block::Paragraph(mail.words.t("mail-link-is-personal")));
    let count = news.all().filter(|told| told.kind() == first.kind()).count();
    let name = |part: &str| match count {
        1 => say(&mail, part, first),
        _ => {
            let key = format!("mail-{}-{part}-many", mail.kind.code().replace('_', "-"));
            mail.words.t2(&key, "count", count, "event", mail.event_name())
        }
    };
    mail.finish(name("subject"), name("heading"), blocks, Calendar::None)
}

/// What is said of one proposal.
fn say_one(mail: &EventMail<'_>, told: &ToldProposal) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(say(mail, "text", told))];
    let message = text::line(&told.proposal.message);
    if told.side == Side::Asked && !message.is_empty() {
        blocks.push(Block::Paragraph(mail.words.t1("mail-proposal-message", "message", &message)));
    }
    blocks.push(Block::Facts(facts(mail, told)));
    blocks
}

/// The words for a part of the mail, which may name the partner, the event, and when it would be.
fn say(mail: &EventMail<'_>, part: &str, told: &ToldProposal) -> String {
    let of_move = if told.instead.is_some() { "-move" } else { "" };
    let key = format!("mail-{}-{part}{of_move}", told.kind().code().replace('_', "-"));
    let (words, zone, slot) = (mail.words, mail.event.time_zone, &told.slot);
    words.tn(
        &key,
        &[
            ("partner", told.other.profile.person.shown()),
            ("event", mail.event_name()),
            ("date", words.date(slot.starts_at.with_timezone(&zone).date_naive())),
            ("time", words.plain_time(slot.starts_at, mail.clocks)),
        ],
    )
}

fn facts(mail: &EventMail<'_>, told: &ToldProposal) -> Vec<Fact> {
    let (words, slot) = (mail.words, &told.slot);
    let person = &told.other.profile.person;
    let open = Some(&told.proposal).filter(|proposal| proposal.state == ProposalState::Open);
    let instead = told.instead.as_ref().map(|now| words.stretch(now.starts_at, now.ends_at, mail.clocks));
    let until = open.map(|proposal| words.instant(proposal.expires_at, mail.clocks));
    let facts = [
        fact(words.t("mail-fact-proposed-partner"), person.shown()),
        fact(words.t("mail-fact-country"), country::name(&person.country, words.lang)),
        fact(words.t("mail-fact-time"), words.stretch(slot.starts_at, slot.ends_at, mail.clocks)),
        fact(words.t("mail-fact-instead-of"), instead.unwrap_or_default()),
        fact(words.t("mail-fact-answer-by"), until.unwrap_or_default()),
        fact(words.t("mail-fact-event"), mail.event_name()),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}
