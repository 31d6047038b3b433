//! Tries scoring on real organisations: how often is the company that a public buyer really hired
//! among the first ten that scoring proposes, of all companies hired by anyone?
//!
//! `cargo run --release -p matching --example awards [FOLDER]`; the folder (`../shared/data` if not given) holds
//! `participants_real.csv`, `award_pairs.csv` and `taxonomy.json`. What is hidden from scoring, and why:
//!
//! - every topic of a buyer that comes from a notice in `award_pairs.csv`: it is the same list of codes as
//!   its contractor's, so with it the answer would be in the question;
//! - the topics of every other organisation whose text begins like a tested buyer's (the same call under
//!   another spelling of the name);
//! - pairs where the buyer's text names the contractor are left out.
//!
//! What cannot be hidden without losing the contractor altogether: its topics, which are known only from
//! the notice it won. The second setting takes even these away and leaves its name as its only text.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;

use matching::scoring::{Interest, Profile, Relations, Rules, Scorer, Term, Topic, Topics, Weights};

type Row = HashMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "../shared/data".into());
    let folder = Path::new(&folder);
    if !folder.join("award_pairs.csv").exists() {
        println!("skipped: no award_pairs.csv in {}", folder.display());
        return Ok(());
    }
    let data = Data::read(folder)?;
    println!(
        "{} organisations, {} of them contractors; {} pairs of {} buyers tested",
        data.people.len(),
        data.contractors.len(),
        data.pairs.len(),
        data.pairs.iter().map(|pair| pair.buyer).collect::<BTreeSet<_>>().len()
    );
    let chance = 1000 * 10 / data.contractors.len();
    println!("{:60} {:>20} {:>20}", "", "fitting half", "other half");
    println!("{:60} {:>19}% {:>19}%", "chance", tenths(chance), tenths(chance));
    data.report("plain topic overlap, own topics hidden", |buyer| data.overlap(buyer, Side::Hidden));
    data.report("plain topic overlap, nothing hidden (the answer is given)", |buyer| {
        data.overlap(buyer, Side::Given)
    });
    for (name, contractor) in
        [("topics", Contractor::Topics), ("name", Contractor::Name), ("topics and name", Contractor::Both)]
    {
        let scorer = data.scorer(contractor);
        data.report(&format!("scoring, contractors by {name}"), |buyer| data.ranking(&scorer, buyer));
        data.report_home(&format!("  among contractors of the buyer's country"), |buyer| {
            data.ranking(&scorer, buyer)
        });
    }
    Ok(())
}

fn tenths(permille: usize) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Hidden,
    Given,
}

#[derive(Clone, Copy, PartialEq)]
enum Contractor {
    Topics,
    Name,
    Both,
}

struct Person {
    row: Row,
    topics: Vec<u32>,
    hidden: Vec<u32>,
    country: u16,
}

struct Pair {
    buyer: u32,
    contractor: u32,
    notice: String,
}

struct Data {
    people: Vec<Person>,
    topics: Topics,
    pairs: Vec<Pair>,
    contractors: BTreeSet<u32>,
}

fn rows(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    Ok(csv::Reader::from_path(path)?.deserialize().collect::<Result<_, _>>()?)
}

