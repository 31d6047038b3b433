//! What two participants write each other: by whom, how much, without any address, and silently to nobody where the other one has
//! muted or excluded them.

use chrono::Duration;
use rendezvous::domain::direct_message::{DirectMessage, MAX_A_DAY, MessageKind};
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::{MessageId, ParticipantId};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::store::{self, StoreError};

use crate::people::person;
use crate::proposals::{mails, planned, proposes};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet, meet_at};
use crate::support::dump;
use crate::support::page::Page;
use crate::support::visitor::Visitor;

/// The page with what somebody and another have written.
fn with(app: &TestApp, event: &Event, name: &str) -> String {
    format!("/e/clusters/my/people/{}/messages", id_of(app, event, name))
}

/// Writes on the page, a moment after what was written before.
fn writes(app: &TestApp, visitor: &mut Visitor, page: &str, text: &str) {
    app.pass(Duration::seconds(1));
    visitor.open(page);
    visitor.fill("Your message", text).press("Send message");
}

/// Sends a form that is on no page they see.
fn posts(visitor: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Page {
    let page = visitor.get("/e/clusters/my/links");
    let mut all = page.forms.iter().flat_map(|form| &form.fields);
    let token = all.find(|field| field.name == "csrf").unwrap().value.clone();
    let all = [("csrf", token.as_str())].into_iter().chain(fields.iter().copied());
    let all: Vec<_> = all.map(|(name, value)| (name.to_string(), value.to_string())).collect();
    visitor.post(path, &all)
}

/// The file of everything that is kept about somebody.
fn data(visitor: &mut Visitor) -> serde_json::Value {
    serde_json::from_str(&visitor.get("/e/clusters/my/data.json").html).unwrap()
}

/// Two who meet in the first slot, each with a browser, and the pages on which they write: hers to him, his to her.
fn two(app: &TestApp) -> (Event, [Visitor; 2], [String; 2]) {
    let event = an_event(app).make();
    let people = [person(app, "Ada"), person(app, "Zoe")];
    meet(app, &event, "Ada", "Zoe");
    let pages = [with(app, &event, "Zoe"), with(app, &event, "Ada")];
    (event, people, pages)
}

#[test]
fn whoever_meets_somebody_writes_to_them_and_is_answered_without_any_address() {
    on_each_database(|app| {
        let (event, [mut ada, mut zoe], [to_zoe, to_ada]) = two(app);
        ada.open("/e/clusters/my/people");
        ada.follow("Zoe");
        ada.follow("Write a message");
        assert_eq!(ada.page.path, to_zoe);
        assert!(ada.page.text.contains("There are no messages yet"), "{}", ada.page.text);
        ada.fill("Your message", "Shall we meet at the entrance?\nSee https://engines.example/plan")
            .press("Send message");
        assert!(ada.page.text.contains("Your message is sent."), "{}", ada.page.text);
        assert!(ada.page.text.contains("You can send 4 more messages"), "{}", ada.page.text);

        let told = mails(app, "zoe@example.org", "Message from Ada (House of Ada): Cluster Conference");
        let told = told.last().unwrap();
        let lines = ["Shall we meet at the entrance?", "See https://engines.example/plan"];
        let quoted: Vec<&str> = told.text.lines().filter(|line| lines.contains(line)).collect();
        assert_eq!(quoted, lines, "line by line: {}", told.text);
        assert!(!told.html.contains("href=\"https://engines.example"), "nobody's address becomes a link");
        assert!(told.text.contains("A reply to this email goes to the organiser"), "{}", told.text);
        let (_, link) = told.text.split_once(app.app.config.base_url.as_str()).unwrap();
        zoe.forget();
        zoe.open(link.split_whitespace().next().unwrap());
        assert_eq!(zoe.page.path, to_ada, "the mail opens it");
        assert!(zoe.page.text.contains("Shall we meet at the entrance?"), "{}", zoe.page.text);
        writes(app, &mut zoe, &to_ada, "Yes, gladly.");
        let page = ada.open(&to_zoe);
        let places = ["Shall we meet", "Yes, gladly."].map(|said| page.text.find(said).unwrap());
        assert!(places[0] < places[1], "oldest first: {}", page.text);
        assert!(page.text.contains("You can send 5 more messages"), "{}", page.text);
        assert_eq!(mails(app, "ada@example.org", "Message from Zoe (House of Zoe)").len(), 1);

        for (who, other) in [("zoe@example.org", "ada@example.org"), ("ada@example.org", "zoe@example.org")] {
            let theirs =
                |mime: &&String| mime.lines().any(|line| line.starts_with("To:") && line.contains(who));
            assert!(app.sent().iter().filter(theirs).all(|mime| !mime.contains(other)), "in mail to {who}");
            let all = app.mails_to(who);
            assert!(all.iter().all(|mail| !mail.text.contains(other) && !mail.html.contains(other)));
        }
        assert!(!ada.page.html.contains("zoe@example.org") && !zoe.page.html.contains("ada@example.org"));
        let meeting = format!("/e/clusters/my/meetings/{}", planned(app, &event)[0].id);
        zoe.open(&meeting);
        assert_eq!(zoe.follow("Write a message").path, to_ada);
    });
}

#[test]
fn nobody_writes_to_a_stranger_and_a_proposal_or_a_message_opens_the_way_back() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        let (to_zoe, to_ada) = (with(app, &event, "Zoe"), with(app, &event, "Ada"));
        let page = ada.open(to_zoe.trim_end_matches("/messages"));
        assert!(!page.text.contains("Write a message"), "{}", page.text);
        assert_eq!(ada.open(&to_zoe).status, 404);
        for done in ["send", "late", "mute"] {
            posts(&mut ada, &to_zoe, &[("do", done), ("text", "Buy this")]);
        }
        assert_eq!(posts(&mut ada, &to_zoe, &[("do", "keep")]).status, 400);
        assert!(mails(app, "zoe@example.org", "Message").is_empty());
        assert!(!dump::of(app).contains("Buy this"));

        proposes(&mut ada, "Zoe");
        writes(app, &mut zoe, &to_ada, "At which table?");
        assert!(zoe.page.text.contains("Your message is sent."), "{}", zoe.page.text);
        zoe.open("/e/clusters/my/schedule");
        zoe.press("Decline");
        zoe.open(&to_ada);
        assert!(zoe.page.text.contains("You can write to people you meet"), "{}", zoe.page.text);
        posts(&mut zoe, &to_ada, &[("do", "send"), ("text", "Once more")]);
        writes(app, &mut ada, &to_zoe, "At the first.");
        assert!(ada.page.text.contains("Your message is sent."), "whoever was written to answers");
        writes(app, &mut zoe, &to_ada, "Thank you.");
        let told = mails(app, "ada@example.org", "Message from");
        assert!(!told.iter().any(|mail| mail.text.contains("Once more")), "{told:#?}");
        assert_eq!(told.len(), 2);
    });
}

