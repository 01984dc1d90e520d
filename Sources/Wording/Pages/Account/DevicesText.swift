/// Page 26: devices and sessions.
package enum DevicesText: CatalogueText {
    case title, lead, open, caption, sinceColumn, seenColumn, whoColumn, doColumn, this, end, endOthers, endOthersHint
    case onlyThis, ended, endedAll, advice, adviceTitle, you, summary, summaryLead, confirm, cancel, acting, toAccount
    case deviceColumn, unknown, someBrowser, someMachine, android, chromebook, iPad, iPhone, linux, mac, windows,
        noPlace
    case used, usedLead, usedCaption, firstColumn, lastColumn, verdictColumn, actColumn, thisDevice, wasMe, wasNotMe
    case sayMe, sayNotMe, forget, forgetAll, forgetHint, known, disowned, forgotten, forgottenAll

    package var phrase: Phrase {
        switch self {
        case .title: Phrase("Appareils et sessions", "Devices and sessions")
        case .lead:
            Phrase(
                "Voici où votre dossier est ouvert en ce moment. Fermez ce que vous ne reconnaissez pas.",
                "Here is where your record is open now. End what you do not recognise."
            )
        case .open: Phrase("Sessions ouvertes", "Open sessions")
        case .caption: Phrase("Sessions ouvertes sur votre dossier", "Sessions open on your record")
        case .sinceColumn: Phrase("Ouverte le", "Opened on")
        case .seenColumn: Phrase("Dernière page", "Last page")
        case .whoColumn: Phrase("Par", "By")
        case .doColumn: Phrase("Fermer", "End")
        case .this: Phrase("Cette session", "This session")
        case .end: Phrase("Fermer cette session", "End this session")
        case .endOthers: Phrase("Fermer toutes les autres sessions", "End all other sessions")
        case .endOthersHint:
            Phrase(
                "Vous restez connecté ici. Les autres devront se reconnecter.",
                "You stay signed in here. Others have to sign in again."
            )
        case .onlyThis: Phrase("Il n'y a pas d'autre session ouverte.", "There is no other open session.")
        case .ended: Phrase("La session est fermée.", "The session has ended.")
        case .endedAll: Phrase("Les autres sessions sont fermées.", "The other sessions have ended.")
        case .adviceTitle: Phrase("Vous ne reconnaissez pas une session ?", "You do not recognise a session?")
        case .advice:
            Phrase(
                "Fermez-la, puis changez votre code secret. Regardez aussi l'historique des accès.",
                "End it, then change your secret code. Look at the access history as well."
            )
        case .you: Phrase("Vous", "You")
        case .acting: Phrase("Une personne qui agit pour vous", "Somebody who acts for you")
        case .summary: Phrase("Fermer toutes les autres sessions", "End all other sessions")
        case .summaryLead:
            Phrase(
                "Toutes les sessions sauf celle-ci prendront fin tout de suite.",
                "All sessions but this one will end at once."
            )
        case .confirm: Phrase("Oui, les fermer", "Yes, end them")
        case .cancel: Phrase("Non, les laisser", "No, leave them")
        case .deviceColumn: Phrase("Appareil", "Device")
        case .unknown: Phrase("Un appareil non reconnu", "A device not recognised")
        case .someBrowser: Phrase("Un autre navigateur", "Another browser")
        case .someMachine: Phrase("sur un appareil non reconnu", "on a device not recognised")
        case .android: Phrase("sur un appareil Android", "on an Android device")
        case .chromebook: Phrase("sur un Chromebook", "on a Chromebook")
        case .iPad: Phrase("sur un iPad", "on an iPad")
        case .iPhone: Phrase("sur un iPhone", "on an iPhone")
        case .linux: Phrase("sur un ordinateur Linux", "on a Linux computer")
        case .mac: Phrase("sur un Mac", "on a Mac")
        case .windows: Phrase("sur un ordinateur Windows", "on a Windows computer")
        case .noPlace:
            Phrase(
                "Nous notons le type de navigateur et d'appareil, rien de plus. Nous ne notons pas où vous étiez.",
                "We note the kind of browser and device, nothing more. We do not note where you were."
            )
        case .used: Phrase("Appareils qui ont servi", "Devices that have served")
        case .usedLead:
            Phrase(
                "Dites ce que vous reconnaissez. Ce que vous ne reconnaissez pas est déconnecté tout de suite.",
                "Say what you recognise. What you do not recognise is signed out at once."
            )
        case .usedCaption: Phrase("Appareils qui ont ouvert votre dossier", "Devices that have opened your record")
        case .firstColumn: Phrase("Depuis le", "Since")
        case .lastColumn: Phrase("Dernier usage", "Last used")
        case .verdictColumn: Phrase("Votre réponse", "Your answer")
        case .actColumn: Phrase("Répondre ou oublier", "Answer or forget")
        case .thisDevice: Phrase("Cet appareil", "This device")
        case .wasMe: Phrase("C'était moi", "It was me")
        case .wasNotMe: Phrase("Ce n'était pas moi", "It was not me")
        case .sayMe: Phrase("C'était moi", "It was me")
        case .sayNotMe: Phrase("Ce n'était pas moi", "It was not me")
        case .forget: Phrase("Oublier", "Forget")
        case .forgetAll: Phrase("Oublier tous les autres appareils", "Forget all other devices")
        case .forgetHint:
            Phrase(
                "Un appareil oublié est déconnecté. S'il sert de nouveau, un message vous prévient.",
                "A forgotten device is signed out. If it serves again, a message tells you."
            )
        case .known: Phrase("C'est noté : cet appareil est à vous.", "Noted: this device is yours.")
        case .disowned:
            Phrase(
                "Cet appareil est déconnecté. Changez maintenant votre code secret.",
                "This device is signed out. Change your secret code now."
            )
        case .forgotten: Phrase("L'appareil est oublié.", "The device is forgotten.")
        case .forgottenAll: Phrase("Les autres appareils sont oubliés.", "The other devices are forgotten.")
        case .toAccount: Phrase("Changer mon code secret", "Change my secret code")
        }
    }

    /// A browser on a machine.
    package static func device(browser: Phrase, machine: DevicesText) -> Phrase {
        Phrase(
            french: "\(browser.french), \(machine(.french))",
            english: "\(browser.english), \(machine(.english))"
        )
    }
}
