## logins: signing in, second factor, where one is signed in, accounts

# second page of the log-in
code-title = Code from your app
code-text = Your password is right. Now enter the code that your app shows, or a recovery code.
code-label = Code
code-help = 6 digits from your app, or a recovery code.
code-back = Sign in with another account
code-lost = Lost your phone and your recovery codes? Ask the person who runs the server: they can reset the second factor.
problem-code = This code is wrong, or it has been used. Wait for the next one and enter it.
done-login-ended = Signing in took too long. Begin again.
problem-code-slow =
    Too many wrong codes were entered for this account. Wait { $minutes ->
        [one] 1 minute
        *[other] { $minutes } minutes
    }, then enter the code that the app shows.
problem-login-slow =
    Too many wrong passwords were entered for this account. Wait { $minutes ->
        [one] 1 minute
        *[other] { $minutes } minutes
    }, enter the code from your app as well, or ask for a new password below.
login-code-help = If your account has a second factor: with the code you need not wait.

# second factor
factor-title = Second factor
factor-lead = With a second factor, your password alone is not enough to sign in: you also enter a code that an app on your phone shows.
factor-none = Your account has no second factor yet. You need an app for one-time codes, such as the one in your password manager.
factor-first = A second factor is required here. Set it up; then you go on where you were.
factor-set-up = Set up a second factor
factor-on = Set up on { $date } (UTC).
factor-codes-left =
    { $count ->
        [one] 1 recovery code is
        *[other] { $count } recovery codes are
    } still unused.
factor-codes-title = Recovery codes
factor-codes-text = With a recovery code you sign in when you do not have your phone. Each works once. New codes replace the ones before.
factor-codes-renew = Make new recovery codes
factor-change-title = Another phone
factor-change-text = The present second factor counts until you have confirmed the new one with a code.
factor-change = Set up another app or phone
factor-off-title = Turn it off
factor-off-text = Afterwards your password is enough again. You get an email about it.
factor-off = Turn off the second factor
done-factor-off = The second factor is turned off.
done-factor-late = The picture to set it up is too old. Begin setting it up again.
factor-app-title = Connect your app
factor-app-open = Open an app for one-time codes on your phone, and add an account there.
factor-app-read = Scan this picture with it:
factor-app-picture = QR code with the secret key, which is also written below
factor-app-type = Or type the secret key:
factor-app-here = Open in an app on this phone
factor-app-code = Enter the code that the app shows now.
factor-app-code-help = 6 digits. Only then does the second factor count.
factor-app-button = Turn on the second factor
problem-code-first = This code does not match. Check the clock of your phone, and enter the code that the app shows now.
recovery-title = Your recovery codes
recovery-lead = The second factor is on. Keep these 10 codes apart from your phone: with one of them you sign in when you have lost it.
recovery-once = This page shows the codes only now. Each works once.
recovery-kept = I have kept the codes
team-factor = Everybody on the team needs a second factor
team-factor-help = Whoever has none sets it up before they see this event.
team-factor-on = Everybody on the team needs a second factor.
team-factor-off = A second factor is not required.
log-event-second-factor = Second factor required or not

# showing again who one is
prove-title = Is it you?
prove-text = Someone who finds your open browser could do this too. So please show again that it is you.
prove-kept = What you entered is kept.
proved-title = Thank you, go on
proved-form = What you entered is still there. The button sends it.
proved-send = Send it now
proved-file = You can download the file now.
proved-get = Download the file
error-prove-first-title = Please show that it is you
error-prove-first-text = This asks for your password or a code.
error-factor-first-title = Please set up a second factor
error-factor-first-text = A second factor is required here.
error-send-again-secret = Please once more: a password or a code is never written into a page.
problem-proof-wait = Too many wrong passwords. Wait a quarter of an hour, or sign out and ask for a new password.

# where one is logged in
logins-title = Where you are signed in
logins-lead = You are signed in with these browsers. Times are in UTC.
logins-browser = Browser
logins-since = Since
logins-seen = Last seen
logins-this = This browser
logins-end = Sign out there
logins-end-others = Sign out everywhere else
logins-unknown = Unknown browser
logins-strange = Is one of them not yours? Sign it out, and change your password.
done-login-gone = Signed out there.

