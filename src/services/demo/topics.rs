//! The demo's topic list: the EU's industrial ecosystems, emerging industries and key enabling technologies, the four
//! challenges of the conference, and what clusters come to a conference for.

/// Labels in German, English and French.
pub(super) type Label = [&'static str; 3];

/// A main topic and its own topics.
pub(super) struct TopicGroup {
    pub label: Label,
    pub topics: &'static [Label],
}

/// Index of the group of the fourteen industrial ecosystems in [`GROUPS`].
pub(super) const ECOSYSTEMS: usize = 0;
/// Index of the four challenges.
pub(super) const CHALLENGES: usize = 3;

pub(super) const GROUPS: [TopicGroup; 5] = [
    TopicGroup {
        label: ["Industrielle Ökosysteme", "Industrial ecosystems", "Écosystèmes industriels"],
        topics: &[
            ["Luft- und Raumfahrt und Verteidigung", "Aerospace and defence", "Aérospatial et défense"],
            ["Agrar- und Ernährungswirtschaft", "Agri-food", "Agroalimentaire"],
            ["Bauwesen", "Construction", "Construction"],
            [
                "Kultur- und Kreativwirtschaft",
                "Cultural and creative industries",
                "Industries culturelles et créatives",
            ],
            ["Digitalwirtschaft", "Digital", "Numérique"],
            ["Elektronik", "Electronics", "Électronique"],
            [
                "Energieintensive Industrien",
                "Energy-intensive industries",
                "Industries à forte intensité énergétique",
            ],
            ["Erneuerbare Energien", "Renewable energy", "Énergies renouvelables"],
            ["Gesundheit", "Health", "Santé"],
            [
                "Mobilität – Verkehr – Automobil",
                "Mobility – transport – automotive",
                "Mobilité – transports – automobile",
            ],
            [
                "Nahversorgung, Sozialwirtschaft und zivile Sicherheit",
                "Proximity, social economy and civil security",
                "Proximité, économie sociale et sécurité civile",
            ],
            ["Einzelhandel", "Retail", "Commerce de détail"],
            ["Textil", "Textile", "Textile"],
            ["Tourismus", "Tourism", "Tourisme"],
        ],
    },
    TopicGroup {
        label: ["Wachstumsbranchen", "Emerging industries", "Industries émergentes"],
        topics: &[
            ["Innovative Verpackungen", "Advanced packaging", "Emballage avancé"],
            ["Biopharmazeutika", "Biopharmaceuticals", "Biopharmacie"],
            [
                "Maritime Wirtschaft (Blaues Wachstum)",
                "Blue growth industries",
                "Industries de la croissance bleue",
            ],
            ["Kreativwirtschaft", "Creative industries", "Industries créatives"],
            ["Digitale Branchen", "Digital industries", "Industries numériques"],
            ["Umweltwirtschaft", "Environmental industries", "Industries environnementales"],
            ["Erlebniswirtschaft", "Experience industries", "Industries de l’expérience"],
            ["Logistikdienstleistungen", "Logistical services", "Services logistiques"],
            ["Medizinprodukte", "Medical devices", "Dispositifs médicaux"],
            ["Mobilitätstechnologien", "Mobility technologies", "Technologies de mobilité"],
        ],
    },
    TopicGroup {
        label: ["Schlüsseltechnologien", "Key enabling technologies", "Technologies clés génériques"],
        topics: &[
            ["Mikro- und Nanoelektronik", "Micro- and nanoelectronics", "Micro- et nanoélectronique"],
            ["Nanotechnologie", "Nanotechnology", "Nanotechnologie"],
            ["Industrielle Biotechnologie", "Industrial biotechnology", "Biotechnologie industrielle"],
            ["Fortgeschrittene Werkstoffe", "Advanced materials", "Matériaux avancés"],
            ["Photonik", "Photonics", "Photonique"],
            [
                "Fortgeschrittene Fertigungstechnologien",
                "Advanced manufacturing technologies",
                "Technologies de fabrication avancées",
            ],
        ],
    },
    TopicGroup {
        label: ["Herausforderungen", "Challenges", "Défis"],
        topics: &[
            ["Grüner Wandel", "Green transition", "Transition écologique"],
            ["Digitalisierung", "Digitalisation", "Transition numérique"],
            ["Resilienz", "Resilience", "Résilience"],
            ["Kompetenzen", "Skills", "Compétences"],
        ],
    },
    TopicGroup {
        label: ["Zusammenarbeit", "Working together", "Coopération"],
        topics: &[
            ["Partner für Projektanträge", "Partners for project proposals", "Partenaires de projets"],
            ["Finanzierung", "Financing", "Financement"],
            ["Internationalisierung", "Internationalisation", "Internationalisation"],
            [
                "Austausch im Clustermanagement",
                "Exchange between cluster managers",
                "Échanges entre gestionnaires de clusters",
            ],
        ],
    },
];

/// A line of business: what its organisations are called, and the topics they move in as (group, topic) of [`GROUPS`].
pub(super) struct Field {
    /// In names: German, English, French, Italian, Spanish, Polish.
    pub names: [&'static str; 6],
    pub topics: &'static [(usize, usize)],
}

pub(super) const FIELDS: [Field; 17] = [
    Field {
        names: ["Luftfahrt", "Aerospace", "Aéronautique", "Aerospazio", "Aeroespacial", "Lotnictwo"],
        topics: &[(0, 0), (2, 3), (2, 5)],
    },
    Field {
        names: ["Ernährung", "Agrifood", "Agroalimentaire", "Agroalimentare", "Agroalimentario", "Żywność"],
        topics: &[(0, 1), (1, 0), (2, 2)],
    },
    Field {
        names: ["Bau und Holz", "Wood & Construction", "Bois", "Legno", "Madera y Hábitat", "Drewno"],
        topics: &[(0, 2), (3, 0), (2, 3)],
    },
    Field {
        names: [
            "Kreativwirtschaft",
            "Creative",
            "Industries Créatives",
            "Creatività",
            "Creativo",
            "Kreatywni",
        ],
        topics: &[(0, 3), (1, 3), (1, 6)],
    },
    Field { names: ["IT", "ICT", "Numérique", "Digitale", "TIC", "IT"], topics: &[(0, 4), (1, 4), (3, 1)] },
    Field {
        names: [
            "Mikroelektronik",
            "Electronics",
            "Électronique",
            "Elettronica",
            "Electrónica",
            "Elektronika",
        ],
        topics: &[(0, 5), (2, 0), (2, 1)],
    },
    Field {
        names: ["Werkstoffe", "Materials", "Matériaux", "Materiali", "Materiales", "Materiały"],
        topics: &[(0, 6), (2, 3), (2, 1)],
    },
    Field {
        names: ["Energie", "Clean Energy", "Énergies", "Energia", "Energía", "Energia"],
        topics: &[(0, 7), (3, 0), (1, 5)],
    },
    Field {
        names: ["Medizintechnik", "Medtech", "Santé", "Salute", "Salud", "Medycyna"],
        topics: &[(0, 8), (1, 8), (1, 1)],
    },
    Field {
        names: ["Mobilität", "Mobility", "Mobilités", "Mobilità", "Movilidad", "Mobilność"],
        topics: &[(0, 9), (1, 9), (1, 7)],
    },
    Field {
        names: ["Sicherheit", "Civil Security", "Sécurité", "Sicurezza", "Seguridad", "Bezpieczeństwo"],
        topics: &[(0, 10), (3, 2), (0, 4)],
    },
    Field {
        names: ["Handel und Logistik", "Logistics", "Logistique", "Logistica", "Logística", "Logistyka"],
        topics: &[(0, 11), (1, 7), (1, 0)],
    },
    Field {
        names: ["Textil", "Textile", "Textile", "Tessile", "Textil", "Tekstylia"],
        topics: &[(0, 12), (2, 3), (3, 0)],
    },
    Field {
        names: ["Tourismus", "Tourism", "Tourisme", "Turismo", "Turismo", "Turystyka"],
        topics: &[(0, 13), (1, 6), (0, 3)],
    },
    Field {
        names: ["Maritime Wirtschaft", "Maritime", "Mer", "Economia del Mare", "Marítimo", "Morze"],
        topics: &[(1, 2), (0, 7), (1, 7)],
    },
    Field {
        names: ["Photonik", "Photonics", "Photonique", "Fotonica", "Fotónica", "Fotonika"],
        topics: &[(2, 4), (0, 5), (1, 8)],
    },
    Field {
        names: ["Maschinenbau", "Manufacturing", "Mécanique", "Meccanica", "Fabricación", "Produkcja"],
        topics: &[(2, 5), (3, 1), (0, 9)],
    },
];
