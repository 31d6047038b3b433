//! Tries scoring on real organisations: how often is the company that a public buyer really hired among
//! the first ten that scoring proposes, of all companies that anybody hired?
//!
//! `cargo run --release -p matching --example awards -- FOLDER` with the folder (default
//! `../shared/data`) of `participants_real.csv`, `award_pairs.csv` and `taxonomy.json`, taken from
//! notices of Tenders Electronic Daily (ted.europa.eu). Hidden from scoring, because the answer would
//! be in the question:
//!
//! - every topic a buyer has from a notice in `award_pairs.csv`: its contractors have the same list;
//! - the topics of others whose text begins like a tested one: the same call under another name;
//! - pairs where the buyer's text names the contractor are not tested.
//!
//! What a contractor can do is known only from the notice it won. So it takes part in three guises:
//! with these topics, with nothing but its name as a text, and with both.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use matching::scoring::{Interest, Profile, Relations, Rules, Scorer, Term, Topic, Topics, Weights};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1);
    let folder = folder.unwrap_or_else(|| "../shared/data".to_owned());
    let folder = Path::new(&folder);
    if !folder.join("award_pairs.csv").exists() {
        println!("Skipped: there is no award_pairs.csv in {}.", folder.display());
        return Ok(());
    }
    let data = Data::read(folder)?;
    let buyers: BTreeSet<usize> = data.awards.iter().map(|award| award.buyer).collect();
    println!("{} organisations, {} contractors", data.people.len(), data.contractors.len());
    println!("{} pairs of {} buyers tested", data.awards.len(), buyers.len());
    println!("chance: {:.1} %", 1000.0 / data.contractors.len() as f64);
    report(&data)
}

fn report(data: &Data) -> Result<(), Box<dyn Error>> {
    let hidden = |buyer: usize| data.overlap(&data.people[buyer].topics, buyer);
    let given = |buyer: usize| data.overlap(&data.people[buyer].all_topics, buyer);
    println!("{:52} {:>24} {:>24}", "contractor among the first ten", "fitting half", "other half");
    data.print("plain topic overlap, own topics hidden", hidden, |_| true);
    for guise in [Guise::Topics, Guise::Name, Guise::TopicsAndName] {
        let scorer = data.scorer(guise, Buyers::Hidden)?;
        let ranking = |buyer| data.ranking(&scorer, buyer);
        data.print(&format!("scoring, contractors with {guise:?}"), ranking, |_| true);
        data.print("  of these: the text is of the same call", ranking, |award| award.same_call);
        data.print("  of these: the text is of another call", ranking, |award| !award.same_call);
        let at_home = |buyer| {
            let mut ranked = data.ranking(&scorer, buyer);
            ranked.retain(|c| data.people[*c].country == data.people[buyer].country);
            ranked
        };
        data.print("  among contractors of the buyer's country", at_home, |_| true);
    }
    println!("With the answer in the question, to compare the use of topics alone:");
    data.print("plain topic overlap, nothing hidden", given, |_| true);
    let scorer = data.scorer(Guise::Topics, Buyers::Given)?;
    data.print("scoring, nothing hidden", |buyer| data.ranking(&scorer, buyer), |_| true);
    Ok(())
}

/// What scoring knows of contractors.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Guise {
    Topics,
    Name,
    TopicsAndName,
}

/// Whether buyers have the topics of the notices that are asked for.
#[derive(Clone, Copy, PartialEq)]
enum Buyers {
    Hidden,
    Given,
}

struct Organisation {
    name: String,
    country: u16,
    need: String,
    /// Without those that give the answer away.
    topics: Vec<u32>,
    all_topics: Vec<u32>,
}

struct Award {
    buyer: usize,
    contractor: usize,
    /// The notices by whose figures constants and defaults were chosen; the others were only reported.
    fitting: bool,
    /// The buyer's text is that of the notice the contractor won, not of another one.
    same_call: bool,
}

