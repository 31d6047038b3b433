## organiser: the back office

# ways to go
nav-events = Events
nav-types = Participant types
nav-topics = Topics
nav-agenda = Agenda
nav-outbox = Outbox
nav-blocked = Blocked addresses
nav-log = Log
nav-team = Organisers
nav-account = Your account
nav-set-up = Set-up
nav-participant-list = List
nav-accessibility = Accessibility

# what just happened
done-created = Your event is there. It is a draft: only organisers see it until you open it.
done-opened = The event is open. People can register now.
done-closed = The event is closed. Nobody can register any more.
done-drafted = The event is a draft again. Only organisers see it.
done-added = Added.
done-removed = Removed.
done-approve = Approved. A mail says so.
done-reject = Rejected. A mail says so.
done-promote = Moved up. A mail says so.
done-cancel = Cancelled. Everyone concerned gets a mail.
done-sent = A mail with a new link is on its way.
done-invited = An email with the invitation is on its way. It stands under “Invited” until it is accepted.
done-again = The mail is tried again now.

# list of events
events-name = Event
events-find = Find an event
events-when = Date
events-state = State
events-registered = Registered
events-seats = { NUMBER($taken) } of { NUMBER($capacity) }
events-empty = You have no event yet. Start with its name, date and place; the rest can follow.
events-empty-invited = You are not on the team of any event yet. Ask an owner of the event to invite you.
event-new-title = New event
event-new-lead = What every event needs. Texts, topics and agenda come afterwards.
event-new-button = Create event
event-like = Begin with the set-up of
event-like-help = Texts, topics, questions, agenda, rules, pictures and team come along; people do not.
event-like-button = Take this over
event-like-lead = Made like { $event }: texts, topics, questions, agenda, rules, pictures, team and the settings of its match rounds come along, moved to the new days. People, wishes and meetings do not.
event-like-ends-on = Left empty, the event is as long as the one before.
dashboard-like = Next time
dashboard-like-way = Make another event like this one

# state of an event
event-state-title = Open or close
event-state-now = Now: { $state }.
event-state-draft = Draft
event-state-open = Open
event-state-closed = Closed
event-public-page = Public page
event-open-button = Open for registration
event-open-text = Open: everybody sees the event’s page and can register.
event-close-button = Close registration
event-close-text = Closed: the page stays, but nobody can register. Who is registered keeps their own page.
event-draft-button = Make it a draft again
event-draft-text = Draft: only organisers see the event. Possible as long as nobody has registered.

