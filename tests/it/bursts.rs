//! Many who confirm at once from one place: they are welcome while there is room, and looked at when seats are short.

use rendezvous::config::{Config, Proxies};
use rendezvous::domain::account::Role;
use rendezvous::domain::burst::counted_domain;
use rendezvous::domain::text::Email;

use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::{confirms, signs_up};
use crate::support::organisers::with_role;

/// Names below a domain, far enough from each other to be no slips.
const BELOW: [&str; 3] = ["mail", "office-of-berlin", "x9"];

/// Registers and confirms from an address; says whether that gave a seat.
fn comes(app: &TestApp, from: &str, email: &str) -> bool {
    let mut person = app.visitor();
    person.extra.push(("x-forwarded-for".to_string(), from.to_string()));
    signs_up(&mut person, "clusters", "Person", email);
    confirms(&mut person, app, email);
    match (
        person.page.text.contains("We look forward"),
        person.page.text.contains("looks at your registration"),
    ) {
        (true, _) => true,
        (false, true) => false,
        neither => panic!("{neither:?}: {}", person.page.text),
    }
}

fn behind_a_proxy(test: impl Fn(&TestApp)) {
    let proxied = |config: &mut Config| config.proxies = Proxies::parse(["127.0.0.1"]).unwrap();
    with_settings(proxied, test);
}

#[test]
fn a_burst_from_one_network_gets_half_of_the_seats_and_the_organiser_sees_why_the_others_wait() {
    behind_a_proxy(|app| {
        let event = an_event(app).with_seats(50).make();
        let came = |n: usize| comes(app, "203.0.113.9", &format!("person{n}@house-of-{n}.com"));
        assert_eq!((0..28).filter(|n| came(*n)).count(), 25);
        assert!(comes(app, "198.51.100.7", "other@elsewhere.org"), "others get theirs");

        let mut olga = with_role(app, "grace@example.org", &event.id, Role::Owner);
        olga.open("/organiser/events/clusters");
        assert!(olga.page.text.contains("Look at 3 registrations that came at once"), "{}", olga.page.text);
        olga.follow("Look at 3 registrations that came at once");
        let why = "Many people confirmed from one network within an hour";
        assert_eq!(olga.page.text.matches(why).count(), 3, "{}", olga.page.text);
        let link =
            olga.page.links.iter().find(|(_, path)| path.contains("/participants/0")).unwrap().1.clone();
        olga.open(&link);
        assert!(olga.page.text.contains(why), "{}", olga.page.text);
        olga.open("/organiser/events/clusters/participants?state=awaiting_approval");
        olga.tick("All 3 people found").press("Approve");
        olga.press("Approve 3 registrations");
        olga.open("/organiser/events/clusters/participants");
        assert_eq!(olga.page.text.matches(why).count(), 0, "who is approved waits no longer");
    });
}

#[test]
fn mailboxes_of_one_domain_are_a_burst_and_those_of_everybody_and_of_the_event_are_none() {
    behind_a_proxy(|app| {
        let event = an_event(app).with_seats(44).make();
        let came =
            |n: usize, domain: &str| comes(app, &format!("198.51.100.{n}"), &format!("person{n}@{domain}"));
        let seats = (0..24).filter(|n| came(*n, &format!("{}.catch-everything.com", BELOW[n % 3]))).count();
        assert_eq!(seats, 22, "however its mailboxes are spread");
        assert!((30..36).all(|n| came(n, "gmail.com")) && (40..46).all(|n| came(n, "example.org")));
        let mut olga = with_role(app, "grace@example.org", &event.id, Role::Owner);
        olga.open("/organiser/events/clusters/participants?state=awaiting_approval");
        assert_eq!(
            olga.page.text.matches("Many addresses of one mail domain").count(),
            2,
            "{}",
            olga.page.text
        );
        app.pass(chrono::Duration::hours(2));
        assert!(came(50, "catch-everything.com"), "an hour later it is no burst");
    });
}

#[test]
fn thirty_of_one_university_and_a_hall_with_room_enough_get_their_seats() {
    behind_a_proxy(|app| {
        an_event(app).with_seats(150).make();
        let came = |n: usize| comes(app, "203.0.113.9", &format!("person{n}@university-of-lyon.fr"));
        assert!((0..60).all(came), "while half of the seats are free");
    });
    on_each_database(|app| {
        an_event(app).make();
        let came = |n: usize| comes(app, "203.0.113.9", &format!("person{n}@university-of-lyon.fr"));
        assert!((0..25).all(came), "an event without a number of seats has room");
    });
}

#[test]
fn a_domain_counts_by_the_part_that_somebody_owns_however_it_is_written() {
    let counted = |address: &str| counted_domain(&Email::parse(address).unwrap(), "info@fair-of-metz.eu");
    for (address, domain) in [
        ("a@abc.de", Some("abc.de")),
        ("a@s1.abc.de", Some("abc.de")),
        ("a@s2.x.abc.de", Some("abc.de")),
        ("a@s1.abc.co.uk", Some("abc.co.uk")),
        ("a@s1.abc.com", Some("abc.com")),
        ("a@mail.bücher.example", Some("xn--bcher-kva.example")),
        ("a@xn--bcher-kva.example", Some("xn--bcher-kva.example")),
        ("a@gmail.com", None),
        ("a@office.fair-of-metz.eu", None),
    ] {
        assert_eq!(counted(address).as_deref(), domain, "{address}");
    }
}
