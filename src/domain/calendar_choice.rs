//! How somebody wants their meetings in their calendar.

use serde::{Deserialize, Serialize};

use super::event::CalendarMode;
use super::problems::{Message, Problems};

/// Minutes before an entry at which a calendar can remind; 0 for not at all.
pub const ALARMS: [u32; 5] = [0, 5, 15, 30, 60];

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarChoice {
    pub mode: CalendarMode,
    pub alarm_minutes: u32,
}

impl CalendarChoice {
    /// What holds for somebody: what they chose, or what the event does.
    pub fn effective(chosen: Option<CalendarChoice>, event: CalendarMode) -> CalendarChoice {
        chosen.unwrap_or(CalendarChoice { mode: event, alarm_minutes: 0 })
    }
}

/// The form about that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarInput {
    pub mode: String,
    pub alarm: String,
}

impl CalendarInput {
    /// As it is stored.
    pub fn of(choice: CalendarChoice) -> CalendarInput {
        CalendarInput { mode: choice.mode.code().to_string(), alarm: choice.alarm_minutes.to_string() }
    }

    /// What was typed.
    pub fn parse(&self) -> Result<CalendarChoice, Problems> {
        let mut problems = Problems::new();
        let missing = || Message::new("problem-choose-one");
        let mode = problems.take("mode", CalendarMode::parse(&self.mode).ok_or_else(missing));
        let alarm = self.alarm.parse().ok().filter(|minutes| ALARMS.contains(minutes));
        let alarm = problems.take("alarm", alarm.ok_or_else(missing));
        mode.zip(alarm).map(|(mode, alarm_minutes)| CalendarChoice { mode, alarm_minutes }).ok_or(problems)
    }
}
