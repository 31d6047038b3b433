## public: pages for everybody

# errors
error-way-home = Vers la page d’accueil
error-request = Si vous nous écrivez à ce sujet, indiquez le numéro { $id }.
error-not-found-title = Cette page n’existe pas ici
error-not-found-text = Veuillez vérifier l’adresse. L’événement a peut-être changé de nom ou n’est pas encore public.
error-forbidden-title = Vous n’avez pas accès à cette page
error-forbidden-text = Votre compte ne permet pas cette action ici. Demandez le rôle nécessaire à une personne propriétaire de l’événement.
error-cross-site-title = Ce formulaire vient d’un autre site
error-cross-site-text = Pour votre sécurité, rien n’a été modifié. Veuillez ouvrir la page ici et remplir à nouveau le formulaire.
error-send-again-title = Veuillez envoyer encore une fois
error-send-again-text = La page est restée longtemps ouverte, ou votre navigateur n’accepte pas les cookies. Rien de ce que vous avez saisi n’est perdu : appuyez sur le bouton.
error-send-again-file = Votre navigateur ne conserve pas le fichier choisi. Revenez en arrière, choisissez-le à nouveau et envoyez le formulaire.
error-send-again-button = Envoyer à nouveau
error-bad-request-title = Nous n’avons pas pu lire votre envoi
error-bad-request-text = La connexion a peut-être été interrompue. Veuillez revenir en arrière et réessayer.
error-method-title = Cette adresse ne sert pas à cela
error-method-text = Veuillez passer par la page d’accueil ou par le lien de votre courriel.
error-too-large-title = C’est trop à la fois
error-too-large-text = Veuillez revenir en arrière et raccourcir vos textes, ou choisir un fichier plus petit.
error-too-slow-title = Votre formulaire est arrivé trop lentement
error-too-slow-text = Rien n’a été modifié. Veuillez revenir en arrière et le renvoyer, avec une meilleure connexion ou un fichier plus petit.
error-wrong-kind-title = Aucun fichier n’est accepté ici
error-wrong-kind-text = Veuillez revenir à la page et renvoyer son formulaire.
error-too-many-title = Trop de demandes à la fois
error-too-many-text = Un très grand nombre de formulaires est arrivé de votre réseau en peu de temps. Veuillez patienter une minute, revenir en arrière et renvoyer le vôtre.
error-too-many-now-title = Trop de demandes à la fois
error-too-many-now-text = Un très grand nombre de formulaires est arrivé de votre réseau en peu de temps. Rien de ce que vous avez saisi n’est perdu : veuillez patienter une minute, puis appuyer sur le bouton.
error-sign-in-title = Veuillez vous connecter
error-sign-in-text = Cette page est réservée aux organisateurs.
error-link-needed-title = Veuillez ouvrir votre lien personnel
error-link-needed-text = Cette page appartient à une seule personne. Ouvrez-la avec le lien de l’un de nos courriels, ou demandez un nouveau lien.
error-link-needed-way = M’envoyer un nouveau lien
error-page-away-title = Nous revenons dans un instant
error-page-away-text = Cette page ne peut pas être affichée en ce moment. Tout ce que vous avez enregistré est conservé.
error-unavailable-title = Nous revenons dans un instant
error-unavailable-text = Le service n’est pas disponible en ce moment. Veuillez réessayer dans une minute. Ce que vous venez d’envoyer n’a pas été enregistré.
error-busy-title = Beaucoup d’enregistrements en même temps
error-busy-text = De nombreuses personnes enregistrent en même temps et votre tour n’est pas venu à temps. Rien n’a été modifié. Veuillez réessayer.
error-unsaved-title = Rien ne peut être enregistré en ce moment
error-unsaved-text = Le serveur ne peut rien enregistrer pour l’instant. Ce que vous avez envoyé n’a pas été enregistré. Veuillez réessayer dans quelques minutes.
error-unsure-title = Nous ne savons pas si cela a été enregistré
error-unsure-text = La connexion a été coupée pendant l’enregistrement de votre modification. Veuillez d’abord vérifier si elle est là. Sinon, envoyez-la à nouveau.
error-tries-again = Cette page réessaie d’elle-même.
error-fault-title = Une erreur s’est produite de notre côté
error-fault-text = Vous n’y êtes pour rien. Veuillez revenir en arrière et réessayer ; si cela se reproduit, écrivez à l’organisateur.

