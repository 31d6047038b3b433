//! The named terms a pair's weight is made of, and the organiser's points for each.

/// The heaviest a pair can be.
pub const MAX_WEIGHT: i32 = 1000;

/// One named part of a pair's weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Term {
    BothTakePart,
    MutualWish,
    OneWayWish,
    OfferMeetsSeek,
    BothWays,
    SharedTopic,
    NearTopic,
    TextMeetsText,
    TextMeetsTopic,
    TextShared,
    DifferentCountry,
    SameCountry,
    GroupMix,
    TypesWantEachOther,
    SharedLanguage,
    Answers,
    Limit,
}

/// What an organiser reads beside the setting of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermInfo {
    /// The name of the setting; it never changes.
    pub key: &'static str,
    pub default: i32,
    pub min: i32,
    pub max: i32,
    /// One line in English.
    pub meaning: &'static str,
}

const fn info(key: &'static str, default: i32, min: i32, max: i32, meaning: &'static str) -> TermInfo {
    TermInfo { key, default, min, max, meaning }
}

impl Term {
    /// How many terms there are.
    pub(super) const COUNT: usize = 17;

    /// Every term that is a setting, in the order in which reasons are listed. All but
    /// [`Term::Answers`], whose points are those of the event's questions, and [`Term::Limit`], which
    /// is the rest when the others come to more than 1000.
    pub const ALL: [Term; Term::COUNT - 2] = [
        Term::BothTakePart,
        Term::MutualWish,
        Term::OneWayWish,
        Term::OfferMeetsSeek,
        Term::BothWays,
        Term::SharedTopic,
        Term::NearTopic,
        Term::TextMeetsText,
        Term::TextMeetsTopic,
        Term::TextShared,
        Term::DifferentCountry,
        Term::SameCountry,
        Term::GroupMix,
        Term::TypesWantEachOther,
        Term::SharedLanguage,
    ];

    /// The key, default, range and meaning of the term's setting.
    pub const fn info(self) -> TermInfo {
        match self {
            Term::BothTakePart => info(
                "both_take_part",
                1,
                1,
                100,
                "Points every allowed pair has, so that nobody is left without a possible partner",
            ),
            Term::MutualWish => info(
                "mutual_wish",
                330,
                0,
                1000,
                "Both wish to meet each other, or one wished and the other accepted",
            ),
            Term::OneWayWish => info(
                "one_way_wish",
                120,
                0,
                1000,
                "One of the two wishes to meet the other, who has not answered",
            ),
            Term::OfferMeetsSeek => info(
                "offer_meets_seek",
                120,
                0,
                500,
                "What one offers is what the other seeks: for each direction, more for rare topics",
            ),
            Term::BothWays => info(
                "both_ways",
                70,
                0,
                500,
                "Each offers what the other seeks: on top of the two directions, by the weaker one",
            ),
            Term::SharedTopic => info(
                "shared_topic",
                60,
                0,
                500,
                "Topics both named without one offering what the other seeks, more for rare topics",
            ),
            Term::NearTopic => {
                info("near_topic", 30, 0, 500, "Different topics under the same heading of the topic list")
            }
            Term::TextMeetsText => info(
                "text_meets_text",
                40,
                0,
                500,
                "What one wrote under offers reads like what the other wrote under seeks: for each direction",
            ),
            Term::TextMeetsTopic => info(
                "text_meets_topic",
                40,
                0,
                500,
                "What one wrote belongs to a topic the other ticked on the opposite side: for each direction",
            ),
            Term::TextShared => {
                info("text_shared", 20, 0, 500, "Both wrote alike under offers, or both under seeks")
            }
            Term::DifferentCountry => {
                info("different_country", 25, 0, 500, "They come from different countries")
            }
            Term::SameCountry => info(
                "same_country",
                0,
                0,
                500,
                "They come from the same country: for an event where neighbours should meet",
            ),
            Term::GroupMix => info(
                "group_mix",
                15,
                0,
                500,
                "They belong to different groups, such as programmes or sectors",
            ),
            Term::TypesWantEachOther => info(
                "types_want_each_other",
                30,
                0,
                500,
                "The organiser marked their two participant types as wanted together",
            ),
            Term::SharedLanguage => {
                info("shared_language", 15, 0, 500, "They can talk in a language both named")
            }
            Term::Answers => info(
                "answers",
                0,
                0,
                0,
                "Their answers to the event's questions are the same, or different ones, as each question wants; \
                 not a setting",
            ),
            Term::Limit => info(
                "limit",
                0,
                0,
                0,
                "Taken away where the other points come to more than 1000; not a setting",
            ),
        }
    }

    /// The name of the term's setting.
    pub const fn key(self) -> &'static str {
        self.info().key
    }

    /// The setting of this name; [`Term::Answers`] and [`Term::Limit`] are none.
    pub fn from_key(key: &str) -> Option<Term> {
        Term::ALL.into_iter().find(|term| term.key() == key)
    }
}

/// The points of each term; within its range at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    points: [i32; Term::COUNT],
}

impl Default for Weights {
    fn default() -> Self {
        let mut points = [0; Term::COUNT];
        for term in Term::ALL {
            points[term as usize] = term.info().default;
        }
        Self { points }
    }
}

impl Weights {
    pub fn points(&self, term: Term) -> i32 {
        self.points[term as usize]
    }

    /// Gives a term its points.
    pub fn set(&mut self, term: Term, points: i32) -> Result<(), PointsOutOfRange> {
        let info = term.info();
        if !(info.min..=info.max).contains(&points) {
            return Err(PointsOutOfRange { term, points });
        }
        self.points[term as usize] = points;
        Ok(())
    }
}

/// Points outside the range of their term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{points} points for {}: give a number from {} to {}",
    .term.key(), .term.info().min, .term.info().max
)]
pub struct PointsOutOfRange {
    pub term: Term,
    pub points: i32,
}
