# What is missing before an event can do the next thing, and what is there.

stage-now = Waits for you
stage-opening = Before registration opens
stage-round = Before a match round
stage-day = Before the first day
stage-count = { NUMBER($done) } of { NUMBER($all) } done
stage-done = Done
step-languages = { $count ->
    [one] Complete the texts of the event: one of its languages lacks some
   *[other] Complete the texts of the event: { NUMBER($count) } of its languages lack some
}
step-closing = Say when registration closes: otherwise it stays open until the event ends
step-tables = Say how many tables there are
step-wishes = { $count ->
    [one] Remind one person who has not said who they would like to meet
   *[other] Remind { NUMBER($count) } people who have not said who they would like to meet
}
step-meetings = { $count ->
    [one] See why one registered person has no meeting
   *[other] See why { NUMBER($count) } registered people have no meeting
}
step-reminders = Switch the reminders of the day on
step-law-done = Legal notice and data protection are complete
step-topics-done = Topics are there
step-languages-done = The texts of the event are there in all its languages
step-closing-done = It is said when registration closes
step-open-done = The event is public
step-invite-done = People are registered
step-blocks-done = There are times for meetings
step-tables-done = There are tables
step-wishes-done = Most people have said who they would like to meet
step-publish-done = A plan is published
step-meetings-done = Everybody who is registered has a meeting
step-reminders-done = People are reminded of the day
