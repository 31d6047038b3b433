# The agenda as a file and from a file.

agenda-as-file = Download the agenda:
event-agenda-file = Add the agenda to your calendar
agenda-import = Import an agenda
agenda-import-lead = From a table or a calendar file. The next page shows what becomes new, what changes and what is not understood. Nothing is stored before that.
agenda-import-file-help = CSV, XLSX, ODS or ICS, at most { $max } MB.
agenda-import-columns = Columns are recognised by their titles in German, English and French, in any order: start and end with date and time, title, text, speakers, language, room, link, places, participant types. A title or text in one language has it in brackets: Title (de). A row with minutes per meeting is a meeting block. A row is recognised by its UID, otherwise by title and start.
agenda-import-example = Download the present agenda as an example
agenda-column-start = Start
agenda-column-end = End
agenda-column-title = Title
agenda-column-text = Text
agenda-column-speakers = Speakers
agenda-column-language = Language
agenda-column-place = Room
agenda-column-link = Link
agenda-column-places = Places
agenda-column-types = Participant types
agenda-column-minutes = Minutes per meeting
agenda-column-pause = Minutes between meetings
agenda-column-count = Number of meetings
agenda-column-uid = UID
agenda-plan-title = What the file would change
agenda-plan-line = Line
agenda-plan-fate = What happens
agenda-plan-stays = What is on the agenda and not in the file stays as it is.
agenda-plan-unknown = These columns are not used: { $columns }
agenda-plan-other = Choose another file
agenda-file-new = New
agenda-file-changed = Changed
agenda-file-same = The same
agenda-file-faulty = Not understood
agenda-file-count-new = { $count ->
    [one] One entry is new.
   *[other] { NUMBER($count) } entries are new.
}
agenda-file-count-changed = { $count ->
    [one] One entry changes.
   *[other] { NUMBER($count) } entries change.
}
agenda-file-count-same = { $count ->
    [one] One entry is the same.
   *[other] { NUMBER($count) } entries are the same.
}
agenda-file-count-faulty = { $count ->
    [one] One entry is not understood and left out.
   *[other] { NUMBER($count) } entries are not understood and left out.
}
agenda-file-do = { $count ->
    [one] Import one entry
   *[other] Import { NUMBER($count) } entries
}
done-agenda-imported = The agenda is imported.
problem-agenda-empty = The file has no entries. Choose another one.
problem-agenda-long = The file has more than { $max } entries. Divide it.
problem-agenda-no-header = No row of titles is recognised. The file needs at least a column with the title and one with the start.
problem-agenda-cancelled = It is cancelled in the file.
problem-agenda-repeats = It repeats. Write each time as an entry of its own.
problem-agenda-twice = It stands in the file twice. Remove one of the two.
problem-agenda-type = There is no participant type “{ $type }”. Write it as it is called at the event.
agenda-parallel = at the same time
