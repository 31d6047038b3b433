//! Proposing a meeting in a free slot: both agree, silence holds nothing, and the first that is agreed on wins.

use chrono::Duration;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::ProposalId;
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::proposal::{Proposal, ProposalState};
use rendezvous::mail::reading::OpenedMail;
use rendezvous::services::proposals;
use rendezvous::store;

use super::people::person;
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

/// Asks somebody in the first free slot of one's schedule.
pub fn proposes(visitor: &mut Visitor, to: &str) {
    visitor.open("/e/clusters/my/schedule");
    visitor.follow("Propose a meeting");
    visitor.press(&format!("Propose a meeting: {to}"));
}

pub fn planned(app: &TestApp, event: &Event) -> Vec<Meeting> {
    app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap()
}

/// The mails that an address has got whose subject begins so.
pub fn mails(app: &TestApp, address: &str, beginning: &str) -> Vec<OpenedMail> {
    app.mails_to(address).into_iter().filter(|mail| mail.subject.starts_with(beginning)).collect()
}

/// Lets a quarter of an hour go by, after which people hear of proposals.
pub fn tells(app: &TestApp) {
    app.pass(Duration::minutes(15));
    proposals::tell_due(&app.app).unwrap();
}

#[test]
fn a_proposal_that_is_accepted_becomes_a_meeting_with_table_mails_and_calendar_entries() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        let page = ada.open("/e/clusters/my/schedule");
        assert!(page.text.contains("One person is free too"), "{}", page.text);
        ada.follow("Propose a meeting");
        assert!(ada.page.text.contains("10:00–10:20 CET, UTC+1"), "{}", ada.page.text);
        ada.page
            .forms
            .iter_mut()
            .flat_map(|form| &mut form.fields)
            .find(|field| field.name == "message")
            .unwrap()
            .value = "Shall we talk?".to_string();
        ada.press("Propose a meeting");
        assert!(ada.page.text.contains("Your proposal is on its way"), "{}", ada.page.text);
        assert!(planned(app, &event).is_empty(), "nothing is planned before both agree");
        assert!(mails(app, "zoe@example.org", "Ada").is_empty(), "she can still take it back");
        tells(app);
        let asked = mails(app, "zoe@example.org", "Ada (House of Ada) would like to meet you").pop().unwrap();
        assert!(asked.text.contains("Shall we talk?") && asked.attachments.is_empty(), "{}", asked.text);
        assert!(asked.text.contains("Answer by"), "{}", asked.text);
        assert_eq!(mails(app, "ada@example.org", "Your proposal to Zoe").len(), 1, "a receipt");

        let (_, link) = asked.text.split_once(app.app.config.base_url.as_str()).unwrap();
        let link = link.split_whitespace().next().unwrap();
        zoe.forget();
        zoe.open(link);
        assert!(zoe.page.path.starts_with("/e/clusters/my/schedule"), "the mail opens it: {}", zoe.page.path);
        zoe.press("Accept this meeting");
        assert!(zoe.page.text.contains("The meeting is planned"), "{}", zoe.page.text);
        let meetings = planned(app, &event);
        assert_eq!((meetings.len(), meetings[0].table), (1, Some(1)));
        assert!(!meetings[0].terms.is_empty(), "why they meet is kept");
        for (who, partner) in [("ada@example.org", "Zoe"), ("zoe@example.org", "Ada")] {
            let invitation = mails(app, who, &format!("Meeting with {partner}")).pop().unwrap();
            let calendar = &invitation.attachments[0].content;
            assert!(calendar.contains("METHOD:REQUEST") && calendar.contains("Table 1"), "{calendar}");
        }
        for (visitor, partner) in [(&mut ada, "Zoe"), (&mut zoe, "Ada")] {
            let page = visitor.open("/e/clusters/my/schedule");
            assert!(
                page.text.contains("You meet one person") && page.text.contains(partner),
                "{}",
                page.text
            );
            assert!(page.text.contains("Table 1") && !page.text.contains("Proposed"), "{}", page.text);
        }
    });
}

