import AccessRules
public import HealthRecord

/// What a holder decides about those who care for him.
public enum HolderWish: Sendable, Hashable, Codable {
    /// Leave to read.
    case authorise(Authorisation)
    /// Leave taken back, with every role that reads without it.
    case revoke(CareSubject)
    /// A refusal by name.
    case block(Block)
    /// The end of a refusal; leave must be asked for again.
    case unblock(CareSubject)
    /// Wishes for emergencies.
    case emergency(EmergencyWishes)
    /// Visibility of what comes in.
    case defaultVisibility(Visibility)
    /// A treating physician, with the leave that goes with it.
    case declareTreatingPhysician(Authorisation)
    /// The end of that role, where the set allows it; the leave stays.
    case removeTreatingPhysician(ProfessionalID)
    /// An administrator: a professional with the treating physician's rights, and the leave that goes with them.
    case nameAdministrator(Authorisation)
    /// The end of that role; the leave stays.
    case withdrawAdministrator(ProfessionalID)
    /// The end of a care team's consent.
    case endTeam(UniqueID)
    /// Whether heirs' access is objected to (CSP L1110-4 V).
    case refuseHeirs(Bool)
    /// What the holder wants to be told.
    case notices(NoticeChoices)
    /// A category closed to a profession (order of 26/10/2023).
    case closeCategory(CategoryClosure)
    /// The end of that; never wider than the matrix.
    case openCategory(CategoryClosure)

    /// The most categories that are closed at one time.
    public static let closureLimit = 1000
    /// The most leaves that a holder gives; those whom he sees may still state his consent.
    public static let leaveLimit = 2000
    /// The most professionals whom a holder refuses by name.
    public static let blockLimit = 2000
}

extension Custodian {
    /// The holder's own file: decisions, ways to be reached.
    ///
    /// It is not traced each time: every page shows some of it to the holder.
    public func holderFile(_ admission: Admission) async throws(CustodyError) -> HolderFile {
        let record = try record(of: admission, nil)
        guard let context = try await contextAfterCommit(of: record) else { throw .recordMismatch }
        guard admission.mandate != nil else { return context.file }
        guard person(by: admission.mandate, on: context, now: clock()) != nil else { throw .notAdmitted }
        // What a minor keeps from the representatives is kept out of the file as they see it (§ 3.7).
        var file = context.file
        file.policy = context.policy.narrowed(to: admission.actor)
        // What somebody else reported, or asked to have put right, is between him and whom he asked.
        file.requests.removeAll { request in
            switch request.kind {
            case .report(let report): report.mandate != admission.mandate
            case .rectification(let asked): asked.mandate != admission.mandate
            case .copy, .disc, .earlyErasure, .heirAccess, .hostPhysician, .feedingObjection, .suspensionObjection:
                false
            }
        }
        file.knownReaders = file.policy.authorisations.map(\.subject)
        return file
    }

    /// Carries out a holder's decision.
    ///
    /// - Parameters:
    ///   - opinion: what whoever is in charge of an adult's protection states of the person's own opinion: it is asked before he
    ///     agrees in that person's place (CSP L1111-16), and traced.
    ///   - shown: the name under which whoever decides sees whom he decides on. The trace keeps it where the record has none: a
    ///     leave of his structure lets somebody in without his name.
    /// - Throws: `conflict("opinion")` where it must be stated and is not.
    public func carryOut(
        _ wish: HolderWish,
        _ admission: Admission,
        opinion: PersonsOpinion = .unsaid,
        naming shown: PersonName? = nil
    ) async throws(CustodyError) -> ChangeEffect {
        let (effect, _) = try await perform(
            wish.act,
            traced: wish.traced,
            by: admission,
            on: nil,
            resource: wish.subject.map(Resource.target) ?? .record
        ) { transaction, context, draft in
            let before = context.policy
            if wish.isAgreement, admission.actor.protectsAnAdult {
                guard opinion == .asked else { throw CustodyError.conflict("opinion") }
                draft.details["opinion"] = opinion.rawValue
            }
            if case .defaultVisibility(let wished) = wish, wished != before.defaultVisibility,
                self.rules.policySets[before.policySet]?.holderChoosesDefaultVisibility != true
            {
                throw CustodyError.conflict("visibility.holderDefault")
            }
            // Whoever acts for a minor decides upon what he knows of: no answer tells him that there is more.
            let seen = before.narrowed(to: admission.actor)
            try self.check(wish, on: seen)
            let outcome = wish.outcome(on: seen, under: self.rules)
            if let closure = wish.closure {
                draft.details["kind"] = wish.closes ? "categoryClosed" : "categoryOpened"
                draft.details["profession"] = closure.profession
                draft.details["category"] = closure.category
            }
            if let subject = wish.subject {
                draft.details["subject"] = subject.text
                draft.details["name"] = (wish.name(in: seen) ?? shown)?.spoken ?? ""
            }
            var choices = context.file.notices
            if case .notices(let chosen) = wish { choices = chosen }
            guard outcome != seen || choices != context.file.notices else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            let policy = outcome.keeping(before, hiddenBehind: seen, under: self.rules)
            context.change { file in
                file.policy = policy
                file.notices = choices
            }
            return .done
        }
        return effect
    }

