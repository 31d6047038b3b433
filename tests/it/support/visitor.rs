//! Somebody with a browser: opens pages, follows links, fills in forms by their labels, presses buttons. No JavaScript.

use std::collections::BTreeMap;

use ureq::Agent;
use ureq::http::Response;

use super::page::{Form, Kind, Page};

/// A person and their browser.
pub struct Visitor {
    agent: Agent,
    base: String,
    cookies: BTreeMap<String, String>,
    /// The page that is open, as far as it is filled in.
    pub page: Page,
    /// What the browser asks pages to be in.
    pub accept_language: String,
    /// Headers that only tests send.
    pub extra: Vec<(String, String)>,
}

impl Visitor {
    /// A new browser that has been nowhere yet.
    pub fn new(base: String) -> Visitor {
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
        Visitor {
            agent: config.build().into(),
            base,
            cookies: BTreeMap::new(),
            page: Page::default(),
            accept_language: "en".to_string(),
            extra: Vec::new(),
        }
    }

    /// The same browser set to other languages.
    pub fn reading(mut self, languages: &str) -> Visitor {
        self.accept_language = languages.to_string();
        self
    }

    /// Opens a page and whatever it sends to.
    pub fn open(&mut self, path: &str) -> &Page {
        self.page = self.get(path);
        for _ in 0..5 {
            let Some(there) = self.page.header("location").map(String::from) else { break };
            if !(300..400).contains(&self.page.status) {
                break;
            }
            self.page = self.get(&there);
        }
        &self.page
    }

    /// Follows a link of the open page by its text.
    pub fn follow(&mut self, text: &str) -> &Page {
        let path = self.page.link(text).to_string();
        self.open(&path)
    }

    /// Types into the field with this label.
    pub fn fill(&mut self, label: &str, value: &str) -> &mut Visitor {
        self.change(label, "", |kind, old| match kind {
            Kind::Line => *old = value.to_string(),
            other => panic!("“{label}” is no field to type into: {other:?}"),
        })
    }

    /// Chooses an entry of the list with this label.
    pub fn choose(&mut self, label: &str, entry: &str) -> &mut Visitor {
        self.change(label, "", |kind, old| match kind {
            Kind::Choice(entries) => match entries.iter().find(|(text, _)| text == entry) {
                Some((_, value)) => *old = value.clone(),
                None => panic!("“{label}” has no entry “{entry}”: {entries:?}"),
            },
            other => panic!("“{label}” is no list: {other:?}"),
        })
    }

    /// Ticks a box or chooses a radio button.
    pub fn tick(&mut self, label: &str) -> &mut Visitor {
        self.tick_in("", label)
    }

    /// The same in a group.
    pub fn tick_in(&mut self, group: &str, label: &str) -> &mut Visitor {
        self.change(label, group, |kind, _| *kind = Kind::Tick(true))
    }

    /// Takes a tick away.
    pub fn untick(&mut self, label: &str) -> &mut Visitor {
        self.change(label, "", |kind, _| *kind = Kind::Tick(false))
    }

    /// Types into the field with this name, whatever its label.
    pub fn fill_named(&mut self, name: &str, value: &str) -> &mut Visitor {
        let mut fields = self.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        let field =
            fields.find(|field| field.name == name).unwrap_or_else(|| panic!("no field named {name}"));
        field.value = value.to_string();
        self
    }

    fn change(&mut self, label: &str, group: &str, act: impl Fn(&mut Kind, &mut String)) -> &mut Visitor {
        let path = self.page.path.clone();
        let mut fields = self.page.forms.iter_mut().flat_map(|form| &mut form.fields);
        let found = fields.find(|field| field.label == label && (group.is_empty() || field.group == group));
        let field = found.unwrap_or_else(|| panic!("no field “{label}” at {path}"));
        act(&mut field.kind, &mut field.value);
        // Of the radio buttons with one name, one is on.
        if field.one_of && field.kind == Kind::Tick(true) {
            let (name, value) = (field.name.clone(), field.value.clone());
            let with_it = |form: &&mut Form| {
                form.fields.iter().any(|one| one.name == name && one.value == value && one.one_of)
            };
            for form in self.page.forms.iter_mut().filter(with_it) {
                let others = form.fields.iter_mut().filter(|one| one.name == name && one.value != value);
                others.for_each(|other| other.kind = Kind::Tick(false));
            }
        }
        self
    }

    /// Presses a button: its form is sent, and the page that it leads to is opened.
    pub fn press(&mut self, button: &str) -> &Page {
        let (method, action, fields) = self.filled(button);
        if method == "get" {
            // The fields stand before the fragment.
            let action = action.split('#').next().unwrap_or_default();
            return self.open(&format!("{action}?{}", encode(&fields)));
        }
        self.page = self.post(&action, &fields);
        if let Some(there) = self.page.header("location").map(String::from) {
            self.open(&there);
        }
        &self.page
    }

