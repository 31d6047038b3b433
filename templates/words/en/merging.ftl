## Merging: several spellings of one organisation

nav-organisations = Organisations
organisations-lead = People of one organisation never meet each other, and the lists count organisations. So each should be spelled in one way only.
organisations-doubles = Probably the same
organisations-doubles-lead = These differ in marks, case, legal form or one letter. Tick those that mean one organisation, and say which spelling stays.
organisations-no-doubles = No two spellings look alike.
organisations-from = These mean one organisation
organisations-into = This spelling stays
organisations-people = { $people ->
    [one] { $name } (one person)
   *[other] { $name } ({ NUMBER($people) } people)
  }
organisations-merge = Merge them
organisations-other = Any other two
organisations-other-from = Spelling that goes
organisations-other-into = Spelling that stays
organisations-other-help = Everybody with the first one gets the second.
organisations-other-button = Merge these two
done-organisations-merged = Merged. Everybody concerned has this spelling now.
problem-organisations-into = Say which spelling stays.
problem-organisations-none = Nobody has a spelling that would change. Tick at least one other than the one that stays.
log-organisation-merged = Spellings of an organisation merged
