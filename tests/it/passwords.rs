//! Which passwords are refused because others would try them first, and that what is long and one's own is not.

use rendezvous::services::common_passwords;
use rendezvous::services::passwords::Password;

/// Refused whoever types it.
const GUESSED: &[&str] = &[
    // Famous, or a common word with what people put around it.
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "CorrectHorseBatteryStaple1!",
    "Tr0ub4dour&3xx",
    "To be or not to be!",
    "maytheforcebewithyou",
    "Welcome@123456",
    "P@ssw0rd!!!!",
    "!!Passwort2026!!",
    // Season, year, signs; a city twice; a word repeated.
    "Summer2026!!!",
    "Sommer2026!!!!",
    "Winter2025/2026",
    "Berlin2026Berlin",
    "Paris-2024-Paris",
    "dragondragondragon",
    // Walks over the keyboard.
    "1qaz2wsx3edc4rfv",
    "qwertzuiop123",
    "azertyuiop2026",
    "asdfghjkl;12345",
    "yxcvbnmasdfghjkl",
    "zxcvbnm,zxcvbnm",
    "abcdefghijklmnop",
    "123456789012345",
];

/// Taken: several words that do not belong together, or letters that nobody chose.
const OWN: &[&str] = &[
    "turnip lantern quiet harbour",
    "seven crooked garden gates",
    "eleven purple wheelbarrows",
    "a8f3k2j9d7s1",
    "xK9#mQ2$vL7@pR4!",
    "grünes müdes Känguru am Fluss",
    "пароль из четырёх разных слов",
    "trois vieux tracteurs jaunes",
    "mein Fahrrad quietscht montags",
];

#[test]
fn what_others_try_first_is_refused_however_it_is_written() {
    let taken: Vec<_> = GUESSED.iter().filter(|password| Password::check(password, &[]).is_ok()).collect();
    assert!(taken.is_empty(), "{taken:?}");
}

#[test]
fn what_is_long_and_ones_own_is_taken() {
    let refused: Vec<_> = OWN.iter().filter(|password| Password::check(password, &[]).is_err()).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

#[test]
fn words_of_the_person_and_of_the_event_are_not_ones_own() {
    let words = ["Ada Lovelace", "ada@example.org", "Clusters meet Clusters", "clusters-2027"];
    for password in ["Clusters2027!!!!", "Lovelace&Clusters1", "clusters-meet-ada"] {
        assert!(Password::check(password, &words).is_err(), "{password}");
    }
    assert!(Password::check("turnip lantern quiet harbour", &words).is_ok());
}

#[test]
fn the_list_is_whole() {
    assert!(common_passwords::count() > 40_000, "{}", common_passwords::count());
}
