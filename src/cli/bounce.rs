//! `rendezvous bounce < MAIL`: takes in one mail that came back, for the pipe of a mail server.

use std::io::Read;
use std::process::ExitCode;

use clap::Args;

use super::serve;
use super::settings::Settings;
use crate::domain::bounce::Verdict;
use crate::mail::dropbox::MAIL_MAX;
use crate::mail::returned::{self, Nothing, Returned};
use crate::services::bounces::{self, Taken};
use crate::services::calendar_answers::Outcome;

/// "Try again later", as mail servers understand it (`EX_TEMPFAIL` of sysexits.h).
const LATER: u8 = 75;

/// Takes in a mail to the bounce mailbox from standard input, beside a running server or without one.
#[derive(Debug, Args)]
pub struct Bounce {
    #[command(flatten)]
    settings: Settings,
    /// The address that the mail came to, if the mail server tells; else the mail's headers are asked.
    #[arg(long, value_name = "ADDRESS")]
    recipient: Option<String>,
    /// Only says what the mail is taken for, and changes nothing.
    #[arg(long)]
    explain: bool,
}

impl Bounce {
    /// Takes the mail in and says what became of it. Whatever fails is the mail server's to try again.
    pub fn run(self) -> ExitCode {
        if self.explain {
            return self.explain();
        }
        match self.take_in() {
            Ok(taken) => {
                println!("{}", plainly(taken));
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error:#}");
                ExitCode::from(LATER)
            }
        }
    }

    fn explain(self) -> ExitCode {
        let explained = input().and_then(|mail| {
            let config = self.settings.clone().into_config(self.settings.listen)?;
            Ok(returned::read(&mail, config.mail.bounce_address.as_ref(), self.recipient.as_deref()))
        });
        match explained {
            Ok(returned) => {
                println!("{}", in_detail(&returned));
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error:#}");
                ExitCode::FAILURE
            }
        }
    }

    fn take_in(self) -> anyhow::Result<Taken> {
        let mail = input()?;
        let app = serve::open(self.settings.clone().into_config(self.settings.listen)?)?;
        Ok(bounces::take_in(&app, &mail, self.recipient.as_deref())?)
    }
}

fn input() -> anyhow::Result<Vec<u8>> {
    let mut mail = Vec::new();
    let mut input = std::io::stdin().lock();
    input.by_ref().take(MAIL_MAX).read_to_end(&mut mail)?;
    // The rest is read too: a mail server counts a pipe that closes early as a failure.
    std::io::copy(&mut input, &mut std::io::sink())?;
    Ok(mail)
}

fn in_detail(returned: &Returned) -> String {
    match returned {
        Returned::Failure(failure) => {
            let follows = match failure.verdict {
                Verdict::NoMailbox => "The address does not exist; it is blocked",
                Verdict::Doubtful => "The address is in doubt; it is blocked if that is repeated over days",
                Verdict::NotTheAddress => "The address is not to blame; it stays in use",
            };
            format!("{follows}. The server said: {}", failure.reason)
        }
        Returned::Answer(answer) => {
            let said: Vec<&str> = answer.attendees.iter().map(|(_, said)| said.code()).collect();
            format!("A calendar answers {} to the invitation {}.", said.join(", "), answer.uid)
        }
        Returned::Stop(_) => "Somebody wants no more reminders.".to_string(),
        Returned::Nothing(Nothing::AutoReply) => "A machine answers for somebody who is away.".to_string(),
        Returned::Nothing(Nothing::StillGoing) => {
            "The mail arrived, or another server goes on trying.".to_string()
        }
        Returned::Nothing(Nothing::Unrelated) => "Not about a mail of ours.".to_string(),
    }
}

fn plainly(taken: Taken) -> &'static str {
    match taken {
        Taken::Blocked => "The mail came back: nothing more is sent to its address.",
        Taken::Noted => "The mail came back: that is noted, and its address stays in use.",
        Taken::Stopped => "Somebody gets no more reminders.",
        Taken::Answered(Outcome::Noted) => "A calendar has answered an invitation: that is noted.",
        Taken::Answered(Outcome::Asked) => {
            "Somebody has declined a meeting: they are asked whether it is off."
        }
        Taken::Answered(Outcome::CalledOff) => "Somebody has declined a meeting: it is called off.",
        Taken::Answered(Outcome::Foreign) => {
            "An answer to an invitation that was not sent to whoever answers."
        }
        Taken::Answered(Outcome::Stale) => "An answer that is out of date, or was heard before.",
        Taken::Ignored(_) => "Nothing to act on.",
    }
}