/// Messages of the past, each to somebody else than the one who reads the test.
fn wrote_before(app: &TestApp, event: &Event, (from, to): (&str, &str), count: usize) {
    let (from, to) = (id_of(app, event, from), id_of(app, event, to));
    app.app
        .store
        .write(|db| {
            for n in 0..count {
                let message = DirectMessage {
                    id: MessageId(format!("before-{n}")),
                    event: event.id.clone(),
                    from: from.clone(),
                    to: to.clone(),
                    kind: MessageKind::Text,
                    text: "Earlier".to_string(),
                    is_delivered: true,
                    sent_at: app.app.clock.now(),
                };
                store::direct_messages::insert(db, &message)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn five_without_an_answer_and_thirty_a_day_are_the_most_and_no_text_is_empty_or_long() {
    on_each_database(|app| {
        let (event, [mut ada, mut zoe], [to_zoe, to_ada]) = two(app);
        person(app, "Eve");
        for (text, said) in [(" \n ", "Write a message."), (&"x".repeat(601), "600")] {
            writes(app, &mut ada, &to_zoe, text);
            assert_eq!(ada.page.status, 422);
            assert!(ada.page.text.contains(said), "{}", ada.page.text);
        }
        for _ in 0..5 {
            writes(app, &mut ada, &to_zoe, &"x".repeat(600));
        }
        assert!(ada.page.text.contains("You have sent 5 messages without an answer"), "{}", ada.page.text);
        assert_eq!(posts(&mut ada, &to_zoe, &[("do", "send"), ("text", "Hello?")]).status, 422);
        writes(app, &mut zoe, &to_ada, "I am here.");
        wrote_before(app, &event, ("Ada", "Eve"), MAX_A_DAY - 6);
        writes(app, &mut ada, &to_zoe, "So am I.");
        assert!(ada.page.text.contains("You have sent 30 messages within a day"), "{}", ada.page.text);
        assert_eq!(posts(&mut ada, &to_zoe, &[("do", "send"), ("text", "Hello?")]).status, 422);
        app.pass(Duration::hours(25));
        writes(app, &mut ada, &to_zoe, "Good morning.");
        assert!(ada.page.text.contains("You can send 3 more messages"), "{}", ada.page.text);
        let told = mails(app, "zoe@example.org", "Message from Ada");
        assert_eq!(told.len(), 7, "what is refused is not sent");
    });
}

#[test]
fn a_page_shows_the_newest_forty_and_says_where_the_others_are() {
    on_each_database(|app| {
        let (event, [_, mut zoe], [_, to_ada]) = two(app);
        wrote_before(app, &event, ("Ada", "Zoe"), 40);
        assert!(!zoe.open(&to_ada).text.contains("Only the newest"), "{}", zoe.page.text);
        app.pass(Duration::seconds(1));
        writes(app, &mut zoe, &to_ada, "Later");
        assert!(zoe.page.text.contains("Only the newest 40 messages are shown"), "{}", zoe.page.text);
        assert_eq!(zoe.page.text.matches("Earlier").count(), 39);
        assert!(zoe.follow("See all of them in my data").text.contains("Later"), "{}", zoe.page.text);
    });
}

fn blocks(app: &TestApp, event: &Event, who: &str, other: &str) {
    let wish = Wish {
        from: id_of(app, event, who),
        to: id_of(app, event, other),
        kind: WishKind::Block,
        message: String::new(),
        shown: true,
        created_at: app.app.clock.now(),
    };
    app.app.store.write(|db| store::wishes::put(db, &event.id, &wish)).unwrap();
}

#[test]
fn whoever_is_muted_or_excluded_reaches_nobody_and_never_learns_of_it() {
    on_each_database(|app| {
        let (event, [mut ada, mut zoe], [to_zoe, to_ada]) = two(app);
        let mut eve = person(app, "Eve");
        meet_at(app, &event, ["Eve", "Zoe"].map(|name| id_of(app, &event, name)), 1, 8);
        zoe.open(&to_ada);
        zoe.press("Mute this person");
        assert!(zoe.page.text.contains("You have muted this person"), "{}", zoe.page.text);
        writes(app, &mut ada, &to_zoe, "Are you there?");
        writes(app, &mut eve, &to_zoe, "Are you there?");
        let plain = |visitor: &Visitor| visitor.page.text.replace("Ada", "").replace("Eve", "");
        assert_eq!(plain(&ada), plain(&eve), "it reads like any other message");
        assert!(mails(app, "zoe@example.org", "Message from Ada").is_empty());
        assert_eq!(mails(app, "zoe@example.org", "Message from Eve").len(), 1);
        assert!(!zoe.open(&to_ada).text.contains("Are you there?"), "{}", zoe.page.text);
        assert_eq!(data(&mut zoe)["messages"].as_array().unwrap().len(), 1, "Eve's");
        zoe.press("Unmute this person");
        assert!(!zoe.page.text.contains("Are you there?"), "what came meanwhile stays with its author");
        writes(app, &mut ada, &to_zoe, "And now?");
        assert_eq!(mails(app, "zoe@example.org", "Message from Ada").len(), 1);

        blocks(app, &event, "Zoe", "Ada");
        writes(app, &mut ada, &to_zoe, "Hello?");
        assert!(ada.page.text.contains("Your message is sent."), "{}", ada.page.text);
        assert_eq!(mails(app, "zoe@example.org", "Message from Ada").len(), 1);
        zoe.open(&to_ada);
        assert!(zoe.page.text.contains("And now?") && !zoe.page.text.contains("Hello?"));
        assert!(zoe.page.text.contains("you do not want to meet this person"), "{}", zoe.page.text);
        posts(&mut zoe, &to_ada, &[("do", "send"), ("text", "Not any more")]);
        assert!(!dump::of(app).contains("Not any more"));
    });
}

/// Lets somebody read another language.
fn reads(app: &TestApp, who: &ParticipantId, lang: Lang) {
    app.app
        .store
        .write(|db| {
            let mut one = store::participants::get(db, who)?;
            one.profile.lang = lang;
            store::participants::update(db, &one)
        })
        .unwrap();
}

#[test]
fn whoever_is_late_says_it_at_one_press_and_the_partner_reads_it_in_their_language_once_an_hour() {
    on_each_database(|app| {
        let event = an_event(app).in_three_languages().make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        meet(app, &event, "Ada", "Zoe");
        reads(app, &id_of(app, &event, "Zoe"), Lang::Fr);
        let meeting = format!("/e/clusters/my/meetings/{}", planned(app, &event)[0].id);
        let to_zoe = with(app, &event, "Zoe");
        let told =
            || mails(app, "zoe@example.org", "Ada (House of Ada) sera en retard à votre rendez-vous de");

        app.pass_until("2027-03-10T06:59:00Z");
        assert!(!ada.open(&meeting).text.contains("I am late"), "{}", ada.page.text);
        posts(&mut ada, &to_zoe, &[("do", "late")]);
        assert!(told().is_empty(), "two hours before it is too early");
        app.pass_until("2027-03-10T08:00:00Z");
        ada.open(&meeting);
        ada.press("I am late");
        assert!(ada.page.text.contains("We tell the other person that you are late"), "{}", ada.page.text);
        assert!(ada.page.text.contains("I am late for our meeting."), "{}", ada.page.text);
        let mail = told().pop().unwrap();
        assert!(mail.subject.ends_with("10:00"), "{}", mail.subject);
        assert!(mail.text.contains("Table 7") && mail.text.contains("patienter un peu"), "{}", mail.text);
        ada.open(&meeting);
        ada.press("I am late");
        assert!(ada.page.text.contains("within the last hour"), "{}", ada.page.text);
        assert_eq!(told().len(), 1, "once an hour");
        let page = zoe.open(&format!("{}?lang=fr", with(app, &event, "Ada")));
        assert!(page.text.contains("Je serai en retard à notre rendez-vous."), "{}", page.text);

        app.pass_until("2027-03-10T09:05:00Z");
        ada.open(&to_zoe);
        ada.press("I am late");
        assert_eq!(told().len(), 2, "it is on");
        app.pass_until("2027-03-10T10:30:00Z");
        posts(&mut ada, &to_zoe, &[("do", "late")]);
        assert_eq!(told().len(), 2, "it is over");
    });
}

#[test]
fn messages_are_in_the_file_of_both_and_go_with_either() {
    on_each_database(|app| {
        let (_, [mut ada, mut zoe], [to_zoe, to_ada]) = two(app);
        writes(app, &mut ada, &to_zoe, "A word of Quirkle");
        zoe.open(&to_ada);
        zoe.press("Mute this person");
        writes(app, &mut ada, &to_zoe, "A second word");
        app.mails_to("zoe@example.org");
        let (hers, theirs) = (data(&mut ada), data(&mut zoe));
        assert_eq!(hers["messages"].as_array().unwrap().len(), 2);
        assert_eq!(hers["messages"][0]["person"]["name"], "Zoe");
        assert_eq!(
            (&hers["messages"][0]["by_me"], &theirs["messages"][0]["by_me"]),
            (&true.into(), &false.into())
        );
        assert_eq!(theirs["messages"].as_array().unwrap().len(), 1, "what never reached her is not hers");
        assert_eq!(theirs["messages"][0]["text"], "A word of Quirkle");
        assert_eq!(theirs["wants_no_messages_from"][0]["name"], "Ada");
        assert!(hers["wants_no_messages_from"].as_array().unwrap().is_empty());
        let page = zoe.open("/e/clusters/my/data");
        for told in ["Written to you", "A word of Quirkle", "You want no messages from this person"] {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        assert!(dump::of(app).contains("Quirkle"));
        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        let left = dump::of(app);
        assert!(!left.contains("Quirkle") && !left.contains("A second word"));
        assert_eq!(zoe.open(&to_ada).status, 404);
        assert!(data(&mut zoe)["wants_no_messages_from"].as_array().unwrap().is_empty());
    });
}
