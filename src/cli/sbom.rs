//! `rendezvous sbom`: what the program is made of.

use clap::Args;

use crate::documents::bill_of_materials::bill_of_materials;

/// Prints a bill of materials of this program (CycloneDX, JSON).
#[derive(Debug, Args)]
pub struct Sbom {}

impl Sbom {
    /// Prints it.
    pub fn run(&self) -> anyhow::Result<()> {
        println!("{}", bill_of_materials());
        Ok(())
    }
}
