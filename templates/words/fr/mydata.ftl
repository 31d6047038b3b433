## mydata : agenda, données conservées, brouillons sur d’autres appareils, collègues, modifications

# agenda
feed-title = Mes rendez-vous dans mon propre agenda
feed-lead = Donnez à votre agenda une adresse secrète. Il y cherche lui-même les nouveautés : vos rendez-vous sont ainsi toujours à jour.
feed-way = Tenir mon propre agenda à jour
feed-new-title = Votre adresse
feed-new-text = Elle n’est affichée que cette fois : nous n’en gardons qu’une empreinte. Qui la connaît voit vos rendez-vous ; traitez-la comme un mot de passe.
feed-subscribe = L’ouvrir dans mon agenda
feed-address = Adresse à copier
feed-address-help = Dans Google Agenda : Autres agendas, À partir de l’URL. Dans Outlook : Ajouter un calendrier, S’abonner à partir du web.
feed-none = Vous n’avez pas d’adresse de ce genre pour le moment.
feed-make = Créer une adresse
feed-there-title = L’adresse de votre agenda
feed-there = Vous avez une adresse depuis le { $date }. Si quelqu’un d’autre la connaît ou si vous l’avez perdue, créez-en une nouvelle : l’ancienne ne fonctionnera plus.
feed-renew = Créer une nouvelle adresse
feed-revoke = La désactiver
done-feed-revoked = L’adresse ne fonctionne plus. Votre agenda affichera peut-être encore les rendez-vous quelque temps ; supprimez-y l’abonnement.
calendar-summary-unnamed = Rendez-vous
log-feed-renewed = Adresse pour l’agenda créée
log-feed-revoked = Adresse pour l’agenda désactivée

# mes données
data-title = Mes données
data-short = Voyez ici tout ce qui est conservé à votre sujet et faites-le supprimer.
data-lead = Voici tout ce qui est conservé à votre sujet pour cet événement.
data-way = Voir et télécharger mes données
data-file = Tout télécharger dans un fichier (JSON)
data-registration = Inscription
data-consents = Vos accords
data-wishes = Souhaits
data-meetings = Rendez-vous
data-mails = Courriels qui vous ont été adressés
data-history = Ce qui s’est passé, et par qui
data-reference = Référence
data-state = État
data-signed-up = Inscription déposée
data-feed = Adresse d’agenda depuis
data-reminders = Rappels par courriel
data-consent-registration = Vos réponses sont utilisées pour cet événement
data-consent-listed = Les autres participants vous voient
data-consent-given = Accordé
data-notice-shown = Information affichée
data-consent-taken-back = Retiré
data-consent-text = Texte { $version }, affiché en : { $language }
data-mail-sent = envoyé le { $date }
data-mail-not-sent = pas encore envoyé
data-rights-title = Vos droits
data-rights = Vous corrigez vos réponses sous « Mon inscription » et supprimez tout ici, vous-même et sur-le-champ. Pour tout le reste, écrivez à { $contact }.

# suppression
delete-title = Supprimer tout ce qui me concerne
delete-way = Supprimer tout ce qui me concerne
delete-question = Souhaitez-vous que tout ce qui vous concerne soit supprimé ?
delete-lead = Vos données sont supprimées sur-le-champ et définitivement.
delete-registration = Votre inscription prend fin. Votre place revient à la personne suivante sur la liste d’attente.
delete-what = Sont supprimés : nom, adresse, organisme, langues, offres et recherches, souhaits, vos accords, vos liens, ainsi que l’adresse et le texte de chaque courriel qui vous a été adressé.
delete-stays = Pour que les chiffres de l’événement restent justes, il reste sans votre nom : le pays, le type d’organisme, et le fait qu’il y a eu une inscription et des rendez-vous.
delete-mail = Un dernier courriel à { $email } vous le confirme ; puis cette adresse est supprimée elle aussi.
delete-no-mail = Aucun dernier courriel ne vous le confirmera : les courriels envoyés à { $email } sont revenus.
delete-final = Il n’y a pas de retour en arrière. Ce que vous souhaitez garder, téléchargez-le d’abord :
delete-button = Tout supprimer
delete-keep = Garder mes données
done-erased = Tout ce qui vous concerne est supprimé. Un dernier courriel vous le confirme.
done-erased-without-mail = Tout ce qui vous concerne est supprimé. Aucun courriel ne suit, car les courriels envoyés à votre adresse sont revenus.
person-erased = (supprimé)
log-participant-erased = Personne supprimée
log-event-shredded = Toutes les données personnelles effacées, comme fixé pour l’événement