#[test]
fn a_proposal_is_declined_taken_back_or_runs_out_and_holds_nothing() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        ada.open("/e/clusters/my/schedule");
        ada.follow("Propose a meeting");
        let other_tab = ada.page.clone();
        ada.press("Propose a meeting: Zoe");
        ada.page = other_tab;
        ada.press("Propose a meeting: Zoe");
        assert_eq!(ada.page.status, 409);
        assert!(ada.page.text.contains("One of you has asked the other already"), "{}", ada.page.text);
        zoe.open("/e/clusters/my/schedule");
        zoe.press("Decline");
        tells(app);
        assert_eq!(mails(app, "ada@example.org", "No meeting with Zoe (House of Zoe)").len(), 1);
        assert!(mails(app, "ada@example.org", "Your proposal to Zoe").is_empty(), "it has ended before");
        assert!(mails(app, "zoe@example.org", "Ada").is_empty(), "she has answered before");

        proposes(&mut ada, "Zoe");
        ada.open("/e/clusters/my/schedule");
        assert!(ada.page.text.contains("Proposed by you"), "{}", ada.page.text);
        ada.press("Take back");
        assert!(!zoe.open("/e/clusters/my/schedule").text.contains("Proposed to you"));

        proposes(&mut ada, "Zoe");
        zoe.open("/e/clusters/my/schedule");
        app.pass(Duration::hours(48));
        zoe.press("Accept this meeting");
        assert!(zoe.page.text.contains("This proposal was closed before"), "{}", zoe.page.text);
        assert_eq!(proposals::lapse_unanswered(&app.app).unwrap(), 1);
        assert_eq!(proposals::lapse_unanswered(&app.app).unwrap(), 0);
        tells(app);
        assert_eq!(mails(app, "ada@example.org", "No meeting with Zoe").len(), 2);
        assert!(planned(app, &event).is_empty());
    });
}

#[test]
fn one_person_gets_three_proposals_of_another_and_nobody_makes_more_than_twenty_a_day() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        person(app, "Zoe");
        for _ in 0..3 {
            proposes(&mut ada, "Zoe");
            ada.open("/e/clusters/my/schedule");
            ada.press("Take back");
        }
        tells(app);
        assert!(mails(app, "zoe@example.org", "Ada").is_empty(), "nothing came of it");
        proposes(&mut ada, "Zoe");
        assert_eq!(ada.page.status, 409);
        assert!(
            ada.page.text.contains("They can propose one") || ada.page.text.contains("they can propose one")
        );

        let (author, slot) = app
            .app
            .store
            .read(|db| {
                let own = store::proposals::list_of(db, &id_of(app, &event, "Ada"))?;
                Ok::<_, store::StoreError>((own[0].from.clone(), own[0].clone()))
            })
            .unwrap();
        let others: Vec<_> = (0..18).map(|n| format!("Person{n}")).collect();
        for name in &others {
            person(app, name);
        }
        app.app
            .store
            .write(|db| {
                for (n, name) in others.iter().take(17).enumerate() {
                    let past = Proposal {
                        id: ProposalId(format!("past {n}")),
                        from: author.clone(),
                        to: id_of(app, &event, name),
                        state: ProposalState::Withdrawn,
                        ..slot.clone()
                    };
                    store::proposals::insert(db, &past)?;
                }
                Ok::<_, store::StoreError>(())
            })
            .unwrap();
        proposes(&mut ada, "Person17");
        assert_eq!(ada.page.status, 409);
        assert!(ada.page.text.contains("20 meetings within a day"), "{}", ada.page.text);
        app.pass(Duration::hours(25));
        proposes(&mut ada, "Person17");
        assert_eq!(ada.page.status, 200, "{}", ada.page.text);
    });
}

#[test]
fn only_whom_rules_allow_are_offered_and_a_block_is_never_said() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        let mut eve = person(app, "Eve");
        let mut bob = person(app, "Bob");
        zoe.open("/e/clusters/my/people");
        zoe.follow("Ada");
        zoe.press("I would rather not");
        eve.open("/e/clusters/my/availability");
        eve.fill("Most meetings you want", "0").press("Save");
        ada.open("/e/clusters/my/schedule");
        ada.follow("Propose a meeting");
        assert!(ada.page.text.contains("One person could meet you then"), "{}", ada.page.text);
        assert!(ada.page.text.contains("Bob") && !ada.page.text.contains("Zoe"), "{}", ada.page.text);
        // A block after the page was opened: the same words as for anybody who is busy.
        bob.open("/e/clusters/my/people");
        bob.follow("Ada");
        bob.press("I would rather not");
        ada.press("Propose a meeting");
        assert_eq!(ada.page.status, 409);
        assert!(ada.page.text.contains("You cannot both meet at this time any more"), "{}", ada.page.text);
    });
}

