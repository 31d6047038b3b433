//! The organisers' part of the URL table.

use super::super::limits::Pace;
use super::super::organiser;
use super::{Route, Who, get, post};
use crate::domain::account::Role;

/// Every route of organisers.
pub(super) fn all() -> Vec<Route> {
    let mut routes = rounds();
    routes.extend(accounts());
    routes.extend(events());
    routes.extend(lists());
    routes.extend(agendas());
    routes.extend(tables());
    routes.extend(interpreters());
    routes.extend(people());
    routes.extend(door());
    routes.extend(mails());
    routes.extend(imports());
    routes
}

fn rounds() -> Vec<Route> {
    use organiser::misfits;
    use organiser::prints;
    use organiser::rounds::{
        add, compare, draft, list, meeting, pairs, publish, rescue, settings, steps, swap, what_if,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/rounds", see, list::show),
        get("/organiser/events/{slug}/rounds/compare", see, compare::show),
        get("/organiser/events/{slug}/rounds/new", change, settings::form),
        post("/organiser/events/{slug}/rounds/new", change, settings::start),
        post("/organiser/events/{slug}/rounds/repair", change, settings::repair),
        get("/organiser/events/{slug}/plan", see, misfits::show),
        post("/organiser/events/{slug}/plan/call-off", change, misfits::call_off).undoable(),
        get("/organiser/events/{slug}/plan/withdraw", change, misfits::ask_withdraw),
        post("/organiser/events/{slug}/plan/withdraw", change, misfits::withdraw).undoable().proved(),
        get("/organiser/events/{slug}/rounds/{number}", see, draft::show),
        get("/organiser/events/{slug}/rounds/{number}/publish", change, publish::confirm),
        post("/organiser/events/{slug}/rounds/{number}/publish", change, publish::publish)
            .undoable()
            .proved(),
        post("/organiser/events/{slug}/rounds/{number}/stop", change, publish::stop),
        get("/organiser/events/{slug}/rounds/{number}/discard", change, publish::ask_to_discard),
        post("/organiser/events/{slug}/rounds/{number}/discard", change, publish::discard).undoable(),
        post("/organiser/events/{slug}/rounds/{number}/restore", change, steps::restore),
        post("/organiser/events/{slug}/rounds/{number}/undo", change, steps::undo),
        post("/organiser/events/{slug}/rounds/{number}/redo", change, steps::redo),
        get("/organiser/events/{slug}/rounds/{number}/what-if", change, what_if::show),
        get("/organiser/events/{slug}/rounds/{number}/add", change, add::show),
        post("/organiser/events/{slug}/rounds/{number}/add", change, add::add),
        get("/organiser/events/{slug}/rounds/{number}/meeting", see, meeting::show),
        post("/organiser/events/{slug}/rounds/{number}/meeting/move", change, meeting::change),
        post("/organiser/events/{slug}/rounds/{number}/meeting/swap", change, swap::swap),
        post("/organiser/events/{slug}/rounds/{number}/meeting/remove", change, meeting::remove),
        post("/organiser/events/{slug}/rounds/{number}/meeting/rule", change, meeting::rule),
        get("/organiser/events/{slug}/tables.pdf", see, prints::tables),
        get("/organiser/events/{slug}/absent", Who::Organiser(Role::Helper), rescue::show),
        post("/organiser/events/{slug}/absent", Who::Organiser(Role::Helper), rescue::submit),
        get("/organiser/events/{slug}/pairs", see, pairs::show),
        post("/organiser/events/{slug}/pairs", change, pairs::add).undoable(),
        post("/organiser/events/{slug}/pairs/forget", change, pairs::forget).undoable(),
    ]
}

