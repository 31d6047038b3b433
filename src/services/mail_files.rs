//! What mails leave beside their rows: files in the mail folder (`mail/transport/folder.rs`), mails that came back and were
//! read (`mail/dropbox.rs`). It goes when the rows let the mail go, and when somebody named in it is deleted.

use chrono::Duration;

use super::Fault;
use super::tx::write;
use crate::app::App;
use crate::domain::ids::{EventId, MailId};
use crate::domain::text;
use crate::mail::dropbox::Dropbox;
use crate::mail::reading;
use crate::mail::transport::Mailer;
use crate::store::{StoreError, erasure, outbox, parting_mails};

/// How long a mail that came back is kept once it was read.
const RETURNED_KEPT_DAYS: i64 = 7;

/// What a person is called in mails.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// Names as they are and were, of which none is so short that it stands in other words.
    pub names: Vec<String>,
    /// Addresses, in lower case; not empty. Mails have them as mail servers take them, and as people write them.
    pub addresses: Vec<String>,
}

impl Names {
    /// Whether a mail names the person, in its head, its texts or its files.
    pub(super) fn stand_in(&self, mime: &str) -> bool {
        let Some(mail) = reading::open(mime) else { return false };
        let files = mail.attachments.iter().map(|file| unfolded(&file.content));
        let texts = [text::line(&mail.subject), mail.to, text::line(&mail.text), text::line(&mail.html)];
        texts.into_iter().chain(files).any(|text| self.stand_in_text(&text))
    }

    fn stand_in_text(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.names.iter().any(|name| text.contains(name.as_str()))
            || self.addresses.iter().any(|address| {
                let written = text::readable_address(address);
                lower.contains(address.as_str())
                    || lower.contains(&written)
                    || lower.contains(&text::wire_part(&written))
            })
    }
}

/// A calendar's long lines in one piece (RFC 5545, 3.1).
fn unfolded(calendar: &str) -> String {
    calendar.replace("\r\n ", "").replace("\n ", "")
}

/// Removes the files of mails. The database has let them go; a file that cannot be removed is told in the log.
pub(super) fn remove(app: &App, mails: &[String]) {
    let Mailer::Folder(folder) = &app.mailer else { return };
    for id in mails {
        if let Err(error) = folder.remove(&MailId(id.clone())) {
            tracing::warn!(mail = %id, %error, "cannot remove a mail from the mail folder");
        }
    }
}

/// The mails of an event that lie as files in the mail folder and name somebody.
pub(super) fn naming(app: &App, event: &EventId, who: &Names) -> Result<Vec<String>, StoreError> {
    let Mailer::Folder(folder) = &app.mailer else { return Ok(Vec::new()) };
    let all = app.store.read(|db| outbox::ids_of_event(db, event))?;
    let names = |id: &String| match folder.read(&MailId(id.clone())) {
        Ok(mime) => mime.is_some_and(|mime| who.stand_in(&mime)),
        Err(error) => {
            tracing::warn!(mail = %id, %error, "cannot read a mail in the mail folder");
            false
        }
    };
    Ok(all.into_iter().filter(names).collect())
}

/// Removes the mails that came back and were read, and that name somebody.
pub(super) fn remove_returned(app: &App, who: &Names) {
    let Some(path) = &app.config.mail.bounce_folder else { return };
    let named = |bytes: &[u8]| {
        let mime = String::from_utf8_lossy(bytes);
        who.stand_in_text(&mime) || who.stand_in(&mime)
    };
    if let Err(error) = Dropbox::new(path).remove_finished(None, named) {
        tracing::warn!(%error, "cannot remove mails that came back");
    }
}

/// Forgets the mails that had to go out and name somebody who was deleted, and removes what came back and was read some days
/// ago. Gives how many mails of ours there were.
pub fn forget_settled(app: &App) -> Result<usize, Fault> {
    if let Some(path) = &app.config.mail.bounce_folder {
        let old = Duration::days(RETURNED_KEPT_DAYS).to_std().unwrap_or_default();
        if let Err(error) = Dropbox::new(path).remove_finished(Some(old), |_| true) {
            tracing::warn!(%error, "cannot remove mails that came back");
        }
    }
    let settled = app.store.read(parting_mails::list_settled)?;
    if settled.is_empty() {
        return Ok(0);
    }
    // A file that is gone already is no fault: a stop between these two steps loses nothing.
    remove(app, &settled);
    write(app, |tx| {
        for id in &settled {
            erasure::forget_subject(tx.db, id)?;
            erasure::forget_body(tx.db, id)?;
        }
        Ok::<_, Fault>(parting_mails::delete(tx.db, &settled)?)
    })?;
    Ok(settled.len())
}
