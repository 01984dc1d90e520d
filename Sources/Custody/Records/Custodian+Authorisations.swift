import AccessRules
import HealthRecord

/// A care actor's change to his own standing (TD0.3).
public enum AuthorisationChange: Sendable, Hashable, Codable {
    /// Declares the holder's consent to himself.
    case add(asTreatingPhysician: Bool)
    /// Gives his leave back, and every role that would read on without it.
    ///
    /// A treating physician whom the record's set keeps resigns first: the role is somebody else's word.
    case remove
    /// Stops being treating physician and keeps his leave.
    case resignTreatingPhysician
}

/// Whether a change changed anything.
public enum ChangeEffect: String, Sendable, Hashable, Codable {
    /// It did.
    case done
    /// It was so already.
    case unchanged
}

extension Custodian {
    /// Changes a care actor's own authorisation on a record.
    public func setAuthorisation(
        _ change: AuthorisationChange,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangeEffect {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        // An employee's card declares for the structure, a person's for the person (functional matrix, TD0.3).
        let subject = actor.holdsLeaveAs
        let (effect, _) = try await perform(
            change.act,
            traced: change.traced,
            by: admission,
            on: reference,
            // The role is a physician's own: the rules look at whom it is declared for.
            resource: change == .add(asTreatingPhysician: true) ? .target(subject) : .record
        ) { transaction, context, draft in
            let before = context.policy
            let isSecret = admission.isSecretConnection
            var policy = before
            if case .add(asTreatingPhysician: true) = change, let person = actor.person,
                !before.treatingPhysicians.contains(person), !self.rules.admitsAnotherTreatingPhysician(before)
            {
                throw CustodyError.conflict("oneTreatingPhysician")
            }
            switch change {
            case .add(let asTreatingPhysician):
                if asTreatingPhysician, let person = actor.person {
                    policy.declareTreating(person, by: .physician, at: transaction.now, isSecret: isSecret)
                }
                policy.declare(
                    Authorisation(
                        subject: subject,
                        name: actor.name,
                        profession: actor.profession,
                        structure: actor.structure,
                        since: transaction.now,
                        until: self.term(of: before, \.otherLeaveTerm, from: transaction.now),
                        origin: .declaredInConsultation,
                        lastAct: transaction.now,
                        isSecret: isSecret,
                        holder: actor.holder
                    )
                )
            // In secret nothing changes that all know: their view would change without a line.
            case .remove where isSecret:
                policy.authorisations.removeAll { $0.subject == subject && $0.isSecret }
                if let person = actor.person { policy.endSecretRole(of: person) }
            case .resignTreatingPhysician where isSecret:
                if let person = actor.person { policy.endSecretRole(of: person) }
            case .remove:
                guard !self.rules.keepsTreating(subject, before) else {
                    throw CustodyError.conflict("treatingPhysicianStays")
                }
                policy.takeBack(subject, .byHimself(at: actor.structure.id, transaction.now))
            case .resignTreatingPhysician:
                if let person = actor.person { policy.endTreating(person) }
                policy.administrators.removeAll { $0 == actor.person }
            }
            guard policy != before else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            context.change { $0.policy = policy }
            if case .add(asTreatingPhysician: true) = change {
                try self.tellOfTreating(admission, actor, on: context, &transaction)
            }
            return .done
        }
        return effect
    }

    /// Authorised and blocked professionals, as a care actor may read them (TD1.6), and the care teams that are his concern.
    ///
    /// - Parameter detail: whether the last acts are told as well, which the record's traces are opened for.
    public func listAuthorisations(
        telling detail: AuthorisationDetail = .leaves,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> AuthorisationList {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let (found, _) = try await perform(
            .listAuthorisations,
            traced: .listAuthorisations,
            by: admission,
            on: reference
        ) { transaction, context, _ in
            let now = transaction.now
            let list = AuthorisationList(
                context.policy,
                for: actor,
                at: now,
                under: self.rules,
                offering: self.offers(admission, actor, on: context, now: now)
            )
            return (list: list, context: context, now: now)
        }
        var list = found.list
        switch detail {
        case .leaves: break
        case .leavesAndLastActs:
            list.lastActs = try await lastActs(of: list.readers(at: found.now), in: found.context, to: admission)
        }
        return list
    }
}

extension RecordPolicy {
    /// Writes down a leave that somebody declares for himself, unless he has one of its kind in force: what is said in secret
    /// outlives what is said openly, and tells nothing of it.
    fileprivate mutating func declare(_ leave: Authorisation) {
        let place = authorisations.firstIndex { known in
            known.subject == leave.subject && known.isSecret == leave.isSecret && known.isValid(at: leave.since)
        }
        guard let place else { return give(leave) }
        // Whoever was in training is registered one day: the leave says what his card says now.
        if (authorisations[place].bearer == .trainee) != (leave.bearer == .trainee) {
            authorisations[place].holder = leave.holder
        }
    }

    /// Ends a role that a minor keeps secret.
    fileprivate mutating func endSecretRole(of physician: ProfessionalID) {
        if isSecretlyTreating(physician) { endTreating(physician) }
    }
}

extension AuthorisationChange {
    fileprivate var act: Act {
        switch self {
        case .add(let asTreatingPhysician): asTreatingPhysician ? .declareTreatingPhysician : .declareAuthorisation
        case .remove: .removeOwnAuthorisation
        case .resignTreatingPhysician: .resignTreatingPhysician
        }
    }

    fileprivate var traced: TracedAct {
        switch self {
        case .add(let asTreatingPhysician): asTreatingPhysician ? .declareTreatingPhysician : .authorise
        case .remove: .revoke
        case .resignTreatingPhysician: .resignTreatingPhysician
        }
    }
}
