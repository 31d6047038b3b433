//! To whom a mailing goes: the filter of the list of participants, without those who take none, and without a trace of whoever is
//! deleted.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mailing::MailingState;
use rendezvous::domain::subscription::Series;
use rendezvous::domain::text::Email;
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::store;

use crate::mailings::{newest, send_all, sends, writes};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const PEOPLE: &str = "/organiser/events/clusters/participants";
const OFFICE: &str = "/organiser/events/clusters/mailings";
const ADA: &str = "ada@example.org";
const GRACE: &str = "grace@example.org";
const EMMY: &str = "emmy@example.org";

/// Ada, who has looked at the people, wishes to meet Grace and does; Grace, who has done nothing; Emmy, who has neither; and
/// Mary, who has not confirmed.
fn office(app: &TestApp) -> (Event, Visitor, Visitor) {
    let event = an_event(app).make();
    let mut ada = participant(app, "clusters", "Ada", ADA);
    participant(app, "clusters", "Grace", GRACE);
    let emmy = participant(app, "clusters", "Emmy", EMMY);
    signs_up(&mut app.visitor(), "clusters", "Mary", "mary@example.org");
    meet(app, &event, "Ada", "Grace");
    ada.open("/e/clusters/my/people");
    let (from, to) = (id_of(app, &event, "Ada"), id_of(app, &event, "Grace"));
    let (kind, created_at) = (WishKind::Wish, app.app.clock.now());
    let wish = Wish { from, to, kind, message: String::new(), shown: true, created_at };
    app.app.store.write(|db| store::wishes::put(db, &event.id, &wish)).unwrap();
    let olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
    (event, olga, emmy)
}

#[test]
fn the_list_and_the_mailing_mean_the_same_people_by_every_condition() {
    on_each_database(|app| {
        let (event, mut olga, _) = office(app);
        let types = app.app.store.read(|db| store::programme::list_types(db, &event.id)).unwrap();
        let [other, company] = [0, 1].map(|n: usize| format!("type={}", types[n].id));
        for (query, names) in [
            ("state=registered", vec!["Ada", "Emmy", "Grace"]),
            ("state=unconfirmed", vec!["Mary"]),
            ("country=FR", vec!["Ada", "Emmy", "Grace", "Mary"]),
            ("country=DE", vec![]),
            (company.as_str(), vec!["Ada", "Emmy", "Grace", "Mary"]),
            (other.as_str(), vec![]),
            ("no-wish=yes", vec!["Emmy", "Grace", "Mary"]),
            ("no-meeting=yes", vec!["Emmy", "Mary"]),
            ("no-directory=yes", vec!["Emmy", "Grace", "Mary"]),
            ("no-meeting=yes&no-wish=yes&state=registered", vec!["Emmy"]),
            ("search=grace", vec!["Grace"]),
        ] {
            olga.open(&format!("{PEOPLE}?{query}"));
            let shown: Vec<&str> = ["Ada", "Emmy", "Grace", "Mary"]
                .into_iter()
                .filter(|name| olga.page.text.contains(name))
                .collect();
            assert_eq!(shown, names, "{query}: {}", olga.page.text);
            olga.follow("Write to these people");
            let gets = names.iter().filter(|name| **name != "Mary").count();
            let told = match (gets, names.len()) {
                (0, 1) => "Nobody gets it, of one person who fits.".to_string(),
                (0, n) => format!("Nobody gets it, of {n} people who fit."),
                (1, 1) => "One person gets it, of one person who fits.".to_string(),
                (1, n) => format!("One person gets it, of {n} people who fit."),
                (gets, n) => format!("{gets} people get it, of {n} people who fit."),
            };
            assert!(olga.page.text.contains(&told), "{query}: {told}: {}", olga.page.text);
        }
        // It is stored as it was asked.
        olga.open(&format!("{PEOPLE}?no-meeting=yes&state=registered"));
        olga.follow("Write to these people");
        writes(&mut olga, "Hello", "Dear {name}");
        let stored = newest(app, &event).people.pairs();
        let stored: Vec<String> = stored.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(stored, ["state=registered", "no-meeting=yes"]);
        sends(&mut olga, "Send one email");
        send_all(&app.app);
        assert!(app.mails_to(EMMY).iter().any(|mail| mail.subject == "Hello"));
        assert!(app.mails_to(ADA).iter().all(|mail| mail.subject != "Hello"));
    });
}