# settings of an event
settings-texts = Texts
settings-when-where = When and where
settings-registration = Registration
settings-meetings = Meetings
setting-main-language = Main language
setting-main-language-help = Readers of other languages see this one where a text is missing.
setting-name = Name
setting-name-help = In the languages that the event speaks; the main language is a must.
setting-summary = Summary
setting-summary-help = Two or three sentences below the name.
setting-description = Description
setting-description-help = Plain text; an empty line begins a paragraph.
setting-slug = Name in addresses
setting-slug-help = Small letters, digits and hyphens, such as cluster-2026. Fixed once the event has been open.
setting-organiser-name = Who invites
setting-organiser-name-help = The organisation whose name stands on pages and mails.
setting-contact-email = Contact address
setting-contact-email-help = Participants write here; replies to mails arrive here.
setting-accent = Accent colour
setting-accent-help = Such as #0b5563; dark enough to be read on white.
setting-starts-on = First day
setting-ends-on = Last day
setting-time-zone = Time zone
setting-time-zone-help = All times of the agenda are in this zone.
setting-venue = Where the meetings take place
venue-onsite = On site
venue-onsite-help = At a place, at numbered tables.
venue-online = Online
venue-online-help = In a video room for each meeting.
setting-place = Place
setting-place-help = On site only: building and town, such as Tour & Taxis, Brussels.
setting-tables = Tables for meetings
setting-tables-help = On site only: how many meetings can take place at the same time.
setting-room-link = Link to the video rooms
setting-room-link-help = Online only: an address such as https://meet.example.org/{"{"}meeting{"}"}. In place of {"{"}meeting{"}"} each meeting has its own code.
setting-capacity = Seats
setting-capacity-help = Leave it empty for no limit. Once the seats are taken, further people are put on the waiting list.
setting-registration-opens = Registration opens
setting-registration-opens-help = Date and time in the event’s time zone. Leave it empty if people can register as soon as the event is open.
setting-registration-closes = Registration closes
setting-registration-closes-help = Date and time in the event’s time zone. Whoever has begun the form by then can send it for one more hour. People on the waiting list still move up.
setting-approval = An organiser approves each registration
setting-approval-help = Without the tick, whoever confirms their address is registered.
setting-wished-minimum = Meetings that everybody should have at least
setting-wished-minimum-help = The match round sees to those with fewest first.
setting-reminders = Remind participants by mail
setting-reminders-help = Everyone gets the programme of the day on the evening before, and a mail an hour before the first meeting. Each can stop this for themselves.
setting-same-country = People from one country may meet
setting-same-country-help = People of one organisation never do.
setting-calendar-mode = How meetings reach calendars
calendar-mode-invitation = An invitation for each meeting
calendar-mode-invitation-help = Outlook, Apple and Google add and update them by themselves.
calendar-mode-file = One calendar file with all meetings
calendar-mode-file-help = Fewer mails; each participant opens the file themselves.

# overview of an event
dashboard-next = What comes next
dashboard-where = Where you stand
dashboard-registrations = Registrations
figure-registered = { $count ->
    [one] person registered
   *[other] people registered
  }
figure-seats = { $count ->
    [one] seat left of { NUMBER($capacity) }
   *[other] seats left of { NUMBER($capacity) }
  }
figure-awaiting = { $count ->
    [one] waits for your approval
   *[other] wait for your approval
  }
figure-waiting = { $count ->
    [one] on the waiting list
   *[other] on the waiting list
  }
figure-meetings = { $count ->
    [one] meeting planned
   *[other] meetings planned
  }
figure-without-meeting = { $count ->
    [one] registered person without a meeting
   *[other] registered people without a meeting
  }
step-topics = Add the topics that people offer and seek
step-blocks = Add a meeting block to the agenda: the times at which people meet
step-open = Open the event for registration
step-approve = { $count ->
    [one] Approve or reject one registration
   *[other] Approve or reject { NUMBER($count) } registrations
  }
step-burst = { $count ->
    [one] Look at one registration that came with many others at once
   *[other] Look at { NUMBER($count) } registrations that came at once
  }
step-failed-mails = { $count ->
    [one] See why one mail could not be delivered
   *[other] See why { NUMBER($count) } mails could not be delivered
  }
step-round = Run a first match round; it is a draft until you publish it
step-round-running = Match round { $number } is being calculated: see how far it is
step-publish = Look at match round { $number } and publish it
step-invite = Show people the public page

# participant types
types-lead = As what people take part, such as exhibitor or visitor. Who may meet whom is ruled by type.
types-empty = There is no type yet. Without any, the form does not ask and everybody may meet everybody.
types-add = Add a type
type-title = Participant type
type-label = Name
matrix-title = Who may meet whom
matrix-lead = Each pair of types once; both directions count alike.
matrix-cell = { $one } with { $other }
matrix-save = Save who may meet whom
type-rule-never = never
type-rule-may = may meet
type-rule-wanted = should meet

# topics
topics-lead = What people can offer and seek. The finer the list, the better the matches; the shorter, the quicker the form.
topics-empty = There is no topic yet. Paste a list below, one topic a line.
topics-add = Add topics
topics-new = New topics
topics-help = One topic a line. A line that begins with a hyphen or a space belongs to the topic above it. To add below a topic that is there already, write that topic again first.
topics-help-languages = One topic a line, in the event’s languages: { $form }. A line that begins with a hyphen or a space belongs to the topic above it. To add below a topic that is there already, write that topic again first.
topic-title = Topic

