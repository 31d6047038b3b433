//! Mails about a proposal to meet: to the one who is asked, to its author as a receipt, and when it came to nothing.
//! None of them carries a calendar entry: nothing is planned before both agree.

use super::{EventMail, action, fact};
use crate::domain::country;
use crate::domain::event::{Event, Slot};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::proposal::Proposal;
use crate::domain::text;
use crate::mail::letter::{Block, Fact};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// With whom and when, as the reader of a mail sees it.
#[derive(Debug, Clone, Copy)]
pub struct ProposedMeeting<'a> {
    pub other: &'a Participant,
    pub slot: &'a Slot,
}

/// A proposal that a mail tells.
#[derive(Debug, Clone, Copy)]
pub struct ToldProposal<'a> {
    pub meeting: ProposedMeeting<'a>,
    pub proposal: &'a Proposal,
}

/// "Somebody proposes to meet you", or several do.
pub fn proposal_received(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    first: &ToldProposal<'_>,
    others: &[ToldProposal<'_>],
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::ProposalReceived, event, participant);
    let action = action(context, mail.words.t("mail-proposal-action"), link)?;
    told(&mail, action, first, others)
}

/// "Your proposal is on its way", or several are.
pub fn proposal_sent(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    first: &ToldProposal<'_>,
    others: &[ToldProposal<'_>],
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::ProposalSent, event, participant);
    let action = action(context, mail.words.t("mail-open-schedule"), link)?;
    told(&mail, action, first, others)
}

fn told(
    mail: &EventMail<'_>,
    action: Block,
    first: &ToldProposal<'_>,
    others: &[ToldProposal<'_>],
) -> Result<OutgoingMail, MailError> {
    let mut blocks = Vec::new();
    for told in [first].into_iter().chain(others) {
        blocks.push(Block::Paragraph(say(mail, "text", &told.meeting)));
        if mail.kind == MailKind::ProposalReceived {
            let message = text::line(&told.proposal.message);
            let said = || mail.words.t1("mail-proposal-message", "message", &message);
            blocks.push(Block::Paragraph(if message.is_empty() { String::new() } else { said() }));
        }
        blocks.push(Block::Facts(facts(mail, &told.meeting, Some(told.proposal))));
    }
    blocks.push(action);
    blocks.push(Block::Paragraph(say(mail, "after", &first.meeting)));
    blocks.push(Block::Paragraph(mail.words.t("mail-link-is-personal")));
    if others.is_empty() {
        return finish(mail, &first.meeting, blocks);
    }
    let count = others.len() + 1;
    let many = |part: &str| {
        let key = format!("mail-{}-{part}-many", mail.kind.code().replace('_', "-"));
        mail.words.t2(&key, "count", count, "event", mail.event_name())
    };
    mail.finish(many("subject"), many("heading"), blocks, Calendar::None)
}

/// "The meeting that you proposed does not come about": the same whether it was declined, not answered, or the slot
/// is taken.
pub fn proposal_closed(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    proposed: &ProposedMeeting<'_>,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::ProposalClosed, event, participant);
    let blocks = vec![
        Block::Paragraph(say(&mail, "text", proposed)),
        Block::Facts(facts(&mail, proposed, None)),
        action(context, mail.words.t("mail-open-schedule"), link)?,
        Block::Paragraph(say(&mail, "after", proposed)),
        Block::Paragraph(mail.words.t("mail-link-is-personal")),
    ];
    finish(&mail, proposed, blocks)
}

fn finish(
    mail: &EventMail<'_>,
    proposed: &ProposedMeeting<'_>,
    blocks: Vec<Block>,
) -> Result<OutgoingMail, MailError> {
    mail.finish(say(mail, "subject", proposed), say(mail, "heading", proposed), blocks, Calendar::None)
}

/// The words for a part of the mail, which may name the partner, the event, and when it would be.
fn say(mail: &EventMail<'_>, part: &str, proposed: &ProposedMeeting<'_>) -> String {
    let key = format!("mail-{}-{part}", mail.kind.code().replace('_', "-"));
    let (words, zone, slot) = (mail.words, mail.event.time_zone, proposed.slot);
    words.tn(
        &key,
        &[
            ("partner", proposed.other.profile.person.shown()),
            ("event", mail.event_name()),
            ("date", words.date(slot.starts_at.with_timezone(&zone).date_naive())),
            ("time", words.time(slot.starts_at, zone)),
        ],
    )
}

fn facts(mail: &EventMail<'_>, proposed: &ProposedMeeting<'_>, proposal: Option<&Proposal>) -> Vec<Fact> {
    let (words, zone, slot) = (mail.words, mail.event.time_zone, proposed.slot);
    let person = &proposed.other.profile.person;
    let of_zone = words.zone(slot.starts_at, zone).0;
    let when = words.day_and_time(slot.starts_at, slot.ends_at, zone);
    let until = proposal.map(|proposal| {
        let zone_then = words.zone(proposal.expires_at, zone).0;
        format!("{} ({zone_then})", words.moment(proposal.expires_at, zone))
    });
    let facts = [
        fact(words.t("mail-fact-proposed-partner"), person.shown()),
        fact(words.t("mail-fact-country"), country::name(&person.country, words.lang)),
        fact(words.t("mail-fact-time"), format!("{when} ({of_zone})")),
        fact(words.t("mail-fact-answer-by"), until.unwrap_or_default()),
        fact(words.t("mail-fact-event"), mail.event_name()),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}
