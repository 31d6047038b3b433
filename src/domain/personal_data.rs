//! The register of personal data: what is kept of participants in which columns, what for, on which legal basis and
//! how long (GDPR, Articles 13 and 30). The privacy page is made of it, and a test compares it with the database.

use super::lawful_basis::{Basis, Life};

/// Data that is kept for one purpose.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Names it in the catalogue: `stored-CODE` is what, `stored-CODE-why` what for.
    pub code: &'static str,
    /// Tables, each with its columns.
    pub columns: &'static [(&'static str, &'static [&'static str])],
    pub basis: Basis,
    pub life: Life,
}

/// The register.
pub const REGISTER: [Entry; 24] = [
    Entry {
        code: "contact",
        columns: &[("participants", &["name", "email", "email_key", "search_key", "lang"])],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "organisation",
        columns: &[("participants", &["organisation"])],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "answers",
        columns: &[("answers", &["participant_id", "field", "question_id", "value"])],
        basis: Basis::Registration,
        life: Life::Event,
    },
    // Of the same table those answers that tell what somebody needs.
    Entry { code: "needs", columns: &[], basis: Basis::ExplicitConsent, life: Life::Question },
    Entry {
        code: "kind",
        columns: &[("participants", &["organisation_type", "country", "type_id"])],
        basis: Basis::Registration,
        life: Life::EventThenCounted,
    },
    Entry {
        code: "interests",
        columns: &[
            ("participants", &["languages", "max_meetings"]),
            ("interests", &["participant_id", "topic_id", "kind", "text"]),
            ("attended_blocks", &["participant_id", "block_id"]),
            ("attended_sessions", &["participant_id", "session_id"]),
            ("session_places", &["session_id", "participant_id", "has_place", "since"]),
            ("session_invitations", &["session_id", "participant_id", "invited_at", "declined_at"]),
            ("booths", &["participant_id", "event_id", "table_no"]),
            ("booth_absences", &["participant_id", "event_id", "slot_id"]),
        ],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "registration",
        columns: &[
            ("participants", &["id", "event_id", "source", "created_at", "updated_at", "version"]),
            (
                "registrations",
                &["participant_id", "event_id", "code", "state", "waiting_seq", "created_at", "changed_at"],
            ),
            ("invitations", &["participant_id", "invited_at", "ends_at", "remind_at", "answered_at"]),
            ("seat_offers", &["participant_id", "event_id", "offered_at", "ends_at", "lapsed"]),
        ],
        basis: Basis::Registration,
        life: Life::EventThenCounted,
    },
    Entry {
        code: "listed",
        columns: &[("participants", &["listed", "shown"])],
        basis: Basis::Consent,
        life: Life::Event,
    },
    Entry {
        code: "consents",
        columns: &[
            (
                "consents",
                &["id", "participant_id", "purpose", "given", "text_version", "lang", "at", "latest"],
            ),
            ("registrations", &["consent_version", "consent_at"]),
        ],
        basis: Basis::Duty,
        life: Life::Event,
    },
    Entry {
        code: "wishes",
        columns: &[
            ("wishes", &["event_id", "from_id", "to_id", "kind", "message", "created_at", "shown"]),
            ("declined_wishes", &["from_id", "to_id", "declined_at"]),
            (
                "proposals",
                &["id", "event_id", "from_id", "to_id", "slot_id", "message", "state", "terms", "instead_of"],
            ),
            ("proposals", &["created_at", "expires_at", "answered_at", "tell_at", "receipt_at"]),
            ("pair_rules", &["event_id", "a_id", "b_id", "kind", "slot_id", "table_no", "created_at"]),
        ],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "messages",
        columns: &[
            (
                "direct_messages",
                &["id", "event_id", "from_id", "to_id", "kind", "text", "is_delivered", "sent_at"],
            ),
            ("muted_people", &["by_id", "muted_id", "event_id", "muted_at"]),
        ],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "contact-details",
        columns: &[("contact_offers", &["event_id", "from_id", "to_id", "given_at"])],
        basis: Basis::Consent,
        life: Life::Event,
    },
    Entry {
        code: "meetings",
        columns: &[
            ("meetings", &["id", "event_id", "round_id", "a_id", "b_id", "slot_id", "starts_at", "ends_at"]),
            ("meetings", &["table_no", "interpreter_id", "state", "terms", "sequence", "created_at"]),
            ("meetings", &["updated_at"]),
            (
                "meeting_reports",
                &["meeting_id", "by_id", "event_id", "kind", "reason", "note", "told", "created_at"],
            ),
            (
                "calendar_entries",
                &["meeting_id", "participant_id", "event_id", "answer", "sequence", "answered_at"],
            ),
            ("calendar_choices", &["participant_id", "mode", "alarm_minutes", "chosen_at"]),
            (
                "plan_news",
                &[
                    "participant_id",
                    "event_id",
                    "since",
                    "due_at",
                    "known",
                    "mails",
                    "because",
                    "told_before",
                ],
            ),
            (
                "round_step_rules",
                &["round_id", "number", "is_after", "a_id", "b_id", "kind", "slot_id", "table_no"],
            ),
            ("meeting_seats", &["participant_id", "slot_id", "meeting_id"]),
            (
                "round_meetings",
                &["round_id", "a_id", "b_id", "slot_id", "table_no", "interpreter_id", "weight", "terms"],
            ),
            (
                "round_step_meetings",
                &["round_id", "number", "is_after", "a_id", "b_id", "slot_id", "table_no", "weight", "terms"],
            ),
            ("round_step_meetings", &["interpreter_id"]),
        ],
        basis: Basis::Registration,
        life: Life::EventThenCounted,
    },
    // Of those who interpret, who are no participants.
    Entry {
        code: "interpreters",
        columns: &[
            ("interpreters", &["id", "event_id", "name", "email", "lang", "languages"]),
            ("interpreter_absences", &["interpreter_id", "event_id", "slot_id"]),
        ],
        basis: Basis::Interest,
        life: Life::Event,
    },
    Entry {
        code: "links",
        columns: &[
            (
                "links",
                &[
                    "token_hash",
                    "participant_id",
                    "purpose",
                    "created_at",
                    "expires_at",
                    "used_at",
                    "replaced_at",
                    "mailed",
                    "asked",
                ],
            ),
            (
                "address_changes",
                &["token_hash", "participant_id", "email", "created_at", "expires_at", "used_at"],
            ),
            ("feeds", &["participant_id", "token_hash", "created_at"]),
            ("unsubscribe_links", &["token_hash", "participant_id", "created_at", "series"]),
        ],
        basis: Basis::Registration,
        life: Life::Event,
    },
    Entry {
        code: "registration-forms",
        columns: &[
            (
                "registration_forms",
                &["token_hash", "event_id", "answers", "created_at", "updated_at", "email_key", "size"],
            ),
            ("sent_forms", &["link_hash", "participant_id", "answers", "sent_at"]),
        ],
        basis: Basis::Registration,
        life: Life::RegistrationForm,
    },
    Entry {
        code: "mails",
        columns: &[
            ("link_requests", &["event_id", "email_key", "email", "asked_at"]),
            ("mail_requests", &["id", "mailbox", "domain", "event_id", "kind", "asked_at", "due_at"]),
            (
                "outbox",
                &["id", "event_id", "participant_id", "kind", "sender", "recipient", "recipient_domain"],
            ),
            (
                "outbox",
                &["subject", "message_id", "mime", "state", "batch_id", "attempts", "tried_at", "due_at"],
            ),
            ("outbox", &["claimed_by", "claimed_until", "problem", "created_at", "sent_at", "useful_until"]),
            ("outbox", &["priority", "bounced_at", "bounce_hash", "bounce_verdict", "act_id"]),
            ("parting_mails", &["mail_id"]),
            ("domain_alarms", &["domain", "since", "last_at", "addresses", "reason"]),
            ("reminders", &["participant_id", "kind", "day", "outcome", "at"]),
            ("unsubscribed", &["participant_id", "series", "at"]),
            ("blocked_addresses", &["email_key", "reason", "at"]),
        ],
        basis: Basis::Registration,
        life: Life::Mail,
    },
    Entry {
        code: "visits",
        columns: &[
            ("directory_visits", &["participant_id", "opened_at"]),
            ("mailing_recipients", &["mailing_id", "participant_id", "outcome", "mail_id"]),
            // What organisers write is theirs; a search for whom may name somebody.
            ("mailings", &["id", "event_id", "state", "people", "subject", "text"]),
            (
                "mailings",
                &["created_at", "changed_at", "send_at", "started_at", "ended_at", "nudge", "nudge_days"],
            ),
            ("people_views", &["id", "event_id", "name", "people", "created_at"]),
        ],
        basis: Basis::Interest,
        life: Life::Event,
    },
    Entry {
        code: "notes",
        columns: &[
            ("participant_notes", &["id", "participant_id", "account_id", "text", "written_at"]),
            ("participant_tags", &["participant_id", "tag"]),
        ],
        basis: Basis::Interest,
        life: Life::Event,
    },
    Entry {
        code: "check-ins",
        columns: &[("check_ins", &["id", "participant_id", "account_id", "at", "undone_by", "undone_at"])],
        basis: Basis::Interest,
        life: Life::Event,
    },
    Entry {
        code: "log",
        columns: &[
            ("log", &["id", "event_id", "at", "actor", "action", "subject_id", "detail"]),
            ("round_steps", &["round_id", "number", "kind", "account_id", "made_at", "undone"]),
        ],
        basis: Basis::Interest,
        life: Life::EventThenCounted,
    },
    Entry {
        code: "uploads",
        columns: &[
            ("uploads", &["id", "event_id", "file_name", "content", "created_at"]),
            // What an organiser did, so that it can be undone.
            ("acts", &["id", "event_id", "account_id", "done_at", "is_open", "mails"]),
            ("act_rows", &["act_id", "number", "table_name", "old", "new"]),
            // Titles and words of columns, which may be anything in a list that was told wrongly.
            ("import_layouts", &["event_id", "layout", "choices", "changed_at"]),
        ],
        basis: Basis::Interest,
        life: Life::Upload,
    },
    // Beside entries of the log about wrong passwords.
    Entry {
        code: "networks",
        columns: &[("network_keys", &["week", "secret"])],
        basis: Basis::Interest,
        life: Life::Week,
    },
    Entry {
        code: "organisers",
        columns: &[
            ("accounts", &["id", "email", "name", "password_hash", "is_admin", "lang", "created_at"]),
            ("logins", &["token_hash", "account_id", "browser", "created_at", "last_seen_at", "proved_at"]),
            ("half_logins", &["token_hash", "account_id", "started_at", "failures"]),
            ("known_browsers", &["token_hash", "account_id", "seen_at"]),
            ("second_factors", &["account_id", "secret", "since", "last_step"]),
            ("second_factor_offers", &["account_id", "secret", "made_at"]),
            ("recovery_codes", &["account_id", "code_hash", "used_at"]),
            (
                "account_links",
                &["token_hash", "account_id", "purpose", "created_at", "expires_at", "used_at"],
            ),
            ("event_roles", &["event_id", "account_id", "role"]),
            ("deactivated_accounts", &["account_id", "since"]),
            (
                "account_invitations",
                &[
                    "id",
                    "token_hash",
                    "email",
                    "name",
                    "event_id",
                    "role",
                    "invited_by",
                    "created_at",
                    "expires_at",
                ],
            ),
        ],
        basis: Basis::Interest,
        life: Life::Account,
    },
];

/// Tables that tell nothing about any person: events, their lists and their match rounds as a whole, the clock.
pub const WITHOUT_PERSONS: [&str; 37] = [
    "lapsed_links",
    "database_identity",
    "write_receipts",
    "event_versions",
    "events",
    "participant_types",
    "questions",
    "question_choices",
    "question_types",
    "type_rules",
    "registration_times",
    "event_trials",
    "second_factor_events",
    "topics",
    "sessions",
    "session_types",
    "event_tables",
    "missing_tables",
    "language_rules",
    "meeting_blocks",
    "slots",
    "rounds",
    "round_settings",
    "waiting_list_rules",
    "nudges",
    "accessibility_statements",
    "consent_texts",
    "event_pictures",
    "mail_batches",
    "mail_pause",
    "scheduled_backups",
    "restores",
    "clock_memory",
    "deletion_announcements",
    "deletion_postponements",
    "calendar_origins",
    // Public: who is responsible, as the operator and the organisers say it.
    "legal_notices",
];
