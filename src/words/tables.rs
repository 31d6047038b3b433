//! What a table is called: its number, with the name and the zone that its organiser gave it.

use super::Words;
use crate::domain::floor::Floor;

impl Words {
    /// `Table 7`, or `Table 7, Acme, Hall B`.
    pub fn table(&self, floor: &Floor, number: u32) -> String {
        let number_words = self.t1("table-number", "number", number);
        std::iter::once(number_words).chain(said(floor, number)).collect::<Vec<_>>().join(", ")
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
