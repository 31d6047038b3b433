//! What the demo's event asks of its own, and what its people answered.

use chrono::{DateTime, Utc};

use crate::domain::answer::{Answers, Kind, Value};
use crate::domain::event::Event;
use crate::domain::lang::{Lang, Localised};
use crate::domain::question::{Condition, Purpose, Question, QuestionChoice};
use crate::random::Random;
use crate::services::questions::ready_made;

/// A text in German, English and French.
type Text = [&'static str; 3];

const ARRIVAL: (Text, Text) = (
    ["Anreise", "Arrival", "Arrivée"],
    [
        "Damit wir wissen, wie viele Plätze wir auf dem Parkplatz brauchen.",
        "So that we know how many places in the car park we need.",
        "Pour savoir combien de places de parking il nous faut.",
    ],
);
const WAYS: [Text; 4] = [
    ["Mit der Bahn", "By train", "En train"],
    ["Mit dem Flugzeug", "By plane", "En avion"],
    ["Mit dem Auto", "By car", "En voiture"],
    ["Zu Fuß oder mit dem Rad", "On foot or by bicycle", "À pied ou à vélo"],
];
/// The way that needs a seat in the shuttle.
const PLANE: usize = 1;
const SHUTTLE: (Text, Text) = (
    [
        "Ich möchte einen Platz im Bus vom Flughafen",
        "I would like a seat in the bus from the airport",
        "Je souhaite une place dans le bus de l’aéroport",
    ],
    [
        "Der Bus fährt am Morgen des ersten Tages.",
        "The bus leaves in the morning of the first day.",
        "Le bus part le matin du premier jour.",
    ],
);
const EXPECTS: (Text, Text) = (
    ["Freut sich auf", "Looks forward to", "Attend avec intérêt"],
    [
        "Ein Anfang für Ihre Gespräche.",
        "A beginning for your meetings.",
        "Un point de départ pour vos rendez-vous.",
    ],
);
const HOPES: [Text; 4] = [
    ["Neue Partner", "New partners", "De nouveaux partenaires"],
    ["Vorträge", "Talks", "Les conférences"],
    ["Besichtigungen", "Site visits", "Les visites"],
    ["Förderprogramme", "Funding programmes", "Les programmes de financement"],
];
const HOTEL: (Text, Text) = (
    ["Hotel", "Hotel", "Hôtel"],
    [
        "Damit der Bus am Abend auch bei Ihnen hält.",
        "So that the bus in the evening stops near you too.",
        "Pour que le bus du soir s’arrête aussi près de chez vous.",
    ],
);
/// What those eat who chose "something else".
const ELSE: &str = "No gluten";

/// Four questions, of which one is asked of those who come by plane and one is new, and the ready-made ones on food. Their ids are
/// drawn by themselves, so that everything else is drawn as it was without them.
pub(super) fn questions(event: &Event, seed: u64, now: DateTime<Utc>) -> Vec<Question> {
    let random = Random::seeded(!seed);
    let text = |text: Text| {
        let each = [Lang::De, Lang::En, Lang::Fr].into_iter().zip(text);
        each.filter(|(lang, _)| event.languages.contains(lang))
            .fold(Localised::default(), |all, (lang, text)| all.with(lang, text))
    };
    let asked = |(label, help): (Text, Text), kind: Kind, choices: &[Text]| Question {
        id: random.id(now),
        kind,
        label: text(label),
        help: text(help),
        choices: choices
            .iter()
            .map(|choice| QuestionChoice { id: random.id(now), label: text(*choice) })
            .collect(),
        required: false,
        visible: false,
        types: Vec::new(),
        condition: None,
        comparison: None,
        purpose: Purpose::Organisation,
        life_days: None,
        closed_at: None,
    };
    let arrival = asked(ARRIVAL, Kind::One, &WAYS);
    let by_plane = arrival.choices.get(PLANE).map(|way| way.id.0.clone());
    let condition = by_plane.map(|answer| Condition { question: arrival.id.clone(), answer });
    let shuttle = Question { condition, ..asked(SHUTTLE, Kind::Agree, &[]) };
    let expects = Question { visible: true, ..asked(EXPECTS, Kind::Several, &HOPES) };
    let hotel = Kind::of_question("text").map(|kind| asked(HOTEL, kind, &[]));
    let food = ready_made(&random, event, Purpose::Food, now);
    [arrival, shuttle, expects].into_iter().chain(food).chain(hotel).collect()
}

/// What one of the people answered: most of them how they come and what they hope for, two of three what they eat. The last
/// question is too new for answers.
pub(super) fn answer(questions: &[Question], at: usize, answers: &mut Answers) {
    let [arrival, shuttle, expects, food, what, ..] = questions else { return };
    let choice =
        |question: &Question, n: usize| question.choices.get(n).map(|one| Value::Choice(one.id.clone()));
    let way = at / 2 % WAYS.len();
    if at % 9 != 8 {
        answers.set(arrival.key(), choice(arrival, way));
        answers.set(shuttle.key(), (way == PLANE && at.is_multiple_of(2)).then_some(Value::Agreed));
    }
    if at % 7 != 6 {
        let hoped = |n: &usize| *n == at % HOPES.len() || *n == at / 3 % HOPES.len();
        let chosen = expects.choices.iter().enumerate().filter(|(n, _)| hoped(n));
        answers.set(expects.key(), Some(Value::Choices(chosen.map(|(_, one)| one.id.clone()).collect())));
    }
    if at % 3 != 2 {
        let last = food.choices.len().saturating_sub(1);
        let eats = if at % 16 == 15 { last } else { at % 5 % last.max(1) };
        answers.set(food.key(), choice(food, eats));
        answers.set(what.key(), (eats == last).then(|| Value::Text(ELSE.to_string())));
    }
}
