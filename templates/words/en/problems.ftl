## problems: what to do about an answer

problem-name-missing = Enter your name.
problem-registration-flood = Very many registrations arrive at once. Your answers are still here: please send the form again in an hour.
problem-email-missing = Enter your e-mail address.
problem-email-form = Enter an e-mail address like name@example.org.
problem-moment = Enter a date and a time like 2027-03-01 12:00.
problem-registration-closes-first = Enter a time after the opening.
problem-address-same = This is the address you have already. Enter another one.
problem-address-often = We sent an email to this address just now, or too many today. Wait a few minutes, or try again tomorrow.
problem-human = A field that nobody sees was filled in, perhaps by your browser. Tick “I am a person” and send the form again.
problem-email-several = Enter one address only.
problem-email-local = The part before the @ ({ $part }) may only have letters without marks, digits and signs such as . - _. Use another address.
problem-email-slip = Did you mean { $meant }?
problem-organisation-missing = Enter the name of your organisation.
problem-organisation-type-missing = Choose the kind of your organisation.
problem-country-missing = Choose your country.
problem-country-unknown = Choose a country from the list.
problem-participant-type-missing = Choose as what you take part.
problem-languages-missing = Choose at least one language in which you can talk.
problem-language-unknown = We do not know the language “{ $language }”. Choose from the list.
problem-max-meetings = Enter a whole number from 0 to { $max }.
problem-name-page = “{ $part }” looks like the address of a page. Enter the person’s name only.
problem-too-long = Shorten this to at most { $max } characters. It has { $length } now.
problem-too-many-wishes = You have { $max } wishes already. Take one back before you add another.
problem-registration-ended = Your registration has ended, so nothing can be changed any more. Register again if you want to come.
problem-their-registration-ended = This registration has ended, so nothing of it can be changed any more.
problem-colour-form = Enter a colour like #0b5563.
problem-colour-contrast = Choose a darker colour. This one has a contrast of { $contrast } to white; text needs at least 4.5.
problem-slug = Use 2 to 60 small letters (a to z), digits and hyphens, with a letter or digit at both ends.
problem-password-short = Choose a password of at least { $min } characters. Several words in a row are good; this has { $length }.
problem-password-long = Choose a password of at most { $max } characters. This has { $length }.
problem-password-common = Many people use this password, so it is guessed first. Choose several words that do not belong together.
problem-password-weak = This password is quickly guessed. Choose several words that do not belong together, and leave out names and dates of yours.
problem-password-present = This is not your present password. Enter it again.
problem-account-exists = There is an account with this address already.

# problems of organisers' forms
problem-already-organiser = This person is on the team already. Change the role in the list above.
problem-role-missing = Choose a role.
problem-last-owner = An event needs an owner. Make somebody else an owner first.
problem-no-address = This participant has no e-mail address.
problem-main-language = Choose the main language.
problem-event-name-missing = Enter the event’s name in this language: { $language }.
problem-title-missing = Enter a title in this language: { $language }.
problem-label-missing = Enter a name in this language: { $language }.
problem-organiser-name-missing = Enter who invites.
problem-slug-needed = No address can be made of this name. Enter a name in addresses, such as cluster-2026.
problem-changed-meanwhile = { $who ->
    [yourself] You have changed this
    [participant] The participant has changed this
    [organiser] The organiser has changed this
    [somebody] This was changed
   *[other] { $who } has changed this
  } while this page was open{ $time ->
    [none] .
   *[other] , at { $time }.
  } { $empty ->
    [yes] It is empty now.
   *[no] It is now: “{ $value }”.
  } Save again if yours is to stand.
