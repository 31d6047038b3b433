# People by the organisers' hand: one added, notes and tags, saved views, changes to many, deletion on request.

add-person = Add a person
add-person-lead = For somebody at the door or on the phone. They are registered at once. Others do not see them, and they have agreed to nothing; they can do both on their own page. You can fill in offers, needs and times afterwards.
add-person-email-help = Without an address no email reaches the person, and they have no page of their own.
add-person-registration = Registration
add-person-beyond = All seats are taken
add-person-waits = Put on the waiting list
add-person-seated = Give a seat beyond the capacity
add-person-mails = Send an email about the registration
add-person-mails-help = It says that you registered the person or put them on the waiting list, and holds their personal link.
add-person-do = Add the person
done-person-added = The person is registered.
done-person-added-waits = The person is on the waiting list.
problem-event-deleted = The participants of this event are deleted already. Nobody can be added.
problem-person-known = { $name } is on the list with this address already. Open their entry to change it.
problem-seats-taken = All seats are taken. Choose what happens.
log-registration-added = Added by hand

views = Saved views
views-begin = Begin with a saved view:
view-name = Save this filter under a name
view-keep = Save view
view-remove = Remove view { $name }
done-view-kept = The view is saved. The whole team sees it.
problem-view-name = Enter a name for the view.
problem-view-everybody = This filter leaves nobody out. Choose something first.
problem-views-many = An event has at most { $max } views. Remove one before you add another.

filter-tag = Tag
remarks-title = Notes and tags of the team
remarks-lead = Only your team sees this. The person gets it with everything else that is kept about them, if they ask for their data.
tag-new = Add a tag
tag-give = Add tag
tag-take = Remove tag { $tag }
note-new = New note
note-add = Add note
note-remove = Remove note
problem-tag-missing = Enter a tag.
problem-tags-many = An event has at most { $max } tags. Use one of them, or remove one from everybody who has it.
problem-note-missing = Enter a note.
problem-notes-many = There are at most { $max } notes about a person. Remove one before you add another.
log-participant-noted = Note added
log-participant-unnoted = Note removed
log-participant-tagged = Tag added
log-participant-untagged = Tag removed
data-notes = What the organisers note about you
data-tags = Tags
stored-notes = Notes and tags of the organisers about you
stored-notes-why = So that the organisers remember what they agreed with you and find people who belong together

decide-mails = { $people ->
    [0] No email is sent to these people
    [one] One email is sent to these people
   *[other] { NUMBER($people) } emails are sent to these people
}{ $partners ->
    [0] .
    [one] {" "}and one to a person who was to meet them.
   *[other] {" "}and one each to { NUMBER($partners) } people who were to meet them.
}

bulk-what = Change for those you ticked
bulk-go = Choose the new value
bulk-title = Change many people
bulk-tag-give = Add a tag
bulk-tag-take = Remove a tag
bulk-tag-help = A short word by which your team finds these people.
bulk-value = New value
bulk-how = What happens
bulk-how-set = It replaces all answers so far
bulk-how-add = It is added
bulk-how-remove = It is removed
bulk-look = Show what would change
bulk-would = What would change
bulk-lead = { $count ->
    [0] Nobody is changed
    [one] One person is changed
   *[other] { NUMBER($count) } people are changed
}, of { $all ->
    [one] one
   *[other] { NUMBER($all) }
}. { $same ->
    [0] {""}
    [one] One person is so already.
   *[other] { NUMBER($same) } people are so already.
}
bulk-cannot-ended = { $count ->
    [one] One person cannot be changed, because their registration has ended:
   *[other] { NUMBER($count) } people cannot be changed, because their registrations have ended:
}
bulk-cannot-not-asked = { $count ->
    [one] One person cannot be changed, because the question is not put to them:
   *[other] { NUMBER($count) } people cannot be changed, because the question is not put to them:
}
bulk-cannot-needed = { $count ->
    [one] One person cannot be changed, because they would have no answer and need one:
   *[other] { NUMBER($count) } people cannot be changed, because they would have no answer and need one:
}
bulk-no-mail = No email is sent. The log names the change for each person.
bulk-do = { $count ->
    [one] Change one person
   *[other] Change { NUMBER($count) } people
}
done-bulk-changed = The people are changed.
problem-bulk-value = Choose a value from the list.

delete-person = Delete on request
delete-person-question = Does this person want everything about them to be deleted?
delete-person-lead = Check that the request comes from the person themselves. This cannot be undone.
delete-person-registration = The registration ends. The seat goes to the next person on the waiting list.
delete-person-meetings = { $count ->
    [one] One meeting is cancelled, and the other person is told.
   *[other] { NUMBER($count) } meetings are cancelled, and the other people are told.
}
delete-person-what = Deleted are name, address, organisation, answers, offers and seeks, wishes, agreements, notes, tags and links, and the address and text of every email to the person.
delete-person-stays = So that the event’s figures stay right, these stay without the name: country, kind of organisation, and that there was a registration and meetings.
delete-person-log = The log keeps that somebody was deleted, when and by whom, without naming the person.
delete-person-do = Delete everything about this person
done-person-deleted = Everything about the person is deleted. A last email tells them so.
done-person-deleted-without-mail = Everything about the person is deleted. No email follows.