fn accounts() -> Vec<Route> {
    use Who::{Public, SignedIn};
    use organiser::{
        account, accounts, clock, factor, invitation, legal, login, logins, password, prove, setup,
    };
    vec![
        get("/organiser/setup/{token}", Public, setup::form),
        post("/organiser/setup/{token}", Public, setup::submit).at(Pace::SignIn),
        get("/organiser/login", Public, login::form),
        post("/organiser/login", Public, login::submit).at(Pace::SignIn),
        get("/organiser/login/code", Public, login::code_form),
        post("/organiser/login/code", Public, login::submit_code).at(Pace::SignIn),
        post("/organiser/logout", SignedIn, login::log_out).before_factor(),
        get("/organiser/prove", SignedIn, prove::form).before_factor(),
        post("/organiser/prove", SignedIn, prove::submit).before_factor().at(Pace::Proof),
        get("/organiser/factor", SignedIn, factor::show).before_factor(),
        post("/organiser/factor", SignedIn, factor::offer).before_factor().proved(),
        get("/organiser/factor/app", SignedIn, factor::app).before_factor().proved(),
        post("/organiser/factor/app", SignedIn, factor::confirm).before_factor().proved().at(Pace::Proof),
        post("/organiser/factor/codes", SignedIn, factor::renew_codes).proved(),
        post("/organiser/factor/off", SignedIn, factor::turn_off).proved(),
        get("/organiser/logins", SignedIn, logins::list).before_factor(),
        post("/organiser/logins", SignedIn, logins::end).before_factor(),
        get("/organiser/password", Public, password::ask),
        post("/organiser/password", Public, password::send).at(Pace::Mail),
        get("/organiser/password/{token}", Public, password::form),
        post("/organiser/password/{token}", Public, password::submit).at(Pace::SignIn),
        get("/organiser/account", SignedIn, account::show).before_factor(),
        // The form asks for the present password itself.
        post("/organiser/account", SignedIn, account::change_password).before_factor().at(Pace::Proof),
        get("/organiser/legal", Who::Admin, legal::show),
        post("/organiser/legal", Who::Admin, legal::submit),
        get("/organiser/invitation/{token}", Public, invitation::show),
        post("/organiser/invitation/{token}", Public, invitation::accept).at(Pace::SignIn),
        post("/organiser/invitation/{token}/decline", Public, invitation::decline),
        get("/organiser/accounts", Who::Admin, accounts::list),
        post("/organiser/accounts", Who::Admin, accounts::invite).proved().at(Pace::Mail),
        post("/organiser/accounts/invitations/{id}", Who::Admin, accounts::withdraw).proved(),
        get("/organiser/accounts/{account}", Who::Admin, accounts::show),
        post("/organiser/accounts/{account}", Who::Admin, accounts::change).proved(),
        get("/organiser/accounts/{account}/delete", Who::Admin, accounts::ask_delete),
        post("/organiser/accounts/{account}/delete", Who::Admin, accounts::delete).proved(),
        get("/organiser/clock", Who::Admin, clock::show),
        post("/organiser/clock", Who::Admin, clock::confirm),
    ]
}

