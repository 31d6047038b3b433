# Ce qui manque avant l’étape suivante d’un événement, et ce qui est là.

stage-now = Attend une décision
stage-opening = Avant l’ouverture des inscriptions
stage-round = Avant un tour de mise en relation
stage-day = Avant le premier jour
stage-count = { NUMBER($done) } sur { NUMBER($all) }
stage-done = Fait
step-languages = { $count ->
    [one] Compléter les textes de l’événement : il en manque dans une de ses langues
   *[other] Compléter les textes de l’événement : il en manque dans { NUMBER($count) } de ses langues
}
step-closing = Indiquer quand les inscriptions se terminent : sinon, elles restent ouvertes jusqu’à la fin de l’événement
step-tables = Indiquer le nombre de tables
step-wishes = { $count ->
    [one] Envoyer un rappel à une personne qui n’a pas encore dit qui elle souhaite rencontrer
   *[other] Envoyer un rappel à { NUMBER($count) } personnes qui n’ont pas encore dit qui elles souhaitent rencontrer
}
step-meetings = { $count ->
    [one] Voir pourquoi une personne inscrite n’a pas de rendez-vous
   *[other] Voir pourquoi { NUMBER($count) } personnes inscrites n’ont pas de rendez-vous
}
step-reminders = Activer les rappels du jour
step-law-done = Les mentions légales et la protection des données sont complètes
step-topics-done = Les thèmes sont là
step-languages-done = Les textes de l’événement sont là dans toutes ses langues
step-closing-done = La fin des inscriptions est indiquée
step-open-done = L’événement est public
step-invite-done = Des personnes sont inscrites
step-blocks-done = Il y a des heures de rendez-vous
step-tables-done = Il y a des tables
step-wishes-done = La plupart ont dit qui ils souhaitent rencontrer
step-publish-done = Un plan est publié
step-meetings-done = Toutes les personnes inscrites ont un rendez-vous
step-reminders-done = Un rappel du jour est prévu