struct Data {
    people: Vec<Organisation>,
    contractors: BTreeSet<usize>,
    awards: Vec<Award>,
    topics: Topics,
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
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let people = rows(&folder.join("participants_real.csv"))?;
        let awards = rows(&folder.join("award_pairs.csv"))?;
        let taxonomy = BufReader::new(File::open(folder.join("taxonomy.json"))?);
        let vocabulary = Vocabulary::new(&serde_json::from_reader(taxonomy)?, &people);
        let place: HashMap<&str, usize> =
            people.iter().zip(0..).map(|(row, at)| (row["organisation"].as_str(), at)).collect();
        let tested = awards.iter().filter_map(|award| tested(award, &place, &people)).collect();
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

    fn scorer(&self, guise: Guise, buyers: Buyers) -> Result<Scorer, Box<dyn Error>> {
        let mut weights = Weights::default();
        // A conference prefers guests from abroad; a public buyer mostly hires at home.
        weights.set(Term::DifferentCountry, 0)?;
        let profiles: Vec<Profile> =
            (0..self.people.len()).map(|at| self.profile(at, guise, buyers)).collect();
        let (nothing, rules) = (Relations::default(), Rules::default());
        Ok(Scorer::new(&profiles, &self.topics, &nothing, weights, rules))
    }

    fn profile(&self, at: usize, guise: Guise, buyers: Buyers) -> Profile {
        let person = &self.people[at];
        let tick = |topics: &[u32]| topics.iter().copied().map(Interest::topic).collect();
        let mut profile = Profile { id: at as u128, ..Profile::default() };
        if self.contractors.contains(&at) {
            if guise != Guise::Name {
                profile.offers = tick(&person.all_topics);
            }
            if guise != Guise::Topics {
                profile.offers.push(Interest::text(&*person.name));
            }
        } else if person.need.is_empty() {
            profile.offers = tick(&person.topics);
        } else {
            let given = buyers == Buyers::Given;
            profile.seeks = tick(if given { &person.all_topics } else { &person.topics });
            profile.seeks.push(Interest::text(&*person.need));
        }
        profile
    }

    /// All contractors, those first that scoring would propose first.
    fn ranking(&self, scorer: &Scorer, buyer: usize) -> Vec<usize> {
        let buyer = buyer as u32;
        let ranked = scorer.rank_for(buyer, self.people.len());
        let partners = ranked.iter().map(|pair| pair.partner_of(buyer) as usize);
        partners.filter(|partner| self.contractors.contains(partner)).collect()
    }

    /// All contractors by the number of topics in common, equals in an order that is as good as drawn.
    fn overlap(&self, wanted: &[u32], buyer: usize) -> Vec<usize> {
        let mut ranked: Vec<usize> = self.contractors.iter().copied().collect();
        ranked.sort_by_cached_key(|contractor| {
            let topics = &self.people[*contractor].all_topics;
            let common = topics.iter().filter(|topic| wanted.contains(topic)).count();
            (std::cmp::Reverse(common), (contractor * 7919 + buyer * 104_729) % 65_537)
        });
        ranked
    }

    fn print(&self, name: &str, rank: impl Fn(usize) -> Vec<usize>, asked: impl Fn(&Award) -> bool) {
        let mut ranked: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut halves = [(0, 0); 2];
        for award in self.awards.iter().filter(|award| asked(award)) {
            let ranking = ranked.entry(award.buyer).or_insert_with_key(|buyer| rank(*buyer));
            let (found, all) = &mut halves[usize::from(!award.fitting)];
            *found += usize::from(ranking.iter().take(10).any(|c| *c == award.contractor));
            *all += 1;
        }
        let [fitting, other] = halves.map(|(found, all)| {
            let percent = 100.0 * found as f64 / f64::from(all.max(1));
            format!("{found} of {all} = {percent:.1} %")
        });
        println!("{name:52} {fitting:>24} {other:>24}");
    }
}

fn tested(award: &Row, place: &HashMap<&str, usize>, people: &[Row]) -> Option<Award> {
    let buyer = *place.get(award["buyer"].as_str())?;
    let contractor = *place.get(award["contractor"].as_str())?;
    let need = people[buyer]["seeks"].to_lowercase();
    let names_it = need.contains(&award["contractor"].to_lowercase());
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
