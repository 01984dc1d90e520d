import HealthRecord
import PageKit
import Wording

/// Page 18: one professional.
struct ProfessionalPage: Page {
    /// How he stands to the record.
    ///
    /// An administrator is one whose leave no longer lets him in, and whose rights still do; *by structure* is whom no leave of
    /// his own lets in, and that of the place where he works does.
    enum Standing: Sendable {
        case treating, authorised, administrator, byStructure, ended, blocked, structureBlocked, none
    }

    /// What his profession may read of a category.
    struct Right: Sendable {
        enum Answer: Sendable { case all, some, none }

        let category: Phrase
        let answer: Answer
    }

    let handle: Handle
    let name: String
    let profession: Phrase
    let structure: Phrase?
    let standing: Standing
    let since: Phrase?
    let until: Phrase?
    let origin: Phrase?
    let rights: [Right]
    let accesses: [AccessLine]
    let choices: [ProfessionalChoice]
    /// What is true of roles and blocks under the record's set.
    let sentences: RoleSentences
    /// Whether he has a treating physician's rights by the holder's choice.
    var isAdministrator = false
    /// Whether the record's rules keep him in the role of treating physician.
    var staysTreating = false
    /// Whether the one who reads this may decide on professionals at all.
    var mayDecide = true
    var documents = Written(count: 0, latest: [])
    var notice: Phrase?

    /// What he put into the record.
    struct Written: Sendable {
        let count: Int
        let latest: [DocumentLine]
    }

    var place: Place? { .professionals }
    var trail: [Crumb] {
        [
            Crumb(label: ShellText.record.phrase, path: Paths.record),
            Crumb(label: ShellText.professionals.phrase, path: Paths.professionals),
        ]
    }

    func heading(_ language: Language) -> String { name }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("badges")) {
                badge(frame)
                if isAdministrator { mark(.gear, frame(AdministratorText.one), .plain) }
            }
            section("identite", ProfessionalText.identity, frame, class: "panel") { identity(frame) }
            section("decider", ProfessionalText.decide, frame, class: "panel no-print") {
                if !mayDecide {
                    paragraph(frame(WishesText.carerMayNot))
                } else if staysTreating {
                    paragraph(frame(ProfessionalText.treatingStays))
                    paragraph(frame(ProfessionalText.treatingChangedAt))
                } else if choices.isEmpty {
                    paragraph(frame(ProfessionalText.nothing))
                }
                if !choices.isEmpty {
                    tag("ul", .class("plain actions")) {
                        for choice in choices {
                            tag("li") {
                                link(
                                    frame(choice.texts.action),
                                    to: Paths.choice(choice, handle),
                                    class: "button quiet"
                                )
                            }
                        }
                    }
                }
            }
            section("droits", ProfessionalText.mayRead, frame, class: "panel") { reading(frame) }
            section("documents", ProfessionalText.written, frame, class: "panel") { written(frame) }
            section("acces", ProfessionalText.accesses, frame, class: "panel") {
                if accesses.isEmpty {
                    paragraph(frame(ProfessionalText.noAccess))
                } else {
                    tag("ul", .class("accesses")) { for line in accesses { line.node(frame, actions: false) } }
                }
                tag("p") { link(frame(RecordPageText.allAccesses), to: Paths.history) }
                tag("p", .class("no-print")) { link(frame(ReportText.professional), to: Paths.reporting(handle)) }
            }
        }
    }

    private func written(_ frame: Frame) -> [Node] {
        nodes {
            if documents.count == 0 {
                paragraph(frame(ProfessionalText.noneWritten))
            } else {
                paragraph(frame(ProfessionalText.written(documents.count)), class: "count")
                tag("ul", .class("plain")) {
                    for document in documents.latest {
                        tag("li") {
                            tag("a", .href(Paths.document(document.id))) { document.name(frame) }
                            tag("span", .class("muted")) { " — " + frame(document.date) }
                        }
                    }
                }
            }
        }
    }

    private func badge(_ frame: Frame) -> Node {
        switch standing {
        case .treating: mark(.heart, frame(ProfessionalsText.treating), .good)
        case .authorised: mark(.check, frame(AuthorisationStatus.valid.label), .good)
        case .administrator: mark(.check, frame(AuthorisationStatus.valid.label), .good)
        case .byStructure: mark(.check, frame(ProfessionalText.byStructure), .good)
        case .structureBlocked: mark(.hidden, frame(ProfessionalText.structureBlocked), .warning)
        case .ended: mark(.clock, frame(ProfessionalsText.ended), .quiet)
        case .blocked: mark(.hidden, frame(AuthorisationStatus.blocked.label), .warning)
        case .none: mark(.clock, frame(ProfessionalText.notAuthorised), .quiet)
        }
    }

    private func identity(_ frame: Frame) -> Node {
        tag("dl") {
            fact(.profession, frame(profession), frame)
            if let structure { fact(.place, frame(structure), frame) }
            if let since { fact(.since, frame(since), frame) }
            if standing == .authorised || standing == .treating || standing == .ended {
                fact(.until, until.map { frame($0) } ?? frame(ProfessionalText.noLimit), frame)
            }
            if let origin { fact(.origin, frame(origin), frame) }
        }
    }

    private func fact(_ label: ProfessionalText, _ value: String, _ frame: Frame) -> Node {
        tag("div") {
            tag("dt") { frame(label) }
            tag("dd") { foreign(value) }
        }
    }

    private func reading(_ frame: Frame) -> [Node] {
        nodes {
            switch standing {
            case .blocked: paragraph(frame(ProfessionalText.mayReadBlocked))
            case .none, .ended:
                paragraph(frame(documents.count > 0 ? ProfessionalText.mayReadOwn : .mayReadNot))
            case .administrator: paragraph(frame(ProfessionalText.readsByRole))
            case .byStructure: paragraph(frame(ProfessionalText.readsByStructure))
            case .structureBlocked: paragraph(frame(ProfessionalText.mayReadStructureBlocked))
            case .treating: for text in sentences.treating { paragraph(frame(text)) }
            case .authorised: nil
            }
            paragraph(frame(ProfessionalText.mayReadLead))
            tag("table", .class("list")) {
                tag("caption") { frame(ProfessionalText.caption) }
                tag("thead") {
                    tag("tr") {
                        tag("th", Attribute("scope", "col")) { frame(ProfessionalText.category) }
                        tag("th", Attribute("scope", "col")) { frame(ProfessionalText.answer) }
                    }
                }
                tag("tbody") {
                    for right in rights {
                        tag("tr") {
                            tag("th", Attribute("scope", "row")) { foreign(frame(right.category)) }
                            tag("td") { right.badge(frame) }
                        }
                    }
                }
            }
        }
    }
}

