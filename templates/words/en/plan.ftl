## plan: meetings that no longer fit, changes that break meetings, moving the event, taking the plan back, who is in a block

misfits-word = The plan no longer fits.
misfits-title = { $meetings ->
    [one] 1 meeting of { NUMBER($people) } people cannot take place as planned
   *[other] { NUMBER($meetings) } meetings of { NUMBER($people) } people cannot take place as planned
}
misfits-lead = { $meetings ->
    [one] The published plan has 1 meeting to come.
   *[other] The published plan has { NUMBER($meetings) } meetings to come. The others are not affected.
}
misfits-none-title = The published plan fits
misfits-none-lead = { $meetings ->
    [0] There are no meetings to come.
    [one] The one meeting to come can take place as planned.
   *[other] All { NUMBER($meetings) } meetings to come can take place as planned.
}
misfits-way = See which
misfits-pick = Choose
misfits-when = When
misfits-table = Table
misfits-who = Who meets
misfits-why = Why it does not fit
misfits-repair-text = A repair finds another time or table for these meetings and moves as few others as possible. You see it as a draft first: nobody is mailed before you publish it.
misfits-repair = Prepare a repair
misfits-off-text = Or call off the meetings you have chosen. Both people get an e-mail for each change of their schedule.
misfits-off = Call off the chosen meetings
misfit-slot-gone = This time is no longer on the agenda
misfit-outside-days = The meeting block is far from the days of the event
misfit-away = { $name } is not there in this meeting block
misfit-in-session = { $name } takes part in “{ $session }” at that time
misfit-outside-hours = { $name } does not meet at that hour of their own day
misfit-table-gone = { $tables ->
    [one] There is only 1 table now
   *[other] There are only { NUMBER($tables) } tables now
}
misfit-no-table = No table was free
misfit-types-apart = Their participant types never meet
misfit-same-country = Both are from one country
misfit-excluded = This pair is not possible
misfit-forbidden = You ruled that the two do not meet

breaks-not-saved = Not saved yet
breaks-title = { $meetings ->
    [one] This change affects 1 meeting of { NUMBER($people) } people
   *[other] This change affects { NUMBER($meetings) } meetings of { NUMBER($people) } people
}
breaks-lead = { $others ->
    [0] After the change it could not take place as planned.
    [one] After the change it could not take place as planned. The other meeting is not affected.
   *[other] After the change they could not take place as planned. The other { NUMBER($others) } meetings are not affected.
}
breaks-ways = What should happen to them?
breaks-repair-title = Find them another time
breaks-repair-text = { $meetings ->
    [one] You see the repair as a draft first. Nobody is mailed about this meeting before you publish it.
   *[other] You see the repair as a draft first. Nobody is mailed about these { NUMBER($meetings) } meetings before you publish it.
}
breaks-repair = Save and prepare a repair
breaks-off-title = Call them off
breaks-off-text = { NUMBER($people) } people get an e-mail that says which meetings are called off.
breaks-off = { $meetings ->
    [one] Save and call 1 meeting off
   *[other] Save and call { NUMBER($meetings) } meetings off
}
breaks-later-title = Decide later
breaks-later-text = Nobody is mailed. “The plan no longer fits” stays on the overview and at the match rounds, and the { NUMBER($people) } people read in their schedule that this meeting is being checked.
breaks-later = Save and decide later
breaks-back-title = Leave everything as it was
breaks-back = Do not save
breaks-which = The meetings
problem-plan-breaks = { $meetings ->
    [one] This would break 1 published meeting. Call it off or move it first.
   *[other] This would break { NUMBER($meetings) } published meetings. Call them off or move them first.
}
done-called-off = Saved. The meetings are called off, and the people in them are being mailed.

