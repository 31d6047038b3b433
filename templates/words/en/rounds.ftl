## rounds: match rounds, drafts, pairs that are pinned or forbidden, and the reasons of a match

nav-overview = Overview
nav-participants = Participants
nav-import = Import
nav-rounds = Match rounds
nav-settings = Settings

rounds-title = Match rounds
rounds-lead = A match round pairs your participants by topic, country and wish, and gives each pair a time and a table. You see it as a draft first; nobody is mailed before you publish.
rounds-new = New match round
rounds-none = There is no round yet. Start one: nobody is mailed before you publish it.
rounds-number = Round
rounds-state = State
rounds-meetings = Meetings
rounds-mutual = Mutual wishes
rounds-open = Points still open
rounds-countries = Between countries
rounds-groups = Between groups
rounds-below = People below the minimum
rounds-pairs = Fixed and excluded pairs
round-title = Round { $number }
round-state-running = Being calculated
round-state-draft = Draft
round-state-published = Published
round-state-failed = Failed
round-state-discarded = Discarded
round-of = { $reached } of at most { $bound }
round-gap = { $percent } %
round-gap-unknown = not known
round-proven = Proved: no better plan exists for the people who are in a meeting slot.
round-enough = Wishes and minimums are proved to be the best possible. In points no plan is better by more than 20 and a ten-thousandth: the calculation ended there, since that cannot matter.

round-new-title = New match round
round-new-lead = The settings say what counts. You can run as many drafts as you like and compare them.
round-pairing = Whom may the round pair?
round-pairing-help = A wish is accepted when both wish the meeting. Pinned pairs always count.
round-pairing-whoever-fits = Everyone who fits; accepted wishes come first
round-pairing-accepted-wishes = Only accepted wishes: the round finds the times and tables
round-effort = How long may it search?
round-effort-quick = A quick look
round-effort-standard = Standard
round-effort-thorough = Thorough, for the round that you publish
round-wished-minimum = Meetings that everyone should get at least
round-most-meetings = Most meetings of one person
round-most-meetings-help = Nobody gets more than they asked for, whatever this says.
round-candidates = Candidates looked at for each person
round-candidates-help = Counts only at events of more than { $most } people; at others a round looks at every pair that is allowed.
round-mix = People should mix between
round-mix-organisation-type = kinds of organisations
round-mix-participant-type = participant types
round-quota = Least share of meetings that cross, in percent
round-quota-help = Leave it empty for no quota. With a quota, a round that cannot keep it says so.
round-quota-of = What counts as crossing
round-quota-of-countries = Two countries
round-quota-of-groups = Two of the groups that should mix
round-other-quota = Least share of meetings of the other kind, in percent
round-other-quota-help = If the share above counts countries, this one counts groups, and the other way round. Leave it empty for none.
round-coverage = Meetings that everyone should have with each other group
round-coverage-help = Leave it empty if this does not matter. It comes before the wishes. If it is not possible for everyone, the round says why.
round-shared-language = Only pairs with a language in common
round-published-plan = What may happen to the plan that is published already?
round-published-plan-help = Nothing is published yet, if this is your first round. Meetings that have begun, and those that two people agreed on themselves, always stay.
round-published-plan-plan-anew = Plan everything anew: meetings may move or fall away
round-published-plan-fill-holes = Keep it: only fill holes
round-published-plan-move-few = Repair it: also move at most one meeting for each that was lost
round-repair-title = Repair the published plan
round-repair-lead = After cancellations, late registrations or a changed programme: whatever can still be held stays. You see the result as a draft first; only people whose plan changes get a mail.
round-repair-fill-holes = Fill the holes, move nobody
round-repair-move-few = Move at most one meeting for each lost one
round-repair-changes = This draft repairs the published plan. { $lost ->
    [0] All its meetings can be held,
    [one] One of its meetings cannot be held any more,
   *[other] { NUMBER($lost) } of its meetings cannot be held any more,
  } { $moved ->
    [0] none is moved,
    [one] one is moved,
   *[other] { NUMBER($moved) } are moved,
  } and the plan of { $people ->
    [one] one person
   *[other] { NUMBER($people) } people
  } changes.
