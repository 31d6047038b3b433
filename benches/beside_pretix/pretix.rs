//! pretix, installed from PyPI beside what cargo builds, on a database of its own of the same Postgres.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rendezvous::config::DatabaseUrl;
use ureq::Agent;

use crate::support::{Outcome, new_database};

/// What was measured last; another version may have other commands.
const PACKAGES: [&str; 2] = ["pretix==2026.8.0", "gunicorn"];
/// How long it may take until it answers.
const PATIENCE: Duration = Duration::from_secs(120);
const SEED: &str = include_str!("seed.py");

/// A pretix that serves an event until this is dropped.
pub struct Pretix {
    child: Child,
    agent: Agent,
    base: String,
    token: String,
    item: String,
}

impl Pretix {
    /// Installs it, if need be, fills a database and serves it.
    pub fn begin(server: &str, folder: &Path) -> Outcome<Pretix> {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pretix");
        install(&place)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let base = format!("http://127.0.0.1:{port}");
        let settings = folder.join("pretix.cfg");
        std::fs::write(&settings, written(server, folder, &base)?)?;
        let run = |words: &[&str]| {
            let mut command = Command::new(place.join("bin/python"));
            command
                .args(["-m", "pretix"])
                .args(words)
                .env("PRETIX_CONFIG_FILE", &settings)
                .current_dir(folder);
            command
        };
        let log = || File::create(folder.join("pretix.log"));
        for words in [&["migrate"][..], &["rebuild"][..]] {
            done(run(words).stdout(log()?).stderr(log()?).status()?.success(), words[0], folder)?;
        }
        let seed = folder.join("seed.py");
        std::fs::write(&seed, SEED)?;
        let told = run(&["shell"]).stdin(File::open(&seed)?).stderr(log()?).output()?;
        let told = String::from_utf8(told.stdout)?;
        let line = told.lines().find_map(|line| line.strip_prefix("TOKEN ")).ok_or("pretix gave no token")?;
        let (token, item) = line.split_once(' ').ok_or("pretix gave no item")?;
        let child = Command::new(place.join("bin/gunicorn"))
            .args(["pretix.wsgi", "-w", "3", "-b", &format!("127.0.0.1:{port}")])
            .env("PRETIX_CONFIG_FILE", &settings)
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(log()?)
            .spawn()?;
        let config = Agent::config_builder().http_status_as_error(false).build();
        let (token, item) = (token.to_string(), item.to_string());
        let pretix = Pretix { child, agent: config.into(), base, token, item };
        let begun = Instant::now();
        while pretix.event_page().is_err() {
            if begun.elapsed() > PATIENCE {
                return Err("pretix does not answer".into());
            }
            sleep(Duration::from_millis(500));
        }
        Ok(pretix)
    }

    /// Opens the event's page.
    pub fn event_page(&self) -> Outcome<()> {
        let mut response = self.agent.get(format!("{}/clusters/meeting/", self.base)).call()?;
        response.body_mut().read_to_string()?;
        status(response.status().as_u16(), 200)
    }

    /// Orders a place by its API, without a mail.
    pub fn order(&self, k: usize) -> Outcome<()> {
        let email = format!("order{k}@example.org");
        let body = format!(
            r#"{{"email":"{email}","locale":"en","status":"n","send_email":false,"payment_provider":"free",
            "positions":[{{"item":{},"attendee_name":"Ada {k}","attendee_email":"{email}","answers":[]}}]}}"#,
            self.item
        );
        let response = self
            .agent
            .post(format!("{}/api/v1/organizers/clusters/events/meeting/orders/", self.base))
            .header("authorization", format!("Token {}", self.token))
            .header("content-type", "application/json")
            .send(body)?;
        status(response.status().as_u16(), 201)
    }

    /// The processes of it: one that leads and those that serve.
    fn processes(&self) -> Outcome<Vec<u32>> {
        let leader = self.child.id();
        let children = std::fs::read_to_string(format!("/proc/{leader}/task/{leader}/children"))?;
        let children =
            children.split_whitespace().map(|id| Ok(id.parse()?)).collect::<Outcome<Vec<u32>>>()?;
        Ok(std::iter::once(leader).chain(children).collect())
    }

    /// How long they have kept a core busy.
    pub fn cpu(&self) -> Outcome<Duration> {
        self.processes()?.into_iter().map(crate::place::cpu_of).sum()
    }

    /// How much memory they hold together; what they share counts more than once.
    pub fn megabytes(&self) -> Outcome<f64> {
        self.processes()?.into_iter().map(crate::place::megabytes_of).sum()
    }
}

impl Drop for Pretix {
    fn drop(&mut self) {
        for process in self.processes().unwrap_or_default().into_iter().rev() {
            let _ = Command::new("kill").arg(process.to_string()).status();
        }
        let _ = self.child.wait();
    }
}

fn install(place: &Path) -> Outcome<()> {
    if place.join("bin/gunicorn").exists() {
        return Ok(());
    }
    println!("pretix is installed from PyPI, which takes some minutes");
    let made = Command::new("python3").args(["-m", "venv"]).arg(place).status()?;
    done(made.success(), "python3 -m venv", place)?;
    let pip = Command::new(place.join("bin/pip")).args(["install", "--quiet"]).args(PACKAGES).status()?;
    done(pip.success(), "pip install", place)
}

/// Its settings. It has no Redis, so no cache and no queue.
fn written(server: &str, folder: &Path, base: &str) -> Outcome<String> {
    let DatabaseUrl::Postgres(url) = new_database(server, "pretix")? else {
        return Err("TEST_DATABASE_URL names no Postgres".into());
    };
    let url = ureq::http::Uri::try_from(url.expose())?;
    let (user, password) = url
        .authority()
        .and_then(|whole| whole.as_str().rsplit_once('@'))
        .map_or(("", ""), |(user, _)| user.split_once(':').unwrap_or((user, "")));
    Ok(format!(
        "[pretix]\ninstance_name=bench\nurl={base}\ndatadir={}\n[database]\nbackend=postgresql\nname={}\nuser={user}\n\
         password={password}\nhost={}\nport={}\n[mail]\nhost=127.0.0.1\nport=9\n[django]\nsecret=of-no-use-to-anybody\n",
        folder.display(),
        url.path().trim_start_matches('/'),
        url.host().unwrap_or_default(),
        url.port_u16().unwrap_or(5432),
    ))
}

fn done(is_done: bool, what: &str, folder: &Path) -> Outcome<()> {
    if is_done { Ok(()) } else { Err(format!("{what} failed in {}", folder.display()).into()) }
}

fn status(is: u16, wanted: u16) -> Outcome<()> {
    if is == wanted { Ok(()) } else { Err(format!("pretix answered {is}").into()) }
}
