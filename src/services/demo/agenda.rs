//! The demo's agenda of two days: what the European Cluster Conference of 2020 had, with clock times of our own, and three
//! meeting blocks beside it.

use rand::RngExt;
use rand::rngs::StdRng;

use super::organisations::Organisation;
use super::topics::{CHALLENGES, ECOSYSTEMS, FIELDS, GROUPS, Label};

/// A session of the demo; times are on the clock of the place, as `(hour, minute)`.
pub(super) struct DemoSession {
    pub title: Label,
    pub place: &'static str,
    /// From 0.
    pub day: u32,
    pub from: (u32, u32),
    pub to: (u32, u32),
    pub audience: Audience,
}

/// Who takes part in a session.
#[derive(Clone, Copy)]
pub(super) enum Audience {
    /// Nearly everyone.
    All,
    /// Some, and they miss the meetings meanwhile.
    Some,
    /// Those who move in this topic of [`GROUPS`], and a few others.
    Topic(usize, usize),
}

/// A meeting block of the demo.
pub(super) struct DemoBlock {
    pub label: Label,
    pub day: u32,
    pub from: (u32, u32),
    pub slots: u32,
}

/// Length of a slot and of the pause after it, in minutes.
pub(super) const SLOT_MINUTES: u32 = 20;
pub(super) const PAUSE_MINUTES: u32 = 5;

pub(super) const BLOCKS: [DemoBlock; 3] = [
    DemoBlock {
        label: [
            "Gespräche am Dienstagnachmittag",
            "Meetings on Tuesday afternoon",
            "Rendez-vous du mardi après-midi",
        ],
        day: 0,
        from: (14, 0),
        slots: 5,
    },
    DemoBlock {
        label: [
            "Gespräche am Mittwochvormittag",
            "Meetings on Wednesday morning",
            "Rendez-vous du mercredi matin",
        ],
        day: 1,
        from: (10, 15),
        slots: 5,
    },
    DemoBlock {
        label: [
            "Gespräche am Mittwochnachmittag",
            "Meetings on Wednesday afternoon",
            "Rendez-vous du mercredi après-midi",
        ],
        day: 1,
        from: (14, 30),
        slots: 4,
    },
];

/// What stands before the topic of a session in depth.
const IN_DEPTH: Label = ["Vertiefung: ", "In depth: ", "Approfondissement : "];
/// What stands before the challenge of a workshop.
const WORKSHOP: Label = ["Werkstatt: ", "Workshop: ", "Atelier : "];

const GENERAL: [DemoSession; 8] = [
    DemoSession {
        title: ["Eröffnung", "Opening", "Ouverture"],
        place: "Großer Saal",
        day: 0,
        from: (9, 30),
        to: (10, 15),
        audience: Audience::All,
    },
    DemoSession {
        title: [
            "Plenum: Cluster im grünen und digitalen Wandel",
            "Plenary: clusters in the green and digital change",
            "Plénière : les clusters face aux transitions écologique et numérique",
        ],
        place: "Großer Saal",
        day: 0,
        from: (10, 30),
        to: (11, 45),
        audience: Audience::All,
    },
    DemoSession {
        title: [
            "World-Cafés in kleinen Runden",
            "World cafés in small groups",
            "World cafés en petits groupes",
        ],
        place: "Foyer",
        day: 0,
        from: (14, 45),
        to: (15, 30),
        audience: Audience::Some,
    },
    DemoSession {
        title: ["16 Kurzvorträge", "16 pitches", "16 pitchs"],
        place: "Großer Saal",
        day: 0,
        from: (16, 15),
        to: (17, 15),
        audience: Audience::All,
    },
    DemoSession {
        title: [
            "Preise: Partnerschaft, Clustermanagement, Sonderpreis",
            "Awards: partnership, cluster manager, special award",
            "Prix : partenariat, gestion de cluster, prix spécial",
        ],
        place: "Großer Saal",
        day: 0,
        from: (17, 30),
        to: (18, 15),
        audience: Audience::All,
    },
    DemoSession {
        title: ["Wege zur Finanzierung", "Financing opportunities", "Pistes de financement"],
        place: "Saal 2",
        day: 1,
        from: (11, 5),
        to: (11, 50),
        audience: Audience::Some,
    },
    DemoSession {
        title: [
            "World-Cafés in kleinen Runden, zweiter Teil",
            "World cafés in small groups, second part",
            "World cafés en petits groupes, deuxième partie",
        ],
        place: "Foyer",
        day: 1,
        from: (15, 20),
        to: (16, 5),
        audience: Audience::Some,
    },
    DemoSession {
        title: ["Abschluss und Ausblick", "Closing and outlook", "Clôture et perspectives"],
        place: "Großer Saal",
        day: 1,
        from: (16, 15),
        to: (16, 45),
        audience: Audience::All,
    },
];

