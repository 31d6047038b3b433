## mydata: calendar feed, what is kept about me, registration forms on other devices, colleagues, changes

# calendar feed
feed-title = My meetings in my own calendar
feed-lead = Give your calendar a secret address. It asks there for news by itself, so that your meetings are always up to date.
feed-way = Keep my own calendar up to date
feed-new-title = Your address
feed-new-text = It is shown this once: we keep only a fingerprint of it. Whoever has it can see your meetings, so treat it like a password.
feed-subscribe = Open it in my calendar
feed-address = Address to copy
feed-address-help = In Google Calendar: Other calendars, From URL. In Outlook: Add calendar, Subscribe from web.
feed-none = You have no such address at the moment.
feed-make = Make an address
feed-there-title = Your calendar’s address
feed-there = You have had an address since { $date }. If somebody else got hold of it, or you have lost it, make a new one: the old one stops working.
feed-renew = Make a new address
feed-revoke = Switch it off
done-feed-revoked = The address no longer works. Your calendar may show the meetings for a while; remove the subscription there.
calendar-summary-unnamed = Meeting
log-feed-renewed = Address for the calendar made
log-feed-revoked = Address for the calendar switched off

# my data
data-title = My data
data-short = Here is everything that is kept about you, and how to have it deleted.
data-lead = This is everything that is kept about you for this event.
data-way = See and download my data
data-file = Download everything as a file (JSON)
data-registration = Registration
data-consents = What you agreed to
data-wishes = Wishes
data-meetings = Meetings
data-mails = E-mails to you
data-history = What happened, and who did it
data-reference = Reference
data-state = State
data-signed-up = Signed up
data-feed = Calendar feed since
data-reminders = Reminders by e-mail
data-consent-registration = Your answers are used for this event
data-consent-listed = You are shown to other participants
data-consent-given = Agreed
data-notice-shown = Notice shown
data-consent-taken-back = Taken back
data-consent-text = Text { $version }, shown in { $language }
data-mail-sent = sent { $date }
data-mail-not-sent = not sent yet
data-rights-title = Your rights
data-rights = You correct your answers under “My registration” and delete everything here, yourself and at once. For everything else write to { $contact }.

# deleting
delete-title = Delete everything about me
delete-way = Delete everything about me
delete-question = Do you want everything about you to be deleted?
delete-lead = Your data goes at once and for good.
delete-registration = Your registration ends. Your seat goes to the next person on the waiting list.
delete-what = Deleted are your name, address, organisation, languages, offers and seeks, wishes, your agreements, your links, and the address and text of every e-mail to you.
delete-stays = So that the event’s figures stay right, these stay without your name: country, kind of organisation, and that there was a registration and meetings.
delete-mail = A last e-mail to { $email } says that it is done; then this address is deleted too.
delete-no-mail = No last e-mail says that it is done: mail to { $email } came back.
delete-final = This cannot be undone. If you want to keep something, download it first:
delete-button = Delete everything
delete-keep = Keep my data
done-erased = Everything about you is deleted. A last e-mail tells you so.
done-erased-without-mail = Everything about you is deleted. No e-mail follows, because mail to your address came back.
person-erased = (deleted)
log-participant-erased = Person deleted
log-event-shredded = All personal data deleted, as set for this event

# changes
change-line = { $question }: { $old } → { $new }
change-nothing = nothing
change-offers = Offers
change-language = Language of mails
change-seeks = Seeks
change-blocks = Meetings
change-sessions = Sessions
change-max-meetings = Most meetings
participants-changed = Changed answers on { $date }
my-changes-until = You can change your answers until { $date }.
my-changes-over = Until { $date } you could change your answers here. If something has to change now, please write to { $contact }.
problem-changes-over = The time for changes is over, so nothing was saved. What you typed still stands on this page: please write to { $contact } what should change.
setting-changes-until = Changes possible until
setting-changes-until-help = Last day on which participants change their answers themselves. After it the pages say whom to ask. They can always cancel, and always take back that others see them.
setting-shred-after = Days after the event until personal data is deleted
setting-shred-after-help = Names, addresses and texts of all participants are then deleted. The figures stay. Your team is told 14 days before.
dashboard-shredding = Deletion of personal data
dashboard-shreds = On { $date } the names, addresses and texts of all participants are deleted. Save the lists that you still need before.
dashboard-shredded = The personal data was deleted on { $date }. The figures stay.

