//! Everything about one participant.

use actix_web::http::StatusCode;
use askama::Template;

use super::door;
use super::frame::{address, below, label_in, name_of, state_class, state_word};
use super::history::{Line, lines};
use super::outbox::{MailRow, mail_row};
use super::remarks::RemarksView;
use crate::app::App;
use crate::domain::account::Role;
use crate::domain::answer::{Asked, asked};
use crate::domain::consent::{Consent, OptionalPurpose};
use crate::domain::field;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::InterestKind;
use crate::domain::problems::Problems;
use crate::domain::registration::RegistrationState;
use crate::domain::wish::WishKind;
use crate::services::access::EventAccess;
use crate::services::participants::{self, Dossier};
use crate::services::registrations::{Decision, DecisionError};
use crate::services::{Fault, notes_and_tags};
use crate::web::answers::chosen_session;
use crate::web::answers::tell_answer;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/participant.html")]
struct ParticipantPage {
    page: Page,
    name: String,
    organisation: String,
    state: String,
    state_class: &'static str,
    place: Option<String>,
    held: Option<String>,
    code: String,
    /// When they came, with who said so.
    came: Option<(String, String)>,
    facts: Vec<(String, String)>,
    offers: Vec<(String, String)>,
    seeks: Vec<(String, String)>,
    blocks: Vec<String>,
    sessions: Vec<String>,
    meetings: Vec<Meeting>,
    wishes: Vec<Wish>,
    exclusions: Option<String>,
    mails: Vec<MailRow>,
    history: Vec<Line>,
    decisions: Vec<(String, &'static str, &'static str)>,
    edits: Vec<(String, &'static str)>,
    link_action: Option<String>,
    /// Where an address that mail comes back from is corrected.
    blocked_url: Option<String>,
    may_correct: bool,
    /// What the team says of them; none of whom everything is deleted.
    remarks: Option<RemarksView>,
    /// Where everything about them is deleted on their request.
    delete_url: Option<String>,
    problems: Problems,
    /// Where they are made one with another participant who is the same person.
    merge_url: Option<String>,
}

struct Meeting {
    when: String,
    url: String,
    partner: String,
    place: String,
}

struct Wish {
    url: String,
    name: String,
    message: String,
}

fn id(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    show_with(&visit, Problems::new()).await
}

/// The page with the problems of a form on it.
pub(super) async fn show_with(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (own, id) = (access.clone(), id(visit));
    let read = move |app: &App| {
        Ok::<_, Fault>((participants::dossier(app, &own, &id)?, notes_and_tags::remarks(app, &own, &id)?))
    };
    let (found, remarks) = visit.run(read).await?;
    let page = below(visit, access, "nav-participants", "/participants")?.with_problems(&problems);
    let is_there = !found.participant.profile.person.is_erased();
    let remarks = is_there.then(|| RemarksView::new(visit, &page, access, &found.participant.id, &remarks));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = ParticipantPage { remarks, problems, ..participant_page(page, access, &found) };
    visit.show_as(status, &template)
}

fn participant_page(page: Page, access: &EventAccess, found: &Dossier) -> ParticipantPage {
    let event = &found.event;
    let profile = &found.participant.profile;
    let own = |end: &str| address(event, &format!("/participants/{}{end}", found.participant.id));
    let may_change = access.may(Role::Organiser);
    let blocked = found.wishes.iter().filter(|(wish, _)| wish.kind == WishKind::Block).count();
    let blocks = found.programme.blocks.iter().filter(|block| profile.attendance.blocks.contains(&block.id));
    let sessions =
        found.programme.sessions.iter().filter(|session| profile.attendance.sessions.contains(&session.id));
    ParticipantPage {
        name: name_of(&page, &found.participant),
        organisation: profile.person.organisation.clone(),
        state: state_word(&page, found.registration.state),
        state_class: state_class(found.registration.state),
        place: found.place.map(|place| page.t1("participant-place", "place", place)),
        came: found
            .came
            .as_ref()
            .map(|came| (door::told(&page, came, access.event().time_zone), door::by(&page, came))),
        held: found.held.map(|burst| page.t(&format!("held-{}", burst.code()))),
        code: found.registration.code.clone(),
        facts: facts(&page, found),
        offers: interests(&page, found, InterestKind::Offer),
        seeks: interests(&page, found, InterestKind::Seek),
        blocks: blocks.map(|block| label_in(&block.label, &page, event).to_string()).collect(),
        sessions: sessions
            .map(|session| chosen_session(&page, event, &profile.attendance, session))
            .collect(),
        meetings: meetings(&page, found),
        wishes: wishes(found),
        exclusions: (blocked > 0).then(|| page.t1("participant-exclusions", "count", blocked)),
        mails: found.mails.iter().map(|mail| mail_row(&page, mail, event.time_zone)).collect(),
        history: lines(&page, &found.event, &found.history, &[], &found.actors),
        decisions: if may_change { decisions(event, found) } else { Vec::new() },
        edits: if may_change && found.registration.state.may_be_edited() {
            vec![
                (own("/person"), "participant-edit-person"),
                (own("/interests"), "participant-edit-interests"),
                (own("/attendance"), "participant-edit-attendance"),
                (own("/address"), "participant-edit-address"),
            ]
            .into_iter()
            .chain(event.tables().map(|_| (own("/booth"), "participant-edit-booth")))
            .collect()
        } else if may_change && found.registration.state == RegistrationState::Unanswered {
            vec![(own("/address"), "participant-edit-address")]
        } else {
            Vec::new()
        },
        blocked_url: found.blocked.as_ref().map(|_| own("/address")),
        may_correct: may_change,
        remarks: None,
        problems: Problems::new(),
        delete_url: (may_change && !profile.person.is_erased()).then(|| own("/delete")),
        merge_url: (may_change && !profile.person.is_erased()).then(|| own("/merge")),
        link_action: (may_change && profile.person.email.is_some()).then(|| own("/link")),
        page,
    }
}

fn decisions(
    event: &crate::domain::event::Event,
    found: &Dossier,
) -> Vec<(String, &'static str, &'static str)> {
    let path = address(event, "/participants/decide");
    let words = [
        (Decision::Approve, "decision-approve", ""),
        (Decision::Promote, "decision-promote", ""),
        (Decision::Reject, "decision-reject", "secondary"),
        (Decision::Cancel, "decision-cancel", "danger"),
    ];
    let link = |(decision, word, class): (Decision, &'static str, &'static str)| {
        (format!("{path}?decision={}&id={}", decision.code(), found.participant.id), word, class)
    };
    words.into_iter().filter(|(decision, ..)| decision.fits(found.registration.state)).map(link).collect()
}

fn facts(page: &Page, found: &Dossier) -> Vec<(String, String)> {
    let event = &found.event;
    let profile = &found.participant.profile;
    let questions = asked(&found.programme);
    // Its name and organisation stand above.
    let below = |question: &&Asked<'_>| ![field::NAME, field::ORGANISATION].contains(&question.key.as_str());
    let of_person = questions.iter().filter(below).filter_map(|question| {
        let told = tell_answer(page, event, question, &profile.person);
        let has_no_address = told.is_none() && question.key.as_str() == field::EMAIL;
        let none = || (page.words.label(question, event.first_language()), page.t("none"));
        told.map(|told| (told.question, told.answer)).or_else(|| has_no_address.then(none))
    });
    let facts = [
        ("fact-mail-language", profile.lang.own_name().to_string()),
        ("fact-max-meetings", profile.attendance.max_meetings.to_string()),
        ("fact-listed", listed(page, found)),
        ("fact-source", page.t(&format!("source-{}", found.participant.source.code().replace('_', "-")))),
        ("fact-since", page.words.moment(found.participant.created_at, event.time_zone)),
    ];
    of_person
        .chain(foreign_letters(page, found))
        .chain(facts.map(|(key, value)| (page.t(key), value)))
        .chain(found.consents.iter().map(|(purpose, given)| consent(page, found, *purpose, given)))
        .collect()
}

/// The domain of an address as mail servers read it, where it has letters that may look like others.
fn foreign_letters(page: &Page, found: &Dossier) -> Option<(String, String)> {
    let email = found.participant.profile.person.email.as_ref()?;
    (!email.domain().is_ascii()).then(|| (page.t("participant-foreign-letters"), email.wire()))
}

/// Whether others see somebody, and what beyond organisation and topics.
fn listed(page: &Page, found: &Dossier) -> String {
    let profile = &found.participant.profile;
    if !profile.listed {
        return page.t("no");
    }
    let shown = profile.shown.iter().map(|field| page.t(&field.word("-shown")));
    std::iter::once(page.t("yes")).chain(shown).collect::<Vec<_>>().join(", ")
}

/// Something that the event asks beside the registration, and since when they agree to which text.
fn consent(
    page: &Page,
    found: &Dossier,
    purpose: OptionalPurpose,
    given: &Option<Consent>,
) -> (String, String) {
    let answer = match given {
        Some(given) => {
            let date = page.words.moment(given.at, found.event.time_zone);
            page.t2("consent-given", "date", date, "version", &given.text_version)
        }
        None => page.t("no"),
    };
    (page.t(&format!("consent-{}", purpose.code())), answer)
}

fn interests(page: &Page, found: &Dossier, kind: InterestKind) -> Vec<(String, String)> {
    let event = &found.event;
    let own = &found.participant.profile.interests;
    let of_topic = |topic: &crate::domain::event::Topic| {
        let interest = own.iter().find(|own| own.topic == topic.id && own.kind == kind)?;
        Some((label_in(&topic.label, page, event).to_string(), interest.text.clone()))
    };
    found.programme.topics.iter().filter_map(of_topic).collect()
}

fn meetings(page: &Page, found: &Dossier) -> Vec<Meeting> {
    let event = &found.event;
    let interpreter = |meeting: &crate::domain::meeting::Meeting| {
        page.words.interpreter(&found.programme.interpreting, meeting.interpreter.as_ref())
    };
    let row = |own: &crate::services::meetings::MyMeeting| {
        let (meeting, partner) = (&own.meeting, &own.partner.profile.person);
        Meeting {
            when: page.words.day_and_time(meeting.starts_at, meeting.ends_at, event.time_zone),
            url: address(event, &format!("/participants/{}", own.partner.id)),
            partner: format!("{}, {}", name_of(page, &own.partner), partner.organisation),
            place: match meeting.table {
                Some(_) => page.words.place(&found.programme, meeting.table, meeting.interpreter.as_ref()),
                None => [Some(page.t("venue-online")), interpreter(meeting)]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            },
        }
    };
    found.meetings.iter().map(row).collect()
}

fn wishes(found: &Dossier) -> Vec<Wish> {
    let event = &found.event;
    let wished = found.wishes.iter().filter(|(wish, _)| wish.kind == WishKind::Wish);
    wished
        .map(|(wish, other)| Wish {
            url: address(event, &format!("/participants/{}", other.id)),
            name: format!("{}, {}", other.profile.person.name, other.profile.person.organisation),
            message: wish.message.clone(),
        })
        .collect()
}

/// Mails the participant a new link.
pub async fn send_link(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let back = address(access.event(), &format!("/participants/{id}"));
    match visit.attempt(move |app| participants::send_link(app, &change, &id)).await? {
        Ok(()) => Ok(visit.see_with(&back, "sent")),
        Err(DecisionError::Fault(fault)) => Err(fault.into()),
        // The button is not there for who has no address.
        Err(DecisionError::Invalid(_) | DecisionError::State(_)) => Err(PageError::BadRequest),
    }
}
