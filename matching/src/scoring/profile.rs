//! What scoring knows of a person: whom they speak for, what they offer and seek, and the event's topics.

/// One person of an event, as scoring sees them. `None` means "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Profile {
    /// A number that stays with the person and is theirs alone. Ties are broken by it, never by the
    /// place in the list, so that the order in which people are handed in changes nothing.
    pub id: u128,
    /// Two people of the same organisation are never paired.
    pub organisation: Option<u32>,
    pub country: Option<u16>,
    /// The participant type, for the organiser's matrix of types.
    pub kind: Option<u16>,
    /// The programme, sector or region that should mix with others.
    pub group: Option<u16>,
    pub offers: Vec<Interest>,
    pub seeks: Vec<Interest>,
    /// The languages the person can hold a conversation in.
    pub languages: Vec<u16>,
    /// Numbers for what the person answered to each question that is compared, in the order of the
    /// comparisons; none where they did not.
    pub answers: Vec<Vec<u32>>,
}

/// A ticked topic or a free text or both, as one line of what a person offers or seeks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interest {
    /// The place of the topic in [`Topics`]; a number the list does not have is ignored.
    pub topic: Option<u32>,
    pub text: Option<String>,
}

impl Interest {
    pub fn topic(topic: u32) -> Self {
        Self { topic: Some(topic), text: None }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self { topic: None, text: Some(text.into()) }
    }
}

/// One entry of the event's topic list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// The place of the topic above it, if it has one.
    pub parent: Option<u32>,
    /// Its name in each language of the event: what people write is compared with it.
    pub labels: Vec<String>,
}

/// The event's topics: a tree of at most two levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics {
    topics: Vec<Topic>,
}

impl Topics {
    pub fn new(topics: Vec<Topic>) -> Self {
        Self { topics }
    }

    pub fn len(&self) -> usize {
        self.topics.len()
    }

    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// The names of a topic; none for a number the list does not have.
    pub fn labels(&self, topic: u32) -> &[String] {
        self.topics.get(topic as usize).map_or(&[], |entry| &entry.labels)
    }

    /// The topic above this one, or itself at the top. Topics with the same family are near each
    /// other: brothers and sisters, parent and child. Deeper levels are not looked through, and a
    /// parent that does not exist counts as none.
    pub(super) fn family(&self, topic: u32) -> u32 {
        match self.topics.get(topic as usize).and_then(|t| t.parent) {
            Some(parent) if (parent as usize) < self.topics.len() => parent,
            _ => topic,
        }
    }
}
