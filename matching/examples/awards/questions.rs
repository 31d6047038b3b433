//! Writes what scoring is asked, and nothing that is hidden from it, so that other programs can be asked the same.

use std::error::Error;
use std::fs::File;
use std::path::Path;

use serde_json::{Value, json};

use super::notices::Data;

/// One JSON object with the contractors and the questions.
pub fn write(data: &Data, labels: impl Fn(u32) -> Vec<String>, file: &Path) -> Result<(), Box<dyn Error>> {
    let named = |topics: &[u32]| topics.iter().map(|topic| labels(*topic)).collect::<Vec<_>>();
    let contractors: Vec<usize> = data.contractors.iter().copied().collect();
    let known = |contractor: &usize| {
        let person = &data.people[*contractor];
        json!({ "name": person.name, "country": person.country, "topics": named(&person.all_topics) })
    };
    let asked = |award: &super::notices::Award| {
        let buyer = &data.people[award.buyer];
        // Who is hired by somebody takes part as a contractor only.
        let is_contractor = data.contractors.contains(&award.buyer);
        let (text, topics) =
            if is_contractor { ("", &buyer.all_topics) } else { (&*buyer.need, &buyer.topics) };
        json!({
            "buyer": award.buyer,
            "text": text,
            "topics": named(topics),
            "country": buyer.country,
            "right": contractors.binary_search(&award.contractor).ok(),
            "fitting": award.fitting,
        })
    };
    let contractors_known: Vec<Value> = contractors.iter().map(known).collect();
    let questions: Vec<Value> = data.awards.iter().map(asked).collect();
    let all = json!({ "contractors": contractors_known, "questions": questions });
    Ok(serde_json::to_writer(File::create(file)?, &all)?)
}