# going on later
later-title = Your answers are saved
later-way = Save and go on later
later-saved = Saved on { $date }. They are kept for 14 days after your last change.
later-here = In this browser you can simply open the form again:
later-go-on = Go on now
later-elsewhere-title = On another device
later-elsewhere = We send you a link with which you go on anywhere.
later-button = Send me the link
done-form-outdated = The organiser now asks something else. Please look through your answers and send the form again.
done-form-mailed = An e-mail with the link is on its way. If none arrives, several were sent to this address already: please look for an earlier one.

# colleagues
colleague-title = Register a colleague
colleague-short = Is somebody else of your organisation coming?
colleague-way = Register a colleague
colleague-lead = Begin the registration for somebody else of { $organisation }.
colleague-begun = We fill in your organisation, country and topics to begin with.
colleague-decides = Your colleague gets an e-mail, looks at everything, changes what is different, and agrees or refuses.
colleague-until = Until then there is no registration: no seat is taken and nobody sees anything.
colleague-name = Your colleague’s name
colleague-email = Your colleague’s e-mail address
colleague-email-help = We write to it once. If your colleague does not want it, the address is deleted.
colleague-lang = Language of the e-mail
colleague-button = Write to my colleague
colleague-count = { $count ->
    [one] You have begun one registration
   *[other] You have begun { NUMBER($count) } registrations
  } for colleagues; { $most } are possible.
done-colleague-invited = If this address is not registered already, an e-mail to your colleague is on its way.
problem-colleague-name-missing = Enter your colleague’s name.
problem-colleague-closed = Registration is closed, so nobody else can be registered.
problem-colleagues-many = You cannot begin more registrations, { $most } at most. Your colleague can register on the event’s page.
log-colleague-invited = Began a colleague’s registration
log-colleague-refused = A colleague did not want to be registered
begun-title = A colleague would like to register you
begun-lead = { $colleague } has begun a registration for you. This is what has been filled in:
begun-nothing = Nothing is decided: you see every answer, can change it, and say yourself what you agree to.
begun-accept = Look at it and register
begun-refuse = I do not want this
begun-refuse-help = If you do not want this, everything that was typed about you is deleted at once. If you do nothing, it is deleted after 14 days.
done-refused = Everything that was typed about you is deleted.

# the register of personal data
stored-title = What is kept in detail
stored-lead = Each kind of data with its purpose, its legal basis in the General Data Protection Regulation (GDPR) and the time for which it is kept. Whoever deletes everything under “My registration” need not wait.
stored-what = Data
stored-why = What for
stored-basis = Legal basis
stored-life = How long
stored-matched = Match rounds, and the order in which you see other people, use these answers: { $fields }. They also use offers and needs, wishes, times, and questions of the event that say so.
stored-contact = Name, e-mail address, language of e-mails
stored-contact-why = To register you, to write to you, for your badge
stored-organisation = Organisation
stored-organisation-why = So that your partners know whom they meet; colleagues are not paired
stored-answers = What else you say of yourself
stored-answers-why = So that others find you and can prepare for a meeting with you
stored-kind = Country, kind of organisation, group of participants
stored-kind-why = To plan meetings across countries and groups, and to count
stored-interests = Offers and seeks, languages, the times when you are there
stored-interests-why = To find and plan your meetings
stored-registration = State, reference and times of your registration, place in the waiting list
stored-registration-why = To give the seats fairly and to count
stored-listed = Whether other participants see you, and what of you
stored-listed-why = So that only those see you who may
stored-consents = What you agreed to or took back, with the version and language of the text and the time
stored-consents-why = To prove it
stored-wishes = Whom you want to meet or not, and what you wrote about it
stored-wishes-why = To plan your meetings
stored-contact-details = To whom you gave your contact details
stored-contact-details-why = So that each of two people who meet reads the other’s, once both have given them
stored-meetings = Your meetings
stored-meetings-why = To plan, announce and count them
stored-links = Fingerprints of your personal links and of your calendar’s address
stored-links-why = So that only you open your pages
stored-registration-forms = Answers of a form that is not sent yet
stored-registration-forms-why = So that you can go on later
stored-mails = E-mails to you, whether you want reminders, and whether e-mails to you come back
stored-mails-why = To send them, and to see whether they arrived
stored-log = Who changed what and when, with the old and the new answer
stored-log-why = So that changes can be understood
stored-uploads = Lists of participants that an organiser is importing, and what an organiser did, as long as it can be undone
stored-uploads-why = To check lists before they are imported, and to put right what was done by mistake
stored-networks = Check values of network addresses from which a wrong password came; their key is replaced and deleted every week
stored-networks-why = So that nobody can try out passwords
stored-organisers = Organisers’ accounts: name, e-mail address, fingerprint of the password, secret of the second factor, browsers that are signed in or known; of invited people name and e-mail address
stored-organisers-why = So that only organisers see and change events
stored-basis-registration = Your registration: Article 6 (1) b GDPR
stored-basis-consent = Your agreement: Article 6 (1) a GDPR
stored-basis-duty = Duty to prove your agreement: Articles 6 (1) c and 7 (1) GDPR
stored-basis-interest = Interest in a well-run event: Article 6 (1) f GDPR
stored-basis-task = Task in the public interest: Article 6 (1) e GDPR
stored-life-event = Until all personal data is deleted, 90 days after the event unless the organiser set another number; it can be postponed once, by up to 30 days
stored-life-counted = The same; the count stays, without the person
stored-life-mail = The text until it is sent, address and subject until all persons are deleted
stored-life-registration-form = 14 days after your last change
stored-life-upload = One day
stored-life-week = Seven days
stored-life-account = As long as the account