my-breaks-title = { $meetings ->
    [one] You have a meeting at that time
   *[other] You have { NUMBER($meetings) } meetings at that time
}
my-breaks-lead = If you save this, these meetings are called off. The other person is told at once.
my-breaks-do = { $meetings ->
    [one] Save and call 1 meeting off
   *[other] Save and call { NUMBER($meetings) } meetings off
}
my-breaks-back = Keep my meetings
schedule-looked-at = The organiser is checking this meeting

withdraw-title = Take the plan back
withdraw-nothing = There are no meetings to come.
withdraw-lead = { $meetings ->
    [one] This calls off 1 published meeting of { NUMBER($people) } people. They get one e-mail each.
   *[other] This calls off { NUMBER($meetings) } published meetings of { NUMBER($people) } people. They get one e-mail each.
}
withdraw-after = Meetings that have begun stay. You can run a new match round afterwards.
withdraw-agreed = { $meetings ->
    [one] Also call off 1 meeting that people agreed on themselves (more people who are mailed: { NUMBER($people) })
   *[other] Also call off { NUMBER($meetings) } meetings that people agreed on themselves (more people who are mailed: { NUMBER($people) })
}
withdraw-sure = Yes, call the meetings off
withdraw-do = Take the plan back
problem-withdraw-sure = Tick that the meetings are to be called off.
done-plan-withdrawn = The plan is taken back, and the people in it are being mailed.
round-state-withdrawn = Taken back

move-title = Move the event
move-lead = The agenda, the meeting blocks and the published meetings move as one. Slots and tables stay, and so does the last day of changes in relation to the event.
move-first-day = New first day
move-begins = The agenda begins at
move-begins-help = Everything on the agenda moves by the same time.
move-look = See what moves
move-days = From { $before } to { $after }
move-clock = The agenda begins at { $time }. Everything on it moves by the same time.
move-agenda = Sessions: { $sessions }. Meeting blocks: { $blocks }. Published meetings: { $meetings }.
move-mails = { $people ->
    [0] Nobody is mailed.
    [one] 1 person gets an e-mail with the new date.
   *[other] { NUMBER($people) } people get one e-mail each with the new dates.
}
move-after = Proposals that are waiting for an answer end, because they name the old time.
move-do = { $people ->
    [0] Move the event
    [one] Move the event and mail 1 person
   *[other] Move the event and mail { NUMBER($people) } people
}
problem-move-nowhere = Enter another day or another time.
problem-move-begun = The event has begun. Change single sessions and meeting blocks instead.
done-moved = The event has moved, with everything on its agenda.
setting-move = Move the event with its agenda and its meetings
ask-left-behind = { $meetings ->
    [0] { $items ->
        [one] 1 item of the agenda stays on the old days.
       *[other] { NUMBER($items) } items of the agenda stay on the old days.
    }
   *[other] { $items ->
        [one] 1 item of the agenda stays on the old days, with { NUMBER($meetings) } published meetings.
       *[other] { NUMBER($items) } items of the agenda stay on the old days, with { NUMBER($meetings) } published meetings.
    }
}
ask-move-agenda = Save and move the agenda and the meetings too

block-members = Who is in this meeting block?
block-members-help = People who register or are imported later choose for themselves or are in all blocks.
block-members-everyone = Everyone who has registered so far
block-members-block = Those who are in “{ $label }”
block-members-nobody = Nobody yet
block-people-way = Who is in this meeting block
block-people-title = Who is in “{ $label }”
block-people-lead = { NUMBER($inside) } of { NUMBER($everyone) } people are in this meeting block.
block-people-who = Choose people
block-people-everyone = Everyone ({ NUMBER($people) })
block-people-none = Those who are in no block ({ NUMBER($people) })
block-people-block = Those who are in “{ $label }” ({ NUMBER($people) })
block-people-put = Put them into this block
block-people-take-out = Take them out of this block
problem-block-members = Choose people first.
problem-block-begun = This block has begun: the times that have begun stay as they are. You can only change how many follow.
session-told = { $people ->
    [one] 1 person takes part. If you change the time or the place, they get an e-mail.
   *[other] { NUMBER($people) } people take part. If you change the time or the place, they get an e-mail.
}

