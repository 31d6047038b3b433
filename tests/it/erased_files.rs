//! Who is deleted is not in the mail folder either, nor among mails that came back, nor in what was begun for a colleague.

use std::fs;

use rendezvous::services::mail_files;

use crate::support::app::{TestApp, with_mail_folder};
use crate::support::build::{an_event, meet};
use crate::support::dump;
use crate::support::journeys::participant;

/// The mails in the folder that name the person.
fn naming(app: &TestApp) -> Vec<String> {
    let named = |text: &str| text.contains("Quirkle") || text.to_lowercase().contains("zebedea");
    let files = app.mail_files().into_iter();
    files
        .filter(|mail| {
            let parts = [&mail.subject, &mail.to, &mail.text, &mail.html];
            parts.iter().any(|part| named(part)) || mail.attachments.iter().any(|file| named(&file.content))
        })
        .map(|mail| format!("{} to {}", mail.subject, mail.to))
        .collect()
}

#[test]
fn who_deletes_everything_is_in_no_file_of_the_mail_folder() {
    with_mail_folder(
        |config| config.mail.bounce_folder = Some(config.data.join("returned")),
        |app| {
            let event = an_event(app).make();
            let mut ada = participant(app, "clusters", "Zebedea Quirkle", "zebedea.quirkle@example.org");
            let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
            meet(app, &event, "Zebedea Quirkle", "Grace");
            ada.open("/e/clusters/my");
            ada.follow("Register a colleague");
            ada.fill("Your colleague’s name", "Peter")
                .fill("Your colleague’s e-mail address", "peter@example.org");
            ada.press("Write to my colleague");
            grace.open("/e/clusters/my/people");
            app.mails_to("grace@example.org");
            let returned = app.app.config.data.join("returned/done");
            fs::create_dir_all(&returned).unwrap();
            fs::write(returned.join("1"), "Subject: back\r\n\r\nto zebedea.quirkle@example.org\r\n").unwrap();
            fs::write(returned.join("2"), "Subject: back\r\n\r\nto somebody@example.org\r\n").unwrap();
            let before = naming(app);
            assert!(before.iter().any(|mail| mail.contains("peter@")), "{before:?}");
            let others = app.mail_files().len() - before.len();

            ada.open("/e/clusters/my");
            ada.follow("Delete everything about me");
            ada.press("Delete everything");
            assert!(ada.page.text.contains("Everything about you is deleted"), "{}", ada.page.text);
            assert_eq!(naming(app), Vec::<String>::new(), "what lay there");
            // The last mail and the one to the partner go out, and then go.
            let told = app.mails_to("grace@example.org");
            assert!(
                told.iter().any(|mail| mail.subject.starts_with("Cancelled: meeting with Zebedea")),
                "{told:?}"
            );
            mail_files::forget_settled(&app.app).unwrap();
            assert_eq!(naming(app), Vec::<String>::new(), "what went out afterwards");
            assert!(app.mail_files().len() >= others, "the mails of others stay");
            assert!(!returned.join("1").exists() && returned.join("2").exists());
            rendezvous::services::erasure::empty_journal(&app.app).unwrap();
            let left = dump::of(app).to_lowercase();
            assert!(!left.contains("quirkle") && !left.contains("zebedea"));
        },
    );
}

#[test]
fn mails_that_came_back_go_in_whatever_script_they_name_the_address() {
    with_mail_folder(
        |config| config.mail.bounce_folder = Some(config.data.join("returned")),
        |app| {
            an_event(app).make();
            let mut ada = participant(app, "clusters", "Zebedea Quirkle", "zebedea@xn--bcher-kva.example");
            let returned = app.app.config.data.join("returned/done");
            fs::create_dir_all(&returned).unwrap();
            for (file, address) in [
                ("1", "Zebedea@Bücher.example"),
                ("2", "zebedea@xn--bcher-kva.example"),
                ("3", "somebody@bücher.example"),
            ] {
                fs::write(returned.join(file), format!("Subject: back\r\n\r\nto {address}\r\n")).unwrap();
            }
            ada.open("/e/clusters/my");
            ada.follow("Delete everything about me");
            ada.press("Delete everything");
            assert!(ada.page.text.contains("Everything about you is deleted"), "{}", ada.page.text);
            let left = ["1", "2", "3"].map(|file| returned.join(file).exists());
            assert_eq!(left, [false, false, true]);
        },
    );
}

#[test]
fn a_form_begun_for_a_colleague_keeps_nothing_of_who_began_it_and_was_deleted() {
    with_mail_folder(
        |_| {},
        |app| {
            an_event(app).make();
            let mut ada = participant(app, "clusters", "Zebedea Quirkle", "zebedea.quirkle@example.org");
            for (name, address) in [("Peter", "peter@example.org"), ("Paula", "paula@example.org")] {
                ada.open("/e/clusters/my");
                ada.follow("Register a colleague");
                ada.fill("Your colleague’s name", name).fill("Your colleague’s e-mail address", address);
                ada.press("Write to my colleague");
            }
            let links =
                ["peter@example.org", "paula@example.org"].map(|address| app.mailed_path(address, "/draft/"));
            // Paula has looked at hers and kept it: it is hers.
            let mut paula = app.visitor();
            paula.open(&links[1]);
            paula.press("Look at it and register");
            app.pass(chrono::Duration::minutes(1));
            paula.tick("English").press("Continue");
            ada.open("/e/clusters/my");
            ada.follow("Delete everything about me");
            ada.press("Delete everything");

            let mut peter = app.visitor();
            peter.open(&links[0]);
            assert_eq!(peter.page.status, 200, "{}", peter.page.text);
            assert!(!peter.page.text.contains("Quirkle") && !peter.page.text.contains("Analytical"));
            peter.press("Go on with this form");
            peter.open("/e/clusters/register/profile");
            assert_eq!(peter.page.field("Name").value, "Peter");
            for label in ["Organisation", "Country", "City"] {
                let field =
                    peter.page.forms.iter().flat_map(|form| &form.fields).find(|field| field.label == label);
                assert!(field.is_none_or(|field| field.value.is_empty()), "{label}: {field:?}");
            }
            paula.open("/e/clusters/register/profile");
            assert_eq!(paula.page.field("Organisation").value, "Analytical Engines");
        },
    );
}

#[test]
fn whoever_does_not_want_an_invitation_is_not_in_the_mail_folder() {
    with_mail_folder(
        |_| {},
        |app| {
            an_event(app).make();
            let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
            ada.open("/e/clusters/my");
            ada.follow("Register a colleague");
            ada.fill("Your colleague’s name", "Zebedea Quirkle");
            ada.fill("Your colleague’s e-mail address", "zebedea.quirkle@example.org");
            ada.press("Write to my colleague");
            let link = app.mailed_path("zebedea.quirkle@example.org", "/draft/");
            assert!(!naming(app).is_empty());
            let mut zebedea = app.visitor();
            zebedea.open(&link);
            let mut refuse =
                zebedea.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
            let refuse = refuse.rfind(|text| text.contains("not")).unwrap();
            zebedea.press(&refuse);
            assert_eq!(naming(app), Vec::<String>::new(), "{}", zebedea.page.text);
        },
    );
}
