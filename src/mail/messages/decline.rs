//! "You have declined a meeting in your calendar: is it off?"

use super::schedule::{MeetingReader, meeting_facts};
use super::{EventMail, ScheduledMeeting, action};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::mail::letter::Block;
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// Asks whoever declined. The link leads to the one button that calls the meeting off.
pub fn decline_heard(
    context: &MailContext<'_>,
    reader: &MeetingReader<'_>,
    scheduled: &ScheduledMeeting<'_>,
) -> Result<OutgoingMail, MailError> {
    let MeetingReader { event, participant, link, .. } = *reader;
    let mail = EventMail {
        meeting: Some(scheduled.meeting.starts_at),
        useful_until: Some(scheduled.meeting.starts_at),
        ..EventMail::new(context, MailKind::DeclineHeard, event, participant)
    };
    let say = |part: &str| {
        let key = format!("mail-decline-heard-{part}");
        mail.words.t2(&key, "partner", scheduled.partner_name(), "event", mail.event_name())
    };
    let blocks = vec![
        Block::Paragraph(say("text")),
        Block::Facts(meeting_facts(&mail, scheduled)),
        action(context, say("action"), link)?,
        Block::Paragraph(say("after")),
        Block::Paragraph(mail.words.t("mail-link-is-personal")),
    ];
    mail.finish(say("subject"), say("heading"), blocks, Calendar::None)
}