# agenda
agenda-zone = All times in { $zone }.
agenda-add-block = Add a meeting block
agenda-add-session = Add a session
agenda-empty = The agenda is empty. A meeting block gives the times at which people meet; sessions are talks, workshops and breaks.
agenda-no-blocks = There is no meeting block yet: without one, nobody can meet.
agenda-block = { $count ->
    [one] One meeting slot of { $minutes } minutes
   *[other] { NUMBER($count) } meeting slots of { $minutes } minutes, { $pause } minutes between them
  }
agenda-date = Day
session-title = Session
session-label = Title
session-starts = Begins at
session-ends = Ends at
session-ends-help = A time before the beginning is after midnight.
session-place = Room or place
session-description = What it is about
session-speakers = Speakers
session-speakers-help = One a line, as they should be read: name, function, organisation.
session-language = Language
session-language-none = Not said
session-link = Link to watch it, or to its papers
session-link-help = An https address. Only those who take part see it, in their schedule.
session-places = Places
session-places-help = Leave it empty for no limit. Whoever comes later waits, and moves up by themselves when somebody leaves; they are mailed then.
session-types = Only for
session-types-help = With no tick it is for everybody. Whoever chose it before keeps it.
session-come = { $people ->
    [one] One person takes part
   *[other] { NUMBER($people) } people take part
}
session-places-taken = { $waiting ->
    [0] { NUMBER($taken) } of { NUMBER($places) } places taken
   *[other] { NUMBER($taken) } of { NUMBER($places) } places taken, { NUMBER($waiting) } waiting
}
session-people-way = Who takes part in this session
session-people-title = Who takes part in “{ $session }”
session-people-empty = Nobody who is registered has chosen this session yet.
session-people-file = Download the list
session-people-decide = Decide
session-takes-part = Takes part
session-waits-since = Waiting since { $moment }
session-waiting = Waiting since
session-give-place = Give a place
session-take-out = Take out
block-title = Meeting block
block-lead = A stretch of time that is cut into meeting slots of equal length.
block-label = Name
block-label-help = Such as Meetings in the morning; participants choose by it.
block-starts = First slot begins at
block-slot-minutes = Minutes for each meeting
block-pause-minutes = Minutes between two meetings
block-pause-help = Time to say goodbye and find the next table.
block-slot-count = Number of slots

# before something is removed
remove-title = Remove “{ $label }”?
remove-type-text = { $count ->
    [0] Nobody has this type.
    [one] One person has this type; they keep everything else.
   *[other] { NUMBER($count) } people have this type; they keep everything else.
  }
topic-merge = Merge …
topic-merge-title = Merge “{ $label }” into another topic
topic-merge-text = { $count ->
    [0] Nobody offers or seeks it yet.
    [one] One offer or seek moves to the other topic, with its words.
   *[other] { NUMBER($count) } offers and seeks move to the other topic, with their words.
  } Its own topics move too. Afterwards this topic is gone.
topic-merge-into = Other topic
topic-merge-choose = choose …
topic-merge-do = Merge
remove-topic-text = { $count ->
    [0] Nobody offers or seeks it.
    [one] One offer or seek names it and goes with it.
   *[other] { NUMBER($count) } offers and seeks name it and go with it.
  }
remove-session-text = { $count ->
    [0] Nobody takes part in it.
    [one] One person takes part in it and will be free for meetings then.
   *[other] { NUMBER($count) } people take part in it and will be free for meetings then.
  }
remove-block-text = { $count ->
    [0] Nobody is there in it.
    [one] One person is there in it and can no longer meet then.
   *[other] { NUMBER($count) } people are there in it and can no longer meet then.
  }

