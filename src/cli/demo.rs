//! `rendezvous demo`: the server with a conference in it that is ready to be looked at.

use anyhow::Context;
use clap::Args;

use super::serve::{self, until_told};
use super::settings::Settings;
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting_report::CancelReason;
use crate::domain::round::RoundState;
use crate::services::access::{self, ChangeAccess};
use crate::services::meeting_reports::CancelInput;
use crate::services::proposals::{ProposeError, Proposing};
use crate::services::rounds::settings::{Effort, RoundSettings};
use crate::services::{demo, links, meeting_reports, my_event, proposals, rounds, schedule};

/// The seed of everything that the demo makes up.
const SEED: u64 = 2020;

/// Runs the server with a made-up conference: participants, a published match round, mails in the outbox.
#[derive(Debug, Args)]
pub struct Demo {
    #[command(flatten)]
    settings: Settings,
    /// How many participants are made up.
    #[arg(long, default_value_t = 250, value_parser = clap::value_parser!(u32).range(10..=20_000))]
    participants: u32,
}

impl Demo {
    /// Starts the server, fills it unless an earlier start did, and prints where to look.
    pub fn run(self) -> anyhow::Result<()> {
        let settings = Settings { demo: true, ..self.settings };
        let running = serve::start_with(settings, |app| prepare(app, self.participants))?;
        until_told(running)
    }
}

fn prepare(app: &App, participants: u32) -> anyhow::Result<()> {
    let demo = demo::fill(app, usize::try_from(participants)?, SEED).context("Cannot fill the demo event")?;
    let access = access::change_as(app, &demo.organiser, demo.slug).context("Cannot open the demo event")?;
    let is_new = !rounds::list(app, &access)?.iter().any(|(round, _)| round.state == RoundState::Published);
    if is_new {
        publish_a_round(app, &access)?;
    }
    let guide = busiest(app, &demo)?;
    if let Some(guide) = guide.as_ref().filter(|_| is_new) {
        go_on(app, guide).context("Cannot go on after the demo round")?;
    }
    let address = |path: &str| app.config.base_url.join(path);
    println!("event: {}", address(&format!("/e/{}", demo.slug)));
    println!("organiser: {}", address("/organiser/login"));
    println!("organiser-email: {}", demo.organiser_email);
    println!("organiser-password: {}", demo.organiser_password);
    if let Some(guide) = &guide {
        println!("schedule: {}", links::issue_personal_link(app, guide)?);
    }
    println!("round: {}", address(&format!("/organiser/events/{}/rounds/1", demo.slug)));
    println!("outbox: {}", address("/outbox"));
    Ok(())
}

/// Publishes the first round: a new one, or what a start that was interrupted left of it.
fn publish_a_round(app: &App, access: &ChangeAccess) -> anyhow::Result<()> {
    let left = rounds::list(app, access)?.into_iter().map(|(round, _)| round);
    let round = match left.into_iter().find(|round| is_unfinished(round.state)) {
        Some(begun) => rounds::wait_for(app, access, begun.number)?,
        None => {
            let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
            rounds::run(app, access, &settings, Some(SEED)).context("Cannot solve the demo round")?
        }
    };
    rounds::publish(app, access, round.number).context("Cannot publish the demo round")?;
    Ok(())
}

fn is_unfinished(state: RoundState) -> bool {
    matches!(state, RoundState::Running | RoundState::Draft)
}

/// Of the first participants who show themselves to others, the one with most meetings: a schedule worth looking at.
fn busiest(app: &App, demo: &demo::Demo) -> anyhow::Result<Option<ParticipantId>> {
    let mut most: Option<(usize, &ParticipantId)> = None;
    for id in demo.registered.iter().take(40) {
        let mine = my_event::of(app, access::own_as_operator(app, id)?)?;
        let is_more = most.is_none_or(|(known, _)| mine.meetings.len() > known);
        if mine.participant.profile.listed && is_more {
            most = Some((mine.meetings.len(), id));
        }
    }
    Ok(most.map(|(_, id)| id.clone()))
}

/// How many people are tried until one of them may ask.
const ASKERS: usize = 3;

/// What happens once a plan is out: a partner calls a meeting off, and somebody who is free then asks for one.
fn go_on(app: &App, id: &ParticipantId) -> anyhow::Result<()> {
    let mine = my_event::of(app, access::own_as_operator(app, id)?)?;
    let Some(lost) = mine.meetings.last() else { return Ok(()) };
    let note = "I caught a cold and stay at home. Let us talk by telephone next week.".to_string();
    let ill = CancelInput { reason: CancelReason::Ill.code().to_string(), note, told: true };
    let partner = access::own_as_operator(app, &lost.partner.id)?;
    meeting_reports::cancel(app, &partner, &lost.meeting.id, &ill)?;
    let asked = my_event::of(app, access::own_as_operator(app, id)?)?;
    let view = schedule::view(app, &asked)?;
    let Some(free) = view.free.iter().find(|free| free.count > 1) else { return Ok(()) };
    let Some(free) = schedule::slot(app, &asked, &free.slot, (1, ASKERS))? else { return Ok(()) };
    let message = "We build test benches for just that. Shall we talk for twenty minutes?";
    for asker in &free.people {
        let asker = access::own_as_operator(app, &asker.participant.id)?;
        let asked = Proposing {
            to: id.clone(),
            slot: free.slot.id.clone(),
            message: message.to_string(),
            instead_of: None,
        };
        match proposals::propose(app, &asker, &asked) {
            Err(ProposeError::NotPossible) => {}
            proposed => return Ok(proposed?),
        }
    }
    Ok(())
}
