//! A field that people do not see. Programs fill it in, and now and then a browser does: whoever did is asked.

use crate::domain::problems::{Message, Problems};
use crate::web::posted::Posted;

/// The field.
const TRAP: &str = "leave_empty";
/// The answer to the question.
const HUMAN: &str = "human";

/// Whether somebody has filled it in who has not answered the question.
pub fn is_caught(posted: &Posted) -> bool {
    !posted.one(TRAP).is_empty() && !posted.has(HUMAN)
}

/// The question, in view of everybody.
pub fn question() -> Problems {
    Problems::one(HUMAN, Message::new("problem-human"))
}