# participants
participants-empty = Nobody has registered yet.
participants-empty-invite = Show the public page
participants-empty-import = Import a list
participants-search = Name, organisation or address
participants-order-name = Name
participants-order-organisation = Organisation
participants-order-newest = Newest first
participants-state = State
participants-found = { $count ->
    [0] Nobody fits. Take a filter away.
    [one] One person.
   *[other] { NUMBER($count) } people.
  }
participants-name = Name
participants-organisation = Organisation
participants-choose = Choose
participants-choose-one = Choose { $name }
participants-decide = Decide about those you ticked
participants-decide-help = The next page shows whom it concerns. Nothing happens before you press its button.
participants-everybody = { $count ->
    [one] The one person found
   *[other] All { NUMBER($count) } people found
  }
decision-approve = Approve
decision-reject = Reject
decision-promote = Give a seat
decision-cancel = Cancel registration
decide-approve-title = { $count ->
    [0] Approve
    [one] Approve one registration
   *[other] Approve { NUMBER($count) } registrations
  }
decide-approve-text = { $count ->
    [one] This person gets a seat, or the next place on the waiting list, and a mail.
   *[other] Each gets a seat, or the next place on the waiting list, and a mail.
  }
decide-approve-button = { $count ->
    [one] Approve the registration
   *[other] Approve { NUMBER($count) } registrations
  }
decide-approve-none = None of these waits for approval. Tick people in the list first.
decide-reject-title = { $count ->
    [0] Reject
    [one] Reject one registration
   *[other] Reject { NUMBER($count) } registrations
  }
decide-reject-text = { $count ->
    [one] This person gets a mail that there is no place for them.
   *[other] Each gets a mail that there is no place for them.
  }
decide-reject-button = { $count ->
    [one] Reject the registration
   *[other] Reject { NUMBER($count) } registrations
  }
decide-reject-none = None of these waits for approval or a seat. Tick people in the list first.
decide-promote-title = { $count ->
    [0] Give a seat
    [one] Give one person a seat
   *[other] Give { NUMBER($count) } people a seat
  }
decide-promote-text = { $count ->
    [one] This person moves up from the waiting list, even if all seats are taken, and gets a mail.
   *[other] They move up from the waiting list, even if all seats are taken, and get a mail.
  }
decide-promote-button = { $count ->
    [one] Give the seat
   *[other] Give { NUMBER($count) } seats
  }
decide-promote-none = None of these is on the waiting list. Tick people in the list first.
decide-cancel-title = { $count ->
    [0] Cancel registrations
    [one] Cancel one registration
   *[other] Cancel { NUMBER($count) } registrations
  }
decide-cancel-text = { $count ->
    [one] The seat goes to the next on the waiting list; meetings are cancelled and the partners are told by mail. An invitation that nobody has answered is withdrawn without a mail.
   *[other] The seats go to the next on the waiting list; meetings are cancelled and the partners are told by mail. An invitation that nobody has answered is withdrawn without a mail.
  }
decide-cancel-button = { $count ->
    [one] Cancel the registration
   *[other] Cancel { NUMBER($count) } registrations
  }
decide-cancel-none = None of these has a registration that could be cancelled. Tick people in the list first.
decide-more = { $count ->
    [one] and one more
   *[other] and { NUMBER($count) } more
  }
decide-skipped = Left out, because of their state
decide-reason = Reason
decide-reason-help = Kept in the log for organisers; the mail does not say it.
participant-place = Number { $place } on the waiting list
participant-code = Reference
participant-foreign-letters = The address has letters that may look like others. Mail servers read it as
participant-send-link = Mail a new personal link
participant-profile = Profile
participant-interests = Offers and seeks
participant-blocks = There for meetings
participant-sessions = Takes part in
participant-edit = Change:
participant-ended-way = See the participant
participant-edit-person = Person
participant-edit-interests = Offers and seeks
participant-edit-attendance = When there
participant-meetings = Meetings
participant-no-meetings = No meeting is planned yet.
participant-meeting-with = With
participant-meeting-when = When
participant-meeting-where = Where
participant-wishes = Wishes
participant-exclusions = { $count ->
    [one] One person is excluded; who it is stays private.
   *[other] { NUMBER($count) } people are excluded; who they are stays private.
  }
