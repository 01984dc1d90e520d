import AccessRules
import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

/// Page 7: what is new, and the ways on.
struct SummaryPage: Page {
    let handle: String
    let name: String
    /// What professionals and structures have added since the previous access.
    let recent: [DocumentLine]
    /// Whether no document at all can be read.
    let isEmpty: Bool
    let synthesis: DocumentLine?
    /// The professional's own documents that the patient does not see yet.
    let hiddenFromPatient: Int
    let previousAccess: Instant?
    let isTreating: Bool
    /// What the list itself says of the patient's wishes.
    let wishes: EmergencyWishes
    /// What the record's set lets the patient decide of emergencies.
    let offered: Set<EmergencyChoice>
    let directives: [DocumentLine]
    /// People to warn and the trusted person, where they can be read.
    let sheet: WishesSheet?
    let wishesSheet: DocumentLine?
    /// The latest accesses; nil for who may see none.
    let accesses: [AccessLine]?
    let offersSecret: Bool
    let offersFiling: Bool
    var notice: Phrase?

    var place: Place? { .chart(handle, nil) }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareShellText.summary(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if isTreating {
                tag("p", .class("badges")) { mark(.heart, frame(CareAuthorisationText.isTreating), .good) }
            }
            if let previousAccess {
                paragraph(
                    frame(CareSummaryText.lastVisit(DateText.moment(previousAccess))),
                    class: "hint"
                )
            }
            tag("div", .class("buttons no-print")) {
                // Filing is open to all who care (CSP R1111-47); the custodian decides on the document itself.
                if offersFiling {
                    link(frame(CareSummaryText.add), to: Paths.chart(handle, .add), class: "button")
                }
                link(frame(CareSummaryText.all), to: Paths.chart(handle, .documents), class: "button quiet")
            }
            tasks(frame)
            section("synthese", CareSummaryText.synthesis, frame, class: "panel") {
                if let synthesis {
                    tag("p") {
                        tag("a", .href(Paths.document(handle, synthesis.id))) { synthesis.name(frame) }
                        ", " + frame(synthesis.date) + ", "
                        foreign(synthesis.author)
                    }
                } else {
                    paragraph(frame(CareSummaryText.noSynthesis))
                }
            }
            tag("section", .labelled(by: "recents")) {
                tag("h2", .id("recents")) {
                    frame(previousAccess == nil ? CareSummaryText.recent : .recentSince)
                }
                if recent.isEmpty {
                    tag("p", .class("empty")) { frame(nothingRecent) }
                } else {
                    DocumentTable(handle: handle, lines: recent, caption: CareListText.caption.phrase).node(frame)
                }
            }
            wishesPanel(frame)
            latestAccesses(frame)
        }
    }

    private var nothingRecent: CareSummaryText {
        guard !isEmpty else { return .recentEmpty }
        return previousAccess == nil ? .recentNone : .recentSinceNone
    }

    private func latestAccesses(_ frame: Frame) -> Node? {
        guard let accesses else { return nil }
        return section("acces", CareSummaryText.latestAccesses, frame, class: "panel") {
            if accesses.isEmpty {
                paragraph(frame(CareHistoryText.empty))
            } else {
                tag("ul", .class("accesses")) { for line in accesses { line.node(frame) } }
            }
            tag("p", .class("no-print")) {
                link(frame(CareSummaryText.accesses), to: Paths.chart(handle, .history))
            }
        }
    }

    /// An objection to what the record's set does not know is no news to anybody.
    private var refusesGlass: Bool { wishes.refusesBreakGlass && offered.contains(.breakGlass) }
    private var refusesRegulation: Bool { wishes.refusesRegulation && offered.contains(.regulation) }

    private func wishesPanel(_ frame: Frame) -> Node {
        section("volontes", CareSummaryText.wishes, frame, class: "panel") {
            if refusesGlass || refusesRegulation {
                tag("p", .class("badges")) {
                    if refusesGlass {
                        mark(.lock, frame(CareRequestText.refusesGlass), .warning)
                    }
                    if refusesRegulation {
                        mark(.lock, frame(CareRequestText.refusesRegulation), .warning)
                    }
                }
            }
            if let sheet, !sheet.people.isEmpty {
                tag("dl") { for (label, person) in sheet.people { WishList.pair(label, person, frame) } }
            }
            tag("ul") {
                for line in directives {
                    tag("li") {
                        tag("a", .href(Paths.document(handle, line.id))) { line.name(frame) }
                        ", " + frame(line.date)
                    }
                }
                if directives.isEmpty { tag("li") { frame(CareSummaryText.noDirectives) } }
                if let wishesSheet {
                    tag("li") {
                        tag("a", .href(Paths.document(handle, wishesSheet.id))) { frame(CareSummaryText.wishesSheet) }
                        ", " + frame(wishesSheet.date)
                    }
                }
            }
            // To open the page is to read the sheet, which the patient's history tells.
            if wishesSheet != nil { paragraph(frame(CareSummaryText.readsSheet), class: "hint") }
            tag("p") { link(frame(CareSummaryText.wishesAll), to: Paths.chart(handle, .wishes)) }
        }
    }

    private func tasks(_ frame: Frame) -> Node? {
        guard hiddenFromPatient > 0 || offersSecret else { return nil }
        return section("a-savoir", CareSummaryText.alerts, frame, class: "panel alert") {
            tag("ul") {
                if hiddenFromPatient > 0 {
                    tag("li") {
                        link(frame(CareSummaryText.toAnnounce), to: Paths.chart(handle, .announce))
                        " (" + frame(CountText.documents(hiddenFromPatient)) + ")"
                    }
                }
                if offersSecret {
                    tag("li") {
                        frame(CareSummaryText.secretOffer) + " "
                        link(frame(CareSummaryText.secret), to: Paths.chart(handle, .secret))
                    }
                }
            }
        }
    }
}

