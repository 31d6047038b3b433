//! A meeting of a draft is taken out, the draft is published through its page, the plan is taken back, and that is undone, while
//! others go on.

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
    let organiser = log_in(&server, &demo)?;
    let round = format!("/organiser/events/{}/rounds/1", demo.slug);
    let mut watched = Watched { server: &server, slug: demo.slug, organiser };
    take_a_meeting_out(&mut watched, &round)?;
    watched.organiser.get(&format!("{round}/publish"))?;
    watched.press("published", &format!("{round}/publish"), &[])?;
    let event = format!("/organiser/events/{}", demo.slug);
    let page = watched.press("taken back", &format!("{event}/plan/withdraw"), &[("sure", "yes")])?;
    let act = between(&page, &format!("action=\"{event}/acts/"), "/undo\"").ok_or("nothing to be undone")?;
    watched.press("that undone", &format!("{event}/acts/{act}/undo"), &[])?;
    Ok(())
}

/// An organiser whose buttons others wait for.
struct Watched<'a> {
    server: &'a Server,
    slug: &'a str,
    organiser: Browser,
}

impl Watched<'_> {
    /// Sends a form while others go on; gives the page that it leads to.
    fn press(&mut self, what: &str, path: &str, fields: &[(&str, &str)]) -> Outcome<String> {
        let others = Others::begin(&self.server.base, self.slug);
        sleep(BEFORE);
        let from = Instant::now();
        let page = self.organiser.post(path, fields);
        sleep(AFTER);
        println!(" {what} in {:.1?}: {}", self.organiser.waited, if page.is_ok() { "yes" } else { "no" });
        others.end(from, Instant::now())?;
        page
    }
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
fn take_a_meeting_out(watched: &mut Watched<'_>, round: &str) -> Outcome<()> {
    let page = watched.organiser.get(round)?;
    let meeting =
        between(&page, &format!("href=\"{round}/meeting?"), "\"").ok_or("no meeting on the page")?;
    let meeting = meeting.replace("&amp;", "&").replace("&#38;", "&");
    let page = watched.organiser.get(&format!("{round}/meeting?{meeting}"))?;
    let form = page.split_once("/meeting/remove").ok_or("no button that removes the meeting")?.1;
    let form = form.split_once("</form>").ok_or("no end of the form")?.0;
    let value = |name: &str| between(form, &format!("name=\"{name}\" value=\""), "\"").unwrap_or_default();
    let pair = [("a", value("a")), ("b", value("b"))];
    watched.press("a meeting of the draft taken out", &format!("{round}/meeting/remove"), &pair)?;
    Ok(())
}