participant-mails = Mails
participant-no-mails = No mail has been written to this person.
participant-history = History
fact-mail-language = Mails in
fact-max-meetings = Most meetings wanted
fact-listed = Listed for other participants
fact-source = Came by
fact-since = Registered on
source-form = registration form
source-import = list of the organisers
source-by-hand = entered by hand
source-demo = demonstration

# organisers of an event
team-lead = Who works on this event, and what each may do.
team-role = Role
team-role-of = Role of { $name }
team-no-role = None: leave the team
team-invite = Invite somebody
team-invite-text = The person gets an email and accepts the invitation themselves; whoever has no account yet makes one there.
team-invite-button = Invite to the team
role-owner-help = Runs the event and says who else does.
role-organiser-help = Runs the event: settings, people, match rounds.
role-viewer-help = Sees everything, changes nothing.

# pause of all mail
pause-title = No emails are sent at the moment
pause-server-text = The mail server has not accepted our emails since { $since }. { $count ->
    [one] One email waits
   *[other] { NUMBER($count) } emails wait
 }. Nothing is lost: sending continues by itself as soon as the server accepts an email.
pause-restored-text = This installation was restored from a backup on { $since }. { $count ->
    [one] One email waits
   *[other] { NUMBER($count) } emails wait
 }. Some of them may have been sent before. Check the outbox first.
pause-ask = An administrator decides when sending starts.
pause-next = Next attempt: { $when }.
pause-words = The mail server says:
pause-server-button = Try again now
pause-restored-button = { $count ->
    [one] Start sending: 1 email
   *[other] Start sending: { NUMBER($count) } emails
 }
done-mail-flows = Emails are sent again.
done-mail-probes = One email is sent now to test the mail server. If it is accepted, the others follow.
pause-restored-note = The backup was made on { $made }. Changes after that time are missing. People whose data was deleted after that time are here again: delete their data again.
pause-give-up-button = { $count ->
    [one] Do not send the email from the backup, only new ones
   *[other] Do not send the { NUMBER($count) } emails from the backup, only new ones
 }
done-mail-given-up = The emails from the backup are not sent. New emails are sent again.

# backups
backup-made = Last backup: { $when }, { NUMBER($size) } MB.
backup-none = No backup has been made yet.
backup-failed-title = The last backup failed
backup-failed = It was tried on { $when }. The server tries again every hour. Reason:

# outbox
outbox-again-text = { $count ->
    [one] One email failed, and its recipient may not be the reason
   *[other] { NUMBER($count) } emails failed, and their recipients may not be the reason
 }
outbox-again-help = The mail server refused them without naming a mailbox, or did not accept them for two days. When that is solved, send them again. Emails to blocked addresses stay here.
outbox-again = { $count ->
    [one] Send 1 email again
   *[other] Send { NUMBER($count) } emails again
 }
done-sent-again = The emails are sent again now.
log-mails-sent-again = Failed emails sent again
outbox-all = All ({ $count })
outbox-empty = No mail here. Mails appear as soon as people register or a round is published.
outbox-of-events = Choose the event whose mails you want to see.
outbox-state = State
outbox-state-waiting = Waiting
outbox-state-sent = Sent
outbox-state-failed = Failed
outbox-state-bounced = Came back
outbox-problem-address-blocked = Mail to this address has come back. Correct the address or lift the block on the participant’s page, then try again.
outbox-problem-too-late = It waited longer than it was of use.
outbox-problem-restored = Not sent: it came from a backup, and may have been sent before. Try again only if it was not.
outbox-subject = Subject
outbox-from = From
outbox-to = To
outbox-kind = Kind
outbox-when = Date
outbox-attachments = Attachments
outbox-source = Whole mail
outbox-source-download = Download for a mail program (.eml)
outbox-html = As a mail program shows it
outbox-text = As plain text
outbox-gone = A mail server has taken this mail. Its text is not kept here, because it holds a personal link.
outbox-tries = { $count ->
    [one] One try failed:
   *[other] { NUMBER($count) } tries failed:
  }
