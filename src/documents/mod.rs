//! Documents that people hand in or take away: backups, calendar files, lists of participants, instance files, pictures,
//! prints.

pub mod agenda_calendar;
pub mod agenda_list;
pub mod atomic_file;
pub mod backup_file;
pub mod bill_of_materials;
pub mod calendar;
pub mod content_lines;
pub mod images;
pub mod instance;
pub mod interpreter_calendar;
pub mod own_calendar;
pub mod participant_list;
pub mod personal_file;
pub mod pictures;
pub mod print;
pub mod private_files;
pub mod qr;
pub mod safe_csv;
pub mod sample_instance;
pub mod vcard;
