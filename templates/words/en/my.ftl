## my: a participant’s own pages

my-title = My event
my-overview = My registration
my-schedule = My schedule
my-people = People
my-code = Your reference:
my-standing-registered = We look forward to seeing you on { $date }.
my-standing-today = The event begins today. Welcome.
my-standing-running = The event is on. It ends on { $date }.
my-standing-over = { $event } is over. Thank you for your interest.
my-not-listed = You are not shown to other participants. You do not see them either, and nobody can find you to ask for a meeting.
my-not-listed-way = Change what others see
my-standing-waiting-list = { $place ->
    [1] You are the first on the waiting list.
   *[other] You are number { NUMBER($place) } on the waiting list.
  } We write to you when a seat is free for you.
my-standing-awaiting-approval = { $organiser } looks at your registration and will write to you.
my-standing-unconfirmed = Please confirm your address with the link in our e-mail.
my-standing-rejected = We are sorry that we cannot offer you a place this time.
my-standing-cancelled = You are no longer registered. If you change your mind, register again.
my-next = Your meetings
my-next-waiting = As soon as you have a place, you can see the other participants and say who you would like to meet.
my-open-schedule = Open my schedule
my-open-people = Say whom you would like to meet
my-summary = { $count ->
    [0] No meetings are planned for you yet.
    [one] You meet one person, { $abroad ->
        [0] from your own country.
       *[other] from another country.
      }
   *[other] You meet { NUMBER($count) } people, { $abroad ->
        [0] all of them from your own country.
        [one] one of them from another country.
       *[other] { NUMBER($abroad) } of them from other countries.
      }
  }
my-summary-all-abroad = You meet { $count } people, all of them from other countries.
my-availability-meetings = Meetings that are planned already stay as they are. Your change counts when meetings are planned again.
my-register-again = Register again
my-consent-title = Who sees you, and what you agree to
my-consent-listed = Shown to other participants
my-consent-lang = Language of our e-mails
my-cancel-title = Cancel your registration
my-cancel-lead = Can you not come? Please tell us, so that somebody else can have your seat.
my-cancel-way = Cancel my registration
my-cancel-question = Do you want to cancel your registration?
my-cancel-seat = Your seat goes to the next person on the waiting list.
my-cancel-place = You give up your place in the list.
my-cancel-meetings = { $count ->
    [one] Your meeting is cancelled, and your partner is told by e-mail.
   *[other] Your { NUMBER($count) } meetings are cancelled, and your partners are told by e-mail.
  }
my-cancel-again = You can register again later, as long as registration is open.
my-cancel-button = Cancel my registration
my-cancel-keep = Keep my registration

# people
people-wish = You would like to meet this person
people-wished = Would like to meet you
people-mutual = You would both like to meet
people-block = You do not want to meet this person
people-count = { $count ->
    [0] Nobody fits this.
    [one] One person
   *[other] { NUMBER($count) } people
  }
people-shut-waiting = The list of people opens when you have a seat.
people-shut-unlisted = Only those who show themselves see the others. Allow it under this heading, and the list opens:
people-filter-search = Name or word
people-filter-type = Takes part as
people-filter-topic = Topic
people-filter-topic-words = Words of the topic
people-filter-kind = Who
people-filter-offers = offers it
people-filter-seeks = seeks it
people-filter-any = All
people-filter-either = offers or seeks it
people-none = Nobody fits all of this. Take something away, or
people-do-wish = I would like to meet
people-do-block = I would rather not
people-take-back = Take back
people-message = A word to go with your wish
people-message-help = They see it together with your name.

# schedule
schedule-zone = All times are { $zone }.
schedule-file = Put it into my calendar
schedule-empty = The organiser arranges the meetings and writes to you when they are ready. Until then:
schedule-day = { $count ->
    [0] No meetings on this day.
    [one] One meeting on this day.
   *[other] { NUMBER($count) } meetings on this day.
  }
schedule-room = Open the video room
schedule-why = Why you meet
