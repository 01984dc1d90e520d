public import AccessRules
public import HealthRecord
public import Sealing

/// Leave to list a record: what its rows must add up to, and the keys of the classes that this reader may see.
public struct ListingGrant: Sendable, Hashable, Codable {
    /// The record.
    public let record: RecordID
    /// How many documents the custodian has committed.
    public let count: UInt64
    /// The root over all of them.
    public let root: [UInt8]
    /// The keys of metadata rows.
    public let keys: SealedClassKeys
    /// The same for each record that was joined to it.
    public let joined: [JoinedGrant]
    /// The policy as far as it concerns this reader: enough to decide, nothing about others.
    public let policy: RecordPolicy
    /// When the grant was given, for decisions that depend on time.
    public let time: Instant
    /// The day where the holder lives at that time, for decisions that depend on age.
    public let today: CalendarDate
    /// When the emergency ends under which the list was opened; nil in ordinary care.
    public let emergencyEnds: Instant?
    /// What else decisions about its documents depend on.
    public let circumstances: Circumstances
    /// The categories that the holder has closed to the reader's profession: what is of them is left out of the list, and nobody
    /// is told.
    public let closures: Set<CategoryClosure>
}

/// What a list needs of a record that was joined to the one listed.
public struct JoinedGrant: Sendable, Hashable, Codable {
    /// Its rows.
    public let part: RecordPart
    /// The keys of its metadata rows.
    public let keys: SealedClassKeys
}

extension Custodian {
    /// Asks for a document that is not there: judged, traced and used up like the reading of any, so that who may read none
    /// hears the same of what stands in the record and of what does not.
    public func readNothing(_ admission: Admission, of reference: RecordReference?) async throws(CustodyError) {
        _ = try await perform(.read, traced: .read, by: admission, on: reference) { _, _, _ in }
    }

    /// Opens a record's list to a reader, after the trace.
    public func list(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ListingGrant {
        let (found, trace) = try await perform(.search, traced: .list, by: admission, on: reference) {
            transaction,
            context,
            _ in
            (context: context, now: transaction.now)
        }
        admissions.setListed(admission)
        let context = found.context
        let asker = asker(admission, on: context, now: found.now)
        let situation = situation(of: asker, under: context.policy, at: found.now)
        let classes = classesOpen(to: asker, in: situation)
        func keys(of part: RecordContext) throws(CustodyError) -> SealedClassKeys {
            let keys = classes.flatMap {
                part.recordKey.metadataKey(record: part.record, confidentiality: $0).exportBytes()
            }
            return SealedClassKeys(classes: classes, sealed: try seal(keys, for: admission, against: trace))
        }
        var joined: [JoinedGrant] = []
        for part in context.joined { joined.append(JoinedGrant(part: RecordPart(part), keys: try keys(of: part))) }
        return ListingGrant(
            record: context.record,
            count: context.range.count,
            root: context.root,
            keys: try keys(of: context),
            joined: joined,
            policy: context.policy.narrowed(to: admission.actor),
            time: found.now,
            today: situation.today,
            emergencyEnds: context.file.emergencyEnd(of: admission),
            circumstances: situation.circumstances,
            closures: context.policy.closures(to: admission.actor)
        )
    }

    /// Opens, of rows that the reader's keys do not open, those that he may see all the same: his own, mostly.
    ///
    /// Rows that he may not see come back as nothing, like rows that do not exist. The listing has been traced already.
    public func openHiddenRows(
        _ rows: [ShownRow],
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> [DocumentEntry] {
        let record = try record(of: admission, reference)
        return try await ledger.commit { transaction in
            guard self.admissions.hasListed(admission, now: transaction.now) else {
                throw CustodyError.notAdmitted
            }
            let context = try self.context(of: record, for: admission, in: transaction)
            return try rows.compactMap { shown in
                let proven = try context.prove(shown)
                let judgement = self.judge(
                    .search,
                    .document(DocumentFacts(proven.entry, for: admission.actor)),
                    by: admission,
                    on: context,
                    now: transaction.now
                )
                return judgement.refusal == nil ? proven.entry : nil
            }
        }.value
    }

    private func classesOpen(to asker: Asker, in situation: Context) -> [ConfidentialityClass] {
        let decider = Decider(subject: asker.actor, act: .search, context: situation, ruleBook: rules)
        func isOpen(_ type: DocumentFacts, _ confidentiality: ConfidentialityClass) -> Bool {
            var facts = type
            facts.visibility = Visibility(rawValue: confidentiality.rawValue)
            return decider.decide(.document(facts)).isPermitted
        }
        // What is asked here is the class alone: so by a type that the profession may read.
        guard let type = Self.commonTypes.first(where: { isOpen($0, []) }) else { return [] }
        return ConfidentialityClass.allCombinations.filter { isOpen(type, $0) }
    }

    /// Somebody else's documents of common types.
    private static let commonTypes: [DocumentFacts] = [
        ("11488-4", "10"), ("11490-0", "10"), ("11502-2", "10"), ("57833-6", "42"), ("87273-9", "52"),
        ("60591-5", "11"),
    ].map { type, category in
        DocumentFacts(typeCode: Code(type, CodeSystem.loinc), classCode: Code(category, CodeSystem.documentClass))
    }
}

extension HolderFile {
    /// When the opening ends under which an admission acts.
    fileprivate func emergencyEnd(of admission: Admission) -> Instant? {
        guard admission.mode != .normal, case .care(let actor) = admission.actor else { return nil }
        return emergencies.last { $0.subject == actor.subject && $0.mode == admission.mode }?.until
    }
}

extension RecordPolicy {
    /// What the holder has closed to an actor's profession.
    fileprivate func closures(to actor: Actor) -> Set<CategoryClosure> {
        guard case .care(let care) = actor else { return [] }
        return closures.filter { $0.profession == care.profession.role.value }
    }

    /// The policy without what a minor agreed to in secret: leaves, and the role of a treating physician that nobody has said
    /// openly.
    var withoutSecrets: RecordPolicy {
        var policy = self
        for physician in treatingPhysicians where isSecretlyTreating(physician) { policy.endTreating(physician) }
        policy.authorisations.removeAll(where: \.isSecret)
        return policy
    }

    /// The policy without what concerns others than this actor.
    func narrowed(to actor: Actor) -> RecordPolicy {
        guard case .care(let care) = actor else {
            if case .representative = actor { return withoutSecrets }
            return self
        }
        var policy = self
        policy.representatives = []
        policy.careTeams = []
        policy.refusesHeirs = false
        // What the holder has closed to his profession, or to others, is not his to know.
        policy.closures = []
        let subjects: Set<CareSubject> = [care.subject, .structure(care.structure.id)]
        policy.authorisations = authorisations.filter { subjects.contains($0.subject) }
            .map { $0.excepting(only: care.person) }
        policy.blocks = blocks.filter { subjects.contains($0.subject) }
        policy.treatingPhysicians = treatingPhysicians.filter { $0 == care.person }
        policy.administrators = administrators.filter { $0 == care.person }
        policy.treatingDeclarations = treatingDeclarations.filter { $0.physician == care.person }
        return policy
    }
}
