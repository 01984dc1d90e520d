import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// Every page in every state, with people who do not exist.
enum PageSamples {
    static let now = Instant(milliseconds: 1_775_031_300_000)
    static let name = PersonName(family: "Lavigne", given: "Jeanne")
    static let born = CalendarDate(daysSinceEpoch: -6473)
    static let sheet = ServiceSheet(
        portalAddress: "dmp.example.fr",
        helpPhone: "01 99 00 12 34",
        senderLines: ["Service DMP", "1 place de la République", "75000 Paris"]
    )
    static let handle = Handle(text: "Qm9uam91ckxlTW9uZGUxMg")
    static let ids: [UniqueID] = (0..<4).map { UniqueID(random: (UInt64($0) &* 7919 &+ 11, 42)) }

    static func frame(_ language: Language, signedIn: Bool) -> Frame {
        Frame(
            site: .portal(
                AssetPaths(styles: "/assets/portail.css", logo: "/assets/logo.svg", script: "/assets/0/cle.js"),
                isRehearsal: true
            ),
            language: language,
            path: signedIn ? Paths.record : Paths.home,
            visitor: signedIn
                ? Visitor(
                    label: ShellText.recordOf(name.spoken),
                    sheet: ShellText.sheet(of: name, born: born, on: ParisTime.civil(now).date),
                    sessionEnds: now.advanced(bySeconds: 900),
                    idleMinutes: 15
                ) : nil,
            formToken: "jeton-de-formulaire"
        )
    }

    /// A page, its name, whether it is seen by somebody who has signed in.
    typealias Sample = (name: String, page: any Page, signedIn: Bool)

    static var all: [Sample] {
        anonymous + troubles + statics + record + documents + people + histories + choices + keys + folders
    }

    private static var anonymous: [Sample] {
        let entered = OpeningForm.Entered(
            ins: "2 52 04",
            code: "ABCD",
            birthDate: "32/01/1952",
            phone: "01",
            email: "a",
            consents: false
        )
        let faults = [
            FieldFault(FormNames.ins, FieldText.insFault.phrase),
            FieldFault(FormNames.letterCode, FieldText.letterCodeFault.phrase),
            FieldFault(FormNames.birthDate, FieldText.birthDateFault.phrase),
            FieldFault(FormNames.consent, FieldText.consentFault.phrase),
            FieldFault(FormNames.secret, FieldText.tooShort.phrase),
            FieldFault(FormNames.phone, FieldText.phoneFault.phrase),
            FieldFault(FormNames.email, FieldText.emailFault.phrase),
        ]
        let refused = [FieldFault(FormNames.ins, FieldText.notAccepted.phrase)]
        let code = CodePage(channel: .sms, maskedDestination: "•• •• •• •• 12", expires: now, alternatives: [.email])
        var resent = code
        resent.isResent = true
        var wrong = code
        wrong.typing = [FieldFault(FormNames.code, FieldText.codeFault.phrase)]
        var over = code
        over.end = .expired
        return [
            ("home", HomePage(), false), ("opening", OpeningPage(), false),
            ("opening-faults", OpeningPage(entered: entered, faults: faults), false),
            ("opened", DonePage(deed: .opened), false), ("activation", ActivationPage(), false),
            ("activation-proof-used-up", activationProof(end: .usedUp), false),
            (
                "activation-refused",
                ActivationPage(entered: LetterEntry(ins: "252046938304251", code: "ABCDEFGHJKM"), faults: refused),
                false
            ),
            ("activation-proof", activationProof(), false),
            (
                "activation-proof-wrong",
                activationProof([FieldFault(ProofFields.codeName(.email), FieldText.codeFault.phrase)]), false
            ),
            ("first-access", OpeningPage(way: .firstAccess), false), ("objection", ObjectionPage(), false),
            (
                "objection-faults",
                ObjectionPage(
                    entered: .init(ins: "2 52 04", code: "ABCD", birthDate: "32/01/1952"),
                    faults: [
                        FieldFault(FormNames.ins, FieldText.insFault.phrase),
                        FieldFault(FormNames.consent, ObjectionText.tickFault.phrase),
                    ]
                ), false
            ),
            ("objected", ObjectionDonePage(hasProof: true), false),
            ("objected-later", ObjectionDonePage(hasProof: false), false),
            ("activated", DonePage(deed: .activated), false), ("sign-in", SignInPage(), false),
            (
                "sign-in-refused",
                SignInPage(
                    ins: "252046938304251",
                    channel: .email,
                    faults: [FieldFault(FormNames.form, SignInText.refused.phrase)]
                ), false
            ),
            ("code", code, false), ("code-resent", resent, false), ("code-wrong", wrong, false),
            ("code-over", over, false),
            ("letter-order", LetterOrderPage(), false),
            (
                "letter-order-faults",
                LetterOrderPage(
                    ins: "2 52",
                    birthDate: "hier",
                    faults: [
                        FieldFault(FormNames.ins, FieldText.insFault.phrase),
                        FieldFault(FormNames.birthDate, FieldText.birthDateFault.phrase),
                    ]
                ), false
            ),
            ("letter-ordered", LetterOrderedPage(phone: sheet.helpPhone), false),
            ("recovery", RecoveryPage(phone: sheet.helpPhone, helper: .helpDesk), false),
            ("goodbye", GoodbyePage(), false),
            ("recovery-professional", RecoveryPage(phone: sheet.helpPhone, helper: .professional), false),
            ("lost-way", LostWayPage(), false), ("lost-way-kept", LostWayDonePage(), false),
        ]
    }

