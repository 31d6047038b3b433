# Undoing what organisers did.
nav-acts = Undo
acts-lead = What organisers did at this event within a day, newest first. Undoing puts everything back as it was, as long as no email about it has gone and nobody has changed the same since.
acts-empty = Nothing was done within a day that can be undone.
acts-what = What
acts-emails = Emails
acts-unnamed = A change
acts-times = { $n } entries of the log
acts-mails-none = None
acts-mails-waiting = { $n ->
    [one] One email waits until { $time }.
   *[other] { $n } emails wait until { $time }.
}
acts-mails-gone = { $n ->
    [one] One email has gone: this stays.
   *[other] Of { $n } emails some have gone: this stays.
}
act-just-done = Just done: { $what }.
act-undo = Undo
act-send = Send the emails now
act-of = { $what }, { $when }
done-act-undone = Undone. Everything is as it was before.
done-act-sent = The emails go now. Once one has gone, this can no longer be undone.
log-act-undone = Undone
problem-undo-forgotten = This can no longer be undone: more than a day has passed, it has been undone already, or somebody of it was deleted.
problem-undo-mail = This can no longer be undone: an email about it has gone. Change it by hand; those it concerns are told.
problem-undo-changed = This cannot be undone: something of it has been changed since. Undo the later change first if it is in this list, or change it by hand.
problem-undo-seats = This cannot be undone: meanwhile others have got the seats or places.
