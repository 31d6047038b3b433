//! The topic picker: what somebody offers and seeks, from posted fields to what was typed and back to fields.
//!
//! A long list is shown a page at a time and found by words, without a script: searching and turning pages send the form,
//! which brings everything back that was ticked and typed, on whatever page of the list that is.

use std::collections::{HashMap, HashSet};

use super::page::Page;
use super::paging;
use super::posted::Posted;
use super::visit::Visit;
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::domain::profile_input::{InterestInput, InterestsInput};
use crate::domain::search::{self, Wanted};
use crate::domain::text;

/// Most topics that are shown all at once.
const MOST_AT_ONCE: usize = 80;
/// Topics on a page of a longer list, and most of those that were touched which stand above it.
const ROWS: usize = 40;

/// The words to be found, and those that the page was made for: where they differ, whoever sent the form wants to search.
const SEARCH: &str = "topics-search";
const SEARCHED: &str = "topics-searched";
/// The page that was shown, and the button that turns to another one.
const SHOWN: &str = "topics-page";
const TURN: &str = "topics-turn";
/// What was ticked and typed of topics that the page does not show: one field, since a form has few.
const UNSEEN: &str = "topics-unseen";

/// A main topic with its own topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicGroup {
    /// The main topic; empty where the event's list has one level only.
    pub label: String,
    /// What can be ticked.
    pub rows: Vec<TopicRow>,
}

/// One topic of the picker with what was ticked and typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicRow {
    /// The topic's id; part of the field names `offer-ID`, `offer_text-ID`, `seek-ID`, `seek_text-ID`.
    pub id: String,
    /// The topic in the page's language.
    pub label: String,
    /// Whether "I offer" is ticked.
    pub offer: bool,
    /// What exactly is offered.
    pub offer_text: String,
    /// Whether "I seek" is ticked.
    pub seek: bool,
    /// What exactly is sought.
    pub seek_text: String,
}

/// The picker as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopicPicker {
    /// What was touched, above a list that shows a part of all.
    pub chosen: Vec<TopicRow>,
    pub groups: Vec<TopicGroup>,
    /// Where the list is cut; none where it is shown whole.
    pub part: Option<ListPart>,
}

/// Which part of a long list is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPart {
    pub search: String,
    pub number: usize,
    pub pages: usize,
    pub first: usize,
    pub last: usize,
    pub total: usize,
    /// How many that were touched are not on this page.
    pub hidden: usize,
    /// What was ticked and typed of them, as the form brings it back.
    pub unseen: String,
}

impl ListPart {
    /// The page before, if there is one.
    pub fn previous(&self) -> Option<usize> {
        (self.number > 1).then(|| self.number - 1)
    }

    /// The page after, if there is one.
    pub fn next(&self) -> Option<usize> {
        (self.number < self.pages).then(|| self.number + 1)
    }
}

// ---- from the form ----

/// What somebody offers and seeks, as posted.
pub fn interests(form: &Posted, programme: &Programme) -> InterestsInput {
    // What cannot be read was made by no page of ours.
    let unseen: InterestsInput = serde_json::from_str(form.one(UNSEEN)).unwrap_or_default();
    let mut touched: HashMap<String, InterestInput> =
        unseen.0.into_iter().map(|row| (row.topic.clone(), row)).collect();
    for (name, value) in form.pairs() {
        if let Some((side, id)) = name.split_once('-') {
            put(&mut touched, side, id, value);
        }
    }
    let is_touched = |row: &InterestInput| {
        row.offer || row.seek || !row.offer_text.trim().is_empty() || !row.seek_text.trim().is_empty()
    };
    let row = |topic: &Topic| {
        let row = touched.remove(topic.id.as_str()).filter(is_touched)?;
        Some(InterestInput { topic: topic.id.0.clone(), ..row })
    };
    InterestsInput(programme.topics.iter().filter_map(row).collect())
}

fn put(touched: &mut HashMap<String, InterestInput>, side: &str, id: &str, value: &str) {
    let row = match side {
        "offer" | "seek" | "offer_text" | "seek_text" => touched.entry(id.to_string()).or_default(),
        _ => return,
    };
    match side {
        "offer" => row.offer = true,
        "seek" => row.seek = true,
        "offer_text" => row.offer_text = value.to_string(),
        _ => row.seek_text = value.to_string(),
    }
}

/// Whether a form was sent to see another part of the list.
pub fn is_turned(form: &Posted) -> bool {
    form.has(TURN) || text::line(form.one(SEARCH)) != form.one(SEARCHED)
}

/// The address of the picker's page with the part of the list that a form asks for.
pub fn turned_to(path: &str, form: &Posted) -> String {
    let (search, number) = place(form);
    let number = if number > 1 { number.to_string() } else { String::new() };
    paging::query(path, &[(SEARCH, search.as_str()), (SHOWN, number.as_str())])
}

/// What is searched, and which page of what is found is asked for, of a form or a query.
fn place(fields: &Posted) -> (String, usize) {
    let search = text::line(fields.one(SEARCH));
    let is_searched_before = !fields.has(SEARCHED) || search == fields.one(SEARCHED);
    let number = match fields.one(TURN) {
        "" if is_searched_before => fields.one(SHOWN),
        "" => "",
        turn => turn,
    };
    (search, number.parse().unwrap_or(1).clamp(1, 100_000))
}

// ---- to the form ----

