import AccessRules
import HealthRecord
import Wording

/// What somebody invited could do in a record, and could not: asked, act by act, of the function that decides.
struct InvitedPowers: Sendable {
    let may: [PowerText]
    let mayNot: [PowerText]
    /// The documents of today, as far as the one who invites sees them; nil before they are asked for.
    var reading: Reading?

    /// How many documents somebody would read.
    struct Reading: Sendable {
        let read: Int
        /// Those among them that are hidden from professionals.
        let masked: Int
        let all: Int
    }
}

extension InvitedPowers {
    init(_ kind: InvitedKind, in policy: RecordPolicy, now: Instant, rules: RuleBook) {
        let invited = Supposed(kind: kind, policy: policy, now: now, rules: rules)
        let answers = kind.powers.map { power in
            (power, kind.asks(power).allSatisfy { invited.may($0.act, $0.resource) })
        }
        self.init(may: answers.filter(\.1).map(\.0), mayNot: answers.filter { !$0.1 }.map(\.0))
    }

    /// The same, with the documents that are there.
    init(_ kind: InvitedKind, in policy: RecordPolicy, documents: [DocumentEntry], now: Instant, rules: RuleBook) {
        self.init(kind, in: policy, now: now, rules: rules)
        let invited = Supposed(kind: kind, policy: policy, now: now, rules: rules)
        let present = documents.filter { $0.status == .approved }
        let read = present.filter { invited.may(.read, .document(DocumentFacts($0, for: invited.subject))) }
        reading = Reading(
            read: read.count,
            masked: read.count { $0.visibility.contains(.maskedToProfessionals) },
            all: present.count
        )
    }
}

/// Somebody who has accepted, as the rules would see him.
private struct Supposed {
    let kind: InvitedKind
    let policy: RecordPolicy
    let now: Instant
    let rules: RuleBook

    var subject: Subject { .representative(PersonName(family: "", given: ""), kind.representation) }

    func may(_ act: Act, _ resource: Resource) -> Bool {
        let standing = policy.representatives.filter { $0.isStanding(at: now) }
        let isCarer = kind == .carer
        return decide(
            subject: subject,
            act: act,
            resource: resource,
            context: Context(
                policy: policy,
                now: now,
                today: now.dayInFrance,
                circumstances: Circumstances(
                    mandate: Mandate(basis: isCarer ? .delegation : .parent),
                    carers: standing.count { $0.kind == .carer } + (isCarer ? 1 : 0),
                    representatives: standing.count(where: \.kind.endsAtMajority) + (isCarer ? 0 : 1)
                )
            ),
            ruleBook: rules
        ).isPermitted
    }
}

extension InvitedKind {
    fileprivate var representation: Representation { self == .carer ? .carer : .legalRepresentative }

    /// What is told, in this order.
    fileprivate var powers: [PowerText] {
        let both: [PowerText] = [
            .read, .history, .add, .mask, .unmask, .tidy, .share, .choices, .copy, .close, .invite,
        ]
        // A parent signs in by ways of his own; what an adult closes to a carer is left out of the documents that are counted.
        return both + (self == .carer ? [.contact] : [.secret])
    }

    /// The acts that a line stands for, each on what it is about.
    fileprivate func asks(_ power: PowerText) -> [(act: Act, resource: Resource)] {
        switch power {
        case .read: [(.search, .record), (.read, Self.document())]
        case .history: [(.readHistory, .record)]
        case .add: [(.feed, Self.document(.holder, relation: .author))]
        case .mask: [(.mask, Self.document())]
        case .unmask: [(.unmask, Self.document(visibility: .maskedToProfessionals))]
        case .tidy: [(.archive, Self.document(.holder)), (.delete, Self.document(.holder))]
        case .share: Self.somebody.map { [(.authorise, $0), (.block, $0)] } ?? []
        case .choices: [(.changeWishes, .record), (.changeSharing, .record)]
        case .contact: [(.changeContact, .record)]
        case .invite: [(act, .record)]
        case .copy: [(.export, .record)]
        case .close: [(.close, .record), (.requestErasure, .record)]
        case .secret: [(.read, Self.document(visibility: .hiddenFromRepresentatives))]
        }
    }

    /// A document that is neither a wish nor a directive.
    private static func document(
        _ origin: DocumentOrigin = .care,
        visibility: Visibility = [],
        relation: DocumentRelation = .none
    ) -> Resource {
        .document(
            DocumentFacts(
                typeCode: OwnDocumentKind.other.code,
                classCode: Code("90", CodeSystem.documentClass),
                visibility: visibility,
                relation: relation,
                origin: origin
            )
        )
    }

    /// A professional about whom nothing is decided yet.
    private static var somebody: Resource? { Somebody.physician.map { .target($0.subject) } }
}