# modifications
change-line = { $question } : { $old } → { $new }
change-nothing = rien
change-offers = Offres
change-language = Langue des mails
change-seeks = Recherches
change-blocks = Rendez-vous
change-sessions = Sessions
change-max-meetings = Nombre maximal de rendez-vous
participants-changed = Réponses modifiées le { $date }
my-changes-until = Vous pouvez modifier vos réponses jusqu’au { $date }.
my-changes-over = Vous pouviez modifier vos réponses ici jusqu’au { $date }. Si quelque chose doit encore changer, écrivez à { $contact }.
problem-changes-over = Le délai de modification est passé : rien n’a été enregistré. Ce que vous avez saisi figure encore sur cette page : écrivez à { $contact } ce qui doit changer.
setting-changes-until = Modifications possibles jusqu’au
setting-changes-until-help = Dernier jour où les participants modifient eux-mêmes leurs réponses. Ensuite, les pages disent à qui s’adresser. On peut toujours annuler, et toujours cesser d’être visible pour les autres.
setting-shred-after = Nombre de jours après l’événement jusqu’à l’effacement des données personnelles
setting-shred-after-help = Les noms, adresses et textes de tous les participants sont alors effacés. Les chiffres restent. Votre équipe est prévenue 14 jours avant.
dashboard-shredding = Effacement des données personnelles
dashboard-shreds = Le { $date }, les noms, adresses et textes de tous les participants seront supprimés. Enregistrez avant les listes dont vous avez encore besoin.
dashboard-shredded = Les données personnelles ont été effacées le { $date }. Les chiffres restent.

# continuer plus tard
later-title = Vos réponses sont enregistrées
later-way = Enregistrer et continuer plus tard
later-saved = Enregistré le { $date }. Elles sont conservées 14 jours après votre dernière modification.
later-here = Dans ce navigateur, rouvrez simplement le formulaire :
later-go-on = Continuer maintenant
later-elsewhere-title = Sur un autre appareil
later-elsewhere = Nous vous envoyons un lien avec lequel vous continuez où vous voulez.
later-button = M’envoyer le lien
done-form-outdated = L’organisateur demande désormais autre chose. Veuillez relire vos réponses et renvoyer le formulaire.
done-form-mailed = Un courriel avec le lien est en route. S’il n’arrive pas, plusieurs ont déjà été envoyés à cette adresse : cherchez-en un précédent.

# collègues
colleague-title = Inscrire une ou un collègue
colleague-short = Quelqu’un d’autre de votre organisme vient-il ?
colleague-way = Inscrire une ou un collègue
colleague-lead = Commencez l’inscription de quelqu’un d’autre de { $organisation }.
colleague-begun = Nous reprenons votre organisme, votre pays et vos thèmes pour commencer.
colleague-decides = La personne reçoit un courriel, regarde tout, modifie ce qui est différent, et accepte ou refuse.
colleague-until = D’ici là, il n’y a pas d’inscription : aucune place n’est prise et personne ne voit rien.
colleague-name = Nom de la personne
colleague-email = Adresse électronique de la personne
colleague-email-help = Nous y écrivons une fois. Si la personne ne le souhaite pas, l’adresse est supprimée.
colleague-lang = Langue du courriel
colleague-button = Envoyer le courriel
colleague-count = { $count ->
    [one] Vous avez commencé une inscription
   *[other] Vous avez commencé { NUMBER($count) } inscriptions
  } pour des collègues ; { $most } sont possibles.
