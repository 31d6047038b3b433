//! The mail that tells an organiser of a barrier on a page.

use super::fact;
use super::program::{Envelope, PROGRAM};
use crate::domain::accessibility::Barrier;
use crate::domain::colour;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text::{self, Email};
use crate::mail::letter::{Block, Letter, accent};
use crate::mail::{MailContext, MailError};
use crate::words::Words;

/// A report of a barrier with whoever reads it.
#[derive(Debug, Clone, Copy)]
pub struct BarrierMail<'a> {
    /// The event on whose pages it is; none for those of the site itself.
    pub event: Option<&'a Event>,
    pub reader: &'a Email,
    /// The reader's language.
    pub lang: Lang,
    pub barrier: &'a Barrier,
}

/// What somebody told of a barrier; the address that they left stands in the text.
pub fn barrier_report(
    context: &MailContext<'_>,
    report: &BarrierMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let (words, barrier) = (Words::of(report.lang), report.barrier);
    let about = report
        .event
        .map_or_else(|| PROGRAM.to_string(), |event| text::shown_name(event.name_in(report.lang)));
    let answer = barrier.reply_to.as_ref().map_or_else(
        || words.t("mail-barrier-report-no-answer"),
        |address| words.t1("mail-barrier-report-answer", "email", address.as_str()),
    );
    let told = barrier.told.lines().filter(|line| !line.trim().is_empty());
    let mut blocks = vec![Block::Paragraph(words.t1("mail-barrier-report-text", "event", &about))];
    blocks.extend(told.map(|line| Block::Paragraph(line.to_string())));
    if !barrier.page.is_empty() {
        let page = fact(words.t("mail-barrier-report-page"), text::shown_name(&barrier.page));
        blocks.push(Block::Facts(vec![page]));
    }
    blocks.push(Block::Paragraph(answer));
    let letter = Letter {
        words,
        subject: words.t1("mail-barrier-report-subject", "event", &about),
        sender: about,
        heading: words.t("mail-barrier-report-heading"),
        greeting: words.t("mail-greeting-unnamed"),
        blocks,
        footer: vec![words.t1("mail-barrier-report-why", "address", context.base_url.as_str())],
        stop: None,
        accent: report.event.map_or_else(|| colour::PETROL.to_string(), accent),
    };
    let envelope = Envelope {
        kind: MailKind::BarrierReport,
        event: report.event,
        name: String::new(),
        to: report.reader.clone(),
        // A stranger names the address: whoever answers reads it first.
        reply_to: None,
    };
    envelope.seal(context, letter)
}