# kinds of mail
outbox-kind-form-link = Link to a registration form
outbox-kind-colleague-invited = Colleague begun
outbox-kind-erased = Everything deleted

# proposals
data-proposals = Proposals for a meeting
data-proposal-by-me = You proposed a meeting
data-proposal-to-me = A meeting was proposed to you
data-proposal-open = waits for an answer
data-proposal-accepted = accepted
data-proposal-declined = declined
data-proposal-withdrawn = taken back
data-proposal-lapsed = lapsed

# deletion by date
deletion-title = Deletion of personal data
deletion-on = All personal data is deleted on { $date }.
deletion-after = { $days ->
    [one] All personal data is deleted 1 day after the event.
   *[other] All personal data is deleted { NUMBER($days) } days after the event.
}
deletion-answers-on = The answers are deleted on { $date }.
deletion-people = { $people ->
    [one] On { $date } the personal data of 1 person is deleted.
   *[other] On { $date } the personal data of { NUMBER($people) } people is deleted.
}
deletion-told = The event team was told on { $date }.
deletion-answers = { $count ->
    [0] The answers to “{ $question }” are deleted on { $date }. There are none yet.
    [one] 1 answer to “{ $question }” is deleted on { $date }.
   *[other] { NUMBER($count) } answers to “{ $question }” are deleted on { $date }.
}
deletion-withdrawn = The deletion announced for { $old } is withdrawn, because the day has changed. All personal data is now deleted on { $date }.
deletion-postponed = Postponed to { $date }. Reason: { $why }
deletion-way = View the deletion
deletion-list-title = Deletions to come
deletion-list-everything = { $event }: all personal data is deleted on { $date }
deletion-list-answers = { $event }: answers to a question are deleted on { $date }
deletion-none = No deletion is announced at the moment. The event team is told 14 days before.
deletion-goes-title = What is deleted
deletion-goes = Names, addresses, organisations, answers, wishes, messages, personal links, and the texts of emails. Deleted data cannot be restored.
deletion-stays-title = What stays
deletion-stays = What is counted, without the people: countries, types, registrations and meetings. Save the lists that you still need before that day.
deletion-why-title = Where the day comes from
deletion-why = { $days ->
    [one] The last day of the event is { $last }, and the settings say 1 day after it.
   *[other] The last day of the event is { $last }, and the settings say { NUMBER($days) } days after it.
}
deletion-why-told = Nothing is deleted before the event team has known of it for 14 days.
deletion-settings = Check the dates
postpone-title = Postpone the deletion
postpone-lead = You can postpone the deletion of all personal data once, by up to { $days } days. Answers that are kept for a shorter time are not postponed: participants were told the day.
postpone-days = Number of days
postpone-days-help = 1 to { $days }, counted from { $date }
postpone-why = Reason
postpone-why-help = Your team reads it on the overview and in the log.
postpone-button = Postpone the deletion
done-postponed = The deletion is postponed.
problem-postpone-why = Enter a reason.
problem-postponed = The deletion was postponed before and cannot be postponed again. The reason was: { $why }
problem-postpone-early = No deletion is announced, so there is nothing to postpone. You can change the number of days in the settings.
problem-postpone-deleted = The personal data is deleted already.
log-deletion-announced = Deletion announced
log-deletion-withdrawn = Announced deletion withdrawn
log-deletion-postponed = Deletion postponed
outbox-kind-deletion-announced = Deletion announced
ask-dates-title = Check the dates before you save
ask-dates-lead = Nothing is saved yet.
ask-over = The last day, { $date }, is in the past.
ask-begun = The first day, { $date }, is in the past.
ask-people = { $people ->
    [one] The personal data of 1 person is then deleted on { $date }.
   *[other] The personal data of { NUMBER($people) } people is then deleted on { $date }.
}
ask-answers = { $count ->
    [one] 1 answer to “{ $question }” is then deleted on { $date }.
   *[other] { NUMBER($count) } answers to “{ $question }” are then deleted on { $date }.
}
ask-soon = That is as soon as possible, and deleted data cannot be restored.
ask-save = Save all the same
ask-change = Change the entries
clock-title = The server’s clock
clock-notice = The server’s clock has jumped. Nothing is deleted by date until you have checked it.
proxy-title = Proxy
proxy-notice = Requests come with the header X-Forwarded-For or Forwarded from a machine that is not in TRUSTED_PROXIES. If it is your proxy, set TRUSTED_PROXIES to its address and restart: until then all visitors count as one, and many are turned away.
proxy-notice-of = Requests come with the header X-Forwarded-For or Forwarded from { $peer }, which is not in TRUSTED_PROXIES. If that is your proxy, set TRUSTED_PROXIES={ $peer } and restart: until then all visitors count as one, and many are turned away.
clock-way = Check the clock
clock-ahead = The server’s clock jumped from { $from } to { $to } (UTC).
clock-back = The server’s clock went back from { $from } to { $to } (UTC).
clock-now = It now shows { $now } (UTC).
clock-waits = { $days ->
    [one] Nothing is deleted by the new time until you confirm it, or until the server has run for as long as the jump was: 1 day. So far it has run for { $hours } hours.
   *[other] Nothing is deleted by the new time until you confirm it, or until the server has run for as long as the jump was: { NUMBER($days) } days. So far it has run for { $hours } hours.
}
clock-right = Compare it with the time on your own device. If it is right, for example because the server was switched off, confirm it.
clock-wrong = If it is wrong, do not confirm it. Have the clock corrected; this notice then goes away within a minute.
clock-confirm = Confirm the time
clock-fine = The server’s clock goes on as expected. There is nothing to confirm.
done-clock-confirmed = The time is confirmed.
done-clock-moved = The clock has changed since you opened the page, so nothing was confirmed. Check it once more.
log-clock-confirmed = Time of the server confirmed