#[test]
fn whoever_stopped_mailings_or_is_blocked_gets_none_and_is_counted_and_named() {
    on_each_database(|app| {
        let (event, mut olga, mut emmy) = office(app);
        olga.open(&format!("{OFFICE}/new"));
        writes(&mut olga, "First", "Dear {name}");
        sends(&mut olga, "Send 3 emails");
        send_all(&app.app);
        let mail = app.mails_to(EMMY).into_iter().find(|mail| mail.subject == "First").unwrap();
        let path = mail.text.split("/unsubscribe/").nth(1).unwrap().split_whitespace().next().unwrap();
        emmy.open(&format!("/unsubscribe/{path}"));
        assert!(emmy.page.text.contains("No more mailings?"), "{}", emmy.page.text);
        emmy.press("Stop mailings");
        assert!(
            emmy.page.text.contains("You get no more mailings of Cluster Conference"),
            "{}",
            emmy.page.text
        );
        let grace = Email::parse(GRACE).unwrap();
        let now = app.app.clock.now();
        app.app.store.write(|db| store::blocked_addresses::insert(db, &grace, "550 5.1.1", now)).unwrap();
        app.pass(chrono::Duration::seconds(1));
        olga.open(&format!("{OFFICE}/new"));
        olga.choose("State", "Show all");
        writes(&mut olga, "Second", "Dear {name}");
        let told = olga.page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "Fit the filter4",
            "Have not confirmed their address1",
            "Take no mailings of this event1",
            "Email came back from their address1",
            "Get it1",
            "Email came back from these people",
            "Grace",
        ] {
            assert!(told.contains(said), "{said}: {told}");
        }
        sends(&mut olga, "Send one email");
        send_all(&app.app);
        for (to, count) in [(ADA, 1), (GRACE, 0), (EMMY, 0), ("mary@example.org", 0)] {
            let second = app.mails_to(to).into_iter().filter(|mail| mail.subject == "Second").count();
            assert_eq!(second, count, "{to}");
        }
        olga.open(&format!("{OFFICE}/{}", newest(app, &event).id));
        let told = olga.page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Sent1") && told.contains("Wait for a blocked address1"), "{told}");
        // Reminders are another thing.
        let emmy_id = id_of(app, &event, "Emmy");
        let series = Series::Reminders;
        let stopped = app.app.store.read(|db| store::subscriptions::is_stopped(db, &emmy_id, series));
        assert!(!stopped.unwrap());
    });
}

#[test]
fn a_block_that_is_lifted_lets_the_mail_of_a_mailing_go_unless_that_was_stopped() {
    on_each_database(|app| {
        let (event, mut olga, _) = office(app);
        let grace = Email::parse(GRACE).unwrap();
        let now = app.app.clock.now();
        let blocks =
            || app.app.store.write(|db| store::blocked_addresses::insert(db, &grace, "550 5.1.1", now));
        let mut sends_one = |subject: &str, stop: Option<&str>| {
            blocks().unwrap();
            // The newest is told by its time.
            app.pass(chrono::Duration::seconds(1));
            olga.open(&format!("{OFFICE}/new"));
            writes(&mut olga, subject, "Dear {name}");
            sends(&mut olga, "Send 2 emails");
            rendezvous::services::mailings::send_due(&app.app).unwrap();
            if let Some(button) = stop {
                olga.open(&format!("{OFFICE}/{}", newest(app, &event).id));
                olga.press(button);
            }
            olga.open("/organiser/events/clusters/blocked");
            let buttons = olga.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text);
            let lift = buttons.filter(|text| text.starts_with("Lift")).max_by_key(|text| text.len());
            let lift = lift.unwrap().clone();
            olga.tick("Everyone on this list (1 person)").press(&lift);
            assert!(olga.page.text.contains("The blocks are lifted."), "{}", olga.page.text);
            send_all(&app.app);
            let mails = [ADA, GRACE].map(|to| app.mails_to(to));
            mails.map(|mails| mails.iter().filter(|mail| mail.subject == subject).count())
        };
        assert_eq!(sends_one("First", None), [1, 1]);
        assert_eq!(sends_one("Second", Some("Stop: 2 emails are never sent")), [0, 0]);
    });
}

#[test]
fn whoever_is_deleted_has_no_mailings_and_is_in_no_search_for_people() {
    on_each_database(|app| {
        let (event, mut olga, mut emmy) = office(app);
        olga.open(&format!("{PEOPLE}?search=Emmy&state=registered"));
        olga.follow("Write to these people");
        writes(&mut olga, "Hello", "Dear {name}");
        olga.tick("In 5 minutes").press("Send one email");
        olga.open(&format!("{OFFICE}/new"));
        writes(&mut olga, "To all", "Dear {name}");
        sends(&mut olga, "Send 3 emails");
        send_all(&app.app);
        emmy.open("/e/clusters/my/delete");
        emmy.press("Delete everything");
        let all = app.app.store.read(|db| store::mailings::list(db, &event.id, 9, 0)).unwrap();
        let named = all.iter().find(|mailing| mailing.subject.exact(Lang::En) == Some("Hello"));
        assert_eq!(named.unwrap().people.search, "");
        assert_eq!(named.unwrap().state, MailingState::Draft, "it does not go to others instead");
        app.pass(chrono::Duration::minutes(6));
        send_all(&app.app);
        assert!(app.mails_to(ADA).iter().all(|mail| mail.subject != "Hello"));
        let ids: Vec<_> = all.iter().map(|mailing| &mailing.id).collect();
        let kept = app.app.store.read(|db| store::mailings::count_outcomes(db, &ids)).unwrap();
        assert_eq!(kept.iter().map(|(.., n)| n).sum::<i64>(), 2, "{kept:?}");
    });
}
