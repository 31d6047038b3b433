//! Topics that a file brings: chosen, renamed, put together; and lists of hundreds.

use super::*;

#[test]
fn topics_of_a_file_are_chosen_renamed_and_put_together() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let before = topics(app, &event);
        let known = before[0].clone();
        let list = "name,offers\nAda,Holz; Wood; Gossip\nBob,Wood; Old name\n";
        let page = sends(&mut owner, "l.csv", list).clone();
        assert!(page.text.contains("Topics that the event does not have"), "{}", page.text);
        chooses(&mut owner, "topic_name-holz", "Wood");
        chooses(&mut owner, "topic_name-oldname", &known);
        let fields = owner.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        for field in fields.filter(|field| field.name == "topic-gossip") {
            field.kind = crate::support::page::Kind::Tick(false);
        }
        check(&mut owner);
        owner.press("Import all 2 rows");
        let mut expected = before.clone();
        expected.push("Wood".to_string());
        assert_eq!(topics(app, &event), expected);
        assert_eq!(person(app, &event, "Ada").profile.interests.len(), 1);
        assert_eq!(person(app, &event, "Bob").profile.interests.len(), 2);
    });
}

#[test]
fn a_file_with_hundreds_of_topics_brings_none_until_somebody_says_how_many_rows_are_enough() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let before = topics(app, &event).len();
        let rows: String = (0..300).map(|n| format!("Person {n},Topic {n};Common\n")).collect();
        let list = format!("name,topics\n{rows}");
        let page = sends(&mut owner, "l.csv", &list).clone();
        assert!(page.html.len() < 400_000, "{} bytes", page.html.len());
        chooses(&mut owner, "topics_from", "2");
        check(&mut owner);
        owner.press("Import all 300 rows");
        assert_eq!(topics(app, &event).len(), before + 1);
        assert_eq!(person(app, &event, "Person 7").profile.interests.len(), 1);
    });
}

#[test]
fn two_topics_are_merged_with_every_offer_and_seek_of_them() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let lists = app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap();
        let id = |label: &str| {
            let found = lists.topics.iter().find(|topic| topic.label.get(Lang::En, Lang::En) == label);
            found.unwrap().id.0.clone()
        };
        let (from, into) = (id("Batteries"), id("Hydrogen"));
        let list = "name,topics,offers,seeks\nAda,Batteries;Hydrogen,We build them. Ask us.,\nBob,Batteries,,Somebody who recycles them.\nCem,Hydrogen,,\n";
        sends(&mut owner, "l.csv", list);
        owner.press("Import all 3 rows");
        owner.open(&format!("/organiser/events/clusters/topics/{from}/merge"));
        assert!(
            owner.page.text.contains("2 offers and seeks move")
                || owner.page.text.contains("offers and seeks move")
        );
        owner.press("Merge");
        assert!(owner.page.text.contains("Choose the topic that stays"), "{}", owner.page.text);
        owner.choose("Other topic", "Hydrogen").press("Merge");
        assert!(!topics(app, &event).contains(&"Batteries".to_string()));
        for (name, text) in
            [("Ada", "We build them. Ask us."), ("Bob", "Somebody who recycles them."), ("Cem", "")]
        {
            let interests = person(app, &event, name).profile.interests;
            assert!(interests.iter().all(|own| own.topic.0 == into), "{name}: {interests:?}");
            assert!(text.is_empty() || interests.iter().any(|own| own.text == text), "{name}: {interests:?}");
        }
        assert_eq!(person(app, &event, "Ada").profile.interests.len(), 1);
    });
}
