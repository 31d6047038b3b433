//! Ways that many tests go, step by step as a person goes them.

use super::app::TestApp;
use super::visitor::Visitor;

/// Answers the first step, which is open.
pub fn answers_the_profile(visitor: &mut Visitor, name: &str, email: &str) {
    visitor
        .fill("Name", name)
        .fill("E-mail address", email)
        .fill("Organisation", "Analytical Engines")
        .choose("Kind of organisation", "Start-up")
        .choose("Country", "France")
        .fill("City", "Lyon")
        .tick("Company")
        .tick("English");
}

/// Goes through the whole form of an event up to the page that says which mail was sent.
pub fn signs_up(visitor: &mut Visitor, slug: &str, name: &str, email: &str) {
    visitor.open(&format!("/e/{slug}/register"));
    answers_the_profile(visitor, name, email);
    visitor.press("Continue");
    visitor.tick_in("Batteries", "I offer").tick_in("Hydrogen", "I seek").press("Continue");
    visitor.press("Continue");
    visitor
        .tick("I agree that my answers are used for this event in this way")
        .tick("Show me to other participants")
        .tick("My name")
        .tick("My city")
        .tick("What I wrote about my topics");
    let mut buttons = visitor.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
    let own =
        |text: &String| text.starts_with("Register for ") || text.starts_with("Join the waiting list for ");
    let button = buttons.find(own).unwrap_or_else(|| panic!("no last button: {}", visitor.page.text));
    visitor.press(&button);
    assert!(visitor.page.path.ends_with("/register/sent"), "{}: {}", visitor.page.path, visitor.page.text);
}

/// Follows the link of the mail and presses the button on its page.
pub fn confirms(visitor: &mut Visitor, app: &TestApp, email: &str) {
    let link = app.mailed_path(email, "/confirm/");
    visitor.open(&link);
    visitor.press("Confirm my registration");
}

/// Somebody who has registered and confirmed; *My event* is open.
pub fn participant(app: &TestApp, slug: &str, name: &str, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    signs_up(&mut visitor, slug, name, email);
    confirms(&mut visitor, app, email);
    assert!(visitor.page.path.starts_with(&format!("/e/{slug}/my")), "{}", visitor.page.text);
    visitor
}
