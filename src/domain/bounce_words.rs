//! The words with which mail servers refuse a mail, in the languages that they speak: about the mailbox, about us, about
//! the moment. Lists and one rule for all makers; none of it is about one product.

use unicode_normalization::UnicodeNormalization;

/// What a server said, made plain: lower case, without accents, and without addresses and names of hosts, which hold
/// words by chance.
pub struct Told {
    words: Vec<String>,
    /// The words between spaces.
    text: String,
    /// The words of the links in it.
    links: String,
    reply: Option<u16>,
    names_the_mailbox: bool,
}

/// Who or what a refusal may be about, so that it is not about us.
#[rustfmt::skip]
const WHO: &[&str] = &[
    "user", "users", "usr", "userid", "recipient", "recipients", "recip", "mailbox", "mailboxes", "account", "accounts",
    "address", "addresses", "addressee", "customer", "subscriber", "alias", "host", "hostname", "domain", "exchanger",
    "person", "persona", "inbox", "destination",
    "empfanger", "empfangers", "benutzer", "nutzer", "postfach", "konto", "adresse", "mailadresse", "empfangeradresse",
    "domane", "kunde",
    "destinataire", "utilisateur", "lutilisateur", "ladresse", "boite", "compte", "domaine",
    "usuario", "destinatario", "buzon", "cuenta", "direccion", "dominio", "utente", "casella", "indirizzo", "conta",
    "endereco", "caixa", "gebruiker", "ontvanger", "postbus", "adres", "uzytkownik", "skrzynka", "adresat",
];

/// What is said of those that do not exist, and how many words may stand between the two.
const GONE: &[(&str, usize)] = &[
    ("unknown", 2),
    ("not found", 5),
    ("wasnt found", 5),
    ("was not found", 5),
    ("couldnt be found", 4),
    ("could not be found", 4),
    ("cannot be found", 4),
    ("no such", 3),
    ("not such", 3),
    ("does not exist", 8),
    ("doesnt exist", 8),
    ("do not exist", 8),
    ("dont exist", 8),
    ("not exist", 4),
    ("not existing", 3),
    ("nonexistent", 2),
    ("non existent", 2),
    ("nonexist", 2),
    ("inexistent", 2),
    ("invalid", 1),
    ("not valid", 2),
    ("isnt valid", 2),
    ("not known", 3),
    ("not listed", 3),
    ("unlisted", 2),
    ("not recognized", 3),
    ("not recognised", 3),
    ("no longer", 3),
    ("doesnt have", 2),
    ("does not have", 2),
    ("not our", 3),
    ("has moved", 2),
    ("deleted", 3),
    ("unrouteable", 1),
    ("unroutable", 1),
    ("not a valid", 3),
    ("not a known", 3),
    ("not registered", 3),
    ("isnt registered", 3),
    ("no mailbox", 2),
    ("not present", 3),
    ("not in directory", 3),
    ("not in the directory", 3),
    ("not local", 2),
    ("not a local", 2),
    ("not an active", 2),
    ("must exist", 2),
    ("illegal", 2),
    ("undeliverable", 1),
    ("bad destination", 2),
    ("bad address", 1),
    ("cannot find", 4),
    ("couldnt find", 4),
    ("could not find", 4),
    ("gibt es nicht", 3),
    ("unbekannt", 2),
    ("existiert nicht", 4),
    ("nicht gefunden", 4),
    ("nicht vorhanden", 3),
    ("nicht bekannt", 3),
    ("ungultig", 1),
    ("inconnu", 2),
    ("introuvable", 4),
    ("n existe pas", 4),
    ("nexiste pas", 4),
    ("invalide", 1),
    ("no existe", 4),
    ("nao existe", 4),
    ("non esiste", 4),
    ("inesistente", 2),
    ("desconocid", 2),
    ("sconosciut", 2),
    ("bestaat niet", 4),
];

/// The whole of a statement that there is nobody.
const NOBODY: &[&str] = &[
    " no mailbox here",
    " no mailbox by",
    " no mailbox found",
    " no mail box ",
    " no account by",
    " no user ",
    " no one at this address",
    " nobody by that name",
    " kein benutzer ",
    " kein postfach ",
    " nessun utente",
    " name or service not known",
    " no such mailbox",
    " find any host named",
    " find a mail exchanger",
    " no mail exchanger",
    " no mx found for domain",
    " does not accept mail ",
    " not our customer",
    " unknown recipient",
    " name is not recognized",
    " unknown local part",
    " no such person at this address",
];

/// What the name servers say of a domain that is none, or that takes no mail (RFC 7505).
const NO_SUCH_DOMAIN: &[&str] =
    &[" nxdomain", " domain name not found", " doesnt receive email according", " null mx", " nullmx"];

