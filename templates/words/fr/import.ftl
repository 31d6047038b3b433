## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = Ce fichier dépasse { $max } Mo. Divisez-le en plusieurs fichiers et importez-les l’un après l’autre.
problem-import-empty = Ce fichier est vide. Choisissez le fichier qui contient votre liste.
problem-import-is-not-csv = Ce n’est pas un fichier CSV. Enregistrez votre liste au format « CSV UTF-8 » dans votre tableur et importez ce fichier.
problem-import-no-header = Aucune colonne de ce fichier n’est connue. La première ligne doit nommer les colonnes, par exemple nom, e-mail, organisme, pays, thèmes.
problem-import-no-name-column = Ce fichier n’a pas de colonne avec des noms ou des organismes. Ajoutez une colonne « nom » ou « organisme ».
problem-import-no-rows = Ce fichier a un en-tête et rien en dessous.
problem-import-too-many-rows = Ce fichier a plus de { $max } lignes. Divisez-le en plusieurs fichiers.
problem-import-too-many-columns = Ce fichier a plus de { $max } colonnes. Retirez celles qui ne servent pas.

problem-import-is-spreadsheet = Ce fichier n’est pas une liste lisible. Ouvrez-le dans votre tableur, choisissez « Enregistrer sous » et le format XLSX, ODS ou « CSV UTF-8 », puis importez le nouveau fichier.
problem-import-bad-spreadsheet = Ce classeur est endommagé ou protégé par un mot de passe. Ouvrez-le dans votre tableur, enregistrez-le sans mot de passe en XLSX ou ODS, puis importez le nouveau fichier.
problem-import-spreadsheet-too-large = Ce classeur devient trop grand une fois décompressé. Gardez seulement la feuille avec votre liste, supprimez ce qui se trouve à côté et en dessous, puis importez-le de nouveau.
problem-import-state = Personne n’a dit ce que signifie l’état « { $value } ». Choisissez ci-dessus ce qui arrive à ces personnes, puis vérifiez de nouveau.

# what is wrong with a row
problem-import-open-quote = Un guillemet s’ouvre dans cette ligne et ne se ferme jamais. Fermez-le ou retirez-le et importez le fichier à nouveau : tout ce qui suit a été lu comme une seule cellule.
problem-import-too-many-cells = Cette ligne a { $cells } cellules, l’en-tête { $columns }. Mettez entre guillemets les cellules qui contiennent le séparateur.
problem-import-unreadable = Certains caractères de cette ligne sont illisibles. Enregistrez le fichier au format « CSV UTF-8 » et importez-le à nouveau.
problem-import-nobody = Cette ligne ne nomme ni personne ni organisme.
problem-import-email-twice = Cette adresse figure déjà à la ligne { $line } pour { $name }. Chaque personne a besoin de sa propre adresse.
problem-import-country = « { $value } » n’est pas un pays connu ici. Écrivez son nom en français, en anglais ou en allemand, ou son code à deux lettres, par exemple FR.
problem-import-organisation-type = « { $value } » n’est pas un type d’organisme. Écrivez par exemple cluster, startup, sme, company, higher_education, research_organisation, public_authority, investor ou other.
problem-import-participant-type = « { $value } » n’est pas un type de participants de cet événement. Écrivez-le comme dans les réglages, ou ajoutez-le d’abord.
problem-import-language = « { $value } » n’est pas une langue connue ici. Écrivez son nom ou son code à deux lettres, par exemple fr.
problem-import-topic = « { $value } » n’est pas un thème de cet événement. Écrivez-le comme dans la liste des thèmes, ou autorisez les nouveaux thèmes.
problem-import-too-many-topics = Cette cellule nomme plus de { $max } thèmes. Gardez les plus importants.
problem-import-text-without-topic = Ce texte n’appartient à aucun thème. Nommez un thème dans la colonne « thèmes ».

# columns
import-column-first-name = prénom
import-column-last-name = nom de famille
import-column-topics = offres et recherches
import-column-offers = offres
import-column-seeks = recherches
import-column-language = langue des e-mails
import-column-max-meetings = rendez-vous au plus
import-column-status = état

