//! The page that says what a file would change, with everything that can be chosen about it.

use askama::Template;
use chrono::{Days, NaiveDate};

use super::plan_rows::{MOST_SHOWN, Section, sections};
use super::typed::{AGREED, ASKED, COLUMN, STATE, TOPIC, TOPIC_NAME, delimiter_code, read_as};
use crate::documents::participant_list::{Column, DELIMITERS, ENCODINGS, Source};
use crate::domain::problems::{Message, Problems};
use crate::services::imports::uploads::CheckedUpload;
use crate::services::imports::{
    AnswerChange, Coming, Counts, Fate, FileColumn, IGNORE, ImportMail, ImportOptions, ImportPlan,
    PersonChange, Speaker, Use, Why, describe, own_state_key,
};
use crate::web::answers;
use crate::web::error::PageError;
use crate::web::forms::Choice;
use crate::web::organiser::frame;
use crate::web::organiser::misfits::{self, MisfitRow};
use crate::web::page::Page;
use crate::web::paging::ROWS;
use crate::web::visit::Visit;

/// Most topics that can be chosen one by one.
const MOST_TOPICS: usize = 300;
/// In how many days an invitation is answered unless somebody says otherwise.
const ANSWERED_IN: u64 = 14;
/// Most topics of the event that are offered while a name is typed.
const MOST_OFFERED: usize = 500;

#[derive(Template)]
#[template(path = "organiser/imports/plan.html")]
pub(super) struct PlanPage {
    page: Page,
    /// Address of this page.
    url: String,
    file_name: String,
    facts: String,
    /// What has to be known before anything, in the order of harm.
    warnings: Vec<String>,
    lack: Option<Message>,
    /// Published meetings that would no longer fit: what is said of them, and which.
    breaks: Option<Breaking>,
    counts: Counts,
    mails: bool,
    problems: Problems,
    coming: Vec<Choice>,
    /// Until when those are asked who are new.
    answer_by: String,
    reading: ReadingFields,
    columns: Vec<ColumnRow>,
    states: Vec<StateRow>,
    topics: Option<TopicsPart>,
    changes: Vec<ChangeRow>,
    more_changes: usize,
    sections: Vec<Section>,
}

/// How the file is read.
struct ReadingFields {
    read_as: String,
    encodings: Vec<Choice>,
    delimiters: Vec<Choice>,
    sheets: Vec<Choice>,
}

struct ColumnRow {
    name: String,
    letter: String,
    title: String,
    samples: String,
    state: String,
    /// The class of the state's sign.
    class: &'static str,
    note: String,
    is_open: bool,
    choices: Vec<Choice>,
}

struct StateRow {
    name: String,
    label: String,
    rows: usize,
    is_open: bool,
    choices: Vec<Choice>,
}

struct TopicsPart {
    rows: Vec<TopicRow>,
    more: usize,
    from: String,
    /// What the event has, for whoever types a name.
    known: Vec<String>,
}

struct TopicRow {
    tick: String,
    field: String,
    label: String,
    rows: usize,
    is_taken: bool,
    value: String,
}

struct ChangeRow {
    key: String,
    is_taken: bool,
    who: String,
    line: usize,
    question: String,
    old: String,
    new: String,
    said: String,
}

impl PlanPage {
    /// The page with what is wrong with what was typed.
    pub(super) fn with_problems(self, problems: Problems) -> PlanPage {
        PlanPage { page: self.page.with_problems(&problems), problems, ..self }
    }

    /// How many rows can be imported.
    fn good(&self) -> usize {
        self.counts.new + self.counts.changed + self.counts.registers
    }
}

/// The page of a file that was checked, and what was wrong with how it was to be read.
pub(super) fn of(
    visit: &Visit,
    checked: &CheckedUpload,
    options: &ImportOptions,
    problem: Option<Message>,
) -> Result<PlanPage, PageError> {
    let page = frame::below(visit, visit.access()?, "nav-import", "/import")?;
    let CheckedUpload { file_name, plan, .. } = checked;
    let words = page.words;
    let open_states = plan.states.iter().filter(|state| state.fate.is_none()).count();
    let states = (open_states > 0).then(|| page.t1("import-states-open", "count", open_states));
    let problem = problem.map(|message| page.message(&message));
    let warnings = [problem, describe::doubt(words, plan), describe::undecided(words, plan), states]
        .into_iter()
        .flatten();
    let changes = change_rows(visit, &page, &plan.changes)?;
    Ok(PlanPage {
        url: visit.path().to_string(),
        file_name: file_name.clone(),
        facts: describe::file(words, plan),
        warnings: warnings.collect(),
        lack: plan.lack.clone(),
        breaks: plan.breaks.as_ref().map(|broken| {
            let (meetings, people) = (broken.meetings.len(), broken.count_people());
            let shown = broken.meetings.iter().take(ROWS);
            Breaking {
                told: page.t2("import-breaks", "meetings", meetings, "people", people),
                rows: misfits::rows(&page, broken, shown),
                more: meetings.saturating_sub(ROWS),
            }
        }),
        counts: plan.counts(),
        mails: options.mail == ImportMail::NewParticipants,
        problems: Problems::new(),
        coming: coming(&page, options.coming),
        answer_by: answer_by(visit, options.coming)?,
        reading: reading(&page, plan, options),
        columns: column_rows(&page, checked),
        states: state_rows(&page, plan),
        topics: topics(checked, options),
        more_changes: changes.len().saturating_sub(MOST_SHOWN),
        changes: changes.into_iter().take(MOST_SHOWN).collect(),
        sections: sections(&page, &plan.rows),
        page,
    })
}

