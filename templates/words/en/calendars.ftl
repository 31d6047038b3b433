# answers of calendars
mail-decline-heard-subject = Is your meeting with { $partner } off?
mail-decline-heard-heading = You have declined a meeting
mail-decline-heard-text = In your calendar you have declined this meeting at { $event }. It still stands. Please confirm that it is off: then { $partner } is told, and the time is free again.
mail-decline-heard-action = Call off the meeting
mail-decline-heard-after = If the meeting takes place, you need not do anything.
declined-title = Is this meeting off?
declined-lead = You have declined it in your calendar. Until you confirm this, it stands, and the other person expects you.
declined-button = Call off the meeting
cancel-reason-calendar = Declined in the calendar
log-meeting-cancelled-calendar = Meeting cancelled: declined in the calendar
log-calendar-accepted = Meeting accepted in the calendar
log-calendar-tentative = Meeting marked as tentative in the calendar
log-calendar-declined = Meeting declined in the calendar
log-event-changed-calendars = Answers of calendars: setting changed
nav-calendars = Calendars
calendars-lead = Many calendars answer an invitation: somebody accepts, is not sure, or declines. What they answer is noted here.
calendars-address = Calendars answer to { $address }.
declines-legend = When somebody declines a meeting in their calendar
declines-ask = Ask them first
declines-ask-help = They get an email with a button that calls the meeting off. Until then it stands.
declines-cancel = Call the meeting off at once
declines-cancel-help = The other person is told at once. A click by mistake ends a meeting.
calendars-told = What calendars say of planned meetings
calendars-none = No calendar has answered yet.
calendars-who = Person
calendars-meeting = Meeting
calendars-answer = Answer
calendars-accepted = { $count ->
    [one] 1 meeting was accepted in a calendar.
   *[other] { NUMBER($count) } meetings were accepted in a calendar.
}
calendar-answer-accepted = Accepted
calendar-answer-tentative = Not sure
calendar-answer-declined = Declined, not confirmed yet

# how meetings come into calendars
my-calendar-title = Your calendar
my-calendar-lead = Choose once how your meetings come into your calendar. You can change it at any time.
my-calendar-mode = Meetings of your plan
my-calendar-mode-file = One file with all of them
my-calendar-mode-file-help = It comes with each email about your plan. You open it, and your calendar enters everything.
my-calendar-mode-invitation = An invitation for each meeting
my-calendar-mode-invitation-help = Each comes in an email of its own. Outlook, Apple and Google enter and change them by themselves.
my-calendar-alarm = Reminder
my-calendar-alarm-help = Your calendar reminds you before a session or a meeting begins.
my-calendar-alarm-none = No reminder
my-calendar-alarm-minutes = { $minutes } minutes before
my-calendar-more = More ways
my-calendar-feed = Let my calendar fetch everything by itself
my-calendar-file = Open the file with everything now
my-calendar-ask = How do you want your meetings in your calendar?
my-calendar-way = Choose
log-participant-changed-calendar = Way into the calendar chosen

# mails about a plan
mail-schedule-ask = In your calendar
mail-schedule-ask-way = Choose how your meetings come into your calendar
mail-schedule-changed-own-text = You have called off a meeting at { $event }. This is your plan now.
mail-schedule-changed-left-text = Your registration for { $event } is cancelled, and so are your meetings. The attached file takes them out of your calendar.
mail-meeting-cancelled-own-text = You have called off this meeting at { $event }. The other person knows.
mail-meeting-cancelled-left-text = Your registration for { $event } is cancelled, and so is this meeting.

# entries of calendars
calendar-summary-cancelled = Cancelled: { $summary }
calendar-offers = Offers: { $topics }
calendar-seeks = Looks for: { $topics }
mail-event-file = The attached file event.ics puts the event into your calendar.
outbox-kind-decline-heard = Meeting declined in a calendar
