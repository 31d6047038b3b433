## general : le cadre de chaque page, formulaires, listes, noms des catégories et des états

# cadre
skip-link = Aller au contenu
languages-label = Langue
sections-label = Sur ce site
crumbs-label = Vous êtes ici
sign-out = Se déconnecter
footer-organiser = Un événement organisé par { $name }
footer-imprint = Mentions légales
footer-privacy = Protection des données
footer-accessibility = Accessibilité
footer-barrier = Signaler un obstacle
easy-language = Facile à lire et à comprendre
sign-language = Langue des signes
footer-software = Réalisé avec Rendezvous
notice-success = C’est fait.
notice-info = À noter :
notice-warning = À vérifier :
notice-failure = L’opération n’a pas abouti.

# formulaires
error-title-prefix = Erreur :
error-summary-title = Veuillez vérifier vos réponses
step-of = Étape { $step } sur { $steps }
optional = facultatif
choose = Veuillez choisir
back = Retour
continue = Continuer
save = Enregistrer
cancel = Annuler
change = Modifier
remove = Retirer
add = Ajouter
search = Rechercher
show = Afficher
show-all = Tout afficher
details = Détails
yes = Oui
no = Non
none = Aucun
topic-offer = Je propose
topic-seek = Je recherche
topic-offer-text = Que proposez-vous exactement ? (facultatif)
topic-seek-text = Que recherchez-vous exactement ? (facultatif)
topics-filter = Trouver un thème
topics-filter-help = Ce que vous cochez est conservé pendant que vous cherchez ou changez de page.
topics-filter-do = Chercher des thèmes
topics-all = Tous les autres thèmes
topics-chosen = Vos thèmes
topics-found = { $count ->
    [0] Aucun autre thème pour « { $search } »
    [one] 1 autre thème pour « { $search } »
   *[other] { NUMBER($count) } autres thèmes pour « { $search } »
}
topics-hidden = { $count ->
    [one] 1 autre thème coché n’est pas sur cette page. Il reste coché.
   *[other] { NUMBER($count) } autres thèmes cochés ne sont pas sur cette page. Ils restent cochés.
}
topics-filter-count = thèmes affichés
sending = Un instant…

# listes
pager-label = Pages de cette liste
pager-range = { $first } à { $last } sur { $total }
pager-page = Page { $page } sur { $pages }
pager-previous = Page précédente
pager-next = Page suivante
list-none-found = Aucune entrée de cette liste ne contient tous ces mots.

# images
picture-table = Les mêmes données en tableau
picture-free = libre
picture-hours = Heure
table-number = Table { $number }
picture-room-number = Salle { $number }
picture-tables-range = Tables { $first } à { $last }
picture-rooms-range = Salles { $first } à { $last }
picture-own = binôme mis en évidence
picture-pinned = imposé
picture-wished = souhaité par les deux
picture-clash = conflit
picture-people = Personnes
picture-meetings = Rendez-vous
picture-date = Date
picture-new = Nouvelles
picture-registrations = Inscriptions
picture-capacity = Places : { NUMBER($seats) }
picture-histogram-title = Rendez-vous par personne
picture-histogram-sentence = { $people ->
    [one] Une personne a
   *[other] { NUMBER($people) } personnes ont
  } au total { $meetings ->
    [0] zéro rendez-vous
    [one] un rendez-vous
   *[other] { NUMBER($meetings) } rendez-vous
  } ; la moitié d’entre elles en a au moins { $median }.
picture-histogram-none = { $people ->
    [0] Chacun a au moins un rendez-vous.
    [one] Une personne n’a aucun rendez-vous.
   *[other] { NUMBER($people) } personnes n’ont aucun rendez-vous.
  }
picture-signups-title = Inscriptions par jour
picture-signups-sentence = { $total ->
    [0] Personne ne s’est encore inscrit.
    [one] Une personne s’est inscrite.
   *[other] { NUMBER($total) } personnes se sont inscrites.
  }

# catégories d’organismes
organisation-type-cluster = Cluster ou réseau
organisation-type-startup = Start-up
organisation-type-sme = Petite ou moyenne entreprise
organisation-type-company = Grande entreprise
organisation-type-higher-education = Établissement d’enseignement supérieur
organisation-type-research-organisation = Organisme de recherche
organisation-type-public-authority = Ministère ou autorité publique
organisation-type-public-body = Autre organisme public
organisation-type-public-utility = Entreprise de service public
organisation-type-association-or-agency = Association, chambre consulaire ou agence
organisation-type-international-organisation = Organisation internationale
organisation-type-investor = Investisseur
organisation-type-other = Autre organisme

# langues de conversation
language-bg = bulgare
language-bs = bosnien
language-cs = tchèque
language-da = danois
language-de = allemand
language-el = grec
language-en = anglais
language-es = espagnol
language-et = estonien
language-fi = finnois
language-fr = français
language-ga = irlandais
language-hr = croate
language-hu = hongrois
language-is = islandais
language-it = italien
language-lb = luxembourgeois
language-lt = lituanien
language-lv = letton
language-mk = macédonien
language-mt = maltais
language-nl = néerlandais
language-no = norvégien
language-pl = polonais
language-pt = portugais
language-ro = roumain
language-ru = russe
language-sk = slovaque
language-sl = slovène
language-sq = albanais
language-sr = serbe
language-sv = suédois
language-tr = turc
language-uk = ukrainien

# états d’une inscription
registration-state-unconfirmed = Pas encore confirmée
registration-state-awaiting-approval = En attente d’approbation
registration-state-registered = Inscrit·e
registration-state-waiting-list = Sur liste d’attente
registration-state-rejected = Non retenue
registration-state-cancelled = Annulée

# rôles pour un événement
role-viewer = Lecture seule
role-organiser = Équipe d’organisation
role-owner = Responsable
