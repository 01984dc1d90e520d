public import HealthRecord

/// A notice in words for text messages and e-mails.
///
/// These ways are not sealed: nothing here tells an INS, a title, a matter of health, nor a professional's name, which
/// alone may tell of a disease. The portal and letters say more.
public struct NoticeWords: Sendable {
    private let notice: Notice
    private let service: ServiceSheet

    /// A notice to be said by a deployment.
    public init(_ notice: Notice, service: ServiceSheet) {
        self.notice = notice
        self.service = service
    }

    /// The subject of an e-mail.
    public var subject: Phrase {
        switch notice {
        case .openingCode, .activationCode, .recoveryCode, .oneTimeCode, .representationCode, .presenceCode,
            .openingAnnounced:
            NoticeText.codeSubject.phrase
        case .firstAccess: NoticeText.accessSubject.phrase
        case .emergencyAccess: NoticeText.emergencySubject.phrase
        case .patientEmergency: NoticeText.patientEmergencySubject.phrase
        case .newDocument: NoticeText.documentSubject.phrase
        case .ofRepresented: RepresentedWords.subject
        case .accessChanged: NoticeText.changeSubject.phrase
        case .newDevice: NoticeText.deviceSubject.phrase
        case .announcementDue, .announcementReleased, .directivesReminder, .representationChanged, .recordOpened,
            .recordSuspended,
            .recordClosed, .recordReopened, .erasureAsked, .recordDestroyed, .majorityReached,
            .treatingPhysicianDeclared, .recordAdministered, .consentStated, .teamDeclared, .hostAccess, .incident:
            LifeNews.subject
        }
    }

    /// The whole text of a text message.
    public var sms: Phrase {
        switch notice {
        case .openingCode, .activationCode, .recoveryCode, .oneTimeCode, .representationCode, .presenceCode,
            .openingAnnounced:
            Phrase("DMP :", "DMP:") + news
        default: Phrase("DMP :", "DMP:") + news + followUp
        }
    }

    /// The paragraphs of an e-mail.
    public var email: [Phrase] {
        [NoticeText.greeting.phrase, news.capitalised, followUp]
            + (followUp.french.contains(service.helpPhone) ? [] : [question]) + [NoticeText.automatic.phrase]
    }

    /// The code in the notice, which messages and letters show.
    public var code: String? {
        switch notice {
        case .openingCode(let code), .activationCode(let code), .recoveryCode(let code), .oneTimeCode(let code, _),
            .representationCode(let code, _), .presenceCode(let code, _), .openingAnnounced(let code, _):
            code
        default: nil
        }
    }

    private var news: Phrase {
        switch notice {
        case .openingCode(let code), .activationCode(let code), .recoveryCode(let code),
            .representationCode(let code, _),
            .openingAnnounced(let code, _):
            codeNews(CodeGroups.grouped(code), for: CountText.days(service.postalCodeDays))
        case .oneTimeCode(let code, let minutes), .presenceCode(let code, let minutes):
            codeNews(code, for: CountText.minutes(minutes))
        case .firstAccess(_, let at):
            Self.dated(
                at,
                "un professionnel a ouvert votre dossier pour la première fois",
                "a professional opened your record for the first time"
            )
        case .emergencyAccess(_, let at):
            Self.dated(at, "votre dossier a été ouvert en urgence", "your record was opened in an emergency")
        case .ofRepresented(let news, let at): RepresentedWords.news(news, at: at)
        case .newDocument: Phrase("Un nouveau document est disponible.", "A new document is available.")
        case .accessChanged(let at): Self.accessChanged(at)
        case .newDevice(let at):
            Self.dated(at, "quelqu'un s'est connecté depuis un nouvel appareil", "somebody signed in from a new device")
        case .announcementDue, .announcementReleased, .directivesReminder, .representationChanged, .recordOpened,
            .recordSuspended,
            .recordClosed, .recordReopened, .erasureAsked, .recordDestroyed, .majorityReached, .patientEmergency,
            .treatingPhysicianDeclared, .recordAdministered, .consentStated, .teamDeclared, .hostAccess, .incident:
            LifeNews.news(notice)
        }
    }

