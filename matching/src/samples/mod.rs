//! Made-up events, for trying and measuring: [`Shape`] says how large an event is and who comes, [`TopicRule`] who would
//! like to meet whom.

mod crowd;
mod shape;
mod topic_rule;

pub use crowd::Wishes;
pub use shape::{Audience, SHAPES, Sample, Shape};
pub use topic_rule::{Kind, Profile, TopicRule};
