//! A file that is there whole or not at all: written beside its name, and renamed once it is on the disk.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What is appended to the name while the file is being written.
pub const PART: &str = ".part";

/// A file in the making, which only its owner may read. What is not [kept](AtomicFile::keep) is removed.
pub struct AtomicFile {
    path: PathBuf,
    part: PathBuf,
    file: File,
    is_kept: bool,
}

/// Why a file cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum AtomicFileError {
    /// There is a file of this name, which is not to be replaced.
    #[error("the file is there already")]
    Exists,
    /// Another program is making the same file.
    #[error("another program is writing it")]
    Busy,
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl AtomicFile {
    /// Begins a file. A part that a killed program left behind is overwritten.
    pub fn create(path: &Path, replaces: bool) -> Result<AtomicFile, AtomicFileError> {
        if !replaces && path.exists() {
            return Err(AtomicFileError::Exists);
        }
        let mut part = path.to_path_buf().into_os_string();
        part.push(PART);
        let part = PathBuf::from(part);
        let mut options = File::options();
        let file = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(&part)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(AtomicFileError::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        Ok(AtomicFile { path: path.to_path_buf(), part, file, is_kept: false })
    }

    /// What is written into, and read back from its beginning.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Puts the file onto the disk and under its name.
    pub fn keep(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.part, &self.path)?;
        self.is_kept = true;
        sync_folder_of(&self.path)
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if !self.is_kept {
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// Puts the names in the folder of a file onto the disk.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
