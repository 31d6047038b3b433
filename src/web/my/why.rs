//! Why to meet somebody, in the reader's words: few reasons, and first those that name something. What nearly every pair has in
//! common tells nobody whom to choose.

use crate::domain::answer::AnswerKey;
use crate::domain::ids::TopicId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::{CommonTopics, Participant};
use crate::services::my_event::MyEvent;
use crate::web::own_questions::reason;
use crate::web::page::Page;

/// Most reasons that one person is shown for another.
const MOST: usize = 3;

/// As many at least, as far as there are any; what names nothing stands in for what does.
const FEW: usize = 2;

/// How much a reason tells; the less, the later it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    /// It names topics, a question that both answered, or who asked to meet.
    Named,
    /// It tells of these two people.
    OfThePair,
    /// It is true of so many pairs that it stands only where there is nothing else.
    OfMany,
}

/// The reasons of a pair, as its reader may learn them.
struct Why<'a> {
    page: &'a Page,
    mine: &'a MyEvent,
    other: &'a Participant,
    common: CommonTopics,
}

/// At most three reasons, what names something first and then the weightiest.
pub(super) fn why(page: &Page, mine: &MyEvent, other: &Participant, terms: &[ReasonTerm]) -> Vec<String> {
    let common = mine.participant.profile.common_with(&other.profile);
    let pair = Why { page, mine, other, common };
    let mut told: Vec<(Telling, i32, String)> = Vec::new();
    for term in terms.iter().filter(|term| term.points > 0) {
        told.extend(pair.lines(term).into_iter().map(|(telling, line)| (telling, -term.points, line)));
    }
    told.sort_by_key(|(telling, weight, _)| (*telling, *weight));
    if told.first().is_some_and(|(telling, ..)| *telling != Telling::OfMany) {
        told.retain(|(telling, ..)| *telling != Telling::OfMany);
    }
    let named = told.iter().filter(|(telling, ..)| *telling == Telling::Named).count();
    let shown = named.clamp(FEW, MOST);
    told.into_iter().map(|(_, _, line)| line).take(shown).collect()
}

impl Why<'_> {
    /// What one part of the weight says.
    fn lines(&self, term: &ReasonTerm) -> Vec<(Telling, String)> {
        let common = &self.common;
        let word = |telling| {
            let first = self.mine.event.first_language();
            (telling, reason(self.page.words, first, &self.mine.programme, term))
        };
        let or_word = |lines: Vec<(Telling, String)>| {
            if lines.is_empty() { vec![word(Telling::OfThePair)] } else { lines }
        };
        match term.term.as_str() {
            // Both take part, and no more than a thousand points count: neither tells anything.
            "both_take_part" | "limit" => Vec::new(),
            "offer_meets_seek" => {
                let both = [
                    self.topics("people-why-offers", &common.sought),
                    self.topics("people-why-seeks", &common.offered),
                ];
                or_word(both.into_iter().flatten().collect())
            }
            // The two lines above have said it.
            "both_ways" if !common.sought.is_empty() && !common.offered.is_empty() => Vec::new(),
            "shared_topic" => or_word(self.topics("people-why-shared", &common.shared).into_iter().collect()),
            "own_wish" | "their_wish" | "mutual_wish" => vec![word(Telling::Named)],
            "different_country" | "same_country" | "group_mix" | "types_want_each_other" => {
                vec![word(Telling::OfMany)]
            }
            _ => match term.word().1.map(AnswerKey::Question) {
                // What the other one answered is told only where it is seen.
                Some(key) if self.other.profile.person.answers.get(&key).is_none() => Vec::new(),
                Some(_) => vec![word(Telling::Named)],
                None => vec![word(Telling::OfThePair)],
            },
        }
    }

    fn topics(&self, key: &str, topics: &[TopicId]) -> Option<(Telling, String)> {
        let first = self.mine.event.first_language();
        let known = self.mine.programme.topics.iter().filter(|topic| topics.contains(&topic.id));
        let labels: Vec<&str> = known.map(|topic| topic.label.get(self.page.lang, first)).collect();
        (!labels.is_empty()).then(|| (Telling::Named, self.page.t1(key, "topics", labels.join(", "))))
    }
}
