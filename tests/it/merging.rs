//! Several spellings of one organisation become one, for everybody who has them.

use std::collections::BTreeMap;

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::same_organisation::groups;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

fn together(names: &[&str]) -> Vec<Vec<String>> {
    let counted: BTreeMap<String, usize> = names.iter().map(|name| ((*name).to_string(), 1)).collect();
    let sorted = |group: Vec<_>| {
        let mut names: Vec<String> =
            group.into_iter().map(|one: rendezvous::domain::same_organisation::Spelling| one.name).collect();
        names.sort();
        names
    };
    groups(&counted).into_iter().map(sorted).collect()
}

#[test]
fn marks_case_legal_forms_and_one_slip_do_not_make_another_organisation() {
    for same in [
        ["Müller Maschinen GmbH", "MUELLER MASCHINEN"],
        ["Müller Maschinen", "Muller-Maschinen GmbH"],
        ["Wasserforum e.V.", "Wasserforum e. V."],
        ["Société Générale S.A.", "Societe Generale"],
        ["Fraunhofer-Institut", "Fraunhofer Insitut"],
        ["Fraunhofer", "Fraunhoffer"],
        ["Fraunhofer", "Fruanhofer"],
        ["Łódź Cluster", "Lodz cluster"],
        ["The Water Company Ltd", "Water Company"],
    ] {
        assert_eq!(together(&same).len(), 1, "{same:?}");
    }
    for different in [
        ["Institut 1 Berlin", "Institut 2 Berlin"],
        ["BASF", "BASE"],
        ["GmbH", "AG"],
        ["Wasserforum Nord", "Wasserforum Süd"],
        ["!!!", "???"],
    ] {
        assert_eq!(together(&different), Vec::<Vec<String>>::new(), "{different:?}");
    }
}

fn imported(app: &TestApp, list: &str) -> (Event, Visitor) {
    let event = an_event(app).make();
    let mut owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
    owner.open("/organiser/events/clusters/import");
    owner.press_with_file("Show what would change", "file", "list.csv", list);
    owner.press("Import all 5 rows");
    (event, owner)
}

fn organisations(app: &TestApp, event: &Event) -> Vec<String> {
    let codes = RegistrationState::CODES;
    let people = app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &codes)).unwrap();
    people.into_iter().map(|one| one.profile.person.organisation).collect()
}

#[test]
fn spellings_of_an_organisation_are_merged_on_one_page_for_all_who_have_them() {
    on_each_database(|app| {
        let list = "Name;Email;Organisation;Country\n\
            Ada;ada@example.org;Müller Maschinen GmbH;DE\n\
            Bob;bob@example.org;Müller Maschinen GmbH;DE\n\
            Cem;cem@example.org;MUELLER MASCHINEN;DE\n\
            Dan;dan@example.org;Wasserforum;DE\n\
            Eva;eva@example.org;WF e.V.;DE\n";
        let (event, mut owner) = imported(app, list);
        owner.open("/organiser/events/clusters/participants");
        let page = owner.follow("Organisations").clone();
        assert!(page.text.contains("Müller Maschinen GmbH (2 people)"), "{}", page.text);
        let done = owner.press("Merge them: Müller Maschinen GmbH").clone();
        assert!(done.text.contains("Merged."), "{}", done.text);
        assert!(done.text.contains("No two spellings look alike."), "{}", done.text);
        let all = organisations(app, &event);
        assert_eq!(all.iter().filter(|one| *one == "Müller Maschinen GmbH").count(), 3, "{all:?}");

        let refused = owner.fill("Spelling that goes", "Nobody Ltd").press("Merge these two").clone();
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Say which spelling stays."), "{}", refused.text);
        owner.fill("Spelling that stays", "Wasserforum");
        assert!(owner.press("Merge these two").text.contains("Nobody has a spelling that would change."));
        owner.fill("Spelling that goes", "WF e.V.").press("Merge these two");
        assert!(!organisations(app, &event).contains(&"WF e.V.".to_string()), "{}", owner.page.text);
        let found = owner.open("/organiser/events/clusters/participants?q=wasserforum").clone();
        assert!(found.text.contains("Eva"), "it is found by its new name: {}", found.text);
        assert!(
            owner.open("/organiser/events/clusters/log").text.contains("Spellings of an organisation merged")
        );
    });
}
