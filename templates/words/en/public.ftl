## public: pages for everybody

# errors
error-way-home = To the front page
error-request = If you write to us about this, please name the number { $id }.
error-not-found-title = This page is not here
error-not-found-text = Please check the address. The event may also have been renamed or not be public yet.
error-forbidden-title = This is not open to you
error-forbidden-text = Your account may not do this here. Ask an owner of the event for the role that you need.
error-cross-site-title = This form came from another site
error-cross-site-text = For your safety nothing was changed. Please open the page here and fill in the form again.
error-send-again-title = Please send that once more
error-send-again-text = The page had been open for a long time, or your browser does not keep cookies. Nothing you typed is lost: press the button.
error-send-again-file = Your browser does not keep the file that you chose. Go back, choose it again and send the form.
error-send-again-button = Send again
error-bad-request-title = We could not read that
error-bad-request-text = The connection may have been cut off. Please go back and try again.
error-method-title = This address is not for that
error-method-text = Please go to the page from the front page or from your e-mail.
error-too-large-title = That is too much at once
error-too-large-text = Please go back and shorten your texts, or choose a smaller file.
error-too-slow-title = Your form arrived too slowly
error-too-slow-text = Nothing was changed. Please go back and send it again, with a better connection or a smaller file.
error-wrong-kind-title = No file is taken here
error-wrong-kind-text = Please go back to the page and send its form again.
error-too-many-title = Too many requests at once
error-too-many-text = A great many forms came from your network in a short time. Please wait a minute, go back and send yours again.
error-too-many-now-title = Too many requests at once
error-too-many-now-text = A great many forms came from your network in a short time. Nothing you typed is lost: please wait a minute, then press the button.
error-sign-in-title = Please sign in
error-sign-in-text = This page is for the organisers of an event.
error-link-needed-title = Please open your personal link
error-link-needed-text = This page belongs to one participant. Open it with the link in one of our e-mails, or let us send you a new one.
error-link-needed-way = Send me a new link
error-page-away-title = We will be back in a moment
error-page-away-text = This page cannot be shown at the moment. Whatever you have saved is safe.
error-unavailable-title = We will be back in a moment
error-unavailable-text = The service is not available at the moment. Please try again in a minute. What you sent just now was not saved.
error-busy-title = A lot is being saved just now
error-busy-text = Many people are saving at the same time, and it was not your turn in time. Nothing was changed. Please try again.
error-unsaved-title = Nothing can be saved at the moment
error-unsaved-text = The server cannot store anything just now. What you sent was not saved. Please try again in some minutes.
error-unsure-title = We do not know whether this was saved
error-unsure-text = The connection was lost while your change was being saved. Please check first whether it is there. If it is not, send it again.
error-tries-again = This page tries again by itself.
error-fault-title = Something went wrong on our side
error-fault-text = It is not your fault. Please go back and try again; if it happens again, write to the organiser.

# what a page says after a form
done-saved = Your changes are saved.
done-wish = Your wish is noted. It counts when the meetings are planned.
done-wish-late = Your wish is noted. It counts if the organiser arranges more meetings. Where you are both free, propose one.
done-block = You will not be brought together with this person. They are not told.
done-taken-back = Taken back.
done-cancelled = Your registration is cancelled.
done-signed-out = You are signed out.

done-confirmed = Your address is confirmed. This page is yours; the link in our next e-mail brings you back to it.
done-link-sent = If this address is registered, an e-mail with a new link is on its way.

# links of mails that do not open
error-link-unknown-title = We do not know this link
error-link-unknown-text = Perhaps a part of it was lost. Copy the whole address from the e-mail into your browser.
error-link-expired-title = This link is too old
error-link-expired-text = For your safety it worked for a limited time only. We will gladly send you a new one.
error-link-used-title = This link has been used before
error-link-used-text = Your address is confirmed already; you need not do it again. Your registration opens with the link in the e-mail that came after it, or with a new one.
error-link-ended-title = This link no longer works
error-link-ended-text = To keep your registration safe, only the newest links from our emails open it, and none once you have ended them all. We will gladly send you a new one.
error-link-lapsed-title = This link is too old
error-link-lapsed-text = Nobody confirmed the registration in time, so what the form said is deleted. Please register again.
error-link-lapsed-way = Register again
error-link-replaced-title = There is a newer link
error-link-replaced-text = We have sent you a newer e-mail; please use the link in that one. If you cannot find it, we will send you another.