other-person-title = This link belongs to somebody else
other-person-lead = The registration of { $here } is open in this browser; the link belongs to the registration of { $other }.
other-person-go = Go on as { $other }
other-person-stay = Stay with { $here }
go-on-title = Go on with your registration
go-on-lead = This link opens a registration form that was saved last on { $date }. From then on it is open in this browser only; on another device it goes on with a new link.
go-on-replaces = Another form has been begun in this browser; it will not be found here any more.
go-on-button = Go on with this form
go-on-not-you = If you did not ask for a link to a form of your own, enter nothing here.
links-title = Log out and end links
links-lead = Every link in our emails opens your registration without a password. The newest twelve work.
links-here = In this browser
links-here-text = On a shared device, log out when you are done. The links in your emails go on working.
links-log-out = Log out
links-everywhere = Everywhere
links-everywhere-text = If you have forwarded an email or lost a device: all links so far and the address of your calendar subscription stop working, and every browser is logged out. You get a new link by email at any time.
links-end-all = End all my links and log out everywhere
links-short = Log out on a device that is not yours; end your links after forwarding an email.
links-way = Log out and links
done-logged-out-here = You are logged out in this browser.
done-links-ended = All your links are ended, and you are logged out everywhere. You get a new one here.
log-participant-ended-links = Ended all links
