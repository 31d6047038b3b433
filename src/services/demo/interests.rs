//! What the demo's participants offer and seek, and in which words.

use rand::RngExt;
use rand::rngs::StdRng;

use super::lots::pick;
use super::organisations::{Group, Organisation};
use super::topics::{CHALLENGES, FIELDS, GROUPS};
use crate::domain::lang::Lang;
use crate::domain::participant::InterestKind;

/// An interest by the place of its topic: group and topic of [`GROUPS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DemoInterest {
    pub topic: (usize, usize),
    pub kind: InterestKind,
    pub text: String,
}

/// Index of the group of topics that is about cooperation itself: partners, financing, internationalisation, exchange.
const COOPERATION: usize = 4;

/// Makes up what somebody of an organisation offers and seeks: its own field, what it needs from others, a challenge.
pub(super) fn interests(of: &Organisation, lang: Lang, rng: &mut StdRng) -> Vec<DemoInterest> {
    let mut interests = Vec::new();
    for topic in offered(of, rng) {
        add(&mut interests, topic, InterestKind::Offer, of, lang, rng);
    }
    for topic in sought(of, rng) {
        add(&mut interests, topic, InterestKind::Seek, of, lang, rng);
    }
    interests
}

fn offered(of: &Organisation, rng: &mut StdRng) -> Vec<(usize, usize)> {
    let own = FIELDS[of.field].topics;
    let mut topics = vec![own[0]];
    if rng.random_bool(0.6) {
        topics.extend(pick(own, rng).copied());
    }
    match of.group {
        Group::ClusterManagement if rng.random_bool(0.4) => topics.push((COOPERATION, 3)),
        Group::Policy | Group::Other if rng.random_bool(0.6) => topics.push((COOPERATION, 1)),
        Group::Training => topics.push((CHALLENGES, 3)),
        _ if rng.random_bool(0.25) => topics.push((CHALLENGES, rng.random_range(0..4))),
        _ => {}
    }
    topics
}

fn sought(of: &Organisation, rng: &mut StdRng) -> Vec<(usize, usize)> {
    let own = FIELDS[of.field].topics;
    let mut topics = Vec::new();
    if rng.random_bool(0.6) {
        topics.extend(pick(own, rng).copied());
    }
    // Beyond one's own field: what cross-clustering is about.
    if let Some(other) = pick(&FIELDS, rng) {
        topics.extend(pick(other.topics, rng).copied());
    }
    if rng.random_bool(0.5) {
        topics.push((CHALLENGES, rng.random_range(0..4)));
    }
    match of.group {
        Group::Business if rng.random_bool(0.5) => topics.push((COOPERATION, 2)),
        Group::ClusterManagement | Group::Research if rng.random_bool(0.5) => topics.push((COOPERATION, 0)),
        _ => {}
    }
    topics
}

fn add(
    interests: &mut Vec<DemoInterest>,
    topic: (usize, usize),
    kind: InterestKind,
    of: &Organisation,
    lang: Lang,
    rng: &mut StdRng,
) {
    let is_there = interests.iter().any(|own| own.topic == topic && own.kind == kind);
    // Nobody looks for what they offer themselves.
    let is_offered = kind == InterestKind::Seek && interests.iter().any(|own| own.topic == topic);
    if is_there || is_offered {
        return;
    }
    let text = if rng.random_bool(0.7) { sentence(of.group, kind, topic, lang, rng) } else { String::new() };
    interests.push(DemoInterest { topic, kind, text });
}

fn sentence(group: Group, kind: InterestKind, topic: (usize, usize), lang: Lang, rng: &mut StdRng) -> String {
    let lang_at = match lang {
        Lang::De => 0,
        Lang::En => 1,
        Lang::Fr => 2,
    };
    let all = match (topic.0, kind) {
        (COOPERATION, _) => std::slice::from_ref(cooperation(topic.1, kind)),
        (_, InterestKind::Offer) => offers(group),
        (_, InterestKind::Seek) => seeks(group),
    };
    let label = GROUPS[topic.0].topics[topic.1][lang_at];
    pick(all, rng).map(|sentence| sentence[lang_at].replace("{t}", label)).unwrap_or_default()
}

/// Sentences in German, English and French; `{t}` is the topic.
type Sentences = &'static [[&'static str; 3]];

