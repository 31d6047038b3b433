//! Another person as *My event* shows them: who they are, what they offer and seek, why to meet them, and what the two
//! have said of each other.

use super::schedule::place;
use super::times::times;
use super::why::why;
use super::{Named, named, path};
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::proposal::Proposal;
use crate::domain::reasons::known_beside_wishes;
use crate::domain::search::{self, Wanted};
use crate::domain::wish::WishKind;
use crate::services::my_event::MyEvent;
use crate::services::ties::{Tie, Ties};
use crate::services::wishes::WishList;
use crate::web::answers::interest_lines;
use crate::web::page::Page;
use crate::web::times::Times;
use crate::web::visit::Visit;

/// What two people have said of each other, as one of them sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Nothing,
    /// I wish for them.
    Wish,
    /// They wish for me.
    Wished,
    /// Both.
    Mutual,
    /// I do not want to meet them.
    Block,
}

impl Relation {
    pub fn of(wishes: &WishList, other: &ParticipantId) -> Relation {
        let mine = wishes.mine.iter().find(|wish| wish.to == *other).map(|wish| wish.kind);
        let theirs = wishes.for_me.iter().any(|wish| wish.from == *other);
        match (mine, theirs) {
            (Some(WishKind::Block), _) => Relation::Block,
            (Some(WishKind::Wish), true) => Relation::Mutual,
            (Some(WishKind::Wish), false) => Relation::Wish,
            (None, true) => Relation::Wished,
            (None, false) => Relation::Nothing,
        }
    }

    /// Key of what is said of it; empty where there is nothing to say.
    pub fn word(self) -> &'static str {
        match self {
            Relation::Nothing => "",
            Relation::Wish => "people-wish",
            Relation::Wished => "people-wished",
            Relation::Mutual => "people-mutual",
            Relation::Block => "people-block",
        }
    }

    /// Whether I have said something.
    pub fn is_said(self) -> bool {
        matches!(self, Relation::Wish | Relation::Mutual | Relation::Block)
    }
}

/// What is settled between the reader and somebody, or waits to be, and where that is.
pub(super) struct TieLine {
    pub text: String,
    pub url: String,
    /// Whether a meeting is planned.
    pub is_meeting: bool,
}

/// Through whose eyes people are shown.
pub(super) struct Reader<'a> {
    pub page: &'a Page,
    pub mine: &'a MyEvent,
    pub ties: &'a Ties,
    pub times: Times<'a>,
}

impl<'a> Reader<'a> {
    pub fn new(visit: &Visit, page: &'a Page, mine: &'a MyEvent, ties: &'a Ties) -> Reader<'a> {
        Reader { page, mine, ties, times: times(visit, page, mine) }
    }

    /// What there is with somebody beside wishes.
    fn tie(&self, other: &ParticipantId) -> Option<TieLine> {
        let (page, mine) = (self.page, self.mine);
        let schedule = |part: &str| path(mine, &format!("/schedule{part}"));
        let at = |proposal: &Proposal| {
            let slot = mine.programme.slots.iter().find(|slot| slot.id == proposal.slot);
            slot.map(|slot| self.times.begins(slot.starts_at)).unwrap_or_default()
        };
        let line = match self.ties.with(other)? {
            Tie::Meeting(meeting) => {
                let place = place(page, &mine.programme, meeting);
                let parts = [self.times.begins(meeting.starts_at), place].into_iter();
                let when = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                let text = page.t1("tie-meeting", "when", when);
                TieLine { text, url: path(mine, &format!("/meetings/{}", meeting.id)), is_meeting: true }
            }
            Tie::ProposedToMe(proposal) => {
                let text = page.t1("tie-proposed-to-me", "when", at(proposal));
                TieLine { text, url: schedule("#to-me"), is_meeting: false }
            }
            Tie::ProposedByMe(proposal) => {
                let text = page.t1("tie-proposed-by-me", "when", at(proposal));
                TieLine { text, url: schedule("#by-me"), is_meeting: false }
            }
        };
        Some(line)
    }
}

/// A person in a list.
pub(super) struct Card {
    pub id: String,
    pub url: String,
    pub named: Named,
    /// Their participant type; empty where they have none.
    pub kind: String,
    pub offers: Vec<String>,
    pub seeks: Vec<String>,
    pub reasons: Vec<String>,
    /// What they wrote in which the words stand that were searched.
    pub found: Vec<String>,
    pub relation: Relation,
    /// A meeting or a proposal between the two: then a wish has nothing more to say.
    pub tie: Option<TieLine>,
    /// What they wrote with their wish.
    pub message: String,
    /// What I wrote with mine.
    pub own_message: String,
}

impl Card {
    /// The same with what of their offers and seeks has the words in it.
    pub fn with_found(self, words: &str) -> Card {
        let wanted = Wanted::of(words);
        let has = |line: &&String| {
            let key = search::key(&[line.as_str()]);
            wanted.words().iter().any(|forms| forms.iter().any(|form| key.contains(form.as_str())))
        };
        let found = self.offers.iter().chain(&self.seeks).filter(has).cloned().collect();
        Card { found, ..self }
    }

    /// A card with why to meet this person, if there is a reason.
    pub fn new(reader: &Reader<'_>, other: &Participant, terms: &[ReasonTerm]) -> Card {
        let Reader { page, mine, ties, .. } = *reader;
        let wishes = &ties.wishes;
        let (event, programme) = (&mine.event, &mine.programme);
        let own_type = other.profile.person.participant_type.as_ref();
        let group = programme.types.iter().find(|kind| Some(&kind.id) == own_type);
        let group = group.map(|kind| kind.label.get(page.lang, event.first_language()).to_string());
        let lines = |kind| interest_lines(page, event, programme, &other.profile.interests, kind);
        let theirs = wishes.for_me.iter().find(|wish| wish.from == other.id);
        let own = wishes.mine.iter().find(|wish| wish.to == other.id);
        Card {
            id: other.id.0.clone(),
            url: path(mine, &format!("/people/{}", other.id)),
            named: named(page, other),
            kind: group.unwrap_or_default(),
            offers: lines(InterestKind::Offer),
            seeks: lines(InterestKind::Seek),
            reasons: why(page, mine, other, &known_beside_wishes(terms, other)),
            found: Vec::new(),
            relation: Relation::of(wishes, &other.id),
            tie: reader.tie(&other.id),
            message: theirs.map(|wish| wish.message.clone()).unwrap_or_default(),
            own_message: own.map(|wish| wish.message.clone()).unwrap_or_default(),
        }
    }
}