# front page
home-title = Events
home-lead = Register, say whom you would like to meet, and come with a plan.
home-coming = Coming events
home-past = Past events
home-empty = No event is public at the moment.
home-full = Full, with a waiting list
home-not-yet = Registration opens later
home-closed = Registration is closed

# the page of an event
event-page-title = About the event
event-online = Online
event-to-mine = Open my registration
event-register = Register for { $date }
event-register-waiting = Join the waiting list
event-full = All seats are taken. You can register for the waiting list: when a seat is free, it goes to the first in line, and we write to you.
event-opens = Registration opens on { $time }.
event-closes = You can register until { $time }.
event-closed = Registration for this event is closed. If you have a question, please write to the organiser.
event-over = This event is over.
event-texts-elsewhere = The organiser has not given these texts in English.
event-agenda = Agenda
event-times-in = All times are { $zone }.
event-when = When
event-where = Where
event-organiser = Organiser
event-seats = Seats
event-seats-left = { $count ->
    [one] One seat is free
   *[other] { NUMBER($count) } seats are free
  }
event-types = Who takes part
event-topics = Topics
event-approval = The organiser looks at every registration before it counts.
event-registered-before = Registered already?
event-send-link = Send me my link
block-slots = { $count ->
    [one] One meeting
   *[other] { NUMBER($count) } meetings
  } of { $minutes } minutes

# registration
register-profile-title = Who you are
register-topics-title = What you offer and seek
register-availability-title = When you are there
register-check-title = Check your answers
register-profile-lead = It takes about five minutes. What you have typed is kept at every step, so you can stop and go on later.
register-topics-lead = Tick what you can offer to others and what you are looking for. From this we suggest whom you should meet. Choose as many as you like, or none.
register-full = All seats are taken. With this form you join the waiting list; we write to you when a seat is free for you.
register-consent-title = How your answers are used
register-consent-text = { $organiser } uses your answers to run this event: to register you, to plan your meetings and to write to you about it. The event team sees your answers. The people you are to meet see your name, organisation, country, languages and the topics that you offer and look for. Your email address is seen only by the event team, and by event partners if you agree to that. The legal basis, how long it is kept and your rights are on the page
register-listed = Show me to other participants
register-listed-help = Other registered participants who agreed to the same see your organisation and its kind, your country, your languages, your participant type and the topics that you offer and seek, and can wish to meet you. You see them too. You can change this at any time.
register-trap = Please leave this empty
register-human = I am a person
slip-yes = Yes, use { $email }
slip-no = No, { $email } is right
register-approval = The organiser decides about each registration. After you have confirmed your address, you get an email with the decision. Until then no seat is yours.
register-closes = Registration closes on { $time }. If you have begun this form by then, you can send it for one more hour.
register-button = Register for { $date }
register-button-waiting = Join the waiting list for { $date }
register-closed-title = Registration is closed
register-closed-way = To the page of the event
register-sent-title = One step is left: confirm your address
register-sent-to = We have sent an e-mail to { $email }.
register-sent-somewhere = If you have just registered, we have sent you an e-mail.
register-sent-open = Open the e-mail and follow its link.
register-sent-press = Press the button on the page that opens.
register-sent-until = Until then no seat is kept for you. The link works for 24 hours.
register-sent-nothing = Nothing arrived?
register-sent-look = Look into the folder for unwanted mail, and wait a few minutes.
register-sent-wrong = Is the address wrong? Correct it here. Everything else that you entered stays.
register-sent-correct = Send the email to this address
register-sent-limit = An address gets at most one of these emails a minute, 3 an hour and 8 a day.
register-just-sent = You have just sent a registration with { $email }.
register-just-sent-correct = Correct the address
done-address-resent = The address is corrected. An email is on its way there.
register-another = Register another person

