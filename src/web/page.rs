//! What every page carries around its own content: language, event, ways to go, notice. `layout.html` prints it.

use std::fmt::Display;

use super::csrf::FormToken;
use crate::domain::colour::PETROL;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::picture::PictureKind;
use crate::domain::problems::{Message, Problem, Problems};
use crate::words::Words;

/// The frame of a page; the field `page` of every page's struct.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words of the page's language.
    pub words: Words,
    /// The page's language.
    pub lang: Lang,
    /// Path and query of the page, to which the language links lead; of a form's answer, those of the form.
    pub path: String,
    /// The event that the page belongs to.
    pub event: Option<EventHeader>,
    /// Where the reader can go from here: the parts of *My event* or of the back office.
    pub nav: Vec<NavLink>,
    /// The pages of that part, where it has more than one.
    pub subnav: Vec<NavLink>,
    /// The pages above this one, outermost first.
    pub crumbs: Vec<Crumb>,
    /// The organiser who is signed in.
    pub account: Option<AccountMenu>,
    /// What just happened, or what the reader must know first.
    pub notice: Option<Notice>,
    /// What the organiser has just done and may undo.
    pub just_done: Option<JustDone>,
    /// The token that forms carry against requests from other sites.
    pub csrf: FormToken,
    /// Where the page's form, whose id is `typed`, is sent: the language changes by sending it, so that nothing typed is
    /// lost. Nothing for a page without such a form.
    pub typed_form: Option<String>,
    /// Stands before the title: `Error:` where an answer was refused, else empty.
    pub title_prefix: String,
}

/// The event at the head of its pages.
#[derive(Debug, Clone)]
pub struct EventHeader {
    /// Its name in the page's language.
    pub name: String,
    /// Address of its page, `/e/SLUG`.
    pub url: String,
    /// Its accent colour, `#rrggbb`.
    pub accent: String,
    /// Who invites; empty if unknown.
    pub organiser: String,
    /// Where people write to; empty if unknown.
    pub contact: String,
    pub logo: Option<ShownPicture>,
    /// What the reader must know of an event that is not public; else empty.
    pub standing: String,
}

/// A picture of the event as pages show it.
#[derive(Debug, Clone)]
pub struct ShownPicture {
    pub url: String,
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl ShownPicture {
    /// A picture at an address below `base`: the digest in it makes browsers fetch a new one at once.
    pub fn of(event: &Event, kind: PictureKind, base: &str) -> Option<ShownPicture> {
        let picture = event.pictures.get(kind)?;
        Some(ShownPicture {
            url: format!("{base}/pictures/{}?v={}", kind.code(), picture.digest),
            alt: picture.alt.clone(),
            width: picture.width,
            height: picture.height,
        })
    }
}

impl EventHeader {
    /// Whether the event has a style sheet of its own.
    pub fn has_accent(&self) -> bool {
        self.accent != PETROL
    }

    /// Whether everybody may see its pages: a draft's address is that of its back office.
    fn is_public(&self) -> bool {
        self.url.starts_with("/e/")
    }
}

/// A way to go.
#[derive(Debug, Clone)]
pub struct NavLink {
    /// What is there, in the page's language.
    pub label: String,
    /// Its address.
    pub url: String,
    /// Whether this page is there.
    pub current: bool,
}

/// The page in one language.
#[derive(Debug, Clone)]
pub struct LanguageLink {
    /// The language.
    pub lang: Lang,
    /// The page's address in it.
    pub url: String,
    /// Whether it is the page's language.
    pub current: bool,
}

/// A page above this one.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Its name in the page's language.
    pub label: String,
    /// Its address.
    pub url: String,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct AccountMenu {
    /// The person's name.
    pub name: String,
    /// Where signing out is posted to.
    pub sign_out_url: String,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Success,
    /// Good to know.
    Info,
    /// To be taken care of.
    Warning,
    /// It did not work.
    Failure,
}

impl Tone {
    /// Its class in the stylesheet.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Success => "success",
            Tone::Info => "info",
            Tone::Warning => "warning",
            Tone::Failure => "failure",
        }
    }

    /// Key of its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Tone::Success => "notice-success",
            Tone::Info => "notice-info",
            Tone::Warning => "notice-warning",
            Tone::Failure => "notice-failure",
        }
    }
}

/// A sentence at the head of a page.
#[derive(Debug, Clone)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence, in the page's language.
    pub text: String,
}