/// The picker: main topics with their own, and what was ticked and typed. What has a problem is shown on any page.
pub fn picker(
    visit: &Visit,
    page: &Page,
    (event, programme): (&Event, &Programme),
    input: &InterestsInput,
    problems: &Problems,
) -> TopicPicker {
    let rows = Rows::of(page, event, programme, input);
    if programme.topics.len() <= MOST_AT_ONCE {
        let all = programme.topics.iter().enumerate();
        return TopicPicker { groups: rows.groups(all), ..TopicPicker::default() };
    }
    let asked = if visit.form.has(SEARCH) { &visit.form } else { &visit.query };
    rows.part(place(asked), problems)
}

/// What the rows of a list are made from.
struct Rows<'a> {
    page: &'a Page,
    first: Lang,
    programme: &'a Programme,
    /// By topic.
    typed: HashMap<&'a str, &'a InterestInput>,
    /// Main topics that have topics of their own.
    heads: HashSet<&'a str>,
}

impl<'a> Rows<'a> {
    fn of(page: &'a Page, event: &Event, programme: &'a Programme, input: &'a InterestsInput) -> Rows<'a> {
        let parents = programme.topics.iter().filter_map(|topic| topic.parent.as_ref());
        Rows {
            page,
            first: event.first_language(),
            programme,
            typed: input.0.iter().map(|row| (row.topic.as_str(), row)).collect(),
            heads: parents.map(|id| id.as_str()).collect(),
        }
    }

    fn label(&self, topic: &'a Topic) -> &'a str {
        topic.label.get(self.page.lang, self.first)
    }

    fn row(&self, topic: &'a Topic) -> TopicRow {
        let typed = self.typed.get(topic.id.as_str()).copied().cloned().unwrap_or_default();
        let is_head = self.heads.contains(topic.id.as_str());
        let label = self.label(topic);
        TopicRow {
            id: topic.id.0.clone(),
            // A main topic with topics of its own is a heading; it can be ticked too.
            label: if is_head { self.page.t1("topic-in-general", "topic", label) } else { label.to_string() },
            offer: typed.offer,
            offer_text: typed.offer_text,
            seek: typed.seek,
            seek_text: typed.seek_text,
        }
    }

    /// Topics of the list below their main topics, each of which is before its own.
    fn groups(&self, topics: impl Iterator<Item = (usize, &'a Topic)>) -> Vec<TopicGroup> {
        let mut groups: Vec<TopicGroup> = Vec::new();
        let mut last = None;
        for (at, topic) in topics {
            let head = self.head(at, topic);
            let row = self.row(topic);
            match groups.last_mut().filter(|_| last == Some(head)) {
                Some(group) => group.rows.push(row),
                None => {
                    let label = head.map(|head| self.label(head).to_string()).unwrap_or_default();
                    groups.push(TopicGroup { label, rows: vec![row] });
                }
            }
            last = Some(head);
        }
        groups
    }

    /// The main topic under whose heading a topic stands.
    fn head(&self, at: usize, topic: &'a Topic) -> Option<&'a Topic> {
        if self.heads.contains(topic.id.as_str()) {
            return Some(topic);
        }
        topic.parent.as_ref()?;
        self.programme.topics.get(..at)?.iter().rfind(|above| above.parent.is_none())
    }

    /// A page of a long list, below what was touched.
    fn part(&self, (search, number): (String, usize), problems: &Problems) -> TopicPicker {
        let has_problem = |topic: &Topic| {
            ["offer", "seek"].iter().any(|side| problems.at(&format!("{side}_text-{}", topic.id)).is_some())
        };
        let touched = self.programme.topics.iter().filter(|topic| self.typed.contains_key(topic.id.as_str()));
        let mut touched: Vec<&Topic> = touched.collect();
        touched.sort_by_key(|topic| !has_problem(topic));
        let chosen: Vec<&Topic> = touched.iter().copied().take(ROWS).collect();
        let above: HashSet<&str> = chosen.iter().map(|topic| topic.id.as_str()).collect();
        let found = self.found(&search);
        let found: Vec<(usize, &Topic)> =
            found.into_iter().filter(|(_, topic)| !above.contains(topic.id.as_str())).collect();
        let pages = found.len().div_ceil(ROWS).max(1);
        let number = number.min(pages);
        let before = (number - 1) * ROWS;
        let shown: Vec<(usize, &Topic)> = found.iter().copied().skip(before).take(ROWS).collect();
        let seen: HashSet<&str> = shown.iter().map(|(_, topic)| topic.id.as_str()).collect();
        let is_unseen = |id: &&str| !above.contains(id) && !seen.contains(id);
        let unseen = touched.iter().map(|topic| topic.id.as_str()).filter(is_unseen);
        let unseen: Vec<InterestInput> =
            unseen.filter_map(|id| self.typed.get(id).copied().cloned()).collect();
        let part = ListPart {
            search,
            number,
            pages,
            first: before + usize::from(!shown.is_empty()),
            last: before + shown.len(),
            total: found.len(),
            hidden: unseen.len(),
            unseen: carried(unseen),
        };
        TopicPicker {
            chosen: chosen.into_iter().map(|topic| self.row(topic)).collect(),
            groups: self.groups(shown.into_iter()),
            part: Some(part),
        }
    }

    /// The topics in which all words stand, or in their main topic and them together, with their places in the list.
    fn found(&self, search: &str) -> Vec<(usize, &'a Topic)> {
        let wanted = Wanted::of(search);
        let fits = |(at, topic): &(usize, &'a Topic)| {
            let head = self.head(*at, topic).map(|head| self.label(head)).unwrap_or_default();
            wanted.is_anything() || wanted.fits(&search::key(&[self.label(topic), head]))
        };
        self.programme.topics.iter().enumerate().filter(fits).collect()
    }
}

/// Rows that a page does not show, as its form carries them; nothing where there are none.
fn carried(rows: Vec<InterestInput>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    serde_json::to_string(&InterestsInput(rows)).unwrap_or_default()
}