fn events() -> Vec<Route> {
    use organiser::{
        accessibility, acts, consents, dashboard, deletion, event_state, events, history, legal, move_event,
        pictures, settings, team, waiting_list,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    let own = Who::Organiser(Role::Owner);
    vec![
        get("/organiser", Who::SignedIn, events::list),
        // Before the next one: `new` is no event's name.
        get("/organiser/events/new", Who::Admin, events::form),
        post("/organiser/events/new", Who::Admin, events::create),
        get("/organiser/events/{slug}", see, dashboard::show),
        get("/organiser/events/{slug}/deletion", change, deletion::show),
        post("/organiser/events/{slug}/deletion", change, deletion::postpone).proved(),
        get("/organiser/events/{slug}/state", change, event_state::form),
        post("/organiser/events/{slug}/state", change, event_state::set).undoable().proved(),
        post("/organiser/events/{slug}/trial/people", change, event_state::fill),
        get("/organiser/events/{slug}/settings", change, settings::form),
        post("/organiser/events/{slug}/settings", change, settings::submit).undoable().proved_for_some(),
        get("/organiser/events/{slug}/waiting-list", change, waiting_list::form),
        post("/organiser/events/{slug}/waiting-list", change, waiting_list::submit).undoable(),
        get("/organiser/events/{slug}/move", change, move_event::form),
        post("/organiser/events/{slug}/move", change, move_event::submit).undoable().proved(),
        get("/organiser/events/{slug}/pictures", change, pictures::list),
        get("/organiser/events/{slug}/pictures/{kind}", see, pictures::show),
        post("/organiser/events/{slug}/pictures/{kind}", change, pictures::set).with_file(),
        post("/organiser/events/{slug}/pictures/{kind}/remove", change, pictures::remove),
        get("/organiser/events/{slug}/legal", change, legal::show_event),
        post("/organiser/events/{slug}/legal", change, legal::submit_event).undoable(),
        get("/organiser/events/{slug}/accessibility", change, accessibility::form),
        post("/organiser/events/{slug}/accessibility", change, accessibility::submit).undoable(),
        get("/organiser/events/{slug}/consents", change, consents::form),
        post("/organiser/events/{slug}/consents", change, consents::submit),
        get("/organiser/events/{slug}/log", see, history::show),
        get("/organiser/events/{slug}/acts", change, acts::list),
        post("/organiser/events/{slug}/acts/{id}/undo", change, acts::undo),
        post("/organiser/events/{slug}/acts/{id}/send", change, acts::send),
        get("/organiser/events/{slug}/team", see, team::list),
        post("/organiser/events/{slug}/team", own, team::invite).proved().at(Pace::Mail),
        // Before the next one: it is no account's id.
        post("/organiser/events/{slug}/team/second-factor", own, team::require_factor).proved(),
        post("/organiser/events/{slug}/team/invitations/{id}", own, team::withdraw).proved(),
        post("/organiser/events/{slug}/team/{account}", own, team::set_role).proved(),
    ]
}

fn lists() -> Vec<Route> {
    use organiser::{calendars, participant_types as types, questions, topics};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/types", change, types::list),
        post("/organiser/events/{slug}/types", change, types::add).undoable(),
        post("/organiser/events/{slug}/types/matrix", change, types::set_matrix).undoable(),
        get("/organiser/events/{slug}/types/{id}", change, types::form),
        post("/organiser/events/{slug}/types/{id}", change, types::update).undoable(),
        get("/organiser/events/{slug}/types/{id}/remove", change, types::ask_remove),
        post("/organiser/events/{slug}/types/{id}/remove", change, types::remove).undoable(),
        get("/organiser/events/{slug}/topics", change, topics::list),
        post("/organiser/events/{slug}/topics", change, topics::add).undoable(),
        get("/organiser/events/{slug}/topics/{id}", change, topics::form),
        post("/organiser/events/{slug}/topics/{id}", change, topics::update).undoable(),
        get("/organiser/events/{slug}/topics/{id}/merge", change, topics::ask_merge),
        post("/organiser/events/{slug}/topics/{id}/merge", change, topics::merge).undoable(),
        get("/organiser/events/{slug}/topics/{id}/remove", change, topics::ask_remove),
        post("/organiser/events/{slug}/topics/{id}/remove", change, topics::remove).undoable(),
        get("/organiser/events/{slug}/questions", change, questions::list),
        // Before the questions themselves: neither is an id.
        get("/organiser/events/{slug}/questions/new", change, questions::new),
        post("/organiser/events/{slug}/questions/new", change, questions::add).undoable(),
        post("/organiser/events/{slug}/questions/ready", change, questions::add_ready_made).undoable(),
        get("/organiser/events/{slug}/questions/{id}", change, questions::form),
        post("/organiser/events/{slug}/questions/{id}", change, questions::update)
            .undoable()
            .proved_for_some(),
        post("/organiser/events/{slug}/questions/{id}/move", change, questions::shift).undoable(),
        post("/organiser/events/{slug}/questions/{id}/closed", change, questions::set_closed).undoable(),
        get("/organiser/events/{slug}/questions/{id}/remove", change, questions::ask_remove),
        post("/organiser/events/{slug}/questions/{id}/remove", change, questions::remove).undoable(),
        get("/organiser/events/{slug}/calendars", change, calendars::form),
        post("/organiser/events/{slug}/calendars", change, calendars::submit).undoable(),
    ]
}