    private static func activationProof(_ faults: [FieldFault] = [], end: CodeEnd? = nil) -> ActivationProofPage {
        ActivationProofPage(
            way: .activation,
            ins: "252046938304251",
            phone: "",
            email: "jeanne@example.org",
            proofs: [
                ChannelProof(token: "a", channel: .sms, maskedDestination: "•• •• •• •• 34", expires: now),
                ChannelProof(token: "b", channel: .email, maskedDestination: "j•••@e•••", expires: now),
            ],
            end: end,
            faults: faults
        )
    }

    private static var troubles: [Sample] {
        TroublePage.Trouble.allCases.map {
            (
                "trouble-\($0)",
                TroublePage(trouble: $0, wait: $0 == .tooMany ? 240 : nil, incident: $0 == .paused ? "q4x7" : nil),
                false
            )
        }
    }

    private static var statics: [Sample] {
        StaticPage.Subject.allCases.map { ("static-\($0)", StaticPage(subject: $0, sheet: sheet), false) }
    }

    static func line(
        _ rank: Int,
        _ title: String,
        _ author: String,
        _ states: [DocumentState],
        isNew: Bool = false
    ) -> DocumentLine {
        DocumentLine(
            id: ids[rank % ids.count],
            title: title,
            date: Phrase("12\u{A0}mars\u{A0}2026", "12\u{A0}March\u{A0}2026"),
            author: author,
            category: Phrase("Comptes rendus", "Reports"),
            states: states,
            isNew: isNew
        )
    }

    static let lines = [
        line(0, "Compte rendu de consultation de cardiologie", "Dr\u{A0}Samuel Okonkwo", [.visible], isNew: true),
        line(1, "Ordonnance de médicaments", "Dr\u{A0}Claire Vasseur", [.masked]),
        line(2, "Compte rendu d’analyses de biologie médicale", "Laboratoire du Parc", [.archived, .visible]),
        line(3, "", "Bruno Roussel", [.replaced, .visible]),
    ]

