//! Whoever has not said what a plan is made of is reminded: once, at its time, by one mail with words of the organisers' own.

use chrono::NaiveDate;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, EventState};
use rendezvous::domain::nudge::Nudge;
use rendezvous::domain::text::Email;
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::services::nudges;
use rendezvous::store::{self, events, participants};

use crate::mailings::send_all;
use crate::support::app::{TestApp, on_each_database, on_two_servers};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::{PASSWORD, signs_in, with_role};

const OFFICE: &str = "/organiser/events/clusters";
const SUBJECT: &str = "Who would you like to meet? Cluster Conference";
const TOPICS: &str = "What do you offer and seek? Cluster Conference";

fn write(app: &TestApp, work: impl Fn(&mut store::Db) -> Result<(), store::StoreError>) {
    app.app.store.write(work).unwrap();
}

/// How many mails with this subject somebody has.
fn got(app: &TestApp, who: &str, subject: &str) -> usize {
    let to = format!("{}@example.org", who.to_lowercase());
    app.mails_to(&to).iter().filter(|mail| mail.subject == subject).count()
}

fn wishes(app: &TestApp, event: &Event, one: &str, other: &str) {
    let wish = Wish {
        from: id_of(app, event, one),
        to: id_of(app, event, other),
        kind: WishKind::Wish,
        message: String::new(),
        shown: false,
        created_at: app.app.clock.now(),
    };
    write(app, |db| store::wishes::put(db, &event.id, &wish));
}

#[test]
fn whoever_has_not_said_whom_to_meet_or_on_what_is_reminded_at_each_time_that_is_set() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for name in ["Ada", "Grace", "Emmy"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        signs_up(&mut app.visitor(), "clusters", "Mary", "mary@example.org");
        wishes(app, &event, "Ada", "Grace");
        let email = Email::parse("ada@example.org").unwrap();
        write(app, |db| {
            let mut ada = participants::find_by_email(db, &event.id, &email)?.unwrap();
            ada.profile.interests.clear();
            participants::update(db, &ada)
        });
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open(&format!("{OFFICE}/mail-words/nudge_wish"));
        olga.fill_named("before_en", "The plan is made on Monday.").press("Save");
        assert!(olga.page.text.contains("The plan is made on Monday."), "{}", olga.page.text);
        olga.open(&format!("{OFFICE}/nudges"));
        for said in ["Now 2 people would get it.", "Now one person would get it.", "Tuesday, 9 March 2027"] {
            assert!(olga.page.text.contains(said), "{said}: {}", olga.page.text);
        }
        olga.fill_named("wish", "61").press("Save");
        assert_eq!(olga.page.status, 422, "{}", olga.page.text);
        olga.fill_named("wish", "7, 3; 20").fill_named("topics", "7").press("Save");
        for said in ["2 March 2027, 09:00", "6 March 2027, 09:00", "17 February 2027, 09:00"] {
            assert!(olga.page.text.contains(said), "{said}: {}", olga.page.text);
        }
        olga.fill_named("wish", "7, 3").press("Save");
        assert_eq!(olga.page.field("Days before").value, "7", "topics first");
        // Whoever stops mailings gets no such reminder either.
        let emmy = id_of(app, &event, "Emmy");
        let series = rendezvous::domain::subscription::Series::Mailings;
        write(app, |db| store::subscriptions::stop(db, &emmy, series, app.app.clock.now()).map(drop));

        app.pass_until("2027-03-02T07:59:00Z");
        assert_eq!(nudges::send_due(&app.app).unwrap(), 0);
        app.pass_until("2027-03-02T08:00:00Z");
        assert_eq!(nudges::send_due(&app.app).unwrap(), 2);
        send_all(&app.app);
        let mail = app.mails_to("grace@example.org").into_iter().find(|mail| mail.subject == SUBJECT);
        let mail = mail.expect("Grace is reminded");
        for said in
            ["Dear Grace,", "The plan is made on Monday.", "Choose people", "/my/", "No more mailings"]
        {
            assert!(mail.text.contains(said), "{said}: {}", mail.text);
        }
        // Nobody twice on a day, nor whoever comes later.
        participant(app, "clusters", "Hugo", "hugo@example.org");
        assert_eq!(nudges::send_due(&app.app).unwrap(), 0);
        send_all(&app.app);
        for (who, wish, topics) in
            [("Grace", 1, 0), ("Ada", 0, 1), ("Emmy", 0, 0), ("Mary", 0, 0), ("Hugo", 0, 0)]
        {
            assert_eq!((got(app, who, SUBJECT), got(app, who, TOPICS)), (wish, topics), "{who}");
        }
        signs_in(&mut olga, "olga@example.org", PASSWORD);
        olga.open(&format!("{OFFICE}/nudges"));
        assert!(olga.page.text.contains("It goes on 6 March 2027, 09:00"), "{}", olga.page.text);
        olga.follow("See how many have it");
        assert!(olga.page.text.contains("1 sent."), "{}", olga.page.text);
        // A number that is added when its day is over goes no more.
        olga.open(&format!("{OFFICE}/nudges"));
        olga.fill_named("wish", "7, 3, 30").press("Save");
        assert_eq!(nudges::send_due(&app.app).unwrap(), 0);
        // Again some days later: to whoever has not said it by then, and to whoever came meanwhile.
        app.pass_until("2027-03-06T08:00:00Z");
        assert_eq!(nudges::send_due(&app.app).unwrap(), 1);
        send_all(&app.app);
        assert_eq!(nudges::send_due(&app.app).unwrap(), 0);
        for (who, wish) in [("Grace", 2), ("Ada", 0), ("Emmy", 0), ("Hugo", 1)] {
            assert_eq!(got(app, who, SUBJECT), wish, "{who}");
        }
    });
}

#[test]
fn one_nudge_goes_from_two_servers_and_none_before_the_event_is_public_or_after_the_end() {
    on_two_servers(|one, other| {
        let event = an_event(one).make();
        participant(one, "clusters", "Ada", "ada@example.org");
        let last = an_event(one).at("over").on(NaiveDate::from_ymd_opt(2027, 3, 1).unwrap()).make();
        let in_state = |state: EventState| {
            write(one, |db| {
                let known = events::get(db, &event.id)?;
                events::update(db, &Event { state, ..known }, one.app.clock.now())
            });
        };
        write(one, |db| {
            store::nudges::replace(db, &event.id, &[(Nudge::Wish, 3)])?;
            store::nudges::replace(db, &last.id, &[(Nudge::Wish, 1)])
        });
        in_state(EventState::Draft);
        for app in [one, other] {
            app.pass_until("2027-03-07T12:00:00Z");
        }
        assert_eq!(nudges::send_due(&one.app).unwrap(), 0, "a draft writes to nobody, what is over neither");
        in_state(EventState::Open);
        let both = std::thread::scope(|scope| {
            let sent = [one, other].map(|app| scope.spawn(|| nudges::send_due(&app.app).unwrap()));
            sent.into_iter().map(|sent| sent.join().unwrap()).sum::<usize>()
        });
        assert_eq!(both, 1);
        send_all(&one.app);
        assert_eq!(got(one, "Ada", SUBJECT), 1);
    });
}
