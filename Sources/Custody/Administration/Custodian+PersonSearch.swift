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
        guard case .care = admission.actor else { throw .notAdmitted }
        let nobody = RecordPolicy(
            policySet: settings.policySet,
            state: .open(internet: .active),
            birthDate: CalendarDate(daysSinceEpoch: 0)
        )
        let judgement = judge(.findWithoutINS, .record, by: admission.asker, policy: nobody, now: clock())
        let result = try await ledger.commit { transaction -> ActResult<[FoundPerson]> in
            try self.claim(admission, in: transaction)
            if let refusal = judgement.refusal {
                try transaction.note(.unknownRecord)
                return .refused(refusal)
            }
            var found: [(RecordContext, Int)] = []
            for record in try self.candidates(query, transaction) {
                guard let context = try transaction.context(of: record), context.policy.state.isOpen,
                    let traits = context.file.traits, let score = query.score(traits)
                else { continue }
                found.append((context, score))
            }
            guard found.count <= Self.searchLimit else { throw CustodyError.conflict("refine") }
            found.sort { $0.1 > $1.1 }
            var persons: [FoundPerson] = []
            for (context, score) in found {
                var context = context
                guard let traits = context.file.traits else { continue }
                let draft = TraceDraft(.searchIdentity, by: admission).judged(judgement)
                _ = try transaction.append(draft, to: &context)
                persons.append(
                    FoundPerson(
                        identifiers: context.file.identifiers,
                        traits: traits,
                        percentage: score,
                        refusesRegulation: context.policy.emergency.refusesRegulation
                    )
                )
            }
            if persons.isEmpty { try transaction.note(.unknownRecord) }
            return .done(persons)
        }.value
        admissions.setClaimed(admission)
        switch result {
        case .done(let persons): return persons
        case .refused(let refusal): throw .refused(refusal)
        }
    }

    /// Records whose family name fits, narrowed by the given name or the day of birth.
    private func candidates(_ query: PersonQuery, _ transaction: CustodyTransaction) throws -> [RecordID] {
        var keys = ["family/" + Registers.folded(query.family)]
        if let given = query.given { keys.append("given/" + Registers.folded(given)) }
        if let birthDate = query.birthDate { keys.append("birth/" + birthDate.hl7) }
        // A family name alone would leaf through a town.
        guard !query.family.isEmpty, keys.count > 1 else { throw CustodyError.conflict("refine") }
        var found: Set<Data>?
        for key in keys.prefix(3) {
            let tag = Data(try transaction.registers.index.tag(login: key).bytes)
            let rows = try Set(
                Data.fetchAll(
                    transaction.database,
                    sql: "SELECT record_id FROM trait WHERE tag = ? LIMIT 10000",
                    arguments: [tag]
                )
            )
            found = found.map { $0.intersection(rows) } ?? rows
        }
        return (found ?? []).compactMap { RecordID(bytes: [UInt8]($0)) }
    }
}

extension PersonQuery {
    /// How much fits; nil where something asked contradicts.
    fileprivate func score(_ traits: PatientTraits) -> Int? {
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
        return fits * 100 / asked
    }
}