extension ProfessionalPage.Right {
    fileprivate func badge(_ frame: Frame) -> Node {
        switch answer {
        case .all: mark(.eye, frame(ProfessionalText.reads), .good)
        case .some: mark(.sheet, frame(ProfessionalText.readsSome), .plain)
        case .none: mark(.hidden, frame(ProfessionalText.readsNot), .quiet)
        }
    }
}

/// Asks before a decision on a professional, and says what it means.
struct ProfessionalChoicePage: Page {
    let handle: Handle
    let name: String
    let choice: ProfessionalChoice
    /// What is true of roles and blocks under the record's set.
    let sentences: RoleSentences
    var effect: PolicyEffect?
    /// Whether whoever reads this states the opinion of the person in whose place he agrees.
    var asksOpinion = false
    var faults: [FieldFault] = []

    var place: Place? { .professionals }
    var trail: [Crumb] {
        [
            Crumb(label: ShellText.professionals.phrase, path: Paths.professionals),
            Crumb(label: Phrase(verbatim: name), path: Paths.professional(handle)),
        ]
    }

    func heading(_ language: Language) -> String { choice.texts.action(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { foreign(name) }
            for text in choice.meaning(sentences) { paragraph(frame(text)) }
            if let effect { EffectView.node(effect, frame) }
            if asksOpinion { paragraph(frame(OpinionText.lead)) }
            Forms.post(Paths.choice(choice, handle), frame) {
                if asksOpinion {
                    Forms.box(FormNames.opinion, frame(OpinionText.asked), isTicked: false, faults: faults, frame)
                }
                tag("div", .class("buttons")) {
                    Forms.submit(frame(choice.texts.confirm))
                    link(frame(ProfessionalText.cancel), to: Paths.professional(handle), class: "button quiet")
                }
            }
        }
    }
}

extension ProfessionalChoice {
    /// What is said of a choice, before and after.
    var texts: (action: ProfessionalText, confirm: ProfessionalText, done: ProfessionalText) {
        switch self {
        case .authorise: (.authorise, .authoriseConfirm, .authorisedNow)
        case .revoke: (.revoke, .revokeConfirm, .revokedNow)
        case .block: (.block, .blockConfirm, .blockedNow)
        case .unblock: (.unblock, .unblockConfirm, .unblockedNow)
        case .nameTreating: (.nameTreating, .nameTreatingConfirm, .nameTreatingNow)
        case .endTreating: (.endTreating, .endTreatingConfirm, .endTreatingNow)
        case .nameAdministrator: (.nameAdministrator, .nameAdministratorConfirm, .nameAdministratorNow)
        case .endAdministrator: (.endAdministrator, .endAdministratorConfirm, .endAdministratorNow)
        }
    }

    /// What a choice means under the record's set.
    func meaning(_ sentences: RoleSentences) -> [ProfessionalText] {
        switch self {
        case .authorise: [.authoriseLead]
        case .revoke: [.revokeLead, .revokeRoles]
        case .block: [.blockLead] + sentences.blocking + [.blockDeposit, .blockUndo]
        case .unblock: [.unblockLead]
        case .nameTreating: sentences.namingTreating + [.nameTreatingElsewhere]
        case .endTreating: sentences.endingTreating + [.endTreatingLeave]
        case .nameAdministrator: sentences.namingAdministrator
        case .endAdministrator: sentences.endingAdministrator + [.endTreatingLeave]
        }
    }
}
