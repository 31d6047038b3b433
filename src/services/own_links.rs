//! What participants do with the links that open *My event*: log a browser out, and end all of them.

use super::Fault;
use super::access::OwnAccess;
use super::log::note;
use super::tx::write;
use crate::app::App;
use crate::domain::token::Token;
use crate::store::links::{self, LinkPurpose};
use crate::store::{feeds, participants};

/// Ends every link that opens *My event*, in mails and in browsers, and the address that a calendar follows. A new one is only a
/// mail away.
pub fn end_all(app: &App, own: &OwnAccess) -> Result<(), Fault> {
    write(app, |tx| {
        let who = own.id();
        let event = participants::get(tx.db, who)?.event;
        links::replace_all(tx.db, who, LinkPurpose::Personal, tx.now)?;
        feeds::delete(tx.db, who)?;
        Ok(note(tx, &event, who, own.actor(), "participant.ended_links")?)
    })
}

/// Logs a browser out: what it got by a button opens nothing any more, and a link of a mail goes on opening there.
pub fn log_out(app: &App, token: &Token) -> Result<(), Fault> {
    write(app, |tx| {
        let known = links::find(tx.db, &token.hash(), LinkPurpose::Personal)?;
        if known.is_some_and(|link| !link.mailed) {
            links::end(tx.db, &token.hash(), tx.now)?;
        }
        Ok(())
    })
}