# what a page says after a form
done-saved = Vos modifications sont enregistrées.
done-wish = Votre souhait est noté. Il comptera lors de la planification des rendez-vous.
done-wish-late = Votre souhait est noté. Il comptera si d’autres rendez-vous sont organisés. Quand vous êtes libres tous les deux, proposez-en un.
done-block = Vous ne serez pas mis en relation avec cette personne. Elle n’en saura rien.
done-taken-back = C’est retiré.
done-cancelled = Votre inscription est annulée.
done-signed-out = Vous êtes déconnecté.

done-confirmed = Votre adresse est confirmée. Cette page est la vôtre ; le lien de notre prochain courriel vous y ramènera.
done-link-sent = Si cette adresse est inscrite, un courriel avec un nouveau lien est en route.

# links of mails that do not open
error-link-unknown-title = Nous ne connaissons pas ce lien
error-link-unknown-text = Une partie en a peut-être été perdue. Copiez l’adresse entière du courriel dans votre navigateur.
error-link-expired-title = Ce lien est trop ancien
error-link-expired-text = Pour votre sécurité, il n’était valable qu’un temps limité. Nous vous en envoyons volontiers un nouveau.
error-link-used-title = Ce lien a déjà servi
error-link-used-text = Votre adresse est déjà confirmée ; vous n’avez plus rien à faire. Votre inscription s’ouvre avec le lien du courriel reçu ensuite, ou avec un nouveau lien.
error-link-ended-title = Ce lien ne fonctionne plus
error-link-ended-text = Pour protéger votre inscription, seuls les liens les plus récents de nos courriels l’ouvrent, et plus aucun si vous les avez tous désactivés. Nous vous en envoyons volontiers un nouveau.
error-link-lapsed-title = Ce lien est trop ancien
error-link-lapsed-text = Personne n’a confirmé l’inscription à temps ; ce que disait le formulaire est donc supprimé. Veuillez vous inscrire à nouveau.
error-link-lapsed-way = S’inscrire à nouveau
error-link-replaced-title = Il existe un lien plus récent
error-link-replaced-text = Nous vous avons envoyé un courriel plus récent ; veuillez utiliser le lien qu’il contient. Si vous ne le trouvez pas, nous vous en enverrons un autre.

# front page
home-title = Événements
home-lead = Inscrivez-vous, dites qui vous aimeriez rencontrer, et venez avec un programme.
home-coming = Événements à venir
home-past = Événements passés
home-empty = Aucun événement n’est public pour le moment.
home-full = Complet, avec liste d’attente
home-not-yet = Inscriptions pas encore ouvertes
home-closed = Les inscriptions sont closes

# the page of an event
event-page-title = L’événement
event-online = En ligne
event-to-mine = Ouvrir mon inscription
event-register = S’inscrire pour le { $date }
event-register-waiting = S’inscrire sur la liste d’attente
event-full = Toutes les places sont prises. Vous pouvez vous inscrire sur la liste d’attente : dès qu’une place se libère, elle revient à la première personne de la liste, et nous vous écrivons.
event-opens = Les inscriptions ouvrent le { $time }.
event-closes = Vous pouvez vous inscrire jusqu’au { $time }.
event-closed = Les inscriptions à cet événement sont closes. Pour toute question, veuillez écrire à l’organisateur.
event-over = Cet événement est terminé.
event-texts-elsewhere = L’organisateur n’a pas fourni ces textes en français.
event-agenda = Programme
event-times-in = Toutes les heures sont indiquées en { $zone }.
event-when = Quand
event-where = Où
event-organiser = Organisateur
event-seats = Places
event-seats-left = { $count ->
    [one] Une place est libre
   *[other] { NUMBER($count) } places sont libres
  }
event-types = Qui participe
event-topics = Thèmes
event-approval = L’organisateur examine chaque inscription avant de la valider.
event-registered-before = Déjà inscrit ?
event-send-link = Envoyez-moi mon lien
block-slots = { $count ->
    [one] Un rendez-vous
   *[other] { NUMBER($count) } rendez-vous
  } de { $minutes } minutes

