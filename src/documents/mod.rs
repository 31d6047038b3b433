//! Documents that people hand in or take away: calendar files, lists of participants, instance files, pictures.

pub mod calendar;
pub mod instance;
pub mod participants_csv;
pub mod personal_file;
pub mod pictures;
pub mod safe_csv;
