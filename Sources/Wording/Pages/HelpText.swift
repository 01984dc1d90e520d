/// Questions that people ask of their record, and the answers.
package enum HelpText: CatalogueText {
    case lead, signInPart, startTitle, start, signInTitle, signIn, phoneTitle, phone, phoneDesk, phoneHelp, stolen
    case noMobileTitle, noMobile, noInternetTitle, noInternet, sharedTitle, shared, readersPart
    case whoTitle, neverTitle, workTitle, work, emergencyTitle, emergency, blockTitle, block
    case strangeTitle, strange, documentsPart, maskTitle, mask, errorTitle, error, copyTitle, copy
    case keptTitle, familyPart, helperTitle, helper, childTitle, child, changesPart, doctorTitle
    case doctor, nameTitle, nameDesk, name, moveTitle, moveDesk, move, rightsPart, closeTitle, close, researchTitle
    case research, complaintTitle, complaint, deathTitle, deathRecord, deathWho, deathWhy
    case deathHow

    package var phrase: Phrase {
        switch self {
        case .lead:
            Phrase("Les réponses aux questions les plus courantes.", "Answers to the most common questions.")
        case .signInPart: Phrase("Ouvrir, me connecter", "Opening, signing in")
        case .startTitle: Phrase("Comment ouvrir mon dossier ?", "How do I open my record?")
        case .start:
            Phrase(
                "Vous recevez deux courriers. Le premier ouvre le dossier, le second active l'accès par Internet.",
                "You receive two letters. The first opens the record, the second activates Internet access."
            )
        case .signInTitle: Phrase("Je n'arrive pas à me connecter", "I cannot sign in")
        case .signIn:
            Phrase(
                "Après plusieurs essais, il faut attendre avant de recommencer. Le dossier n'est jamais bloqué pour toujours.",
                "After several tries you must wait before trying again. The record is never locked for good."
            )
        case .phoneTitle: Phrase("J'ai perdu ou changé mon téléphone", "I have lost or changed my phone")
        case .phone:
            Phrase(
                "Connectez-vous par un autre moyen, comme l'e-mail. Sinon, demandez un courrier : son code permet d'enregistrer un nouveau téléphone.",
                "Sign in by another way, such as e-mail. If not, ask for a letter: its code lets you register a new phone."
            )
        case .phoneDesk:
            Phrase(
                "Un professionnel de santé peut aussi vous aider, avec votre carte Vitale.",
                "A health professional can help you as well, with your Vitale card."
            )
        case .phoneHelp:
            Phrase(
                "L'assistance peut aussi vous guider, par téléphone. Elle ne change rien à votre place.",
                "The help desk can guide you as well, by telephone. It changes nothing in your place."
            )
        case .stolen:
            Phrase(
                "Téléphone volé ? Une fois connecté, fermez son accès sur la page « \(DevicesText.title(.french)) ».",
                "Phone stolen? Once signed in, end its access on the page “\(DevicesText.title(.english))”."
            )
        case .noMobileTitle: Phrase("Je n'ai pas de téléphone mobile", "I have no mobile phone")
        case .noMobile:
            Phrase(
                "Une adresse e-mail peut recevoir vos codes. Ensuite, vous pouvez créer une clé d'accès sur un ordinateur : elle remplace le code.",
                "An e-mail address can receive your codes. Later you can make a passkey on a computer: it takes the place of the code."
            )
        case .noInternetTitle: Phrase("Je n'ai pas Internet", "I have no Internet")
        case .noInternet:
            Phrase(
                "Votre dossier sert quand même à vos soins. Vous donnez votre accord à un professionnel pendant la consultation. Pour fermer le dossier, écrivez au service.",
                "Your record serves your care all the same. You give a professional your agreement during the consultation. To close the record, write to the service."
            )
        case .sharedTitle: Phrase("Je suis sur un ordinateur partagé", "I am on a shared computer")
        case .shared:
            Phrase(
                "Déconnectez-vous à la fin. N'enregistrez ni votre code secret ni vos documents.",
                "Sign out at the end. Save neither your secret code nor your documents."
            )
        case .readersPart: Phrase("Qui lit mon dossier", "Who reads my record")
        case .whoTitle: Phrase("Qui peut lire mon dossier ?", "Who can read my record?")
        case .neverTitle:
            Phrase(
                "Et mon assureur, ma mutuelle, mon employeur, ma banque ?",
                "And my insurer, my employer, my bank?"
            )
        case .workTitle: Phrase("Et le médecin du travail ?", "And the occupational physician?")
        case .work:
            Phrase(
                "Le médecin du travail ne lit rien sans votre accord, donné à lui-même, et seulement si les règles de votre dossier le permettent. Vous pouvez refuser : ce n'est pas une faute, et personne n'en est informé.",
                "The occupational physician reads nothing without your agreement, given to this physician alone, and only where the rules of your record allow it. You may refuse: that is no fault, and nobody is told."
            )
        case .emergencyTitle: Phrase("Que se passe-t-il en cas d'urgence ?", "What happens in an emergency?")
        case .emergency:
            Phrase(
                "Si votre vie est en danger, un professionnel peut ouvrir le dossier. Le médecin du Samu (15) aussi, après un appel. Vous pouvez refuser l'un et l'autre dans vos réglages. Chaque ouverture est inscrite dans l'historique, et vous êtes prévenu.",
                "If your life is in danger, a professional may open the record. So may the doctor of the emergency service (15), after a call. You can refuse either in your settings. Each opening is written in the history, and you are told."
            )
        case .blockTitle: Phrase("Comment empêcher quelqu'un de lire ?", "How do I keep somebody from reading?")
        case .block:
            Phrase(
                "Ouvrez la page « Mes professionnels de santé », choisissez la personne, puis bloquez-la.",
                "Open the page “My health professionals”, choose the person, then block."
            )
        case .strangeTitle:
            Phrase("Je vois un accès que je ne comprends pas", "I see an access that I do not understand")
        case .strange:
            Phrase(
                "Demandez d'abord au professionnel nommé. Ensuite, contactez l'assistance avec la date et l'heure.",
                "Ask the professional named first. Then contact the help desk with the date and time."
            )
        case .documentsPart: Phrase("Mes documents", "My documents")
        case .maskTitle:
            Phrase("Que se passe-t-il quand je masque un document ?", "What happens when I hide a document?")
        case .mask:
            Phrase(
                "Les professionnels ne le voient plus, sauf son auteur et votre médecin traitant. Vous le voyez toujours.",
                "Professionals no longer see it, except its author and your treating physician. You always see it."
            )
        case .errorTitle: Phrase("Il y a une erreur dans un document", "There is a mistake in a document")
        case .error:
            Phrase(
                "Ouvrez le document, puis choisissez « \(RectificationText.title(.french)) ». La demande va à son auteur, ou au service si l'auteur ne répond pas. Vous pouvez masquer le document en attendant.",
                "Open the document, then choose “\(RectificationText.title(.english))”. The request goes to its author, or to the service if the author does not answer. You can hide the document meanwhile."
            )
        case .copyTitle: Phrase("Comment avoir une copie ?", "How do I get a copy?")
        case .copy:
            Phrase(
                "Dans vos réglages, choisissez « \(CopyText.title(.french)) ». Vous la téléchargez, ou la recevez par la poste, selon les règles de votre dossier.",
                "In your settings, choose “\(CopyText.title(.english))”. You download it, or get it by post, by the rules of your record."
            )
        case .keptTitle: Phrase("Où sont gardés mes documents ?", "Where are my documents kept?")
        case .familyPart: Phrase("Mes proches", "My family")
        case .helperTitle: Phrase("Quelqu'un peut-il s'en occuper avec moi ?", "Can somebody look after it with me?")
        case .helper:
            Phrase(
                "Oui. Vous pouvez inviter un proche aidant : il lit et ajoute des documents avec son propre accès. Ne donnez jamais votre code secret.",
                "Yes. You can invite a carer, who reads and adds documents with an access of their own. Never give your secret code."
            )
        case .childTitle: Phrase("Mon enfant a moins de 18 ans", "My child is under 18")
        case .child:
            Phrase(
                "Un parent ou un tuteur lit le dossier, avec son propre accès. Il le demande à l'assistance. L'enfant peut demander à un professionnel de garder un soin secret. À 18 ans, l'accès des parents s'arrête.",
                "A parent or guardian reads the record, with an access of their own. They ask the help desk for it. The child may ask a professional to keep care secret. At 18, the parents' access ends."
            )
        case .changesPart: Phrase("Quand ma vie change", "When my life changes")
        case .doctorTitle: Phrase("J'ai changé de médecin traitant", "I have a new treating physician")
        case .doctor:
            Phrase(
                "Ouvrez « \(ShellText.professionals(.french)) », choisissez le nouveau médecin, puis « \(ProfessionalText.nameTreating(.french)) ». Déclarez-le aussi à l'Assurance maladie.",
                "Open “\(ShellText.professionals(.english))”, choose the new physician, then “\(ProfessionalText.nameTreating(.english))”. Declare this physician to the health insurance as well."
            )
        case .nameTitle:
            Phrase(
                "J'ai changé de nom ou de numéro de sécurité sociale",
                "My name or social security number has changed"
            )
        case .nameDesk:
            Phrase(
                "Un professionnel de santé peut mettre votre nom à jour dans le dossier. Pour un nouveau numéro, écrivez au service : il l'ajoute au même dossier.",
                "A health professional can update your name in the record. For a new number, write to the service, which adds it to the same record."
            )
        case .name:
            Phrase(
                "Votre nom vient de l'identité nationale de santé : signalez le changement à votre caisse d'assurance maladie. Aucun professionnel ne le change dans le dossier. Pour un nouveau numéro, écrivez au service, à l'adresse de la page Contact : il l'ajoute au même dossier.",
                "Your name comes from the national health identity: tell your health insurance of the change. No professional changes it in the record. For a new number, write to the service, at the address on the Contact page: it adds it to the same record."
            )
        case .moveTitle: Phrase("Je déménage, ou je pars à l'étranger", "I am moving, or going abroad")
        case .moveDesk:
            Phrase(
                "Demandez à un professionnel de santé d'écrire votre nouvelle adresse dans le dossier : nos courriers y partiront. Le site s'ouvre aussi depuis l'étranger.",
                "Ask a health professional to write your new address in the record: our letters will go there. The site opens from abroad as well."
            )
        case .move:
            Phrase(
                "Nos courriers partent à l'adresse inscrite dans le dossier. Avant d'en demander un, écrivez au service, à l'adresse de la page Contact. Vous changez vous-même votre téléphone et votre e-mail. Le site s'ouvre aussi depuis l'étranger.",
                "Our letters go to the address kept in the record. Before you ask for one, write to the service, at the address on the Contact page. You change your phone and e-mail yourself. The site opens from abroad as well."
            )
        case .rightsPart: Phrase("Mes droits", "My rights")
        case .closeTitle: Phrase("Comment fermer mon dossier ?", "How do I close my record?")
        case .close:
            Phrase(
                "Dans vos réglages, ou par une lettre au service, sans donner de raison. Il est gardé dix ans : vous pouvez le rouvrir, ou demander sa destruction.",
                "In your settings, or by a letter to the service, without giving a reason. It is kept for ten years: you can reopen it, or ask for its destruction."
            )
        case .researchTitle: Phrase("Mes données servent-elles à la recherche ?", "Are my data used for research?")
        case .research:
            Phrase(
                "Non. Elles servent à vos soins, et à rien d'autre.",
                "No. They serve your care, and nothing else."
            )
        case .complaintTitle: Phrase("Comment faire une réclamation ?", "How do I complain?")
        case .complaint:
            Phrase(
                "Signalez un document, un accès ou un professionnel depuis sa page, dans votre dossier. Vous pouvez aussi appeler l'assistance ou lui écrire.",
                "Report a document, an access or a professional from its page, in your record. You may also call the help desk or write to it."
            )
        case .deathTitle: Phrase("Le titulaire du dossier est décédé", "The holder of the record has died")
        case .deathRecord:
            Phrase(
                "Après un décès, le dossier est fermé. Personne ne s'y connecte plus, ni un proche, ni un tuteur. Les documents sont gardés dix ans, puis détruits.",
                "After a death, the record is closed. Nobody signs in to it any more, neither a relative nor a guardian. Documents are kept for ten years, then destroyed."
            )
        case .deathWho:
            Phrase(
                "Un ayant droit, un concubin ou un partenaire de PACS peut demander certaines informations. Si la personne s'y est opposée de son vivant, la réponse est non.",
                "An heir, a cohabiting partner or a civil partner may ask for some information. If the person objected while alive, the answer is no."
            )
        case .deathWhy:
            Phrase(
                "La loi connaît trois motifs : connaître les causes du décès, défendre la mémoire de la personne, faire valoir ses droits. Seules les informations nécessaires à ce motif sont données.",
                "The law knows three reasons: to know the causes of death, to defend the person's memory, to assert one's rights. Only the information needed for that reason is given."
            )
        case .deathHow:
            Phrase(
                "Écrivez à l'adresse de la page Contact. Dites votre lien avec la personne et votre motif. Joignez de quoi prouver le décès, ce lien et votre identité.",
                "Write to the address on the Contact page. Say how you are related to the person, and your reason. Enclose proof of the death, of that tie and of your identity."
            )
        }
    }
}
