import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// The most persons of one answer (interop § 2.6).
    static let searchLimit = 10

    /// Finds a person without a matricule, for a regulation centre (TD0.5).
    ///
    /// Each record found has the search in its traces.
    ///
    /// - Throws: `conflict("refine")` when more than ten fit, or too little was asked.
    public func search(_ query: PersonQuery, _ admission: Admission) async throws(CustodyError) -> [FoundPerson] {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        try await meter(.persons, admission)
        let judgement = judgeAboutNobody(.findWithoutINS, by: admission, now: clock())
        // Looked for beside the writer, which a common name would hold up; each is judged as it stands when it is told.
        let now = clock()
        let fitting =
            judgement.refusal == nil
            ? try await ledger.read { database in try self.fitting(query, admission, in: database, now: now) } : nil
        let result = try await ledger.commit { transaction -> ActResult<[FoundPerson]> in
            try self.claim(admission, in: transaction)
            if let refusal = judgement.refusal {
                try transaction.note(.unknownRecord)
                return .refused(refusal)
            }
            guard let fitting else {
                try transaction.note(.unknownRecord)
                return .conflict("refine")
            }
            var found: [(context: RecordContext, score: Int, judgement: Judgement)] = []
            for record in fitting.records {
                guard let context = try transaction.context(of: record),
                    let (score, judgement) = self.match(query, admission, on: context, now: transaction.now)
                else { continue }
                guard judgement.refusal == nil else {
                    var refused = context
                    let draft = TraceDraft(.searchIdentity, by: admission).judged(judgement)
                    _ = try transaction.append(draft, to: &refused)
                    continue
                }
                found.append((context, score, judgement))
            }
            guard !fitting.areTooMany, found.count <= Self.searchLimit else {
                try transaction.note(.unknownRecord)
                return .conflict("refine")
            }
            found.sort { $0.score > $1.score }
            var persons: [FoundPerson] = []
            for (context, score, judgement) in found {
                var context = context
                guard let traits = context.file.traits else { continue }
                let draft = TraceDraft(.searchIdentity, by: admission).judged(judgement)
                _ = try transaction.append(draft, to: &context)
                persons.append(
                    FoundPerson(
                        record: try UniqueID(bytes: context.record.bytes).orFault,
                        identifiers: context.file.carriedIdentifiers,
                        traits: traits,
                        percentage: score,
                        refusesRegulation: context.policy.emergency.refusesRegulation,
                        policySet: context.policy.policySet
                    )
                )
            }
            if persons.isEmpty { try transaction.note(.unknownRecord) }
            return .done(persons)
        }.value
        admissions.setClaimed(admission)
        var shown = 0
        if case .done(let persons) = result { shown = persons.count }
        try quotas.note(.persons, showing: shown, by: actor, now: clock())
        return try result.get()
    }

    /// Those who fit, as a snapshot has them, up to the first too many who may be told; nil when too little was asked, or when
    /// more are listed than are looked at.
    private func fitting(
        _ query: PersonQuery,
        _ admission: Admission,
        in database: Database,
        now: Instant
    ) throws -> FittingRecords? {
        guard
            let candidates = try query.candidates(
                in: database,
                ledger.registers.index,
                most: settings.searchCandidates
            )
        else { return nil }
        var fitting = FittingRecords()
        var told = 0
        for record in candidates {
            // What is remembered may be newer than the snapshot: those handed on are judged once more.
            let known = try ledger.known(record) ?? RecordContext.find(record, keys: ledger.keys, in: database)
            guard let context = known, let (_, judgement) = match(query, admission, on: context, now: now)
            else { continue }
            fitting.records.append(record)
            // Whoever may not be found does not count: an answer to be refined would tell of him.
            if judgement.refusal == nil { told += 1 }
            if told > Self.searchLimit {
                fitting.areTooMany = true
                break
            }
        }
        return fitting
    }

    /// How much of one record fits, and whether it may be told; nil where it does not fit.
    private func match(
        _ query: PersonQuery,
        _ admission: Admission,
        on context: RecordContext,
        now: Instant
    ) -> (score: Int, judgement: Judgement)? {
        guard context.policy.state.isOpen, let traits = context.file.traits, let score = query.score(traits) else {
            return nil
        }
        // Each under its own rules: who has blocked this one is not found. An objection to regulation centres is told with
        // the person (interop § 2.6, `OPPOSITION_ACCES_URGENCE`): what it refuses is the record.
        var policy = context.policy
        policy.emergency.refusesRegulation = false
        let asker = asker(admission, on: context, now: now)
        return (score, judge(.findWithoutINS, .record, by: asker, policy: policy, now: now))
    }
}

