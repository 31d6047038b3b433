//! On what kind of disk a SQLite file lies: over a network, locks and write-ahead journals do not hold what they promise
//! (https://sqlite.org/wal.html, "all processes must be on the same host").

use std::path::{Path, PathBuf};

use super::StoreError;

/// File systems on other machines, as Linux calls them.
const REMOTE: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "lustre",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.s3fs",
];

/// Refuses a file that would lie on another machine.
pub(super) fn check(file: &Path) -> Result<(), StoreError> {
    // Where this cannot be read it is no Linux, or a place so shut off that nobody has mounted anything in it.
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mountinfo") else { return Ok(()) };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(folder) = folder.canonicalize() else { return Ok(()) };
    match file_system(&mounts, &folder) {
        Some(kind) if REMOTE.contains(&kind) => {
            Err(StoreError::Unsuitable { name: "file system", is: kind.to_string() })
        }
        _ => Ok(()),
    }
}

/// The kind of the file system that a folder lies on, by the list of mounts (proc_pid_mountinfo(5)).
pub fn file_system<'m>(mounts: &'m str, folder: &Path) -> Option<&'m str> {
    let mounted = mounts.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        // Spaces in a path stand there as octal numbers.
        let point = PathBuf::from(before.split(' ').nth(4)?.replace("\\040", " "));
        folder.starts_with(&point).then_some((point, after.split(' ').next()?))
    });
    // Of several at one place the last one is what is seen.
    mounted.max_by_key(|(point, _)| point.components().count()).map(|(_, kind)| kind)
}
