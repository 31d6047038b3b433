# Interpreters
meeting-interpreter = interpreter: { $name }
round-interpreter = Interpreter
misfit-no-interpreter = The two have no common language, and nobody interprets at that time
misfit-no-common-language = The two have no common language
change-no-interpreter = The two have no common language, and no interpreter is free at that time. Choose another time.
hindrance-no-interpreter = no common language, and no interpreter is free in the slots that are left
cause-no-interpreter = No common language, and all interpreters are taken
nav-interpreters = Interpreters
interpreters-lead = Two people without a common language can meet with an interpreter. An interpreter is in one meeting at a time. Rounds plan them together with the meetings.
language-rule = Meetings of two people without a common language
language-rule-any = As each round says
language-rule-any-help = A round can ask for a common language. Nobody interprets.
language-rule-shared = Are not arranged
language-rule-shared-help = Rounds leave them out. Participants can still agree on a meeting themselves.
language-rule-interpreted = Only with an interpreter
language-rule-interpreted-help = Such a meeting needs a free interpreter who speaks a language of each of the two: in rounds, by hand, in proposals and on the day.
interpreters-who = Who interprets
interpreters-idle = As the event is set, no meeting needs an interpreter.
interpreters-lacking = Nobody interprets yet: two people without a common language cannot meet.
interpreters-none = There are no interpreters yet.
interpreter-new = Add an interpreter
interpreter-name = Name
interpreter-email = Email address
interpreter-email-help = If you enter one, the plan goes there, and again whenever it changes. Only the event team sees it.
interpreter-lang = Language of emails
interpreter-languages = Languages
interpreter-languages-help = Tick two or more. The person interprets between any two of them.
interpreter-away = The person is not there at
interpreter-away-help = Tick the times at which the person cannot interpret.
interpreter-away-times = { $times ->
    [one] not there at 1 time
   *[other] not there at { NUMBER($times) } times
}
interpreter-meetings = Meetings
interpreter-place = Place
interpreter-plan = Plan
interpreter-plan-none = In the published plan there is no meeting for this person yet.
interpreter-plan-pdf = Plan as PDF
interpreter-plan-ics = Plan for a calendar
interpreter-remove-text = { $meetings ->
    [0] This person interprets in no published meeting.
    [one] This person interprets in 1 published meeting.
   *[other] This person interprets in { NUMBER($meetings) } published meetings.
}
interpreter-calendar-summary = Interpreting: { $pair }
problem-two-languages = Tick at least two languages.
problem-interpreter-name = Enter the name of the interpreter.
problem-interpreters-most = An event can have at most { NUMBER($max) } interpreters.
log-languages-ruled = Rule for languages changed
log-interpreter-added = Interpreter added
log-interpreter-changed = Interpreter changed
log-interpreter-removed = Interpreter removed
outbox-kind-interpreter-plan = Plan of an interpreter
mail-fact-interpreter = Interpreter
mail-interpreter-plan-subject = Your interpreting plan: { $event }
mail-interpreter-plan-heading = Your interpreting plan
mail-interpreter-plan-text = This is your plan for { $event } as it is now. It replaces every earlier one.
mail-interpreter-plan-count = { $count ->
    [0] No meetings at the moment.
    [one] 1 meeting:
   *[other] { NUMBER($count) } meetings:
}
mail-interpreter-plan-file = The attached file interpreting.ics puts the meetings into your calendar.
mail-footer-interpreter = You receive this email because { $organiser } has entered you as an interpreter for { $event }.
stored-interpreters = Name, email address, languages and times of the people who interpret
stored-interpreters-why = So that people without a common language can meet