# registration
register-profile-title = Qui vous êtes
register-topics-title = Ce que vous offrez et recherchez
register-availability-title = Quand vous serez là
register-check-title = Vérifiez vos réponses
register-profile-lead = Cela prend environ cinq minutes. Ce que vous saisissez est conservé à chaque étape : vous pouvez vous arrêter et continuer plus tard.
register-topics-lead = Cochez ce que vous pouvez offrir aux autres et ce que vous recherchez. Nous en déduisons qui vous devriez rencontrer. Choisissez autant de thèmes que vous voulez, ou aucun.
register-full = Toutes les places sont prises. Avec ce formulaire, vous vous inscrivez sur la liste d’attente ; nous vous écrivons dès qu’une place se libère pour vous.
register-consent-title = Comment vos réponses sont utilisées
register-consent-text = { $organiser } utilise vos réponses pour cet événement : pour vous inscrire, planifier vos rendez-vous et vous écrire à ce sujet. L’équipe voit vos réponses. Les personnes que vous devez rencontrer voient votre nom, votre organisme, votre pays, vos langues et les thèmes que vous proposez et recherchez. Votre adresse électronique n’est visible que par l’équipe, et par les partenaires de l’événement si vous l’acceptez. La base juridique, la durée de conservation et vos droits figurent sur la page
register-listed = Me montrer aux autres participants
register-listed-help = Les autres participants inscrits qui ont donné le même accord voient votre organisme et son type, votre pays, vos langues, votre catégorie et les thèmes que vous offrez et recherchez, et peuvent souhaiter vous rencontrer. Vous les voyez aussi. Vous pouvez changer d’avis à tout moment.
register-trap = Laissez ce champ vide
register-human = Je suis une personne
slip-yes = Oui, utiliser { $email }
slip-no = Non, { $email } est correct
register-approval = L’organisateur décide de chaque inscription. Après la confirmation de votre adresse, vous recevez un courriel avec la décision. D’ici là, aucune place ne vous est attribuée.
register-closes = Les inscriptions ferment le { $time }. Si vous avez commencé ce formulaire avant, vous pouvez encore l’envoyer pendant une heure.
register-button = S’inscrire pour le { $date }
register-button-waiting = S’inscrire sur la liste d’attente pour le { $date }
register-closed-title = Les inscriptions sont closes
register-closed-way = Vers la page de l’événement
register-sent-title = Encore une étape : confirmez votre adresse
register-sent-to = Nous avons envoyé un courriel à { $email }.
register-sent-somewhere = Si vous venez de vous inscrire, nous vous avons envoyé un courriel.
register-sent-open = Ouvrez le courriel et suivez son lien.
register-sent-press = Appuyez sur le bouton de la page qui s’ouvre.
register-sent-until = D’ici là, aucune place ne vous est réservée. Le lien est valable 24 heures.
register-sent-nothing = Rien n’est arrivé ?
register-sent-look = Regardez dans le dossier des courriels indésirables et patientez quelques minutes.
register-sent-wrong = L’adresse est fausse ? Corrigez-la ici. Tout ce que vous avez saisi est conservé.
register-sent-correct = Envoyer le courriel à cette adresse
register-sent-limit = Une adresse reçoit au plus un de ces courriels par minute, 3 par heure et 8 par jour.
register-just-sent = Vous venez d’envoyer une inscription avec { $email }.
register-just-sent-correct = Corriger l’adresse
done-address-resent = L’adresse est corrigée. Un courriel y est envoyé.
register-another = Inscrire une autre personne

# questions about a person
person-email-change = Modifier l’adresse
my-address-title = Modifier votre adresse électronique
my-address-known = Les courriels vont à { $email }.
my-address-pending = Un lien a été envoyé à { $email }. L’adresse change dès que vous l’ouvrez et choisissez le bouton.
my-address-lead = Nous envoyons un lien à la nouvelle adresse. Rien ne change avant votre confirmation. Vos rendez-vous, vos souhaits et votre place restent.
my-address-new = Nouvelle adresse électronique
my-address-button = Envoyer un lien à la nouvelle adresse
new-address-title = Confirmer votre nouvelle adresse électronique
new-address-lead = Désormais, les courriels iront à { $email }.
new-address-button = Utiliser cette adresse
new-address-not-you = Si vous n’avez rien demandé, fermez cette page. Rien ne change.
done-address-asked = Un lien a été envoyé à la nouvelle adresse. Ouvrez-le et choisissez le bouton.
done-address-changed = C’est fait. Les courriels vont désormais à votre nouvelle adresse.
topic-in-general = { $topic }, en général
interests-offers = Offre
interests-seeks = Recherche
interest-with-text = { $topic } : { $text }
attendance-blocks = Rendez-vous
attendance-blocks-help = Décochez les moments où vous ne souhaitez rencontrer personne.
attendance-max-meetings = Nombre maximal de rendez-vous souhaités
attendance-max-meetings-help = Un nombre entier. Si vous n’en voulez aucun, indiquez 0.
attendance-sessions = Sessions
attendance-sessions-help = Cochez les sessions auxquelles vous participez. Nous ne planifions aucun rendez-vous à ces heures-là.
session-left = { $left ->
    [one] Il reste une place (sur { NUMBER($places) })
   *[other] Il reste { NUMBER($left) } places (sur { NUMBER($places) })
}
session-full = { $places ->
    [one] La seule place est prise
   *[other] Les { NUMBER($places) } places sont prises
}{ $waiting ->
    [0] { " " }: vous en attendriez une
    [one] , une personne attend : vous en attendriez une
   *[other] , { NUMBER($waiting) } personnes attendent : vous en attendriez une
}
session-waited-for = { $session } (en attente d’une place)
session-watch = Y assister ou lire les documents