impl Data {
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let people = rows(&folder.join("participants_real.csv"))?;
        let awards = rows(&folder.join("award_pairs.csv"))?;
        let taxonomy: serde_json::Value = serde_json::from_reader(std::io::BufReader::new(
            std::fs::File::open(folder.join("taxonomy.json"))?,
        ))?;
        let mut code_label: HashMap<String, String> = HashMap::new();
        let mut labels: HashMap<String, (String, Vec<String>)> = HashMap::new();
        for item in taxonomy["cpv_seen"]["items"].as_array().into_iter().flatten() {
            let s = |k: &str| item[k].as_str().unwrap_or_default().to_string();
            code_label.insert(s("code"), s("en"));
            labels.insert(s("en"), (s("code"), vec![s("en"), s("de"), s("fr")]));
        }
        let names: BTreeSet<&str> = people
            .iter()
            .flat_map(|r| r["topics"].split(';'))
            .filter(|t| !t.is_empty())
            .chain(labels.keys().map(|s| s.as_str()))
            .collect();
        let number: BTreeMap<&str, u32> = names.iter().enumerate().map(|(i, n)| (*n, i as u32)).collect();
        let topics = Topics::new(
            names
                .iter()
                .map(|n| match labels.get(*n) {
                    Some((code, l)) => {
                        let division = code_label.get(&format!("{}000000", &code[..2])).filter(|d| d != n);
                        Topic {
                            parent: division.and_then(|d| number.get(d.as_str()).copied()),
                            labels: l.clone(),
                        }
                    }
                    None => Topic { parent: None, labels: vec![n.to_string()] },
                })
                .collect(),
        );
        let place: HashMap<&str, u32> =
            people.iter().enumerate().map(|(i, r)| (r["organisation"].as_str(), i as u32)).collect();
        let notices: BTreeSet<String> = awards.iter().map(|a| format!("ted:{}", a["notice"])).collect();
        let mut hidden_names: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        let mut pairs = Vec::new();
        let mut contractors = BTreeSet::new();
        let mut starts: BTreeSet<String> = BTreeSet::new();
        for a in &awards {
            let own = a["cpv_codes"].split(';').filter_map(|c| code_label.get(c)).map(|s| s.as_str());
            hidden_names.entry(&a["buyer"]).or_default().extend(own);
            if let Some(c) = place.get(a["contractor"].as_str()) {
                contractors.insert(*c);
            }
            if let (Some(b), Some(c)) = (place.get(a["buyer"].as_str()), place.get(a["contractor"].as_str()))
            {
                let text = people[*b as usize]["seeks"].to_lowercase();
                if !text.is_empty() && b != c && !text.contains(&a["contractor"].to_lowercase()) {
                    starts.insert(text.chars().take(40).collect());
                    pairs.push(Pair { buyer: *b, contractor: *c, notice: a["notice"].clone() });
                }
            }
        }
        let mut countries: BTreeMap<String, u16> = BTreeMap::new();
        let people = people
            .iter()
            .map(|r| {
                let n = countries.len() as u16;
                let country = *countries.entry(r["country"].clone()).or_insert(n);
                let all: Vec<u32> =
                    r["topics"].split(';').filter(|t| !t.is_empty()).map(|t| number[t]).collect();
                let start: String = r["seeks"].to_lowercase().chars().take(40).collect();
                let drop_all = !r["seeks"].is_empty()
                    && (notices.contains(&r["source"])
                        || starts.contains(&start) && !hidden_names.contains_key(r["organisation"].as_str()));
                let own = hidden_names.get(r["organisation"].as_str());
                let own: BTreeSet<u32> =
                    own.into_iter().flatten().filter_map(|n| number.get(n).copied()).collect();
                let kept = all.iter().copied().filter(|t| !drop_all && !own.contains(t)).collect();
                Person { row: r.clone(), topics: kept, hidden: all, country }
            })
            .collect();
        Ok(Self { people, topics, pairs, contractors })
    }

    fn scorer(&self, contractor: Contractor) -> Scorer {
        let profiles: Vec<Profile> = self
            .people
            .iter()
            .enumerate()
            .map(|(i, p)| {
                let is_contractor = self.contractors.contains(&(i as u32));
                let seeks = &p.row["seeks"];
                let mut profile = Profile { id: i as u128, country: Some(p.country), ..Profile::default() };
                if is_contractor {
                    if contractor != Contractor::Name {
                        profile.offers.extend(p.hidden.iter().copied().map(Interest::topic));
                    }
                    if contractor != Contractor::Topics {
                        profile.offers.push(Interest::text(p.row["organisation"].clone()));
                    }
                } else {
                    let side = if seeks.is_empty() { &mut profile.offers } else { &mut profile.seeks };
                    side.extend(p.topics.iter().copied().map(Interest::topic));
                    if !seeks.is_empty() {
                        side.push(Interest::text(seeks.clone()));
                    }
                }
                profile
            })
            .collect();
        let mut weights = Weights::default();
        let _ = weights.set(Term::DifferentCountry, 0);
        for s in std::env::var("W").unwrap_or_default().split(',').filter(|s| !s.is_empty()) {
            let (k, v) = s.split_once('=').unwrap_or((s, "0"));
            if let Some(t) = Term::from_key(k) {
                let _ = weights.set(t, v.parse().unwrap_or(0));
            }
        }
        Scorer::new(&profiles, &self.topics, &Relations::default(), weights, Rules::default())
    }

    fn ranking(&self, scorer: &Scorer, buyer: u32) -> Vec<u32> {
        scorer
            .rank_for(buyer, usize::MAX)
            .iter()
            .map(|p| p.partner_of(buyer))
            .filter(|p| self.contractors.contains(p))
            .collect()
    }

    fn overlap(&self, buyer: u32, side: Side) -> Vec<u32> {
        let b = &self.people[buyer as usize];
        let mine = if side == Side::Hidden { &b.topics } else { &b.hidden };
        let mut all: Vec<(usize, u64, u32)> = self
            .contractors
            .iter()
            .map(|c| {
                let n = self.people[*c as usize].hidden.iter().filter(|t| mine.contains(t)).count();
                (n, (u64::from(*c) * 2654435761 + u64::from(buyer) * 40503) % 65536, *c)
            })
            .collect();
        all.sort();
        all.into_iter().rev().map(|x| x.2).collect()
    }

    fn report(&self, name: &str, rank: impl Fn(u32) -> Vec<u32>) {
        self.show(name, rank, false)
    }
    fn report_home(&self, name: &str, rank: impl Fn(u32) -> Vec<u32>) {
        self.show(name, rank, true)
    }
    fn show(&self, name: &str, rank: impl Fn(u32) -> Vec<u32>, home: bool) {
        let mut by_buyer: BTreeMap<u32, Vec<&Pair>> = BTreeMap::new();
        for p in &self.pairs {
            by_buyer.entry(p.buyer).or_default().push(p);
        }
        let (mut hit, mut n, mut rr) = ([0usize; 2], [0usize; 2], [0f64; 2]);
        for (buyer, pairs) in by_buyer {
            let mut order = rank(buyer);
            if home {
                order.retain(|c| self.people[*c as usize].country == self.people[buyer as usize].country);
            }
            for p in pairs {
                let half = p.notice.bytes().take(6).map(usize::from).sum::<usize>() % 2;
                n[half] += 1;
                if let Some(at) = order.iter().position(|c| *c == p.contractor) {
                    if at < 10 {
                        hit[half] += 1;
                    }
                    rr[half] += 1.0 / (at + 1) as f64;
                }
            }
        }
        let f = |h: usize| {
            format!(
                "{:4}/{:4} {:.1}% mrr {:.3}",
                hit[h],
                n[h],
                100.0 * hit[h] as f64 / n[h] as f64,
                rr[h] / n[h] as f64
            )
        };
        println!("{name:60} {:>28} {:>28}", f(0), f(1));
    }
}
