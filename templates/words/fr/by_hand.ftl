# Personnes saisies à la main : ajout, notes et étiquettes, vues enregistrées, modifications groupées, suppression sur demande.

add-person = Ajouter une personne
add-person-lead = Pour quelqu’un à l’accueil ou au téléphone. La personne est inscrite tout de suite. Les autres ne la voient pas et elle n’a consenti à rien ; elle peut faire les deux sur sa propre page. Vous pourrez ensuite indiquer ses offres, ses recherches et ses horaires.
add-person-email-help = Sans adresse, aucun e-mail n’atteint la personne, et elle n’a pas de page à elle.
add-person-registration = Inscription
add-person-beyond = Toutes les places sont prises
add-person-waits = Mettre sur la liste d’attente
add-person-seated = Donner une place au-delà de la capacité
add-person-mails = Envoyer un e-mail au sujet de l’inscription
add-person-mails-help = Il dit que vous avez inscrit la personne ou l’avez mise sur la liste d’attente, et contient son lien personnel.
add-person-do = Ajouter la personne
done-person-added = La personne est inscrite.
done-person-added-waits = La personne est sur la liste d’attente.
problem-event-deleted = Les participants de cet événement sont déjà supprimés. Personne ne peut plus être ajouté.
problem-person-known = { $name } figure déjà dans la liste avec cette adresse. Ouvrez sa fiche pour la modifier.
problem-seats-taken = Toutes les places sont prises. Choisissez ce qui doit se passer.
log-registration-added = Ajouté à la main

views = Vues enregistrées
views-begin = Commencer par une vue enregistrée :
view-name = Enregistrer ce filtre sous un nom
view-keep = Enregistrer la vue
view-remove = Retirer la vue { $name }
done-view-kept = La vue est enregistrée. Toute l’équipe la voit.
problem-view-name = Indiquez un nom pour la vue.
problem-view-everybody = Ce filtre n’exclut personne. Choisissez d’abord quelque chose.
problem-views-many = Un événement a au plus { $max } vues. Retirez-en une avant d’en ajouter une autre.

filter-tag = Étiquette
remarks-title = Notes et étiquettes de l’équipe
remarks-lead = Seule votre équipe voit ceci. La personne le reçoit avec tout ce qui est conservé à son sujet, si elle demande ses données.
tag-new = Ajouter une étiquette
tag-give = Ajouter l’étiquette
tag-take = Retirer l’étiquette { $tag }
note-new = Nouvelle note
note-add = Ajouter la note
note-remove = Retirer la note
problem-tag-missing = Indiquez une étiquette.
problem-tags-many = Un événement a au plus { $max } étiquettes. Utilisez-en une, ou retirez-en une à toutes les personnes qui l’ont.
problem-note-missing = Indiquez une note.
problem-notes-many = Il y a au plus { $max } notes sur une personne. Retirez-en une avant d’en ajouter une autre.
log-participant-noted = Note ajoutée
log-participant-unnoted = Note retirée
log-participant-tagged = Étiquette ajoutée
log-participant-untagged = Étiquette retirée
data-notes = Ce que les organisateurs notent à votre sujet
data-tags = Étiquettes
stored-notes = Notes et étiquettes des organisateurs à votre sujet
stored-notes-why = Pour que les organisateurs se souviennent de ce qui est convenu avec vous et trouvent les personnes qui vont ensemble

decide-mails = { $people ->
    [0] Aucun e-mail n’est envoyé à ces personnes
    [one] Un e-mail est envoyé à ces personnes
   *[other] { NUMBER($people) } e-mails sont envoyés à ces personnes
}{ $partners ->
    [0] .
    [one] {" "}et un à une personne qui devait les rencontrer.
   *[other] {" "}et un à chacune des { NUMBER($partners) } personnes qui devaient les rencontrer.
}

bulk-what = Modifier pour les personnes cochées
bulk-go = Choisir la nouvelle valeur
bulk-title = Modifier plusieurs personnes
bulk-tag-give = Ajouter une étiquette
bulk-tag-take = Retirer une étiquette
bulk-tag-help = Un mot court par lequel votre équipe retrouve ces personnes.
bulk-value = Nouvelle valeur
bulk-how = Ce qui se passe
bulk-how-set = Elle remplace toutes les réponses précédentes
bulk-how-add = Elle est ajoutée
bulk-how-remove = Elle est retirée
bulk-look = Montrer ce qui changerait
bulk-would = Ce qui changerait
bulk-lead = { $count ->
    [0] Personne n’est modifié
    [one] Une personne est modifiée
   *[other] { NUMBER($count) } personnes sont modifiées
}, sur { $all ->
    [one] une
   *[other] { NUMBER($all) }
}. { $same ->
    [0] {""}
    [one] Pour une personne, c’est déjà le cas.
   *[other] Pour { NUMBER($same) } personnes, c’est déjà le cas.
}
bulk-cannot-ended = { $count ->
    [one] Une personne ne peut pas être modifiée, car son inscription est terminée :
   *[other] { NUMBER($count) } personnes ne peuvent pas être modifiées, car leurs inscriptions sont terminées :
}
bulk-cannot-not-asked = { $count ->
    [one] Une personne ne peut pas être modifiée, car la question ne lui est pas posée :
   *[other] { NUMBER($count) } personnes ne peuvent pas être modifiées, car la question ne leur est pas posée :
}
bulk-cannot-needed = { $count ->
    [one] Une personne ne peut pas être modifiée, car il lui manquerait une réponse nécessaire :
   *[other] { NUMBER($count) } personnes ne peuvent pas être modifiées, car il leur manquerait une réponse nécessaire :
}
bulk-no-mail = Aucun e-mail n’est envoyé. Le journal indique la modification pour chaque personne.
bulk-do = { $count ->
    [one] Modifier une personne
   *[other] Modifier { NUMBER($count) } personnes
}
done-bulk-changed = Les personnes sont modifiées.
problem-bulk-value = Choisissez une valeur dans la liste.

delete-person = Supprimer sur demande
delete-person-question = Cette personne veut-elle que tout ce qui la concerne soit supprimé ?
delete-person-lead = Vérifiez que la demande vient de la personne elle-même. C’est irréversible.
delete-person-registration = L’inscription prend fin. La place va à la personne suivante sur la liste d’attente.
delete-person-meetings = { $count ->
    [one] Un rendez-vous est annulé, et l’autre personne en est informée.
   *[other] { NUMBER($count) } rendez-vous sont annulés, et les autres personnes en sont informées.
}
delete-person-what = Sont supprimés : nom, adresse, organisme, réponses, offres et recherches, souhaits, consentements, notes, étiquettes et liens, ainsi que l’adresse et le texte de chaque e-mail à la personne.
delete-person-stays = Pour que les chiffres de l’événement restent justes, demeurent sans le nom : le pays, le type d’organisme, et le fait qu’il y a eu une inscription et des rendez-vous.
delete-person-log = Le journal garde qu’une personne a été supprimée, quand et par qui, sans la nommer.
delete-person-do = Supprimer tout ce qui concerne cette personne
done-person-deleted = Tout ce qui concerne la personne est supprimé. Un dernier e-mail le lui dit.
done-person-deleted-without-mail = Tout ce qui concerne la personne est supprimé. Aucun e-mail ne suit.
