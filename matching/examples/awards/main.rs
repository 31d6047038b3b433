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
//! - pairs where the buyer's text seems to name the contractor (a word of its name that no other
//!   buyer's text has) are not tested.
//!
//! What a contractor can do is known only from the notice it won. So it takes part in three guises:
//! with these topics, with nothing but its name as a text, and with both.
//!
//! `… -- FOLDER FILE` writes the questions to a file as well; `beside_scikit_learn.py` asks scikit-learn the same.

mod notices;
mod questions;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use matching::scoring::{Interest, Profile, Relations, Rules, Scorer, Term, Weights};
use notices::{Award, Data};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1);
    let folder = folder.unwrap_or_else(|| "../shared/data".to_owned());
    let folder = Path::new(&folder);
    if !folder.join("award_pairs.csv").exists() {
        println!("Skipped: there is no award_pairs.csv in {}.", folder.display());
        return Ok(());
    }
    let data = Data::read(folder)?;
    if let Some(file) = std::env::args().nth(2) {
        questions::write(&data, |topic| data.topics.labels(topic).to_vec(), Path::new(&file))?;
    }
    let buyers: BTreeSet<usize> = data.awards.iter().map(|award| award.buyer).collect();
    println!("{} organisations, {} contractors", data.people.len(), data.contractors.len());
    println!("{} pairs of {} buyers tested", data.awards.len(), buyers.len());
    println!("chance: {:.1} %", 1000.0 / data.contractors.len() as f64);
    println!("chance at home: {:.1} %", data.chance_at_home());
    report(&data)
}

fn report(data: &Data) -> Result<(), Box<dyn Error>> {
    let hidden = |buyer: usize| data.overlap(&data.people[buyer].topics, buyer);
    let given = |buyer: usize| data.overlap(&data.people[buyer].all_topics, buyer);
    println!("{:52} {:>24} {:>24}", "contractor among the first ten", "fitting half", "other half");
    data.print("plain topic overlap, own topics hidden", hidden, |_| true);
    for guise in [Guise::Topics, Guise::Name, Guise::TopicsAndName] {
        let scorer = data.scorer(guise, Buyers::Hidden, 0)?;
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
        let scorer = data.scorer(guise, Buyers::Hidden, NEIGHBOURS)?;
        let ranking = |buyer| data.ranking(&scorer, buyer);
        data.print("  same_country set, as an organiser may", ranking, |_| true);
    }
    println!("With the answer in the question, to compare the use of topics alone:");
    data.print("plain topic overlap, nothing hidden", given, |_| true);
    let scorer = data.scorer(Guise::Topics, Buyers::Given, 0)?;
    data.print("scoring, nothing hidden", |buyer| data.ranking(&scorer, buyer), |_| true);
    Ok(())
}

/// What an organiser may give people of one country who wants neighbours to meet; chosen on the fitting half.
const NEIGHBOURS: i32 = 50;

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

impl Data {
    /// `neighbours` are the points for people of one country.
    fn scorer(&self, guise: Guise, buyers: Buyers, neighbours: i32) -> Result<Scorer, Box<dyn Error>> {
        let mut weights = Weights::default();
        // A conference prefers guests from abroad; a public buyer mostly hires at home.
        weights.set(Term::DifferentCountry, 0)?;
        weights.set(Term::SameCountry, neighbours)?;
        let profiles: Vec<Profile> =
            (0..self.people.len()).map(|at| self.profile(at, guise, buyers)).collect();
        let (nothing, rules) = (Relations::default(), Rules::default());
        Ok(Scorer::new(&profiles, &self.topics, &nothing, weights, rules))
    }

    fn profile(&self, at: usize, guise: Guise, buyers: Buyers) -> Profile {
        let person = &self.people[at];
        let tick = |topics: &[u32]| topics.iter().copied().map(Interest::topic).collect();
        let country = Some(person.country);
        let mut profile = Profile { id: at as u128, country, ..Profile::default() };
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

    /// How often, in percent, ten contractors of the buyer's country drawn blindly hold the right one.
    fn chance_at_home(&self) -> f64 {
        let country = |person: usize| self.people[person].country;
        let chance = |award: &Award| {
            let here = self.contractors.iter().filter(|c| country(**c) == country(award.buyer));
            let right_one_is_here = country(award.contractor) == country(award.buyer);
            f64::from(u8::from(right_one_is_here)) * (10.0 / here.count().max(1) as f64).min(1.0)
        };
        100.0 * self.awards.iter().map(chance).sum::<f64>() / self.awards.len().max(1) as f64
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
