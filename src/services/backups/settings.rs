//! The settings that a backup tells: none of them a secret, and of those that are secrets only that they were set.

use std::collections::BTreeMap;

use crate::config::{Config, TransportConfig};

/// Stands for a setting with a secret in it, or with a file of its own, that the operator keeps.
pub(super) const KEPT_APART: &str = "(kept apart)";

/// Names of settings with their values; those without one are not there.
pub(super) fn told(config: &Config) -> BTreeMap<String, String> {
    let mail = &config.mail;
    let kept_apart = || KEPT_APART.to_string();
    let smtp = matches!(mail.transport, TransportConfig::Smtp(_)).then(kept_apart);
    let settings = [
        ("BASE_URL", Some(config.base_url.as_str().to_string())),
        ("MAIL_FROM", Some(mail.from.as_str().to_string())),
        ("BOUNCE_ADDRESS", mail.bounce_address.as_ref().map(|address| address.address())),
        ("DKIM_DOMAIN", mail.dkim.as_ref().map(|dkim| dkim.domain.clone())),
        ("DKIM_KEYS", mail.dkim.as_ref().map(|_| kept_apart())),
        ("SMTP_URL", smtp),
        ("SMTP_CONNECTIONS", Some(mail.pace.connections.to_string())),
        ("MAILS_PER_DOMAIN", mail.pace.per_domain.map(|pace| pace.to_string())),
        ("MAILS_WAIT", Some(config.mails_wait_minutes.to_string())),
        ("MAILS_PER_MINUTE", Some(config.limits.mails_per_minute.to_string())),
        ("MAILS_BURST", Some(config.limits.mails_burst.to_string())),
        ("SIGN_INS_PER_MINUTE", Some(config.limits.sign_ins_per_minute.to_string())),
        ("UNPROVED_PER_EVENT", Some(config.limits.unproved_of_event.to_string())),
        ("UNPROVED_PER_DOMAIN", Some(config.limits.unproved_of_domain.to_string())),
        ("CONNECTIONS_PER_NETWORK", Some(config.limits.connections.to_string())),
        ("TRUSTED_PROXIES", Some(config.proxies.told()).filter(|told| !told.is_empty())),
        ("SECURITY_CONTACT", config.security_contact.as_ref().map(|contact| contact.as_str().to_string())),
        ("REQUIRE_SECOND_FACTOR", Some(config.second_factor_required.to_string())),
    ];
    settings.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))).collect()
}

/// A setting that is not what it was on the server that made the backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    pub name: String,
    pub then: Option<String>,
    pub now: Option<String>,
}

/// The settings that differ.
pub(super) fn differing(then: &BTreeMap<String, String>, config: &Config) -> Vec<Differing> {
    let now = told(config);
    let names: std::collections::BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let differing = names.into_iter().filter(|name| then.get(*name) != now.get(*name));
    let one = |name: &String| Differing {
        name: name.clone(),
        then: then.get(name).cloned(),
        now: now.get(name).cloned(),
    };
    differing.map(one).collect()
}