step-misfits = { $count ->
    [one] 1 published meeting cannot take place as planned: repair the plan
   *[other] { NUMBER($count) } published meetings cannot take place as planned: repair the plan
}
step-in-no-block = { $count ->
    [one] 1 person is in no meeting block and cannot get a meeting: put them into one
   *[other] { NUMBER($count) } people are in no meeting block and cannot get a meeting: put them into one
}

mail-fact-date-before = Before
mail-fact-session = Session
mail-fact-now = Now
mail-fact-before = Before
mail-event-moved-subject = New date: { $event }
mail-event-moved-heading = The event has a new date
mail-event-moved-text = { $event } takes place on other days than planned. Your registration stays valid.
mail-event-moved-after = If you cannot come on the new date, please cancel on your page, so that someone else gets the place.
mail-session-moved-subject = “{ $session }” has changed: { $event }
mail-session-moved-heading = A session of yours has changed
mail-session-moved-text = You have chosen “{ $session }” at { $event }. It has a new time or place.
mail-session-place-subject = You have a place in “{ $session }”: { $event }
mail-session-place-heading = You have a place
mail-session-place-text = You were waiting for a place in “{ $session }” at { $event }. One is yours now. If you cannot come, take the tick off in “When you are there”, so that the next one moves up.
mail-session-place-clash = You have a meeting at the same time. Your schedule shows it; you can call the meeting off there, or leave the session.
mail-because-event-moved = The event has moved from { $before } to { $after }.
mail-agenda-later = The programme begins { $minutes } minutes later than planned.
mail-agenda-earlier = The programme begins { $minutes } minutes earlier than planned.
mail-agenda-moved-subject = New times: { $event }
mail-agenda-moved-heading = The programme has moved
mail-because-place = The event takes place elsewhere.
mail-because-block = The organiser has moved a meeting block.
mail-because-withdrawn = The organiser has taken the plan back.
mail-because-misfit = The organiser has changed the event, and these meetings are no longer possible.
outbox-kind-event-moved = New date
outbox-kind-session-moved = Session changed
outbox-kind-session-place = Place in a session
agenda-outside = Not a day of the event

waiting-list-title = Waiting list
waiting-list-lead = Free places go to those who have waited longest. Shortly before the event they are asked first, and once it has begun nobody moves up.
waiting-list-way = How the waiting list moves up
waiting-list-asks = Ask instead of telling: days before the event
waiting-list-asks-help = People are asked whether they can still come. The place waits for them for 24 hours at most.
waiting-list-stops = Nobody moves up any more: hours before the event
waiting-list-stops-help = Counted from midnight at the beginning of the first day. 0 means: until the day before.
my-seat-offered = A place has become free for you. Can you still come? It waits for you until { $time }.
my-seat-take = Yes, I am coming
my-seat-refuse = No, I cannot come
done-seat-taken = You have the place. A confirmation is on its way.
done-seat-gone = This place is no longer free.
mail-seat-offered-subject = A place is free, can you still come? { $event }
mail-seat-offered-heading = A place is free: can you still come?
mail-seat-offered-text = You are on the waiting list of { $event }, and a place has become free. Please tell us whether you are coming.
mail-seat-offered-action = Answer now
mail-seat-offered-after = Without an answer by then, the place goes to the next person on the list.
outbox-kind-seat-offered = Place offered
log-registration-offered = Place offered from the waiting list
log-registration-offer-accepted = Took the offered place
log-registration-offer-lapsed = Did not answer the offer of a place
log-event-waiting-list = Waiting list changed
log-plan-withdrawn = Plan taken back
log-plan-misfits-called-off = Meetings called off that no longer fit
misfits-check = Check whether the published plan fits

misfit-other-tables = At that time they can only sit at: { $tables }
misfit-two-booths = Both stay at booths of their own at that time
misfit-table-kept = Their table is kept for others at that time, or is not there
