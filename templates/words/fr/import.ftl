## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = Ce fichier dépasse { $max } Mo. Divisez-le en plusieurs fichiers et importez-les l’un après l’autre.
problem-import-empty = Ce fichier est vide. Choisissez le fichier qui contient votre liste.
problem-import-is-spreadsheet = C’est un classeur, pas un fichier CSV. Ouvrez-le dans votre tableur, choisissez « Enregistrer sous » et le format « CSV UTF-8 », puis importez le nouveau fichier.
problem-import-is-not-csv = Ce n’est pas un fichier CSV. Enregistrez votre liste au format « CSV UTF-8 » dans votre tableur et importez ce fichier.
problem-import-no-header = Aucune colonne de ce fichier n’est connue. La première ligne doit nommer les colonnes, par exemple nom, e-mail, organisme, pays, thèmes.
problem-import-no-name-column = Ce fichier n’a pas de colonne avec des noms ou des organismes. Ajoutez une colonne « nom » ou « organisme ».
problem-import-no-rows = Ce fichier a un en-tête et rien en dessous.
problem-import-too-many-rows = Ce fichier a plus de { $max } lignes. Divisez-le en plusieurs fichiers.
problem-import-too-many-columns = Ce fichier a plus de { $max } colonnes. Retirez celles qui ne servent pas.

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
problem-import-gone = L’autre système indique « { $value } » : cette personne ne vient pas. Supprimez la ligne ou son état.

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
import-file-facts = { $rows ->
    [one] Une ligne lue
   *[other] { NUMBER($rows) } lignes lues
} en { $encoding }, cellules séparées par { $delimiter }.
import-delimiter-tab = des tabulations
import-delimiter-sign = « { $sign } »
import-counts = { $new } nouvelles, { $changed } modifiées, { $same } identiques, { $faulty } erronées
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
import-lead = À partir d’une liste que vous avez déjà : un fichier CSV de votre tableur ou l’export de pretix, Indico, Eventbrite et d’autres. Vous voyez d’abord ce qui changerait ; aucun e-mail ne part sans votre accord.
import-file = Fichier
import-file-help = CSV dans tout encodage courant, { $max } Mo au plus. La première ligne nomme les colonnes.
import-topics = Ajouter à la liste les thèmes que l’événement n’a pas
import-topics-help = Sinon, les lignes avec d’autres thèmes comptent comme erronées.
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