# mails about an account
outbox-kind-account-notice = Notice about an account
mail-notice-when = Account { $email }, { $date } UTC.
mail-notice-after = Was it you? Then you need not do anything. If not: sign out all other browsers, and change your password.
mail-notice-action = See where I am signed in
mail-notice-browser-subject = New browser signed in
mail-notice-browser-text = A browser that never did so before has signed in with your account: { $browser }.
mail-notice-password-subject = Your password was changed
mail-notice-password-text = Your account has a new password. All browsers are signed out.
mail-notice-factor-on-subject = Second factor turned on
mail-notice-factor-on-text = Your account now also asks for a code from your app when you sign in. All other browsers are signed out.
mail-notice-factor-off-subject = Second factor turned off
mail-notice-factor-off-text = The password alone is now enough for your account.
mail-notice-codes-subject = New recovery codes
mail-notice-codes-text = Your account has new recovery codes. The ones before work no more.
mail-notice-recovery-subject = A recovery code was used
mail-notice-recovery-text =
    Someone used a recovery code of your account. { $count ->
        [one] 1 code is
        *[other] { $count } codes are
    } still unused.
mail-notice-failures-subject = Many wrong passwords
mail-notice-failures-text = Someone has entered many wrong passwords or codes for your account. New attempts are slowed down; your account stays open.
mail-notice-failures-after = You notice nothing of it in a browser in which you have signed in before. Elsewhere the code from your app or a new password helps. A second factor protects your account even if someone guesses the password.
mail-notice-failures-action = Set a new password

# invitations to a team, or to have an account
team-invited = Invited
team-invited-until = Open until
team-withdraw = Withdraw
team-invitation-title = Invitation to a team
team-invitation-lead = { $name } invites you to work on the team of “{ $event }”.
team-invitation-lead-server = You are invited to work on the team of “{ $event }”.
account-invitation-lead = { $name } invites you to have an account here, with which you organise events.
account-invitation-lead-server = You are invited to have an account here, with which you organise events.
team-invitation-new = With this you make an account for { $email }.
team-invitation-log-in = There is an account for { $email } here. Sign in with it to accept the invitation.
team-invitation-accept = Accept the invitation
team-invitation-decline = Decline
team-invitation-declined = You have declined the invitation
team-invitation-declined-text = You need not do anything else.
team-invitation-gone = The invitation was answered or withdrawn, it is too old, or whoever invited may not do so any more. Ask for a new one if you need it.
done-joined = Welcome. The invitation is accepted.
log-organiser-joined = Joined the team
log-organiser-declined = Declined to join the team
log-organiser-withdrawn = Invitation to the team withdrawn
outbox-kind-account-invited = Invitation to the team
mail-team-invited-subject = Invitation to the team of “{ $event }”
mail-account-invited-subject = Invitation to have an account
mail-team-invited-action = See the invitation
mail-team-invited-after = There you accept or decline. The invitation stands for { $days } days; nothing changes until you accept.
mail-footer-account-invited = You receive this email because someone at { $address } has invited this address.
team-factor-save = Save for the team

# all accounts
accounts-title = Accounts
accounts-find = Find an account
accounts-lead = Everybody who organises events here.
accounts-what = What is special
accounts-admin = Administrator
accounts-deactivated = Deactivated
accounts-invite-text = The person gets an email with a link and makes the account themselves.
accounts-invite = Invite
accounts-make-admin = Make an administrator
accounts-unmake-admin = Take back administrator rights
accounts-reset-factor = Reset the second factor
accounts-deactivate = Deactivate the account
accounts-reactivate = Give the account back
accounts-delete = Delete the account
accounts-admin-text = Administrators see and change all events and accounts.
accounts-deactivate-text = A deactivated account is signed out everywhere at once and keeps its roles until it is given back.
accounts-delete-text = The account of { $name } ({ $email }) is deleted with all its roles. The log then says “Deleted account”.
accounts-delete-events = These events have no other owner; they will be yours:
done-account-deleted = The account is deleted.
problem-last-admin = This is the last administrator. Make somebody else one first.
problem-own-account = You cannot deactivate or delete your own account. Another administrator can.
problem-login-deactivated = This account is deactivated. Ask an administrator.
actor-deleted = Deleted account
