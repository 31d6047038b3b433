## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = This file is larger than { $max } MB. Divide it into several files and import them one after the other.
problem-import-empty = This file is empty. Choose the file that holds your list.
problem-import-is-not-csv = This is not a CSV file. Save your list as “CSV UTF-8” in your spreadsheet program and import that file.
problem-import-no-header = No column of this file is known. Its first line should name the columns, such as name, email, organisation, country, topics.
problem-import-no-name-column = This file has no column with names or organisations. Add a column “name” or “organisation”.
problem-import-no-rows = This file has a header and nothing below it.
problem-import-too-many-rows = This file has more than { $max } rows. Divide it into several files.
problem-import-too-many-columns = This file has more than { $max } columns. Remove those that are not needed.

problem-import-is-spreadsheet = This file is no list that can be read. Open it in your spreadsheet program, choose “Save as” and the format XLSX, ODS or “CSV UTF-8”, and import the new file.
problem-import-bad-spreadsheet = This spreadsheet is damaged or protected by a password. Open it in your spreadsheet program, save it without a password as XLSX or ODS, and import the new file.
problem-import-spreadsheet-too-large = This spreadsheet becomes too large when it is unpacked. Keep the sheet with your list alone, delete what stands beside and below it, and import it again.
problem-import-state = Nobody has said what the state “{ $value }” means. Choose above what happens to these people, and check again.

# what is wrong with a row
problem-import-open-quote = A quotation mark opens in this row and never closes. Close it, or remove it, and import the file again: everything below this line was read as one cell.
problem-import-too-many-cells = This row has { $cells } cells, and the header { $columns }. Put cells that contain the delimiter into quotation marks.
problem-import-unreadable = Some characters of this row cannot be read. Save the file as “CSV UTF-8” and import it again.
problem-import-nobody = This row names neither a person nor an organisation.
problem-import-email-twice = This address already stands on line { $line } for { $name }. Everyone needs an address of their own.
problem-import-country = “{ $value }” is no country that is known here. Write its name in English, German or French, or its two-letter code such as DE.
problem-import-organisation-type = “{ $value }” is no kind of organisation. Write for example cluster, startup, sme, company, higher_education, research_organisation, public_authority, investor or other.
problem-import-participant-type = “{ $value }” is no participant type of this event. Write it as in the event’s settings, or add it there first.
problem-import-language = “{ $value }” is no language that is known here. Write its name, or its two-letter code such as fr.
problem-import-topic = “{ $value }” is no topic of this event. Write it as in the event’s topic list, or allow new topics.
problem-import-too-many-topics = This cell lists more than { $max } topics. Keep the most important ones.
problem-import-text-without-topic = This text belongs to no topic. Name a topic in the column “topics”.

# columns
import-column-first-name = first name
import-column-last-name = last name
import-column-topics = offers and seeks
import-column-offers = offers
import-column-seeks = seeks
import-column-language = language of mails
import-column-max-meetings = most meetings
import-column-status = state