/// Page 21: the desk of an establishment.
struct DeskPage: Page {
    let handle: String
    let people: Administration
    let standing: AuthorisationStatus
    let wishes: EmergencyWishes
    /// What the record's set lets the patient decide of emergencies.
    let offered: Set<EmergencyChoice>
    let structure: Phrase
    /// The structure's own leave, while it lasts.
    var leave: OwnLeave?
    /// When consent declared now would end by itself.
    var leaveWouldEnd: Instant?
    var notice: Phrase?

    var place: Place? { Place(path: Paths.chart(handle), label: CareShellText.desk.phrase, icon: .heart) }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareShellText.desk(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(CareDeskText.lead), class: "lead")
            people.node(frame)
            section("autorisation", CareDeskText.standing, frame, class: "panel") {
                tag("dl") {
                    TraitList.pair(CareDeskText.structure, Node.text(frame(structure)), frame)
                    TraitList.pair(CareConsentText.standing, Node.text(frame(standing.label)), frame)
                    if let leave {
                        TraitList.pair(CareDeskText.since, Node.text(frame(DateText.moment(leave.since))), frame)
                        TraitList.pair(
                            CareDeskText.until,
                            Node.text(frame(leave.until.map(DateText.moment) ?? CareAuthorisationText.noEnd.phrase)),
                            frame
                        )
                    }
                }
                // The functional matrix lets an employee's card declare a leave, and neither change nor end it.
                if leave != nil { paragraph(frame(CareDeskText.ends), class: "hint") }
                if standing != .valid, standing != .blocked {
                    paragraph(frame(CareDeskText.declareLead))
                    if let leaveWouldEnd { paragraph(frame(CareConsentText.duration(until: leaveWouldEnd))) }
                    Forms.post(Paths.chart(handle, .consent), frame, class: "inline") {
                        Forms.submit(frame(CareDeskText.declare))
                    }
                }
            }
            WishList.section(wishes, offered: offered, CareDeskText.wishes, frame)
            paragraph(frame(CareDeskText.noContent), class: "hint")
        }
    }
}

