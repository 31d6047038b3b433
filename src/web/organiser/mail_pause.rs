//! The notice that no mail goes at the moment, on the dashboard and above the outbox.

use crate::zones::Zone;

use crate::domain::mail::PauseCause;
use crate::services::access;
use crate::services::backups::mails;
use crate::services::mail_pause::{self, Released, ShownPause};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// What the notice says.
pub(super) struct PauseNotice {
    pub title: String,
    pub text: String,
    /// What the mail server said, in its own words; empty if it said nothing.
    pub words: String,
    pub next: Option<String>,
    /// What an administrator may press.
    pub button: Option<String>,
    /// What did not come back with a backup, and what did.
    pub note: Option<String>,
    /// What an administrator may press instead.
    pub give_up: Option<String>,
}

/// The notice for a reader, with times in this zone; nothing while mail flows.
pub(super) fn notice(
    visit: &Visit,
    page: &Page,
    shown: Option<&ShownPause>,
    zone: Zone,
) -> Option<PauseNotice> {
    let ShownPause { pause, waiting, held } = shown?;
    let code = pause.cause.code();
    let since = page.words.moment(pause.since, zone);
    let is_admin = visit.account().is_ok_and(|account| account.is_admin);
    let text = page.t2(&format!("pause-{code}-text"), "count", *waiting, "since", since);
    let ask = (pause.cause == PauseCause::Restored && !is_admin).then(|| page.t("pause-ask"));
    Some(PauseNotice {
        title: page.t("pause-title"),
        text: [Some(text), ask].into_iter().flatten().collect::<Vec<_>>().join(" "),
        words: pause.words.clone(),
        next: pause.next_probe.map(|at| page.t1("pause-next", "when", page.words.moment(at, zone))),
        note: held.map(|held| {
            page.t1("pause-restored-note", "made", page.words.moment(held.restore.backup_at, zone))
        }),
        give_up: held
            .filter(|held| is_admin && held.count > 0)
            .map(|held| page.t1("pause-give-up-button", "count", held.count)),
        button: is_admin.then(|| page.t1(&format!("pause-{code}-button"), "count", *waiting)),
    })
}

/// Lets mail go again, but not what came with a backup.
pub async fn give_up(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    visit.run(move |app| mails::give_up(app, &admin)).await?;
    Ok(visit.see_with("/outbox", "mail-given-up"))
}

/// Lets mail go again.
pub async fn release(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let released = visit.run(move |app| mail_pause::release(app, &admin)).await?;
    Ok(visit.see_with(
        "/outbox",
        match released {
            Released::Flowing => "mail-flows",
            Released::Probing => "mail-probes",
        },
    ))
}
