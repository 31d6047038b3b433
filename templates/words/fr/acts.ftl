# Annuler ce que des organisateurs ont fait.
nav-acts = Annuler
acts-lead = Ce que des organisateurs ont fait pour cet événement en un jour, le plus récent d’abord. L’annulation remet tout dans l’état d’avant, tant qu’aucun courriel à ce sujet n’est parti et que personne n’a modifié la même chose depuis.
acts-empty = Rien de ce qui a été fait en un jour ne peut être annulé.
acts-what = Quoi
acts-emails = Courriels
acts-unnamed = Une modification
acts-times = { $n } entrées du journal
acts-mails-none = Aucun
acts-mails-waiting = { $n ->
    [one] Un courriel attend jusqu’à { $time }.
   *[other] { $n } courriels attendent jusqu’à { $time }.
}
acts-mails-gone = { $n ->
    [one] Un courriel est parti : cela reste ainsi.
   *[other] Sur { $n } courriels, certains sont partis : cela reste ainsi.
}
act-just-done = À l’instant : { $what }.
act-undo = Annuler cette action
act-send = Envoyer les courriels maintenant
act-of = { $what }, { $when }
done-act-undone = Annulé. Tout est comme avant.
done-act-sent = Les courriels partent maintenant. Dès que l’un d’eux est parti, cela ne peut plus être annulé.
log-act-undone = Annulé
problem-undo-forgotten = Cela ne peut plus être annulé : plus d’un jour a passé, c’est déjà annulé, ou une personne concernée a été effacée.
problem-undo-mail = Cela ne peut plus être annulé : un courriel à ce sujet est parti. Modifiez-le à la main ; les personnes concernées en sont informées.
problem-undo-changed = Cela ne peut pas être annulé : quelque chose a été modifié depuis. Annulez d’abord la modification plus récente si elle figure dans cette liste, ou modifiez à la main.
problem-undo-seats = Cela ne peut pas être annulé : entre-temps, d’autres ont obtenu les places.
