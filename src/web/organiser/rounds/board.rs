//! The board of a round: some slots and some tables at a time, as many as a reader takes in at once.

use std::collections::{HashMap, HashSet};

use crate::zones::Zone;

use super::full_name;
use crate::documents::pictures::board;
use crate::domain::event::{Programme, Slot};
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::participant::Participant;
use crate::domain::round::{PairRule, PairRuleKind};
use crate::services::rounds::{Outline, RoundView};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

/// Most slots that are drawn one below the other; of more, one is chosen.
const MOST_SLOTS: usize = 16;
/// Most rows of a board: with fewer slots, more tables.
const MOST_ROWS: usize = 20;

/// Two people of a meeting.
type Pair = (ParticipantId, ParticipantId);

/// What of the board is shown.
pub(super) struct Window {
    /// By their places in the programme.
    slots: Vec<usize>,
    /// The slot that is chosen; empty for all of them.
    pub chosen: String,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
    /// Over the tables, or where there are none over the meetings of a slot.
    pub pager: Pager,
    /// Slot of the window, column and pair of each meeting.
    cells: Vec<(usize, u32, Pair)>,
}

/// The slot that a query names, if the event has it.
pub(super) fn chosen_slot<'a>(visit: &Visit, programme: &'a Programme) -> Option<&'a Slot> {
    programme.slots.iter().find(|slot| slot.id.as_str() == visit.query.one("slot"))
}

impl Window {
    /// The part that a query asks for: all slots, where they are not too many, or one.
    pub fn of(visit: &Visit, page: &Page, outline: &Outline, url: &str) -> Window {
        let (programme, zone) = (&outline.view.programme, outline.view.event.time_zone);
        let all: HashMap<&SlotId, usize> =
            programme.slots.iter().enumerate().map(|(place, slot)| (&slot.id, place)).collect();
        let fits_whole = programme.slots.len() <= MOST_SLOTS;
        let first_used = || outline.places.iter().find_map(|(_, _, slot, ..)| all.get(slot).copied());
        let chosen = chosen_slot(visit, programme).and_then(|slot| all.get(&slot.id).copied());
        let chosen = if fits_whole { chosen } else { chosen.or_else(first_used) };
        let slots = chosen.map_or_else(|| (0..programme.slots.len()).collect(), |one| vec![one]);
        let columns = columns(outline, &all, &slots);
        let last = columns.iter().map(|(_, column, _)| *column).max().unwrap_or(0);
        let bands = (MOST_ROWS / slots.len().max(1)).clamp(1, 10);
        let size = bands * usize::try_from(board::COLUMNS).unwrap_or(1);
        let list = List { field: "tables", head: "board", size };
        let pager = list.pager_at(url, visit, usize::try_from(last).unwrap_or(usize::MAX));
        let is_shown = |column: u32| {
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            (pager.first()..=pager.last()).contains(&column)
        };
        let cells = columns.into_iter().filter(|(_, column, _)| is_shown(*column)).collect();
        let id = |place: usize| programme.slots.get(place).map(|slot| slot.id.as_str().to_string());
        let chosen = chosen.and_then(id).unwrap_or_default();
        let one = |slot: &Slot| {
            let time = page.words.day_and_time(slot.starts_at, slot.ends_at, zone);
            Choice::new(slot.id.as_str(), time, slot.id.as_str() == chosen)
        };
        let whole = fits_whole.then(|| Choice::new("", page.t("round-slots-all"), chosen.is_empty()));
        let choices = whole.into_iter().chain(programme.slots.iter().map(one)).collect();
        Window { slots, choices, pager, cells, chosen }
    }

    /// The pairs that are shown.
    pub fn pairs(&self) -> HashSet<Pair> {
        self.cells.iter().map(|(.., pair)| pair.clone()).collect()
    }

    /// The picture, in bands of tables.
    pub fn bands(&self, page: &Page, view: &RoundView) -> Vec<board::Band> {
        let rules: HashMap<(&ParticipantId, &ParticipantId), &PairRule> =
            view.rules.iter().map(|rule| ((&rule.a, &rule.b), rule)).collect();
        let drafts: HashMap<_, _> =
            view.meetings.iter().map(|draft| ((&draft.meeting.a, &draft.meeting.b), draft)).collect();
        let meetings = self.cells.iter().filter_map(|(slot, column, (a, b))| {
            let draft = drafts.get(&(a, b))?;
            let pinned = rules.get(&(a, b)).is_some_and(|rule| rule.kind == PairRuleKind::Pin);
            let wished = draft.meeting.terms.iter().any(|term| term.term == "mutual_wish");
            Some(board::Meeting {
                slot: *slot,
                table: Some(*column),
                first: party(&draft.a),
                second: party(&draft.b),
                marks: board::Marks { pinned, wished, ..board::Marks::default() },
            })
        });
        let picture = board::Board {
            id: "board".to_string(),
            title: page.t1("round-title", "number", view.round.number),
            description: page.t1("round-board-shown", "meetings", self.cells.len()),
            table: page.t("round-table"),
            slots: self.heads(page, &view.programme, view.event.time_zone),
            meetings: meetings.collect(),
        };
        let column = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        if self.pager.total == 0 {
            return Vec::new();
        }
        board::bands_among(&picture, (column(self.pager.first()), column(self.pager.last())), board::COLUMNS)
    }

    /// The slots with what stands before each: a day, or a pause.
    fn heads(&self, page: &Page, programme: &Programme, zone: Zone) -> Vec<board::Slot> {
        let mut before: Option<&Slot> = None;
        let mut out = Vec::new();
        for slot in self.slots.iter().filter_map(|place| programme.slots.get(*place)) {
            let day = slot.starts_at.with_timezone(&zone).date_naive();
            let is_same_day = |earlier: &&Slot| earlier.starts_at.with_timezone(&zone).date_naive() == day;
            let after = match before.filter(is_same_day) {
                Some(earlier) if earlier.block != slot.block => {
                    page.words.time_range(earlier.ends_at, slot.starts_at, zone)
                }
                Some(_) => String::new(),
                None => page.words.long_date(day),
            };
            out.push(board::Slot { label: page.words.time(slot.starts_at, zone), after });
            before = Some(slot);
        }
        out
    }
}

/// Where each meeting of these slots stands: at its table, or in the slot's next free column.
fn columns(outline: &Outline, all: &HashMap<&SlotId, usize>, slots: &[usize]) -> Vec<(usize, u32, Pair)> {
    let rows: HashMap<usize, usize> = slots.iter().enumerate().map(|(row, place)| (*place, row)).collect();
    let mut taken: HashMap<usize, HashSet<u32>> = HashMap::new();
    let mut next: HashMap<usize, u32> = HashMap::new();
    let mut cells = Vec::new();
    for (a, b, slot, table, _) in &outline.places {
        let Some(row) = all.get(slot).and_then(|place| rows.get(place)).copied() else { continue };
        let taken = taken.entry(row).or_default();
        let column = table.unwrap_or_else(|| {
            let next = next.entry(row).or_insert(1);
            while taken.contains(next) {
                *next += 1;
            }
            *next
        });
        taken.insert(column);
        cells.push((row, column, (a.clone(), b.clone())));
    }
    cells
}

fn party(participant: &Participant) -> board::Party {
    board::Party { short: participant.profile.person.organisation.clone(), full: full_name(participant) }
}
