//! Writing SVG: escaped text, whole pixels, and lengths of text good enough to cut it where a card ends.

use std::fmt::Write;

/// A picture in the making, in pixels from its top left corner.
pub struct Svg {
    out: String,
}

/// Where a text stands from its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

/// How a line of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Class of the stylesheet.
    pub class: &'static str,
    /// Height of the letters' line in pixels.
    pub size: i32,
    pub anchor: Anchor,
}

impl Style {
    /// Text that begins at its point.
    pub const fn start(class: &'static str, size: i32) -> Style {
        Style { class, size, anchor: Anchor::Start }
    }

    /// Text that ends at its point.
    pub const fn end(class: &'static str, size: i32) -> Style {
        Style { class, size, anchor: Anchor::End }
    }

    /// Text around its point.
    pub const fn middle(class: &'static str, size: i32) -> Style {
        Style { class, size, anchor: Anchor::Middle }
    }
}

impl Svg {
    /// An empty picture; `id` must be the only one of its page, `title` and `description` are its text alternative.
    pub fn new(id: &str, title: &str, description: &str, width: i32, height: i32) -> Svg {
        let mut out = String::new();
        let id = escape(id);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            escape(title),
            escape(description),
        );
        Svg { out }
    }

    /// A rectangle with slightly round corners.
    pub fn rect(&mut self, class: &str, area: Area) {
        let Area { x, y, w, h } = area;
        let _ = write!(
            self.out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"2\"/>"
        );
    }

    /// A line or a shape in path notation.
    pub fn path(&mut self, class: &str, d: &str) {
        let _ = write!(self.out, "<path class=\"{class}\" d=\"{d}\"/>");
    }

    /// One line of text with its base line at `y`.
    pub fn text(&mut self, style: Style, x: i32, y: i32, text: &str) {
        let anchor = match style.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let Style { class, size, .. } = style;
        let _ = write!(
            self.out,
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}>{}</text>",
            escape(text)
        );
    }

    /// The mark of two people who meet: two arcs that touch, 14 wide and 12 high.
    pub fn mark(&mut self, class: &str, x: i32, y: i32) {
        let d = format!("M{} {y}a6 6 0 0 1 0 12M{} {y}a6 6 0 0 0 0 12", x + 1, x + 13);
        self.path(class, &d);
    }

    /// Opens a group that shows a text when pointed at.
    pub fn open_group(&mut self, title: &str) {
        let _ = write!(self.out, "<g><title>{}</title>", escape(title));
    }

    /// Closes what [`Svg::open_group`] opened.
    pub fn close_group(&mut self) {
        self.out.push_str("</g>");
    }

    /// The finished picture.
    pub fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// A text as XML character data or attribute value; what XML 1.0 cannot hold (section 2.2) is dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// The text, cut with an ellipsis where it would be longer than `width` pixels at a font size.
pub fn fit(text: &str, width: i32, size: i32) -> String {
    if length(text, size) <= width {
        return text.to_string();
    }
    let mut cut = String::new();
    let mut used = letter('…');
    for c in text.chars() {
        used += letter(c);
        if used * size > width * 100 {
            break;
        }
        cut.push(c);
    }
    format!("{}…", cut.trim_end_matches([' ', ',', '-', '–', '·']))
}

/// The text on at most `lines` lines, broken at spaces; the last line is cut if need be.
pub fn wrap(text: &str, width: i32, size: i32, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_string() } else { format!("{line} {word}") };
        if line.is_empty() || length(&longer, size) <= width {
            line = longer;
        } else if done.len() + 1 < lines {
            done.push(std::mem::replace(&mut line, word.to_string()));
        } else {
            let rest: Vec<&str> = words.by_ref().collect();
            line = [longer.as_str()].into_iter().chain(rest).collect::<Vec<_>>().join(" ");
        }
    }
    if lines > 0 && !line.is_empty() {
        done.push(line);
    }
    done.iter().map(|line| fit(line, width, size)).collect()
}

/// Length of a text in pixels at a font size, rather too long than too short.
pub fn length(text: &str, size: i32) -> i32 {
    text.chars().map(letter).sum::<i32>() * size / 100
}

/// Width of a letter in hundredths of the font size, in a common sans-serif.
fn letter(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 28,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '·' | '"' => 36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 92,
        'a'..='z' | '0'..='9' | '–' => 56,
        'A'..='Z' | '&' => 70,
        c if (c as u32) >= 0x1100 && !matches!(c as u32, 0x1e00..=0x20ff) => 100,
        c if c.is_uppercase() => 72,
        _ => 58,
    }
}
