## general: the frame of every page, forms, lists, and the names of kinds and states

# frame
skip-link = Skip to the content
languages-label = Language
sections-label = On this site
crumbs-label = You are here
sign-out = Sign out
footer-organiser = An event by { $name }
footer-imprint = Imprint
footer-privacy = Data protection
footer-accessibility = Accessibility
footer-barrier = Report a barrier
easy-language = Easy language
sign-language = Sign language
footer-software = Made with Rendezvous
notice-success = Done.
notice-info = Please note.
notice-warning = Please check.
notice-failure = That did not work.

# forms
error-title-prefix = Error:
error-summary-title = Please check your answers
step-of = Step { $step } of { $steps }
optional = optional
choose = Please choose
back = Back
continue = Continue
save = Save
cancel = Cancel
change = Change
remove = Remove
add = Add
search = Search
show = Show
show-all = Show all
details = Details
yes = Yes
no = No
none = None
topic-offer = I offer
topic-seek = I seek
topic-offer-text = What exactly do you offer? (optional)
topic-seek-text = What exactly are you looking for? (optional)
topics-filter = Find a topic
topics-filter-help = What you tick is kept while you search and turn pages.
topics-filter-do = Search topics
topics-all = All other topics
topics-chosen = Your topics
topics-found = { $count ->
    [0] No other topic for “{ $search }”
    [one] 1 other topic for “{ $search }”
   *[other] { NUMBER($count) } other topics for “{ $search }”
}
topics-hidden = { $count ->
    [one] 1 more ticked topic is not on this page. It stays ticked.
   *[other] { NUMBER($count) } more ticked topics are not on this page. They stay ticked.
}
topics-filter-count = topics shown
sending = One moment …

# lists
pager-label = Pages of this list
pager-range = { $first } to { $last } of { $total }
pager-page = Page { $page } of { $pages }
pager-previous = Previous page
pager-next = Next page
list-none-found = No entry of this list has all these words.

# pictures
picture-table = The same as a table
picture-free = free
picture-hours = Time
table-number = Table { $number }
picture-room-number = Room { $number }
picture-tables-range = Tables { $first } to { $last }
picture-rooms-range = Rooms { $first } to { $last }
picture-own = highlighted pair
picture-pinned = pinned
picture-wished = wished for by both
picture-clash = clash
picture-people = People
picture-meetings = Meetings
picture-date = Date
picture-new = New
picture-registrations = Registrations
picture-capacity = Capacity: { NUMBER($seats) }
picture-histogram-title = Meetings per person
picture-histogram-sentence = { $people ->
    [one] One person has
   *[other] { NUMBER($people) } people have
  } { $meetings ->
    [0] no meetings
    [one] one meeting
   *[other] { NUMBER($meetings) } meetings
  } in all; half of them have { $median } or more.
picture-histogram-none = { $people ->
    [0] Everyone has at least one meeting.
    [one] One person has no meeting.
   *[other] { NUMBER($people) } people have no meeting.
  }
picture-signups-title = Registrations by day
picture-signups-sentence = { $total ->
    [0] Nobody has registered yet.
    [one] One person has registered.
   *[other] { NUMBER($total) } people have registered.
  }

# kinds of organisations
organisation-type-cluster = Cluster organisation or network
organisation-type-startup = Start-up
organisation-type-sme = Small or medium-sized enterprise
organisation-type-company = Large company
organisation-type-higher-education = University or college
organisation-type-research-organisation = Research organisation
organisation-type-public-authority = Ministry or public authority
organisation-type-public-body = Other public body
organisation-type-public-utility = Public utility
organisation-type-association-or-agency = Association, chamber or agency
organisation-type-international-organisation = International organisation
organisation-type-investor = Investor
organisation-type-other = Other organisation

# languages that people talk in
language-bg = Bulgarian
language-bs = Bosnian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-et = Estonian
language-fi = Finnish
language-fr = French
language-ga = Irish
language-hr = Croatian
language-hu = Hungarian
language-is = Icelandic
language-it = Italian
language-lb = Luxembourgish
language-lt = Lithuanian
language-lv = Latvian
language-mk = Macedonian
language-mt = Maltese
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sk = Slovak
language-sl = Slovenian
language-sq = Albanian
language-sr = Serbian
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian

# states of a registration
registration-state-unconfirmed = Not confirmed yet
registration-state-awaiting-approval = Waiting for approval
registration-state-registered = Registered
registration-state-waiting-list = On the waiting list
registration-state-rejected = Not accepted
registration-state-cancelled = Cancelled

# roles at an event
role-viewer = Viewer
role-organiser = Organiser
role-owner = Owner
