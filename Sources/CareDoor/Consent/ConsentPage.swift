import AccessRules
import Custody
import HealthRecord
import PageKit
import Wording

/// Page 5: the patient's consent, in one click.
struct ConsentPage: Page {
    let handle: String
    let traits: PatientTraits
    let standing: AuthorisationStatus
    let canBeTreating: Bool
    /// Whether the rules let the one who asks state the consent at all.
    let mayAsk: Bool
    /// What the patient's own leave would let him see.
    let reach: LeaveReach
    let offersFiling: Bool
    let isDesk: Bool
    /// Whether the session may go on to an emergency, or to another patient.
    var offersOtherWays = true
    /// Whether the record's set knows an emergency access for who asks, refused by name or not.
    let offersEmergency: Bool
    /// Whether who asks regulates calls: what he comes for stands first.
    var offersRegulation = false
    /// The number under which the record was found.
    var matricule: INS?
    /// When consent declared now would end by itself.
    var leaveWouldEnd: Instant?
    /// For whom else the professional may state it.
    var others: [ConsentFor] = []
    /// Whether the set counts no consent before the patient has proved to be there.
    var needsPresence = false
    /// Whether the patient has told the code.
    var isProved = false
    /// Whether the consent is stated in a minor's secret connection.
    var isSecret = false
    /// Whether such a connection can be opened before it is stated.
    var offersSecret = false
    var faults: [FieldFault] = []

    /// Whether the page says what the profession may not, and asks nothing.
    private var isClosed: Bool { standing != .blocked && !mayAsk && !isDesk }

    var place: Place? { isClosed ? nil : .chart(handle, .consent) }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String {
        if standing == .blocked { return CareConsentText.blockedTitle(language) }
        return isClosed ? CareConsentText.closedTitle(language) : CareConsentText.title(language)
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            identity(frame)
            if offersRegulation, offersOtherWays { regulation(frame) }
            if standing == .blocked {
                blocked(frame)
            } else if isClosed {
                closed(frame)
            } else {
                if offersSecret, !isDesk { secrecy(frame) }
                consent(frame)
            }
            if !isDesk, offersOtherWays, offersEmergency, !offersRegulation {
                tag("p") {
                    frame(CareConsentText.emergencyLead) + " "
                    link(frame(CareConsentText.emergency), to: Paths.chart(handle, .emergency))
                }
            }
            if offersOtherWays { tag("p") { link(frame(CareConsentText.notNow), to: Paths.patients) } }
        }
    }

    private func regulation(_ frame: Frame) -> Node {
        tag("div", .class("panel alert")) {
            paragraph(frame(CareConsentText.regulationLead))
            tag("p") {
                link(frame(CareConsentText.regulation), to: Paths.chart(handle, .emergency), class: "button")
            }
        }
    }

    private func identity(_ frame: Frame) -> Node {
        section("identite", CareConsentText.check, frame, class: "panel") {
            tag("dl") {
                TraitList.nodes(traits, frame)
                if let matricule {
                    TraitList.pair(CareConsentText.matricule, foreign(matricule.matricule.text), frame)
                }
            }
            tag("p", .class("badges")) {
                mark(
                    standing == .valid ? .check : standing == .blocked ? .lock : .todo,
                    frame(standing.label),
                    standing == .valid ? .good : standing == .blocked ? .warning : .quiet
                )
            }
        }
    }

    private func blocked(_ frame: Frame) -> Node {
        tag("section", .class("panel alert"), .labelled(by: "refus")) {
            tag("h2", .id("refus")) { frame(CareTroubleText.nextTitle) }
            paragraph(frame(CareConsentText.blocked))
            if offersOtherWays { paragraph(frame(CareConsentText.blockedFile)) }
            if !isDesk, offersOtherWays {
                tag("p") {
                    link(frame(CareShellText.add), to: Paths.chart(handle, .add), class: "button quiet")
                }
            }
        }
    }

    /// What his profession may do here: nothing else is offered.
    private func closed(_ frame: Frame) -> Node {
        section("profession", CareTroubleText.nextTitle, frame, class: "panel alert") {
            paragraph(frame(CareConsentText.closed))
            paragraph(frame(reach.text))
            if offersFiling {
                paragraph(frame(CareConsentText.blockedFile))
                tag("p") { link(frame(CareShellText.add), to: Paths.chart(handle, .add), class: "button quiet") }
            }
        }
    }

    /// Before the consent: stated openly, it is the representatives' to read.
    private func secrecy(_ frame: Frame) -> Node {
        tag("div", .class("panel")) {
            paragraph(frame(CareSummaryText.secretOffer) + " " + frame(CareSecretText.consentShown))
            tag("p") { link(frame(CareSummaryText.secret), to: Paths.chart(handle, .secret)) }
        }
    }

    private func consent(_ frame: Frame) -> Node {
        section("accord", CareConsentText.whatOpens, frame, class: "panel") {
            tag("ul") {
                tag("li") { frame(isDesk ? CareConsentText.employee : CareConsentText.documents) }
                tag("li") {
                    leaveWouldEnd.map { frame(CareConsentText.duration(until: $0)) } ?? frame(CareConsentText.duration)
                }
                tag("li") { isSecret ? frame(CareSecretText.consentHidden) : frame(CareConsentText.told) }
                if needsPresence, !isProved { tag("li") { frame(CarePresenceText.required) } }
            }
            proof(frame)
            Forms.post(Paths.chart(handle, .consent), frame) {
                if !others.isEmpty {
                    Forms.radios(
                        Names.whom,
                        frame(CareTeamText.forWhom),
                        ([.me] + others).map { (value: $0.rawValue, label: frame($0.label)) },
                        chosen: ConsentFor.me.rawValue,
                        hint: frame(CareTeamText.nextPage),
                        frame
                    )
                }
                if canBeTreating {
                    Forms.box(Names.treating, frame(CareConsentText.asTreating), isTicked: false, frame)
                }
                if let fault = faults.first {
                    tag("p", .class("fault"), .id(fault.field)) {
                        Icon.alarm.node
                        frame(fault.message)
                    }
                }
                Forms.submit(frame(CareConsentText.confirm))
            }
        }
    }
}

