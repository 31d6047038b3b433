## public: pages for everybody

# errors
error-way-home = To the front page
error-request = If you write to us about this, please name the number { $id }.
error-not-found-title = This page is not here
error-not-found-text = Please check the address. The event may also have been renamed or not be public yet.
error-forbidden-title = This is not open to you
error-forbidden-text = Your account may not do this here. Ask an owner of the event for the role that you need.
error-cross-site-title = This form came from another site
error-cross-site-text = For your safety nothing was changed. Please open the page here and fill in the form again.
error-send-again-title = Please send that once more
error-send-again-text = The page had been open for a long time, or your browser does not keep cookies. Nothing you typed is lost: press the button.
error-send-again-file = Your browser does not keep the file that you chose. Go back, choose it again and send the form.
error-send-again-button = Send again
error-bad-request-title = We could not read that
error-bad-request-text = The connection may have been cut off. Please go back and try again.
error-method-title = This address is not for that
error-method-text = Please go to the page from the front page or from your e-mail.
error-too-large-title = That is too much at once
error-too-large-text = Please go back and shorten your texts, or choose a smaller file.
error-too-many-title = Too many requests at once
error-too-many-text = A great many forms came from your network in a short time. Please wait a minute, go back and send yours again.
error-sign-in-title = Please sign in
error-sign-in-text = This page is for the organisers of an event.
error-link-needed-title = Please open your personal link
error-link-needed-text = This page belongs to one participant. Open it with the link in one of our e-mails, or let us send you a new one.
error-link-needed-way = Send me a new link
error-unavailable-title = We will be back in a moment
error-unavailable-text = The database does not answer. Please try again in a minute; what you sent just now was not saved.
error-fault-title = Something went wrong on our side
error-fault-text = It is not your fault. Please go back and try again; if it happens again, write to the organiser.

# what a page says after a form
done-saved = Your changes are saved.
done-wish = Your wish is noted. It counts when the meetings are planned.
done-block = You will not be brought together with this person. They are not told.
done-taken-back = Taken back.
done-cancelled = Your registration is cancelled.
done-signed-out = You are signed out.
done-sent = It is on its way.

# front page
home-title = Events
home-lead = Register, say whom you would like to meet, and come with a plan.

privacy-title = Data protection
accessibility-title = Accessibility
