## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = This file is larger than { $max } MB. Divide it into several files and import them one after the other.
problem-import-empty = This file is empty. Choose the file that holds your list.
problem-import-is-spreadsheet = This is a spreadsheet, not a CSV file. Open it in your spreadsheet program, choose “Save as” and the format “CSV UTF-8”, and import the new file.
problem-import-is-not-csv = This is not a CSV file. Save your list as “CSV UTF-8” in your spreadsheet program and import that file.
problem-import-no-header = No column of this file is known. Its first line should name the columns, such as name, email, organisation, country, topics.
problem-import-no-name-column = This file has no column with names or organisations. Add a column “name” or “organisation”.
problem-import-no-rows = This file has a header and nothing below it.
problem-import-too-many-rows = This file has more than { $max } rows. Divide it into several files.
problem-import-too-many-columns = This file has more than { $max } columns. Remove those that are not needed.

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
problem-import-gone = The other system says “{ $value }”: this person does not come. Delete the row, or its state.

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
import-file-facts = { $rows ->
    [one] One row
   *[other] { NUMBER($rows) } rows
} read as { $encoding }, cells divided by { $delimiter }.
import-delimiter-tab = tabs
import-delimiter-sign = “{ $sign }”
import-counts = { $new } new, { $changed } changed, { $same } the same, { $faulty } faulty
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
import-lead = From a list that you have: a CSV file of your spreadsheet program, or the export of pretix, Indico, Eventbrite and others. You see first what would change; nobody is mailed unless you say so.
import-file = File
import-file-help = CSV in any usual encoding, at most { $max } MB. Its first line names the columns.
import-topics = Add topics that the event does not have to its list
import-topics-help = Otherwise rows with other topics count as faulty.
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
