//! On which legal basis personal data is kept, and how long at most: the two classes of the register of personal data.

/// Why data may be kept (GDPR, Article 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The person registers: 6 (1) b.
    Registration,
    /// The person agreed, and can take it back: 6 (1) a.
    Consent,
    /// The same for what may tell of health or religion: 9 (2) a.
    ExplicitConsent,
    /// It must be possible to prove: 6 (1) c with 7 (1).
    Duty,
    /// The organiser's interest in an event that runs well: 6 (1) f.
    Interest,
}

impl Basis {
    /// Its name in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Basis::Registration => "stored-basis-registration",
            Basis::Consent => "stored-basis-consent",
            Basis::ExplicitConsent => "stored-basis-explicit",
            Basis::Duty => "stored-basis-duty",
            Basis::Interest => "stored-basis-interest",
        }
    }
}

/// How long data is kept at most; whoever has everything deleted does not wait for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Until the event's participants become nameless.
    Event,
    /// Until the day that the question names, before the event's participants become nameless.
    Question,
    /// Until then, but what is counted stays without the person.
    EventThenCounted,
    /// The text until the mail is sent, its address and subject until the event's participants become nameless.
    Mail,
    /// Fourteen days after the last change.
    RegistrationForm,
    /// A day.
    Upload,
    /// Seven days.
    Week,
    /// As long as the account.
    Account,
}

impl Life {
    /// Its name in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Life::Event => "stored-life-event",
            Life::Question => "stored-life-question",
            Life::EventThenCounted => "stored-life-counted",
            Life::Mail => "stored-life-mail",
            Life::RegistrationForm => "stored-life-registration-form",
            Life::Upload => "stored-life-upload",
            Life::Week => "stored-life-week",
            Life::Account => "stored-life-account",
        }
    }
}