/// What the topics about cooperation are about, in the order of the topic list.
fn cooperation(topic: usize, kind: InterestKind) -> &'static [&'static str; 3] {
    match (topic, kind) {
        (0, InterestKind::Offer) => &[
            "Erfahrung mit der Leitung europäischer Projekte.",
            "Experience in leading European projects.",
            "L’expérience de la coordination de projets européens.",
        ],
        (0, InterestKind::Seek) => &[
            "Noch zwei Partner für einen Antrag im Frühjahr.",
            "Two more partners for a proposal in spring.",
            "Encore deux partenaires pour un dossier au printemps.",
        ],
        (1, InterestKind::Offer) => &[
            "Zuschüsse und Beteiligungen für Vorhaben mit Partnern aus zwei Ländern.",
            "Grants and equity for projects with partners from two countries.",
            "Des subventions et des participations pour des projets entre deux pays.",
        ],
        (1, InterestKind::Seek) => &[
            "Geldgeber für den Schritt vom Prototyp zur Serie.",
            "Funding for the step from prototype to series.",
            "Un financement pour passer du prototype à la série.",
        ],
        (2, InterestKind::Offer) => &[
            "Ein Büro vor Ort, das bei den ersten Schritten hilft.",
            "An office on the spot that helps with the first steps.",
            "Un bureau sur place qui accompagne les premiers pas.",
        ],
        (2, InterestKind::Seek) => &[
            "Vertriebspartner in zwei neuen Ländern.",
            "Sales partners in two new countries.",
            "Des partenaires commerciaux dans deux nouveaux pays.",
        ],
        (_, InterestKind::Offer) => &[
            "Wir zeigen gern, wie wir Mitglieder gewinnen und halten.",
            "We gladly show how we win members and keep them.",
            "Nous montrons volontiers comment nous gagnons et gardons nos membres.",
        ],
        (_, InterestKind::Seek) => &[
            "Austausch mit einem Cluster ähnlicher Größe.",
            "Exchange with a cluster of similar size.",
            "Un échange avec un cluster de taille comparable.",
        ],
    }
}

fn offers(group: Group) -> Sentences {
    match group {
        Group::ClusterManagement => &[
            [
                "Unser Cluster hat Mitglieder mit langer Erfahrung: {t}. Wir stellen Kontakte her.",
                "Our cluster has members with long experience: {t}. We make the introductions.",
                "Notre cluster réunit des membres expérimentés : {t}. Nous mettons en relation.",
            ],
            [
                "Ein Reallabor für {t}, das auch Partnern aus dem Ausland offensteht.",
                "A living lab for {t}, open to partners from abroad.",
                "Un laboratoire vivant ({t}), ouvert aux partenaires étrangers.",
            ],
            [
                "Erprobte Formate, um kleine Betriebe für {t} zu gewinnen.",
                "Proven ways to win small firms for {t}.",
                "Des formats éprouvés pour mobiliser les petites entreprises : {t}.",
            ],
        ],
        Group::Business => &[
            [
                "Wir bauen Prototypen und Kleinserien: {t}.",
                "We build prototypes and small series: {t}.",
                "Nous fabriquons prototypes et petites séries : {t}.",
            ],
            [
                "Eine Lösung aus dem Alltag unserer Kunden, bereit für neue Märkte: {t}.",
                "A solution that our customers use every day, ready for new markets: {t}.",
                "Une solution utilisée chaque jour par nos clients, prête pour de nouveaux marchés : {t}.",
            ],
            [
                "Fertigung mit freien Kapazitäten ab Frühjahr: {t}.",
                "Manufacturing with free capacity from spring: {t}.",
                "Une production avec des capacités libres dès le printemps : {t}.",
            ],
        ],
        Group::Research => &[
            [
                "Messungen, Gutachten und gemeinsame Forschung: {t}.",
                "Measurements, expert opinions and joint research: {t}.",
                "Mesures, expertises et recherche commune : {t}.",
            ],
            [
                "Eine Versuchsanlage für {t}, die Unternehmen tageweise nutzen können.",
                "A pilot plant for {t} that firms can use by the day.",
                "Une installation pilote ({t}) que les entreprises peuvent utiliser à la journée.",
            ],
        ],
        Group::Policy => &[
            [
                "Erfahrungen mit einem Landesprogramm: {t}.",
                "Experience with a regional programme: {t}.",
                "L’expérience d’un programme régional : {t}.",
            ],
            [
                "Wir fördern Vorhaben mit Partnern aus zwei Ländern: {t}.",
                "We fund projects with partners from two countries: {t}.",
                "Nous finançons des projets réunissant deux pays : {t}.",
            ],
        ],
        Group::CivilSociety | Group::Training => &[
            [
                "Lehrgänge für Fachkräfte und Quereinsteiger: {t}.",
                "Courses for skilled workers and newcomers: {t}.",
                "Des formations pour professionnels et débutants : {t}.",
            ],
            [
                "Ein breites Netz von Ehrenamtlichen und Betrieben: {t}.",
                "A wide network of volunteers and firms: {t}.",
                "Un vaste réseau de bénévoles et d’entreprises : {t}.",
            ],
        ],
        Group::Other => &[
            [
                "Beteiligungen von 200.000 bis 2 Millionen Euro: {t}.",
                "Equity between 200,000 and 2 million euros: {t}.",
                "Des participations de 200 000 à 2 millions d’euros : {t}.",
            ],
            [
                "Zugang zu Netzwerken in zwölf Ländern: {t}.",
                "Access to networks in twelve countries: {t}.",
                "L’accès à des réseaux dans douze pays : {t}.",
            ],
        ],
    }
}