    /// Presses a button of a form with a file chosen in the field of this name.
    pub fn press_with_file(
        &mut self,
        button: &str,
        field: &str,
        file_name: &str,
        content: impl AsRef<[u8]>,
    ) -> &Page {
        let (_, action, fields) = self.filled(button);
        let mark = "----a-line-that-no-file-has";
        let mut body = Vec::new();
        for (name, value) in fields.iter().filter(|(name, _)| name != field) {
            let head = format!("--{mark}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(format!("{head}{value}\r\n").as_bytes());
        }
        let disposition = format!("form-data; name=\"{field}\"; filename=\"{file_name}\"");
        let kind = "application/octet-stream";
        let head = format!("--{mark}\r\nContent-Disposition: {disposition}\r\nContent-Type: {kind}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content.as_ref());
        body.extend_from_slice(format!("\r\n--{mark}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={mark}");
        self.page = self.request_as("POST", &action, Some((body, &kind)));
        if let Some(there) = self.page.header("location").map(String::from) {
            self.open(&there);
        }
        &self.page
    }

    /// Changes the language of a page with a form by the button at its head.
    pub fn switch_language(&mut self, language: &str) -> &Page {
        let found = self.page.languages.iter().find(|(text, _)| text == language);
        let (_, action) = found.unwrap_or_else(|| panic!("no {language} at {}", self.page.path)).clone();
        let mut buttons = self.page.forms.iter().flat_map(|form| &form.buttons);
        let (own, ..) = buttons.find(|(_, name, _)| name.is_empty()).unwrap().clone();
        let (_, _, mut fields) = self.filled(&own);
        fields.push(("keep".to_string(), "yes".to_string()));
        self.page = self.post(&action, &fields);
        if let Some(there) = self.page.header("location").map(String::from) {
            self.open(&there);
        }
        &self.page
    }

    /// What pressing a button would send: method, address, fields.
    pub fn filled(&self, button: &str) -> (String, String, Vec<(String, String)>) {
        let forms = self.page.forms.iter();
        let found = forms.flat_map(|form| form.buttons.iter().map(move |one| (form, one)));
        let mut found =
            found.filter(|(_, (text, ..))| text == button || text.starts_with(&format!("{button}:")));
        let Some((form, (_, name, value))) = found.next() else {
            panic!("no button “{button}” at {} ({}): {}", self.page.path, self.page.status, self.page.text)
        };
        let sent =
            form.fields.iter().filter(|field| !field.name.is_empty() && field.kind != Kind::Tick(false));
        let mut fields: Vec<_> = sent.map(|field| (field.name.clone(), field.value.clone())).collect();
        if !name.is_empty() {
            fields.push((name.clone(), value.clone()));
        }
        let action = if form.action.is_empty() { self.page.path.clone() } else { form.action.clone() };
        (form.method.clone(), action, fields)
    }

    /// Asks for one page and takes what comes.
    pub fn get(&mut self, path: &str) -> Page {
        self.request("GET", path, None)
    }

    /// Sends a form as a page of ours would.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        self.request("POST", path, Some(encode(fields)))
    }

    /// Sends a form that is on no page they see, with the token of a page that they do.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get("/organiser/account");
        let token =
            page.forms.iter().flat_map(|form| &form.fields).find(|field| field.name == "csrf").unwrap();
        let all = [("csrf", token.value.as_str())].into_iter().chain(fields.iter().copied());
        let all: Vec<_> = all.map(|(name, value)| (name.to_string(), value.to_string())).collect();
        self.post(path, &all)
    }

    /// Any request.
    pub fn request(&mut self, method: &str, path: &str, body: Option<String>) -> Page {
        let kind = "application/x-www-form-urlencoded";
        self.request_as(method, path, body.map(|body| (body.into_bytes(), kind)))
    }

    /// The same with a body of any kind.
    pub fn request_as(&mut self, method: &str, path: &str, body: Option<(Vec<u8>, &str)>) -> Page {
        let path = path.strip_prefix(self.base.as_str()).unwrap_or(path).to_string();
        // The library would keep cookies of its own beside ours.
        self.agent.cookie_jar_lock().clear();
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base))
            .header("accept-language", &self.accept_language)
            .header("cookie", cookies.join("; "));
        if let Some((_, kind)) = &body {
            request = request.header("content-type", *kind);
            if !self.extra.iter().any(|(name, _)| name == "origin" || name == "sec-fetch-site") {
                request = request.header("origin", &self.base);
            }
        }
        for (name, value) in &self.extra {
            request = request.header(name, value);
        }
        let answer = match body {
            Some((body, _)) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        self.take(path, answer.unwrap())
    }

    fn take(&mut self, path: String, mut answer: Response<ureq::Body>) -> Page {
        let headers: Vec<(String, String)> = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_string(), value.to_string());
            }
        }
        let status = answer.status().as_u16();
        let bytes = answer.body_mut().read_to_vec().unwrap_or_default();
        let html = String::from_utf8_lossy(&bytes).into_owned();
        Page { bytes, ..Page::read(status, path, headers, html) }
    }

    /// Loses every cookie, as in another browser.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    /// What the browser keeps under a name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts something else under a name.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_string(), value.to_string());
    }
}

/// `name=value&…`
pub fn encode(fields: &[(String, String)]) -> String {
    let escape = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._*".contains(&byte);
        let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        text.bytes().map(one).collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect::<Vec<_>>()
        .join("&")
}
