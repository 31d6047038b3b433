//! The event and the people of the sample mails.

use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use rendezvous::domain::event::{Event, Programme, Session, Slot, Topic, Venue};
use rendezvous::domain::ids::{
    BlockId, EventId, MeetingId, ParticipantId, ProposalId, SessionId, SlotId, TopicId,
};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::meeting::{Meeting, MeetingState};
use rendezvous::domain::organisation::OrganisationType;
use rendezvous::domain::participant::{Attendance, Participant, Person, Profile, Source};
use rendezvous::domain::proposal::{Proposal, ProposalState};
use rendezvous::domain::visibility::ShownFields;

use super::mail_samples::{CONTACT, email, now};
use super::support::build::plain_event;

pub fn event() -> Event {
    Event {
        slug: "ecc-2020".into(),
        name: Localised::one(Lang::En, "European Cluster Conference 2020")
            .with(Lang::De, "Europäische Clusterkonferenz 2020")
            .with(Lang::Fr, "Conférence européenne des clusters 2020"),
        organiser_name: "Ministerium für Wirtschaft & Énergie".into(),
        contact_email: CONTACT.into(),
        starts_on: NaiveDate::from_ymd_opt(2020, 11, 11).unwrap(),
        ends_on: NaiveDate::from_ymd_opt(2020, 11, 12).unwrap(),
        time_zone: "Europe/Berlin".parse().unwrap(),
        venue: Venue::Onsite { place: "Kongresshalle, Saal 2".into(), tables: 20 },
        capacity: Some(250),
        wished_minimum: 3,
        seats_taken: 2,
        ..plain_event(EventId("e1".into()))
    }
}

pub fn programme() -> Programme {
    let start = Utc.with_ymd_and_hms(2020, 11, 11, 8, 0, 0).unwrap();
    let topic = |(id, label): (&str, &str)| Topic {
        id: TopicId(id.into()),
        parent: None,
        label: Localised::one(Lang::En, label),
    };
    Programme {
        topics: [("t1", "Batteries"), ("t2", "Hydrogen")].map(topic).to_vec(),
        sessions: vec![Session::plain(
            SessionId("opening".into()),
            Localised::one(Lang::En, "Opening"),
            "Hall A".into(),
            (start, start + Duration::hours(1)),
        )],
        ..Programme::default()
    }
}

pub fn slot() -> Slot {
    let start = Utc.with_ymd_and_hms(2020, 11, 11, 14, 0, 0).unwrap();
    Slot {
        id: SlotId("s1".into()),
        block: BlockId("b1".into()),
        starts_at: start,
        ends_at: start + Duration::minutes(20),
    }
}

pub fn proposal() -> Proposal {
    Proposal {
        id: ProposalId("p1".into()),
        event: EventId("e1".into()),
        from: ParticipantId("2".into()),
        to: ParticipantId("1".into()),
        slot: SlotId("s1".into()),
        message: "Shall we talk about\nwater <b>pipes</b>?".into(),
        state: ProposalState::Open,
        terms: vec![],
        created_at: now(),
        expires_at: now() + Duration::hours(48),
        answered_at: None,
        tell_at: None,
        receipt_at: None,
        instead_of: None,
    }
}

pub fn participant(id: &str, name: &str, organisation: &str, country: &str, address: &str) -> Participant {
    Participant {
        id: ParticipantId(id.into()),
        event: EventId("e1".into()),
        profile: Profile {
            person: Person {
                name: name.into(),
                email: Some(email(address)),
                organisation: organisation.into(),
                organisation_type: OrganisationType::Sme,
                country: country.into(),
                languages: vec!["en".into()],
                ..Person::default()
            },
            interests: vec![],
            attendance: Attendance { blocks: vec![], sessions: vec![], waiting: vec![], max_meetings: 10 },
            listed: true,
            shown: ShownFields::all(),
            lang: Lang::En,
        },
        source: Source::Form,
        created_at: now(),
        updated_at: now(),
    }
}

pub fn meeting(id: &str, a: &Participant, b: &Participant, start: DateTime<Utc>, table: u32) -> Meeting {
    Meeting {
        id: MeetingId(id.into()),
        event: EventId("e1".into()),
        round: None,
        a: a.id.clone(),
        b: b.id.clone(),
        slot: SlotId(id.into()),
        starts_at: start,
        ends_at: start + Duration::minutes(20),
        table: Some(table),
        interpreter: None,
        state: MeetingState::Planned,
        terms: vec![],
        sequence: 0,
        updated_at: now() - Duration::hours(1),
    }
}
