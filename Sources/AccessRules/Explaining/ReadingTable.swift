public import HealthRecord

/// What professions read of each kind of document under one set: a profession × class × mode table without a record.
public struct ReadingTable: Sendable {
    /// One question of the table and its answer.
    public struct Cell: Hashable, Sendable {
        /// Key of the profession matrix.
        public let profession: String
        /// The class of the document.
        public let classCode: String
        /// Whether it is masked.
        public let isMasked: Bool
        /// The mode, by its code on the wire.
        public let mode: String
        /// The answer.
        public let decision: Decision
    }

    /// Every cell, by profession, class, mask and mode.
    public let cells: [Cell]

    /// The classes of documents of the DMP.
    public static let classes = ["10", "11", "31", "42", "43", "44", "45", "52", "60", "90", "95"]

    /// Decides every cell for an adult's open record, the reader authorised by name.
    public init(set name: String, now: Instant, ruleBook: RuleBook) {
        var cells: [Cell] = []
        let born = CalendarDate(daysSinceEpoch: now.date.daysSinceEpoch - 40 * 366)
        for key in ruleBook.professionKeys {
            guard let actor = Explanation.actor(ofKey: key) else { continue }
            var policy = RecordPolicy(policySet: name, state: .open(internet: .active), birthDate: born)
            policy.authorisations = [Explanation.leave(of: actor, since: now)]
            for classCode in Self.classes {
                for isMasked in [false, true] {
                    let facts = DocumentFacts(
                        typeCode: Code("", ""),
                        classCode: Code(classCode, CodeSystem.documentClass),
                        visibility: isMasked ? .maskedToProfessionals : []
                    )
                    for mode in [AccessMode.normal, .breakGlass(reason: "supposed"), .regulation] {
                        let decision = decide(
                            subject: .care(actor),
                            act: .read,
                            resource: .document(facts),
                            context: Context(policy: policy, mode: mode, now: now),
                            ruleBook: ruleBook
                        )
                        cells.append(
                            Cell(
                                profession: key,
                                classCode: classCode,
                                isMasked: isMasked,
                                mode: mode.code,
                                decision: decision
                            )
                        )
                    }
                }
            }
        }
        self.cells = cells
    }
}