outbox-next-try = Next try: { $when } UTC.
outbox-retry = Try again now
outbox-kind-confirm = Please confirm
outbox-kind-confirm-address = Confirm a new address
outbox-kind-address-changed = Address changed
outbox-kind-already-registered = Registered already
outbox-kind-registered = Registered
outbox-kind-awaiting-approval = Waits for approval
outbox-kind-waiting-list = On the waiting list
outbox-kind-promoted = Moved up
outbox-kind-rejected = Not accepted
outbox-kind-cancelled = Cancelled
outbox-kind-personal-link = New personal link
outbox-kind-schedule = Schedule
outbox-kind-schedule-changed = Changed schedule
outbox-kind-invitation = Invitation to a meeting
outbox-kind-meeting-cancelled = Meeting cancelled
outbox-kind-reminder-day = Programme of the day
outbox-kind-reminder-hour = Reminder of a meeting
outbox-kind-new-password = New password
outbox-kind-barrier-report = Barrier reported
outbox-kind-round-ready = Match round ready

# log
log-demo-filled = Demo event filled
log-lead = Who did what, newest first.
log-empty = Nothing has happened yet.
log-when = When
log-what = What
log-who = Who
actor-participant = Participant
actor-organiser = Organiser
actor-system = Program
log-block-added = Meeting block added
log-block-changed = Meeting block changed
log-block-removed = Meeting block removed
log-event-created = Event created
log-event-changed = Settings changed
log-event-accessibility = Accessibility statement changed
log-event-imported = List imported
log-event-state = Event opened or closed
log-mail-tried-again = Mail tried again
log-matrix-changed = Who may meet whom changed
log-meeting-absent = Did not come to a meeting
log-meeting-cancelled = Meeting cancelled
log-organiser-invited = Organiser invited
log-organiser-role = Role changed
log-participant-changed-person = Profile changed
log-participant-changed-interests = Offers and seeks changed
log-participant-changed-attendance = Times changed
log-participant-changed-consent = Visibility or language changed
log-participant-imported = Profile changed by import
log-registration-signed-up = Signed up
log-registration-confirmed = Address confirmed
held-network = Many people confirmed from one network within an hour: please look whether they are real before you approve.
held-domain = Many addresses of one mail domain were confirmed within an hour: please look whether they are real before you approve.
log-registration-held-network = Waits for approval: many came at once from one network
log-registration-held-domain = Waits for approval: many came at once from one mail domain
log-registration-approved = Approved
log-registration-rejected = Rejected
log-registration-promoted = Moved up from the waiting list
log-registration-cancelled = Cancelled
log-registration-expired = Never confirmed
log-registration-imported = Imported
log-registration-reason = Reason
log-reminders-sent = Reminders sent
log-reminders-late = Reminders sent late
log-reminders-dropped = Reminders dropped, too late to be of use
log-reminders-stopped = Stopped reminders
log-reminders-resumed = Wants reminders again
log-round-started = Match round started
log-round-published = Match round published
log-round-stopped = Search of a match round stopped
log-round-discarded = Match round discarded
log-round-moved-meeting = Meeting of a draft moved
log-round-removed-meeting = Meeting of a draft removed
log-round-restored = Match round restored
log-round-swapped-meetings = Meeting of a draft swapped
log-round-added-meeting = Meeting added to a draft
log-round-undone = Change of a draft undone
log-round-made-again = Change of a draft made again
log-session-added = Session added
log-session-changed = Session changed
log-session-removed = Session removed
log-session-place-given = Place in a session given
log-session-taken-out = Taken out of a session
log-topics-added = Topics added
log-topic-changed = Topic changed
log-topic-merged = Topics merged
log-topic-removed = Topic removed
log-type-added = Participant type added
log-type-changed = Participant type changed
log-type-removed = Participant type removed

