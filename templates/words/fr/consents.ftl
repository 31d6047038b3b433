# Ce à quoi les participants consentent, chaque point à part, et ce que la liste montre d’eux.
consent-visibility = Qui vous voit
shown-legend = Montrer aussi
shown-help = Rien de cela n’est montré si vous ne le cochez pas. La personne que vous rencontrez, à qui vous proposez un rendez-vous ou faites connaître votre souhait voit votre nom dans tous les cas.
consent-optional = Seulement si vous le souhaitez
consent-optional-help = Rien de cela n’est nécessaire pour participer. Vous pouvez le modifier à tout moment sous « Mon inscription ».
consent-legend = J’accepte ce qui suit
consent-earlier = Le { $date }, vous avez accepté une version antérieure : « { $text } »
consent-keep = Mon accord reste tel quel
consent-anew = J’accepte le nouveau texte
consent-no = Je ne suis plus d’accord
consent-mails = Votre langue
consent-photos = Photos et enregistrements
consent-photos-not = Pas de photos
consent-photos-text = { $organiser } peut prendre lors de l’événement des photos et des enregistrements sur lesquels on peut me reconnaître, et les publier pour en rendre compte.
consent-newsletter = Lettre d’information
consent-newsletter-text = { $organiser } peut m’envoyer sa lettre d’information par courriel, aussi après cet événement.
consent-partners = Liste pour les partenaires
consent-partners-text = { $organiser } peut transmettre mon nom, mon organisme, mon pays et mon adresse électronique aux partenaires de cet événement, qui peuvent m’écrire.
consent-given = Oui, depuis le { $date } (texte { $version })
data-consent-shown = Les autres participants voient : { $field }
data-consent-photos = Photos et enregistrements
data-consent-newsletter = Lettre d’information
data-consent-partners = Liste pour les partenaires

# Ce que l’organisateur demande.
nav-consents = Consentements
consents-lead = Ce que vous demandez aux participants en plus de l’inscription. Rien n’est coché d’avance, personne n’est obligé d’accepter, et chacun peut revenir sur son accord à tout moment.
consents-ask = Le demander
consents-text = Ce qu’ils acceptent
consents-text-help = Écrivez qui fait quoi et dans quel but. Si vous modifiez le texte, il devient une nouvelle version : les personnes qui ont accepté la précédente sont interrogées à nouveau.
consents-photos-help = La liste des participants et la liste d’accueil montrent qui ne doit pas être photographié.
consents-newsletter-help = Dans la liste des participants, filtrez les personnes qui ont accepté et exportez leurs adresses.
consents-partners-help = Nommez les partenaires dans le texte. Dans la liste des participants, filtrez les personnes qui ont accepté et exportez leurs adresses.
consents-state = { $count ->
        [0] Texte { $version }, du { $date }. Personne n’a encore accepté.
        [one] Texte { $version }, du { $date }. Une personne a accepté.
       *[other] Texte { $version }, du { $date }. { NUMBER($count) } personnes ont accepté.
    }
consents-people = Voir qui
participants-consent = Accepté
participants-consent-yes = { $consent } : oui ({ NUMBER($count) })
participants-consent-no = { $consent } : non
participants-export = Exporter en CSV
export-consent-text = { $consent } : texte
export-consent-language = { $consent } : langue du texte
export-consent-time = { $consent } : depuis
log-event-consents = Consentements modifiés
problem-consent-text-missing = Écrivez en { $language } ce que les participants acceptent, ou retirez la coche.
print-photos = Photos
print-no-photos = non
