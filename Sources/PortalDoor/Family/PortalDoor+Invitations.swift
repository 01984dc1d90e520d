import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Invitations, by letter, to act for somebody.
extension PortalDoor {
    func carerForm(_ turn: Turn, _ stay: Stay) -> Answer { invitationForm(.carer, turn, stay) }
    func parentForm(_ turn: Turn, _ stay: Stay) -> Answer { invitationForm(.parent, turn, stay) }

    private func invitationForm(_ kind: InvitedKind, _ turn: Turn, _ stay: Stay) -> Answer {
        guard (kind == .carer) == isAdult(stay) else { return .trouble(.notFound) }
        // Before anybody fills in a form and gives a code for it.
        if let full = full(kind, stay) { return full }
        guard may(kind.act, stay) else { return .trouble(.refused) }
        guard isFresh(turn, stay) else { return stepUp(kind.target, stay) }
        return .page(InvitationPage(kind: kind, powers: powers(kind, stay)))
    }

    /// What somebody invited could do under the record's own set.
    private func powers(_ kind: InvitedKind, _ stay: Stay) -> InvitedPowers {
        InvitedPowers(kind, in: stay.file.policy, now: stay.now, rules: rules)
    }

    /// The page that says that no more of a kind are allowed; nil while there is room.
    private func full(_ kind: InvitedKind, _ stay: Stay) -> Answer? {
        guard let set = service.policySet(named: stay.file.policy.policySet) else { return nil }
        let standing = stay.file.policy.representatives.filter { $0.isStanding(at: stay.now) }
        let isFull =
            switch kind {
            case .carer: standing.count { $0.kind == .carer } >= set.carerMaximum
            case .parent: standing.count(where: \.kind.endsAtMajority) >= set.representativesMaximum
            }
        return isFull ? .page(InvitationFullPage(kind: kind), status: .conflict) : nil
    }

    func checkCarer(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await check(.carer, turn, stay, form)
    }
    func checkParent(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        try await check(.parent, turn, stay, form)
    }

    private func check(
        _ kind: InvitedKind,
        _ turn: Turn,
        _ stay: Stay,
        _ form: FormFields
    ) async throws -> Answer {
        if let full = full(kind, stay) { return full }
        guard isFresh(turn, stay) else { return stepUp(kind.target, stay) }
        let read = read(kind, stay, form)
        guard read.person != nil else { return refused(kind, stay, read.entered, read.faults) }
        let powers = InvitedPowers(
            kind,
            in: stay.file.policy,
            documents: try await clinical(stay),
            now: stay.now,
            rules: rules
        )
        return .page(InvitationSummaryPage(kind: kind, powers: powers, entered: read.entered))
    }

    private func refused(
        _ kind: InvitedKind,
        _ stay: Stay,
        _ entered: InvitationEntry,
        _ faults: [FieldFault]
    ) -> Answer {
        .page(
            InvitationPage(kind: kind, powers: powers(kind, stay), entered: entered, faults: faults),
            status: .unprocessableContent
        )
    }

    func invite(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let kind = form.only(FormNames.choice).flatMap(InvitedKind.init) else { return .trouble(.bad) }
        guard isFresh(turn, stay) else { return stepUp(kind.target, stay) }
        let read = read(kind, stay, form)
        guard let person = read.person else { return refused(kind, stay, read.entered, read.faults) }
        do {
            _ = try await service.inviteRepresentative(person, stay.visit)
        } catch {
            let what: String
            switch error {
            case .conflict(let reason): what = reason
            case .refused(let refusal) where Self.limits[refusal.rule] != nil: what = Self.limits[refusal.rule] ?? ""
            default: throw error
            }
            let fault = FieldFault(FormNames.invitedINS, Self.text(ofConflict: what).phrase)
            return refused(kind, stay, read.entered, [fault])
        }
        return .see(Paths.family + "?fait=invite")
    }

    /// What the rules that limit numbers come to.
    private static let limits = [
        "functional.delegationLimit": "threeCarers", "functional.helpedLimit": "fivePersons",
        "functional.representativesLimit": "twoParents",
    ]

    static func text(ofConflict what: String) -> FamilyText {
        let texts: [String: FamilyText] = [
            "twoParents": .twoParents, "threeCarers": .threeCarers, "fivePersons": .fivePersons,
            "sameInvitation": .sameInvitation, "notMinor": .notMinor, "minor": .minor, "self": .oneself,
            "term": .untilFault,
        ]
        return texts[what] ?? .other
    }

    private func read(
        _ kind: InvitedKind,
        _ stay: Stay,
        _ form: FormFields
    ) -> (entered: InvitationEntry, faults: [FieldFault], person: NewRepresentative?) {
        func text(_ name: String) -> String { form.only(name)?.trimmed ?? "" }
        let entered = InvitationEntry(
            family: text(FormNames.family),
            given: text(FormNames.given),
            birthDate: text(FormNames.invitedBirthDate),
            ins: text(FormNames.invitedINS),
            until: text(FormNames.until),
            address: text(FormNames.address)
        )
        let ins = Entries.ins(entered.ins, settings.domain).flatMap { QualifiedINS($0, in: settings.domain) }
        let birthDate = Entries.date(entered.birthDate)
        let until = Entries.date(entered.until)
        let lines = entered.address.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        let today = ParisTime.civil(stay.now).date
        var faults: [FieldFault] = []
        func fault(_ field: String, _ text: Phrase, unless isRight: Bool) {
            if !isRight { faults.append(FieldFault(field, text)) }
        }
        fault(FormNames.given, FamilyText.givenFault.phrase, unless: !entered.given.isEmpty)
        fault(FormNames.family, FamilyText.familyFault.phrase, unless: !entered.family.isEmpty)
        fault(FormNames.invitedBirthDate, FieldText.birthDateFault.phrase, unless: birthDate != nil)
        fault(FormNames.invitedINS, FamilyText.insFault.phrase, unless: ins != nil)
        fault(
            FormNames.until,
            FamilyText.untilFault.phrase,
            unless: kind == .parent || until.map { $0 > today } ?? false
        )
        fault(FormNames.address, FamilyText.postalFault.phrase, unless: (2...6).contains(lines.count))
        guard faults.isEmpty, let ins, let birthDate else { return (entered, faults, nil) }
        return (
            entered, [],
            NewRepresentative(
                name: PersonName(family: entered.family, given: entered.given),
                birthDate: birthDate,
                ins: ins,
                kind: kind == .carer ? .carer : .parent,
                limits: [],
                until: kind == .carer ? until?.midnight : nil,
                address: lines
            )
        )
    }
}
