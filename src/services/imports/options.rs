//! How a file is imported.

use chrono::NaiveDate;

use super::choices::Choices;

/// How a file is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    pub topics: UnknownTopics,
    pub mail: ImportMail,
    pub coming: Coming,
    pub choices: Choices,
}

impl ImportOptions {
    /// Nothing is said of the file.
    pub const fn new(topics: UnknownTopics, mail: ImportMail) -> ImportOptions {
        ImportOptions { topics, mail, coming: Coming::Agreed, choices: Choices::none() }
    }
}

/// Whether those who are not registered yet come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coming {
    /// They have agreed elsewhere: they are registered.
    Agreed,
    /// They are asked, and answer until this day.
    Asked(NaiveDate),
}

/// Whether new participants with an address learn of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportMail {
    Nobody,
    /// Each is mailed that they are registered, or wait.
    NewParticipants,
}

/// Whether topics that the event does not have are added to its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownTopics {
    Add,
    Refuse,
    /// Those are added that somebody chose, under the names that they chose; the others are left out.
    Chosen,
}
