//! What a run has shown of a promise, one line for each time: `docs/promises.md` is made of these lines.

use std::io::Write;

/// A promise of `tests/promises.json` that a test holds.
pub struct Promise {
    id: String,
    database: String,
    seed: Option<u64>,
}

impl Promise {
    pub fn of(id: &str) -> Promise {
        Promise { id: id.to_string(), database: String::new(), seed: None }
    }

    /// On which database.
    pub fn on(self, database: &str) -> Promise {
        Promise { database: database.to_string(), ..self }
    }

    pub fn seed(self, seed: u64) -> Promise {
        Promise { seed: Some(seed), ..self }
    }

    /// It was held, at worst like this: the first number is what matters most, since by it several runs are compared.
    /// Written into the file that `PROMISES` names, if it names one.
    pub fn held(self, worst: &str) {
        let Ok(path) = std::env::var("PROMISES") else { return };
        let test = std::thread::current().name().unwrap_or_default().to_string();
        let line = serde_json::json!({
            "promise": self.id, "database": self.database, "seed": self.seed, "worst": worst, "test": test,
        });
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        file.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}
