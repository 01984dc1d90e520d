import HealthRecord
import Testing

@testable import AccessRules

/// The published matrix (PDT-INF-526 v1.8, PDT-INF-606 v1.3), written here a second time and asked cell by cell.
@Suite struct FunctionalOracleTests {
    /// Columns: PS N R B | physician N R B | occupational | treating N B | employee | structure N R.
    static let rows: [(acts: [Act], cells: String, document: OracleDocument?)] = [
        ([.testExistence], "YYY YYY Y YY Y YY", nil),
        ([.declareAuthorisation], "Y-- Y-- - Y- Y --", nil),
        ([.removeOwnAuthorisation], "Y-- Y-- - Y- - --", nil),
        ([.resignTreatingPhysician], "--- --- - Y- - --", nil),
        ([.listOpenRecords], "YYY YYY Y YY Y Y-", nil),
        ([.findWithoutINS], "-Y- -Y- - -- - -Y", nil),
        ([.webAccess], "YYY YYY Y YY Y --", nil),
        ([.readIdentity], "YYY YYY Y YY Y YY", nil),
        ([.listAuthorisations], "Y-- Y-- Y Y- - --", nil),
        ([.feed], "YYY YYY Y YY - YY", .plain),
        ([.feedBySecretary], "--- --- - -- Y --", .plain),
        ([.search], "YYY YYY Y YY - --", nil),
        ([.findReference], "YYY YYY Y YY Y YY", nil),
        ([.findReference], "YYY YYY Y YY s ss", .plain),
        ([.read], "YYY YYY - YY - --", .plain),
        ([.read], "amm amm - Ym - --", .masked),
        ([.read], "YYY YYY - YY - --", .hiddenFromPatient),
        ([.read], "YYY YYY - YY - --", .hiddenFromRepresentatives),
        ([.read], "YYY YYY - YY - --", .archived),
        ([.read], "YYY YYY - YY - --", .deprecated),
        ([.read], "YYY YYY - YY - --", .deleted),
        ([.mask], "Y-- Y-- Y Y- - --", .plain),
        ([.unmask], "a-- a-- a Y- - --", .masked),
        ([.reveal], "Y-- Y-- Y Y- - --", .hiddenFromPatient),
        ([.archive], "a-- aYY a YY - --", .plain),
        ([.restore], "a-- aYY a YY - --", .archived),
        ([.delete], "aaa aaa a aa s ss", .plain),
        ([.replace], "aaa aaa a aa - ss", .plain),
        ([.readHistory], "Y-- Y-- Y Y- - --", nil),
        ([.block, .unblock], "--- --- - Y- - --", nil),
        ([.declareTreatingPhysician], "--- Y-- - Y- - --", nil),
        ([.hideFromRepresentatives], "a-- a-- - Y- - --", .plain),
        ([.administer, .administerAccess], "Y-- Y-- - Y- Y --", nil),
    ]

    /// The rows of the matrix that a line of the table asks about.
    private static func operations(_ acts: [Act], _ document: OracleDocument?) -> Set<AccessRules.Operation> {
        guard acts == [.read] else { return Set(acts.compactMap { AccessRules.Operation($0) }) }
        return switch document {
        case .masked: [.readMasked]
        case .hiddenFromPatient, .hiddenFromRepresentatives: [.readHidden]
        case .archived, .deprecated, .deleted: [.readInactive]
        case .plain, nil: [.readPlain]
        }
    }

    /// No row of either matrix is without its line here.
    @Test func everyRowOfBothMatricesIsAsked() throws {
        let asked = Self.rows.reduce(into: Set<AccessRules.Operation>()) {
            $0.formUnion(Self.operations($1.acts, $1.document))
        }
        #expect(asked == Set(AccessRules.Operation.allCases))
        let texts = try RuleBook.Texts.bundled()
        for csv in [texts.functional, texts.reinforced] {
            let names = csv.split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
            #expect(names.count == asked.count && Set(names) == Set(asked.map(\.rawValue)))
        }
    }

    enum OracleDocument: CaseIterable {
        case plain, masked, hiddenFromPatient, hiddenFromRepresentatives, archived, deprecated, deleted

        func facts(_ relation: DocumentRelation) -> DocumentFacts {
            switch self {
            case .plain: House.document(relation: relation)
            case .masked: House.document(.maskedToProfessionals, relation: relation)
            case .hiddenFromPatient: House.document(.hiddenFromPatient, relation: relation)
            case .hiddenFromRepresentatives: House.document(.hiddenFromRepresentatives, relation: relation)
            case .archived: House.document(status: .archived, relation: relation)
            case .deprecated: House.document(status: .deprecated, relation: relation)
            case .deleted: House.document(status: .deleted, relation: relation)
            }
        }
    }

    static let breakGlass = AccessMode.breakGlass(reason: "Patient inconscient")
    static let columns: [(ActorColumn, AccessMode)] = [
        (.nonPhysician, .normal), (.nonPhysician, .regulation), (.nonPhysician, breakGlass),
        (.physician, .normal), (.physician, .regulation), (.physician, breakGlass),
        (.occupational, .normal), (.treating, .normal), (.treating, breakGlass),
        (.employee, .normal), (.structure, .normal), (.structure, .regulation),
    ]

    static func actor(_ column: ActorColumn, isReinforced: Bool) throws -> CareActor {
        let evidence: AuthenticationMode = isReinforced ? .reinforcedIndirect : .direct
        return switch column {
        case .nonPhysician: try House.care("60", authentication: evidence)
        case .physician, .treating: try House.care("10", specialty: "SM26", authentication: evidence)
        case .occupational: try House.care("10", specialty: "SM25", sector: "SA66", authentication: evidence)
        case .employee:
            try House.care(
                "SECRETARIAT_MEDICAL",
                system: CodeSystem.nonProfession,
                holder: .employee,
                authentication: evidence
            )
        case .structure:
            try House.care("AUTOMATE", system: CodeSystem.nonProfession, holder: .structure, authentication: .indirect)
        }
    }

