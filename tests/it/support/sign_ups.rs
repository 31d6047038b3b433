//! Registrations without a browser, for tests of many.

use rendezvous::app::App;
use rendezvous::domain::field;
use rendezvous::domain::profile_input::{AttendanceInput, PersonInput};
use rendezvous::services::registrations::{self, Answers};
use rendezvous::services::{events, write};

/// What somebody answers who answers what is asked of everybody.
pub fn answers(email: &str) -> Answers {
    Answers {
        person: [
            (field::NAME, format!("Person of {email}").as_str()),
            (field::EMAIL, email),
            (field::ORGANISATION, "An organisation"),
            (field::ORGANISATION_TYPE, "sme"),
            (field::COUNTRY, "DE"),
            (field::LANGUAGES, "en"),
        ]
        .iter()
        .fold(PersonInput::default(), |input, (key, text)| input.with(key, vec![(*text).to_string()])),
        attendance: AttendanceInput { max_meetings: "5".into(), ..AttendanceInput::default() },
        ..Answers::default()
    }
}

/// Somebody sends the last step of the form of an event, as a participant of its first type if it has some.
pub fn sends_form(app: &App, slug: &str, answers: &Answers) {
    let (event, lists) = events::public_view(app, slug).unwrap();
    let first_type = lists.types.first().map(|kind| kind.id.0.clone());
    let person = first_type
        .into_iter()
        .fold(answers.person.clone(), |person, kind| person.with(field::PARTICIPANT_TYPE, vec![kind]));
    let answers = Answers { person, ..answers.clone() };
    let profile = answers.check(&lists).unwrap();
    patiently(|| write(app, |tx| registrations::sign_up(tx, &event.id, profile.clone(), &answers)));
}

/// Does what pages ask their readers to do when too many are before them: the same again.
pub fn patiently<T, E: std::error::Error>(work: impl Fn() -> Result<T, E>) -> T {
    loop {
        match work() {
            Err(error) if error.to_string().contains("(busy)") => {}
            done => return done.unwrap(),
        }
    }
}