fn agendas() -> Vec<Route> {
    use organiser::{agenda, agenda_files, block_people, blocks, session_people};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/agenda", change, agenda::list),
        get("/organiser/events/{slug}/agenda.csv", change, agenda_files::csv),
        get("/organiser/events/{slug}/agenda.ics", change, agenda_files::ics),
        get("/organiser/events/{slug}/agenda/import", change, agenda_files::show),
        post("/organiser/events/{slug}/agenda/import", change, agenda_files::upload).with_file(),
        get("/organiser/events/{slug}/agenda/import/{id}", change, agenda_files::plan),
        post("/organiser/events/{slug}/agenda/import/{id}", change, agenda_files::apply).undoable(),
        get("/organiser/events/{slug}/agenda/sessions/new", change, agenda::new_session),
        post("/organiser/events/{slug}/agenda/sessions/new", change, agenda::add).undoable(),
        get("/organiser/events/{slug}/agenda/sessions/{id}", change, agenda::form),
        post("/organiser/events/{slug}/agenda/sessions/{id}", change, agenda::update).undoable(),
        get("/organiser/events/{slug}/agenda/sessions/{id}/remove", change, agenda::ask_remove),
        post("/organiser/events/{slug}/agenda/sessions/{id}/remove", change, agenda::remove).undoable(),
        get("/organiser/events/{slug}/agenda/sessions/{id}/people", change, session_people::show),
        post("/organiser/events/{slug}/agenda/sessions/{id}/people", change, session_people::decide)
            .undoable(),
        get("/organiser/events/{slug}/agenda/sessions/{id}/people.csv", change, session_people::csv).proved(),
        get("/organiser/events/{slug}/agenda/blocks/new", change, blocks::new_block),
        post("/organiser/events/{slug}/agenda/blocks/new", change, blocks::add).undoable(),
        get("/organiser/events/{slug}/agenda/blocks/{id}", change, blocks::form),
        post("/organiser/events/{slug}/agenda/blocks/{id}", change, blocks::update).undoable(),
        get("/organiser/events/{slug}/agenda/blocks/{id}/people", change, block_people::show),
        post("/organiser/events/{slug}/agenda/blocks/{id}/people", change, block_people::submit).undoable(),
        get("/organiser/events/{slug}/agenda/blocks/{id}/remove", change, blocks::ask_remove),
        post("/organiser/events/{slug}/agenda/blocks/{id}/remove", change, blocks::remove).undoable(),
    ]
}

fn tables() -> Vec<Route> {
    use organiser::floor;
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/tables", change, floor::list),
        post("/organiser/events/{slug}/tables", change, floor::submit_list).undoable(),
        get("/organiser/events/{slug}/tables.csv", change, floor::csv).proved(),
        get("/organiser/events/{slug}/tables/{number}", change, floor::table_form),
        post("/organiser/events/{slug}/tables/{number}", change, floor::submit_table).undoable(),
        get("/organiser/events/{slug}/participants/{id}/booth", change, floor::booth_form),
        post("/organiser/events/{slug}/participants/{id}/booth", change, floor::submit_booth).undoable(),
    ]
}