# the command line and the page
import-sheet-facts = { $rows ->
    [one] One row
   *[other] { NUMBER($rows) } rows
} of the sheet “{ $sheet }”.
import-counts = { $new } new, { $changed } changed, { $same } the same, { $faulty } faulty{ $registers ->
    [0] {""}
   *[other] , { NUMBER($registers) } known and not registered so far
}{ $left ->
    [0] {""}
   *[other] , { NUMBER($left) } left out
}
import-left-out = The file says “{ $state }”. { $here ->
    [none] Not imported.
    [registered] Registered here and stays so; cancel on the participant’s page if need be.
    [waiting_list] On the waiting list here and stays there.
    [awaiting_approval] Waits for your approval here, and goes on waiting.
    [invited] Invited here and stays so.
   *[other] Not registered here, and stays so.
}
import-left-as-it-is = { $here ->
    [cancelled] Has cancelled here, and stays cancelled.
    [rejected] Was not accepted here, and stays so.
    [declined] Has declined here, and stays away.
    [unanswered] Did not answer here, and stays away.
   *[other] Not confirmed here yet, and stays so.
}
import-row-registers = { $here ->
    [unconfirmed] Not confirmed here yet; is registered now.
    [cancelled] Had cancelled here; is registered again.
    [rejected] Was not accepted here; is registered now.
    [waiting_list] On the waiting list here; is registered now if there is a seat.
    [unanswered] Did not answer here; is registered now.
    [declined] Had declined here; is registered now.
   *[other] Waits for approval here; is registered now.
}
import-doubt = Perhaps the letters were read wrongly. As { $encoding } the file says: { $read }. As { $other } it would say: { $meant }. Choose the encoding in which the names are right.
import-doubt-alone = Some words look as if their letters were read wrongly ({ $encoding }): { $read }. Try another encoding, or export the list again as “CSV UTF-8”.
import-undecided = { $count ->
    [one] One column is not known and is left out: { $titles }. Say below what it holds, or ignore it.
   *[other] { NUMBER($count) } columns are not known and are left out: { $titles }. Say below what they hold, or ignore them.
}
import-states-open = { $count ->
    [one] One state of the file is not known. Say below what happens to these people.
   *[other] { NUMBER($count) } states of the file are not known. Say below what happens to these people.
}
import-lack-choose = Or say below which column holds what.
import-reading = How the file was read
import-encoding = Encoding
import-delimiter = Between the cells
import-sheet = Sheet
import-guessed = found by itself: { $as }
import-mapping = What each column is
import-mapping-lead = What you choose is remembered for the next file with these columns.
import-column-line = “{ $title }”: { $taken }
import-column-title = Column of the file
import-column-untitled = (without a title)
import-samples-title = First cells
import-column-state-title = State
import-taken-title = Taken as
import-column-choose = choose …
import-column-ignore = ignore it
import-column-question = question: { $question }
import-column-taken = Taken
import-column-ignored = Ignored
import-column-open = Not decided
import-column-empty = { $count ->
    [one] one empty
   *[other] { NUMBER($count) } empty
}
import-why-buyer = of the person who pays, not of the guest
import-why-bookkeeping = of the other system
import-states = What states mean
import-state-title = State
import-state-rows = Rows
import-fate-title = What happens
import-fate-import = import
import-fate-leave-out = leave out
import-fate-wait = import as waiting
import-state-theirs = “{ $state }” in “{ $title }”
import-state-ours = { $here ->
    [unconfirmed] Here: not confirmed yet
    [cancelled] Here: cancelled
    [rejected] Here: not accepted
    [waiting_list] Here: on the waiting list
    [declined] Here: declined
    [unanswered] Here: invitation not answered
   *[other] Here: waiting for approval
}
import-own-import = register them
import-own-leave = leave it as it is
import-topics-title = Topics that the event does not have
import-topics-lead = Tick those that the event should get. Another name can be given to each: two with the same name become one topic, and the name of a topic that the event has is that topic. Without a tick a topic is left out.
import-topics-from = Tick those that at least so many rows name
import-topics-from-help = Empty: up to 40 are all ticked, of more than 40 none. Then check again.
import-topic-title = In the file
import-topic-name = Name in the event
import-topic-name-of = Name in the event for “{ $topic }”
import-topics-more = { $count ->
    [one] One more that few rows name is not shown.
   *[other] { NUMBER($count) } more that few rows name are not shown.
}
import-answers = Answers that change
import-answers-lead = A tick takes what the file says. What people said themselves is not ticked: it stays unless you tick it.
import-answer-title = Answer
import-old-title = Now here
import-new-title = In the file
import-said-title = Said here by
import-said-themselves = the person
import-said-import = import
import-take = { $answer }
import-rows-registers = Known, not registered so far
import-rows-left = Left out
import-tells-registers = What happens
import-tells-left = Reason
import-lead = From a list that you have: XLSX, ODS or CSV from your spreadsheet program, or the export of pretix, Indico, Eventbrite and others. You see first what would change; nobody is mailed unless you say so.
import-file-help = XLSX, ODS, or CSV in any usual encoding, at most { $max } MB. Its first line names the columns.
import-file-facts = { $rows ->
    [one] One row
   *[other] { NUMBER($rows) } rows
} read as { $encoding }, cells divided by { $delimiter }.
import-delimiter-tab = tabs
import-delimiter-sign = “{ $sign }”
import-new-topics = { $count ->
    [one] One topic is added to the event: { $topics }
   *[other] { NUMBER($count) } topics are added to the event: { $topics }
}
import-row-at = Line { $line }
import-row-at-column = Line { $line }, column { $column }
import-row-at-title = Line { $line }, column { $column } “{ $title }”
import-row-repeats = the same as line { $line }
import-row-adds = adds to line { $line }
import-done-nothing = Nothing has changed: all of it was known.
import-done-registered = { $count ->
    [one] One participant registered.
   *[other] { NUMBER($count) } participants registered.
}
import-done-waiting = { $count ->
    [one] One is on the waiting list: all seats are taken.
   *[other] { NUMBER($count) } are on the waiting list: all seats are taken.
}
import-done-changed = { $count ->
    [one] One participant changed.
   *[other] { NUMBER($count) } participants changed.
}
import-nothing-stored = Nothing was imported: { $faulty ->
    [one] one row is faulty
   *[other] { NUMBER($faulty) } rows are faulty
}. Mend the file, or import the good rows only.
problem-import-file-missing = Choose the file that holds your list.
import-title = Import participants
import-file = File
import-mail = Mail new participants that they are registered
import-mail-help = Only those whose row has an address.
import-check = Show what would change
import-check-again = Check again with these settings
import-columns-title = Columns
import-columns-text = { $fields }, topics, offers, seeks, language, max_meetings. First name and last name can stand in place of the name. A name or an organisation is enough; several topics stand in one cell, divided by semicolons. A row without an address stands as an organisation that is never mailed.
import-plan-title = What this file would change
import-plan-lead = Nothing is stored yet.
import-rows-new = New
import-rows-changed = Changed
import-rows-same = The same
import-rows-faulty = Faulty
import-tells-new = Remark
import-tells-changed = What changes
import-tells-same = Remark
import-tells-faulty = What to do
import-line-title = Line
import-who-title = Who
import-reason-title = Reason
import-more = { $count ->
    [one] One more is not shown.
   *[other] { NUMBER($count) } more are not shown.
}
import-all-rows = { $count ->
    [one] Import the row
   *[other] Import all { NUMBER($count) } rows
}
import-good-rows = { $count ->
    [one] Import the good row only
   *[other] Import the { NUMBER($count) } good rows only
}
import-faulty-file = Download the faulty rows
import-other-file = Choose another file
import-nothing-new = Everything in this file is known already. There is nothing to import.
import-breaks = { $meetings ->
    [one] This import affects { $meetings } published meeting of { $people } people: it can no longer take place. Import it all the same, and the page of the plan offers to repair the plan or to call the meeting off; or choose below which changes to leave.
   *[other] This import affects { $meetings } published meetings of { $people } people: they can no longer take place. Import it all the same, and the page of the plan offers to repair the plan or to call the meetings off; or choose below which changes to leave.
}