/// The same in languages whose words change with their place, or that write no spaces: both parts must stand somewhere.
const NOBODY_UNSPACED: &[(&str, &str)] = &[
    ("uzytkownik", "nie istnieje"),
    ("adres", "nie istnieje"),
    ("adres", " neexistuje"),
    ("schrank", " neexistuje"),
    ("uzivatel", " neexistuje"),
    ("адрес", "не существует"),
    ("ящик", "не существует"),
    ("пользовател", "не существует"),
    ("пользовател", "не найден"),
    ("получател", "не найден"),
    ("ユーザ", "見つかりません"),
    ("ユーザ", "存在しません"),
    ("宛先", "見つかりません"),
    ("宛先", "存在しません"),
    ("アドレス", "見つかりません"),
    ("アドレス", "存在しません"),
    ("メールボックス", "存在しません"),
    ("ディレクトリ", "見つかりません"),
    ("リストにありません", ""),
    ("用户", "不存在"),
    ("收件人", "不存在"),
    ("邮箱", "不存在"),
];

/// What speaks of the sender: who we are, where we send from, how, what, how much.
#[rustfmt::skip]
const US: &[&str] = &[
    " spam", " virus", " malware", " phish", " ube ", " uce ", " junk", " fraud", " forged", " spoof", " unsolicited", " bulk", " suspicious",
    " content", " policy", " policies", " reputation", " abuse", " complaint", " blacklist", " black list", " blocklist",
    " block list", " denylist", " blocked", " blocking", " banned", " bloque", " gesperrt", " rbl", " dnsbl", " is listed",
    " currently listed", " spf", " dkim", " dmarc", " unauthenticated", " authenticat", " authoriz", " authoris",
    " permission", " not permitted to", " not allowed to", " message not allowed", " ptr", " reverse dns", " reverse lookup",
    " rdns", " helo", " ehlo", " client host", " client address", " your ip", " sending ip", " source ip", " client ip",
    " ip address is", " ip address has", " ip address sending", " ip address not", " ip address black", " ip address block",
    " ip address reject", " the ip address", " adresse ip", " ip adresse", " blocked ip", " invalid ip", " ip name", " ip reputation", " from your",
    " your server", " your mail server", " your host", " your domain", " your network", " your provider",
    " your internet service", " my name was", " your account", " your address is",
    " your address was", " your address has", " your email address", " your e mail address", " return path", " envelope from",
    " callout", " while verifying", " relay access", " relaying", " to relay", " relay denied", " not relay",
    " mail relay", " relay not", " open relay", " relay quota", " rcpthosts", " sender address", " sender domain", " sender verif",
    " sender reject", " sender den", " sender is", " sender not", " sender id", " sender unknown", " unknown sender",
    " of sender", " envelope sender", " invalid sender", " unroutable sender", " unrouteable sender", " bad sender",
    " sender non", " senders", " expediteur", " absender", " mail from", " from address", " from header", " sending domain",
    " sending host", " sending server", " originating", " unverif", " not a member", " not member", " only members",
    " members only", " subscribers only", " not subscribed", " moderat", " restricted", " restriction", " refused to talk",
    " initial connection",
];

/// What is so of this mail, or only for now: what is full, too large, too fast, too late or out of order.
#[rustfmt::skip]
const PASSING: &[&str] = &[
    " quota", " overquota", " cuota", " full ", " boxfull", " mailfull", " over limit", " is over ", " out of space",
    " limit", " insufficient", " not enough", " storage", " exceed", " too large", " too big", " oversize", " size",
    " disk space", " no space", " space left", " pleine ", " depasse", " voll ", " uberschritten", " kontingent", " lleno",
    " llena", " excedid", " piena ", " superat", " cheia ", " cheio ", " переполнен", " квот", " too many", " too much",
    " too fast", " too quickly", " frequen", " rate ", " throttl", " concurren", " connection", " connect to", " to connect", " long time", " unexpected volume",
    " temporar", " try again", " try later", " try it again", " again later", " later ", " retry", " timed out", " timeout",
    " time out", " expired", " too long", " in the queue", " not be delivered for", " not been delivered for",
    " for the last", " unreachable", " not reachable", " network", " gateway",
    " currently unavailable", " service refuse", " not accepting", " shutting down", " maintenance", " system error",
    " internal error", " local error", " server error", " processing error", " configuration", " configured", " loop", " hops",
    " greylist", " graylist", " deferred", " plus tard", " spater ", " mas tarde", " riprova", " vorubergehend", " attachment",
    " header", " tls ", " starttls", " certificate", " line length",
];

/// What is so only for now, if nothing is said of the mailbox.
const NO_SERVICE: &[&str] = &[" service unavailable", " service not available"];

/// The same in scripts that write no spaces.
const PASSING_UNSPACED: &[&str] =
    &["いっぱい", "容量", "超過", "時間をおいて", "しばらく", "已满", "超过", "频率"];

/// Most characters of what a server said that are read; refusals are short.
const TEXT_MAX: usize = 4_000;