fn interpreters() -> Vec<Route> {
    use organiser::interpreters;
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/interpreters", change, interpreters::list),
        post("/organiser/events/{slug}/interpreters", change, interpreters::submit_rule).undoable(),
        get("/organiser/events/{slug}/interpreters/new", change, interpreters::new_form),
        post("/organiser/events/{slug}/interpreters/new", change, interpreters::submit_new).undoable(),
        get("/organiser/events/{slug}/interpreters/{id}", change, interpreters::form),
        post("/organiser/events/{slug}/interpreters/{id}", change, interpreters::submit).undoable(),
        get("/organiser/events/{slug}/interpreters/{id}/plan.pdf", change, interpreters::plan_pdf),
        get("/organiser/events/{slug}/interpreters/{id}/plan.ics", change, interpreters::plan_calendar),
        get("/organiser/events/{slug}/interpreters/{id}/remove", change, interpreters::ask_remove),
        post("/organiser/events/{slug}/interpreters/{id}/remove", change, interpreters::remove).undoable(),
    ]
}

fn people() -> Vec<Route> {
    use organiser::{
        add_person, bulk, delete_person, export, merge_people, participant, participant_address,
        participants, prints, profile, registrations, remarks,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/participants", see, participants::list),
        get("/organiser/events/{slug}/participants/decide", change, registrations::preview),
        post("/organiser/events/{slug}/participants/decide", change, registrations::decide).undoable(),
        // Before the participants themselves: none of these is an id.
        get("/organiser/events/{slug}/participants/change", change, bulk::show),
        post("/organiser/events/{slug}/participants/change", change, bulk::apply).undoable(),
        post("/organiser/events/{slug}/participants/views", change, participants::keep_view).undoable(),
        post("/organiser/events/{slug}/participants/views/{id}/remove", change, participants::remove_view)
            .undoable(),
        get("/organiser/events/{slug}/participants/new", change, add_person::form),
        post("/organiser/events/{slug}/participants/new", change, add_person::submit).undoable(),
        get("/organiser/events/{slug}/participants.csv", change, export::csv).proved(),
        get("/organiser/events/{slug}/door-list.pdf", change, prints::door).proved(),
        get("/organiser/events/{slug}/participants/{id}", see, participant::show),
        post("/organiser/events/{slug}/participants/{id}/link", change, participant::send_link),
        get("/organiser/events/{slug}/participants/{id}/address", change, participant_address::form),
        post("/organiser/events/{slug}/participants/{id}/address", change, participant_address::correct)
            .proved()
            .at(Pace::Mail),
        post("/organiser/events/{slug}/participants/{id}/address/lift", change, participant_address::lift),
        get("/organiser/events/{slug}/participants/{id}/merge", change, merge_people::show),
        post("/organiser/events/{slug}/participants/{id}/merge", change, merge_people::merge).undoable(),
        post("/organiser/events/{slug}/participants/{id}/notes", change, remarks::add_note).undoable(),
        post("/organiser/events/{slug}/participants/{id}/notes/{note}/remove", change, remarks::remove_note)
            .undoable(),
        post("/organiser/events/{slug}/participants/{id}/tags", change, remarks::give_tag).undoable(),
        post("/organiser/events/{slug}/participants/{id}/tags/remove", change, remarks::take_tag).undoable(),
        get("/organiser/events/{slug}/participants/{id}/delete", change, delete_person::ask),
        post("/organiser/events/{slug}/participants/{id}/delete", change, delete_person::delete).proved(),
        get("/organiser/events/{slug}/participants/{id}/person", change, profile::person),
        post("/organiser/events/{slug}/participants/{id}/person", change, profile::save_person).undoable(),
        get("/organiser/events/{slug}/participants/{id}/interests", change, profile::interests),
        post("/organiser/events/{slug}/participants/{id}/interests", change, profile::save_interests)
            .undoable(),
        get("/organiser/events/{slug}/participants/{id}/attendance", change, profile::attendance),
        post("/organiser/events/{slug}/participants/{id}/attendance", change, profile::save_attendance)
            .undoable(),
    ]
}

fn door() -> Vec<Route> {
    use organiser::{door, walk_in};
    let help = Who::Organiser(Role::Helper);
    vec![
        get("/organiser/events/{slug}/door", help, door::list),
        // Before the people: it is no id.
        get("/organiser/events/{slug}/door/new", help, walk_in::form),
        post("/organiser/events/{slug}/door/new", help, walk_in::submit),
        get("/organiser/events/{slug}/door/{id}", help, door::show),
        post("/organiser/events/{slug}/door/{id}/came", help, door::check_in),
        post("/organiser/events/{slug}/door/{id}/undo", help, door::undo),
    ]
}

