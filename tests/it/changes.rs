//! Changes of answers: until when, and what the organiser sees of them.

use chrono::Duration;
use rendezvous::domain::account::Role;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, signs_in, with_role};

#[test]
fn answers_change_until_the_organisers_day_and_then_the_page_says_whom_to_ask() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Organiser);
        helper.open("/organiser/events/clusters/settings");
        helper.fill("Changes possible until", "2026-11-25").press("Save");
        assert_eq!(helper.page.field("Changes possible until").value, "2026-11-25");

        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let page = ada.open("/e/clusters/my");
        assert!(page.text.contains("until Wednesday, 25 November 2026"), "{}", page.text);
        ada.open("/e/clusters/my/profile");
        let late = ada.fill("City", "Nantes").filled("Save");
        // 23:00 in Brussels on the last day, then an hour later.
        app.pass(Duration::days(3) + Duration::hours(10));
        ada.fill("City", "Paris").press("Save");
        assert!(ada.page.text.contains("Paris, France"), "{}", ada.page.text);
        app.pass(Duration::hours(1));
        let page = ada.open("/e/clusters/my/profile");
        assert_eq!(page.path, "/e/clusters/my");
        assert!(page.text.contains("please write to office@example.org"), "{}", page.text);
        assert!(!page.links.iter().any(|(_, url)| url.ends_with("/my/profile")));
        let refused = ada.post(&late.1, &late.2);
        assert_eq!(refused.status, 422);
        assert!(refused.title.starts_with("Error:"), "{}", refused.title);
        let said = "The time for changes is over, so nothing was saved. What you typed still stands on this page: please \
                    write to office@example.org what should change.";
        assert_eq!(refused.summary, [(said.to_string(), "#field-registration".to_string())]);
        assert!(refused.messages.contains(&("registration-error".to_string(), said.to_string())));
        assert!(refused.ids.contains(&"field-registration".to_string()));
        let way = ("office@example.org".to_string(), "mailto:office@example.org".to_string());
        assert!(refused.links.contains(&way), "{:?}", refused.links);
        assert_eq!(refused.field("City").value, "Nantes", "what was typed is still there");
        // What is one's own at any time: who sees me, and not to come.
        ada.open("/e/clusters/my/consent");
        ada.untick("Show me to other participants").press("Save");
        assert!(ada.page.text.contains("Shown to other participants No"), "{}", ada.page.text);
        let person = ada.open("/e/clusters/my/cancel").status;
        assert_eq!(person, 200);
        // The organiser still can.
        signs_in(&mut helper, "helper@example.org", PASSWORD);
        helper.open("/organiser/events/clusters/participants");
        helper.follow("Ada");
        helper.follow("Person");
        helper.fill("City", "Brest").press("Save");
        assert!(ada.open("/e/clusters/my").text.contains("Brest, France"));
    });
}

#[test]
fn the_organiser_sees_each_answer_as_it_was_and_as_it_is() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut helper = with_role(app, "helper@example.org", &event.id, Role::Viewer);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        assert!(!helper.open("/organiser/events/clusters/participants").text.contains("Changed answers"));
        ada.open("/e/clusters/my/profile");
        ada.press("Save");
        assert!(
            !helper.open("/organiser/events/clusters/participants").text.contains("Changed answers"),
            "saving what is there already is no change"
        );
        ada.open("/e/clusters/my/profile");
        ada.fill("City", "Paris").choose("Country", "Germany").tick("German").press("Save");
        ada.open("/e/clusters/my/topics");
        ada.tick_in("Circular economy", "I seek").press("Save");
        let list = helper.open("/organiser/events/clusters/participants");
        assert!(list.text.contains("Changed answers on 22 November 2026"), "{}", list.text);
        let page = helper.follow("Changed answers");
        for told in [
            "City: Lyon → Paris",
            "Country: France → Germany",
            "Languages: English → German, English",
            "Seeks: Hydrogen → Hydrogen; Circular economy",
        ] {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        let mine = ada.open("/e/clusters/my/data");
        assert!(mine.text.contains("City: Lyon → Paris"), "{}", mine.text);
    });
}
