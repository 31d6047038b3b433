//! Just enough of a browser for measuring: cookies, redirects, the form's token.

use std::time::{Duration, Instant};

use ureq::Agent;

use super::Outcome;

/// Somebody with a browser of their own.
pub struct Browser {
    agent: Agent,
    base: String,
    cookies: Vec<(String, String)>,
    token: String,
    /// Where the last redirect ended.
    pub path: String,
    /// How long the last form that was sent waited for its answer, without the page that it led to.
    pub waited: Duration,
}

impl Browser {
    pub fn new(base: &str) -> Browser {
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        Browser {
            agent: config.into(),
            base: base.into(),
            cookies: Vec::new(),
            token: String::new(),
            path: String::new(),
            waited: Duration::ZERO,
        }
    }

    pub fn get(&mut self, path: &str) -> Outcome<String> {
        let cookies = self.cookie_header();
        let response = self.agent.get(format!("{}{path}", self.base)).header("cookie", cookies).call()?;
        self.read(path, response)
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome<String> {
        let mut form = vec![("csrf", self.token.as_str())];
        form.extend(fields);
        let cookies = self.cookie_header();
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", cookies);
        let sent_at = Instant::now();
        let response = request.header("sec-fetch-site", "same-origin").send_form(form);
        self.waited = sent_at.elapsed();
        self.read(path, response?)
    }

    /// Sends a form with a file.
    pub fn post_file(&mut self, path: &str, fields: &[(&str, &str)], file: &str) -> Outcome<String> {
        let part = |head: &str, body: &str| {
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; {head}\r\n\r\n{body}\r\n")
        };
        let mut body = part("name=\"csrf\"", &self.token);
        for (name, value) in fields {
            body.push_str(&part(&format!("name=\"{name}\""), value));
        }
        body.push_str(&part("name=\"file\"; filename=\"people.csv\"\r\ncontent-type: text/csv", file));
        body.push_str(&format!("--{BOUNDARY}--\r\n"));
        let cookies = self.cookie_header();
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", cookies);
        let request = request.header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"));
        let sent_at = Instant::now();
        let response = request.header("sec-fetch-site", "same-origin").send(body);
        self.waited = sent_at.elapsed();
        self.read(path, response?)
    }

    /// What it sends with every request.
    pub fn cookies(&self) -> String {
        self.cookie_header()
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn read(&mut self, path: &str, mut response: ureq::http::Response<ureq::Body>) -> Outcome<String> {
        for cookie in response.headers().get_all("set-cookie") {
            let pair = cookie.to_str()?.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                self.cookies.push((name.into(), value.into()));
            }
        }
        let status = response.status().as_u16();
        let there =
            response.headers().get("location").and_then(|there| there.to_str().ok()).map(String::from);
        let body = response.body_mut().read_to_string()?;
        if let (300..400, Some(there)) = (status, there) {
            return self.get(&there);
        }
        if status != 200 {
            return Err(
                format!("{status} at {path}: {}", body.chars().take(2_000).collect::<String>()).into()
            );
        }
        if let Some(token) = between(&body, "name=\"csrf\" value=\"", "\"") {
            self.token = token.to_string();
        }
        self.path = path.to_string();
        Ok(body)
    }
}

/// Between the parts of a form with a file.
const BOUNDARY: &str = "a-boundary-that-is-in-no-file";

/// What stands between two texts.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}
