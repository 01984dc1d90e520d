internal import HealthRecord

/// What a letter says for each notice.
struct LetterWords {
    private let notice: Notice
    private let service: ServiceSheet

    init(_ notice: Notice, service: ServiceSheet) {
        self.notice = notice
        self.service = service
    }

    var subject: Phrase {
        switch notice {
        case .openingCode: LetterText.openingSubject.phrase
        case .activationCode: LetterText.activationSubject.phrase
        case .recoveryCode: RecoveryLetterText.subject.phrase
        case .oneTimeCode: LetterText.oneTimeSubject.phrase
        case .firstAccess: LetterText.accessSubject.phrase
        case .emergencyAccess: LetterText.emergencySubject.phrase
        case .newDocument: LetterText.documentSubject.phrase
        case .ofRepresented: RepresentedWords.subject
        case .accessChanged: LetterText.changeSubject.phrase
        case .newDevice: NoticeText.deviceSubject.phrase
        case .representationCode: MandateLetterText.subject
        case .presenceCode, .openingAnnounced: NoticeWords(notice, service: service).subject
        default: LifeNews.subject
        }
    }

    func parts(_ language: Language) -> [LetterPart] {
        switch notice {
        case .openingCode(let code):
            codeParts(code, LetterText.openingPurpose, ActionText.openRecord, language)
                + [
                    say(.secondLetterComes, language), say(.keepSecret, language), say(.freeChoice, language),
                    help(language),
                ]
        case .activationCode(let code):
            codeParts(code, LetterText.activationPurpose, ActionText.activateAccess, language)
                + [
                    neverChosen(language), say(.keepSecret, language), say(.activationUnasked, language),
                    help(language),
                ]
        case .recoveryCode(let code):
            [
                .paragraph(RecoveryLetterText.purpose(language)), codePart(code, language),
                .paragraph(validity(CountText.days(service.postalCodeDays))[language]),
                .heading(LetterText.whatToDo(language)), .steps(RecoveryLetterText.steps(service, language)),
                .paragraph(RecoveryLetterText.notAsked(language)), say(.keepSecret, language), help(language),
            ]
        case .oneTimeCode(let code, let minutes):
            [
                codePart(code, language), .paragraph(validity(CountText.minutes(minutes))[language]),
                say(.keepSecret, language), .paragraph(nextStep[language]),
            ]
        case .presenceCode(let code, let minutes):
            [
                codePart(code, language), .paragraph(validity(CountText.minutes(minutes))[language]),
                .paragraph(nextStep[language]),
            ]
        case .firstAccess(let name, let at):
            accessParts(
                dated(
                    at,
                    "\(name.spoken) a ouvert votre dossier pour la première fois",
                    "\(name.spoken) opened your record for the first time"
                ),
                language
            )
        case .emergencyAccess(let name, let at):
            accessParts(
                dated(
                    at,
                    "\(name.spoken) a ouvert votre dossier en urgence",
                    "\(name.spoken) opened your record in an emergency"
                ),
                language
            )
        case .ofRepresented(let news, let at):
            told(RepresentedWords.news(news, at: at), language)
        case .newDocument(let at):
            [
                .paragraph(
                    dated(at, "un document est arrivé dans votre dossier", "a document came into your record")[language]
                ),
                .paragraph(readIt[language]), help(language),
            ]
        case .accessChanged(let at):
            [
                .paragraph(NoticeWords.accessChanged(at)[language]), .paragraph(yours[language]),
                .paragraph(notYou[language]),
            ]
        case .newDevice(let at):
            [
                .paragraph(
                    dated(
                        at,
                        "quelqu'un s'est connecté depuis un nouvel appareil",
                        "somebody signed in from a new device"
                    )[language]
                ),
                .paragraph(yours[language]), .paragraph(notYou[language]),
            ]
        case .representationCode(let code, let invitation):
            MandateLetterText.paragraphs(invitation).map { .paragraph($0[language]) }
                + [
                    codePart(code, language), .paragraph(validity(CountText.days(service.postalCodeDays))[language]),
                    .heading(LetterText.whatToDo(language)), .steps(steps(.actForSomebody, language)),
                    .paragraph(MandateLetterText.withRecord[language]), .paragraph(MandateLetterText.free[language]),
                    say(.keepSecret, language), help(language),
                ]
        case .openingAnnounced(let code, let day):
            [
                .paragraph(
                    Phrase(
                        "Votre dossier sera ouvert le \(DateText.date(day).french), sauf si vous vous y opposez.",
                        "Your record will be opened on \(DateText.date(day).english), unless you object."
                    )[language]
                ),
                say(.recordPurpose, language), say(.objectionPurpose, language), codePart(code, language),
                .heading(LetterText.whatToRefuse(language)), .steps(steps(.objectToOpening, language)),
                say(.objectInTime, language), say(.otherwiseOpens, language),
                .heading(LetterText.whatToClose(language)),
                say(.closeLater, language), say(.afterClosing, language), say(.keepSecret, language), help(language),
            ]
        case .announcementDue, .announcementReleased, .directivesReminder, .representationChanged, .recordOpened,
            .recordSuspended,
            .recordClosed, .recordReopened, .erasureAsked, .recordDestroyed, .majorityReached, .patientEmergency,
            .treatingPhysicianDeclared, .recordAdministered, .consentStated, .teamDeclared, .hostAccess, .incident:
            told(LifeNews.news(notice), language)
        }
    }

