## problems: what to do about an answer

problem-name-missing = Enter your name.
problem-email-missing = Enter your e-mail address.
problem-email-form = Enter an e-mail address like name@example.org.
problem-organisation-missing = Enter the name of your organisation.
problem-organisation-type-missing = Choose the kind of your organisation.
problem-country-missing = Choose your country.
problem-country-unknown = Choose a country from the list.
problem-participant-type-missing = Choose as what you take part.
problem-languages-missing = Choose at least one language in which you can talk.
problem-language-unknown = We do not know the language “{ $language }”. Choose from the list.
problem-max-meetings = Enter a whole number from 0 to { $max }.
problem-consent-missing = Tick the box if you agree. Without your agreement we cannot register you.
problem-too-long = Shorten this to at most { $max } characters. It has { $length } now.
problem-too-many-wishes = You have { $max } wishes already. Take one back before you add another.
problem-registration-ended = Your registration has ended, so nothing can be changed any more. Register again if you want to come.
problem-colour-form = Enter a colour like #0b5563.
problem-colour-contrast = Choose a darker colour. This one has a contrast of { $contrast } to white; text needs at least 4.5.
problem-slug = Use 2 to 60 small letters (a to z), digits and hyphens, with a letter or digit at both ends.
problem-password-short = Choose a password of at least { $min } characters. Several words in a row are good; this has { $length }.
problem-password-long = Choose a password of at most { $max } characters. This has { $length }.
problem-password-common = Many people use this password, so it is guessed first. Choose several words that do not belong together.
problem-password-weak = This password is quickly guessed. Choose several words that do not belong together, and leave out names and dates of yours.
problem-password-present = This is not your present password. Enter it again.
problem-account-exists = There is an account with this address already.
