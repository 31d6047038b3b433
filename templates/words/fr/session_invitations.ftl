# Invitations à des sessions : qui est convié à une réception ou à un cercle, et ce que les personnes répondent.

session-types-invited = Les personnes que l’équipe invite
session-by-invitation = sur invitation
session-you-are-invited = Invitation pour vous
session-accept = Participer
session-decline = Décliner
done-session-accepted = Votre participation est notée. Votre planning l’indique, ou que vous attendez une place.
done-session-declined = Vous avez décliné l’invitation.
session-invited = Personnes invitées
session-invited-lead = { $count ->
    [0] Personne n’est invité à cette session.
    [one] Une personne est invitée.
   *[other] { NUMBER($count) } personnes sont invitées.
} { $comes ->
    [0] {""}
    [one] Une participe.
   *[other] { NUMBER($comes) } participent.
} { $waits ->
    [0] {""}
    [one] Une attend une place.
   *[other] { NUMBER($waits) } attendent une place.
} { $declined ->
    [0] {""}
    [one] Une a décliné.
   *[other] { NUMBER($declined) } ont décliné.
}
session-invite-find = Inviter quelqu’un : nom ou organisme
session-invite-nobody = Aucune personne inscrite et pas encore invitée ne correspond.
session-invite = Inviter
session-uninvite = Retirer l’invitation
session-invited-answer = Réponse
session-invited-comes = Participe
session-invited-waits = Attend une place
session-invited-declined = A décliné
session-invited-silent = Pas encore de réponse
done-session-invited = La personne est invitée ; le courriel est en route.
bulk-session-invite = Inviter à une session
bulk-session-mails = Chaque personne reçoit un courriel avec l’invitation. Personne d’autre ne voit qui est invité.
bulk-cannot-not-registered = { $count ->
    [one] Une personne ne peut pas être invitée, car son inscription n’est pas confirmée :
   *[other] { NUMBER($count) } personnes ne peuvent pas être invitées, car leurs inscriptions ne sont pas confirmées :
}
mail-session-invited-subject = Invitation à « { $session } » : { $event }
mail-session-invited-heading = Une invitation pour vous
mail-session-invited-text = Nous vous invitons à « { $session } » lors de { $event }. Dites dans votre planning si vous participez.
outbox-kind-session-invited = Invitation à une session
log-session-invited = Invitation à une session
log-session-uninvited = Invitation à une session retirée
log-session-accepted = Invitation à une session acceptée
log-session-declined = Invitation à une session déclinée
data-session-invited = Invitation à une session
data-session-declined = déclinée { $moment }
