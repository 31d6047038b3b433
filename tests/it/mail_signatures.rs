//! DKIM signatures: every mail is signed, always with the same bytes, and a key that cannot sign is refused at start.
//! What is signed here is left in the build folder, where tests/readers has it verified by somebody else's program.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rendezvous::config::{DatabaseUrl, DkimConfig, DkimKeyFile};
use rendezvous::domain::lang::Lang;
use rendezvous::mail::dkim::Signer;

use crate::databases::now;
use crate::mail_samples::{FROM, Sample, email};
use crate::support::app::config;
use crate::support::database::Folder;

fn key(selector: &str, name: &str) -> DkimKeyFile {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name);
    DkimKeyFile { selector: selector.into(), file }
}

fn signing(keys: &[DkimKeyFile]) -> DkimConfig {
    DkimConfig { domain: "rendezvous.example".into(), keys: keys.to_vec() }
}

fn both() -> Signer {
    Signer::open(&signing(&[key("rsa", "rsa.pem"), key("ed", "ed25519.pem")]), &email(FROM)).unwrap()
}

/// Where the readers look.
fn left_for_readers() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("mails")
}

#[test]
fn every_mail_is_signed_with_each_key_and_again_with_the_same_bytes() {
    let folder = left_for_readers();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let signer = Arc::new(both());
    for lang in Lang::ALL {
        let sample = Sample { signer: Arc::clone(&signer), ..Sample::in_language(lang) };
        let plain = Sample::in_language(lang);
        for (mail, unsigned) in sample.mails().into_iter().zip(plain.mails()) {
            let signatures: Vec<&str> = mail.mime.matches("DKIM-Signature: ").collect();
            assert_eq!(signatures.len(), 2, "{:?}", mail.kind);
            assert!(mail.mime.ends_with(&unsigned.mime), "{:?}: only headers are added", mail.kind);
            assert_eq!(mail.mime, sample.mail(mail.kind).mime, "{:?}", mail.kind);
            fs::write(folder.join(format!("{}.{lang}.eml", mail.kind.code())), &mail.mime).unwrap();
        }
    }
}

#[test]
fn an_rsa_key_signs_the_same_in_either_of_its_forms() {
    let sign = |name: &str| {
        let signer = Signer::open(&signing(&[key("rsa", name)]), &email(FROM)).unwrap();
        let sample = Sample { signer: Arc::new(signer), ..Sample::in_language(Lang::En) };
        sample.mails().into_iter().map(|mail| mail.mime).collect::<Vec<_>>()
    };
    assert_eq!(sign("rsa.pem"), sign("rsa-traditional.pem"));
}

#[test]
fn a_key_that_cannot_sign_is_refused_at_start_in_one_clear_sentence() {
    let refusals = [
        (
            signing(&[key("s", "rsa-1024.pem")]),
            "neither an RSA key of 2,048 to 4,096 bits nor an Ed25519 key",
        ),
        (signing(&[key("s", "rsa.dns")]), "it holds no private key in PEM"),
        (signing(&[key("s", "missing.pem")]), "No such file"),
        (
            DkimConfig { domain: "elsewhere.example".into(), ..signing(&[key("s", "rsa.pem")]) },
            "DKIM_DOMAIN is “elsewhere.example”, but mails are from “events@example.org”",
        ),
        (DkimConfig { domain: "org".into(), ..signing(&[key("s", "rsa.pem")]) }, "DKIM_DOMAIN is “org”"),
    ];
    for (mut dkim, why) in refusals {
        if dkim.domain == "rendezvous.example" {
            dkim.domain = "example.org".into();
        }
        let folder = Folder::new();
        let mut config =
            config("127.0.0.1:8080".parse().unwrap(), DatabaseUrl::in_folder(&folder.0), &folder);
        config.mail.dkim = Some(dkim);
        let world = rendezvous::startup::World {
            clock: rendezvous::clock::Clock::set_to(now()),
            random: rendezvous::random::Random::seeded(1),
            mailer: rendezvous::mail::transport::Mailer::Memory(Default::default()),
            passwords: rendezvous::services::passwords::PasswordHasher::cheap(),
        };
        let error = rendezvous::startup::open(config, world).err().map(|error| error.to_string());
        let told = error.unwrap_or_default();
        assert!(told.starts_with("Cannot sign mails: ") && told.contains(why), "{told}");
    }
    for text in ["", "mail", ":file", "mail:", "ma_il:/file", "mail..x:/file"] {
        assert!(DkimKeyFile::parse(text).is_err(), "{text}");
    }
    assert_eq!(DkimKeyFile::parse("mail.2026:/etc/dkim.pem").unwrap().selector, "mail.2026");
}
