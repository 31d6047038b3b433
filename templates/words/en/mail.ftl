## Mails and calendar entries

mail-from = { $organiser } via { $event }
mail-greeting = Dear { $name },
mail-greeting-unnamed = Hello,
mail-or-copy = Or copy this address into your browser:
mail-label = { $name }:
mail-open-event = Open my event
mail-open-schedule = Open my schedule
mail-link-is-personal = This link is personal: whoever has it can see and change your registration. Please do not pass it on.
mail-footer-why = You receive this mail because this address was registered for { $event }.
mail-footer-contact = Questions? Reply to this mail or write to { $organiser }: { $contact }
mail-footer-account = You receive this mail because this address has an organiser account at { $address }

mail-online = Online
mail-fact-event = Event
mail-fact-date = Date
mail-fact-place = Place
mail-fact-code = Your reference
mail-fact-waiting = Place in the waiting list
mail-fact-partner = You meet
mail-fact-country = Country
mail-fact-time = Time

calendar-summary = Meeting with { $partner }

# Please confirm
mail-confirm-subject = Please confirm your registration: { $event }
mail-confirm-heading = Please confirm your registration
mail-confirm-text = Thank you for registering for { $event }. One step is left: open the page below and press the button on it, so that we know this address is yours.
mail-confirm-action = Confirm my registration
mail-confirm-hours = { $hours ->
    [one] The link works for one hour.
   *[other] The link works for { NUMBER($hours) } hours.
  } Until you confirm, no seat is kept for you.
mail-confirm-after = If you did not register, you need not do anything: without the confirmation your details are deleted.
mail-confirm-address-subject = Please confirm your new email address: { $event }
mail-confirm-address-heading = Please confirm your new email address
mail-confirm-address-text = This address is to be used for the registration for { $event }. Open the page below and press the button on it. Until then, emails go to the address used so far.
mail-confirm-address-action = Confirm this address
mail-confirm-address-hours = { $hours ->
    [one] The link works for one hour.
   *[other] The link works for { NUMBER($hours) } hours.
  }
mail-confirm-address-after = If you did not ask for this, you need not do anything. Nothing changes.
mail-address-changed-subject = Your email address was changed: { $event }
mail-address-changed-heading = Your email address was changed
mail-address-changed-text = Emails about { $event } now go to another address. Your meetings, your choices and your place stay as they are.
mail-address-changed-after = If it was not you: open your page with the link of any earlier email, change the address back, and answer this email.
mail-fact-new-address = New address

# Registers again
mail-already-registered-subject = You have registered before: { $event }
mail-already-registered-heading = You have registered before
mail-already-registered-text = Somebody has just registered for { $event } with this address, but there is a registration with it already. Nothing has changed.
mail-already-registered-after = If this was not you, you need not do anything.

# Registered
mail-registered-subject = You are registered: { $event }
mail-registered-heading = You are registered
mail-registered-text = Your registration for { $event } is complete. We look forward to meeting you.
mail-registered-after = There you can change your details, say whom you would like to meet, see your schedule, or cancel if you cannot come.

# Waits for approval
mail-awaiting-approval-subject = We have your registration: { $event }
mail-awaiting-approval-heading = We have your registration
mail-awaiting-approval-text = Thank you, your address is confirmed. { $organiser } looks at every registration for { $event } and will write to you as soon as yours is decided. You need not do anything until then.
mail-awaiting-approval-after = There you can change your details or withdraw your registration.

# Waiting list
mail-waiting-list-subject = You are on the waiting list: { $event }
mail-waiting-list-heading = You are on the waiting list
mail-waiting-list-text = All seats for { $event } are taken at the moment. As soon as one is free for you, you are registered and we write to you.
mail-waiting-list-after = There you can see your place in the waiting list, change your details, or give up your place if you can no longer come.

# A seat is free
mail-promoted-subject = A seat is free, you are registered: { $event }
mail-promoted-heading = A seat is free: you are registered
mail-promoted-text = Good news: a seat for { $event } has become free, and it is yours. Your registration is complete.
mail-promoted-after = If you can no longer come, please cancel there, so that the next person on the list gets the seat.

# Rejected
mail-rejected-subject = Your registration: { $event }
mail-rejected-heading = We cannot offer you a place
mail-rejected-text = Thank you for your interest in { $event }. We are sorry to tell you that we cannot offer you a place this time.
mail-rejected-after = There you can see your details.

# Cancelled
mail-cancelled-subject = Your registration is cancelled: { $event }
mail-cancelled-heading = Your registration is cancelled
mail-cancelled-text = Your registration for { $event } is cancelled. If you had meetings, they are cancelled too, and your partners have been told.
mail-cancelled-after = If this is a mistake, please write to us.

# Personal link
mail-personal-link-subject = Your personal link: { $event }
mail-personal-link-heading = Your personal link
mail-personal-link-text = Here is the link to your registration for { $event } that was asked for.
mail-personal-link-after = If you did not ask for it, you need not do anything.

