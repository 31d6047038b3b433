//! What a table is called: its number, with the name and the zone that its organiser gave it; and who interprets there.

use super::Words;
use crate::domain::event::Programme;
use crate::domain::floor::Floor;
use crate::domain::ids::InterpreterId;
use crate::domain::interpreter::Interpreting;
use crate::domain::text;

impl Words {
    /// `Table 7`, or `Table 7, Acme, Hall B`.
    pub fn table(&self, floor: &Floor, number: u32) -> String {
        let number_words = self.t1("table-number", "number", number);
        std::iter::once(number_words).chain(said(floor, number)).collect::<Vec<_>>().join(", ")
    }

    /// `with interpreter Anna Schmidt`; none where nobody interprets.
    pub fn interpreter(&self, of: &Interpreting, who: Option<&InterpreterId>) -> Option<String> {
        Some(self.t1("meeting-interpreter", "name", text::shown_name(of.name(who)?)))
    }

    /// Table and interpreter: `Table 7, Hall B, with interpreter Anna Schmidt`; empty where there is neither.
    pub fn place(&self, lists: &Programme, table: Option<u32>, who: Option<&InterpreterId>) -> String {
        let table = table.map(|number| self.table(&lists.floor, number));
        let interpreter = self.interpreter(&lists.interpreting, who);
        [table, interpreter].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The same where a heading says that it is a table: `7`, or `7, Acme, Hall B`.
    pub fn table_in_list(&self, floor: &Floor, number: u32) -> String {
        std::iter::once(number.to_string()).chain(said(floor, number)).collect::<Vec<_>>().join(", ")
    }
}

fn said(floor: &Floor, number: u32) -> Vec<String> {
    let table = floor.table(number);
    let said = table.into_iter().flat_map(|table| [table.name.clone(), table.zone.clone()]);
    said.filter(|text| !text.is_empty()).collect()
}
