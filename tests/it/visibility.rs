//! What participants see of each other: nothing that its owner has not ticked, on no page, in no search, feed or mail;
//! and the name of whoever meets, asks or tells of a wish.

use chrono::Duration;

use crate::people::person;
use crate::proposals::{mails, proposes, tells};
use crate::support::app::on_each_database;
use crate::support::build::{an_event, id_of, meet};
use crate::support::visitor::Visitor;

/// Leaves these fields ticked alone.
fn shows(visitor: &mut Visitor, shown: &[&str]) {
    visitor.open("/e/clusters/my/consent");
    for label in ["My name", "My city", "What I wrote about my topics"] {
        if shown.contains(&label) {
            visitor.tick(label)
        } else {
            visitor.untick(label)
        };
    }
    visitor.press("Save");
}

/// Writes a text beside an offer.
fn writes(visitor: &mut Visitor, text: &str) {
    visitor.open("/e/clusters/my/topics");
    let fields = visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields);
    let field = fields.into_iter().find(|field| field.name.starts_with("offer_text-")).unwrap();
    field.value = text.to_string();
    visitor.press("Save");
}

#[test]
fn what_is_not_ticked_is_not_shown_and_finds_nobody() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoelle");
        writes(&mut zoe, "Perovskites");
        let everything = ["My name", "My city", "What I wrote about my topics"];
        let found = |ada: &mut Visitor, word: &str| {
            ada.open(&format!("/e/clusters/my/people?q={word}")).text.contains("House of Zoelle")
        };
        for (shown, word) in everything.iter().zip(["zoelle@", "Lyon", "Perovskites"]) {
            shows(&mut zoe, &[shown]);
            let page = ada.open("/e/clusters/my/people").clone();
            assert!(page.text.contains("House of Zoelle"), "the organisation is the entry: {}", page.text);
            // The list names what fits the reader; what somebody wrote stands on their page.
            let own = ada.open(&format!("/e/clusters/my/people/{}", id_of(app, &event, "Zoelle")));
            let of_house = format!("{} {}", page.text, own.text).replace("House of Zoelle", "");
            for (other, text) in everything.iter().zip(["Zoelle", "Lyon", "Perovskites"]) {
                assert_eq!(of_house.contains(text), other == shown, "{other}, {shown}: {of_house}");
            }
            if word != "zoelle@" {
                assert!(found(&mut ada, word), "{word}");
            }
        }
        shows(&mut zoe, &[]);
        for word in ["Lyon", "Perovskites"] {
            assert!(!found(&mut ada, word), "{word}");
        }
        let page = ada.open("/e/clusters/my/people").clone();
        let person = ada.follow("House of Zoelle").clone();
        for page in [page, person] {
            let text = page.html.replace("House of Zoelle", "");
            for hidden in ["Zoelle", "Lyon", "Perovskites"] {
                assert!(!text.contains(hidden), "{hidden}: {}", page.text);
            }
        }
    });
}

#[test]
fn who_is_newly_registered_shows_nothing_but_what_they_tick() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut eve = app.visitor();
        eve.open("/e/clusters/register");
        crate::support::journeys::answers_the_profile(&mut eve, "Eve", "eve@example.org");
        eve.fill("Organisation", "Eden").press("Continue");
        eve.press("Continue");
        eve.press("Continue");
        eve.press("Register for 10 March 2027");
        let shown = ["Show me to other participants"];
        crate::support::journeys::confirms_with(&mut eve, app, "eve@example.org", &shown);
        let page = ada.open("/e/clusters/my/people");
        assert!(page.text.contains("Eden") && !page.text.contains("Eve"), "{}", page.text);
        assert!(eve.open("/e/clusters/my").text.contains("Show this too None"), "{}", eve.page.text);
    });
}

#[test]
fn partners_and_whoever_asks_are_known_by_name_and_others_are_not() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoelle");
        let mut eve = person(app, "Evelyn");
        for one in [&mut ada, &mut zoe, &mut eve] {
            shows(one, &[]);
        }
        // Evelyn tells of a wish: Ada knows her name, and she does not know Ada's.
        eve.open("/e/clusters/my/people");
        eve.follow("House of Ada");
        eve.press("I would like to meet");
        let own = eve.open("/e/clusters/my/wishes").text.replace("House of Ada", "");
        assert!(!own.contains("Ada"), "{own}");
        assert!(ada.open("/e/clusters/my/wishes").text.replace("House of Evelyn", "").contains("Evelyn"));
        // Ada asks Zoelle for a meeting: the receipt does not name her, the question names Ada.
        proposes(&mut ada, "House of Zoelle");
        tells(app);
        let receipt = mails(app, "ada@example.org", "Your proposal to House of Zoelle").remove(0);
        assert!(!receipt.text.replace("House of Zoelle", "").contains("Zoelle"), "{}", receipt.text);
        assert_eq!(mails(app, "zoelle@example.org", "Ada (House of Ada)").len(), 1);
        let schedule = ada.open("/e/clusters/my/schedule").text.replace("House of Zoelle", "");
        assert!(!schedule.contains("Zoelle"), "{schedule}");
        let data = ada.get("/e/clusters/my/data.json").html.replace("House of Zoelle", "");
        assert!(!data.contains("Zoelle"), "{data}");
        app.pass(Duration::days(3));
        rendezvous::services::proposals::lapse_unanswered(&app.app).unwrap();
        tells(app);
        let closed = mails(app, "ada@example.org", "No meeting with").remove(0);
        assert!(!closed.text.replace("House of Zoelle", "").contains("Zoelle"), "{}", closed.text);
        // They meet: name and organisation are there, and nothing else that is hidden.
        meet(app, &event, "Ada", "Zoelle");
        let page = ada.open("/e/clusters/my/schedule");
        assert!(page.text.contains("Zoelle") && !page.text.contains("Lyon"), "{}", page.text);
    });
}

#[test]
fn what_is_taken_back_is_gone_at_once() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoelle");
        assert!(ada.open("/e/clusters/my/people").text.contains("Zoelle"));
        let there = ada.follow("Zoelle").path.clone();
        zoe.open("/e/clusters/my/consent");
        zoe.untick("Show me to other participants").press("Save");
        assert!(!ada.open("/e/clusters/my/people").text.contains("Zoelle"));
        assert_eq!(ada.open(&there).status, 404);
        // Listed again, nothing comes back by itself.
        zoe.open("/e/clusters/my/consent");
        zoe.tick("Show me to other participants").press("Save");
        let page = ada.open("/e/clusters/my/people").text.replace("House of Zoelle", "");
        assert!(!page.contains("Zoelle"), "{page}");
    });
}
