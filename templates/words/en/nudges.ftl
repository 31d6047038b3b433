# Reminders of what people have not said.

nav-nudges = Reminders
nudges-lead = Whoever has not said this yet is reminded. The reminder goes so many days before { $date }: the last day for answers, or the day before the event if there is none. Write several numbers, and it goes again to those who have not said it by then, also to those who registered meanwhile. The evening before and an hour before the first meeting people are reminded anyway, as the settings say.
nudges-held = This event is not public: no reminder goes.
nudge-topics = Topics: what somebody offers and seeks
nudge-wish = Who somebody would like to meet
nudges-days = Days before
nudges-days-help = One or several numbers from 1 to 60, such as 14, 3. Leave it empty, and nobody is reminded.
nudges-count = { $count ->
    [0] Now nobody would get it.
    [one] Now one person would get it.
   *[other] Now { NUMBER($count) } people would get it.
}
nudges-off = It does not go.
nudges-goes = It goes on { $when } to everybody who has not said it then.
nudges-went = It went on { $when }.
problem-nudges-many = A reminder goes at most { $max } times. Remove some of the numbers.
nudges-mailing = See how many have it
nudges-words = Say something of your own in it, and send yourself a test
filter-lacks-topics = offer and seek nothing
mail-nudge-topics-subject = What do you offer and seek? { $event }
mail-nudge-topics-text = You are registered for { $event } and have not chosen any topics yet. Your topics say best who fits you. Without them it is hard to arrange meetings that are worth your time. It takes two minutes.
mail-nudge-topics-action = Choose topics
mail-nudge-wish-subject = Who would you like to meet? { $event }
mail-nudge-wish-text = You are registered for { $event } and have not said yet who you would like to meet. Wishes count most when meetings are arranged. On your page you can look through the people who show themselves, and say who it should be.
mail-nudge-wish-action = Choose people
outbox-kind-nudge-topics = Reminder to choose topics
outbox-kind-nudge-wish = Reminder to say who to meet
log-nudges-changed = Reminders of what people have not said changed
log-nudges-begun = Reminder of what people have not said begun