    static func access(_ emergency: Bool = false, refused: Bool = false, others: [Phrase] = []) -> AccessLine {
        AccessLine(
            sentence: Phrase(
                "Le 12 mars 2026 à 14 h 30, le Dr Claire Vasseur, médecin généraliste, Maison de santé des Tilleuls, a lu le document « Ordonnance ».",
                "On 12 March 2026 at 14:30, Dr Claire Vasseur, general practitioner, Maison de santé des Tilleuls, read the document “Ordonnance”."
            ),
            remark: emergency
                ? TraceSentence.remark(.breakGlass(reason: "Personne inconsciente"))
                : HistoryText.agreed(on: Phrase("3 janvier 2026", "3 January 2026")),
            isEmergency: emergency,
            wasRefused: refused,
            document: ids[1],
            professional: (handle, "Dr\u{A0}Claire Vasseur"),
            mayBlock: true,
            others: others
        )
    }

    private static var record: [Sample] {
        let steps = [
            RecordPage.Step(text: RecordPageText.stepActive.phrase, isDone: true),
            RecordPage.Step(text: RecordPageText.stepChannelsTodo.phrase, isDone: false),
            RecordPage.Step(text: RecordPageText.stepPhysician.phrase, isDone: true),
        ]
        return [
            (
                "record",
                RecordPage(
                    name: name,
                    previousVisit: now,
                    newDocuments: lines,
                    emergencies: [access(true)],
                    lastAccesses: [access(), access(refused: true)],
                    steps: steps
                ), true
            ),
            (
                "record-first",
                RecordPage(
                    name: name,
                    previousVisit: nil,
                    newDocuments: [],
                    emergencies: [],
                    lastAccesses: [],
                    steps: steps
                ), true
            ),
        ]
    }

    private static func readers(masked: Bool) -> DocumentReadersView {
        let physician = Phrase("médecin généraliste", "general practitioner")
        let pharmacist = Phrase("pharmacienne", "pharmacist")
        let nurse = Phrase("infirmière", "nurse")
        typealias Line = DocumentReaders.Line
        let treating = Line(name: "Dr\u{A0}Claire Vasseur", role: physician, mayRead: true, reason: .whyTreating)
        let refused = Line(name: "Hélène Delaunay", role: pharmacist, mayRead: false, reason: .whyProfession)
        let carer = Line(name: "Paul Lavigne", role: Representation.carer.label, mayRead: true, reason: .whyActing)
        let emergency = Line(
            role: DocumentPageText.emergencyPhysician.phrase,
            mayRead: !masked,
            reason: masked ? .whyMasked : .whyEmergency
        )
        return DocumentReadersView(
            people: masked ? [emergency] : [treating, carer, refused, emergency],
            professions: [physician, nurse, pharmacist].map { role in
                let mayRead = !masked && role != pharmacist
                return Line(
                    role: role,
                    mayRead: mayRead,
                    reason: masked ? .whyMasked : mayRead ? .whyLeave : .whyProfession
                )
            }
        )
    }

