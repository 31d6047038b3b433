//! The mail to somebody who is invited, made before the transaction that invites them or tells them of other days.

use super::Fault;
use super::letters::Letters;
use super::links::Page;
use crate::domain::event::{Event, Programme};
use crate::domain::invitation::Invitation;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::mail::messages::{self, InvitationMail};

/// Writes it.
pub(super) fn write(
    letters: &mut Letters<'_>,
    (event, programme): (&Event, &Programme),
    participant: &Participant,
    invitation: &Invitation,
) -> Result<(), Fault> {
    let link = &letters.personal_link_to(event, &participant.id, Page::Invitation);
    let kind = MailKind::Invited;
    letters.write(|context| {
        let mail = InvitationMail { kind, event, programme, participant, invitation, link };
        messages::invited(context, &mail)
    })
}
