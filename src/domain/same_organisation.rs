//! Spellings that probably mean one organisation: the same words with other marks, in another case, with another legal form, or
//! with one slip of the finger. It only proposes: whoever runs the event says which are the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::mail_slips::distance;
use super::search::Wanted;

/// Legal forms, as [`words`] leaves them: they tell no two organisations apart.
const LEGAL_FORMS: [&str; 36] = [
    "ab", "ag", "asbl", "as", "aps", "bv", "bvba", "co", "corp", "eg", "ev", "gbr", "ggmbh", "gmbh", "inc",
    "kg", "kgaa", "limited", "llc", "llp", "ltd", "mbh", "nv", "ohg", "oy", "plc", "sa", "sarl", "sas", "se",
    "spa", "spzoo", "srl", "sro", "ug", "vzw",
];
/// Words between others that people leave out.
const FILLERS: [&str; 11] = ["the", "und", "and", "et", "der", "die", "das", "le", "la", "les", "of"];
/// The shortest name in which one other letter is taken for a slip: short ones are all alike.
const SHORT: usize = 7;

/// One spelling, and how many people have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    pub name: String,
    pub people: usize,
}

/// Groups of spellings that probably mean one organisation, those of most people first; in each the one that most have stands
/// first, of those that as many have the longest.
pub fn groups(spellings: &BTreeMap<String, usize>) -> Vec<Vec<Spelling>> {
    let names: Vec<&String> = spellings.keys().collect();
    let mut sets = Sets::new(names.len());
    let mut by_form: HashMap<String, usize> = HashMap::new();
    let mut forms: Vec<(usize, String)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        for form in forms_of(name) {
            let first = *by_form.entry(form.clone()).or_insert(at);
            sets.join(first, at);
            forms.push((at, form));
        }
    }
    join_slips(&forms, &mut sets);
    let mut found: BTreeMap<usize, Vec<Spelling>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let people = spellings.get(*name).copied().unwrap_or_default();
        found.entry(sets.root(at)).or_default().push(Spelling { name: (*name).clone(), people });
    }
    let mut groups: Vec<Vec<Spelling>> = found.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group
            .sort_by_key(|one| (std::cmp::Reverse((one.people, one.name.chars().count())), one.name.clone()));
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.iter().map(|one| one.people).sum::<usize>()));
    groups
}

/// What a name is known by: its words without legal forms and fillers, in the plain letters and in those written out.
fn forms_of(name: &str) -> BTreeSet<String> {
    let words = Wanted::of(name);
    let forms = |pick: fn(&Vec<String>) -> Option<&String>| {
        let all: Vec<&str> = words.words().iter().filter_map(pick).map(String::as_str).collect();
        without_forms(&all)
    };
    let both = [forms(|word: &Vec<String>| word.first()), forms(|word: &Vec<String>| word.last())];
    both.into_iter().filter(|form| !form.is_empty()).collect()
}

/// Words in one piece, without legal forms and fillers, unless nothing else is there.
fn without_forms(words: &[&str]) -> String {
    let mut joined: Vec<String> = Vec::new();
    let mut in_letters = false;
    for word in words {
        // The letters of "e. V." and "S.A." are one word.
        let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match joined.last_mut().filter(|_| is_letter && in_letters) {
            Some(last) => last.push_str(word),
            None => joined.push((*word).to_string()),
        }
        in_letters = is_letter;
    }
    let tells = |word: &&String| !LEGAL_FORMS.contains(&word.as_str()) && !FILLERS.contains(&word.as_str());
    let telling: String = joined.iter().filter(tells).map(String::as_str).collect();
    if telling.is_empty() { joined.concat() } else { telling }
}

/// Joins names of which one has a letter more, less, another one, or two swapped. Both lose one letter to become the same then,
/// so that not every name is held against every other.
fn join_slips(forms: &[(usize, String)], sets: &mut Sets) {
    let mut by_rest: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, (_, form)) in forms.iter().enumerate().filter(|(_, (_, form))| form.chars().count() >= SHORT) {
        for rest in rests(form) {
            by_rest.entry(rest).or_default().push(n);
        }
    }
    for near in by_rest.values() {
        for (i, one) in near.iter().enumerate() {
            for other in near.iter().skip(i + 1) {
                let (Some((a, x)), Some((b, y))) = (forms.get(*one), forms.get(*other)) else { continue };
                if digits(x) == digits(y) && distance(x, y) <= 1 {
                    sets.join(*a, *b);
                }
            }
        }
    }
}

/// The form, and what is left of it without each of its letters.
fn rests(form: &str) -> BTreeSet<String> {
    let without = |skip: usize| {
        form.chars().enumerate().filter(|(at, _)| *at != skip).map(|(_, letter)| letter).collect::<String>()
    };
    (0..=form.chars().count()).map(without).collect()
}

/// Numbers tell apart: Institute 1 is not Institute 2.
fn digits(form: &str) -> String {
    form.chars().filter(char::is_ascii_digit).collect()
}

/// Which things belong together.
struct Sets(Vec<usize>);

impl Sets {
    fn new(len: usize) -> Sets {
        Sets((0..len).collect())
    }

    fn root(&self, at: usize) -> usize {
        let mut root = at;
        while let Some(above) = self.0.get(root).filter(|above| **above != root) {
            root = *above;
        }
        root
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}