# addresses that mail comes back from
blocked-title = Mail comes back
blocked-notice = No mail goes to this address any more.
blocked-see = See why, and correct it
blocked-lead = A mail to { $email } came back on { $when }. Since then no mail goes there.
blocked-reason = What the mail server said
blocked-correct = Correct the address
blocked-lift = The address is right
blocked-lift-text = If it works again, lift the block. Mails that waited can be tried again in the outbox.
blocked-lift-button = Lift the block
step-blocked = { $count ->
    [one] Mail to one person comes back: see which
   *[other] Mail to { NUMBER($count) } people comes back: see which
  }
log-mail-bounced = Mail came back
log-participant-unblocked = Block of the address lifted
log-participant-changed-address = Address corrected
participant-edit-address = Email address
participant-address-title = Email address
participant-address-at-once = The address is replaced, and a new link goes there at once.
participant-address-at-once-button = Save and send a link
participant-address-asked = A link goes to the new address. The address changes when the person confirms it; the old one is told.
participant-address-asked-button = Send a link to the new address
done-address-asked-for = A link is on its way. The address changes when it is confirmed.
log-participant-asked-address = New address asked for
done-address-corrected = The address is corrected, and a link is on its way.
done-address-lifted = Mail goes to this address again.
done-still-blocked = Mail comes back from this address. Correct it or lift the block first.
blocked-list-lead = No email goes to these addresses, because the mail server said that they do not exist or refused several emails over days.
blocked-list-empty = No address is blocked. Addresses appear here when email to them comes back.
blocked-domain = Domain of the address
blocked-none-chosen = Choose at least one person, or everyone on this list.
blocked-lift-legend = Lift the block
blocked-lift-help = Do this when the addresses work again, for example after a fault at the mail server. Emails that were not sent can go now, or later from the outbox.
blocked-everybody = { $count ->
    [one] Everyone on this list (1 person)
   *[other] Everyone on this list ({ NUMBER($count) } people)
  }
blocked-lift-and-send = { $count ->
    [one] Lift, and send the email that was not sent (up to 1)
   *[other] Lift, and send the emails that were not sent (up to { NUMBER($count) })
  }
blocked-lift-only = Lift without sending
blocked-outbox = See the emails that were not sent
done-blocks-lifted = The blocks are lifted. Email goes to these addresses again.
done-blocks-lifted-and-sent = The blocks are lifted. The emails that were not sent are on their way.
alarm-word = Alarm
alarm-what = Email to { $domain } comes back: { $count } addresses, most recently on { $when }.
alarm-said = The mail server says:
alarm-next = So many at once is rarely the fault of the addresses, so none of them is blocked for it. Ask whoever runs your mail server whether this domain refuses it.
# accessibility statement
statement-lead = Public bodies must state how accessible their pages are. The statement is there already; here you add what only you know.
statement-public = Read it as everybody does.
statement-limits = What is not accessible
statement-limits-help = Say what it is, why, and how else people get it: for example a film without subtitles, or a plan as a picture.
statement-checked-on = Day of your last check
statement-checked-on-help = A statement is to be looked at anew at least once a year.
statement-phone = Telephone
statement-phone-help = For those who cannot write. Your e-mail address from the settings is there already.
statement-enforcement = Who settles a dispute
statement-enforcement-help = Name and address of the conciliation or enforcement body of your country.
statement-easy-language-help = Address of your page in easy language. The event page then leads to it.
statement-sign-language-help = Address of your page in sign language. The event page then leads to it.
event-state-trial = Trial run
event-trial-button = Try it out
event-trial-text = Trial run: whoever has the address can register and see how everything goes, with made-up people if you like. Only your team gets emails. When the trial run ends, everything that it made is deleted.
event-trial-end-button = End the trial run
event-trial-end-text = The event is a draft again. What the trial run made is deleted.
done-tried = The trial run has begun.
done-trial-filled = People are made up. Run a match round with them, or open one of their pages.
done-still-held = Only your team gets emails until the event is open. Open it first.
draft-banner = Draft: only your team sees the event and gets emails.
trial-office-banner = Trial run: only your team gets emails. People, match rounds and meetings of now are deleted at its end.
trial-title = What the trial run has made
trial-lead = Register yourself with an address of your team, and you get every email. What others would get stands in the outbox.
trial-outbox = Read the emails
trial-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
trial-rounds = { $count ->
    [one] { $count } match round
   *[other] { $count } match rounds
  }