    /// News, what to do of it and where, and whom to call: once, where the two are one.
    private func told(_ news: Phrase, _ language: Language) -> [LetterPart] {
        let next = LetterPart.paragraph(nextStep[language])
        let call = help(language)
        return [.paragraph(news[language]), next] + (next == call ? [] : [call])
    }

    private var nextStep: Phrase { NoticeWords(notice, service: service).followUp }

    private func codeParts(
        _ code: String,
        _ purpose: LetterText,
        _ action: ActionText,
        _ language: Language
    ) -> [LetterPart] {
        [
            say(purpose, language), codePart(code, language),
            .paragraph(validity(CountText.days(service.postalCodeDays))[language]),
            .heading(LetterText.whatToDo(language)), .steps(steps(action, language)),
        ]
    }

    private func steps(_ action: ActionText, _ language: Language) -> [String] {
        [
            Phrase("Allez sur le site \(service.portalAddress).", "Go to \(service.portalAddress)."),
            Phrase("Choisissez « \(action(.french)) ».", "Choose “\(action(.english))”."),
            Phrase(
                "Tapez le code ci-dessus, sans les espaces ou avec.",
                "Type the code above, with or without the spaces."
            ),
        ].map { $0[language] }
    }

    /// The way of those whose record was opened without them.
    private func neverChosen(_ language: Language) -> LetterPart {
        let action = ActionText.activateOpened
        let phrase = Phrase(
            "Vous n'avez jamais choisi de code secret ? Choisissez plutôt « \(action(.french)) ».",
            "Have you never chosen a secret code? Choose “\(action(.english))” instead."
        )
        return .paragraph(phrase[language])
    }

    private func accessParts(_ news: Phrase, _ language: Language) -> [LetterPart] {
        [
            .paragraph(news[language]), say(.rightToKnow, language), .paragraph(seeHistory[language]), help(language),
        ]
    }

    private func codePart(_ code: String, _ language: Language) -> LetterPart {
        .code(label: LetterText.yourCode(language), groups: CodeGroups.grouped(code))
    }

    private func say(_ text: LetterText, _ language: Language) -> LetterPart { .paragraph(text(language)) }

    private func help(_ language: Language) -> LetterPart {
        .paragraph(NoticeWords(notice, service: service).question[language])
    }

    private func validity(_ time: Phrase) -> Phrase {
        Phrase("Ce code est valable \(time.french).", "This code is valid for \(time.english).")
    }

    private func dated(_ at: Instant, _ french: FrenchText, _ english: EnglishText) -> Phrase {
        let moment = DateText.moment(at)
        return Phrase("Le\u{A0}\(moment.french), \(french.text).", "On\u{A0}\(moment.english), \(english.text).")
    }

    private var seeHistory: Phrase {
        Phrase(
            "Pour voir cet accès ou bloquer cette personne, connectez-vous sur \(service.portalAddress).",
            "To see this access or block this person, sign in at \(service.portalAddress)."
        )
    }

    private var readIt: Phrase {
        Phrase(
            "Pour le lire, connectez-vous sur \(service.portalAddress).",
            "To read it, sign in at \(service.portalAddress)."
        )
    }

    private var yours: Phrase {
        Phrase("Si c'est vous, vous n'avez rien à faire.", "If it was you, there is nothing to do.")
    }

    private var notYou: Phrase {
        Phrase(
            "Si ce n'est pas vous, appelez vite le \(service.helpPhone).",
            "If it was not you, call \(service.helpPhone) now."
        )
    }
}