/// The records that fit what was asked; where too many may be told, no more than show it.
private struct FittingRecords: Sendable {
    var records: [RecordID] = []
    var areTooMany = false
}

extension PersonQuery {
    /// Records whose family name fits, narrowed by the given name or the day of birth; nil when too little was asked, or when more
    /// fit than are looked at.
    ///
    /// Of beginnings, records whose names have the first letters of them.
    fileprivate func candidates(in database: Database, _ index: BlindIndexKey, most: Int) throws -> [RecordID]? {
        // The day of birth is the narrowest: what it lists is held against the names, one by one, until there are too many.
        let keys = (birthDate.map { ["birth/" + $0.hl7] } ?? []) + nameKeys
        // A family name alone would leaf through a town.
        guard namesAFamily, keys.count > 1 else { return nil }
        let tags = try keys.map { Data(try index.tag(login: $0).bytes) }
        let others = tags.dropFirst().map { _ in
            " AND EXISTS (SELECT 1 FROM trait u WHERE u.tag = ? AND u.record_id = t.record_id)"
        }
        let rows = try Data.fetchAll(
            database,
            sql: "SELECT t.record_id FROM trait t WHERE t.tag = ?" + others.joined() + " LIMIT \(most)",
            arguments: StatementArguments(tags)
        )
        guard rows.count < most else { return nil }
        return rows.compactMap { RecordID(bytes: [UInt8]($0)) }
    }

    /// Whether enough of a family name is given to be looked for.
    fileprivate var namesAFamily: Bool {
        isPartial ? Registers.start(Registers.folded(family)) != nil : !family.isEmpty
    }

    /// Under what the names are looked for; too short a beginning has nothing to be found by, and is compared alone.
    fileprivate var nameKeys: [String] {
        let (family, given) = (Registers.folded(family), given.map(Registers.folded))
        guard isPartial else { return ["family/" + family] + (given.map { ["given/" + $0] } ?? []) }
        let starts = [
            Registers.start(family).map { "family-start/" + $0 },
            given.flatMap(Registers.start).map { "given-start/" + $0 },
        ]
        return starts.compactMap(\.self)
    }

    /// Whether names begin as they were asked for; whole ones were compared by the lists.
    private func begins(_ traits: PatientTraits) -> Bool {
        guard isPartial else { return true }
        func isBeginning(_ asked: String, of names: [String]) -> Bool {
            let asked = Registers.folded(asked)
            // Signs alone begin no name.
            return !asked.isEmpty && names.contains { $0.hasPrefix(asked) }
        }
        return isBeginning(family, of: traits.foldedFamilyNames)
            && (given.map { isBeginning($0, of: traits.foldedGivenNames) } ?? true)
    }

    /// How much fits; nil where something asked contradicts.
    fileprivate func score(_ traits: PatientTraits) -> Int? {
        guard begins(traits) else { return nil }
        var (asked, fits) = (1, 1)
        func weigh(_ isFit: Bool) {
            asked += 1
            if isFit { fits += 1 }
        }
        if let sex, sex != .unknown, traits.sex != .unknown {
            guard sex == traits.sex else { return nil }
            weigh(true)
        }
        if given != nil { weigh(true) }
        if birthDate != nil { weigh(true) }
        if let city {
            let lines = traits.address.map(Registers.folded)
            weigh(lines.contains { $0.contains(Registers.folded(city)) })
        }
        if let postalCode {
            let isFit = traits.livesUnder(postalCode: postalCode)
            guard isFit != false else { return nil }
            weigh(isFit == true)
        }
        return fits * 100 / asked
    }
}

extension PatientTraits {
    /// Whether the address has a postal code; nil where no address is known.
    fileprivate func livesUnder(postalCode: String) -> Bool? {
        guard !address.isEmpty else { return nil }
        let words =
            postalAddress.postalCode.map { [$0] } ?? address.flatMap { $0.split(separator: " ").map(String.init) }
        return words.map(Registers.folded).contains(Registers.folded(postalCode))
    }
}
