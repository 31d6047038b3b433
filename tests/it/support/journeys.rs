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
    for _ in 0..4 {
        answers_the_step(visitor, name, email);
    }
    assert!(is_signed_up(visitor), "{}: {}", visitor.page.path, visitor.page.text);
}

/// Whether the page that is open says which mail was sent.
pub fn is_signed_up(visitor: &Visitor) -> bool {
    visitor.page.path.ends_with("/register/sent")
}

/// Answers the step of the form that is open, and goes on to the next.
pub fn answers_the_step(visitor: &mut Visitor, name: &str, email: &str) {
    let asks = |label: &str| {
        visitor.page.forms.iter().flat_map(|form| &form.fields).any(|field| field.label == label)
    };
    if asks("E-mail address") {
        answers_the_profile(visitor, name, email);
    } else if asks("I offer") {
        visitor.tick_in("Batteries", "I offer").tick_in("Hydrogen", "I seek");
    }
    let mut buttons = visitor.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
    let on = |text: &String| {
        ["Continue", "Register for ", "Join the waiting list for "].iter().any(|word| text.starts_with(word))
    };
    let button = buttons.find(on).unwrap_or_else(|| panic!("no way on: {}", visitor.page.text));
    visitor.press(&button);
}

/// What most participants show of themselves.
const SHOWN: [&str; 4] =
    ["Show me to other participants", "My name", "My city", "What I wrote about my topics"];

/// Follows the link of the mail and presses the button on its page; shows nothing to others and agrees to nothing.
pub fn confirms(visitor: &mut Visitor, app: &TestApp, email: &str) {
    confirms_with(visitor, app, email, &[]);
}

/// The same, with these ticks.
pub fn confirms_with(visitor: &mut Visitor, app: &TestApp, email: &str, ticks: &[&str]) {
    let link = app.mailed_path(email, "/confirm/");
    visitor.open(&link);
    for label in ticks {
        visitor.tick(label);
    }
    visitor.press("Confirm my registration");
}

/// Somebody who has registered and confirmed, and shows what most do; *My event* is open.
pub fn participant(app: &TestApp, slug: &str, name: &str, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    signs_up(&mut visitor, slug, name, email);
    confirms_with(&mut visitor, app, email, &SHOWN);
    assert!(visitor.page.path.starts_with(&format!("/e/{slug}/my")), "{}", visitor.page.text);
    visitor
}
