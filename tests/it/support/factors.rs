//! An app that makes codes, as telephones have it.

use rendezvous::app::App;

use super::app::TestApp;
use super::organisers::{PASSWORD, signs_in};
use super::visitor::Visitor;

/// Sets up a second factor in the open browser; gives the secret and the recovery codes.
pub fn sets_up(app: &TestApp, visitor: &mut Visitor) -> (String, Vec<String>) {
    visitor.open("/organiser/factor");
    visitor.press("Set up a second factor");
    let secret = shown_secret(visitor);
    let code = code_of(&app.app, &secret);
    visitor.fill("Code", &code).press("Turn on the second factor");
    assert!(visitor.page.text.contains("Your recovery codes"), "{}", visitor.page.text);
    (secret, shown_codes(visitor))
}

/// The secret that the open page shows as text.
pub fn shown_secret(visitor: &Visitor) -> String {
    let (_, rest) = visitor.page.html.split_once("<span class=\"code\">").unwrap();
    rest.split('<').next().unwrap().replace(' ', "")
}

/// The recovery codes that the open page shows.
pub fn shown_codes(visitor: &Visitor) -> Vec<String> {
    let parts = visitor.page.html.split("<li class=\"code\">").skip(1);
    parts.map(|part| part.split('<').next().unwrap().to_string()).collect()
}

/// The code that the app shows now.
pub fn code_of(app: &App, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(app.clock.now().timestamp()).unwrap()).to_string()
}

/// Signs in with the password, up to the page that asks for the code.
pub fn reaches_the_code_page(visitor: &mut Visitor, email: &str) {
    signs_in(visitor, email, PASSWORD);
    assert!(visitor.page.path.starts_with("/organiser/login/code"), "{}", visitor.page.text);
}