round-repair-anew = Everything planned anew would give { $meetings } meetings instead of { $here }, but change the plan of { $people ->
    [one] one person
   *[other] { NUMBER($people) } people
  }.
round-nothing-published = There is no published plan to repair. Publish a round first.
round-publish-each = What changes for each person
round-publish-find = Find a person
round-publish-what = Change
round-change-lost = { $when }: no longer meets { $name }
round-change-moved = { $when } instead of { $from }: meets { $name }
round-change-table = { $when }: another table, meets { $name }
round-change-gained = { $when }: new, meets { $name }
round-seed = Seed
round-seed-help = Leave it empty for a new one. The same settings, people and seed give the same round.
round-weights = What makes a good match
round-weights-help = Points for each reason. A pair's reasons add up to its weight.
round-start = Run the round
round-running = The round is being calculated. This page shows the draft when it is ready.
round-running-mail = You can leave this page. If it takes longer, whoever started the round gets an email when it is ready.
round-stopping = The round is stopping. The best draft so far is shown here within a few seconds.
round-step = Now
round-step-flow = Finding whom each would meet
round-step-colouring = Giving times
round-step-bound = Proving how good a plan can be
round-step-exchange = Exchanging meetings
round-step-reoptimise = Improving time by time
round-step-finish = Closing gaps, giving tables
round-work-done = Searched, of the time allowed
round-stop = Stop and take the best so far
round-stopped = The search was stopped early; this is the best draft it had found.
round-already-running = Round { $number } is being calculated. Wait until it is ready, or discard it.
round-no-slots = This event has no meeting slots yet. Add a meeting block to the agenda first.
round-too-many-slots = This event has { $slots } meeting slots; a round can have { $most } at most. Make the slots longer, or remove a meeting block from the agenda.
round-failure = The round could not be solved. This is a fault of the program: please tell whoever runs this server. It says: { $why }
round-conflict = These demands cannot be kept together: { $what }. The draft keeps as many as it can.
round-conflict-pins = { $n ->
    [one] one pinned pair
   *[other] { NUMBER($n) } pinned pairs
  }
round-conflict-quota = the quota, of which at most { $n } can be reached
round-conflict-quota-and-pins = the quota and { $n } pinned pairs
round-conflict-the-quota = the quota
round-conflict-quota-countries = the share between countries, which at most { $n } meetings can count for
round-conflict-quota-groups = the share between groups, which at most { $n } meetings can count for
round-conflict-quotas = the share between countries and the share between groups
round-conflict-frozen = { $n ->
    [one] one announced meeting
   *[other] { NUMBER($n) } announced meetings
  }
round-not-kept = This is not kept, and the search could not tell whether it can be: { $what }.
round-frozen = Today's tables or limits have no place for { $what }; it stays as announced:
round-conflict-minimum = These { $people } people need { $needs } meetings to reach the minimum together, at most { $most } are possible:
round-repair-missed = The repair keeps the published plan, and so it does not keep this: { $what }.
round-ignored-pins = { $n ->
    [one] One pinned pair was left out
   *[other] { NUMBER($n) } pinned pairs were left out
  }:
ignored-not-registered = { $name } is not registered
ignored-excluded = This pair is not possible
ignored-slot-gone = There is no such time any more
ignored-slot-begun = That time has begun, and the two had no meeting in it
ignored-away = { $name } is not there at that time
ignored-never-together = The two are never there at the same time
ignored-table-gone = There is no such table any more
ignored-busy = { $name } has another meeting at that time, which stays or is pinned
ignored-table-taken = Another meeting, which stays or is pinned, is at that table at that time
ignored-at-limit = { $name } has as many pinned meetings, or meetings that stay, as they may have

