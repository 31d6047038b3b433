//! `rendezvous demo`: the server with a conference in it that is ready to be looked at.

use std::collections::HashMap;

use anyhow::Context;
use clap::Args;

use super::serve::{self, until_told};
use super::settings::Settings;
use crate::app::App;
use crate::domain::account::Role;
use crate::domain::ids::ParticipantId;
use crate::domain::round::RoundState;
use crate::services::access::{self, EventAccess};
use crate::services::rounds::settings::{Effort, RoundSettings};
use crate::services::{demo, links, meetings, rounds};

/// The seed of everything that the demo makes up.
const SEED: u64 = 2020;

/// Runs the server with a made-up conference: participants, a published match round, mails in the outbox.
#[derive(Debug, Args)]
pub struct Demo {
    #[command(flatten)]
    settings: Settings,
    /// How many participants are made up.
    #[arg(long, default_value_t = 250, value_parser = clap::value_parser!(u32).range(10..=5_000))]
    participants: u32,
}

impl Demo {
    /// Starts the server, fills it unless an earlier start did, and prints where to look.
    pub fn run(self) -> anyhow::Result<()> {
        let running = serve::start_with(self.settings, |app| prepare(app, self.participants))?;
        until_told(running)
    }
}

fn prepare(app: &App, participants: u32) -> anyhow::Result<()> {
    let demo = demo::fill(app, usize::try_from(participants)?, SEED).context("Cannot fill the demo event")?;
    let access = access::enter_as(app, &demo.organiser, demo.slug, Role::Organiser)
        .context("Cannot open the demo event")?;
    if !rounds::list(app, &access)?.iter().any(|(round, _)| round.state == RoundState::Published) {
        publish_a_round(app, &access)?;
    }
    let address = |path: &str| app.config.base_url.join(path);
    println!("event: {}", address(&format!("/e/{}", demo.slug)));
    println!("organiser: {}", address("/organiser/login"));
    println!("organiser-email: {}", demo.organiser_email);
    println!("organiser-password: {}", demo.organiser_password);
    if let Some(busiest) = busiest(app, &demo)? {
        println!("schedule: {}", links::issue_personal_link(app, &busiest)?);
    }
    println!("round: {}", address(&format!("/organiser/events/{}/rounds/1", demo.slug)));
    println!("outbox: {}", address("/outbox"));
    Ok(())
}

fn publish_a_round(app: &App, access: &EventAccess) -> anyhow::Result<()> {
    let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, access, &settings, Some(SEED)).context("Cannot solve the demo round")?;
    rounds::publish(app, access, round.number).context("Cannot publish the demo round")?;
    Ok(())
}

/// Of the first participants, the one with most meetings: a schedule worth looking at.
fn busiest(app: &App, demo: &demo::Demo) -> anyhow::Result<Option<ParticipantId>> {
    let mut meetings_of: HashMap<&ParticipantId, usize> = HashMap::new();
    for id in demo.registered.iter().take(40) {
        meetings_of.insert(id, meetings::schedule_of(app, id)?.len());
    }
    let first = demo.registered.iter().take(40).rev().max_by_key(|id| meetings_of.get(id).copied());
    Ok(first.cloned())
}
