//! A folder into which a mail server puts mails: a maildir, or a folder of files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::documents::private_files;

/// Most bytes of a mail that are read: a report with all of one of our mails in it is far shorter.
pub const MAIL_MAX: u64 = 1_048_576;

/// The folder.
#[derive(Debug, Clone)]
pub struct Dropbox {
    path: PathBuf,
}

impl Dropbox {
    /// A folder that the operator has made.
    pub fn new(path: &Path) -> Dropbox {
        Dropbox { path: path.to_path_buf() }
    }

    /// The mails that nobody has read, oldest name first. In a plain folder, names that begin with a dot are still being
    /// written.
    pub fn waiting(&self) -> io::Result<Vec<PathBuf>> {
        let folder = if self.is_maildir() { self.path.join("new") } else { self.path.clone() };
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && entry.file_type()?.is_file() {
                found.push(entry.path());
            }
        }
        found.sort();
        Ok(found)
    }

    /// The bytes of a mail, as far as they matter.
    pub fn read(&self, mail: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(mail)?.take(MAIL_MAX).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts a mail among those that were read: `cur` of a maildir, `done` of a folder of files.
    pub fn finish(&self, mail: &Path) -> io::Result<()> {
        let Some(name) = mail.file_name().and_then(|name| name.to_str()) else { return Ok(()) };
        let (folder, name) = if self.is_maildir() {
            ("cur", format!("{}:2,S", name.split(':').next().unwrap_or(name)))
        } else {
            ("done", name.to_string())
        };
        let folder = self.path.join(folder);
        private_files::create_folder(&folder)?;
        match fs::rename(mail, folder.join(name)) {
            // Another server was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    /// Removes mails that were read: those that the rule names, of those that are older than `age` if it is given.
    pub fn remove_finished(&self, age: Option<Duration>, goes: impl Fn(&[u8]) -> bool) -> io::Result<()> {
        let folder = self.path.join(if self.is_maildir() { "cur" } else { "done" });
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let modified = entry.metadata()?.modified()?;
            let is_old = age.is_none_or(|age| modified.elapsed().is_ok_and(|past| past > age));
            if is_old && entry.file_type()?.is_file() && goes(&self.read(&entry.path())?) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn is_maildir(&self) -> bool {
        self.path.join("new").is_dir()
    }
}
