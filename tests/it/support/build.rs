//! Events as tests need them, written straight into the database.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use rendezvous::domain::account::Account;
use rendezvous::domain::answer::AnswerKey;
use rendezvous::domain::event::{
    CalendarMode, Event, EventState, MeetingBlock, ParticipantType, SHRED_AFTER_DAYS, Session, Topic, Venue,
};
use rendezvous::domain::field;
use rendezvous::domain::ids::{AccountId, EventId, ParticipantId};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::mail_words::MailWords;
use rendezvous::domain::meeting::{Meeting, MeetingState, ReasonTerm};
use rendezvous::domain::participant::Person;
use rendezvous::domain::picture::Pictures;
use rendezvous::services::calendars;
use rendezvous::store::{self, StoreError};

use super::app::TestApp;

/// An administrator with this id, `owner@example.org`, who reads English.
pub fn plain_account(id: &str, created_at: DateTime<Utc>) -> Account {
    Account {
        id: AccountId(id.to_string()),
        email: "owner@example.org".to_string(),
        name: "Owner".to_string(),
        is_admin: true,
        lang: Lang::En,
        created_at,
    }
}

/// An open event of one day, 10 March 2027 in Brussels, in English: what most tests are about are a few fields of it.
pub fn plain_event(id: EventId) -> Event {
    let day = NaiveDate::from_ymd_opt(2027, 3, 10).unwrap();
    Event {
        id,
        slug: "clusters".to_string(),
        state: EventState::Open,
        languages: vec![Lang::En],
        name: Localised::one(Lang::En, "Cluster Conference"),
        summary: Localised::default(),
        description: Localised::default(),
        organiser_name: "European Cluster Office".to_string(),
        contact_email: "office@example.org".to_string(),
        starts_on: day,
        ends_on: day,
        time_zone: "Europe/Brussels".parse().unwrap(),
        venue: Venue::Onsite { place: "Brussels".to_string(), tables: 20 },
        capacity: None,
        approval: false,
        same_country: true,
        calendar_mode: CalendarMode::Invitation,
        wished_minimum: 2,
        reminders: true,
        accent: "#0b5563".to_string(),
        seats_taken: 0,
        pictures: Pictures::default(),
        mail_words: MailWords::default(),
        changes_until: None,
        shred_after_days: SHRED_AFTER_DAYS,
        shredded_at: None,
        registration: Default::default(),
    }
}

/// An event to be made: open, on 10 March 2027 in Brussels unless told otherwise, with two types, three topics, a block and a session.
pub struct EventBuilder<'a> {
    app: &'a TestApp,
    event: Event,
}

/// An open event with the address `/e/clusters`.
pub fn an_event(app: &TestApp) -> EventBuilder<'_> {
    let event = Event {
        languages: vec![Lang::En, Lang::De],
        name: Localised::one(Lang::En, "Cluster Conference").with(Lang::De, "Cluster-Konferenz"),
        summary: Localised::one(Lang::En, "Two days of talks and meetings."),
        description: Localised::one(Lang::En, "Come and meet."),
        ..plain_event(app.app.random.id(app.app.clock.now()))
    };
    EventBuilder { app, event }
}