problem-slug-taken = Another event has this name in addresses. Choose a different one, for example with the year.
problem-slug-published = The event has been open, and mails hold its address. Keep the name in addresses as it is.
problem-date = Enter a date, such as 2026-11-22.
problem-date-far = Choose a day of the event, or at most { $days } days before or after it.
problem-ends-before-start = The last day is before the first one. Enter a later day.
problem-event-too-long = An event lasts less than { $days } days. Make several events of it.
problem-time-zone-agenda = The agenda has times already, which would move. Remove its sessions and meeting blocks first, or keep the time zone.
problem-venue-missing = Choose where the meetings take place.
problem-place-missing = Enter the place, such as a building and a town.
problem-room-link = Enter an address that begins with https:// and contains {"{"}meeting{"}"}, such as https://meet.example.org/{"{"}meeting{"}"}.
problem-calendar-mode = Choose how meetings reach calendars.
problem-number = Enter a whole number from { $least } to { $most }.
problem-draft-registrations = { $registrations } people have signed up, so it cannot be a draft again. Close it instead.
problem-open-over = The event is over. Enter a later date in the settings before you open it.
problem-time = Enter a time, such as 14:30.
problem-time-skipped = On this day the clocks in { $zone } skip { $time }. Choose a time before or after.
problem-ends-at-start = The end is the same as the beginning. Enter a later time.
problem-session-too-long = A session lasts at most 16 hours. Check both times, or make one for each day.
problem-block-too-long = The last slot ends more than 16 hours after the first begins. Enter fewer slots, or make one block for each day.
problem-blocks-overlap = At that time there is the meeting block “{ $label }”. Choose other times: nobody can be in two meetings at once.
problem-blocks-many = An event has at most { $most } meeting blocks.
problem-sessions-many = An event has at most { $most } sessions.
problem-types-many = An event has at most { $most } participant types.
problem-type-twice = There is a type of this name already. Choose another name.
problem-topic-merge = Choose the topic that stays: another one, and none below this.
problem-topic-twice = There is a topic of this name already. Choose another name.
problem-topics-missing = Enter at least one topic.
problem-topics-many = An event has at most { $most } topics. Shorten the list.
problem-topic-orphan = Line { $line } belongs to a topic above it, but there is none. Begin with a line without hyphen or space.
problem-topic-languages = Line { $line } has more names than the event has languages ({ $languages }). Leave out the surplus after “|”.
problem-topic-first-language = Line { $line } has no name in the event’s main language. Write it before the first “|”.
problem-topic-long = Shorten a name in line { $line } to at most { $max } characters.
problem-address-taken = Another registration of this event has this address. Enter another one, or cancel that registration first.
problem-barrier-missing = Say in a sentence what does not work.
problem-page-address = Enter an address that begins with https://, such as https://example.org/easy.
problem-answer-number = Enter a whole number between { NUMBER($min) } and { NUMBER($max) }.
problem-answer-date = Enter a date as year-month-day, for example 2026-11-22.
problem-time-zone = Choose a time zone from the list. Files give its name, for example Europe/Berlin.
problem-day-hours = Say from when until when, on the hour or half hour, for example 08:00-20:00.
problem-web-address-scheme = Enter an address that begins with https://
problem-web-address-form = Enter a web address such as https://www.example.org
problem-trial-public = The event is public already. Make a new event to try things out.
problem-trial-round = Match round { $number } is being calculated. Stop it, or wait until it is done.
problem-trial-over = The trial run is over.
problem-trial-clock = Something of this event is dated later than now: the server’s clock was set back. Try again later.
problem-publish-draft = The event is a draft, so nobody would be told of the plan. Open the event first, or try it out: in a trial run you can publish without anybody outside your team hearing of it.

problem-no-tables = This event has no tables. Say how many there are in the settings first.
problem-list-empty = Paste at least one row that begins with the number of a table.
problem-list-number = Row { $line }: { $text ->
    [none] it does not begin with a number.
   *[other] “{ $text }” is no table. Tables have the numbers 1 to { $last }; the event’s settings say how many there are.
  }
problem-list-twice = Row { $line }: table { $number } stands in row { $first } already.
problem-list-long = Row { $line }: a name or zone has more than { $max } characters.
problem-list-type = Row { $line }: there is no participant type “{ $text }”.
problem-list-address = Row { $line }: “{ $text }” is no email address.
problem-list-nobody = Row { $line }: nobody of this event has the address { $text }.
problem-list-too-long = The list is too long. Take it over in parts of at most { NUMBER($max) } characters.
