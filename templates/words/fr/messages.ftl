# Messages between two participants, relayed without addresses.

message-write = Écrire un message
message-title = Messages avec { $person }
message-lead = Nous transmettons ce que vous écrivez, sur cette page et par courriel. Aucune des deux personnes ne voit l’adresse électronique de l’autre. La réponse revient de la même façon.
message-none = Il n’y a pas encore de message.
message-older = Seuls les { $count } derniers messages sont affichés ici.
message-older-way = Les voir tous dans mes données
message-own = Vous
message-late-said = Je serai en retard à notre rendez-vous.
message-text = Votre message
message-text-help = { $max } caractères au maximum.
message-left = { $count ->
    [one] Vous pouvez encore envoyer un message pour le moment.
   *[other] Vous pouvez encore envoyer { NUMBER($count) } messages avant de recevoir une réponse.
}
message-send = Envoyer le message
message-full = Vous avez envoyé { $count } messages restés sans réponse. Vous pourrez écrire de nouveau quand l’autre personne répondra.
message-full-today = Vous avez envoyé { $count } messages en une journée. Vous pourrez écrire de nouveau demain.
message-shut = Vous pouvez écrire aux personnes que vous rencontrez, tant qu’une proposition est ouverte entre vous, et aux personnes qui vous ont écrit.
message-shut-excluded = Vous avez dit que vous ne souhaitez pas rencontrer cette personne. Annulez d’abord ce choix si vous souhaitez lui écrire.
message-late-title = Vous serez en retard ?
message-late-lead = Votre rendez-vous : { $when }. Nous prévenons l’autre personne par courriel, dans sa langue.
message-late = Je serai en retard
message-late-again = Vous avez prévenu l’autre personne de votre retard il y a moins d’une heure.
message-mute-title = Aucun message de cette personne
message-mute-lead = Si vous masquez les messages de cette personne, rien de ce qu’elle écrit ne vous parvient, même si elle est en retard. Elle n’en est pas informée.
message-mute = Masquer les messages de cette personne
message-muted = Vous masquez les messages de cette personne. Rien de ce qu’elle écrit ne vous parvient. Elle n’en est pas informée.
message-unmute = Recevoir de nouveau ses messages
message-person = Voir cette personne
done-message-sent = Votre message est envoyé.
done-message-late = Nous prévenons l’autre personne de votre retard.
done-message-muted = Vous ne recevez plus de messages de cette personne. Elle n’en est pas informée.
done-message-unmuted = Vous recevez de nouveau les messages de cette personne. Vous ne voyez pas ce qu’elle a écrit entre-temps.
problem-message-missing = Écrivez un message.
problem-message-unanswered = Ce message n’est pas envoyé : l’autre personne n’a pas répondu à vos derniers messages. Vous pourrez écrire de nouveau quand elle répondra.
problem-message-today = Ce message n’est pas envoyé : vous avez envoyé le nombre maximal de messages en une journée. Vous pourrez écrire de nouveau demain.
mail-fact-writer = De
mail-message-received-subject = Message de { $partner } : { $event }
mail-message-received-heading = Vous avez un message
mail-message-received-text = { $partner } vous écrit :
mail-message-received-action = Lire et répondre
mail-message-received-after = Merci de répondre sur la page. Une réponse à ce courriel arrive chez l’organisateur. Si vous ne souhaitez plus de messages de cette personne, vous pouvez les masquer sur la page. Elle n’en est pas informée.
mail-late-subject = { $partner } sera en retard à votre rendez-vous de { $time }
mail-late-heading = L’autre personne sera en retard
mail-late-text = { $partner } sera en retard à votre rendez-vous lors de { $event }. Merci de patienter un peu. Si vous ne pouvez pas attendre, dites-le sur la page.
example-message = Pouvons-nous nous retrouver dix minutes plus tôt, à l’entrée ?
outbox-kind-message-received = Message d’une autre personne
data-messages = Messages
data-message-by-me = Vous avez écrit
data-message-to-me = On vous a écrit
data-muted = Vous ne souhaitez pas de messages de cette personne
stored-messages = Ce que vous écrivez à d’autres participants et ce qu’ils vous écrivent, et de qui vous ne souhaitez pas de messages
stored-messages-why = Pour transmettre des messages entre personnes qui se rencontrent, sans leurs adresses
