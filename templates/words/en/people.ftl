## people: directory, wishes, schedule and proposals of a participant

my-wishes = My wishes
my-proposals = { $count ->
    [one] One person proposes a meeting to you.
   *[other] { NUMBER($count) } people propose a meeting to you.
  }
my-proposals-way = See and answer
time-yours = { $time } for you ({ $zone })

my-nav-overview = My event
my-nav-schedule = Schedule
my-nav-wishes = Wishes

# directory
people-find = Find
people-filters = Filter and sort
people-lead = Best fit first: the order and the reasons come from what you offer and seek, by the same rules that arrange the meetings.
people-wished-by = { $count ->
    [one] One person would like to meet you.
   *[other] { NUMBER($count) } people would like to meet you.
  }
people-wished-way = See and answer
people-why = Why you should meet
people-why-offers = Offers what you seek: { $topics }
people-why-seeks = Seeks what you offer: { $topics }
people-why-shared = Topics in common: { $topics }
people-filter-meets = Fits me
people-meets-offers = offers what I seek
people-meets-seeks = seeks what I offer
people-meets-both = both
people-order = Order
people-order-fit = Best fit first
people-order-organisation = Organisation
people-order-name = Name
people-shown = They may know of my wish
people-shown-help = They then see your name and organisation. Without this tick they learn of it only if they wish to meet you too.

# wishes
wishes-lead = A wish says whom you would like to meet. It holds no time; it counts when meetings are arranged, most of all where both wish.
wishes-none = You have said nothing yet, and nobody has asked for you.
wishes-for-me = Who would like to meet you
wishes-for-me-lead = Accept, and both of you wish for it. If you decline, the other person is not told.
wishes-mutual = Wished by both
wishes-mutual-lead = These come first when meetings are arranged.
wishes-mine = Your wishes
wishes-mine-lead = No answer yet.
wishes-blocks = Whom you do not want to meet
wishes-blocks-lead = You are not brought together. They are not told.
wishes-own-message = You wrote:
wishes-accept = Accept
wishes-decline = Decline without a word
done-declined = Declined. The other person is not told.

# schedule
schedule-ended = You are no longer registered for this event, so there is no schedule for you.
schedule-no-seat = You have no seat yet. Your schedule opens as soon as you have one.
schedule-over = The event is over. These were your meetings.
schedule-over-empty = The event is over.
schedule-none-found = The meetings are out, and there is none for you. Choose somebody in a free time below and propose a meeting, or:
schedule-no-free = No time is left in which you could meet more people.
schedule-has-free = In a free time below you can propose a meeting to somebody who is free then too.
schedule-enough = { $count ->
    [one] You have the one meeting that you wanted at most.
   *[other] You have the { NUMBER($count) } meetings that you wanted at most.
  } If you have room for more, raise the number:
schedule-free-too = { $count ->
    [one] One person is free too.
   *[other] { NUMBER($count) } people are free too.
  }
schedule-no-table = All tables are taken then.
schedule-no-tables = In your free times all tables are taken.
schedule-clash = At the same time: { $what }
schedule-picture = The day as a picture
schedule-session-more = More about this session
schedule-own-zone-way = Another time zone
schedule-free-way = Propose a meeting
schedule-room-opens = The video room opens at { $time }.
schedule-room-closed = The video room is closed.
schedule-called-off = Called off by your partners
schedule-own-zone = Show times in my zone too
schedule-own-zone-none = That of this device

# proposals
proposals-to-me = Proposed to you
proposals-to-me-lead = Nothing is planned before you accept. If you do not answer in time, that is a no.
proposals-by-me = Proposed by you
proposals-by-me-lead = Nothing is held for you: if somebody else accepts first, the time is taken.
proposal-until = Answer by { $when }
proposal-accept = Accept this meeting
proposal-decline = Decline
proposal-not-possible = You cannot both meet at this time any more. Please choose somebody else.
proposal-asked-already = One of you has asked the other already, and the answer is still open. You find it in your schedule.
proposal-too-many = You have ten open proposals. Wait for an answer or take one back.
proposal-too-many-to-one = You have proposed three meetings to this person. More are not possible; they can propose one to you.
proposal-too-many-today = You have proposed 20 meetings within a day. Please wait until tomorrow, or see who proposes one to you.
proposal-too-long = Your message is too long. Please shorten it.
done-proposed = Your proposal is on its way. The time stays open until the other person accepts.
done-agreed = The meeting is planned. Both of you get it by e-mail.
done-too-late = This time is no longer free for both of you, so the meeting is not planned.
done-proposal-ended = This proposal was closed before.
done-proposal-declined = Declined. The other person learns that it does not work out, and nothing else.
done-withdrawn = Taken back.

# a free slot
slot-title = Who is free at this time
slot-count = { $count ->
    [0] Nobody
    [one] One person
   *[other] { NUMBER($count) } people
  } could meet you then, best fit first.