#[test]
fn a_meeting_is_proposed_from_the_page_of_a_person_at_a_time_that_is_free_for_both() {
    on_each_database(|app| {
        an_event(app).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        let mut eve = person(app, "Eve");
        proposes(&mut eve, "Zoe");
        zoe.open("/e/clusters/my/schedule");
        zoe.press("Accept this meeting");
        ada.open("/e/clusters/my/people");
        ada.follow("Zoe");
        let times: Vec<String> = match &ada.page.field("When").kind {
            Kind::Choice(times) => times.iter().map(|(text, _)| text.clone()).collect(),
            other => panic!("{other:?}"),
        };
        assert_eq!(times.len(), 3, "not the one that is taken: {times:?}");
        ada.choose("When", &times[1]).fill("A word to go with it", "x".repeat(1_001).as_str());
        ada.press("Propose a meeting");
        assert_eq!(ada.page.status, 422);
        ada.open("/e/clusters/my/people");
        ada.follow("Zoe");
        ada.choose("When", &times[1]).press("Propose a meeting");
        assert!(ada.page.text.contains("Proposed by you"), "{}", ada.page.text);
        zoe.open("/e/clusters/my/schedule");
        assert!(zoe.page.text.contains("10:50–11:10"), "{}", zoe.page.text);
    });
}

#[test]
fn somebody_elses_proposal_cannot_be_answered() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        let mut eve = person(app, "Eve");
        proposes(&mut ada, "Zoe");
        zoe.open("/e/clusters/my/schedule");
        let (_, action, fields) = zoe.filled("Accept this meeting");
        let reply = fields.into_iter().filter(|(name, _)| name != "csrf");
        eve.open("/e/clusters/my/profile");
        let (_, _, own) = eve.filled("Save");
        let csrf = own.into_iter().find(|(name, _)| name == "csrf").unwrap();
        let form: Vec<_> = reply.chain([csrf]).collect();
        assert_eq!(eve.post(&action, &form).status, 404);
        assert!(planned(app, &event).is_empty());
    });
}

/// Presses a button in many browsers at the same time.
fn at_once(visitors: &mut [Visitor], button: &str) {
    std::thread::scope(|scope| {
        for visitor in visitors {
            scope.spawn(move || {
                visitor.press(button);
            });
        }
    });
}

#[test]
fn of_two_who_accept_into_the_same_slot_at_once_one_gets_it_and_the_other_is_told() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut asked = [person(app, "Zoe"), person(app, "Eve"), person(app, "Bob")];
        for name in ["Zoe", "Eve", "Bob"] {
            proposes(&mut ada, name);
        }
        for visitor in &mut asked {
            visitor.open("/e/clusters/my/schedule");
            assert!(visitor.page.text.contains("Proposed to you"), "{}", visitor.page.text);
        }
        at_once(&mut asked, "Accept this meeting");
        assert_eq!(planned(app, &event).len(), 1);
        let said = |text: &str| asked.iter().filter(|visitor| visitor.page.text.contains(text)).count();
        assert_eq!(said("The meeting is planned"), 1);
        assert_eq!(said("This proposal was closed before") + said("no longer free for both of you"), 2);
        assert_eq!(said("Proposed to you"), 0, "the others lapsed with it");
    });
}

#[test]
fn the_last_table_of_a_slot_is_given_once() {
    on_each_database(|app| {
        let event = an_event(app).with_tables(1).make();
        let mut authors = [person(app, "Ada"), person(app, "Grace")];
        let mut asked = [person(app, "Zoe"), person(app, "Eve")];
        for (author, name) in authors.iter_mut().zip(["Zoe", "Eve"]) {
            proposes(author, name);
        }
        for visitor in &mut asked {
            visitor.open("/e/clusters/my/schedule");
        }
        at_once(&mut asked, "Accept this meeting");
        assert_eq!(planned(app, &event).len(), 1);
        let lost =
            asked.iter().filter(|visitor| visitor.page.text.contains("no longer free for both of you"));
        assert_eq!(lost.count(), 1);
    });
}

#[test]
fn who_leaves_takes_their_proposals_along() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        proposes(&mut ada, "Zoe");
        zoe.open("/e/clusters/my/cancel");
        zoe.press("Cancel my registration");
        assert_eq!(mails(app, "ada@example.org", "No meeting with Zoe").len(), 1);
        assert!(!ada.open("/e/clusters/my/schedule").text.contains("Proposed by you"));
        let page = zoe.open("/e/clusters/my/schedule");
        assert!(page.text.contains("You are no longer registered for this event"), "{}", page.text);
    });
}
