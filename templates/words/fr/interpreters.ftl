# Interprètes
meeting-interpreter = interprète : { $name }
round-interpreter = Interprète
misfit-no-interpreter = Les deux personnes n’ont pas de langue commune, et personne ne fait l’interprète à cette heure
misfit-no-common-language = Les deux personnes n’ont pas de langue commune
change-no-interpreter = Les deux personnes n’ont pas de langue commune, et aucun interprète n’est libre à cette heure. Choisissez une autre heure.
hindrance-no-interpreter = pas de langue commune, et aucun interprète n’est libre aux créneaux restants
cause-no-interpreter = Pas de langue commune, et tous les interprètes sont pris
nav-interpreters = Interprètes
interpreters-lead = Deux personnes sans langue commune peuvent se rencontrer avec un interprète. Un interprète n’est qu’à un rendez-vous à la fois. Les tours planifient les interprètes avec les rendez-vous.
language-rule = Rendez-vous de deux personnes sans langue commune
language-rule-any = Selon chaque tour
language-rule-any-help = Un tour peut exiger une langue commune. Personne ne fait l’interprète.
language-rule-shared = Ne sont pas planifiés
language-rule-shared-help = Les tours les laissent de côté. Les participants peuvent toujours convenir d’un rendez-vous entre eux.
language-rule-interpreted = Seulement avec un interprète
language-rule-interpreted-help = Un tel rendez-vous exige un interprète libre qui parle une langue de chacune des deux personnes : dans les tours, à la main, dans les propositions et le jour même.
interpreters-who = Qui fait l’interprète
interpreters-idle = Avec les réglages de l’événement, aucun rendez-vous n’exige d’interprète.
interpreters-lacking = Il n’y a pas encore d’interprète : deux personnes sans langue commune ne peuvent pas se rencontrer.
interpreters-none = Il n’y a pas encore d’interprètes.
interpreter-new = Ajouter un interprète
interpreter-name = Nom
interpreter-email = Adresse électronique
interpreter-email-help = Si vous en indiquez une, le plan y est envoyé, et de nouveau à chaque changement. Visible seulement par l’équipe de l’événement.
interpreter-lang = Langue des courriels
interpreter-languages = Langues
interpreter-languages-help = Cochez-en au moins deux. La personne interprète entre deux quelconques de ces langues.
interpreter-away = La personne n’est pas là à
interpreter-away-help = Cochez les heures auxquelles la personne ne peut pas faire l’interprète.
interpreter-away-times = { $times ->
    [one] absence à { NUMBER($times) } créneau
   *[other] absence à { NUMBER($times) } créneaux
}
interpreter-meetings = Rendez-vous
interpreter-place = Lieu
interpreter-plan = Plan
interpreter-plan-none = Le plan publié n’a pas encore de rendez-vous pour cette personne.
interpreter-plan-pdf = Plan en PDF
interpreter-plan-ics = Plan pour un agenda
interpreter-remove-text = { $meetings ->
    [0] Cette personne ne fait l’interprète à aucun rendez-vous publié.
    [one] Cette personne fait l’interprète à { NUMBER($meetings) } rendez-vous publié.
   *[other] Cette personne fait l’interprète à { NUMBER($meetings) } rendez-vous publiés.
}
interpreter-calendar-summary = Interprétation : { $pair }
problem-two-languages = Cochez au moins deux langues.
problem-interpreter-name = Indiquez le nom de l’interprète.
problem-interpreters-most = Un événement peut avoir au plus { NUMBER($max) } interprètes.
log-languages-ruled = Règle des langues modifiée
log-interpreter-added = Interprète ajouté
log-interpreter-changed = Interprète modifié
log-interpreter-removed = Interprète supprimé
outbox-kind-interpreter-plan = Plan d’un interprète
mail-fact-interpreter = Interprète
mail-interpreter-plan-subject = Votre plan d’interprète : { $event }
mail-interpreter-plan-heading = Votre plan d’interprète
mail-interpreter-plan-text = Voici votre plan actuel pour l’événement « { $event } ». Il remplace tous les précédents.
mail-interpreter-plan-count = { $count ->
    [0] Aucun rendez-vous pour le moment.
    [one] { NUMBER($count) } rendez-vous :
   *[other] { NUMBER($count) } rendez-vous :
}
mail-interpreter-plan-file = Le fichier joint interpreting.ics ajoute les rendez-vous à votre agenda.
mail-footer-interpreter = Vous recevez ce courriel parce que { $organiser } vous a inscrit comme interprète pour { $event }.
stored-interpreters = Nom, adresse électronique, langues et heures des personnes qui font l’interprète
stored-interpreters-why = Pour que des personnes sans langue commune puissent se rencontrer