    /// Whom to call.
    var question: Phrase {
        Phrase("Une question ? Appelez le \(service.helpPhone).", "A question? Call \(service.helpPhone).")
    }

    /// What to do, and where.
    var followUp: Phrase {
        switch notice {
        case .openingCode, .activationCode, .recoveryCode, .representationCode, .openingAnnounced:
            NoticeText.notYou.phrase
        // Whoever has it sent may know the secret.
        case .presenceCode:
            Phrase(
                "Dites-le au professionnel qui est avec vous, et à lui seul. Personne ? Appelez le \(service.helpPhone).",
                "Tell it to the professional who is with you, and to nobody else. Nobody is? Call \(service.helpPhone)."
            )
        case .oneTimeCode:
            Phrase(
                "Vous n'avez rien demandé ? Gardez ce code pour vous, et appelez le \(service.helpPhone).",
                "You asked for nothing? Keep this code to yourself, and call \(service.helpPhone)."
            )
        case .patientEmergency:
            Phrase(
                "Qui et quand : dans vos avis, sur le site des professionnels ou dans votre logiciel.",
                "Who and when: among your notices, on the professionals' site or in your software."
            )
        case .firstAccess, .emergencyAccess, .representationChanged, .recordOpened, .recordReopened,
            .majorityReached, .treatingPhysicianDeclared, .recordAdministered, .consentStated, .teamDeclared,
            .hostAccess,
            .ofRepresented(.firstAccess, _), .ofRepresented(.emergencyAccess, _), .ofRepresented(.newDocument, _):
            Phrase(
                "Pour savoir qui et pourquoi, connectez-vous sur \(service.portalAddress).",
                "To see who and why, sign in at \(service.portalAddress)."
            )
        case .incident:
            Phrase(
                "Pour lire ce qui s'est passé et que faire, connectez-vous sur \(service.portalAddress).",
                "To read what happened and what to do, sign in at \(service.portalAddress)."
            )
        case .announcementDue:
            Phrase(
                "Parlez-en avec un professionnel de santé.",
                "Talk about it with a health professional."
            )
        case .directivesReminder:
            Phrase(
                "Pour les relire, connectez-vous sur \(service.portalAddress).",
                "To read them again, sign in at \(service.portalAddress)."
            )
        case .newDocument, .announcementReleased:
            Phrase(
                "Pour le lire, connectez-vous sur \(service.portalAddress).",
                "To read it, sign in at \(service.portalAddress)."
            )
        case .erasureAsked:
            Phrase(
                "Pour l'arrêter, rouvrez le dossier sur \(service.portalAddress) ou écrivez au service.",
                "To stop it, reopen the record at \(service.portalAddress) or write to the service."
            )
        case .recordSuspended, .ofRepresented(.recordSuspended, _):
            Phrase(
                "Pour comprendre ou vous y opposer, connectez-vous sur \(service.portalAddress) ou écrivez au service.",
                "To understand or to object, sign in at \(service.portalAddress) or write to the service."
            )
        case .recordClosed, .recordDestroyed: question
        case .accessChanged, .newDevice:
            Phrase(
                "Ce n'est pas vous ? Appelez vite le \(service.helpPhone).",
                "Was it not you? Call \(service.helpPhone) now."
            )
        }
    }

    private func codeNews(_ code: String, for validity: Phrase) -> Phrase {
        Phrase(
            "votre code est \(code). Il est valable \(validity.french).",
            "your code is \(code). It is valid for \(validity.english)."
        ) + NoticeText.keepCodeSecret.phrase
    }

    /// What served to sign in has changed, in words that say what that may be.
    static func accessChanged(_ at: Instant) -> Phrase {
        dated(
            at,
            "votre code secret, votre téléphone ou un autre moyen d'accès a changé",
            "your secret code, your phone or another means of access changed"
        )
    }

    private static func dated(_ at: Instant, _ french: FrenchText, _ english: EnglishText) -> Phrase {
        let moment = DateText.moment(at)
        return Phrase(
            "Le\u{A0}\(moment.french), \(french.text).",
            "On\u{A0}\(moment.english), \(english.text)."
        )
    }
}
