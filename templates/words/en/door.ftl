# The day itself: at the door, check-in, whoever comes without a registration, and the helpers who see to it.

role-helper = Event-day helper
role-helper-help = Checks people in at the door, registers whoever comes without a registration, and finds new partners for those who wait in vain. Sees names, organisations and where people are expected; no addresses, no settings and no files.

nav-door = At the door
door-came = { $came } of { $registered ->
    [one] one registered person
   *[other] { NUMBER($registered) } registered people
} { $came ->
    [one] has
   *[other] have
} come.
door-search = Name or organisation
door-nobody = Nobody is registered yet.
door-check-in = Check in
door-undo = Undo
door-came-at = Came { $moment }
door-came-by = Checked in by { $name }
door-came-by-nobody = Checked in by an account that is deleted
door-not-registered = This person is not registered, so they cannot be checked in. Ask an organiser.
door-no-meetings = No more meetings.
door-missing = Is missing here
door-dossier = Everything about this person
done-came = The person is checked in.
done-came-before = The person was checked in before. You see here when and by whom.
done-came-undone = The check-in is undone.
log-participant-came = Checked in
log-participant-came-undone = Check-in undone

walk-in = Somebody who is not registered
walk-in-lead = The person is registered and checked in at once. Others do not see them, and they have agreed to nothing.
walk-in-full = All seats are taken. Nobody is registered at the door any more.
walk-in-beyond = Give a seat beyond the capacity
walk-in-do = Register and check in
done-walk-in = The person is registered and checked in.
problem-door-full = All seats are taken. Ask an organiser, who can give a seat beyond them.

participants-came = Came
filter-came = came
filter-came-not = did not come
data-came = You were checked in
data-came-undone = { $moment }, undone { $undone }
stored-check-ins = When you came to the event, and who of the team checked you in
stored-check-ins-why = So that the organisers know who is there, and can help those who wait for somebody
