//! `rendezvous bench`: how good the matching is on made-up events, beside the bound it proves and two simple methods.

mod measure;
mod meter;
mod report;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use matching::samples::{SHAPES, Shape};

use crate::documents::sample_instance::write_sample;

/// Measures the matching on made-up events and prints what it reaches beside what is proved, and what simple methods
/// reach. Every schedule is checked.
#[derive(Debug, Args)]
pub struct Bench {
    /// Names of events, with commas between them; without it the four smaller ones.
    #[arg(long, value_delimiter = ',', default_value = "e150,e200,e250,e900v")]
    instances: Vec<String>,
    /// The events are rolled with these seeds, with commas between them.
    #[arg(long, value_delimiter = ',', default_value = "1")]
    seeds: Vec<u64>,
    /// Work units to spend on each; without it 8 million, and 40 million across time zones.
    #[arg(long)]
    work: Option<u64>,
    /// Prints tables for a page in Markdown.
    #[arg(long)]
    markdown: bool,
    /// Measures nothing, but writes each event into this folder, as a file NAME-SEED.json that `solve` reads.
    #[arg(long)]
    write: Option<PathBuf>,
}

impl Bench {
    /// Measures one event after the other and prints three tables: schedules, simple methods, repairs.
    pub fn run(self) -> anyhow::Result<()> {
        let shapes = self.instances.iter().map(|name| shape(name)).collect::<anyhow::Result<Vec<_>>>()?;
        if let Some(folder) = &self.write {
            return self.write_events(&shapes, folder);
        }
        let mut report = report::Report::default();
        for shape in shapes {
            for &seed in &self.seeds {
                eprintln!("{}, seed {seed}", shape.name);
                let measured = measure::measure(shape, seed, self.work)
                    .with_context(|| format!("{}, seed {seed}", shape.name))?;
                report.add(&measured);
            }
        }
        print!("{}", report.print(self.markdown));
        Ok(())
    }

    fn write_events(&self, shapes: &[&Shape], folder: &Path) -> anyhow::Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("Cannot make {}", folder.display()))?;
        for (shape, &seed) in shapes.iter().flat_map(|shape| self.seeds.iter().map(move |seed| (shape, seed)))
        {
            let file = folder.join(format!("{}-{seed}.json", shape.name));
            fs::write(&file, write_sample(shape, seed))
                .with_context(|| format!("Cannot write {}", file.display()))?;
        }
        Ok(())
    }
}

fn shape(name: &str) -> anyhow::Result<&'static Shape> {
    let Some(shape) = Shape::named(name.trim()) else {
        let known: Vec<&str> = SHAPES.iter().map(|shape| shape.name).collect();
        bail!("There is no event called {name}. The events are {}.", known.join(", "));
    };
    Ok(shape)
}
