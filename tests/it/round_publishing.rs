//! A draft is published only as long as its plan is possible: the page names what is not, and why, and nobody is mailed.

use rendezvous::app::App;
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::round::RoundMeeting;
use rendezvous::services::access::ChangeAccess;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, PublishError, RoundView};
use rendezvous::store::outbox::OutboxFilter;
use rendezvous::store::{self, Db};

use super::databases::on_sqlite;
use super::support::app::{TestApp, on_each_database};
use super::support::rounds::{
    name, no_longer_comes, organiser, passes_to, planned, published, rounds_page, set_tables,
};
use super::support::visitor::Visitor;

/// Another draft beside the published plan.
fn draft(app: &App, access: &ChangeAccess, seed: u64) -> RoundView {
    let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, access, &settings, Some(seed)).unwrap();
    rounds::view(app, access, round.number).unwrap()
}

fn mails(app: &App) -> usize {
    let all = app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 100_000, 0));
    all.unwrap().len()
}

/// A meeting of the draft that is not announced at this time and table.
fn new_one(app: &App, access: &ChangeAccess, draft: &RoundView) -> RoundMeeting {
    let plan = planned(app, access);
    let is_new = |meeting: &&RoundMeeting| {
        let before = plan.get(&(meeting.a.clone(), meeting.b.clone()));
        before.is_none_or(|before| before.slot != meeting.slot)
    };
    draft.meetings.iter().map(|draft| &draft.meeting).find(is_new).unwrap().clone()
}

/// The organiser presses the button, and is refused with these words.
fn is_refused(visitor: &mut Visitor, server: &TestApp, access: &ChangeAccess, number: u32, words: &[&str]) {
    let before = (mails(&server.app), planned(&server.app, access).len());
    visitor.open(&format!("{}/{number}", rounds_page(access)));
    visitor.follow("Publish this round");
    assert_eq!(visitor.page.status, 409, "{}", visitor.page.text);
    let asked = &visitor.page.text;
    assert!(asked.contains("Run a new round, or move them by hand"), "{asked}");
    for word in words {
        assert!(asked.contains(word), "{word} in {asked}");
    }
    // Whoever had the page open before, or sends the form otherwise, is refused too.
    assert!(matches!(rounds::publish(&server.app, access, number), Err(PublishError::Outdated(_))));
    assert_eq!((mails(&server.app), planned(&server.app, access).len()), before, "nothing has changed");
}

#[test]
fn a_draft_with_a_meeting_in_a_slot_that_has_begun_is_refused() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let draft = draft(app, &access, 2);
        let late = new_one(app, &access, &draft);
        let slot = draft.programme.slots.iter().find(|slot| slot.id == late.slot).unwrap();
        server.pass(slot.starts_at - app.clock.now() + chrono::Duration::minutes(1));
        let mut visitor = organiser(server, &access);
        let names = [name(app, &late.a), name(app, &late.b)];
        let words = ["This time has begun", &names[0], &names[1]];
        is_refused(&mut visitor, server, &access, draft.round.number, &words);
    });
}

#[test]
fn a_draft_with_a_meeting_at_a_table_that_is_gone_is_refused() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let draft = draft(app, &access, 2);
        let last = draft.meetings.iter().filter_map(|draft| draft.meeting.table).max().unwrap();
        set_tables(app, &access, last - 1);
        let mut visitor = organiser(server, &access);
        let table = format!("Table {last}");
        let words = ["There is no such table any more", &table];
        is_refused(&mut visitor, server, &access, draft.round.number, &words);
    });
}

#[test]
fn a_draft_that_gives_somebody_more_than_they_want_by_now_is_refused() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let draft = draft(app, &access, 2);
        let busy = &draft.meetings[0].a;
        let change = |db: &mut Db| {
            let mut person = store::participants::get(db, &busy.id)?;
            person.profile.attendance.max_meetings = 0;
            store::participants::update(db, &person)
        };
        app.store.write(change).unwrap();
        let mut visitor = organiser(server, &access);
        let words =
            [&*format!("{} (", name(app, &busy.id)), "has more meetings than they may have: at most 0"];
        is_refused(&mut visitor, server, &access, draft.round.number, &words);
    });
}

#[test]
fn what_is_in_the_way_can_be_taken_out_by_hand_and_the_rest_is_published() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let draft = draft(app, &access, 2);
        let meeting = new_one(app, &access, &draft);
        no_longer_comes(app, &meeting.a);
        let mut visitor = organiser(server, &access);
        let number = draft.round.number;
        let why = format!("{} (", name(app, &meeting.a));
        is_refused(&mut visitor, server, &access, number, &[&why, "is not there at that time"]);
        while visitor.page.status == 409 {
            let (_, href) =
                visitor.page.links.iter().find(|(_, href)| href.contains("/meeting?")).unwrap().clone();
            visitor.open(&href);
            visitor.press("Take it out of the draft");
            visitor.open(&format!("{}/{number}/publish", rounds_page(&access)));
        }
        assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
        rounds::publish(app, &access, number).unwrap();
        let left = planned(app, &access);
        assert!(left.keys().all(|(a, b)| *a != meeting.a && *b != meeting.a));
    });
}

#[test]
fn what_two_people_agreed_on_is_still_their_own_after_it_got_another_table() {
    on_sqlite(|app| {
        let access = published(app);
        let plan = planned(app, &access);
        let agreed = plan.values().max_by_key(|meeting| meeting.table).unwrap().clone();
        let change = |db: &mut Db| {
            store::meetings::cancel_all(db, &[&agreed.id], app.clock.now())?;
            let own = Meeting { id: "agreed".to_string().into(), round: None, ..agreed.clone() };
            store::meetings::insert(db, &own)
        };
        app.store.write(change).unwrap();
        set_tables(app, &access, agreed.table.unwrap() - 1);
        let draft = draft(app, &access, 3);
        rounds::publish(app, &access, draft.round.number).unwrap();
        let after = &planned(app, &access)[&(agreed.a.clone(), agreed.b.clone())];
        assert_eq!((&after.slot, &after.round), (&agreed.slot, &None));
        assert!(after.table < agreed.table);
    });
}

#[test]
fn a_meeting_called_off_while_it_ran_does_not_stand_in_the_way_of_a_draft_that_knew_it() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let first = planned(app, &access).into_values().min_by_key(|meeting| meeting.starts_at).unwrap();
        passes_to(server, &first);
        let draft = draft(app, &access, 2);
        app.store.write(|db| store::meetings::cancel_all(db, &[&first.id], app.clock.now())).unwrap();
        rounds::publish(app, &access, draft.round.number).unwrap();
        assert!(!planned(app, &access).contains_key(&(first.a.clone(), first.b.clone())));
    });
}
