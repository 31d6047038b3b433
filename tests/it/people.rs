//! Finding the right people: the directory with its order and reasons, wishes, and what stays unsaid.

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::page::Page;
use crate::support::visitor::Visitor;

/// Somebody registered who speaks for an organisation of their own.
pub fn person(app: &TestApp, name: &str) -> Visitor {
    let address = format!("{}@example.org", name.to_lowercase());
    let mut visitor = participant(app, "clusters", name, &address);
    visitor.open("/e/clusters/my/profile");
    visitor.fill("Organisation", &format!("House of {name}")).press("Save");
    visitor
}

/// Changes what somebody offers and seeks; everybody offers batteries and seeks hydrogen at first.
fn instead(visitor: &mut Visitor, offers: &[&str], seeks: &[&str]) {
    visitor.open("/e/clusters/my/topics");
    let forms = &mut visitor.page.forms;
    for field in forms.iter_mut().flat_map(|form| &mut form.fields) {
        let wanted = match field.label.as_str() {
            "I offer" => offers,
            "I seek" => seeks,
            _ => continue,
        };
        field.kind = crate::support::page::Kind::Tick(wanted.contains(&field.group.as_str()));
    }
    visitor.press("Save");
}

/// The names in the list of people, in its order.
fn listed(page: &Page) -> Vec<String> {
    let of_person = |(_, url): &&(String, String)| url.starts_with("/e/clusters/my/people/");
    page.links.iter().filter(of_person).map(|(text, _)| text.clone()).collect()
}

#[test]
fn the_directory_puts_whom_the_engine_weighs_most_first_and_says_why() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        instead(&mut zoe, &["Hydrogen"], &["Batteries"]);
        let mut bob = person(app, "Bob");
        instead(&mut bob, &["Circular economy"], &[]);
        person(app, "Eve");
        let page = ada.open("/e/clusters/my/people").clone();
        assert_eq!(listed(&page), ["Zoe", "Eve", "Bob"], "both ways before shared topics before nothing");
        for reason in [
            "Offers what you seek: Hydrogen",
            "Seeks what you offer: Batteries",
            "Topics in common: Batteries, Hydrogen",
        ] {
            assert!(page.text.contains(reason), "{reason}: {}", page.text);
        }
        for address in ["zoe@example.org", "bob@example.org", "eve@example.org"] {
            assert!(!page.html.contains(address), "{address} stands in the list");
        }
        ada.choose("Order", "Name").press("Show");
        assert_eq!(listed(&ada.page), ["Bob", "Eve", "Zoe"]);
        ada.choose("Fits me", "offers what I seek").press("Show");
        assert_eq!(listed(&ada.page), ["Zoe"]);
        let page = ada.open("/e/clusters/my/people?lang=fr");
        assert!(page.text.contains("Offre ce que vous recherchez : Hydrogen"), "{}", page.text);
    });
}

#[test]
fn what_others_keep_to_themselves_changes_nothing_in_ones_list() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        let mut eve = person(app, "Eve");
        let before = ada.open("/e/clusters/my/people").text.clone();
        zoe.open("/e/clusters/my/people");
        zoe.follow("Ada");
        zoe.press("I would rather not");
        eve.open("/e/clusters/my/people");
        eve.follow("Ada");
        eve.untick("They may know of my wish").press("I would like to meet");
        assert_eq!(
            ada.open("/e/clusters/my/people").text,
            before,
            "neither the block nor the hidden wish shows"
        );
        assert!(!ada.open("/e/clusters/my/wishes").text.contains("Eve"));
        ada.open("/e/clusters/my/people");
        ada.follow("Eve");
        ada.press("I would like to meet");
        assert!(ada.page.text.contains("You would both like to meet"), "{}", ada.page.text);
    });
}

#[test]
fn a_declined_wish_tells_its_author_nothing_and_is_no_block() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        ada.open("/e/clusters/my/people");
        ada.follow("Zoe");
        ada.fill("A word to go with your wish", "About batteries").press("I would like to meet");
        let (list, own) =
            (ada.open("/e/clusters/my/people").text.clone(), ada.open("/e/clusters/my/wishes").text.clone());
        assert!(own.contains("No answer yet") && own.contains("About batteries"), "{own}");
        let page = zoe.open("/e/clusters/my/wishes");
        assert!(page.text.contains("Who would like to meet you") && page.text.contains("About batteries"));
        zoe.press("Decline without a word");
        assert!(zoe.page.text.contains("Declined."), "{}", zoe.page.text);
        assert!(!zoe.page.text.contains("About batteries"), "{}", zoe.page.text);
        assert_eq!(ada.open("/e/clusters/my/people").text, list);
        assert_eq!(ada.open("/e/clusters/my/wishes").text, own);
        // The author asks again: the answer stands.
        ada.press("Take back");
        ada.open("/e/clusters/my/people");
        ada.press("I would like to meet");
        assert!(!zoe.open("/e/clusters/my/wishes").text.contains("Ada"), "nobody is asked twice");
        // Who declined can still wish for it, and then both do.
        zoe.open("/e/clusters/my/people");
        zoe.press("I would like to meet");
        assert!(zoe.page.text.contains("You would both like to meet"), "{}", zoe.page.text);
        assert!(ada.open("/e/clusters/my/wishes").text.contains("Wished by both"));
    });
}

#[test]
fn accepting_a_wish_makes_it_mutual_and_holds_no_slot() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut zoe = person(app, "Zoe");
        ada.open("/e/clusters/my/people");
        ada.press("I would like to meet");
        let page = zoe.open("/e/clusters/my/people");
        assert!(page.text.contains("One person would like to meet you"), "{}", page.text);
        zoe.open("/e/clusters/my/wishes");
        zoe.press("Accept");
        assert!(zoe.page.text.contains("Wished by both"), "{}", zoe.page.text);
        let page = ada.open("/e/clusters/my/schedule");
        assert!(page.text.contains("No meetings are planned for you yet"), "{}", page.text);
    });
}