/// What was just done, with the way to undo it.
#[derive(Debug, Clone)]
pub struct JustDone {
    /// What it was.
    pub text: String,
    /// Which mails about it wait; empty if none.
    pub mails: String,
    /// Address of the act.
    pub url: String,
}

impl Page {
    /// A page of the product itself.
    pub fn new(lang: Lang, path: impl Into<String>, csrf: impl Into<FormToken>) -> Page {
        Page {
            words: Words::of(lang),
            lang,
            path: path.into(),
            event: None,
            nav: Vec::new(),
            subnav: Vec::new(),
            crumbs: Vec::new(),
            account: None,
            notice: None,
            just_done: None,
            csrf: csrf.into(),
            typed_form: None,
            title_prefix: String::new(),
        }
    }

    /// The same page as one of an event's.
    pub fn of_event(mut self, event: EventHeader) -> Page {
        self.event = Some(event);
        self
    }

    /// The same page with one more way to go; `key` names it in the catalogue. The page's own path marks the one that is shown.
    pub fn with_link(mut self, key: &str, url: impl Into<String>) -> Page {
        let url = url.into();
        let current = self.path.split('?').next() == Some(url.as_str());
        self.nav.push(NavLink { label: self.t(key), url, current });
        self
    }

    /// The same page below another one.
    pub fn below(mut self, label: impl Into<String>, url: impl Into<String>) -> Page {
        self.crumbs.push(Crumb { label: label.into(), url: url.into() });
        self
    }

    /// The same page for an organiser who is signed in.
    pub fn signed_in(mut self, name: impl Into<String>, sign_out_url: impl Into<String>) -> Page {
        self.account = Some(AccountMenu { name: name.into(), sign_out_url: sign_out_url.into() });
        self
    }

    /// The same page with a sentence at its head.
    pub fn with_notice(mut self, tone: Tone, text: impl Into<String>) -> Page {
        self.notice = Some(Notice { tone, text: text.into() });
        self
    }

    /// The same page after a refused answer: its title says so first.
    pub fn with_problems(mut self, problems: &Problems) -> Page {
        self.title_prefix = if problems.is_empty() { String::new() } else { self.t("error-title-prefix") };
        self
    }

    /// The same page with a form of the id `typed` that is sent there.
    pub fn keeping_typed(mut self, action: &str) -> Page {
        self.typed_form = Some(action.to_string());
        self
    }

    /// Where it is stated how accessible the page is.
    pub fn accessibility_url(&self) -> String {
        format!("{}/accessibility", self.public_url())
    }

    /// Where it is said how data is protected.
    pub fn privacy_url(&self) -> String {
        format!("{}/privacy", self.public_url())
    }

    /// Where it is said who answers for the page.
    pub fn imprint_url(&self) -> String {
        format!("{}/imprint", self.public_url())
    }

    /// Where a barrier on the page is reported.
    pub fn barrier_url(&self) -> String {
        format!("{}/barrier", self.public_url())
    }

    /// Beginning of the addresses of the event's public pages; empty for those of the site.
    fn public_url(&self) -> &str {
        self.event.as_ref().filter(|event| event.is_public()).map_or("", |event| &event.url)
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The text of a key with one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl Display) -> String {
        self.words.t1(key, name, value)
    }

    /// The text of a key with two arguments.
    pub fn t2(
        &self,
        key: &str,
        name: &str,
        value: impl Display,
        name2: &str,
        value2: impl Display,
    ) -> String {
        self.words.t2(key, name, value, name2, value2)
    }

    /// The text of a message.
    pub fn message(&self, message: &Message) -> String {
        self.words.message(message)
    }

    /// This page in each language, in the order in which they are offered: the same path and query, with `lang`.
    pub fn languages(&self) -> [LanguageLink; 3] {
        Lang::ALL.map(|lang| LanguageLink { lang, url: self.path_in(lang), current: lang == self.lang })
    }

    fn path_in(&self, lang: Lang) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let mut parts: Vec<&str> =
            query.split('&').filter(|part| !part.is_empty() && !part.starts_with("lang=")).collect();
        let choice = format!("lang={lang}");
        parts.push(&choice);
        format!("{path}?{}", parts.join("&"))
    }

    /// The problems that the page's summary lists: the first one of each field, as the field itself shows.
    pub fn summary<'a>(&self, problems: &'a Problems) -> Vec<&'a Problem> {
        let mut listed: Vec<&Problem> = Vec::new();
        for problem in problems.iter() {
            if !listed.iter().any(|earlier| earlier.field == problem.field) {
                listed.push(problem);
            }
        }
        listed
    }
}
