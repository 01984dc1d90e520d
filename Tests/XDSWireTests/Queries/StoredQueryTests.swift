import HealthRecord
import Testing
import XDSWire

/// Which query is read from what (ITI TF-2 § 3.18.4.1.2.3.7).
@Suite struct StoredQueryTests {
    @Test func requiredParametersAreRequired() throws {
        #expect(
            try QueryRequests.read(QueryRequests.text(.findDocuments, [])).findings == [
                RegistryFinding(.storedQueryMissingParameter, "$XDSDocumentEntryPatientId", .missing),
                RegistryFinding(.storedQueryMissingParameter, "$XDSDocumentEntryStatus", .missing),
            ]
        )
        #expect(
            try QueryRequests.read(QueryRequests.text(.findSubmissionSets, [])).findings == [
                RegistryFinding(.storedQueryMissingParameter, "$XDSSubmissionSetPatientId", .missing),
                RegistryFinding(.storedQueryMissingParameter, "$XDSSubmissionSetStatus", .missing),
            ]
        )
        #expect(
            try QueryRequests.read(QueryRequests.text(.getAssociations, [])).findings == [
                RegistryFinding(.storedQueryMissingParameter, "$uuid", .missing)
            ]
        )
        #expect(
            try QueryRequests.read(QueryRequests.text(.getDocuments, [])).findings == [
                RegistryFinding(.storedQueryMissingParameter, "$XDSDocumentEntryEntryUUID", .exclusive)
            ]
        )
    }

    @Test func onePatientOnly() throws {
        let two = "(\(QueryRequests.patient),\(QueryRequests.patient))"
        let text = QueryRequests.text(
            .findDocuments,
            [("$XDSDocumentEntryPatientId", two), ("$XDSDocumentEntryStatus", QueryRequests.approved)]
        )
        #expect(
            try QueryRequests.read(text).findings == [
                RegistryFinding(.storedQueryParameterNumber, "$XDSDocumentEntryPatientId", .tooManyValues)
            ]
        )
    }

    @Test func malformedPatientIsUnknown() throws {
        let text = QueryRequests.text(
            .findDocuments,
            [("$XDSDocumentEntryPatientId", "'x'"), ("$XDSDocumentEntryStatus", QueryRequests.approved)]
        )
        #expect(
            try QueryRequests.read(text).findings == [
                RegistryFinding(.unknownPatientID, "$XDSDocumentEntryPatientId", .badPatientID)
            ]
        )
    }

    @Test func bothKindsOfIdentifierExcludeEachOther() throws {
        let text = QueryRequests.text(
            .getDocuments,
            [("$XDSDocumentEntryEntryUUID", "('x')"), ("$XDSDocumentEntryUniqueId", "('1.2')")]
        )
        #expect(
            try QueryRequests.read(text).findings == [
                RegistryFinding(.storedQueryParameterNumber, "$XDSDocumentEntryEntryUUID", .exclusive)
            ]
        )
    }

    @Test func identifiersAreTyped() throws {
        let uuid = Samples.id(1)
        func query(_ id: StoredQueryID, _ name: String, _ value: String) throws -> StoredQuery? {
            try QueryRequests.read(QueryRequests.text(id, [(name, value)])).accepted?.query
        }
        #expect(
            try query(.getDocuments, "$XDSDocumentEntryEntryUUID", "('\(uuid.urn)','nothing')")
                == .getDocuments(.entryUUIDs([uuid]))
        )
        #expect(
            try query(.getDocuments, "$XDSDocumentEntryUniqueId", "('1.2.3','x')")
                == .getDocuments(.uniqueIDs([try Samples.oid("1.2.3")]))
        )
        #expect(
            try query(.getDocuments, "$XDSDocumentEntryLogicalID", "'\(uuid.urn)'")
                == .getDocuments(.logicalIDs([uuid]))
        )
        #expect(
            try query(.getDocumentsAndAssociations, "$XDSDocumentEntryEntryUUID", "('\(uuid.urn)')")
                == .getDocumentsAndAssociations(.entryUUIDs([uuid]))
        )
        #expect(try query(.getSubmissionSets, "$uuid", "('\(uuid.urn)')") == .getSubmissionSets([uuid]))
        #expect(
            try query(.getSubmissionSetAndContents, "$XDSSubmissionSetEntryUUID", "'\(uuid.urn)'")
                == .getSubmissionSetAndContents(.entryUUIDs([uuid]), ContentsFilter())
        )
    }

    @Test func queriesForFoldersAndRelationsRequireTheirParameters() throws {
        let cases: [(StoredQueryID, [String])] = [
            (.findFolders, ["$XDSFolderPatientId", "$XDSFolderStatus"]),
            (.getAll, ["$patientId", "$XDSDocumentEntryStatus", "$XDSSubmissionSetStatus", "$XDSFolderStatus"]),
        ]
        for (id, names) in cases {
            #expect(
                try QueryRequests.read(QueryRequests.text(id, [])).findings
                    == names.map { RegistryFinding(.storedQueryMissingParameter, $0, .missing) }
            )
        }
        for (id, name) in [
            (StoredQueryID.getFolders, "$XDSFolderEntryUUID"), (.getFolderAndContents, "$XDSFolderEntryUUID"),
            (.getFoldersForDocument, "$XDSDocumentEntryEntryUUID"),
        ] {
            #expect(
                try QueryRequests.read(QueryRequests.text(id, [])).findings == [
                    RegistryFinding(.storedQueryMissingParameter, name, .exclusive)
                ]
            )
        }
        #expect(
            try QueryRequests.read(
                QueryRequests.text(.getRelatedDocuments, [("$XDSDocumentEntryUniqueId", "'1.2.3'")])
            ).findings == [RegistryFinding(.storedQueryMissingParameter, "$AssociationTypes", .missing)]
        )
    }

    @Test(arguments: [
        StoredQueryID.findDocumentsForMultiplePatients, .findFoldersForMultiplePatients,
    ]) func otherQueriesAreNotAnswered(id: StoredQueryID) throws {
        #expect(
            try QueryRequests.read(QueryRequests.text(id, [])).findings == [
                RegistryFinding(.unknownStoredQuery, "AdhocQuery.id", .unknownQuery)
            ]
        )
    }

    @Test func unknownQueryAndReturnTypeAreRefused() throws {
        let text = QueryRequests.find([]).split(separator: "14d4debf").joined(separator: "00000000")
        #expect(
            try QueryRequests.read(text).findings == [
                RegistryFinding(.unknownStoredQuery, "AdhocQuery.id", .unknownQuery)
            ]
        )
        let odd = QueryRequests.text(.getAssociations, [("$uuid", "('x')")], returnType: "Everything")
        #expect(
            try QueryRequests.read(odd).findings == [
                RegistryFinding(.registryError, "ResponseOption.returnType", .unknownType)
            ]
        )
    }

    @Test(arguments: ReturnType.allCases) func requestsComeBackTheSame(returnType: ReturnType) throws {
        let patient = PatientIdentifier(try Samples.ins())
        var documents = FindDocumentsCriteria(patient: patient, statuses: [.approved, .archived])
        documents.kinds = [.stable, .onDemand]
        documents.typeCodes = [Code("11502-2", CodeSystem.loinc), Code("l'é", "1.2")]
        documents.classCodes = [Code("10", CodeSystem.documentClass)]
        documents.formatCodes = [Code("f", "1.2")]
        documents.facilityTypeCodes = [Code("SA07", CodeSystem.sector)]
        documents.practiceSettingCodes = [Code("p", "1.2")]
        documents.eventCodes = [[Code("a", "1"), Code("b", "1")], [Code("c", "1")]]
        documents.confidentialityCodes = [[Code("N", CodeSystem.confidentiality)]]
        documents.authorPersons = [try #require(LikePattern("%O'NEIL%"))]
        documents.creationTime = TimeBounds(from: HL7Time("2025"), to: HL7Time("202601"))
        documents.serviceStart = TimeBounds(from: HL7Time("20250101"))
        documents.serviceStop = TimeBounds(to: HL7Time("20260101120000"))
        var references = FindDocumentsCriteria(patient: patient, statuses: [.approved])
        references.referenceIDs = [["A^^^&1.2&ISO^urn:x"], ["B^^^&1.2&ISO^urn:x"]]
        var sets = FindSubmissionSetsCriteria(patient: patient, statuses: [.approved])
        sets.sourceIDs = [try Samples.oid("1.2.3")]
        sets.submissionTime = TimeBounds(from: HL7Time("20260101"))
        sets.authorPersons = [try #require(LikePattern("8%"))]
        sets.contentTypes = [Code("07", "1.2.250.1.213.2.2")]
        let id = Samples.id(4)
        var folders = FindFoldersCriteria(patient: patient, statuses: [.approved])
        folders.codes = [[Code("a", "1.2"), Code("b", "1.2")], [Code("c", "1.2")]]
        folders.lastUpdate = TimeBounds(from: HL7Time("2025"))
        let filter = ContentsFilter(formatCodes: [Code("f", "1.2")])
        let queries: [StoredQuery] = [
            .findFolders(folders), .getFolders(.entryUUIDs([id, Samples.id(5)])),
            .getFolderAndContents(.uniqueIDs([try Samples.oid("1.2.3")]), filter),
            .getFoldersForDocument(.entryUUIDs([id])),
            .getRelatedDocuments(.uniqueIDs([try Samples.oid("1.2.3")]), [.replaces, .appends]),
            .getAll(
                GetAllCriteria(
                    patient: patient,
                    entries: [.approved, .deprecated],
                    sets: [.approved],
                    folders: [.approved],
                    filter: filter
                )
            ),
            .findDocuments(documents), .findDocumentsByReferenceID(references), .findSubmissionSets(sets),
            .getDocuments(.uniqueIDs([try Samples.oid("1.2.3"), try Samples.oid("1.2.4")])),
            .getDocuments(.logicalIDs([id])), .getAssociations([id, Samples.id(5)]),
            .getDocumentsAndAssociations(.entryUUIDs([id])), .getSubmissionSets([id]),
            .getSubmissionSetAndContents(
                .uniqueIDs([try Samples.oid("1.2.3")]),
                ContentsFilter(formatCodes: [Code("f", "1.2")], confidentialityCodes: [[Code("N", "1.2")]])
            ),
        ]
        for query in queries {
            let sent = StoredQueryRequest(query, returnType: returnType)
            let reading = try QueryRequests.read(written(sent.write))
            #expect(reading.findings == [])
            #expect(reading.accepted == sent)
        }
    }
}