round-sentence = { $people ->
    [one] One person has
   *[other] { NUMBER($people) } people have
  } { $meetings ->
    [0] no meeting.
    [one] one meeting.
   *[other] { NUMBER($meetings) } meetings.
  }
round-sentence-countries = { $n ->
    [one] One of them ({ $percent } %) is
   *[other] { NUMBER($n) } of them ({ $percent } %) are
  } between two countries.
round-sentence-organisation-types = { $n ->
    [one] One of them ({ $percent } %) is
   *[other] { NUMBER($n) } of them ({ $percent } %) are
  } between two kinds of organisations.
round-sentence-participant-types = { $n ->
    [one] One of them ({ $percent } %) is
   *[other] { NUMBER($n) } of them ({ $percent } %) are
  } between two participant types.
round-sentence-below = { $people ->
    [one] One person has
   *[other] { NUMBER($people) } people have
  } fewer meetings than wished.
round-part-of = { $n } of { $all }
round-part = { $n } ({ $percent } %)
round-obstacle-partners = { $people ->
    [one] One person may meet at most { $has } from the group “{ $group }”:
   *[other] { $people } people may meet at most { $has } from the group “{ $group }”:
}
round-obstacle-limit = { $people ->
    [one] One person can have fewer meetings than are asked for with the other groups:
   *[other] { $people } people can have fewer meetings than are asked for with the other groups:
}
round-obstacle-seats = The group “{ $group }” has { $seats } places for meetings. { $people } people need { $asks } with it.
round-obstacle-together = These people need { $asks } meetings with the groups named. No plan gives them more than { $most }:
round-levels = What counts, in this order
round-levels-help = A later figure never costs an earlier one. “At most” is what this run has proved, not an estimate.
round-level-first = First: wishes
round-level-groups = First: each other group
round-level-then-wishes = Then: wishes
round-level-second = Then: everyone’s minimum
round-level-third = Then: points
round-level-mutual = of at most { $most } mutual wishes met
round-level-units = of at most { $most } meetings that count towards each other group; { $asked } asked for
round-level-minimum = of at most { $most } meetings that count towards the minimum; { $wished } wished
round-level-points = of at most { $most } points
round-level-points-alone = points
round-level-best = Proved to be the most
round-level-open = { $n ->
    [one] One is open
   *[other] { NUMBER($n) } are open
  }: not proved
round-level-points-open = { $n } open, { $percent } %: not proved
round-nowhere = { $people ->
    [one] One person is in no meeting slot at all.
   *[other] { NUMBER($people) } people are in no meeting slot at all.
  }
round-nowhere-mend = This round cannot give them a meeting, and what is proved below leaves them out. They were imported or registered before the meeting block was added, unticked every block, or attend sessions at all these times.
round-nowhere-way = Start a new round and put them into all meeting blocks
round-no-hours = { $people ->
    [one] One person has no meeting slot at an hour at which they meet.
   *[other] { NUMBER($people) } people have no meeting slot at an hour at which they meet.
  }
round-no-hours-mend = This round cannot give them a meeting. For them, all slots are too early or too late in the day: add a meeting block at another time, or ask them to widen their meeting hours.
round-own-hours = Meetings by people’s own clocks
round-odd-hours = For { $odd } of { $all } seats in meetings, the meeting begins before 8:00 or after 20:00 of their own day.
round-own-hours-all = Hour by hour
round-own-hour = Start by their own clock
round-nowhere-ask = { $people ->
    [one] One person is in no meeting slot
   *[other] { NUMBER($people) } people are in no meeting slot
  }. A round cannot give them a meeting.