    private static var documents: [Sample] {
        let categories = [("10", "Comptes rendus"), ("42", "Traitements et soins")]
        func list(_ lines: [DocumentLine], _ choice: DocumentChoice, faults: [FieldFault] = []) -> DocumentsPage {
            DocumentsPage(
                lines: lines,
                total: lines.isEmpty ? 0 : 44,
                firstRank: 21,
                page: 2,
                pages: lines.isEmpty ? 1 : 3,
                choice: choice,
                categories: categories,
                authors: [("abc", "Dr\u{A0}Claire Vasseur")],
                faults: faults
            )
        }
        let wrong = DocumentChoice(category: "10", from: "hier", to: "demain")
        func document(_ shown: DocumentShowing, masked: Bool, notice: Phrase? = nil) -> DocumentPage {
            DocumentPage(
                id: ids[0],
                title: lines[0].title,
                states: [masked ? .masked : .visible],
                shown: shown,
                facts: [
                    .init(label: .type, value: "CR de consultation"),
                    .init(label: .author, value: "Dr\u{A0}Samuel Okonkwo"),
                    .init(label: .structure, value: "Hôpital Sainte-Marthe"),
                    .init(label: .received, value: "12\u{A0}mars\u{A0}2026", isForeign: false),
                    .init(label: .signature, value: "Signature électronique vérifiée", isForeign: false),
                    .init(label: .size, value: "24\u{A0}ko", isForeign: false),
                ],
                versions: masked
                    ? []
                    : [
                        .init(id: ids[0], date: Phrase("12 mars 2026", "12 March 2026"), isThis: true),
                        .init(id: ids[3], date: Phrase("2 mars 2026", "2 March 2026"), isThis: false),
                    ],
                readers: masked
                    ? [] : [access(others: [Phrase("Le 12 mars 2026 à 9 h.", "On 12 March 2026 at 09:00.")])],
                whoMayRead: readers(masked: masked),
                canMask: !masked,
                canUnmask: masked,
                maySend: !masked,
                readable: masked ? .pdf : .other,
                notice: notice
            )
        }
        return [
            ("documents", list(lines, DocumentChoice()), true), ("documents-empty", list([], DocumentChoice()), true),
            ("documents-none-chosen", list([], DocumentChoice(category: "10")), true),
            ("documents-faults", list([], wrong, faults: PortalDoor.dateFaults(wrong.from, wrong.to)), true),
            ("document", document(.frame, masked: false), true),
            ("document-masked", document(.frame, masked: true, notice: DocumentPageText.masked.phrase), true),
            ("document-other", document(.nothing, masked: true), true),
            ("sending", SendingPage(id: ids[0], title: lines[0].title, known: mailboxes), true),
            (
                "sending-faults",
                SendingPage(
                    id: ids[0],
                    title: "",
                    faults: [FieldFault(FormNames.mailbox, SendingText.notSecured(.standard))]
                ),
                true
            ),
            ("sending-too-large", SendingPage(id: ids[0], title: lines[0].title, fits: false), true),
            ("mask", MaskPage(id: ids[0], title: lines[0].title, change: .mask, reach: reach(.opens)), true),
            (
                "mask-not-in-emergency", MaskPage(id: ids[0], title: "", change: .mask, reach: reach(.staysByChoice)),
                true
            ),
            (
                "unmask", MaskPage(id: ids[0], title: lines[0].title, change: .unmask, reach: reach(.staysByChoice)),
                true
            ),
            ("results", ResultsPage(series: series, isPartial: true), true),
            ("results-empty", ResultsPage(series: [], isPartial: false), true),
        ]
    }

    static let mailboxes = [SecureMailbox("anne.roche@cabinet.mssante.fr")].compactMap(\.self).map {
        SendingPage.Known(name: "Dr\u{A0}Anne Roche", mailbox: $0)
    }

    /// As under the newest set.
    static func reach(_ emergency: MaskReach.Emergency) -> MaskReach {
        MaskReach(roles: [.maskPhysician, .maskAdministrators], emergency: emergency)
    }

    static let series: [ResultSeries] = {
        func point(_ month: Int, _ value: Double, _ text: String, _ reading: ResultReading) -> ResultSeries.Point {
            ResultSeries.Point(
                time: now.advanced(bySeconds: Int64(month) * 30 * 86_400),
                date: DateText.date(now.advanced(bySeconds: Int64(month) * 30 * 86_400)),
                value: value,
                text: text,
                range: "4\u{A0}–\u{A0}6",
                reading: reading,
                document: ids[2]
            )
        }
        return [
            ResultSeries(
                label: "Hémoglobine A1c",
                unit: "%",
                low: 4,
                high: 6,
                rangeText: "4\u{A0}–\u{A0}6",
                points: [
                    point(-12, 8.4, "8,4", .high), point(-9, 7.9, "7,9", .high), point(-6, 7.2, "7,2", .high),
                    point(-3, 6.4, "6,4", .high), point(0, 5.9, "5,9", .usual),
                ]
            ),
            ResultSeries(
                label: "Créatinine",
                unit: "µmol/L",
                low: nil,
                high: nil,
                rangeText: nil,
                points: [point(0, 71, "71", .other)]
            ),
        ]
    }()
}