# confirmation
confirm-title = Confirmez votre inscription
confirm-lead = Ce formulaire a été envoyé avec l’adresse { $email }. S’il vient de vous, confirmez-le avec le bouton ci-dessous.
confirm-button = Confirmer mon inscription
confirm-change-later = Vous pourrez modifier toutes les réponses après la confirmation.
confirm-not-you = Si ce formulaire ne vient pas de vous, fermez cette page : sans confirmation, tout ce qu’il contient est supprimé au bout de { $hours } heures.

# a new link
link-title = Recevoir votre lien personnel
link-lead = Il vous permet de voir et de modifier votre inscription, vos souhaits et votre planning.
link-email-help = L’adresse avec laquelle vous vous êtes inscrit
link-button = Envoyez-moi le lien

# data protection
privacy-title = Protection des données
privacy-who-title = Qui est responsable
privacy-who-text = L’organisateur de chaque événement décide de ce qui est demandé et dans quel but. Son nom et son adresse figurent au bas des pages de l’événement.
privacy-what-title = Ce qui est conservé
privacy-what-text = Ce que vous saisissez lors de l’inscription, la date de vos accords, vos souhaits, vos rendez-vous et les courriels que nous vous avons envoyés (leur texte, seulement jusqu’à l’envoi). Les réponses d’un formulaire jamais envoyé sont supprimées après 14 jours.
privacy-others-title = Qui les voit
privacy-others-text = L’équipe voit tout, sauf votre liste des personnes que vous ne souhaitez pas rencontrer. Les personnes que vous devez rencontrer voient votre nom, votre organisme, votre pays, vos langues, vos offres et vos besoins. Les autres participants ne voient quelque chose de vous que si vous y avez consenti. Votre adresse électronique n’est visible que par l’équipe, sauf si vous acceptez sa transmission aux partenaires. Ce site ne charge rien depuis d’autres sites et ne leur transmet rien.
privacy-long-title = Combien de temps
privacy-long-text = Les données personnelles d’un événement sont effacées 90 jours après celui-ci si l’organisateur n’a rien fixé d’autre ; ensuite, seuls les chiffres restent. L’équipe est prévenue 14 jours avant. Si elle modifie tardivement les dates ou ce nombre, l’effacement a lieu 14 jours après qu’elle a été prévenue. Elle peut le reporter une fois, de 30 jours au plus, et doit en noter le motif. Si l’horloge du serveur est douteuse, l’effacement attend que l’heure soit confirmée. Une inscription qui n’est pas confirmée ne tient aucune place et est supprimée au bout de 24 heures. Vous pouvez à tout moment supprimer tout ce qui vous concerne.
privacy-cookies-title = Cookies
privacy-cookies-text = Les pages que vous ne faites que lire ne déposent aucun cookie. Sinon, uniquement ceux sans lesquels les pages ne fonctionnent pas : une protection sur les pages avec un formulaire, votre choix de langue, le brouillon de votre inscription et votre lien personnel une fois que vous l’avez ouvert. Pour les organisateurs s’y ajoutent celui de leur session et le cookie « browser », qui permet de reconnaître pendant 180 jours un navigateur dans lequel ils se sont connectés. Aucun cookie ne nous dit ce que vous faites ailleurs.
privacy-rights-title = Vos droits
privacy-rights-text = Vous avez le droit de consulter, rectifier, faire effacer et limiter vos données, de les emporter, de vous opposer à leur utilisation, de retirer votre consentement et de saisir une autorité de contrôle. Vous consultez, rectifiez, téléchargez et effacez vous-même tout ce qui vous concerne sous « Mon inscription ». Pour tout le reste, écrivez à l’organisateur.