round-nowhere-question = What about the people who are in no meeting slot?
round-nowhere-help = Whoever was imported or registered before the meeting block was added is in none. Somebody may also have unticked every block.
round-nowhere-all = Put them into all meeting blocks first
round-nowhere-leave = Leave them out of this round
problem-nowhere = { $people ->
    [one] Choose what to do about the person who is in no meeting slot.
   *[other] Choose what to do about the { NUMBER($people) } people who are in no meeting slot.
  }
round-names = The names
round-names-more = and { $n } more
round-names-all = All names
round-cause = Why: { $cause }
round-made = How this draft was made
round-made-whom = Whom it may pair
round-made-demands = Demands
round-made-points = Points changed
round-made-points-usual = none: all as usual
round-made-points-changed = { $n ->
    [one] one term changed
   *[other] { NUMBER($n) } terms changed
  }
round-made-term = { $term } { $now } (usual { $usual })
round-made-plan = The published plan
round-made-limits = at least { $least }, at most { $most } meetings each
round-made-quota-countries = at least { $percent } % between countries
round-made-quota-groups = at least { $percent } % between groups
round-made-coverage = at least { $n } with each other group
round-made-language = a language in common
round-made-seed = seed { $seed }
round-made-again = The same settings, people and seed give the same round.
round-made-like = New round with these settings and this seed
round-effort-quick-short = quick
round-effort-standard-short = standard
round-effort-thorough-short = thorough
cause-one-organisation = all of one organisation
cause-one-organisation-help = Everyone who is registered belongs to the same organisation, and people of one organisation are not paired. Pin pairs if they should meet all the same.
cause-too-few-tables = there are too few tables
cause-too-few-slots = there are too few meeting slots
cause-sum-tables = { $n ->
    [one] one table
   *[other] { NUMBER($n) } tables
  }
cause-sum-slots = { $n ->
    [one] one slot
   *[other] { NUMBER($n) } slots
  }
cause-sum-meetings = { $n ->
    [one] one meeting
   *[other] { NUMBER($n) } meetings
  }
cause-places = There is room for { $places } meetings at most: by the tables, and by the people who are there in each slot.
cause-needed = You need { $needed } for everyone to reach the minimum.
cause-needed-each = You need { $needed }: { $people } people with { $each } each.
cause-largest = This holds for { $people } of the { $all } people with too few meetings.
remedy-tables-least = { $below ->
    [0] With { $tables } tables everyone would reach the minimum; fewer are not enough.
    [one] With { $tables } tables all but one person would reach the minimum; fewer are not enough.
   *[other] With { $tables } tables all but { NUMBER($below) } people would reach the minimum; fewer are not enough.
  }
remedy-tables = { $below ->
    [0] With { $tables } tables everyone would reach the minimum.
    [one] With { $tables } tables all but one person would reach the minimum.
   *[other] With { $tables } tables all but { NUMBER($below) } people would reach the minimum.
  }
remedy-slots = { $below ->
    [0] With { $slots } slots in all and as many tables as now everyone would reach the minimum, if everyone stays for them.
    [one] With { $slots } slots in all and as many tables as now all but one person would reach the minimum, if everyone stays for them.
   *[other] With { $slots } slots in all and as many tables as now all but { NUMBER($below) } people would reach the minimum, if everyone stays for them.
  }
remedy-no-quota = { $below ->
    [0] Without the quota everyone would reach the minimum.
    [one] Without the quota all but one person would reach the minimum.
   *[other] Without the quota all but { NUMBER($below) } people would reach the minimum.
  }
remedy-minimum = { $minimum ->
    [one] A minimum of one meeting is kept for everyone who can have it.
   *[other] A minimum of { NUMBER($minimum) } meetings is kept for everyone who can have it.
  }