done-colleague-invited = Si cette adresse n’est pas encore inscrite, un courriel y est en route.
problem-colleague-name-missing = Indiquez le nom de la personne.
problem-colleague-closed = Les inscriptions sont closes ; plus personne ne peut être inscrit.
problem-colleagues-many = Vous ne pouvez pas commencer d’autres inscriptions, { $most } au plus. La personne peut s’inscrire sur la page de l’événement.
log-colleague-invited = Inscription commencée pour une ou un collègue
log-colleague-refused = Une ou un collègue n’a pas souhaité être inscrit
begun-title = Une ou un collègue souhaite vous inscrire
begun-lead = { $colleague } a commencé une inscription pour vous. Voici ce qui a été rempli :
begun-nothing = Rien n’est décidé : vous voyez chaque réponse, pouvez la modifier, et dites vous-même à quoi vous consentez.
begun-accept = Regarder et m’inscrire
begun-refuse = Je ne le souhaite pas
begun-refuse-help = Si vous ne le souhaitez pas, tout ce qui a été saisi à votre sujet est supprimé sur-le-champ. Si vous ne faites rien, c’est supprimé après 14 jours.
done-refused = Tout ce qui a été saisi à votre sujet est supprimé.

# registre des données personnelles
stored-title = Ce qui est conservé en détail
stored-lead = Chaque type de données avec sa finalité, sa base juridique dans le règlement général sur la protection des données (RGPD) et sa durée de conservation. Qui supprime tout sous « Mon inscription » n’a pas à attendre.
stored-what = Données
stored-why = Pour quoi faire
stored-basis = Base juridique
stored-life = Combien de temps
stored-matched = Les tours de mise en relation et l’ordre dans lequel vous voyez les autres personnes dépendent de ces informations : { $fields }. S’y ajoutent les offres et les besoins, les souhaits, les horaires et les questions de l’événement qui l’indiquent.
stored-contact = Nom, adresse électronique, langue des courriels
stored-contact-why = Pour vous inscrire, vous écrire et faire votre badge
stored-organisation = Organisme
stored-organisation-why = Pour que vos interlocuteurs sachent qui ils rencontrent ; les collègues ne sont pas mis en relation
stored-answers = Ce que vous indiquez d’autre sur vous
stored-answers-why = Pour que d’autres vous trouvent et puissent préparer un rendez-vous avec vous
stored-kind = Pays, type d’organisme, groupe de participants
stored-kind-why = Pour organiser des rendez-vous entre pays et groupes, et pour compter
stored-interests = Offres et recherches, langues, vos moments de présence
stored-interests-why = Pour trouver et planifier vos rendez-vous
stored-registration = État, référence et dates de votre inscription, place sur la liste d’attente
stored-registration-why = Pour attribuer les places équitablement et compter
stored-listed = Si les autres participants vous voient, et ce qu’ils voient de vous
stored-listed-why = Pour que seules vous voient les personnes autorisées
stored-consents = Ce que vous avez accordé ou retiré, avec la version et la langue du texte et la date
stored-consents-why = Pour pouvoir le prouver
stored-wishes = Qui vous souhaitez rencontrer ou non, et ce que vous en avez écrit
stored-wishes-why = Pour planifier vos rendez-vous
stored-contact-details = À qui vous avez donné vos coordonnées
stored-contact-details-why = Pour que deux personnes qui se rencontrent lisent celles de l’autre, une fois que les deux les ont données
stored-meetings = Vos rendez-vous
stored-meetings-why = Pour les planifier, les annoncer et les compter
stored-links = Empreintes de vos liens personnels et de l’adresse de votre agenda
stored-links-why = Pour que vous seul ouvriez vos pages
stored-registration-forms = Réponses d’un formulaire qui n’est pas encore envoyé
stored-registration-forms-why = Pour que vous puissiez continuer plus tard
stored-mails = Courriels qui vous sont adressés, si vous souhaitez des rappels, et si les courriels reviennent
stored-mails-why = Pour les envoyer et voir s’ils sont arrivés
stored-log = Qui a modifié quoi et quand, avec l’ancienne et la nouvelle réponse
stored-log-why = Pour que les modifications soient compréhensibles
stored-uploads = Listes de participants en cours d’importation, et ce qu’un organisateur a fait, tant que cela peut être annulé
stored-uploads-why = Pour vérifier les listes avant l’importation et réparer une erreur
stored-networks = Valeurs de contrôle des adresses réseau d’où vient un mot de passe erroné ; leur clé est remplacée et effacée chaque semaine
stored-networks-why = Pour que personne ne puisse essayer des mots de passe
stored-organisers = Comptes des organisateurs : nom, adresse électronique, empreinte du mot de passe, secret du second facteur, navigateurs connectés ou connus ; des personnes invitées, le nom et l’adresse électronique
stored-organisers-why = Pour que seuls les organisateurs voient et modifient les événements
stored-basis-registration = Votre inscription : article 6, paragraphe 1, point b, RGPD
stored-basis-consent = Votre accord : article 6, paragraphe 1, point a, RGPD
stored-basis-duty = Obligation de prouver votre accord : article 6, paragraphe 1, point c, et article 7, paragraphe 1, RGPD
stored-basis-interest = Intérêt à un événement bien mené : article 6, paragraphe 1, point f, RGPD
stored-basis-task = Mission d’intérêt public : article 6, paragraphe 1, point e, RGPD
stored-life-event = Jusqu’à l’effacement de toutes les données personnelles, 90 jours après l’événement si l’organisateur n’a rien fixé d’autre ; il peut être reporté une fois, de 30 jours au plus
stored-life-counted = De même ; le nombre reste, sans la personne
stored-life-mail = Le texte jusqu’à l’envoi ; l’adresse et l’objet jusqu’à la suppression de toutes les personnes
stored-life-registration-form = 14 jours après votre dernière modification
stored-life-upload = Un jour
stored-life-week = Sept jours
stored-life-account = Aussi longtemps que le compte