    /// A record in which an act has its place: professionals administer those of before *Mon espace santé*, and close
    /// documents to representatives for minors.
    private static func policy(for act: Act) throws -> RecordPolicy {
        switch act {
        case .administer, .administerAccess: try House.policy(set: "era2019")
        case .hideFromRepresentatives: try House.policy(House.child)
        default: try House.policy()
        }
    }

    private static func resource(_ act: Act, of actor: CareActor, _ document: DocumentFacts?) throws -> Resource {
        switch act {
        case .block, .unblock: .target(.person(try House.person(9)))
        case .declareTreatingPhysician: .target(actor.subject)
        default: document.map(Resource.document) ?? .record
        }
    }

    private func check(
        _ act: Act,
        _ cell: Character,
        _ place: (ActorColumn, AccessMode),
        _ document: OracleDocument?,
        isReinforced: Bool
    ) throws {
        let (column, mode) = place
        let actor = try Self.actor(column, isReinforced: isReinforced)
        for relation in DocumentRelation.allCases {
            for opensMasked in [false, true] {
                var policy = try Self.policy(for: act)
                policy.authorisations = [
                    House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id)),
                ]
                policy.emergency.opensMaskedDocuments = opensMasked
                if column == .treating { policy.treatingPhysicians = [try House.person(1)] }
                let isAuthor = relation == .author
                let isStructures = relation == .ownStructure
                var expected =
                    switch cell {
                    case "Y": true
                    case "a": isAuthor
                    case "m": opensMasked || isAuthor
                    case "s": isStructures || isAuthor
                    default: false
                    }
                // The two matrices apply together: the occupational physician reads no type but his own documents.
                if column == .occupational, document != nil, act != .feed { expected = expected && isAuthor }
                let resource = try Self.resource(act, of: actor, document?.facts(relation))
                let decision = try House.ask(
                    .care(actor),
                    act,
                    resource,
                    policy,
                    mode: mode,
                    presence: act == .administerAccess ? .confirmed : .declared
                )
                // The cell says *own* of a history: others than the treating physician read their own part.
                if act == .readHistory, expected {
                    #expect(decision.obligations.contains(.limitToOwnTraces) == (column != .treating), "\(column)")
                }
                #expect(
                    decision.isPermitted == expected,
                    "\(act) \(column) \(mode.code) \(String(describing: document)) \(relation) \(opensMasked): \(decision.rule)"
                )
            }
        }
    }

    @Test(arguments: rows.indices)
    func everyCellOfTheMatrix(row: Int) throws {
        let (acts, text, document) = Self.rows[row]
        let cells = text.filter { $0 != " " }
        try #require(cells.count == Self.columns.count)
        for act in acts {
            for (cell, column) in zip(cells, Self.columns) {
                try check(act, cell, column, document, isReinforced: false)
            }
        }
    }

    @Test(arguments: rows.indices)
    func everyCellUnderReinforcedAuthentication(row: Int) throws {
        let (acts, text, document) = Self.rows[row]
        var cells = Array(text.filter { $0 != " " })
        switch acts[0] {
        case .feed, .feedBySecretary, .resignTreatingPhysician, .replace, .administer:
            cells = Array(repeating: "-", count: 12)
        case .archive, .restore: cells.replaceSubrange(3..<6, with: ["Y", "Y", "Y"])
        default: break
        }
        // A structure's certificate alone is not this mode.
        for act in acts {
            for (cell, column) in zip(cells, Self.columns) where column.0 != .structure {
                try check(act, cell, column, document, isReinforced: true)
            }
        }
    }

    @Test(arguments: [Act.archive, .delete])
    func patientsDocumentsAreMovedByTheTreatingPhysicianOnly(act: Act) throws {
        for (column, mode) in Self.columns where mode == .normal {
            let actor = try Self.actor(column, isReinforced: false)
            var policy = try House.policy()
            policy.authorisations = [House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id))]
            if column == .treating { policy.treatingPhysicians = [try House.person(1)] }
            let document = House.document("DOCPAT02", classCode: "42", origin: .holder)
            let decision = try House.ask(.care(actor), act, .document(document), policy)
            #expect(decision.isPermitted == (column == .treating), "\(column)")
        }
    }

    @Test func modesThatAColumnLacksAreInadmissible() throws {
        let policy = try House.policy()
        let occupational = try Self.actor(.occupational, isReinforced: false)
        let employee = try Self.actor(.employee, isReinforced: false)
        let structure = try Self.actor(.structure, isReinforced: false)
        for actor in [occupational, employee, structure] {
            #expect(
                try House.ask(.care(actor), .testExistence, policy, mode: Self.breakGlass).rule == .modeInadmissible
            )
        }
        #expect(try House.ask(.care(employee), .testExistence, policy, mode: .regulation).rule == .modeInadmissible)
        #expect(try House.ask(House.holder, .read, policy, mode: .regulation).rule == .modeInadmissible)
    }

    @Test func aTreatingPhysicianAtTheRegulationCentreIsAnyPhysician() throws {
        let actor = try Self.actor(.physician, isReinforced: false)
        var policy = try House.policy()
        policy.treatingPhysicians = [try House.person(1)]
        let plain = try House.ask(.care(actor), .read, .document(House.document()), policy, mode: .regulation)
        #expect(plain.rule == .emergencyRegulation && plain.isPermitted)
        let masked = Resource.document(House.document(.maskedToProfessionals))
        #expect(try House.ask(.care(actor), .read, masked, policy, mode: .regulation).denial == .silent)
    }
}
