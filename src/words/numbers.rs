//! Numbers as a language writes them: groups of three digits and the decimal mark of CLDR's root of German, English and
//! French ("decimal formats").

use super::Words;
use crate::domain::lang::Lang;

impl Words {
    /// A whole number: `1.234`, `1,234`, `1 234` (a narrow space that does not break).
    pub fn number(&self, number: impl Into<i128>) -> String {
        let number: i128 = number.into();
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        if number < 0 {
            text.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(self.group_mark());
            }
            text.push(digit);
        }
        text
    }

    /// A number of hundredths with two decimals: `0,05`.
    pub fn hundredths(&self, hundredths: u64) -> String {
        let mark = if self.lang == Lang::En { '.' } else { ',' };
        format!("{}{mark}{:02}", self.number(hundredths / 100), hundredths % 100)
    }

    fn group_mark(&self) -> char {
        match self.lang {
            Lang::De => '.',
            Lang::En => ',',
            Lang::Fr => '\u{202f}',
        }
    }
}
