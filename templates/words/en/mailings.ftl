# Mailings: what organisers write to people of their event.

nav-mail = Email
nav-mailings = Mailings
mailings-lead = What you wrote to people of this event, newest first.
mailings-empty = You have not written to anybody yet. A mailing is one text for many people, each in their own language.
mailings-new = Write a mailing
mailings-for = Recipients
mailing-people = { $count ->
    [one] one person
   *[other] { NUMBER($count) } people
}
mailing-untitled = Mailing without a subject
mailing-state-draft = Draft
mailing-state-scheduled = Scheduled
mailing-state-sending = Being sent
mailing-state-paused = Paused
mailing-state-stopped = Stopped
mailing-state-sent = Sent

mailing-write = Write a mailing
mailing-who = To whom
mailing-count = { $gets ->
    [0] Nobody gets it
    [one] One person gets it
   *[other] { NUMBER($gets) } people get it
}, of { $found ->
    [one] one person who fits.
   *[other] { NUMBER($found) } people who fit.
}
mailing-see-people = See these people
mailing-what = What it says
mailing-what-lead = Everybody gets the text in the language of their emails. Where you leave a language empty, they get the text in the first language of the event.
mailing-readers = { $count ->
    [one] one person reads it
   *[other] { NUMBER($count) } people read it
}
mailing-text = Text
mailing-below = The name of the event, the reason for the email, your contact address and a link to stop mailings are added to every mailing.
placeholders-title = Facts that are filled in
placeholders-lead = Write one of these, in every language the same. Each person gets their own facts. Web addresses become links.
placeholder-name = the name of the person
placeholder-organisation = the organisation of the person
placeholder-reference = the reference number of the registration
placeholder-event = the name of the event
placeholder-dates = the date of the event
placeholder-place = the place of the event
placeholder-meetings = how many meetings the person has
placeholder-my-event = the personal link to My event; for invited people it leads to the answer. Not in the subject.
placeholder-organiser = the name of the organiser
mailing-look = Preview and send
mailing-save = Save and count

filter-lacks = Only people who
filter-lacks-wish = have not said who they want to meet
filter-lacks-meeting = have no meeting
filter-lacks-directory = have not opened the list of people
participants-write = Write to these people

mailing-goes-to = { $people ->
    [0] It goes to nobody.
    [one] It goes to one person.
   *[other] It goes to { NUMBER($people) } people in { $languages ->
        [one] one language.
       *[other] { NUMBER($languages) } languages.
    }
}
mailing-goes-at = It goes on { $when } to everybody who fits then. Now this is { $people ->
    [0] nobody.
    [one] one person.
   *[other] { NUMBER($people) } people.
}
mailing-held = This event is not public: only your team gets email. All other emails stay in the outbox, where you can read them.
mailing-letters = As it arrives
mailing-letter = { $language }: { $count ->
    [one] one person
   *[other] { NUMBER($count) } people
}
mailing-other-reader = Show it for another person
mailing-as-text = As plain text
mailing-nobody = Nobody gets it: change the filter.
mailing-who-gets = Who gets it
mailing-fact-found = Fit the filter
mailing-fact-address = Have no email address
mailing-fact-unconfirmed = Have not confirmed their address
mailing-fact-stopped = Take no mailings of this event
mailing-fact-blocked = Email came back from their address
mailing-fact-gets = Get it
mailing-blocked-title = Email came back from these people
mailing-blocked-text = Their email waits in the outbox until you correct the address or lift the block.
mailing-test-title = First to yourself
mailing-test-text = All texts, with the facts above, go to { $address }. The links in them are not personal.
mailing-test = Send me a test
mailing-send-title = Send
mailing-when = When
mailing-when-soon = In 5 minutes
mailing-when-soon-help = Until then you can stop it, and nobody gets it.
mailing-when-now = Now
mailing-when-now-help = What has left cannot be called back.
mailing-when-later = At another time
mailing-when-later-help = Whoever fits then gets it.
mailing-at = Date and time ({ $zone })
mailing-send = { $count ->
    [one] Send one email
   *[other] Send { NUMBER($count) } emails
}
mailing-send-help = If other people fit when you press the button, nothing is sent and this page asks again.
mailing-change = Change the text or the people
mailing-call-off = Do not send it
mailing-delete-title = Delete
mailing-delete = Delete this draft
mailing-others = Other people fit now than this page showed. Nothing was sent. Check the number and send again.