# questions about a person
person-email-change = Change the address
my-address-title = Change your email address
my-address-known = Emails go to { $email }.
my-address-pending = A link went to { $email }. The address changes as soon as you open it and press the button there.
my-address-lead = We send a link to the new address. Nothing changes before you have confirmed it. Your meetings, your wishes and your place stay.
my-address-new = New email address
my-address-button = Send a link to the new address
new-address-title = Confirm your new email address
new-address-lead = From now on, emails go to { $email }.
new-address-button = Use this address
new-address-not-you = If you did not ask for this, close this page. Nothing changes.
done-address-asked = A link is on its way to the new address. Open it and press the button there.
done-address-changed = Done. Emails go to your new address from now on.
topic-in-general = { $topic }, in general
interests-offers = Offers
interests-seeks = Seeks
interest-with-text = { $topic }: { $text }
attendance-blocks = Meetings
attendance-blocks-help = Untick the times at which you do not want to meet anyone.
attendance-max-meetings = Most meetings you want
attendance-max-meetings-help = A whole number. If you want none, give 0.
attendance-sessions = Sessions
attendance-sessions-help = Tick the sessions that you take part in. We plan no meeting for you at that time.
session-left = { $left ->
    [one] One place left (of { NUMBER($places) })
   *[other] { NUMBER($left) } places left (of { NUMBER($places) })
}
session-full = { $places ->
    [one] The only place is taken
   *[other] All { NUMBER($places) } places are taken
}{ $waiting ->
    [0] : you would wait for one
    [one] , one person is waiting: you would wait for one
   *[other] , { NUMBER($waiting) } people are waiting: you would wait for one
}
session-waited-for = { $session } (waiting for a place)
session-watch = Watch it, or read its papers

# confirmation
confirm-title = Confirm your registration
confirm-lead = This form was sent with the address { $email }. If it is yours, confirm it with the button below.
confirm-button = Confirm my registration
confirm-change-later = You can change every answer after you have confirmed.
confirm-not-you = If this form is not yours, close this page: without the confirmation everything in it is deleted after { $hours } hours.

# a new link
link-title = Get your personal link
link-lead = With it you see and change your registration, your wishes and your schedule.
link-email-help = The address with which you registered
link-button = Send me the link

# data protection
privacy-title = Data protection
privacy-who-title = Who is responsible
privacy-who-text = The organiser of each event decides what is asked and what for. Name and address stand at the foot of the event’s pages.
privacy-what-title = What is kept
privacy-what-text = What you type into the registration, when you agreed to what, your wishes, your meetings, and the e-mails that we sent you (their text only until they are sent). Answers of a form that was never sent are deleted after 14 days.
privacy-others-title = Who sees it
privacy-others-text = The event team sees everything except your list of people you do not want to meet. The people you are to meet see your name, organisation, country, languages, offers and needs. Other participants see something of you only if you have agreed. Your email address is seen only by the event team, unless you agree to share it with partners. This site loads nothing from other sites and passes nothing on to them.
privacy-long-title = How long
privacy-long-text = The personal data of an event is deleted 90 days after it unless the organiser set another number; then only the figures stay. The event team is told 14 days before. If it changes the days of the event or the number at short notice, the data is deleted 14 days after it was told. It can postpone the deletion once, by up to 30 days, and has to note a reason. If the server’s clock is in doubt, the deletion waits until the time is confirmed. A registration that is not confirmed holds no seat and is deleted after 24 hours. You can delete everything about you at any time.
privacy-cookies-title = Cookies
privacy-cookies-text = Pages that you only read set no cookie. Otherwise only those without which the pages do not work: a protection on pages with a form, your choice of language, the draft of your registration, and your personal link once you have opened it. For organisers there are also the one that keeps them signed in, and the cookie “browser”, by which a browser in which they have signed in is known again for 180 days. No cookie tells us what you do elsewhere.
privacy-rights-title = Your rights
privacy-rights-text = You have the right to see, correct, delete and restrict your data, to take it with you, to object to its use, to withdraw your consent, and to complain to a supervisory authority. You can see, correct, download and delete everything about you yourself under “My registration”. For everything else write to the organiser.

