import ClinicalDocuments
import HealthRecord
import XDSWire

extension SubmittedEntry {
    /// The attributes that do not say what the document says; empty when all agree.
    ///
    /// Times agree when they name the same span at the coarser of both precisions, titles when they differ by white space
    /// alone, authors when the same identifiers stand in the same order and none of their slots says something else. Every act
    /// of the header stands among the event codes, which may say more: where, and by which machine.
    func mismatches(with derived: DerivedMetadata) -> [String] {
        var found: [String] = []
        func expect(_ attribute: String, _ agrees: Bool) { if !agrees { found.append(attribute) } }
        expect("mimeType", mimeType == derived.mimeType)
        expect("uniqueId", uniqueID == derived.uniqueID)
        expect("patientId", patientID?.ins == derived.patient)
        expect("sourcePatientInfo", saysOfThePatient(derived.traits))
        expect("typeCode", typeCode == derived.typeCode)
        expect("classCode", derived.classCode.map { $0 == classCode } ?? true)
        expect("formatCode", derived.formatCode.map { $0 == formatCode } ?? true)
        expect("title", title.map { $0.spaceless == derived.title.spaceless } ?? false)
        expect("creationTime", creationTime?.agrees(with: derived.creationTime) ?? false)
        expect("serviceStartTime", DerivedMetadata.agree(serviceStart, derived.serviceStart))
        expect("serviceStopTime", DerivedMetadata.agree(serviceStop, derived.serviceStop))
        expect("languageCode", language == derived.language)
        expect("confidentialityCode", confidentialityCodes.contains(derived.confidentiality))
        expect("practiceSettingCode", derived.practiceSettingCode.map { $0 == practiceSettingCode } ?? true)
        expect("healthcareFacilityTypeCode", facilityTypeCode == derived.facilityTypeCode)
        expect("eventCodeList", Set(derived.eventCodes).isSubset(of: eventCodes))
        found += authorMismatches(with: derived.authors)
        expect("legalAuthenticator", legalAuthenticator?.isSamePerson(as: derived.legalAuthenticator) ?? false)
        return found
    }

    /// Each slot once, however many authors it is wrong of.
    private func authorMismatches(with written: [Author]) -> [String] {
        guard authors.map(\.identifier) == written.map(\.identifier) else { return ["author"] }
        let wrong = Set(zip(authors, written).flatMap { $0.contradictions(to: $1) })
        return wrong.sorted()
    }

    private func saysOfThePatient(_ traits: PatientTraits) -> Bool {
        sourcePatientInfo.compactMap { try? PatientInfoField(pid: $0) }.allSatisfy { $0.agrees(with: traits) }
    }
}

extension String {
    var spaceless: String { String(filter { !$0.isWhitespace }) }
}
