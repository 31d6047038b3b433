//! Mail as `.eml` files in a folder: the way out that needs no set-up.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use super::SendError;
use crate::documents::private_files;
use crate::domain::ids::MailId;
use crate::domain::mail::OutgoingMail;

/// A folder with one file for each mail. Mail ids sort by the time they were made, and so do the files.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// A folder that is made when the first mail comes.
    pub fn new(path: PathBuf) -> Folder {
        Folder { path }
    }

    /// A mail's text, if it is here.
    pub fn read(&self, id: &MailId) -> io::Result<Option<String>> {
        if !is_name(id.as_str()) {
            return Ok(None);
        }
        match fs::read_to_string(self.file(id)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            text => text.map(Some),
        }
    }

    /// Removes a mail, if it is here.
    pub fn remove(&self, id: &MailId) -> io::Result<()> {
        if !is_name(id.as_str()) {
            return Ok(());
        }
        match fs::remove_file(self.file(id)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    /// Writes a mail: under another name first, so that nobody sees half of one. The same mail again is the same file.
    pub(super) fn put(&self, mail: &OutgoingMail, id: &MailId) -> Result<(), SendError> {
        if !is_name(id.as_str()) {
            return Err(SendError::Permanent(format!("“{id}” is no name for a file")));
        }
        self.write(mail, id).map_err(|error| {
            SendError::Unavailable(format!(
                "cannot write to the mail folder {}: {error}",
                self.path.display()
            ))
        })
    }

    fn write(&self, mail: &OutgoingMail, id: &MailId) -> io::Result<()> {
        private_files::create_folder(&self.path)?;
        let unfinished = self.path.join(format!(".{id}.part"));
        let mut file = private_files::create(&unfinished)?;
        file.write_all(mail.mime.as_bytes())?;
        file.sync_data()?;
        fs::rename(&unfinished, self.file(id))
    }

    fn file(&self, id: &MailId) -> PathBuf {
        self.path.join(format!("{id}.eml"))
    }
}

/// Letters, digits and hyphens: nothing that leads out of the folder.
fn is_name(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
