//! What an organiser has written, with the facts of its reader filled in: names of readers are words and never links, whatever they
//! look like, and stand in no mail to an address of which nobody has shown that it is theirs.

use super::EventMail;
use crate::domain::mailing::{Piece, Placeholder, pieces};
use crate::domain::text;
use crate::mail::MailError;
use crate::mail::letter::{Block, Span, spans};

impl EventMail<'_> {
    /// A mail's blocks between the words of the event's organisers, where they have some in the reader's language.
    pub(super) fn with_own_words(&self, blocks: Vec<Block>) -> Result<Vec<Block>, MailError> {
        let Some(own) = self.event.mail_words.of(self.kind) else { return Ok(blocks) };
        let link = blocks.iter().find_map(|block| match block {
            Block::Action { link, .. } => Some(link.clone()),
            _ => None,
        });
        let link = link.unwrap_or_default();
        let said = |text: Option<&str>| self.paragraphs(text.unwrap_or_default(), &link);
        let mut all = said(own.before.exact(self.words.lang))?;
        all.extend(blocks);
        all.extend(said(own.after.exact(self.words.lang))?);
        Ok(all)
    }

    /// A text, paragraph by paragraph; the link is the reader's own.
    pub(super) fn paragraphs(&self, written: &str, link: &str) -> Result<Vec<Block>, MailError> {
        let mut blocks = Vec::new();
        for paragraph in written.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            let lines = paragraph.trim_matches('\n').lines().map(|line| self.filled(line, link));
            blocks.push(Block::Lines(lines.collect::<Result<Vec<_>, _>>()?));
        }
        Ok(blocks)
    }

    /// A line with its facts filled in.
    pub(super) fn filled(&self, line: &str, link: &str) -> Result<Vec<Span>, MailError> {
        // Nothing is stored that cannot be read.
        let found = pieces(line).map_err(|_| MailError::Kind("mail with an unknown placeholder"))?;
        let spans = |piece: Piece<'_>| match piece {
            Piece::Words(words) => spans(words),
            Piece::Fact(Placeholder::MyEvent) => {
                vec![Span { text: link.to_string(), is_link: !link.is_empty() }]
            }
            Piece::Fact(fact) => vec![Span { text: self.value(fact), is_link: false }],
        };
        Ok(found.into_iter().flat_map(spans).collect())
    }

    /// A fact of the reader or the event; nothing where this mail does not know it.
    fn value(&self, fact: Placeholder) -> String {
        let (words, event) = (self.words, self.event);
        match fact {
            Placeholder::Name => text::shown_name(self.name()),
            Placeholder::Organisation if self.kind.is_to_unproved() => String::new(),
            Placeholder::Organisation => text::shown_name(self.reader.organisation),
            Placeholder::Reference => self.reference.unwrap_or_default().to_string(),
            Placeholder::Event => self.event_name(),
            Placeholder::Dates => words.date_range(event.starts_on, event.ends_on),
            Placeholder::Place => self.place(),
            Placeholder::Meetings => self.meetings.map(|n| words.number(n as u64)).unwrap_or_default(),
            Placeholder::MyEvent => String::new(),
            Placeholder::Organiser => self.organiser(),
        }
    }
}