mailing-lead-sending = { NUMBER($sent) } sent, { NUMBER($waiting) } wait.
mailing-lead-paused = Paused: { NUMBER($sent) } sent, { NUMBER($waiting) } wait until you continue.
mailing-lead-stopped = Stopped: { NUMBER($sent) } sent. The others get nothing.
mailing-lead-sent = { NUMBER($sent) } sent.
mailing-bar = { NUMBER($done) } of { NUMBER($all) } done
mailing-look-again = Look again now
mailing-figure-chosen = People
mailing-figure-sent = Sent
mailing-figure-waiting = Waiting
mailing-figure-bounced = Came back
mailing-figure-blocked = Wait for a blocked address
mailing-figure-failed = Failed
mailing-figure-held = Kept back: the event is not public
mailing-figure-left-out = Left out: they no longer fitted or had stopped mailings
mailing-figure-stopped = Stopped before they were sent
mailing-pause = Pause
mailing-go-on = Continue
mailing-stop = { $count ->
    [one] Stop: one email is never sent
   *[other] Stop: { NUMBER($count) } emails are never sent
}
mailing-stop-help = What has left stays sent. Confirmations and links that people wait for are never held up by a mailing.
mailing-see-mails = See the emails in the outbox
mailing-words-title = What it says
done-mailing-tested = The test is on its way to you.
done-mailing-scheduled = It is on its way, or goes at its time. This page shows how far it is.
done-mailing-called-off = It is a draft again. Nobody got it.
done-mailing-paused = Paused. What is on its way at this moment still arrives.
done-mailing-resumed = The emails are sent again.
done-mailing-stopped = Stopped. What is on its way at this moment still arrives.
done-mailing-late = That came too late. This page shows how it stands.

problem-placeholder = “{ $typed }” is no fact that can be filled in. Write one of these: { $known }
problem-placeholder-subject = “{ $typed }” cannot stand in a subject. Write it in the text.
problem-mailing-subject = Enter the subject in { $language }, or leave the text in this language empty.
problem-mailing-text = Enter the text in { $language }, or leave the subject in this language empty.
problem-mailing-empty = Enter a subject and a text in at least one language.
problem-mailing-time = Choose a time in the future, at most one year ahead.
problem-mailing-gone = This mailing is no longer a draft. Its text cannot be changed.

mail-test-subject = Test: { $subject }
mail-stop-mailings = No more mailings of this event
mail-footer-test = You receive this test because you pressed “Send me a test”.
outbox-kind-mailing = Mailing
outbox-kind-mailing-test = Test of an email
unsubscribe-mailings-title = No more mailings?
unsubscribe-mailings-lead = The organiser of { $event } writes to you about the event.
unsubscribe-mailings-still = Emails about your registration, your meetings and reminders still come.
unsubscribe-mailings-button = Stop mailings
unsubscribe-mailings-done-title = No more mailings
unsubscribe-mailings-done-lead = You get no more mailings of { $event }.
unsubscribe-mailings-again = Send me mailings again
data-mailings = Mailings of the organiser
data-directory = List of people first opened
stored-visits = When you first opened the list of people, and which mailings you got
stored-visits-why = So that the organiser can write to those whom it concerns, and nobody gets a mailing twice
log-mailing-written = Mailing written
log-mailing-deleted = Draft of a mailing deleted
log-mailing-tested = Test of a mailing sent
log-mailing-scheduled = Mailing sent or scheduled, number of people
log-mailing-called-off = Mailing called off before it began
log-mailing-begun = Mailing begun, number of people
log-mailing-paused = Mailing paused
log-mailing-resumed = Mailing continued
log-mailing-stopped = Mailing stopped
log-mailing-sent = Mailing completed
log-mailings-stopped = Stopped mailings
log-mailings-resumed = Takes mailings again
