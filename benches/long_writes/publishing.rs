//! A draft is published through its page, and a meeting of a draft is moved, while others go on.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rendezvous::app::App;
use rendezvous::services::demo::{self, Demo};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, rounds};

use crate::others::Others;
use crate::place::{Place, Server};
use crate::support::Outcome;
use crate::support::browser::{Browser, between};

/// How long others are watched before, and after.
const BEFORE: Duration = Duration::from_secs(5);
const AFTER: Duration = Duration::from_secs(2);

pub fn measure(place: &Place, people: usize) -> Outcome<()> {
    let begun = Instant::now();
    let app = place.app()?;
    let demo = demo::fill(&app, people, 1)?;
    draft(&app, &demo)?;
    println!("{people} people with a draft, made in {:.1?}", begun.elapsed());
    drop(app);
    let server = place.serve(&[])?;
    let mut organiser = log_in(&server, &demo)?;
    let round = format!("/organiser/events/{}/rounds/1", demo.slug);
    move_a_meeting(&server, &mut organiser, &demo, &round)?;
    organiser.get(&format!("{round}/publish"))?;
    let others = Others::begin(&server.base, demo.slug);
    sleep(BEFORE);
    let from = Instant::now();
    let done = organiser.post(&format!("{round}/publish"), &[]);
    let took = organiser.waited;
    sleep(AFTER);
    println!(" published in {took:.1?}: {}", if done.is_ok() { "yes" } else { "no" });
    others.end(from, Instant::now())?;
    done?;
    Ok(())
}

/// The demo with a draft.
pub fn draft(app: &App, demo: &Demo) -> Outcome<()> {
    let access = access::change_as(app, &demo.organiser, demo.slug)?;
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    rounds::run(app, &access, &quick, Some(1))?;
    Ok(())
}

/// The organiser at the server.
pub fn log_in(server: &Server, demo: &Demo) -> Outcome<Browser> {
    let mut organiser = Browser::new(&server.base);
    organiser.get("/organiser/login")?;
    organiser.post(
        "/organiser/login",
        &[("email", demo.organiser_email), ("password", &demo.organiser_password)],
    )?;
    Ok(organiser)
}

/// Takes the first meeting of the draft out.
fn move_a_meeting(server: &Server, organiser: &mut Browser, demo: &Demo, round: &str) -> Outcome<()> {
    let page = organiser.get(round)?;
    let meeting =
        between(&page, &format!("href=\"{round}/meeting?"), "\"").ok_or("no meeting on the page")?;
    let meeting = meeting.replace("&amp;", "&").replace("&#38;", "&");
    let page = organiser.get(&format!("{round}/meeting?{meeting}"))?;
    let form = page.split_once("/meeting/remove").ok_or("no button that removes the meeting")?.1;
    let form = form.split_once("</form>").ok_or("no end of the form")?.0;
    let value = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"").unwrap_or_default();
    let others = Others::begin(&server.base, demo.slug);
    sleep(BEFORE);
    let from = Instant::now();
    let done = organiser.post(&format!("{round}/meeting/remove"), &[("a", value("a")), ("b", value("b"))]);
    println!(" a meeting of the draft changed in {:.1?}: {}", organiser.waited, done.is_ok());
    others.end(from, Instant::now())?;
    done?;
    Ok(())
}