# Schedule
mail-schedule-subject = Your meetings: { $event }
mail-schedule-heading = Your meetings
mail-schedule-text = The meetings at { $event } are arranged. This is whom you meet, when and where.
mail-schedule-changed-subject = Your meetings have changed: { $event }
mail-schedule-changed-heading = Your meetings have changed
mail-schedule-changed-text = Something has changed in your meetings at { $event }.
mail-schedule-added = New
mail-schedule-moved = Moved
mail-schedule-cancelled = Cancelled
mail-schedule-count = { $count ->
    [0] You have no meetings at the moment.
    [one] You have one meeting:
   *[other] You have { NUMBER($count) } meetings:
  }
mail-schedule-invitations = For each meeting you get a calendar invitation in a mail of its own. Your calendar keeps it up to date; you need not answer it.
mail-schedule-file = The attached file meetings.ics puts all of them into your calendar.
mail-schedule-after = There you always find the latest state. If you cannot come to a meeting, please cancel it there, so that your partner can plan anew.

# One meeting
mail-invitation-subject = Meeting with { $partner }, { $date }, { $time }
mail-invitation-subject-changed = Changed: meeting with { $partner }, { $date }, { $time }
mail-invitation-heading = Meeting with { $partner }
mail-invitation-text = This is one of your meetings at { $event }.
mail-invitation-calendar = Your calendar enters it by itself or when you open the attached file. You need not answer.
mail-meeting-cancelled-subject = Cancelled: meeting with { $partner }, { $date }, { $time }
mail-meeting-cancelled-heading = Meeting cancelled
mail-meeting-cancelled-text = This meeting at { $event } does not take place. We are sorry for the change.
mail-meeting-cancelled-calendar = Your calendar removes it by itself or when you open the attached file.

# Reminders
mail-stop-reminders = No more reminders for this event
mail-reminder-late = This reminder comes later than planned. We are sorry.
mail-reminder-day-subject = Your programme on { $date }: { $event }
mail-reminder-day-heading = Your programme on { $date }
mail-reminder-day-text = { $count ->
    [one] On { $date } you have one meeting at { $event }. This is your programme for the day.
   *[other] On { $date } you have { NUMBER($count) } meetings at { $event }. This is your programme for the day.
  }
mail-reminder-day-text-no-meetings = On { $date } we look forward to seeing you at { $event }. No meeting is arranged for you on this day; this is the programme.
mail-reminder-day-text-nothing = On { $date } we look forward to seeing you at { $event }. No meeting is arranged for you on this day.
mail-reminder-day-calendar = The invitations in your calendar are still right; this mail brings no new ones.
mail-reminder-hour-subject = At { $time }: your meeting with { $partner }
mail-reminder-hour-heading = Your first meeting begins at { $time }
mail-reminder-hour-text = This is your first meeting today at { $event }.
mail-reminder-hour-then = After that:
# A proposal
mail-cancel-reason = Reason: { $reason }
mail-fact-proposed-partner = With
mail-fact-answer-by = Answer by
mail-proposal-message = They write: { $message }
mail-proposal-action = Accept or decline
mail-proposal-received-subject = { $partner } would like to meet you, { $date }, { $time }
mail-proposal-received-heading = A meeting is proposed to you
mail-proposal-received-text = { $partner } proposes to meet you at { $event }. Both of you are free at this time.
mail-proposal-received-after = Nothing is planned before you accept. You need not do anything to decline: after the time named above the proposal ends by itself.
mail-proposal-sent-subject = Your proposal to { $partner }, { $date }, { $time }
mail-proposal-sent-heading = Your proposal is on its way
mail-proposal-sent-text = You propose a meeting at { $event } to { $partner }. We write to you as soon as it is accepted or has ended.
mail-proposal-sent-after = Nothing is held for you until then: if somebody else accepts first, the time is taken. There you can take the proposal back.
mail-proposal-received-subject-many = { $count } people would like to meet you at { $event }
mail-proposal-received-heading-many = Meetings are proposed to you
mail-proposal-sent-subject-many = Your { $count } proposals at { $event }
mail-proposal-sent-heading-many = Your proposals are on their way
mail-proposal-closed-subject = No meeting with { $partner }, { $date }, { $time }
mail-proposal-closed-heading = This meeting does not come about
mail-fact-instead-of = Instead of
mail-proposal-received-subject-move = { $partner } would like to move your meeting to { $date }, { $time }
mail-proposal-received-heading-move = Another time is proposed for your meeting
mail-proposal-received-text-move = { $partner } proposes another time for your meeting at { $event }. Both of you are free then.
mail-proposal-received-after-move = Your meeting stays as it is until you accept. You need not do anything to decline: after the time named above the proposal ends by itself.
mail-proposal-sent-subject-move = Your proposal to move the meeting with { $partner } to { $date }, { $time }
mail-proposal-sent-heading-move = Your proposal is on its way
mail-proposal-sent-text-move = You propose another time to { $partner } for your meeting at { $event }. We write to you as soon as it is accepted or has ended.
mail-proposal-sent-after-move = Until then the meeting stays as it is. There you can take the proposal back.
mail-proposal-closed-subject-move = Your meeting with { $partner } does not move to { $date }, { $time }
mail-proposal-closed-heading-move = This meeting does not move
mail-proposal-closed-text-move = You proposed another time to { $partner } for your meeting at { $event }. It does not work out then.
mail-proposal-closed-after-move = Your schedule shows when you meet.
mail-proposal-closed-subject-many = No meeting for { $count } of your proposals at { $event }
mail-proposal-closed-heading-many = These meetings do not come about
mail-proposal-closed-text = You proposed a meeting at { $event } to { $partner }. It does not work out at this time.
mail-proposal-closed-after = There you see who else is free then.