trial-meetings = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
  }
trial-mails = { $count ->
    [one] { $count } email
   *[other] { $count } emails
  }
trial-people-field = Made-up people
trial-people-help = They choose from your topics and blocks, and wish to meet each other. At most 300 at a time.
trial-people-do = Make up people
trial-end-title = End the trial run
trial-end-lead = This is deleted for good:
trial-end-stays = Settings, agenda, topics, questions, and people whom you imported before the trial run stay. What you changed of these meanwhile stays too.
trial-end-open = Delete it and open the event
trial-end-draft = Delete it
outbox-state-held = Held
outbox-problem-event-not-public = Not sent: the event is not open, and only its team gets emails.
log-trial-filled = People made up

flood-what = { $mails } forms with unconfirmed addresses in the last hour, { $of } of them to { $domain }. At most { $most } confirmation emails go out in an hour; the others wait up to six hours.
flood-next = If you do not expect such a rush, somebody is entering other people’s addresses. You can close the registration for a while; whoever has confirmed notices nothing.
dashboard-lapsed = { $count ->
    [one] One more registration was never confirmed; it is deleted.
   *[other] { $count } more registrations were never confirmed; they are deleted.
  }
step-doubles = { $count ->
    [one] One person has the same address as another: merge them
   *[other] { $count } people have the same address as another: merge them
  }

nav-tables = Tables
tables-lead = Most events need no more than table numbers. Here tables get names and zones, can be missing at some times, and can be kept for exhibitors or for a participant type.
tables-none = The event has no tables yet. Say how many there are in the settings:
tables-file = Download the list (CSV)
tables-floor-plan = Floor plan
table-number-head = Table
table-name = Name
table-name-help = What is written on it, such as the exhibitor.
table-zone = Zone
table-zone-help = The room, hall or corner where it stands.
table-for = For whom
table-for-anybody = Anybody
table-kept-for = Kept for
table-kept-for-help = Meetings with somebody of this type take place at the tables that are kept for it, and no other meetings do. Whoever meets an exhibitor goes to their booth.
table-missing = The table is not there at
table-missing-help = Tick the times at which nobody can meet there.
table-missing-times = { $times ->
    [one] not there at one time
   *[other] not there at { NUMBER($times) } times
  }
table-people = Who stays there (email)
table-stay = It is the booth of
tables-paste = Take over a list
tables-list = Tables
tables-list-help = Paste rows from a spreadsheet: number, name, zone, participant type, and the email addresses of those who stay there. Rows replace what is said of their tables; all others stay. A downloaded list has this form.
tables-take-over = Take over the list
booth-title = Booth of { $name }
booth-lead = Whoever has a booth stays there, and their partners come to them. Nobody else’s meetings take place there; several people can share a booth.
booth-table = Table
booth-table-help = A number up to { $last }. Leave it empty if they have no booth.
booth-away = They are not at their booth at
booth-away-help = At these times they meet at other tables, as everybody does.
participant-edit-booth = Booth
log-table-changed = Table changed
log-tables-listed = List of tables taken over
log-booth-changed = Booth changed
