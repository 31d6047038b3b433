//! The real program, started as an operator starts it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::Program;
use crate::support::visitor::Visitor;

/// A running server on a data folder, with its mails in that folder.
pub struct Server {
    program: Program,
    data: PathBuf,
}

impl Server {
    /// Starts one on a data folder, and on this database if it is not the SQLite file in the folder.
    pub fn start(data: &Path, database: Option<&str>) -> Server {
        let log = data.with_extension("log");
        let mut settings =
            vec![("LISTEN", "127.0.0.1:0".to_string()), ("DATA_DIR", data.display().to_string())];
        settings.extend(database.map(|database| ("DATABASE_URL", database.to_string())));
        let started = Program::start(&settings, &[], fs::File::create(&log).unwrap().into());
        let told = || fs::read_to_string(&log).unwrap();
        let program = started.unwrap_or_else(|| panic!("the server did not start: {}", told()));
        Server { program, data: data.to_path_buf() }
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.program.process()
    }

    /// Somebody with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.program.address.clone())
    }

    /// The body of a page, with its status.
    pub fn get(&self, path: &str) -> (u16, String) {
        let page = self.visitor().get(path);
        (page.status, page.html)
    }

    /// The mails in its mail folder.
    pub fn mails(&self) -> Vec<String> {
        let files = fs::read_dir(self.data.join("mail")).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
    }
}
