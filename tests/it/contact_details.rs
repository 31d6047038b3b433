//! Contact details: read by the two once both have given theirs, and by nobody after one of them has taken them back.

use super::meeting_days::opens_the_meeting;
use super::people::person;
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::visitor::Visitor;

const MY: &str = "/e/clusters/my";
const GIVE: &str = "Give my contact details";

/// Ada and Zoe, who meet.
fn two(app: &TestApp) -> (Visitor, Visitor) {
    let event = an_event(app).make();
    let (mut ada, zoe) = (person(app, "Ada"), person(app, "Zoe"));
    ada.open(&format!("{MY}/profile"));
    ada.fill("Job title", "Head of; testing, and more").press("Save");
    meet(app, &event, "Ada", "Zoe");
    (ada, zoe)
}

fn gives(visitor: &mut Visitor) {
    opens_the_meeting(visitor);
    visitor.press(GIVE);
}

#[test]
fn contact_details_are_read_once_both_give_theirs() {
    on_each_database(|app| {
        let (mut ada, mut zoe) = two(app);
        gives(&mut ada);
        assert!(ada.page.text.contains("They are read once the other person gives theirs too"));
        opens_the_meeting(&mut zoe);
        assert!(zoe.page.text.contains("This person gives you theirs."), "{}", zoe.page.text);
        assert!(!zoe.page.html.contains("ada@example.org"), "{}", zoe.page.html);
        assert!(
            zoe.open(MY).text.contains("One person gives you their contact details"),
            "{}",
            zoe.page.text
        );
        gives(&mut zoe);
        assert!(zoe.page.text.contains("ada@example.org"), "{}", zoe.page.text);
        assert!(zoe.page.text.contains("Head of; testing, and more"), "{}", zoe.page.text);
        assert!(ada.open(MY).text.contains("zoe@example.org"), "{}", ada.page.text);
        let file = zoe.page.link("For my address book").to_string();
        let card = zoe.get(&file);
        assert!(card.header("content-type").unwrap().starts_with("text/vcard"));
        let expected = [
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ada;;;;\r\n",
            "\r\nFN:Ada\r\n",
            "\r\nEMAIL:ada@example.org\r\n",
            "\r\nORG:House of Ada\r\n",
            "\r\nTITLE:Head of\\; testing\\, and more\r\n",
            "\r\nNOTE:Met at Cluster Conference\r\nEND:VCARD\r\n",
        ];
        for line in expected {
            assert!(card.html.contains(line), "{line:?} in {:?}", card.html);
        }
    });
}

#[test]
fn whoever_takes_theirs_back_ends_it_for_both() {
    on_each_database(|app| {
        let (mut ada, mut zoe) = two(app);
        gives(&mut ada);
        gives(&mut zoe);
        assert!(zoe.get(&format!("{MY}/contacts.vcf")).html.contains("ada@example.org"));
        opens_the_meeting(&mut ada);
        ada.press("Take mine back");
        assert!(!ada.page.html.contains("zoe@example.org"), "{}", ada.page.html);
        for visitor in [&mut ada, &mut zoe] {
            assert_eq!(visitor.get(&format!("{MY}/contacts.vcf")).status, 404);
            let page = visitor.open(MY).text.clone();
            assert!(!page.contains("For my address book"), "{page}");
        }
    });
}

#[test]
fn nobody_gives_theirs_to_whom_they_do_not_meet_and_nobody_reads_those_of_others() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe, mut eve) = (person(app, "Ada"), person(app, "Zoe"), person(app, "Eve"));
        meet(app, &event, "Ada", "Zoe");
        opens_the_meeting(&mut ada);
        let (_, _, fields) = ada.filled(GIVE);
        let to = |name: &str| format!("{MY}/people/{}/contact", id_of(app, &event, name));
        assert_eq!(ada.post(&to("Eve"), &fields).status, 404);
        gives(&mut ada);
        gives(&mut zoe);
        assert_eq!(eve.get(&format!("{}.vcf", to("Ada"))).status, 404);
        assert!(!eve.open(MY).html.contains("ada@example.org"));
    });
}

#[test]
fn a_deleted_persons_contact_details_are_nowhere() {
    on_each_database(|app| {
        let (mut ada, mut zoe) = two(app);
        gives(&mut ada);
        gives(&mut zoe);
        ada.open(&format!("{MY}/delete"));
        ada.press("Delete everything");
        assert!(!zoe.open(MY).html.contains("ada@example.org"), "{}", zoe.page.html);
        assert_eq!(zoe.get(&format!("{MY}/contacts.vcf")).status, 404);
    });
}