cause-nowhere = In no meeting slot
cause-outside-hours = In no slot at an hour at which they meet
cause-few-slots = Available in too few slots
cause-few-partners = Too few people whom they may meet
cause-organisation = The others are of the same organisation
cause-language = No language in common with enough others
cause-types = The rules on participant types leave too few partners
cause-country = The others are from the same country
cause-excluded = Too many pairs are forbidden or declined
cause-no-accepted-wish = This round pairs accepted wishes alone, and nobody has one with them
cause-tables-full = All tables are taken
cause-quota = The quota stands in the way
cause-taken = Whenever both are there, one of the two has another meeting
cause-partners-at-limit = Possible partners have as many meetings as they want or may have
cause-never-together = Nobody they may meet is there at the same time
cause-two-booths = Both stay at booths of their own
cause-pinned-elsewhere = A pinned meeting is in the way
cause-begun = The only times left have begun
cause-free = The plan leaves room: they could meet now
cause-own-limit = Want no more meetings
round-figures = Figures
round-figure-mutual = Mutual wishes met
round-figure-goals = Meetings up to everyone’s minimum
round-figure-score = Points
round-figure-below = People below their minimum
round-figure-one-way = One-sided wishes met
round-figure-countries = Meetings between countries
round-figure-organisation-types = Meetings between kinds of organisations
round-figure-participant-types = Meetings between participant types
round-figure-gaps = Gaps between meetings
round-figure-tables = Changes of table
round-changed-by-hand = This draft was changed by hand since it was solved.
round-everyone-has-enough = Everyone has as many meetings as they can and wish to have.
round-served = Who has how many
round-served-lead = How many people have so many of the meetings up to their minimum, beside the most who could, if as many have each smaller number.
round-served-at-least = At least
round-served-at-most = At most possible
round-served-fairest = No plan spreads the meetings more fairly.
round-bound-candidates = What is proved here is proved of plans among the { $n } best candidates of each person: at events of more than { $most } people a round does not look at every pair.
round-shortfalls = People with too few meetings
round-shortfall = { $has } of { $wished }
round-why = Why
why-own-limit = { $cap ->
    [0] Wants no meetings, or the round allows them none
    [one] Has one meeting, the most that they want or the round allows
   *[other] Has { NUMBER($cap) } meetings, the most that they want or the round allows
  }
why-own-slots = { $available ->
    [one] Is available in one slot and has a meeting in it
   *[other] Is available in { NUMBER($available) } slots and has a meeting in each
  }
why-everyone-met = { $partners ->
    [one] Meets the only partner there is
   *[other] Meets all { NUMBER($partners) } possible partners
  }
why-with = { $what }: { $n }
barrier-organisation = of the same organisation: { $n }
barrier-language = without a language in common: { $n }
barrier-types = of types that are not paired: { $n }
barrier-country = from the same country: { $n }
barrier-excluded = forbidden or declined: { $n }
hindrance-no-common-slot = never there at the same time
hindrance-two-booths = both stay at their booths
hindrance-partner-at-limit = has as many meetings as they want or as the round allows
hindrance-taken = in every common slot one of the two meets somebody
hindrance-tables-full = all tables are taken in the slots that are left
hindrance-quota = one more meeting that does not cross would break the quota
hindrance-pinned-elsewhere = a pinned meeting of one of the two is in the way
hindrance-begun = the only times left for both have begun
hindrance-free = the two could meet as the plan is now

round-board = The plan
round-board-of = { $meetings ->
    [one] One meeting
   *[other] { NUMBER($meetings) } meetings
  } in { $slots } slots
round-board-shown = { $meetings ->
    [one] 1 meeting of this part
   *[other] { NUMBER($meetings) } meetings of this part
  }
round-board-tables = Tables
round-slots-all = All slots
round-slot-choose = Slot
round-slot-show = Show tables
round-history = Changes by hand
round-list = All meetings
round-when = When
round-table = Table
round-pair = Who meets whom
round-weight = Points
round-find-person = Show the meetings of
round-find-help = Part of a name or organisation
round-meeting-title = A meeting of round { $number }
round-meeting-open = Why, and change
round-reasons = Why they meet
round-reasons-sum = Sum
round-move = Move it
round-move-slot = Time
round-move-table = Table
round-move-help = Only times at which both are there and free, and a table is. Points do not change by moving.
round-move-free = free tables: { $tables }
round-move-more-gaps = { $n ->
    [one] one more gap between their meetings
   *[other] { NUMBER($n) } more gaps between their meetings
  }
