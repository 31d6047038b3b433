//! Everything that is kept about one person, as a file for other programs (JSON; GDPR, Article 20).

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::domain::answer::{self, Asked, Wording, asked};
use crate::domain::consent::{Consent, ConsentPurpose, ConsentText};
use crate::domain::direct_message::DirectMessage;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::SessionId;
use crate::domain::mail::OutboxEntry;
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::participant::{Interest, Participant};
use crate::domain::proposal::Proposal;
use crate::domain::registration::Registration;
use crate::domain::wish::Wish;

/// What is kept about one person.
#[derive(Debug, Clone)]
pub struct PersonalFile {
    pub event: Event,
    pub programme: Programme,
    pub participant: Participant,
    pub registration: Registration,
    /// Oldest first.
    pub consents: Vec<Consent>,
    /// The event's own texts in all versions.
    pub consent_texts: Vec<ConsentText>,
    /// What happened to the registration, oldest first.
    pub history: Vec<Happening>,
    /// What they say of others.
    pub wishes: Vec<(Wish, Participant)>,
    /// Who wishes for them, as far as they may know.
    pub wished_by: Vec<(Wish, Participant)>,
    /// Proposals by them and to them, oldest first, with the other one.
    pub proposals: Vec<(Proposal, Participant)>,
    /// What they wrote to others and others to them, oldest first, with the other one.
    pub messages: Vec<(DirectMessage, Participant)>,
    /// From whom they want no messages.
    pub muted: Vec<Participant>,
    pub meetings: Vec<(Meeting, Participant)>,
    /// To whom they gave their contact details, and who gave them theirs.
    pub contact_details: [Vec<String>; 2],
    /// What they said of their meetings.
    pub reports: Vec<MeetingReport>,
    /// Mails to them, oldest first.
    pub mails: Vec<OutboxEntry>,
    /// What organisers noted about them, newest first, and when.
    pub notes: Vec<(DateTime<Utc>, String)>,
    /// By which labels organisers find them.
    pub tags: Vec<String>,
    /// To which sessions they are invited, since when, and when they said no.
    pub invitations: Vec<(SessionId, DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// When they were checked in, oldest first, and when that was undone.
    pub came: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// Whether they want reminders.
    pub reminders: bool,
    /// Whether they want what organisers write to many.
    pub mailings: bool,
    /// When they looked at the list of people first.
    pub directory_since: Option<DateTime<Utc>>,
    /// Since when they have a calendar feed.
    pub feed_since: Option<DateTime<Utc>>,
}

impl PersonalFile {
    /// What somebody read who agreed to something that only this event asks.
    pub fn text_of(&self, consent: &Consent) -> Option<&str> {
        let ConsentPurpose::Optional(purpose) = consent.purpose else { return None };
        let same =
            |text: &&ConsentText| text.purpose == purpose && text.version.to_string() == consent.text_version;
        let text = self.consent_texts.iter().find(same)?;
        Some(text.text.get(consent.lang, self.event.first_language()))
    }
}

/// An entry of the log about them.
#[derive(Debug, Clone)]
pub struct Happening {
    pub at: DateTime<Utc>,
    /// `participant`, `organiser` or `system`: who of the organisers it was is theirs.
    pub actor: String,
    pub action: String,
    pub detail: String,
}

/// The file.
pub fn json(file: &PersonalFile) -> String {
    let registration = &file.registration;
    let whole = json!({
        "event": {
            "name": file.event.name_in(file.participant.profile.lang),
            "address": file.event.slug,
            "organiser": file.event.organiser_name,
            "contact": file.event.contact_email,
        },
        "profile": profile(file),
        "registration": {
            "reference": registration.code,
            "state": registration.state.code(),
            "signed_up_at": time(registration.created_at),
            "changed_at": time(registration.changed_at),
        },
        "consents": file.consents.iter().map(|one| consent(file, one)).collect::<Vec<_>>(),
        "history": file.history.iter().map(happening).collect::<Vec<_>>(),
        "wishes": file.wishes.iter().map(wish).collect::<Vec<_>>(),
        "wished_by": file.wished_by.iter().map(wish).collect::<Vec<_>>(),
        "proposals": file.proposals.iter().map(|one| proposal(file, one)).collect::<Vec<_>>(),
        "messages": file.messages.iter().map(|one| message(file, one)).collect::<Vec<_>>(),
        "wants_no_messages_from": file.muted.iter().map(other).collect::<Vec<_>>(),
        "reports": file.reports.iter().map(report).collect::<Vec<_>>(),
        "meetings": file.meetings.iter().map(meeting).collect::<Vec<_>>(),
        "contact_details_given_to": file.contact_details[0],
        "contact_details_given_by": file.contact_details[1],
        "mails": file.mails.iter().map(mail).collect::<Vec<_>>(),
        "notes_of_organisers": file.notes.iter().map(note).collect::<Vec<_>>(),
        "tags_of_organisers": file.tags,
        "session_invitations": file.invitations.iter().map(|one| invitation(file, one)).collect::<Vec<_>>(),
        "checked_in": file.came.iter().map(came).collect::<Vec<_>>(),
        "wants_reminders": file.reminders,
        "wants_mailings": file.mailings,
        "directory_opened": file.directory_since.map(time),
        "calendar_feed_since": file.feed_since.map(time),
    });
    format!("{whole:#}\n")
}

fn invitation(
    file: &PersonalFile,
    (session, at, declined): &(SessionId, DateTime<Utc>, Option<DateTime<Utc>>),
) -> Value {
    let session = file.programme.sessions.iter().find(|one| one.id == *session);
    let lang = file.participant.profile.lang;
    let title = session.map(|one| one.title.get(lang, file.event.first_language()));
    json!({ "session": title, "invited_at": time(*at), "declined_at": declined.map(time) })
}

fn came((at, undone): &(DateTime<Utc>, Option<DateTime<Utc>>)) -> Value {
    json!({ "at": time(*at), "undone_at": undone.map(time) })
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn profile(file: &PersonalFile) -> Value {
    let profile = &file.participant.profile;
    let attendance = &profile.attendance;
    let (first, programme) = (file.event.first_language(), &file.programme);
    let blocks = programme.blocks.iter().filter(|block| attendance.blocks.contains(&block.id));
    let sessions = programme.sessions.iter().filter(|session| attendance.takes_part_in(&session.id));
    let waited = programme.sessions.iter().filter(|session| attendance.waiting.contains(&session.id));
    let mut whole = json!({
        "language_of_mails": profile.lang.code(),
        "shown_to_others": profile.listed,
        "fields_shown_to_others": profile.shown.codes(),
        "interests": profile.interests.iter().map(|one| interest(file, one)).collect::<Vec<_>>(),
        "meeting_blocks": blocks.map(|block| block.label.get(profile.lang, first)).collect::<Vec<_>>(),
        "sessions": sessions.map(|session| session.title.get(profile.lang, first)).collect::<Vec<_>>(),
        "sessions_waited_for": waited.map(|session| session.title.get(profile.lang, first)).collect::<Vec<_>>(),
        "most_meetings": attendance.max_meetings,
        "source": file.participant.source.code(),
        "created_at": time(file.participant.created_at),
        "updated_at": time(file.participant.updated_at),
    });
    let mut own = Vec::new();
    for question in asked(programme) {
        match question.wording {
            Wording::Field(field) => whole[field.code] = answer(file, &question),
            Wording::Own(asked) => own.push(json!({
                "question": asked.label.get(profile.lang, first),
                "answer": answer(file, &question),
            })),
        }
    }
    whole["questions_of_the_event"] = json!(own);
    whole
}

/// An answer: what was chosen by what it is called, the rest as it is stored.
fn answer(file: &PersonalFile, question: &Asked<'_>) -> Value {
    let (lang, first) = (file.participant.profile.lang, file.event.first_language());
    match file.participant.profile.person.answer(&question.key) {
        None => Value::Null,
        Some(answer::Value::Languages(codes)) => json!(codes),
        Some(answer::Value::Number(number)) => json!(number),
        Some(answer::Value::Agreed) => json!(true),
        Some(value) if question.choices.is_empty() => json!(value.stored()),
        Some(value) => json!(value.chosen(&question.choices, lang, first)),
    }
}

fn interest(file: &PersonalFile, interest: &Interest) -> Value {
    let topic = file.programme.topics.iter().find(|topic| topic.id == interest.topic);
    let (lang, first) = (file.participant.profile.lang, file.event.first_language());
    json!({
        "kind": interest.kind.code(),
        "topic": topic.map(|topic| topic.label.get(lang, first)),
        "text": interest.text,
    })
}

fn consent(file: &PersonalFile, consent: &Consent) -> Value {
    json!({
        "purpose": consent.purpose.code(),
        "text": file.text_of(consent),
        "given": consent.given,
        "text_version": consent.text_version,
        "language": consent.lang.code(),
        "at": time(consent.at),
    })
}

fn happening(happening: &Happening) -> Value {
    json!({
        "at": time(happening.at),
        "by": happening.actor,
        "action": happening.action,
        "detail": happening.detail,
    })
}

fn other(person: &Participant) -> Value {
    let person = &person.profile.person;
    json!({ "name": person.name, "organisation": person.organisation })
}

fn wish((wish, person): &(Wish, Participant)) -> Value {
    json!({
        "kind": wish.kind.code(),
        "person": other(person),
        "message": wish.message,
        "at": time(wish.created_at),
    })
}

fn proposal(file: &PersonalFile, (proposal, person): &(Proposal, Participant)) -> Value {
    json!({
        "by_me": proposal.from == file.participant.id,
        "person": other(person),
        "message": proposal.message,
        "state": proposal.state.code(),
        "at": time(proposal.created_at),
    })
}

fn message(file: &PersonalFile, (message, person): &(DirectMessage, Participant)) -> Value {
    json!({
        "by_me": message.from == file.participant.id,
        "person": other(person),
        "kind": message.kind.code(),
        "text": message.text,
        "at": time(message.sent_at),
    })
}

fn report(report: &MeetingReport) -> Value {
    let (said, reason, note) = match &report.said {
        Said::Cancelled { reason, note, .. } => ("cancelled", reason.code(), note.as_str()),
        Said::Absent => ("partner_absent", "", ""),
    };
    json!({ "said": said, "reason": reason, "note": note, "at": time(report.created_at) })
}

fn meeting((meeting, partner): &(Meeting, Participant)) -> Value {
    json!({
        "with": other(partner),
        "starts_at": time(meeting.starts_at),
        "ends_at": time(meeting.ends_at),
        "table": meeting.table,
        "state": meeting.state.code(),
    })
}

fn note((at, text): &(DateTime<Utc>, String)) -> Value {
    json!({ "text": text, "at": time(*at) })
}

fn mail(mail: &OutboxEntry) -> Value {
    json!({
        "subject": mail.subject,
        "to": mail.recipient,
        "state": mail.state.code(),
        "written_at": time(mail.created_at),
        "sent_at": mail.sent_at.map(time),
    })
}
