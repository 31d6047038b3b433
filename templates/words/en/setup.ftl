## setup: accounts of organisers

# signing in
login-title = Sign in
login-who = For organisers. As a participant you need no account: your personal link is in our mails.
login-first = Sign in first; then you go on where you were.
login-button = Sign in
login-forgotten = Forgotten your password?
problem-login = Address or password is wrong. Check both, or ask for a new password below.
problem-login-wait = Too many wrong passwords. Wait { $minutes } minutes, or ask for a new password below.
account-name = Name
account-name-help = Others on the team see it.
account-email = E-mail address
account-password = Password
account-new-password = New password
account-present-password = Present password
account-change-password = Change password
account-change-password-text = Afterwards you sign in again, in every browser.
password-help = At least 12 characters. Several words that do not belong together are easy to remember and hard to guess.
done-password = Your password is set. Sign in with it.
done-account = Your account is ready. Begin with your first event.

# first account
setup-title = Make the first account
setup-lead = With it you create events and invite others. This page works once.
setup-button = Make my account
setup-link-used = The first account is made. Sign in with it.
setup-link-other = Start the program again: it prints a new link as long as there is no account.
link-fault-unknown = This link is unknown
link-fault-used = This link has been used
link-fault-expired = This link is too old

# forgotten password
password-ask-title = New password
password-ask-text = We send you a link with which you set a new password.
password-ask-button = Send me a link
password-sent-title = Look into your mailbox
password-sent-text = If { $email } has an account, a mail with a link is on its way. The link works for two hours.
password-sent-none = Nothing has come after some minutes? Look into the spam folder, or ask the person who invited you.
password-set-title = Set your password
password-set-text = For the account { $email }.
password-set-button = Set password
password-link-text = Each link works once and for a limited time. Ask for a new one.
password-link-way = Ask for a new link