round-move-fewer-gaps = { $n ->
    [one] one gap fewer between their meetings
   *[other] { NUMBER($n) } gaps fewer between their meetings
  }
round-move-table-help = Leave it empty for the table they have now, or else the first that is free.
round-move-nowhere = There is no other time at which both are there and free, and a table is.
round-move-do = Move the meeting
round-remove = Take it out of the draft
round-pin = Pin: they meet in every round
round-pin-here = Pin at this time and table
round-forbid = Forbid: they never meet
round-forget = Forget the rule
round-rule-pinned = Pinned
round-rule-forbidden = Forbidden
change-no-meeting = The two have no meeting in this draft any more.
change-no-slot = Choose a time that is still to come.
change-moved = Somebody else has moved this meeting while this page was open. Here is where it is now. Choose again.
change-away = { $name } is not there at that time. Choose another one.
change-busy = { $name } has another meeting at that time. Choose another one.
change-no-table = Choose a table between 1 and { $tables }.
change-table-taken = That table is taken at that time. Choose another one.
change-no-draft = Only drafts can be changed. Run a new round to change what is published.

round-publish = Publish this round
round-publish-title = Publish round { $number }?
round-publish-lead = The draft becomes everyone’s schedule. Only people whose plan changes get a mail.
round-publish-all-the-same = Publish all the same …
round-publish-nowhere = { $people ->
    [one] One person is in no meeting slot and gets no meeting by this round.
   *[other] { NUMBER($people) } people are in no meeting slot and get no meeting by this round.
  } Put them into the meeting blocks first, and run a new round.

compare-title = Rounds side by side
compare-lead = Rows marked ≠ differ.
compare-differs = Differs:
compare-do = Compare the ticked rounds
compare-tick = Compare round { $number }
compare-two = Tick at least two rounds, { $most } at most.
compare-asked = What was asked
compare-given = What it gives, in this order
compare-besides = Besides
compare-room = Tables × slots
compare-people = People
compare-quota = Minimum share
compare-coverage = With each other group
compare-units = Meetings with other groups that count
compare-nowhere = People in no meeting slot
compare-groups = Meetings between groups
compare-bar = { $meetings ->
    [one] one meeting
   *[other] { NUMBER($meetings) } meetings
  }: { $people ->
    [one] one person
   *[other] { NUMBER($people) } people
  }
compare-people-title = Who fares differently
compare-between = From { $before } to { $after }.
compare-others = { $people ->
    [0] Nobody has as many meetings in both and meets other people.
    [one] One person has as many meetings in both, but meets other people.
   *[other] { NUMBER($people) } people have as many meetings in both, but meet other people.
  }
compare-nobody = Nobody has more or fewer meetings.
compare-no-people = One of the last two rounds was discarded, and its meetings with it.
round-publish-added = New meetings
round-publish-moved = Meetings at another time or table
round-publish-cancelled = Meetings that fall away
round-publish-unchanged = Meetings that stay as they are
round-publish-people = People whose plan changes
round-publish-do = { $people ->
    [one] Publish and mail one person
   *[other] Publish and mail { NUMBER($people) } people
  }
