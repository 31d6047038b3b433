//! Reads the notices, and hides what would give the answer away.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use matching::scoring::{Topic, Topics};

pub struct Organisation {
    pub name: String,
    pub country: u16,
    pub need: String,
    /// Without those that give the answer away.
    pub topics: Vec<u32>,
    pub all_topics: Vec<u32>,
}

pub struct Award {
    pub buyer: usize,
    pub contractor: usize,
    /// The notices by whose figures constants and defaults were chosen; the others were only reported.
    pub fitting: bool,
    /// The buyer's text is that of the notice the contractor won, not of another one.
    pub same_call: bool,
}

pub struct Data {
    pub people: Vec<Organisation>,
    pub contractors: BTreeSet<usize>,
    pub awards: Vec<Award>,
    pub topics: Topics,
}

type Row = HashMap<String, String>;

fn rows(path: &Path) -> Result<Vec<Row>, csv::Error> {
    csv::Reader::from_path(path)?.deserialize().collect()
}

/// The topic list of the data: each English label, with its other names and its heading where the
/// vocabulary has them.
struct Vocabulary {
    number: BTreeMap<String, u32>,
    label_of_code: HashMap<String, String>,
    topics: Topics,
}

impl Vocabulary {
    fn new(taxonomy: &serde_json::Value, people: &[Row]) -> Self {
        let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut label_of_code = HashMap::new();
        let mut code_of_label = HashMap::new();
        for item in taxonomy["cpv_seen"]["items"].as_array().into_iter().flatten() {
            let [code, en, de, fr] =
                ["code", "en", "de", "fr"].map(|key| item[key].as_str().unwrap_or_default().to_owned());
            code_of_label.insert(en.clone(), code.clone());
            label_of_code.insert(code, en.clone());
            labels.insert(en.clone(), vec![en, de, fr]);
        }
        for label in people.iter().flat_map(|row| list(&row["topics"])) {
            labels.entry(label.to_owned()).or_insert_with(|| vec![label.to_owned()]);
        }
        let number: BTreeMap<String, u32> = labels.keys().cloned().zip(0..).collect();
        let heading = |label: &String| {
            let division = code_of_label.get(label)?.get(..2)?;
            let heading = label_of_code.get(&format!("{division}000000"))?;
            number.get(heading).copied().filter(|_| heading != label)
        };
        let topic = |(label, labels): (&String, &Vec<String>)| Topic {
            parent: heading(label),
            labels: labels.clone(),
        };
        let topics = Topics::new(labels.iter().map(topic).collect());
        Self { number, label_of_code, topics }
    }

    fn numbers(&self, labels: &str) -> Vec<u32> {
        list(labels).filter_map(|label| self.number.get(label).copied()).collect()
    }

    fn numbers_of_codes(&self, codes: &str) -> Vec<u32> {
        let label = |code| self.label_of_code.get(code);
        let number = |label: &String| self.number.get(label).copied();
        list(codes).filter_map(label).filter_map(number).collect()
    }
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').filter(|part| !part.is_empty())
}

/// How a text begins, to know the same call under two names.
fn beginning(text: &str) -> String {
    text.to_lowercase().chars().take(40).collect()
}

impl Data {
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let people = rows(&folder.join("participants_real.csv"))?;
        let awards = rows(&folder.join("award_pairs.csv"))?;
        let taxonomy = BufReader::new(File::open(folder.join("taxonomy.json"))?);
        let vocabulary = Vocabulary::new(&serde_json::from_reader(taxonomy)?, &people);
        let place: HashMap<&str, usize> =
            people.iter().zip(0..).map(|(row, at)| (row["organisation"].as_str(), at)).collect();
        let uses = word_counts(&people);
        let tested = awards.iter().filter_map(|award| tested(award, &place, &people, &uses)).collect();
        Ok(Self {
            contractors: awards
                .iter()
                .filter_map(|award| place.get(award["contractor"].as_str()).copied())
                .collect(),
            people: organisations(&people, &awards, &vocabulary),
            awards: tested,
            topics: vocabulary.topics,
        })
    }
}

/// In how many texts each word occurs.
fn word_counts(people: &[Row]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for row in people {
        for word in words(&row["seeks"]) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}

fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3).map(str::to_owned).collect()
}

/// The pair, if both are known, the buyer wrote something, and that does not name the contractor.
fn tested(
    award: &Row,
    place: &HashMap<&str, usize>,
    people: &[Row],
    uses: &HashMap<String, usize>,
) -> Option<Award> {
    let buyer = *place.get(award["buyer"].as_str())?;
    let contractor = *place.get(award["contractor"].as_str())?;
    let need = words(&people[buyer]["seeks"]);
    let names = words(&award["contractor"]);
    let names_it = names.intersection(&need).any(|word| uses.get(word) == Some(&1));
    if need.is_empty() || names_it || buyer == contractor {
        return None;
    }
    let digits = award["notice"].bytes().take_while(u8::is_ascii_digit);
    Some(Award {
        buyer,
        contractor,
        fitting: digits.map(u32::from).sum::<u32>().is_multiple_of(2),
        same_call: people[buyer]["source"] == format!("ted:{}", award["notice"]),
    })
}

fn organisations(people: &[Row], awards: &[Row], vocabulary: &Vocabulary) -> Vec<Organisation> {
    let notices: BTreeSet<String> = awards.iter().map(|award| format!("ted:{}", award["notice"])).collect();
    let mut own: HashMap<&str, BTreeSet<u32>> = HashMap::new();
    for award in awards {
        let topics = vocabulary.numbers_of_codes(&award["cpv_codes"]);
        own.entry(&award["buyer"]).or_default().extend(topics);
    }
    let is_buyer = |row: &Row| own.contains_key(row["organisation"].as_str());
    let calls: BTreeSet<String> =
        people.iter().filter(|row| is_buyer(row)).map(|row| beginning(&row["seeks"])).collect();
    let mut countries: BTreeMap<String, u16> = BTreeMap::new();
    let organisation = |row: &Row| {
        let (name, need) = (&row["organisation"], &row["seeks"]);
        let next = countries.len() as u16;
        let all_topics = vocabulary.numbers(&row["topics"]);
        let same_call = !is_buyer(row) && calls.contains(&beginning(need));
        let given_away = |topic: &u32| {
            let own = own.get(name.as_str()).is_some_and(|own| own.contains(topic));
            !need.is_empty() && (own || same_call || notices.contains(&row["source"]))
        };
        Organisation {
            country: *countries.entry(row["country"].clone()).or_insert(next),
            topics: all_topics.iter().copied().filter(|topic| !given_away(topic)).collect(),
            name: name.clone(),
            need: need.clone(),
            all_topics,
        }
    };
    people.iter().map(organisation).collect()
}
