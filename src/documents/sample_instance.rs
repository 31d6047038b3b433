//! Made-up events as instance files: what `bench` measures, for `solve` and for other programs to read.

use matching::samples::{Kind, Profile, Sample, Shape};
use matching::{PairInput, PersonInput, Request};
use serde_json::{Value, json};

/// The event of a shape and a seed in the form that docs/instances.md describes. Where its pairs are given by rule none is listed.
#[must_use]
pub fn write_sample(shape: &Shape, seed: u64) -> String {
    let sample = shape.sample(seed);
    let people = |of: &dyn Fn(&PersonInput) -> Value| sample.input.people.iter().map(of).collect::<Value>();
    let profiles = |of: &dyn Fn(&Profile) -> Value| sample.profiles.iter().map(of).collect::<Value>();
    let value = json!({
        "name": shape.name, "seed": seed, "n": shape.people, "slots": shape.slots, "breaks_after": shape.pauses,
        "tables": shape.tables.unwrap_or(0), "target_min": shape.minimum, "cross": shape.only_abroad(),
        "cap": people(&|person| json!(person.cap)),
        "avail": people(&|person| json!(signs(&person.available))),
        "org": profiles(&|profile| json!(profile.organisation)),
        "country": profiles(&|profile| json!(profile.country)),
        "otype": profiles(&|profile| json!(Kind::ALL.iter().position(|kind| *kind == profile.kind))),
        "offers": profiles(&|profile| json!(profile.offers)),
        "seeks": profiles(&|profile| json!(profile.seeks)),
        "requests": sample.wishes.requests, "forbidden": sample.wishes.forbidden,
        "pairs": pairs(shape, &sample),
    });
    format!("{value}\n")
}

fn signs(available: &[bool]) -> String {
    available.iter().map(|here| if *here { '1' } else { '0' }).collect()
}

fn pairs(shape: &Shape, sample: &Sample) -> Value {
    if shape.by_rule {
        return Value::Null;
    }
    let row = |pair: &PairInput| {
        let request = match pair.request {
            Request::None => 0,
            Request::OneWay => 1,
            Request::Mutual => 2,
        };
        json!([pair.a, pair.b, pair.weight, request])
    };
    sample.input.pairs.iter().map(row).collect()
}