round-publish-unmailed = Publish; none of these people has an e-mail address
round-publish-nothing = Publish; nobody’s plan changes
round-publish-outdated = This draft is out of date: these meetings are not possible any more. Run a new round, or move them by hand or take them out of the draft.
outdated-slot-begun = This time has begun
outdated-busy = { $name } has another meeting at that time
outdated-table-taken = Another meeting is at that table at that time
outdated-not-allowed = The two can no longer meet: this pair is not possible, or a rule forbids it
outdated-above-limit = { $name } has more meetings than they may have: at most { $limit }
round-discard = Throw this draft away
round-discard-title = Throw round { $number } away?
round-discard-lead = Nothing of it is kept but its settings and its seed.
round-discard-kept = { $meetings ->
    [0] You can restore it for 24 hours. After that, only its settings and its seed stay in the list.
    [one] You can restore it for 24 hours. After that, its one meeting is erased; its settings and its seed stay in the list.
   *[other] You can restore it for 24 hours. After that, its { NUMBER($meetings) } meetings are erased; its settings and its seed stay in the list.
  }
round-discard-by-hand = It was changed by hand. Once it is erased, these changes cannot be made again by running the round.
round-discard-do = Throw it away
done-round-published = The round is published, and the mails are on their way.
done-round-discarded = The draft is discarded.
done-round-stop-asked = The round is stopping. The best draft so far is kept.
done-round-stop-asked-before = The round was already asked to stop. It ends within a few seconds.
round-publish-busy = The round was not published: the data of this event kept changing while it was prepared. Please try again.
change-busy-event = Nothing was changed: the data of this event kept changing at the same time. Please try again.
done-round-changed = The draft is changed.
done-pair-saved = The rule is kept for the next rounds.

rescue-title = Somebody did not come
rescue-lead = Tick who is missing in this slot. You see new pairs for those who wait; nobody else is moved.
rescue-who = Who did not come?
rescue-search = Find a person
rescue-search-do = Search people
rescue-unseen = { $people ->
    [one] 1 more ticked person is not on this page.
   *[other] { NUMBER($people) } more ticked people are not on this page.
  }
rescue-find = Find new partners
rescue-proposal = New pairs for this slot
rescue-nobody-free = Nobody who fits is free in this slot.
rescue-still-waiting = No partner was found for:
rescue-do = Bring them together and send the mails
rescue-no-slots-left = No slot is left: the last one is over.
rescue-nobody-expected = Nobody has a meeting in this slot.
rescue-no-slot = This slot is over. Choose another one.
rescue-nobody-missed = None of these people has a meeting in this slot any more.
done-rescued = Those who waited have new partners, and the mails are on their way.

pairs-title = Fixed and excluded pairs
pairs-lead = A fixed pair meets in every round, if the two are there at the same time. An excluded pair never meets.
pairs-none = No pair is fixed or excluded.
pairs-find = Find the pairs of
pairs-add = Add a pair
pairs-person-a = One of them
pairs-person-b = The other one
pairs-person-help = Name, organisation, e-mail address or reference code
pairs-kind = Rule
pairs-save = Keep the rule
problem-pair-nobody = Nobody registered fits this. Check the spelling.
problem-pair-many = { $n } people fit this. Give the e-mail address or the reference code.
problem-pair-same = These are one and the same person. Choose two.
problem-choose-one = Choose one of these.
problem-number-range = Give a whole number between { $min } and { $max }.

term-both-take-part = Both take part
term-mutual-wish = Wanted by both
term-one-way-wish = Wanted by one of the two
term-own-wish = You asked to meet
term-their-wish = They asked to meet you
term-offer-meets-seek = Offer matches need
term-both-ways = In both directions
term-shared-topic = Topics in common
term-near-topic = Related topics
term-text-meets-text = Descriptions match
term-text-meets-topic = Description matches a topic
term-text-shared = Similar descriptions
term-different-country = Different countries
term-same-country = Same country
term-group-mix = Different groups
term-types-want-each-other = Participant types that the organiser wants to bring together
term-shared-language = Shared language
term-limit = More than 1,000 points do not count
term-pin = Pinned by the organiser

change-other-tables = At that time these two can only sit at: { $tables }.
change-two-booths = Both stay at booths of their own at that time. Choose a time at which one of them does not.
