# Words of an event's own in the emails that it sends by itself.

nav-mail-words = Automatic emails
mail-words-lead = The event sends these emails by itself. In each of them you can say something of your own, before and after the usual text.
mail-words-own = Own words in
mail-words-lacking = none in { $languages }
mail-words-registration = Registration
mail-words-invitations = Invitations
mail-words-meetings = Meetings
mail-words-days = The event and its days
mail-words-links = Links and addresses
mail-words-form-lead = What you write here stands before and after the usual text. The usual text, the facts and the links stay. Leave a language empty, and its readers get the email without own words. Emails that are in the outbox already stay as they are.
mail-words-before = Before the usual text
mail-words-after = After the usual text
mail-words-look = Preview
mail-words-unsaved = Nothing is saved yet. Below you see the emails with what you have typed.
mail-words-example = For somebody who is registered, where there is somebody. What the event does not have yet, such as a meeting, is made up. The links open nobody’s pages.
mail-words-made-up = A person who is made up: nobody reads this language yet
mail-words-test-text = The email in each language of the event goes to { $address }, as it is saved and without a calendar file.
example-name = Alex Example
example-partner = Robin Sample
example-organisation = Example Organisation
example-reference = ABCD2345
example-session = Welcome
log-mail-words-changed = Own words in an automatic email changed
log-mail-words-tested = Test of an automatic email sent