# the command line and the page
import-sheet-facts = { $rows ->
    [one] Une ligne
   *[other] { NUMBER($rows) } lignes
} de la feuille « { $sheet } ».
import-counts = { $new } nouvelles, { $changed } modifiées, { $same } identiques, { $faulty } erronées{ $registers ->
    [0] {""}
   *[other] , { NUMBER($registers) } connues et pas inscrites jusqu’ici
}{ $left ->
    [0] {""}
   *[other] , { NUMBER($left) } laissées de côté
}
import-left-out = Le fichier indique « { $state } ». { $here ->
    [none] Pas importée.
    [registered] Inscription confirmée ici, et elle le reste ; annulez-la au besoin sur la page de la personne.
    [waiting_list] Sur la liste d’attente ici, et elle y reste.
    [awaiting_approval] Attend ici votre accord, et continue d’attendre.
    [invited] Invitée ici, et le reste.
   *[other] Pas inscrite ici, et cela reste ainsi.
}
import-left-as-it-is = { $here ->
    [cancelled] Inscription annulée ici, et elle le reste.
    [rejected] Pas acceptée ici, et cela reste ainsi.
    [declined] A décliné ici, et cela reste ainsi.
    [unanswered] N’a pas répondu ici, et cela reste ainsi.
   *[other] Pas encore confirmée ici, et cela reste ainsi.
}
import-row-registers = { $here ->
    [unconfirmed] Pas encore confirmée ici ; inscrite maintenant.
    [cancelled] Avait annulé ici ; inscrite de nouveau.
    [rejected] Pas acceptée ici ; inscrite maintenant.
    [waiting_list] Sur la liste d’attente ici ; inscrite maintenant si une place est libre.
    [unanswered] N’a pas répondu ici ; inscrite maintenant.
    [declined] Avait décliné ici ; inscrite maintenant.
   *[other] Attend un accord ici ; inscrite maintenant.
}
import-doubt = Les lettres ont peut-être été mal lues. En { $encoding }, le fichier indique : { $read }. En { $other }, il indiquerait : { $meant }. Choisissez l’encodage dans lequel les noms sont justes.
import-doubt-alone = Certains mots semblent mal lus ({ $encoding }) : { $read }. Essayez un autre encodage ou enregistrez de nouveau la liste en « CSV UTF-8 ».
import-undecided = { $count ->
    [one] Une colonne n’est pas connue et reste de côté : { $titles }. Dites ci-dessous ce qu’elle contient, ou ignorez-la.
   *[other] { NUMBER($count) } colonnes ne sont pas connues et restent de côté : { $titles }. Dites ci-dessous ce qu’elles contiennent, ou ignorez-les.
}
import-states-open = { $count ->
    [one] Un état du fichier n’est pas connu. Dites ci-dessous ce qui arrive à ces personnes.
   *[other] { NUMBER($count) } états du fichier ne sont pas connus. Dites ci-dessous ce qui arrive à ces personnes.
}
import-lack-choose = Ou dites ci-dessous quelle colonne contient quoi.
import-reading = Comment le fichier a été lu
import-encoding = Encodage
import-delimiter = Entre les cellules
import-sheet = Feuille
import-guessed = trouvé tout seul : { $as }
import-mapping = Ce qu’est chaque colonne
import-mapping-lead = Votre choix vaut aussi pour le prochain fichier avec ces colonnes.
import-column-line = « { $title } » : { $taken }
import-column-title = Colonne du fichier
import-column-untitled = (sans titre)
import-samples-title = Premières cellules
import-column-state-title = État
import-taken-title = Lue comme
import-column-choose = choisir …
import-column-ignore = ignorer
import-column-question = question : { $question }
import-column-taken = Reprise
import-column-ignored = Ignorée
import-column-open = À décider
import-column-empty = { $count ->
    [one] une vide
   *[other] { NUMBER($count) } vides
}
import-why-buyer = de la personne qui paie, pas de l’invité
import-why-bookkeeping = de l’autre système
import-states = Ce que signifient les états
import-state-title = État
import-state-rows = Lignes
import-fate-title = Ce qui arrive
import-fate-import = importer
import-fate-leave-out = laisser de côté
import-fate-wait = importer en attente
import-state-theirs = « { $state } » dans « { $title } »
import-state-ours = { $here ->
    [unconfirmed] Ici : pas encore confirmée
    [cancelled] Ici : annulée
    [rejected] Ici : pas acceptée
    [waiting_list] Ici : sur la liste d’attente
    [declined] Ici : déclinée
    [unanswered] Ici : invitation sans réponse
   *[other] Ici : attend un accord
}
import-own-import = inscrire
import-own-leave = laisser tel quel
import-topics-title = Thèmes que l’événement n’a pas
import-topics-lead = Cochez ceux que l’événement doit avoir. Chacun peut recevoir un autre nom : deux thèmes de même nom n’en font qu’un, et le nom d’un thème de l’événement désigne ce thème. Sans coche, un thème reste de côté.
import-topics-from = Cocher ceux que nomment au moins tant de lignes
import-topics-from-help = Vide : jusqu’à 40, tous sont cochés ; au-delà, aucun. Vérifiez ensuite de nouveau.
import-topic-title = Dans le fichier
import-topic-name = Nom dans l’événement
import-topic-name-of = Nom dans l’événement pour « { $topic } »
import-topics-more = { $count ->
    [one] Un autre, que peu de lignes nomment, n’est pas affiché.
   *[other] { NUMBER($count) } autres, que peu de lignes nomment, ne sont pas affichés.
}
import-answers = Réponses qui changent
import-answers-lead = Une coche reprend ce que dit le fichier. Ce que les personnes ont dit elles-mêmes n’est pas coché et reste, sauf si vous le cochez.
import-answer-title = Réponse
import-old-title = Ici maintenant
import-new-title = Dans le fichier
import-said-title = Dit ici par
import-said-themselves = la personne elle-même
import-said-import = import
import-take = { $answer }
import-rows-registers = Connues, pas inscrites jusqu’ici
import-rows-left = Laissées de côté
import-tells-registers = Ce qui arrive
import-tells-left = Raison
import-lead = À partir d’une liste que vous avez : XLSX, ODS ou CSV de votre tableur, ou l’export de pretix, Indico, Eventbrite et d’autres. Vous voyez d’abord ce qui changerait ; aucun mail ne part sans votre accord.
import-file-help = XLSX, ODS ou CSV dans tout encodage usuel, { $max } Mo au plus. La première ligne nomme les colonnes.
import-file-facts = { $rows ->
    [one] Une ligne lue
   *[other] { NUMBER($rows) } lignes lues
} en { $encoding }, cellules séparées par { $delimiter }.
import-delimiter-tab = des tabulations
import-delimiter-sign = « { $sign } »
import-new-topics = { $count ->
    [one] Un thème s’ajoute à l’événement : { $topics }
   *[other] { NUMBER($count) } thèmes s’ajoutent à l’événement : { $topics }
}
import-row-at = Ligne { $line }
import-row-at-column = Ligne { $line }, colonne { $column }
import-row-at-title = Ligne { $line }, colonne { $column } « { $title } »
import-row-repeats = comme la ligne { $line }
import-row-adds = complète la ligne { $line }
import-done-nothing = Rien n’a changé : tout était déjà connu.
import-done-registered = { $count ->
    [one] Une personne est inscrite.
   *[other] { NUMBER($count) } personnes sont inscrites.
}
import-done-waiting = { $count ->
    [one] Une est sur la liste d’attente : toutes les places sont prises.
   *[other] { NUMBER($count) } sont sur la liste d’attente : toutes les places sont prises.
}
import-done-changed = { $count ->
    [one] Une fiche est modifiée.
   *[other] { NUMBER($count) } fiches sont modifiées.
}
import-nothing-stored = Rien n’a été importé : { $faulty ->
    [one] une ligne est erronée
   *[other] { NUMBER($faulty) } lignes sont erronées
}. Corrigez le fichier, ou importez seulement les bonnes lignes.
problem-import-file-missing = Choisissez le fichier qui contient votre liste.
import-title = Importer des participants
import-file = Fichier
import-mail = Informer par e-mail les nouveaux participants de leur inscription
import-mail-help = Seulement ceux dont la ligne a une adresse.
import-check = Montrer ce qui changerait
import-check-again = Vérifier à nouveau avec ces réglages
import-columns-title = Colonnes
import-columns-text = { $fields }, thèmes, offres, recherches, langue, max_meetings. Le prénom et le nom de famille peuvent remplacer le nom. Un nom ou un organisme suffit ; plusieurs thèmes tiennent dans une cellule, séparés par des points-virgules. Une ligne sans adresse représente un organisme qui ne reçoit jamais d’e-mail.
import-plan-title = Ce que ce fichier changerait
import-plan-lead = Rien n’est encore enregistré.
import-rows-new = Nouvelles
import-rows-changed = Modifiées
import-rows-same = Identiques
import-rows-faulty = Erronées
import-tells-new = Remarque
import-tells-changed = Ce qui change
import-tells-same = Remarque
import-tells-faulty = Que faire
import-line-title = Ligne
import-who-title = Qui
import-reason-title = Motif
import-more = { $count ->
    [one] Une autre n’est pas affichée.
   *[other] { NUMBER($count) } autres ne sont pas affichées.
}
import-all-rows = { $count ->
    [one] Importer la ligne
   *[other] Importer les { NUMBER($count) } lignes
}
import-good-rows = { $count ->
    [one] Importer seulement la bonne ligne
   *[other] Importer seulement les { NUMBER($count) } bonnes lignes
}
import-faulty-file = Télécharger les lignes erronées
import-other-file = Choisir un autre fichier
import-nothing-new = Tout ce que contient ce fichier est déjà connu. Il n’y a rien à importer.
import-breaks = { $meetings ->
    [one] Cet import touche { $meetings } rendez-vous publié de { $people } personnes : il ne peut plus avoir lieu. Si vous importez quand même, la page du planning propose de réparer le planning ou d’annuler le rendez-vous ; ou choisissez ci-dessous les modifications à laisser.
   *[other] Cet import touche { $meetings } rendez-vous publiés de { $people } personnes : ils ne peuvent plus avoir lieu. Si vous importez quand même, la page du planning propose de réparer le planning ou d’annuler ces rendez-vous ; ou choisissez ci-dessous les modifications à laisser.
}
