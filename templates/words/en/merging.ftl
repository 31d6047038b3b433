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
organisations-other = Merge two other spellings
organisations-other-from = Spelling that goes
organisations-other-into = Spelling that stays
organisations-other-help = Everybody with the first one gets the second.
organisations-other-button = Merge these two
organisations-all = All spellings
organisations-find = Find a spelling
organisations-have = { $people ->
    [one] 1 person
   *[other] { NUMBER($people) } people
  }
done-organisations-merged = Merged. Everybody concerned has this spelling now.
problem-organisations-into = Say which spelling stays.
problem-organisations-none = Nobody has a spelling that would change. Tick at least one other than the one that stays.
log-organisation-merged = Spellings of an organisation merged

# Two participants who are one person
merge-people-title = Merge with another person
merge-people-search-lead = Somebody is in the list twice. Look for the other entry by name, organisation or address.
merge-people-search = Name, organisation or address
merge-people-search-do = Search
merge-people-nobody = No other person found.
merge-people-lead = Both become one entry. Where answers differ, say which one stays.
merge-people-answer = Answer
merge-people-stays = Stays: { $name }
merge-people-goes = Goes: { $name }
merge-people-rules = Topics, sessions, wishes, exclusions and links of both stay, and of the two states the one that is further on. Who sees the person and what they agreed to is taken from the entry with a proved address, otherwise only what both agreed to stays. Meetings to come move over, and the other person of each is told. A meeting between the two is cancelled, and so is a second meeting with the same person. Open proposals of the entry that goes end. That entry is deleted, and this cannot be undone.
merge-people-do = Merge both
merge-people-swap = Keep the other entry instead
done-people-merged = Both are one entry now.
problem-merge-clash = Both have a meeting at the same time, with { $one } and with { $other }. Cancel one of them first, then merge.
problem-merge-draft = Round { $number } is not published yet and knows both entries. Publish it or throw its draft away first, then merge.
log-participant-merged = Merged with another entry
