//! A backup of a large database, and its way back into either database.

use std::time::{Duration, Instant};

use rendezvous::app::App;
use rendezvous::domain::mail::{MailKind, MailPriority, OutgoingMail};
use rendezvous::domain::meeting::{Meeting, MeetingState, ReasonTerm};
use rendezvous::domain::text::Email;
use rendezvous::services::demo::{self, Demo};
use rendezvous::store::outbox::{self, NewMail};
use rendezvous::store::{self, StoreError, agenda, meetings};

use crate::load;
use crate::place::Place;
use crate::support::Outcome;

/// Mails that still wait for each person.
const MAILS: usize = 3;
/// The size of one, in bytes, about that of an invitation.
const MAIL_SIZE: usize = 6_000;
/// The slots in which everybody meets somebody.
const SLOTS: usize = 6;

pub fn measure(people: usize) -> Outcome<()> {
    for place in Place::of_each_database("backup")? {
        println!("\n{}, load {}", place.name, load());
        let begun = Instant::now();
        let app = place.app()?;
        let demo = demo::fill(&app, people, 1)?;
        meet(&app, &demo)?;
        write_mails(&app, &demo)?;
        drop(app);
        println!(" {people} people made in {:.1?}", begun.elapsed());
        let file = place.folder.join("backup");
        let (told, took) = run(place.command(&["backup"]).arg(&file))?;
        println!(" backed up in {took:.1?}: {told}");
        for copy in Place::of_each_database(&format!("copy_of_{}", place.name.to_lowercase()))? {
            let (_, took) = run(copy.command(&["restore"]).arg(&file))?;
            println!(" restored into {} in {took:.1?}", copy.name);
        }
    }
    Ok(())
}

/// Runs a command; gives what it says, and how long it took.
fn run(command: &mut std::process::Command) -> Outcome<(String, Duration)> {
    let begun = Instant::now();
    let done = command.output()?;
    let took = begun.elapsed();
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into());
    }
    Ok((String::from_utf8_lossy(&done.stdout).trim().to_string(), took))
}

/// In each slot the first half of the people meets the second, each somebody else.
fn meet(app: &App, demo: &Demo) -> Outcome<()> {
    let now = app.clock.now();
    let slots = app.store.read(|db| agenda::list_slots(db, &demo.event))?;
    let (first, second) = demo.registered.split_at(demo.registered.len() / 2);
    for (turn, slot) in slots.iter().take(SLOTS).enumerate() {
        let pairs = first.iter().enumerate().map(|(k, one)| (one, &second[(k + turn) % second.len()]));
        let planned: Vec<Meeting> = pairs
            .map(|(one, other)| Meeting {
                id: app.random.id(now),
                event: demo.event.clone(),
                round: None,
                a: one.min(other).clone(),
                b: one.max(other).clone(),
                slot: slot.id.clone(),
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                table: None,
                interpreter: None,
                state: MeetingState::Planned,
                terms: vec![ReasonTerm { term: "offer_meets_seek".to_string(), points: 100 }],
                sequence: 0,
                updated_at: now,
            })
            .collect();
        app.store.write(|db| meetings::insert_all(db, &planned))?;
    }
    Ok(())
}

/// Mails that wait for everybody.
fn write_mails(app: &App, demo: &Demo) -> Outcome<()> {
    let now = app.clock.now();
    let from = Email::parse("events@example.org").map_err(|message| message.key)?;
    for some in demo.registered.chunks(1_000) {
        let people: Vec<&_> = some.iter().collect();
        let people = app.store.read(|db| store::participants::list_by_ids(db, &people))?;
        let mut mails = Vec::new();
        for person in people {
            let Some(recipient) = &person.profile.person.email else { continue };
            for n in 0..MAILS {
                let id: rendezvous::domain::ids::MailId = app.random.id(now);
                let mail = OutgoingMail {
                    event: Some(demo.event.clone()),
                    participant: Some(person.id.clone()),
                    kind: MailKind::Invitation,
                    sender: from.clone(),
                    bounce: None,
                    recipient: recipient.clone(),
                    subject: format!("Meeting {n}"),
                    message_id: format!("{id}@example.org"),
                    mime: format!(
                        "To: {}\r\n\r\n{}",
                        recipient.as_str(),
                        "A line of it.\r\n".repeat(MAIL_SIZE / 15)
                    ),
                    priority: MailPriority::Usual,
                    useful_until: None,
                    not_before: None,
                };
                mails.push((id, mail));
            }
        }
        app.store.write(|db| {
            let rows: Vec<_> =
                mails.iter().map(|(id, mail)| NewMail { id, mail, problem: None, due_at: None }).collect();
            outbox::insert_all(db, &rows, now)?;
            Ok::<_, StoreError>(())
        })?;
    }
    Ok(())
}