/// Every session with its title in German, English and French: the general ones, fourteen in depth, four workshops.
pub(super) fn sessions() -> Vec<(DemoSession, [String; 3])> {
    let own = |session: DemoSession| {
        let title = session.title.map(String::from);
        (session, title)
    };
    let mut all: Vec<(DemoSession, [String; 3])> = GENERAL.into_iter().map(own).collect();
    for (at, title) in GROUPS[ECOSYSTEMS].topics.iter().enumerate() {
        let is_first_day = at < 7;
        all.push(beside(
            IN_DEPTH,
            title,
            DemoSession {
                title: *title,
                place: ROOMS[at % ROOMS.len()],
                day: u32::from(!is_first_day),
                from: if is_first_day { (12, 0) } else { (9, 0) },
                to: if is_first_day { (13, 0) } else { (10, 0) },
                audience: Audience::Topic(ECOSYSTEMS, at),
            },
        ));
    }
    for (at, title) in GROUPS[CHALLENGES].topics.iter().enumerate() {
        all.push(beside(
            WORKSHOP,
            title,
            DemoSession {
                title: *title,
                place: ROOMS[at],
                day: 1,
                from: (13, 15),
                to: (14, 15),
                audience: Audience::Topic(CHALLENGES, at),
            },
        ));
    }
    all
}

const ROOMS: [&str; 7] = ["Raum 1", "Raum 2", "Raum 3", "Raum 4", "Raum 5", "Raum 6", "Raum 7"];

fn beside(before: Label, title: &Label, session: DemoSession) -> (DemoSession, [String; 3]) {
    let title = [0, 1, 2].map(|lang| format!("{}{}", before[lang], title[lang]));
    (session, title)
}

/// Which blocks and sessions somebody attends, by their indices; nobody is in two sessions at once.
pub(super) fn attendance(of: &Organisation, rng: &mut StdRng) -> (Vec<usize>, Vec<usize>) {
    let mut blocks: Vec<usize> = (0..BLOCKS.len()).filter(|_| rng.random_bool(0.85)).collect();
    if blocks.is_empty() {
        blocks.push(rng.random_range(0..BLOCKS.len()));
    }
    let mut chosen: Vec<(usize, DemoSession)> = Vec::new();
    for (at, (session, _)) in sessions().into_iter().enumerate() {
        let wants = rng.random_bool(match session.audience {
            Audience::All => 0.9,
            Audience::Some => 0.2,
            Audience::Topic(group, topic) if FIELDS[of.field].topics.contains(&(group, topic)) => 0.85,
            Audience::Topic(CHALLENGES, _) => 0.2,
            Audience::Topic(..) => 0.05,
        });
        let is_free = chosen.iter().all(|(_, other)| {
            other.day != session.day || other.to <= session.from || session.to <= other.from
        });
        if wants && is_free {
            chosen.push((at, session));
        }
    }
    (blocks, chosen.into_iter().map(|(at, _)| at).collect())
}
