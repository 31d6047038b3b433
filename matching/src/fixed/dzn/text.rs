//! The notation of MiniZinc data: `name = value;` with numbers, lists, rows and sets, as far as the
//! instances use it (MiniZinc Handbook, "Data files"). No value nests deeper than sets in a list.

use super::DznError;
use std::collections::BTreeMap;

/// The values of a file by name.
pub(super) type Items = BTreeMap<String, Value>;

/// The numbers `low..=high`; one number is a range of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub(super) low: i64,
    pub(super) high: i64,
}

/// A value of a file.
#[derive(Debug)]
pub(super) enum Value {
    Number(i64),
    Numbers(Vec<i64>),
    Sets(Vec<Vec<Range>>),
}

impl Value {
    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The numbers of a list, or of rows one after the other. An empty list has no kind of its own.
    pub(super) fn numbers(&self) -> Option<Vec<i64>> {
        match self {
            Value::Numbers(numbers) => Some(numbers.clone()),
            Value::Sets(sets) if sets.is_empty() => Some(Vec::new()),
            _ => None,
        }
    }

    pub(super) fn sets(&self) -> Option<&[Vec<Range>]> {
        match self {
            Value::Sets(sets) => Some(sets),
            _ => None,
        }
    }
}

/// Reads the whole text.
pub(super) fn parse(text: &str) -> Result<Items, DznError> {
    let mut words = Words { rest: text, line: 1 };
    let mut items = Items::new();
    while !words.at_end() {
        let line = words.line;
        let name = words.name()?;
        words.expect("=", "`=`")?;
        let value = words.value()?;
        if items.insert(name.clone(), value).is_some() {
            return Err(DznError::Twice { line, name });
        }
        // The last semicolon may be missing.
        if !words.at_end() {
            words.expect(";", "`;`")?;
        }
    }
    Ok(items)
}

struct Words<'a> {
    rest: &'a str,
    line: usize,
}

impl Words<'_> {
    /// Skips white space and comments (`%` to the end of the line).
    fn skip(&mut self) {
        loop {
            let text = self.rest.trim_start();
            let skipped = self.rest.len() - text.len();
            self.line += self.rest[..skipped].matches('\n').count();
            self.rest = text;
            match text.strip_prefix('%') {
                Some(comment) => self.rest = &comment[comment.find('\n').unwrap_or(comment.len())..],
                None => return,
            }
        }
    }

    fn at_end(&mut self) -> bool {
        self.skip();
        self.rest.is_empty()
    }

    fn take(&mut self, sign: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, sign: &str, expected: &'static str) -> Result<(), DznError> {
        if self.take(sign) { Ok(()) } else { Err(self.error(expected)) }
    }

    fn error(&self, expected: &'static str) -> DznError {
        let found = match self.rest.chars().next() {
            None => "the end of the file".to_owned(),
            Some(_) => format!(
                "`{}`",
                self.rest.split_whitespace().next().unwrap_or("").chars().take(20).collect::<String>()
            ),
        };
        DznError::Syntax { line: self.line, expected, found }
    }

    fn name(&mut self) -> Result<String, DznError> {
        self.skip();
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        if end == 0 || self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(self.error("a name"));
        }
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        Ok(name.to_owned())
    }

    fn number(&mut self) -> Result<i64, DznError> {
        self.skip();
        let sign = usize::from(self.rest.starts_with('-'));
        let digits = self.rest[sign..].bytes().take_while(u8::is_ascii_digit).count();
        let (word, rest) = self.rest.split_at(sign + digits);
        let number = word.parse().map_err(|_| self.error("a whole number"))?;
        self.rest = rest;
        Ok(number)
    }

    fn value(&mut self) -> Result<Value, DznError> {
        if self.take("[|") {
            return self.rows();
        }
        if !self.take("[") {
            return Ok(Value::Number(self.number()?));
        }
        self.skip();
        if self.rest.starts_with('{') || self.rest.starts_with(']') {
            Ok(Value::Sets(self.separated("]", Self::set)?))
        } else {
            Ok(Value::Numbers(self.separated("]", Self::number)?))
        }
    }

    /// Rows `[| 1, 2, | 3, 4, |]`, read into one list; the length of rows is the reader's concern.
    fn rows(&mut self) -> Result<Value, DznError> {
        let mut numbers = Vec::new();
        loop {
            if self.take("|]") || self.take("]") {
                return Ok(Value::Numbers(numbers));
            }
            if self.take("|") {
                continue;
            }
            numbers.push(self.number()?);
            if !self.take(",") {
                self.skip();
                if !self.rest.starts_with('|') {
                    return Err(self.error("`,`, `|` or `|]`"));
                }
            }
        }
    }

    /// Elements separated by commas up to the closing sign; a comma before it is allowed.
    fn separated<T>(
        &mut self,
        close: &'static str,
        element: fn(&mut Self) -> Result<T, DznError>,
    ) -> Result<Vec<T>, DznError> {
        let mut found = Vec::new();
        while !self.take(close) {
            found.push(element(self)?);
            if !self.take(",") {
                self.expect(close, "`,` or the end of the list")?;
                break;
            }
        }
        Ok(found)
    }

    fn set(&mut self) -> Result<Vec<Range>, DznError> {
        if self.take("{") {
            return self.separated("}", Self::range);
        }
        Ok(vec![self.range()?])
    }

    /// `low..high`, or one number. An empty range (`3..2`) stays empty.
    fn range(&mut self) -> Result<Range, DznError> {
        let low = self.number()?;
        let high = if self.take("..") { self.number()? } else { low };
        Ok(Range { low, high })
    }
}