# accessibility
accessibility-title = Accessibilité
accessibility-aim-title = Notre objectif
accessibility-aim-text = Ces pages doivent être utilisables par toutes et tous, comme le demandent les règles WCAG 2.2 au niveau AA.
accessibility-how-title = Ce que cela veut dire
accessibility-how-text = Tout fonctionne au clavier seul, sans JavaScript, avec un texte agrandi à 200 % et sur un écran de 320 pixels de large. Les couleurs suivent le réglage clair ou sombre de votre appareil. Ce que montre une image figure à côté sous forme de texte. Aucun délai ne court pendant que vous remplissez un formulaire.
accessibility-limits-title = Ce qui manque
accessibility-limits-text = Les textes et liens rédigés par un organisateur relèvent de lui ; nous ne pouvons pas vérifier chacun d’eux. Ce qu’un organisateur sait figure dans la déclaration de son événement, avec ses pages faciles à lire et à comprendre ou en langue des signes s’il y en a.
accessibility-tell-title = Écrivez-nous
accessibility-tell-text = Si quelque chose ne fonctionne pas pour vous, veuillez le signaler : le lien se trouve au bas de chaque page. Depuis les pages d’un événement, votre signalement va à son organisateur, depuis toutes les autres à ceux qui gèrent ce site.
accessibility-statement-title = Déclaration d’accessibilité
accessibility-scope = { $organiser } souhaite que tout le monde puisse utiliser ces pages. Cette déclaration porte sur les pages de { $event }.
accessibility-status-title = Dans quelle mesure ces pages sont accessibles
accessibility-status-full = À notre connaissance, ces pages respectent la norme européenne EN 301 549 et les Web Content Accessibility Guidelines 2.2 au niveau AA.
accessibility-status-partly = Ces pages respectent en partie la norme européenne EN 301 549 et les Web Content Accessibility Guidelines 2.2 au niveau AA ; ce qui manque est indiqué ici.
accessibility-made-title = Comment cette déclaration a été établie
accessibility-made-on = { $organiser } a vérifié ces pages en date du { $date }. L’accessibilité du logiciel qui les produit est contrôlée par machine, page par page, à chaque modification.
accessibility-made-by-software = L’accessibilité du logiciel qui produit ces pages est contrôlée par machine, page par page, à chaque modification.
accessibility-tell-organiser = Quelque chose ne fonctionne pas pour vous, ou vous avez besoin d’un texte sous une autre forme ? Dites-le à { $organiser }. Vous recevez une réponse si vous laissez une adresse.
accessibility-tell-form = Formulaire
accessibility-enforcement-title = Si la réponse ne vous aide pas
accessibility-enforcement-text = Vous pouvez alors vous adresser à l’organisme qui veille à l’accessibilité des sites publics dans le pays de l’organisateur. L’organisateur vous indique lequel.

# un obstacle
barrier-title = Signaler un obstacle
barrier-lead = Dites-nous ce que vous ne pouvez pas utiliser, lire ou trouver sur ces pages. Votre message va à ceux qui les gèrent.
barrier-told = Qu’est-ce qui ne fonctionne pas ?
barrier-told-help = Dites ce que vous vouliez faire et comment vous utilisez la page : avec un lecteur d’écran, au clavier seul, agrandie …
barrier-page = Sur quelle page ?
barrier-page-help = Son adresse ou son titre.
barrier-email-help = Seulement si vous souhaitez une réponse. Elle ne sert à rien d’autre.
barrier-button = Envoyer le signalement
barrier-statement = Lire la déclaration d’accessibilité
done-reported = Merci. Votre signalement est en route.

# imprint
imprint-title = Mentions légales
imprint-event-title = Les pages d’un événement
imprint-event-text = L’organisateur nommé au bas des pages d’un événement répond de leur contenu.
imprint-site-title = Ce site
imprint-site-text = Le site fonctionne avec Rendezvous, un logiciel libre. Son exploitant n’a pas encore indiqué ici son nom et son adresse.

# Rappels
unsubscribe-title = Ne plus recevoir de rappels ?
unsubscribe-lead = Vous recevez un rappel de l’événement « { $event } » la veille au soir de chaque journée, et une heure avant votre premier rendez-vous.
unsubscribe-still = Les courriels concernant votre inscription et les changements de vos rendez-vous vous parviendront toujours.
unsubscribe-button = Arrêter les rappels
unsubscribe-done-title = Plus de rappels
unsubscribe-done-lead = Vous ne recevez plus de rappels de l’événement « { $event } ».
unsubscribe-again = Recevoir à nouveau des rappels
trial-banner = Essai : cet événement est mis à l’essai. Rien ne compte ici, et tout sera supprimé à la fin.
event-today = Aujourd’hui
problem-form-long = Vos textes sont trop longs, pris ensemble, pour être conservés. Veuillez les raccourcir.