slot-lead = { $hours ->
    [one] Whoever you ask has one hour to answer
   *[other] Whoever you ask has { NUMBER($hours) } hours to answer
  }, at the latest until the meeting begins.
slot-nobody = Nobody who fits is free at this time.
slot-taken = This time is not free for you, or it is over.
slot-message = Add a word
slot-message-label = A word to go with it
slot-propose = Propose a meeting
person-propose-lead = At these times you are both free. Nothing is held until the other person accepts.
person-propose-slot = When

# one meeting
meeting-prepare = For your talk
meeting-person = Page of { $partner }
meeting-title = Meeting with { $partner }
meeting-move-title = Move this meeting
meeting-move-lead = These are the times at which both of you are free. The meeting stays as it is until the other person accepts.
meeting-move-button = Propose this time
meeting-move-to-me = You are asked to move it to { $when }.
meeting-move-by-me = You propose to move it to { $when }.
proposal-instead = Instead of { $when }
proposal-move-not-possible = The meeting cannot move there any more. It stays as it is; choose another time.
done-move-proposed = Your proposal is on its way. The meeting stays as it is until the other person accepts.
log-meeting-moved-by-both = Meeting moved by both
meeting-cancel-title = Cancel this meeting
meeting-cancel-lead = Your partner is told by e-mail, calendars are put right, and the time is free again for both of you.
meeting-cancel-reason = Why?
meeting-cancel-note = Anything to add
meeting-cancel-note-help = The organiser can read it too.
meeting-cancel-told = Tell my partner the reason
meeting-cancel-button = Cancel this meeting
meeting-cancel-keep = Keep it
cancel-reason-clash = Something else is at that time
cancel-reason-away = Not there at that time
cancel-reason-ill = I cannot attend
cancel-reason-no-fit = The two of us do not fit
cancel-reason-other = Another reason
done-meeting-cancelled = The meeting is cancelled. Both of you get an e-mail.
meeting-miss-from = If your partner does not come, you can say so here from { $time } on. Then you see who else is free.
meeting-miss-title = Has nobody come?
meeting-miss-lead = Tell us, and we show you who is free at this time too. The organiser sees it; your partner gets no mail.
meeting-miss-button = My partner did not come
meeting-missed-title = Your partner did not come
meeting-missed-lead = Thank you for telling us. We are sorry.
meeting-missed-way = See who is free right now
done-missed = Thank you for telling us.

# for organisers
figure-absent = { $count ->
    [one] meeting to which somebody did not come
   *[other] meetings to which somebody did not come
  }
log-meeting-agreed = Meeting agreed on by both
log-meeting-cancelled-clash = Meeting cancelled: something else at that time
log-meeting-cancelled-away = Meeting cancelled: not there at that time
log-meeting-cancelled-ill = Meeting cancelled: ill
log-meeting-cancelled-no-fit = Meeting cancelled: does not fit
log-meeting-cancelled-other = Meeting cancelled: another reason
log-meeting-waited-alone = Waited alone at a meeting
log-meeting-did-not-come = Did not come to a meeting
log-proposal-made = Meeting proposed
outbox-kind-proposal-received = Meeting proposed
outbox-kind-proposal-sent = Receipt for a proposal
outbox-kind-proposal-closed = Proposal came to nothing

# what there is between two people
tie-meeting = Your meeting: { $when }
tie-proposed-to-me = Proposed to you: { $when }. Answer in your schedule
tie-proposed-by-me = You proposed: { $when }
people-wish-late = The meetings are out. A wish counts only if the organiser arranges more.
wishes-lead-published = The meetings are out. A wish counts only if the organiser arranges more. Where you are both free, propose a meeting.
wishes-settled = A meeting or a proposal
wishes-settled-lead = A meeting came of these wishes, or a proposal that waits for an answer.

# now and next
today-title = Now and next
today-now = Now
today-next = Next
today-nothing = Nothing more is planned for you.
today-in = { $minutes ->
    [one] in one minute
   *[other] in { NUMBER($minutes) } minutes
  }
attendance-at-once = “{ $one }” and “{ $other }” are at the same time.

# contact details
contact-title = Contact details
contact-nothing = If both of you give them, each of you reads the other’s: { $fields }.
contact-offered = This person gives you theirs. Give yours, and each of you reads the other’s: { $fields }.
contact-given = You give yours. They are read once the other person gives theirs too.
contact-both = You have given each other your contact details.
contact-give = Give my contact details
contact-take-back = Take mine back
contact-file = For my address book
contact-files = All for my address book
contact-note = Met at { $event }
contact-waiting = { $count ->
    [one] One person gives you their contact details. Give yours on the page of your meeting, and you both have them.
   *[other] { NUMBER($count) } people give you their contact details. Give yours on the pages of your meetings, and you both have them.
  }
done-contact-given = Your contact details are given.
done-contact-back = Your contact details are taken back; neither of you reads the other’s.