/// Who the patient is, how he is reached, who represents him.
struct Administration: Sendable {
    let traits: PatientTraits
    /// How he is reached and who represents him; nil where that is not shown to the reader.
    let contacts: Contacts?

    struct Contacts: Sendable {
        let phone: String?
        let email: String?
        let representatives: [(name: String, kind: RepresentativeKind)]
    }

    /// The traits alone, as the test of existence tells them.
    init(traits: PatientTraits) {
        self.traits = traits
        contacts = nil
    }

    init(_ data: AdministrativeData) {
        traits = data.traits
        contacts = Contacts(
            phone: data.phone,
            email: data.email,
            representatives: data.representatives.map { ($0.name.spoken, $0.kind) }
        )
    }

    func node(_ frame: Frame) -> Node {
        section("identite", CareWishesText.identity, frame, class: "panel") {
            tag("dl") {
                TraitList.nodes(traits, frame)
                pair(.address, traits.address.isEmpty ? nil : traits.address.joined(separator: ", "), frame)
                if let contacts {
                    pair(.phone, contacts.phone, frame)
                    TraitList.pair(
                        CareWishesText.email,
                        contacts.email.map { electronicAddress($0) } ?? Node.text(frame(CareWishesText.none)),
                        frame
                    )
                    for one in contacts.representatives {
                        pair(.representatives, "\(one.name), \(frame(RepresentativeWords.label(one.kind)))", frame)
                    }
                }
            }
            // What is not shown is not said to be missing.
            if contacts == nil { paragraph(frame(CareDeskText.contactsWithLeave), class: "hint") }
        }
    }

    private func pair(_ label: CareWishesText, _ value: String?, _ frame: Frame) -> Node {
        TraitList.pair(label, value.map { foreign($0) } ?? Node.text(frame(CareWishesText.none)), frame)
    }
}

/// A holder's wishes for emergencies.
enum WishList {
    static func pair(_ label: CareRequestText, _ person: WishesSheet.Person, _ frame: Frame) -> Node {
        let parts = [person.name, person.tie, person.phone].filter { !$0.isEmpty }
        return TraitList.pair(label, foreign(parts.joined(separator: ", ")), frame)
    }

    /// - Parameter offered: what the record's set lets the holder decide: of the rest there is nothing to say.
    static func section(
        _ wishes: EmergencyWishes,
        offered: Set<EmergencyChoice>,
        _ title: some CatalogueText,
        _ frame: Frame
    ) -> Node {
        func state(_ refuses: Bool) -> Node {
            refuses
                ? mark(.lock, frame(CareWishesText.refuses), .warning)
                : mark(.check, frame(CareWishesText.agrees), .good)
        }
        return PageKit.section("urgence", title, frame, class: "panel") {
            if offered.isEmpty {
                paragraph(frame(CareWishesText.noEmergency))
            } else {
                tag("dl") {
                    if offered.contains(.breakGlass) {
                        TraitList.pair(CareWishesText.glass, state(wishes.refusesBreakGlass), frame)
                    }
                    if offered.contains(.regulation) {
                        TraitList.pair(CareWishesText.regulation, state(wishes.refusesRegulation), frame)
                    }
                    if offered.contains(.masked) {
                        TraitList.pair(
                            CareWishesText.masked,
                            Node.text(frame(opensMasked(wishes, offered) ? CareWishesText.yes : CareWishesText.no)),
                            frame
                        )
                    }
                }
            }
        }
    }
    /// Masks open in an emergency only where somebody may come in.
    private static func opensMasked(_ wishes: EmergencyWishes, _ offered: Set<EmergencyChoice>) -> Bool {
        wishes.opensMaskedDocuments
            && [EmergencyChoice.breakGlass, .regulation].contains { offered.contains($0) && wishes[$0] }
    }
}
