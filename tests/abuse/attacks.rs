//! The attacks.

use std::io::Write;
use std::net::Ipv4Addr;
use std::time::Duration;

use crate::support::journeys::answers_the_step;
use crate::support::raw;
use crate::support::visitor::Visitor;
use crate::watch::{Robot, attacked};

const FORM: &str = "application/x-www-form-urlencoded";
const PROFILE: &str = "/e/clusters/register/profile";

/// A page's cookie and token for each address of a robot.
fn begun(robot: &Robot<'_>) -> Vec<(Ipv4Addr, String, String)> {
    let begin = |from: &Ipv4Addr| {
        let (cookie, token) = raw::begun(*from, &robot.place.base, PROFILE);
        (*from, cookie, token)
    };
    robot.addresses.iter().map(begin).collect()
}

/// A browser behind the proxy, at one of the robot's addresses.
fn behind_a_proxy(robot: &Robot<'_>, n: usize) -> Visitor {
    let mut visitor = robot.place.visitor();
    let address = robot.addresses[n % robot.addresses.len()];
    visitor.extra.push(("x-forwarded-for".to_string(), address.to_string()));
    visitor
}

#[test]
fn forms_that_are_begun_with_all_that_they_take_fill_no_disk() {
    attacked("Long forms", |robot| {
        let begun = begun(robot);
        let long = "A".repeat(240_000);
        for (n, (from, cookie, token)) in begun.iter().cycle().enumerate() {
            let more = if n % 2 == 0 { "A".repeat(760_000) } else { String::new() };
            let body = format!("csrf={token}&organisation=ACME&name={long}{more}");
            raw::send(*from, &robot.place.base, &raw::form(PROFILE, cookie, FORM, &body));
            if !robot.goes_on() {
                return;
            }
        }
    });
}

#[test]
fn a_form_of_empty_parts_takes_no_memory() {
    attacked("Empty parts", |robot| {
        let begun = begun(robot);
        let parts = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n".repeat(1_000);
        for (from, cookie, _) in begun.iter().cycle() {
            let Ok(mut stream) = raw::connect(*from, &robot.place.base) else { continue };
            let head = format!(
                "POST {PROFILE} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\
                 Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
            );
            let chunk = format!("{:x}\r\n{parts}\r\n", parts.len());
            // Until it is hung up on, or 50 MB.
            let _ = stream.write_all(head.as_bytes());
            for _ in 0..1_000 {
                if stream.write_all(chunk.as_bytes()).is_err() {
                    break;
                }
            }
            if !robot.goes_on() {
                return;
            }
        }
    });
}

#[test]
fn eleven_hundred_bodies_that_never_end_keep_nobody_out() {
    attacked("Slow bodies", |robot| {
        let each = 1_100 / if robot.addresses.len() == 1 { 1 } else { 10 };
        let mut held = Vec::new();
        let head = format!(
            "POST {PROFILE} HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: 9000\r\n\r\nname=A"
        );
        for from in robot.addresses.iter().cycle().take(each) {
            if let Ok(mut stream) = raw::connect(*from, &robot.place.base) {
                let _ = stream.write_all(head.as_bytes());
                held.push(stream);
            }
        }
        while robot.goes_on() {
            std::thread::sleep(Duration::from_millis(200));
            for stream in &mut held {
                let _ = stream.write_all(b"A");
            }
        }
    });
}

#[test]
fn a_flood_of_registrations_costs_little() {
    attacked("Registrations", |robot| {
        for n in 0.. {
            let mut visitor = behind_a_proxy(robot, n);
            let address = format!("robot{n}@{}.example.org", robot.addresses[0].octets()[3]);
            visitor.open("/e/clusters/register");
            for _ in 0..4 {
                // Where a limit is reached there is no step any more.
                if visitor.page.status == 200 && visitor.page.path.contains("/register/") {
                    answers_the_step(&mut visitor, "Robot", &address);
                }
            }
            if !robot.goes_on() {
                return;
            }
        }
    });
}

#[test]
fn a_flood_of_the_form_for_a_new_link_costs_little() {
    attacked("New links", |robot| {
        for n in 0.. {
            let mut visitor = behind_a_proxy(robot, n);
            visitor.open("/e/clusters/link");
            if visitor.page.status == 200 {
                let (_, action, mut fields) = visitor.filled("Send me the link");
                let email = fields.iter_mut().find(|(name, _)| name == "email");
                email.unwrap().1 = format!("robot{n}@example.org");
                visitor.post(&action, &fields);
            }
            if !robot.goes_on() {
                return;
            }
        }
    });
}