# accessibility
accessibility-title = Accessibility
accessibility-aim-title = What we aim for
accessibility-aim-text = These pages shall be usable by everyone, as the Web Content Accessibility Guidelines 2.2 ask at level AA.
accessibility-how-title = What that means
accessibility-how-text = Everything works with the keyboard alone, without JavaScript, at 200 % text size and on a screen 320 pixels wide. Colours follow the light or dark setting of your device. What a picture shows stands beside it as text. No time limit runs while you fill in a form.
accessibility-limits-title = What is missing
accessibility-limits-text = Texts and links that an organiser has written are theirs; we cannot check each of them. What an organiser knows of stands in the statement of their event, with its pages in easy language or sign language if there are any.
accessibility-tell-title = Tell us
accessibility-tell-text = If something does not work for you, please report it: the link stands at the foot of every page. From the pages of an event your report goes to its organiser, from all others to those who run this site.
accessibility-statement-title = Accessibility statement
accessibility-scope = { $organiser } wants everyone to be able to use these pages. This statement is about the pages of { $event }.
accessibility-status-title = How far these pages are accessible
accessibility-status-full = As far as we know, these pages meet the European standard EN 301 549 and the Web Content Accessibility Guidelines 2.2 at level AA.
accessibility-status-partly = These pages meet the European standard EN 301 549 and the Web Content Accessibility Guidelines 2.2 at level AA in part; what does not is listed here.
accessibility-made-title = How this statement came about
accessibility-made-on = { $organiser } checked the pages itself on { $date }. The software behind them is tested for accessibility by machine, page by page, with every change.
accessibility-made-by-software = The software behind these pages is tested for accessibility by machine, page by page, with every change.
accessibility-tell-organiser = Something does not work for you, or you need a text in another form? Tell { $organiser }. You get an answer if you leave an address.
accessibility-tell-form = Form
accessibility-enforcement-title = If the answer does not help you
accessibility-enforcement-text = Then you can turn to the body that watches over the accessibility of public websites in the organiser’s country. The organiser tells you which one that is.

# a barrier
barrier-title = Report a barrier
barrier-lead = Tell us what you cannot use, read or find on these pages. Your message goes to those who run them.
barrier-told = What does not work?
barrier-told-help = Say what you wanted to do, and how you use the page: with a screen reader, with the keyboard alone, enlarged …
barrier-page = On which page?
barrier-page-help = Its address or its heading.
barrier-email-help = Only if you would like an answer. It is used for nothing else.
barrier-button = Send the report
barrier-statement = Read the accessibility statement
done-reported = Thank you. Your report is on its way.

# imprint
imprint-title = Imprint
imprint-event-title = An event’s pages
imprint-event-text = The organiser named at the foot of an event’s pages answers for what stands on them.
imprint-site-title = This site
imprint-site-text = The site runs on Rendezvous, free software. Its operator has not entered a name and address here yet.

# Reminders
unsubscribe-title = No more reminders?
unsubscribe-lead = You get a reminder of { $event } on the evening before each day, and an hour before your first meeting.
unsubscribe-still = Mails about your registration, and about changes of your meetings, still come.
unsubscribe-button = Stop reminders
unsubscribe-done-title = No more reminders
unsubscribe-done-lead = You get no more reminders of { $event }.
unsubscribe-again = Send me reminders again
trial-banner = Trial run: this event is being tried out. Nothing here counts, and everything is deleted at the end.
event-today = Today
problem-form-long = All your texts together are too long to be kept. Please shorten them.