fn mails() -> Vec<Route> {
    use Who::SignedIn;
    use organiser::mailings::{check, list, write};
    use organiser::{blocked_addresses, mail_pause, mail_words, nudges, outbox};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/mailings", change, list::show),
        // Before the mailings themselves: it is no id.
        get("/organiser/events/{slug}/mailings/new", change, write::new),
        post("/organiser/events/{slug}/mailings/new", change, write::add),
        get("/organiser/events/{slug}/mailings/{id}", change, check::show),
        get("/organiser/events/{slug}/mailings/{id}/letter", change, check::letter_html),
        get("/organiser/events/{slug}/mailings/{id}/edit", change, write::form),
        post("/organiser/events/{slug}/mailings/{id}/edit", change, write::update).undoable(),
        post("/organiser/events/{slug}/mailings/{id}/delete", change, write::delete).undoable(),
        post("/organiser/events/{slug}/mailings/{id}/test", change, check::test).at(Pace::Mail),
        post("/organiser/events/{slug}/mailings/{id}/send", change, check::send).proved(),
        post("/organiser/events/{slug}/mailings/{id}/call-off", change, check::call_off),
        post("/organiser/events/{slug}/mailings/{id}/pause", change, check::pause),
        post("/organiser/events/{slug}/mailings/{id}/go-on", change, check::go_on),
        post("/organiser/events/{slug}/mailings/{id}/stop", change, check::stop),
        get("/organiser/events/{slug}/mail-words", change, mail_words::list),
        get("/organiser/events/{slug}/mail-words/{kind}", change, mail_words::form),
        post("/organiser/events/{slug}/mail-words/{kind}", change, mail_words::submit).undoable(),
        get("/organiser/events/{slug}/mail-words/{kind}/letter", change, mail_words::letter_html),
        post("/organiser/events/{slug}/mail-words/{kind}/test", change, mail_words::test).at(Pace::Mail),
        get("/organiser/events/{slug}/nudges", change, nudges::form),
        post("/organiser/events/{slug}/nudges", change, nudges::submit).undoable(),
        get("/organiser/events/{slug}/outbox", Who::Organiser(Role::Viewer), outbox::list_of_event),
        post("/organiser/events/{slug}/outbox/again", change, outbox::send_again),
        get("/organiser/events/{slug}/blocked", change, blocked_addresses::list),
        post("/organiser/events/{slug}/blocked", change, blocked_addresses::lift),
        // A mail knows its event by itself; the service asks for the role.
        get("/outbox", SignedIn, outbox::list_all),
        post("/outbox/release", Who::Admin, mail_pause::release),
        post("/outbox/again", Who::Admin, outbox::send_all_again),
        post("/outbox/give-up", Who::Admin, mail_pause::give_up),
        get("/outbox/{id}", SignedIn, outbox::show),
        get("/outbox/{id}/html", SignedIn, outbox::html),
        get("/outbox/{id}/source", SignedIn, outbox::source),
        get("/outbox/{id}/attachments/{number}", SignedIn, outbox::attachment),
        post("/outbox/{id}/retry", SignedIn, outbox::retry),
    ]
}

fn imports() -> Vec<Route> {
    use organiser::{imports, organisations};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/organisations", change, organisations::list),
        post("/organiser/events/{slug}/organisations", change, organisations::merge).undoable(),
        get("/organiser/events/{slug}/import", change, imports::show),
        post("/organiser/events/{slug}/import", change, imports::upload).with_file(),
        get("/organiser/events/{slug}/import/{id}", change, imports::plan),
        post("/organiser/events/{slug}/import/{id}", change, imports::apply).undoable(),
    ]
}
