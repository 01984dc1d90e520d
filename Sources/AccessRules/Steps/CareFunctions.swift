import HealthRecord

/// The functional matrix applied to a care actor.
enum CareFunctions {
    static func judge(_ party: CareParty, _ question: Question, _ findings: inout Findings) -> Refusal? {
        guard let column = party.column, let operation = Operation(question.act) else { return .undefined }
        if let refusal = declaresHimself(party, question) ?? closesForAMinor(question) { return refusal }
        let matrix =
            party.actor.authentication == .reinforcedIndirect
            ? question.matrices.reinforced : question.matrices.functional
        guard let (cell, source) = matrix.cell(operation, column, question.mode) else { return .undefined }
        if let refusal = apply(cell, source, column, question, &findings) { return refusal }
        if question.act == .read, let document = question.document {
            if let refusal = rowsOf(document, column, matrix, question) { return refusal }
        }
        oblige(column, question, &findings)
        return nil
    }

    /// A treating physician is a physician in his own name, who declares nobody else; one in training is none.
    private static func declaresHimself(_ party: CareParty, _ question: Question) -> Refusal? {
        guard question.act == .declareTreatingPhysician,
            party.actor.holder == .trainee || question.resource.target != party.subject
        else { return nil }
        return .told(.treatingDeclaredByHimself, .treating, .roleRefused)
    }

    /// A professional closes a document to representatives for a minor; an adult does it himself (CSP R1111-50).
    private static func closesForAMinor(_ question: Question) -> Refusal? {
        guard question.act == .hideFromRepresentatives, !question.isMinor else { return nil }
        return .toldIfVisible(.closedByHolderAlone, .minors, .roleRefused)
    }

    private static func apply(
        _ cell: Cell,
        _ source: LegalSource,
        _ column: ActorColumn,
        _ question: Question,
        _ findings: inout Findings
    ) -> Refusal? {
        if let document = question.document, cell != .no, question.act.movesDocument {
            switch document.origin {
            // Filed by the patient, it is archived and deleted by the patient or the treating physician only.
            case .holder:
                return column.column(in: question.mode) == .treating
                    ? nil : .toldIfVisible(.functionalFiledByHolder, source, .roleRefused)
            // A proof is no carer's to move.
            case .service: return .toldIfVisible(.functionalNotOwn, source, .notOwnDocument)
            case .care, .insurer: break
            }
        }
        switch cell {
        case .yes:
            if question.act == .readHistory, !question.switches.treatingReadsTraces {
                findings.obligations.add(.limitToOwnTraces)
            }
            return nil
        case .no: return .told(.functionalRefused, source, .roleRefused)
        case .own, .structure: return own(cell, source, question, &findings)
        case .maskedIfAllowed: return .undefined
        }
    }

    private static func own(
        _ cell: Cell,
        _ source: LegalSource,
        _ question: Question,
        _ findings: inout Findings
    ) -> Refusal? {
        if let document = question.document {
            let isOwn = document.relation == .author || (cell == .structure && document.relation == .ownStructure)
            return isOwn ? nil : .toldIfVisible(.functionalNotOwn, source, .notOwnDocument, .askAuthor)
        }
        switch (question.act, cell) {
        case (.readHistory, .own):
            guard question.switches.actorReadsOwnTraces else { return .told(.functionalRefused, source, .roleRefused) }
            findings.obligations.add(.limitToOwnTraces)
            return nil
        case (.findReference, .structure), (.listOpenRecords, .structure):
            findings.obligations.add(.limitToOwnDocuments)
            return nil
        default: return .undefined
        }
    }

    /// The rows that a document's visibility and status add; one that refuses says nothing of why.
    private static func rowsOf(
        _ document: DocumentFacts,
        _ column: ActorColumn,
        _ matrix: FunctionalMatrix,
        _ question: Question
    ) -> Refusal? {
        var rows: [(Operation, RuleID)] = []
        if document.visibility.contains(.maskedToProfessionals) { rows.append((.readMasked, .masked)) }
        if !document.visibility.isDisjoint(with: [.hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection]) {
            rows.append((.readHidden, .functionalRefused))
        }
        if document.isInactive { rows.append((.readInactive, .functionalRefused)) }
        for (row, rule) in rows {
            guard let (cell, source) = matrix.cell(row, column, question.mode) else { return .undefined }
            let passes =
                switch cell {
                case .yes: true
                case .no: false
                case .own: document.relation == .author
                case .structure: document.relation != .none
                case .maskedIfAllowed: document.relation == .author || Concealment.opensInEmergency(question)
                }
            if !passes { return .silent(rule, source) }
        }
        return nil
    }

    private static func oblige(_ column: ActorColumn, _ question: Question, _ findings: inout Findings) {
        if question.mode != .normal {
            findings.obligations.formUnion([
                Obligations(.notifyHolder), Obligations(.notifyTreatingPhysician), Obligations(.showEmergencySession),
            ])
            if question.mode == .breakGlass, question.switches.justification {
                findings.obligations.add(.askJustification)
            }
        } else if question.switches.notifyFirstAccess, question.act.opensRecord {
            findings.obligations.add(.notifyHolderOfFirstAccess)
        }
        // Whoever takes the role of treating physician reads what is masked: the holder hears of it at once.
        switch question.act {
        case .declareTreatingPhysician, .administer, .administerAccess: findings.obligations.add(.notifyHolder)
        default: break
        }
        if question.context.secrecy == .secret || question.act == .hideFromRepresentatives {
            findings.obligations.add(.concealFromRepresentatives)
        }
        switch (column, question.act) {
        case (.structure, .feed), (.structure, .replace), (.employee, .declareAuthorisation),
            (.employee, .feedBySecretary):
            findings.obligations.add(.actForStructure)
        case (.employee, .listOpenRecords): findings.obligations.add(.actForStructure)
        case (.structure, .listOpenRecords): findings.obligations.add(.limitToNewAuthorisations)
        default: break
        }
    }
}

extension Act {
    /// Whether the act is an access that the holder is told of when it is the first.
    fileprivate var opensRecord: Bool {
        switch self {
        case .read, .search, .readIdentity, .webAccess, .declareAuthorisation, .declareTreatingPhysician,
            .listAuthorisations:
            true
        default: false
        }
    }

    /// Whether the act moves a document out of the lists or back.
    fileprivate var movesDocument: Bool { self == .archive || self == .restore || self == .delete }
}
