//! Files and folders that only the account of the program may read: all of them hold people's data or links that work.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::Mode;

/// What nobody but the owner may have of a file or a folder.
const OTHERS: u32 = 0o077;

/// From now on nobody else may read what this process makes, whoever makes it: the database driver makes files too.
pub fn make_nothing_for_others() {
    rustix::process::umask(Mode::from_raw_mode(OTHERS));
}

/// Makes a folder and those above it, unless it is there.
pub fn create_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Makes a file, or empties one that is there.
pub fn create(path: &Path) -> io::Result<File> {
    File::options().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// Makes an empty file unless there is one.
pub fn create_if_missing(path: &Path) -> io::Result<()> {
    File::options().append(true).create(true).mode(0o600).open(path).map(drop)
}

/// Those of these files and folders that others may read, or in which something lies that they may read. What lies in one of
/// them already is not told again.
pub fn open_to_others(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|path| is_open(path) || holds_open(path)) {
        if !found.iter().any(|above| path.starts_with(above)) {
            found.push(path.clone());
        }
    }
    found
}

fn is_open(path: &Path) -> bool {
    let about = fs::symlink_metadata(path).ok().filter(|about| !about.is_symlink());
    about.is_some_and(|about| about.permissions().mode() & OTHERS != 0)
}

fn holds_open(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(|entry| is_open(&entry.path())))
}
