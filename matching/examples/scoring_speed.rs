//! How long scoring takes: `cargo run --release -p matching --example scoring_speed [PEOPLE] [WORDS]`.

use std::time::Instant;

use matching::scoring::{Interest, Limits, Profile, Relations, Rules, Scorer, Topic, Topics, Weights};

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|number| number.parse().ok());
    let people: u32 = numbers.next().unwrap_or(1_000);
    let words: u32 = numbers.next().unwrap_or(30);
    let mut draw = Draw(1);
    let topics = (0..60).map(|topic| Topic {
        parent: (topic >= 10).then_some(topic % 10),
        labels: (0..3).map(|_| draw.word()).collect(),
    });
    let topics = Topics::new(topics.collect());
    let profiles: Vec<Profile> = (0..people).map(|id| profile(id, words, &mut draw)).collect();
    let relations = Relations {
        wishes: (0..3 * people).map(|_| (draw.below(people), draw.below(people))).collect(),
        ..Relations::default()
    };
    let start = Instant::now();
    let scorer = Scorer::new(&profiles, &topics, &relations, Weights::default(), Rules::default());
    println!("{people} people prepared in {:.2?}", start.elapsed());
    let start = Instant::now();
    let pairs = scorer.score(Limits::default());
    println!("{} pairs listed in {:.2?}", pairs.len(), start.elapsed());
    let asked = people.min(50);
    let start = Instant::now();
    for person in 0..asked {
        scorer.rank_for(person, 10);
    }
    println!("a ranking of 10 in {:.2?}", start.elapsed() / asked.max(1));
    let (mut best, mut found) = (0, 0);
    for person in 0..asked {
        let everybody = scorer.rank_for(person, people as usize);
        best += everybody.iter().take(10).map(|pair| pair.weight).sum::<u32>();
        let listed = pairs.iter().filter(|pair| pair.a == person || pair.b == person);
        let mut weights: Vec<u32> = listed.map(|pair| pair.weight).collect();
        weights.sort_unstable_by_key(|weight| std::cmp::Reverse(*weight));
        found += weights.iter().take(10).sum::<u32>();
    }
    println!("the ten heaviest pairs of each: {found} in the list, {best} of all pairs");
}

fn profile(id: u32, words: u32, draw: &mut Draw) -> Profile {
    let side = |draw: &mut Draw| {
        let mut side: Vec<Interest> = (0..3).map(|_| Interest::topic(draw.below(60))).collect();
        let text: Vec<String> = (0..words).map(|_| draw.word()).collect();
        side.push(Interest::text(text.join(" ")));
        side
    };
    Profile {
        id: u128::from(id),
        organisation: Some(draw.below(1 + id)),
        country: Some(draw.below(30) as u16),
        kind: Some(draw.below(5) as u16),
        group: Some(draw.below(5) as u16),
        offers: side(draw),
        seeks: side(draw),
        languages: vec![draw.below(3) as u16, draw.below(20) as u16],
        answers: Vec::new(),
    }
}

/// Random numbers from SplitMix64.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, end: u32) -> u32 {
        (self.next() % u64::from(end.max(1))) as u32
    }

    /// Words as frequent as real ones (Zipf's law), of three to five syllables.
    fn word(&mut self) -> String {
        let bits = self.below(13);
        let mut word = Draw(u64::from(self.below(1 << bits)) + (1 << bits));
        let syllables = 2 + word.below(3);
        let mut text = String::new();
        for _ in 0..syllables {
            text.push_str(["ba", "ter", "lo", "min", "su", "ka", "ri", "tion"][word.below(8) as usize]);
            text.push_str(["n", "s", "", "k", "", "r"][word.below(6) as usize]);
        }
        text
    }
}
