import HealthRecord
import SafeXML
import Testing
import XDSWire

/// What leaves the system, to the byte, one element a line; and what foreign software sends.
@Suite struct GoldenTests {
    @Test func foreignSubmissionIsUnderstood() throws {
        let reading = try Submission.read(try parse(ForeignSubmission.text), profile: .ihe)
        let submission = try #require(reading.message)
        #expect(Set(reading.findings.map(\.reason)) == [.missing])
        let entry = try #require(submission.entries.first)
        #expect(entry.kind == .stable)
        #expect(entry.title == "Courrier")
        #expect(entry.typeCode == Code("11488-4", CodeSystem.loinc))
        #expect(entry.typeCode?.label == "CR de consultation")
        #expect(entry.creationTime == HL7Time("20260401"))
        #expect(entry.authors.first?.institutions.first?.name == "Centre")
        #expect(entry.authors.first?.identifier == "")
        #expect(submission.set.id == "Lot")
        #expect(
            submission.associations == [
                SubmittedAssociation(id: "as1", type: .hasMember, source: "Lot", target: "documentME1")
            ]
        )
        #expect(submission.documents == [DocumentPart(id: "documentME1", content: .inline(Array("%PDF-1.4".utf8)))])
    }

    @Test func entryIsWritten() throws {
        let entry = SubmittedEntry(try Samples.entry(), repository: try Samples.oid("1.2.250.1.999.7"))
        #expect(lines(written(entry.write)) == GoldenObject.entry)
    }

    @Test func setIsWritten() throws {
        #expect(lines(written(SubmittedSet(try Samples.set()).write)) == GoldenObject.set)
    }

    @Test func refusalIsWritten() throws {
        let response = RegistryResponse([RegistryFinding(.missingDocument, "DocumentEntry[d1]", .noDocument)])
        #expect(lines(written(response.write)) == GoldenAnswer.refusal)
    }

    @Test func retrievalIsWritten() throws {
        let answer = RetrieveAnswer(
            documents: [
                RetrievedDocument(
                    reference: DocumentReference(
                        repository: try Samples.oid("1.2.250.1.999.7"),
                        document: try Samples.oid("1.2.3")
                    ),
                    mimeType: "text/xml",
                    content: .attachment("doc1@essai.example")
                )
            ],
            problems: []
        )
        #expect(lines(written(answer.write)) == GoldenAnswer.retrieval)
    }

    @Test func referencesAndRelationsAreWritten() throws {
        let association = RecordAssociation(
            id: Samples.id(70),
            type: .replaces,
            source: Samples.id(2),
            target: Samples.id(1)
        )
        let answer = QueryAnswer([.association(SubmittedAssociation(association)), .reference(Samples.id(3).urn)])
        #expect(lines(written(answer.write)) == GoldenAnswer.references)
    }

    @Test func statusChangeIsWritten() throws {
        var update = try Samples.update()
        update.updates.removeFirst()
        update.set = SubmittedSet(id: "ss")
        #expect(lines(written(update.write)) == GoldenAnswer.statusChange)
    }
}