# kinds of mail
outbox-kind-form-link = Lien vers un formulaire d’inscription
outbox-kind-colleague-invited = Commencé pour une ou un collègue
outbox-kind-erased = Tout supprimé

# propositions
data-proposals = Propositions de rendez-vous
data-proposal-by-me = Vous avez proposé un rendez-vous
data-proposal-to-me = Un rendez-vous vous a été proposé
data-proposal-open = attend une réponse
data-proposal-accepted = acceptée
data-proposal-declined = refusée
data-proposal-withdrawn = retirée
data-proposal-lapsed = caduque

# effacement à date fixe
deletion-title = Effacement des données personnelles
deletion-on = Toutes les données personnelles sont effacées le { $date }.
deletion-after = { $days ->
    [one] Toutes les données personnelles sont effacées 1 jour après l’événement.
   *[other] Toutes les données personnelles sont effacées { NUMBER($days) } jours après l’événement.
}
deletion-answers-on = Les réponses sont effacées le { $date }.
deletion-people = { $people ->
    [one] Le { $date }, les données personnelles de 1 personne sont effacées.
   *[other] Le { $date }, les données personnelles de { NUMBER($people) } personnes sont effacées.
}
deletion-told = L’équipe a été prévenue le { $date }.
deletion-answers = { $count ->
    [0] Les réponses à « { $question } » sont effacées le { $date }. Il n’y en a pas encore.
    [one] 1 réponse à « { $question } » est effacée le { $date }.
   *[other] { NUMBER($count) } réponses à « { $question } » sont effacées le { $date }.
}
deletion-withdrawn = L’effacement annoncé pour le { $old } est annulé, car la date a changé. Toutes les données personnelles sont maintenant effacées le { $date }.
deletion-postponed = Reporté au { $date }. Motif : { $why }
deletion-way = Voir l’effacement
deletion-list-title = Effacements à venir
deletion-list-everything = { $event } : toutes les données personnelles sont effacées le { $date }
deletion-list-answers = { $event } : les réponses à une question sont effacées le { $date }
deletion-none = Aucun effacement n’est annoncé pour le moment. L’équipe est prévenue 14 jours avant.
deletion-goes-title = Ce qui est effacé
deletion-goes = Les noms, adresses, organismes, réponses, souhaits, mots échangés, liens personnels et textes des courriels. Les données effacées ne peuvent pas être récupérées.
deletion-stays-title = Ce qui reste
deletion-stays = Ce qui est compté, sans les personnes : pays, catégories, inscriptions et rendez-vous. Enregistrez avant cette date les listes dont vous avez encore besoin.
deletion-why-title = D’où vient la date
deletion-why = { $days ->
    [one] Le dernier jour de l’événement est le { $last }, et les réglages indiquent 1 jour après.
   *[other] Le dernier jour de l’événement est le { $last }, et les réglages indiquent { NUMBER($days) } jours après.
}
deletion-why-told = Rien n’est effacé avant que l’équipe ne le sache depuis 14 jours.
deletion-settings = Vérifier les dates
postpone-title = Reporter l’effacement
postpone-lead = Vous pouvez reporter une fois l’effacement de toutes les données personnelles, de { $days } jours au plus. Les réponses conservées moins longtemps ne sont pas reportées : la date a été indiquée aux participants.
postpone-days = Nombre de jours
postpone-days-help = De 1 à { $days }, à compter du { $date }
postpone-why = Motif
postpone-why-help = Votre équipe le lit sur la vue d’ensemble et dans le journal.
postpone-button = Reporter l’effacement
done-postponed = L’effacement est reporté.
problem-postpone-why = Indiquez un motif.
problem-postponed = L’effacement a déjà été reporté et ne peut pas l’être une seconde fois. Le motif était : { $why }
problem-postpone-early = Aucun effacement n’est annoncé, il n’y a donc rien à reporter. Vous pouvez modifier le nombre de jours dans les réglages.
problem-postpone-deleted = Les données personnelles sont déjà effacées.
log-deletion-announced = Effacement annoncé
log-deletion-withdrawn = Effacement annoncé, puis annulé
log-deletion-postponed = Effacement reporté
outbox-kind-deletion-announced = Effacement annoncé
ask-dates-title = Vérifiez les dates avant d’enregistrer
ask-dates-lead = Rien n’est encore enregistré.
ask-over = Le dernier jour, le { $date }, est passé.
ask-begun = Le premier jour, le { $date }, est passé.
ask-people = { $people ->
    [one] Les données personnelles de 1 personne sont alors effacées le { $date }.
   *[other] Les données personnelles de { NUMBER($people) } personnes sont alors effacées le { $date }.
}
ask-answers = { $count ->
    [one] 1 réponse à « { $question } » est alors effacée le { $date }.
   *[other] { NUMBER($count) } réponses à « { $question } » sont alors effacées le { $date }.
}
ask-soon = C’est la date la plus proche possible, et les données effacées ne peuvent pas être récupérées.
ask-save = Enregistrer quand même
ask-change = Modifier la saisie
clock-title = L’horloge du serveur
clock-notice = L’horloge du serveur a fait un saut. Rien n’est effacé à date fixe tant que vous ne l’avez pas vérifiée.
proxy-title = Proxy
proxy-notice = Des requêtes arrivent avec l’en-tête X-Forwarded-For ou Forwarded d’une machine qui ne figure pas dans TRUSTED_PROXIES. Si c’est votre proxy, indiquez son adresse dans TRUSTED_PROXIES et redémarrez : d’ici là, tous les visiteurs comptent pour un seul et beaucoup sont refusés.
proxy-notice-of = Des requêtes arrivent avec l’en-tête X-Forwarded-For ou Forwarded de { $peer }, adresse qui ne figure pas dans TRUSTED_PROXIES. Si c’est votre proxy, indiquez TRUSTED_PROXIES={ $peer } et redémarrez : d’ici là, tous les visiteurs comptent pour un seul et beaucoup sont refusés.
clock-way = Vérifier l’horloge
clock-ahead = L’horloge du serveur est passée de { $from } à { $to } (UTC).
clock-back = L’horloge du serveur est revenue de { $from } à { $to } (UTC).
clock-now = Elle indique maintenant { $now } (UTC).
clock-waits = { $days ->
    [one] Rien n’est effacé selon la nouvelle heure avant que vous ne la confirmiez ou que le serveur n’ait fonctionné aussi longtemps que le saut : 1 jour. Jusqu’ici, il a fonctionné { $hours } heures.
   *[other] Rien n’est effacé selon la nouvelle heure avant que vous ne la confirmiez ou que le serveur n’ait fonctionné aussi longtemps que le saut : { NUMBER($days) } jours. Jusqu’ici, il a fonctionné { $hours } heures.
}
clock-right = Comparez-la avec l’heure de votre propre appareil. Si elle est juste, par exemple parce que le serveur était éteint, confirmez-la.
clock-wrong = Si elle est fausse, ne la confirmez pas. Faites régler l’horloge ; cet avis disparaît ensuite en une minute.
clock-confirm = Confirmer l’heure
clock-fine = L’horloge du serveur avance comme prévu. Il n’y a rien à confirmer.
done-clock-confirmed = L’heure est confirmée.
done-clock-moved = L’horloge a changé depuis l’ouverture de la page : rien n’a été confirmé. Vérifiez-la encore une fois.
log-clock-confirmed = Heure du serveur confirmée