fn seeks(group: Group) -> Sentences {
    match group {
        Group::ClusterManagement => &[
            [
                "Partnercluster für eine gemeinsame Reise unserer Mitglieder: {t}.",
                "A partner cluster for a joint visit of our members: {t}.",
                "Un cluster partenaire pour un voyage commun de nos membres : {t}.",
            ],
            [
                "Fachleute, die unseren kleinen Betrieben weiterhelfen: {t}.",
                "Experts who can help our small firms: {t}.",
                "Des spécialistes pour épauler nos petites entreprises : {t}.",
            ],
            [
                "Noch zwei Partner für einen Antrag im Frühjahr: {t}.",
                "Two more partners for a proposal in spring: {t}.",
                "Encore deux partenaires pour un dossier au printemps : {t}.",
            ],
        ],
        Group::Business => &[
            [
                "Zulieferer, die in kleinen Mengen liefern: {t}.",
                "Suppliers who deliver small quantities: {t}.",
                "Des fournisseurs livrant en petites quantités : {t}.",
            ],
            [
                "Ein Pilotkunde, mit dem wir weiterentwickeln: {t}.",
                "A pilot customer to develop with: {t}.",
                "Un client pilote pour avancer ensemble : {t}.",
            ],
            [
                "Wer prüft und zertifiziert? {t}.",
                "Who tests and certifies? {t}.",
                "Qui peut tester et certifier ? {t}.",
            ],
        ],
        Group::Research => &[
            [
                "Unternehmen, die Ergebnisse in die Anwendung bringen: {t}.",
                "Firms that bring results into use: {t}.",
                "Des entreprises pour passer à l’application : {t}.",
            ],
            [
                "Betriebe mit Messdaten für ein Forschungsvorhaben: {t}.",
                "Firms with data for a research project: {t}.",
                "Des entreprises disposant de données pour un projet de recherche : {t}.",
            ],
        ],
        Group::Policy => &[
            [
                "Beispiele aus anderen Regionen: {t}.",
                "Examples from other regions: {t}.",
                "Des exemples d’autres régions : {t}.",
            ],
            [
                "Cluster, die ein Modellvorhaben mit uns beginnen: {t}.",
                "Clusters to start a pilot project with us: {t}.",
                "Des clusters pour lancer un projet pilote : {t}.",
            ],
        ],
        Group::CivilSociety | Group::Training | Group::Other => &[
            [
                "Unternehmen, die sagen, welches Wissen ihnen fehlt: {t}.",
                "Firms that tell us what knowledge they lack: {t}.",
                "Des entreprises qui nous disent ce qui leur manque : {t}.",
            ],
            [
                "Vorhaben, die kurz vor dem Markt stehen: {t}.",
                "Projects close to the market: {t}.",
                "Des projets proches du marché : {t}.",
            ],
        ],
    }
}
