# Invitations to sessions: who is asked to a reception or a round of its own, and what they say.

session-types-invited = Those whom the team invites
session-by-invitation = by invitation
session-you-are-invited = You are invited
session-accept = Take part
session-decline = Decline
done-session-accepted = You take part. Your schedule shows it, or that you wait for a place.
done-session-declined = You have declined the invitation.
session-invited = Invited
session-invited-lead = { $count ->
    [0] Nobody is invited to this session.
    [one] One person is invited.
   *[other] { NUMBER($count) } people are invited.
} { $comes ->
    [0] {""}
    [one] One takes part.
   *[other] { NUMBER($comes) } take part.
} { $waits ->
    [0] {""}
    [one] One waits for a place.
   *[other] { NUMBER($waits) } wait for a place.
} { $declined ->
    [0] {""}
    [one] One has declined.
   *[other] { NUMBER($declined) } have declined.
}
session-invite-find = Invite somebody: name or organisation
session-invite-nobody = Nobody is found who is registered and not invited yet.
session-invite = Invite
session-uninvite = Withdraw the invitation
session-invited-answer = Answer
session-invited-comes = Takes part
session-invited-waits = Waits for a place
session-invited-declined = Has declined
session-invited-silent = No answer yet
done-session-invited = The person is invited, and an email is on its way.
bulk-session-invite = Invite to a session
bulk-session-mails = Each of them gets an email with the invitation. Nobody else sees who is invited.
bulk-cannot-not-registered = { $count ->
    [one] One person cannot be invited, because they are not registered:
   *[other] { NUMBER($count) } people cannot be invited, because they are not registered:
}
mail-session-invited-subject = You are invited to “{ $session }”: { $event }
mail-session-invited-heading = You are invited
mail-session-invited-text = You are invited to “{ $session }” at { $event }. Please say in your schedule whether you take part.
outbox-kind-session-invited = Invitation to a session
log-session-invited = Invited to a session
log-session-uninvited = Invitation to a session withdrawn
log-session-accepted = Invitation to a session accepted
log-session-declined = Invitation to a session declined
data-session-invited = Invited to a session
data-session-declined = declined { $moment }