other-person-title = Ce lien appartient à quelqu’un d’autre
other-person-lead = L’inscription de { $here } est ouverte dans ce navigateur ; le lien appartient à l’inscription de { $other }.
other-person-go = Continuer en tant que { $other }
other-person-stay = Rester sur l’inscription de { $here }
go-on-title = Continuez votre inscription
go-on-lead = Ce lien ouvre un formulaire d’inscription enregistré en dernier le { $date }. Ensuite, il n’est ouvert que dans ce navigateur ; sur un autre appareil, il continue avec un nouveau lien.
go-on-replaces = Un autre formulaire est déjà commencé dans ce navigateur ; il n’y sera plus accessible.
go-on-button = Continuer avec ce formulaire
go-on-not-you = Si vous n’avez pas demandé de lien vers votre propre formulaire, ne saisissez rien ici.
links-title = Se déconnecter et désactiver les liens
links-lead = Chaque lien de nos courriels ouvre votre inscription sans mot de passe. Les douze plus récents fonctionnent.
links-here = Dans ce navigateur
links-here-text = Sur un appareil partagé, déconnectez-vous quand vous avez terminé. Les liens de vos courriels restent valables.
links-log-out = Se déconnecter
links-everywhere = Partout
links-everywhere-text = Si vous avez transféré un courriel ou perdu un appareil : tous les liens et l’adresse de votre abonnement au calendrier cessent de fonctionner, et tous les navigateurs sont déconnectés. Vous recevez un nouveau lien par courriel à tout moment.
links-end-all = Désactiver tous mes liens et me déconnecter partout
links-short = Déconnectez-vous sur un appareil qui n’est pas le vôtre ; désactivez vos liens après avoir transféré un courriel.
links-way = Déconnexion et liens
done-logged-out-here = Vous êtes déconnecté dans ce navigateur.
done-links-ended = Tous vos liens sont désactivés et vous êtes déconnecté partout. Vous en recevez un nouveau ici.
log-participant-ended-links = Tous les liens désactivés