/// Published meetings that the import breaks: how many, and the first of them.
struct Breaking {
    told: String,
    rows: Vec<MisfitRow>,
    more: usize,
}

/// Whether those who are new come, or are asked.
fn coming(page: &Page, chosen: Coming) -> Vec<Choice> {
    vec![
        choice(AGREED, page.t("import-coming-agreed"), chosen == Coming::Agreed),
        choice(ASKED, page.t("import-coming-asked"), chosen != Coming::Agreed),
    ]
}

/// Two weeks from now unless somebody says otherwise, and not after the event.
fn answer_by(visit: &Visit, chosen: Coming) -> Result<String, PageError> {
    let event = visit.access()?.event();
    let today = visit.app().clock.now().with_timezone(&event.time_zone).date_naive();
    let day = match chosen {
        Coming::Asked(day) if day == NaiveDate::default() => return Ok(String::new()),
        Coming::Asked(day) => day,
        Coming::Agreed => event.starts_on.min(today + Days::new(ANSWERED_IN)),
    };
    Ok(day.to_string())
}

fn choice(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Choice {
    Choice { value: value.into(), label: label.into(), help: String::new(), chosen }
}

fn reading(page: &Page, plan: &ImportPlan, options: &ImportOptions) -> ReadingFields {
    let chosen = &options.choices.reading;
    let mut fields = ReadingFields {
        read_as: read_as(chosen),
        encodings: Vec::new(),
        delimiters: Vec::new(),
        sheets: Vec::new(),
    };
    match &plan.source {
        Source::Text { encoding, delimiter, .. } => {
            let guess = |label: &str| choice("", page.t1("import-guessed", "as", label), false);
            fields.encodings.push(guess(encoding));
            let is_chosen = |name: &str| chosen.encoding.as_deref() == Some(name);
            fields.encodings.extend(ENCODINGS.iter().map(|name| choice(*name, *name, is_chosen(name))));
            let name = |sign| describe::delimiter_name(page.words, sign);
            fields.delimiters.push(guess(&name(*delimiter)));
            let signs = DELIMITERS.into_iter();
            let signs =
                signs.map(|sign| choice(delimiter_code(sign), name(sign), chosen.delimiter == Some(sign)));
            fields.delimiters.extend(signs);
        }
        Source::Book { sheet, sheets } => {
            fields.read_as = read_as(chosen);
            fields.sheets = sheets.iter().map(|name| choice(name, name, name == sheet)).collect();
            if chosen.sheet.is_none() {
                fields.sheets.insert(0, choice("", page.t1("import-guessed", "as", sheet), true));
            }
        }
    }
    fields
}

/// The columns that nobody knows first.
fn column_rows(page: &Page, checked: &CheckedUpload) -> Vec<ColumnRow> {
    let mut rows: Vec<ColumnRow> =
        checked.plan.columns.iter().map(|column| column_row(page, checked, column)).collect();
    rows.sort_by_key(|row| !row.is_open);
    rows
}

fn column_row(page: &Page, checked: &CheckedUpload, column: &FileColumn) -> ColumnRow {
    let code = column.code();
    let is_open = column.used == Use::Undecided;
    let mut choices = Vec::new();
    if is_open {
        choices.push(choice("", page.t("import-column-choose"), true));
    }
    choices.push(choice(IGNORE, page.t("import-column-ignore"), code == IGNORE));
    choices.extend(
        Column::choices().map(|known| {
            choice(known.code(), describe::column_name(page.words, known), code == known.code())
        }),
    );
    for (question, label) in &checked.questions {
        choices.push(choice(
            question,
            page.t1("import-column-question", "question", label),
            code == *question,
        ));
    }
    let (state, class) = match &column.used {
        Use::Column(_) | Use::Question(_) => ("import-column-taken", "good"),
        Use::Ignored(_) => ("import-column-ignored", ""),
        Use::Undecided => ("import-column-open", "waiting"),
    };
    let empty = checked.plan.rows.len().saturating_sub(column.filled);
    let note = match column.used {
        Use::Ignored(Why::Buyer) => page.t("import-why-buyer"),
        Use::Ignored(Why::Bookkeeping) => page.t("import-why-bookkeeping"),
        _ if column.filled > 0 && empty > 0 => page.t1("import-column-empty", "count", empty),
        _ => String::new(),
    };
    ColumnRow {
        name: format!("{COLUMN}{}", column.at),
        letter: letter(column.at),
        title: if column.title.is_empty() { page.t("import-column-untitled") } else { column.title.clone() },
        samples: column.samples.join(" · "),
        state: page.t(state),
        class,
        note,
        is_open,
        choices,
    }
}

/// What spreadsheets call a column.
fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

fn state_rows(page: &Page, plan: &ImportPlan) -> Vec<StateRow> {
    let fates = |chosen: Option<Fate>| {
        let open = chosen.is_none().then(|| choice("", page.t("import-column-choose"), true));
        let fates = Fate::ALL.into_iter();
        let fates = fates.map(|fate| {
            choice(fate.code(), page.t(&format!("import-fate-{}", fate.code())), chosen == Some(fate))
        });
        open.into_iter().chain(fates).collect::<Vec<_>>()
    };
    let theirs = plan.states.iter().take(MOST_SHOWN).map(|state| StateRow {
        name: format!("{STATE}{}", state.key),
        label: page.t2("import-state-theirs", "state", &state.state, "title", &state.title),
        rows: state.rows,
        is_open: state.fate.is_none(),
        choices: fates(state.fate),
    });
    let ours = plan.own_states.iter().map(|(state, rows, fate)| StateRow {
        name: format!("{STATE}{}", own_state_key(state.code())),
        label: page.t1("import-state-ours", "here", state.code()),
        rows: *rows,
        is_open: false,
        choices: [Fate::Import, Fate::LeaveOut]
            .map(|one| {
                let word = if one == Fate::Import { "import-own-import" } else { "import-own-leave" };
                choice(one.code(), page.t(word), *fate == one)
            })
            .to_vec(),
    });
    theirs.chain(ours).collect()
}

fn topics(checked: &CheckedUpload, options: &ImportOptions) -> Option<TopicsPart> {
    let all = &checked.plan.topics;
    let rows = all.iter().take(MOST_TOPICS).map(|topic| TopicRow {
        tick: format!("{TOPIC}{}", topic.key),
        field: format!("{TOPIC_NAME}{}", topic.key),
        label: topic.label.clone(),
        rows: topic.rows,
        is_taken: topic.taken.is_some(),
        value: topic.taken.clone().unwrap_or_else(|| topic.label.clone()),
    });
    let from = options.choices.topics_from.map(|from| from.to_string()).unwrap_or_default();
    (!all.is_empty()).then(|| TopicsPart {
        rows: rows.collect(),
        more: all.len().saturating_sub(MOST_TOPICS),
        from,
        known: checked.known_topics.iter().take(MOST_OFFERED).cloned().collect(),
    })
}

fn change_rows(visit: &Visit, page: &Page, changes: &[PersonChange]) -> Result<Vec<ChangeRow>, PageError> {
    let zone = visit.access()?.event().time_zone;
    let row = |person: &PersonChange, answer: &AnswerChange| {
        let (question, values) = answers::tell_change(page, &answer.change);
        let (old, new) = values.unwrap_or_default();
        let when = page.words.moment(answer.said.at, zone);
        let by = match &answer.said.by {
            Speaker::Themselves => page.t("import-said-themselves"),
            Speaker::Organiser(name) if !name.is_empty() => name.clone(),
            Speaker::Organiser(_) => page.t("actor-organiser"),
            Speaker::Import => page.t("import-said-import"),
        };
        ChangeRow {
            key: answer.key.clone(),
            is_taken: answer.is_taken,
            who: person.name.clone(),
            line: person.line,
            question,
            old,
            new,
            said: format!("{by}, {when}"),
        }
    };
    let mut rows: Vec<ChangeRow> = changes
        .iter()
        .flat_map(|person| person.answers.iter().map(move |answer| row(person, answer)))
        .collect();
    // What needs a decision first.
    rows.sort_by_key(|row| row.is_taken);
    Ok(rows)
}
