import Custody
import HealthRecord
import PageKit
import ServerKit
import Wording

/// Page 3, step 2: the codes that went to the ways by which the holder is to be reached.
struct ActivationProofPage: Page {
    enum Way: Sendable {
        case activation
        case firstAccess
        /// The account of somebody who acts for another.
        case representation
        /// Other ways for codes, by letter.
        case lostWay

        var paths: (proofs: String, start: String, done: String) {
            switch self {
            case .activation: (Paths.activationProofs, Paths.activation, Paths.activated)
            case .firstAccess: (Paths.firstAccessProofs, Paths.firstAccess, Paths.activated)
            case .lostWay: (Paths.lostWayProofs, Paths.lostWay, Paths.lostWayKept)
            case .representation:
                (Paths.newRepresentativeProofs, Paths.newRepresentative, Paths.newRepresentativeDone)
            }
        }

        var lead: ActivationText {
            switch self {
            case .activation, .firstAccess: .proveLead
            case .representation, .lostWay: .proveOther
            }
        }

        var start: Phrase {
            switch self {
            case .activation, .firstAccess: ActivationText.title.phrase
            case .representation: FamilyText.newAccount.phrase
            case .lostWay: LostWayText.title.phrase
            }
        }

        var confirm: Phrase {
            switch self {
            case .activation, .firstAccess: ActionText.activateAccess.phrase
            case .representation: FamilyText.acceptConfirm.phrase
            case .lostWay: LostWayText.confirm.phrase
            }
        }
    }

    let way: Way
    /// Goes along where the second step needs it.
    var ins = ""
    /// What was written in place of what is on file; empty where nothing was.
    var phone = ""
    var email = ""
    let proofs: [ChannelProof]
    /// What is accepted with the codes, where somebody is asked to act for another.
    var offer: OfferedMandate?
    /// Why no code is asked for any more: others have to be ordered first.
    var end: CodeEnd?
    var faults: [FieldFault] = []

    var step: Phrase? { ShellText.step(2, of: 2) }
    var trail: [Crumb] { [Crumb(label: way.start, path: way.paths.start)] }

    func heading(_ language: Language) -> String {
        proofs.isEmpty ? FamilyText.offer(language) : ActivationText.prove(language)
    }

    func content(_ frame: Frame) -> [Node] {
        if let end { over(end, frame) } else { asking(frame) }
    }

    private func over(_ end: CodeEnd, _ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(end.text), class: "lead")
            tag("p") { link(frame(SignInText.newCode), to: way.paths.start, class: "button") }
        }
    }

    private func asking(_ frame: Frame) -> [Node] {
        nodes {
            if let offer { OfferView.nodes(offer, frame) }
            if !proofs.isEmpty {
                paragraph(frame(way.lead), class: "lead")
            }
            if let until = proofs.map(\.expires).min() {
                paragraph(frame(AccountText.proveUntil(DateText.time(until))))
            }
            Forms.post(way.paths.proofs, frame) {
                if way == .activation || way == .lostWay {
                    Forms.hidden(FormNames.ins, ins)
                    Forms.hidden(FormNames.phone, phone)
                    Forms.hidden(FormNames.email, email)
                }
                for proof in proofs { ProofFields.nodes(proof, to: proof.maskedDestination, frame, faults) }
                if proofs.count > 1 { paragraph(frame(ActivationText.proveOne), class: "hint") }
                Forms.submit(frame(way.confirm))
            }
            if !proofs.isEmpty { tag("p") { link(frame(ActivationText.again), to: way.paths.start) } }
            if way == .representation {
                tag("p") { link(frame(FamilyText.refuseInvitation), to: way.paths.start) }
            }
        }
    }
}
