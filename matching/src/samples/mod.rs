//! Made-up events, for trying and measuring: [`TopicRule`] says who would like to meet whom.

mod topic_rule;

pub use topic_rule::{Kind, Profile, TopicRule};