# New password
mail-new-password-subject = Set your password
mail-new-password-heading = Set your password
mail-new-password-text = With this link you set a new password for the organiser account { $email }.
mail-new-password-action = Set my password
mail-new-password-hours = { $hours ->
    [one] The link works once, for one hour.
   *[other] The link works once, for { NUMBER($hours) } hours.
  }
mail-new-password-after = If you did not ask for it, you need not do anything: your password stays as it is.

# A link to go on with the form
mail-form-link-subject = Go on with your registration: { $event }
mail-form-link-heading = Go on with your registration
mail-form-link-text = With this link you open the registration for { $event } that you have begun. It goes on in the browser in which you open the link; for another one, ask there for a new link.
mail-form-link-action = Go on with my registration
mail-form-link-days = It opens the registration once, until { $days } days after your last change. Then the answers are deleted.
mail-form-link-after = You are not registered until you have sent the form. If you did not ask for this, you need not do anything.
mail-footer-entered = You receive this mail because somebody entered this address on the page of { $event }.

# A colleague begins
mail-colleague-invited-subject = A colleague would like to register you: { $event }
mail-colleague-invited-heading = A colleague would like to register you
mail-colleague-invited-text = { $colleague } has begun a registration for { $event } for you. You see every answer, can change it, and decide yourself.
mail-colleague-invited-action = Look at it
mail-colleague-invited-days = The link works for { $days } days.
mail-colleague-invited-after = Nothing is registered and nobody sees anything until you agree. If you do not want this, say so on the page, and everything that was typed about you is deleted at once; if you do nothing, it is deleted when the link ends.

# Everything deleted
mail-erased-subject = Your data is deleted: { $event }
mail-erased-heading = Your data is deleted
mail-erased-text = As you asked, everything about you at { $event } is deleted. If you were registered, your seat is free, and if you had meetings, your partners have been told.
mail-erased-after = This is the last mail: with it your address is deleted too. Entries in your own calendar stay; please delete them there.

# A deletion to come
mail-deletion-announced-subject = Personal data is deleted on { $date }: { $event }
mail-deletion-announced-subject-answers = Answers are deleted on { $date }: { $event }
mail-deletion-announced-heading = Personal data is deleted on { $date }
mail-deletion-announced-heading-answers = Answers are deleted on { $date }
mail-deletion-announced-text = This data of { $event } is deleted on its own:
mail-deletion-announced-people = { $count ->
    [one] All personal data of 1 person, on { $date }
   *[other] All personal data of { NUMBER($count) } people, on { $date }
}
mail-deletion-announced-answers = { $count ->
    [0] The answers to “{ $question }” (none yet), on { $date }
   *[other] The answers to “{ $question }” (so far { NUMBER($count) }), on { $date }
}
mail-deletion-announced-dates = { $days ->
    [one] The day follows from the last day of the event, { $last }, and from the settings: 1 day after it. If one of them is wrong, correct it now. The deletion is then withdrawn.
   *[other] The day follows from the last day of the event, { $last }, and from the settings: { NUMBER($days) } days after it. If one of them is wrong, correct it now. The deletion is then withdrawn.
}
mail-deletion-announced-action = View the deletion
mail-deletion-announced-postpone = On this page you can also postpone the deletion of all personal data once, by up to { $days } days, if you give a reason.

# a barrier on a page
mail-barrier-report-subject = A barrier on the pages of { $event }
mail-barrier-report-heading = A barrier is reported
mail-barrier-report-text = Somebody tells you of a barrier on the pages of { $event }:
mail-barrier-report-page = Page
mail-barrier-report-answer = The writer gave this address: { $email }. Nobody has checked it; write there only if you want to answer.
mail-barrier-report-no-answer = No address for an answer was left.
mail-barrier-report-why = You receive this mail because you answer for pages at { $address }
# a match round is ready
mail-round-ready-subject = Match round { $number } is ready: { $event }
mail-round-ready-heading = Match round { $number } is ready
mail-round-ready-text = The draft of match round { $number } of { $event } is ready. Participants learn of it only when you publish it.
mail-round-ready-action = View the draft
mail-round-failed-subject = Match round { $number } could not be calculated: { $event }
mail-round-failed-heading = Match round { $number } could not be calculated
mail-round-failed-text = Match round { $number } of { $event } could not be calculated. Its page says why. You can start a new one there.
mail-round-failed-action = View the round