    /// Only what the matrix names can be closed, and so much of it; and the lists of a record end somewhere.
    private func check(_ wish: HolderWish, on policy: RecordPolicy) throws {
        switch wish {
        case .closeCategory(let closure):
            guard rules.knows(profession: closure.profession, category: closure.category, under: policy.policySet)
            else { throw CustodyError.conflict("category") }
            guard policy.closures.count < HolderWish.closureLimit else {
                throw CustodyError.conflict(CustodyError.listFull)
            }
        case .authorise(let leave), .declareTreatingPhysician(let leave), .nameAdministrator(let leave):
            // A professional in training stands under somebody's eyes: no role of the holder's is his.
            if case .authorise = wish {} else if leave.bearer == .trainee { throw CustodyError.conflict("training") }
            let isNew = policy.authorisation(of: leave.subject) == nil
            guard !isNew || policy.authorisations.count < HolderWish.leaveLimit else {
                throw CustodyError.conflict(CustodyError.listFull)
            }
        case .emergency(let wishes): try checkOffered(wishes, on: policy)
        case .block(let block):
            let isNew = !policy.blocks.contains { $0.subject == block.subject }
            guard !isNew || policy.blocks.count < HolderWish.blockLimit else {
                throw CustodyError.conflict(CustodyError.listFull)
            }
        default: break
        }
    }
}

extension Custodian {
    /// Refuses what the set does not offer, by its key: it would stand there and decide nothing.
    func checkOffered(_ wishes: EmergencyWishes, on policy: RecordPolicy) throws {
        guard let set = rules.policySets[policy.policySet] else { throw CustodyError.conflict("unknownSet") }
        if let choice = set.notOffered(from: policy.emergency, to: wishes) {
            throw CustodyError.conflict(choice.key.rawValue)
        }
    }
}

extension HolderWish {
    fileprivate var closure: CategoryClosure? {
        switch self {
        case .closeCategory(let closure), .openCategory(let closure): closure
        default: nil
        }
    }

    fileprivate var closes: Bool { if case .closeCategory = self { true } else { false } }

    fileprivate var act: Act {
        switch self {
        case .authorise: .authorise
        case .revoke: .revoke
        case .block: .block
        case .unblock: .unblock
        case .emergency, .refuseHeirs, .notices: .changeWishes
        case .defaultVisibility, .closeCategory, .openCategory, .endTeam: .changeSharing
        case .declareTreatingPhysician: .declareTreatingPhysician
        case .removeTreatingPhysician: .removeTreatingPhysician
        case .nameAdministrator: .nameAdministrator
        case .withdrawAdministrator: .withdrawAdministrator
        }
    }

    fileprivate var traced: TracedAct {
        switch self {
        case .authorise: .authorise
        case .revoke: .revoke
        case .block: .block
        case .unblock: .unblock
        case .emergency, .defaultVisibility, .refuseHeirs, .notices, .closeCategory, .openCategory: .changeWishes
        case .declareTreatingPhysician: .declareTreatingPhysician
        case .removeTreatingPhysician: .resignTreatingPhysician
        case .nameAdministrator: .nameAdministrator
        case .withdrawAdministrator: .withdrawAdministrator
        case .endTeam: .endTeam
        }
    }

    fileprivate var subject: CareSubject? {
        switch self {
        case .authorise(let leave): leave.subject
        case .revoke(let subject), .unblock(let subject): subject
        case .block(let block): block.subject
        case .declareTreatingPhysician(let leave), .nameAdministrator(let leave): leave.subject
        case .removeTreatingPhysician(let person), .withdrawAdministrator(let person): .person(person)
        case .emergency, .defaultVisibility, .endTeam, .refuseHeirs, .notices, .closeCategory, .openCategory: nil
        }
    }

    fileprivate func name(in policy: RecordPolicy) -> PersonName? {
        switch self {
        case .authorise(let leave), .declareTreatingPhysician(let leave), .nameAdministrator(let leave): leave.name
        case .block(let block): block.name
        case .revoke(let subject):
            policy.authorisation(of: subject)?.name
                ?? policy.careTeams.lazy.flatMap(\.deemed).first { $0.subject == subject }?.name
        case .removeTreatingPhysician(let person), .withdrawAdministrator(let person):
            policy.authorisation(of: .person(person))?.name
        case .unblock(let subject): policy.blocks.first { $0.subject == subject }?.name
        case .emergency, .defaultVisibility, .endTeam, .refuseHeirs, .notices, .closeCategory, .openCategory: nil
        }
    }
}

extension RecordPolicy {
    /// Refuses somebody by name, and takes every leave and role away with it.
    mutating func refuse(_ block: Block) {
        guard !blocks.contains(where: { $0.subject == block.subject }) else { return }
        // Unblocking gives nothing back, a role neither (reference: access-and-lifecycle § 3.2).
        takeBack(block.subject, .byTheHolder)
        blocks.append(block)
    }

    /// Lifts a refusal; a team or a structure's leave that stood beside it gives nothing back either.
    mutating func lift(_ subject: CareSubject) {
        guard blocks.contains(where: { $0.subject == subject }) else { return }
        blocks.removeAll { $0.subject == subject }
        askAnew(subject, .byTheHolder)
    }
}
