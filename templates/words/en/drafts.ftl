## drafts: what is changed in a draft by hand, drafts that were thrown away, what a round is for

by-hand-title = Changes by hand
by-hand-undo = Undo: { $what }
by-hand-redo = Redo: { $what }
by-hand-all = { $n ->
    [one] One change
   *[other] All { NUMBER($n) } changes
  }
by-hand-is-undone = Undone
by-hand-moved = { $pair }: moved to { $place }
by-hand-added = { $pair }: added, { $place }
by-hand-removed = { $pair }: taken out
by-hand-swapped = { $first } and { $second }: swapped
by-hand-pinned = { $pair }: fixed
by-hand-pinned-here = { $pair }: fixed at this time and table
by-hand-forbidden = { $pair }: excluded
by-hand-unruled = { $pair }: rule removed
change-breaks-plan = This would break published meetings. Change the rule under “Fixed and excluded pairs”; you then see which ones.
done-by-hand-undone = The change is undone.
done-by-hand-redone = The change is redone.
change-already-meet = The two have a meeting in this draft already.
change-not-allowed = This pair is not possible: by the rules of the event, by an excluded pair, or because one of them is not available.
change-at-limit = { $name } already has the maximum number of meetings: { $limit }.
change-stale = This draft has changed in the meantime. Nothing was undone or redone. Check the changes below and choose again.
change-overtaken = This change cannot be undone or redone: the draft or the programme has changed since.

round-add = Add a meeting
round-add-title = Add a meeting to round { $number }
round-add-lead = Choose two people. You then see why they would meet, and the times that work for both.
round-add-find = Show when they can meet
round-add-help = Only times when both are available and a table is free.
round-add-table-help = Leave it empty for the first table that is free.
round-add-do = Add the meeting
round-add-others = Choose other people
round-add-nowhere = There is no time when both are available and a table is free.
round-add-gone = One of the two is no longer registered. Nothing was added. Choose other people.
round-swap = Swap it with another meeting
round-swap-with = The other meeting
round-swap-help = Each of the two meetings takes the time and the table of the other. Only meetings for which all people concerned are there and free.
round-swap-do = Swap the two meetings

rounds-discarded = Discarded
rounds-kept = Kept
rounds-kept-until = until { $until }
rounds-not-kept = The meetings are no longer kept.
round-restore = Restore
round-kept-until = This draft was discarded. You can restore it until { $until }; after that, its meetings are deleted.
round-restore-late = This round can no longer be restored.
done-round-restored = The draft is restored.
done-round-discarded-kept = The draft is discarded. You can restore it for 24 hours.

round-intentions = What is this round for?
round-intentions-help = Tick what fits. Each choice raises the points of some reasons; you see them under “Details”. Without a choice, all points are as usual.
round-intention-wishes = As many wishes as possible
round-intention-wishes-help = Accepted wishes always come first. With this choice, one-sided wishes count more too.
round-intention-needs = People who look for something meet people who offer it
round-intention-needs-help = Offers and needs count more, ticked topics as well as texts.
round-intention-topics = People with the same topics meet
round-intention-topics-help = Topics that both named count more, and neighbouring ones.
round-intention-mix = Groups mix
round-intention-mix-help = Kinds of organisations or participant types, as chosen below. For a share that must be kept, give a minimum share.
round-intention-countries = Across countries
round-intention-countries-help = Pairs from two countries count more. For a share that must be kept, give a minimum share.
round-details = Details: points for each reason, candidates, seed
round-weights-own = An empty field has the points that your choices above set. What you type here counts instead.
round-weight-usual = Empty: { $points }, as usual. Possible: { $range }
round-weight-raised = Empty: { $points }, by your choices (usual { $usual }). Possible: { $range }
round-made-said = What it is for
round-made-said-nothing = nothing in particular

what-if-way = What if …
what-if-title = What if …: round { $number }
what-if-lead = See what one change would give: one more table, one more time slot, another minimum, another quota. This draft stays as it is, and nothing is stored.
what-if-not-here = This works only for drafts that plan all meetings again, with up to { $most } people.
what-if-change = Change
what-if-as-it-is = As it is
what-if-tables = { $n } tables instead of { $was }
what-if-slots = { $n } time slots instead of { $was }
what-if-minimum = A minimum of { $n } instead of { $was }
what-if-quota = A minimum share of { $n } % instead of { $was } %
what-if-new-quota = A minimum share of { $n } %
what-if-no-quota = No minimum share
what-if-impossible = No plan keeps everything that is asked then.
what-if-help = Each row is a plan that a quick search has just worked out, with the people and wishes as they are now. In brackets: the difference from “As it is”. A longer search may find a little more. For added time slots, the calculation assumes that everyone stays.
what-if-steps = One step
what-if-all = Work out all of these
what-if-other = Another change
what-if-field-tables = Tables in each time slot
what-if-field-slots = Time slots that are still to come, in all
what-if-do = Work it out
what-if-then = To have such a plan, change the tables in the settings or the time slots in the agenda, or give other requirements, and run a new round.
what-if-busy = A change of this event is being worked out. Reload this page in a moment.