impl EventBuilder<'_> {
    pub fn at(mut self, slug: &str) -> Self {
        self.event.slug = slug.to_string();
        self
    }

    pub fn in_state(mut self, state: EventState) -> Self {
        self.event.state = state;
        self
    }

    pub fn with_seats(mut self, capacity: u32) -> Self {
        self.event.capacity = Some(capacity);
        self
    }

    pub fn with_approval(mut self) -> Self {
        self.event.approval = true;
        self
    }

    /// On another day.
    pub fn on(mut self, day: NaiveDate) -> Self {
        (self.event.starts_on, self.event.ends_on) = (day, day);
        self
    }

    /// With so many tables.
    pub fn with_tables(mut self, tables: u32) -> Self {
        self.event.venue = Venue::Onsite { place: "Brussels".to_string(), tables };
        self
    }

    /// With one file for all meetings.
    pub fn by_file(mut self) -> Self {
        self.event.calendar_mode = CalendarMode::File;
        self
    }

    /// In German, English and French.
    pub fn in_three_languages(mut self) -> Self {
        self.event.languages = vec![Lang::En, Lang::De, Lang::Fr];
        self.event.name = self.event.name.with(Lang::Fr, "Conférence des clusters");
        self
    }

    /// In a video room for each meeting.
    pub fn online(mut self) -> Self {
        self.event.venue = Venue::Online { room_link: "https://rooms.example/{meeting}".to_string() };
        self
    }

    /// Writes it.
    pub fn make(self) -> Event {
        let EventBuilder { app, event } = self;
        let app = &app.app;
        let now = app.clock.now();
        let origin = calendars::present(app);
        let owner = Account {
            id: app.random.id(now),
            email: format!("owner-of-{}@example.org", event.slug),
            name: "Owner".to_string(),
            is_admin: false,
            lang: Lang::En,
            created_at: now,
        };
        app.store
            .write(|db| {
                store::accounts::insert(db, &owner, None)?;
                store::events::insert(db, &event, &owner.id, now)?;
                store::calendar_origins::insert(db, &event.id, &origin)?;
                for (n, label) in (0..).zip(["Cluster organisation", "Company"]) {
                    let label = Localised::one(Lang::En, label);
                    let kind = ParticipantType { id: app.random.id(now), label };
                    store::programme::insert_type(db, &event.id, &kind, n)?;
                }
                for (n, label) in (0..).zip(["Batteries", "Hydrogen", "Circular economy"]) {
                    let label = Localised::one(Lang::En, label);
                    let topic = Topic { id: app.random.id(now), parent: None, label };
                    store::programme::insert_topic(db, &event.id, &topic, n)?;
                }
                let at = |hour| {
                    let local = event.starts_on.and_hms_opt(hour, 0, 0).unwrap();
                    event.time_zone.from_local_datetime(&local).unwrap().to_utc()
                };
                let title = Localised::one(Lang::En, "Opening");
                let session =
                    Session::plain(app.random.id(now), title, "Hall A".to_string(), (at(9), at(10)));
                store::agenda::insert_session(db, &event.id, &session)?;
                let block = MeetingBlock {
                    id: app.random.id(now),
                    label: Localised::one(Lang::En, "Morning meetings"),
                    starts_at: at(10),
                    slot_minutes: 20,
                    pause_minutes: 5,
                    slot_count: 4,
                };
                let slots: Vec<_> = block.slot_times().iter().map(|_| app.random.id(now)).collect();
                store::agenda::insert_block(db, &event.id, &block, &slots)?;
                Ok::<_, StoreError>(())
            })
            .unwrap();
        event
    }
}

/// The participant of this name.
pub fn id_of(app: &TestApp, event: &Event, name: &str) -> ParticipantId {
    let people =
        app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &["registered"])).unwrap();
    people.into_iter().find(|one| one.profile.person.name == name).unwrap().id
}

/// Plans a meeting of two participants in the first slot, at table 7.
pub fn meet(app: &TestApp, event: &Event, one: &str, other: &str) {
    meet_at(app, event, [one, other].map(|name| id_of(app, event, name)), 0, 7);
}

/// Plans a meeting of two participants in this slot of the event, at this table.
pub fn meet_at(app: &TestApp, event: &Event, mut pair: [ParticipantId; 2], slot: usize, table: u32) {
    pair.sort();
    let [a, b] = pair;
    let now = app.app.clock.now();
    app.app
        .store
        .write(|db| {
            let slot = store::agenda::list_slots(db, &event.id)?.remove(slot);
            let meeting = Meeting {
                id: app.app.random.id(now),
                event: event.id.clone(),
                round: None,
                a: a.clone(),
                b: b.clone(),
                slot: slot.id,
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                table: Some(table),
                interpreter: None,
                state: MeetingState::Planned,
                terms: vec![ReasonTerm { term: "offer_meets_seek".to_string(), points: 100 }],
                sequence: 0,
                updated_at: now,
            };
            store::meetings::insert(db, &meeting)?;
            // As if both had been told of it.
            if event.calendar_mode == CalendarMode::Invitation {
                let sides = [&meeting.a, &meeting.b].map(|who| (meeting.id.clone(), who.clone()));
                store::calendar_entries::insert(db, &event.id, &sides)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

/// The stored answer to a field; empty if there is none.
pub fn answered(person: &Person, code: &str) -> String {
    let key = AnswerKey::Field(field::find(code).unwrap().code);
    person.answer(&key).map(|value| value.stored()).unwrap_or_default()
}
