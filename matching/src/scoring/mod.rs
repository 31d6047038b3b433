//! Gives every allowed pair a weight made of named terms, and says for any pair which.
//!
//! ```
//! use matching::scoring::{Interest, Profile, Relations, Rules, Scorer, Topic, Topics, Weights};
//!
//! let topics = Topics::new(vec![Topic::default()]);
//! let offers = Profile { id: 1, offers: vec![Interest::topic(0)], ..Profile::default() };
//! let seeks = Profile { id: 2, seeks: vec![Interest::topic(0)], ..Profile::default() };
//! let scorer = Scorer::new(
//!     &[offers, seeks], &topics, &Relations::default(), Weights::default(), Rules::default(),
//! );
//! let pair = scorer.explain(0, 1).map_err(|why| why.to_string())?;
//! assert_eq!(pair.weight as i32, pair.terms.iter().map(|(_, points)| points).sum::<i32>());
//! # Ok::<(), String>(())
//! ```

mod answers;
mod candidates;
mod common_ground;
mod focus;
mod guesses;
mod interests;
mod pair;
mod profile;
mod rare;
mod rarity;
mod reader;
mod rules;
mod scorer;
mod sparse;
mod texts;
mod ties;
mod weighed;
mod weights;
mod words;

pub use crate::model::input::Request;
pub use answers::{Comparison, Wanted};
pub use common_ground::CommonGround;
pub use profile::{Interest, Profile, Topic, Topics};
pub use reader::Reader;
pub use rules::{CountryRule, EarlierMeetings, LanguageRule, Relations, Rules, TypeMatrix, TypeRule, WhyNot};
pub use scorer::{Limits, ScoredPair, Scorer};
pub use weighed::WeighedPair;
pub use weights::{PointsOutOfRange, Term, TermInfo, Weights};