extension ConsentPage {
    /// That the patient has proved to be there, or the way to it; in secret nothing is sent, and the way leads nowhere.
    private func proof(_ frame: Frame) -> Node? {
        if isProved {
            return tag("p", .class("badges")) { mark(.check, frame(CarePresenceText.proved), .good) }
        }
        if isSecret { return needsPresence ? paragraph(frame(CarePresenceText.secret)) : nil }
        return tag("p") {
            link(
                frame(CarePresenceText.prove),
                to: Paths.chart(handle, .presence),
                class: needsPresence ? "button" : ""
            )
        }
    }
}

/// Who a patient is, as cards and registers write it.
enum TraitList {
    static func nodes(_ traits: PatientTraits, _ frame: Frame) -> [Node] {
        [
            pair(CareConsentText.name, foreign(traits.name.spoken), frame),
            pair(CareConsentText.born, Node.text(frame(DateText.date(traits.birthDate))), frame),
            pair(CareConsentText.sex, Node.text(frame(traits.sex.label)), frame),
        ]
    }

    static func pair(_ label: some CatalogueText, _ value: Node, _ frame: Frame) -> Node {
        tag("div") {
            tag("dt") { frame(label) }
            tag("dd") { value }
        }
    }
}

/// How far somebody would get with a leave that the patient gives by his own hand.
enum LeaveReach: Sendable {
    case nothing, list, documents

    init(_ ways: EntryWays) {
        guard ways.acts.contains(.search) else {
            self = .nothing
            return
        }
        self = ways.acts.contains(.read) ? .documents : .list
    }

    fileprivate var text: CareConsentText {
        switch self {
        case .nothing: .leaveOpensNothing
        case .list: .leaveOpensList
        case .documents: .leaveOpensDocuments
        }
    }
}

extension ConsentFor {
    /// The words of its choice.
    var label: CareTeamText {
        switch self {
        case .me: .me
        case .team: .team
        case .colleague: .colleague
        }
    }
}