impl Told {
    /// Reads what a server said.
    pub fn of(text: &str) -> Told {
        let text: String = text.chars().take(TEXT_MAX).collect();
        let mut words = Vec::new();
        let mut links = String::from(" ");
        let whole = plain(&text);
        for piece in whole.split_whitespace() {
            if piece.contains("://") {
                links.push_str(&spaced(piece).join(" "));
                links.push(' ');
            } else {
                let parts = piece.split(|c: char| "<>()[]{},;:\"=|".contains(c));
                for part in parts.filter(|part| !is_name(part)) {
                    words.extend(spaced(part));
                }
            }
        }
        let text = format!(" {} ", words.join(" "));
        let reply = reply_code(&whole);
        let mut told = Told { words, text, links, reply, names_the_mailbox: false };
        told.names_the_mailbox = told.finds_a_mailbox();
        told
    }

    /// The first reply code in it, 4yz or 5yz.
    pub fn reply(&self) -> Option<u16> {
        self.reply
    }

    /// Whether it says, without a doubt, that there is no such mailbox or domain.
    pub fn names_the_mailbox(&self) -> bool {
        self.names_the_mailbox
    }

    fn finds_a_mailbox(&self) -> bool {
        let whole = NOBODY.iter().any(|phrase| self.text.contains(phrase));
        let unspaced =
            NOBODY_UNSPACED.iter().any(|(who, gone)| self.text.contains(who) && self.text.contains(gone));
        whole || unspaced || GONE.iter().any(|(phrase, distance)| self.is_near_who(phrase, *distance))
    }

    /// Whether the name servers say that there is no such domain, or that it takes no mail.
    pub fn says_no_such_domain(&self) -> bool {
        NO_SUCH_DOMAIN.iter().any(|phrase| self.text.contains(phrase))
    }

    /// Whether one of [`WHO`] stands so near a phrase.
    fn is_near_who(&self, phrase: &str, distance: usize) -> bool {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let starts = |at: usize| {
            let there = &self.words[at..];
            // The last word may go on: "inconnue".
            there.len() >= phrase.len()
                && phrase.iter().zip(there).enumerate().all(|(n, (wanted, word))| {
                    if n + 1 == phrase.len() { word.starts_with(wanted) } else { word == wanted }
                })
        };
        (0..self.words.len()).filter(|at| starts(*at)).any(|at| {
            let unsure = at > 0 && matches!(self.words[at - 1].as_str(), "may" | "might" | "can" | "if");
            let from = at.saturating_sub(distance + 1);
            let to = (at + phrase.len() + distance + 1).min(self.words.len());
            !unsure && self.words[from..to].iter().any(|word| WHO.contains(&word.as_str()))
        })
    }

    /// Whether it holds words of any of these kinds.
    pub fn tells_something(&self) -> bool {
        self.names_the_mailbox() || self.speaks_of_us() || self.will_pass()
    }

    /// Whether the address as such was refused, for reasons that stay open.
    pub fn refuses_the_address(&self) -> bool {
        // The last is the text that RFC 5321 (4.2.3) gives to the reply code 550.
        [" address rejected", " addresses rejected", " recipient rejected", " mailbox unavailable"]
            .iter()
            .any(|phrase| self.text.contains(phrase))
    }

    /// Whether it was said after the server had read the mail, so that it had taken the address before.
    pub fn is_after_content(&self) -> bool {
        self.text.contains(" end of data ")
    }

    /// Whether it speaks of us: of whom we are, or of what we send.
    pub fn speaks_of_us(&self) -> bool {
        US.iter().any(|phrase| self.text.contains(phrase))
            || (!self.names_the_mailbox() && US.iter().any(|phrase| self.links.contains(phrase)))
    }

    /// Whether another mail, or one at another time, may well arrive.
    pub fn will_pass(&self) -> bool {
        matches!(self.reply, Some(400..=499))
            || PASSING.iter().any(|phrase| self.text.contains(phrase))
            || PASSING_UNSPACED.iter().any(|phrase| self.text.contains(phrase))
            // Some servers end each of their transcripts with it.
            || (!self.names_the_mailbox() && NO_SERVICE.iter().any(|phrase| self.text.contains(phrase)))
    }
}

/// Lower case without accents; apostrophes are left out, so that "doesn't" is one word however it is written.
fn plain(text: &str) -> String {
    let bare = text.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc();
    bare.flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’' | '`' | '´')).collect()
}

fn spaced(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(String::from).collect()
}

/// Whether it is an address, or the name or number of a host.
fn is_name(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    let labels = core.split('.').filter(|label| !label.is_empty()).count();
    core.contains('@') || (labels > 1 && core.is_ascii() && !core.contains(char::is_whitespace))
}

/// A number of three digits that begins with 4 or 5 and stands where replies stand: before a space, a hyphen or the end.
fn reply_code(text: &str) -> Option<u16> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts =
            matches!(c, '4' | '5') && !before.is_alphanumeric() && !matches!(before, '.' | '-' | '/');
        before = c;
        let Some(code) = text.get(at..at + 3).filter(|_| starts) else {
            continue;
        };
        let after = text[at + 3..].chars().next();
        let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | ':' | ',' | ']' | ')'));
        if ends && code.bytes().all(|byte| byte.is_ascii_digit()) && matches!(code.as_bytes()[1], b'0'..=b'7')
        {
            return code.parse().ok();
        }
    }
    None
}
