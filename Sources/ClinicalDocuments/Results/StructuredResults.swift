internal import HealthRecord
public import SafeXML

/// What the entries of a structured document (level 3) say in a form that a program can use.
///
/// Reading is lenient: an entry that lacks what it takes is left out, the narrative still tells it.
public struct StructuredResults: Hashable, Sendable {
    /// Measures, in the order of the document.
    public let results: [LabResult]
    /// Injections.
    public let vaccinations: [Vaccination]
    /// Medicines.
    public let medications: [Medication]

    /// Reads the entries of a document whose header has been read.
    public init(_ document: XMLDocument, header: CDAHeader) {
        var results: [LabResult] = []
        var vaccinations: [Vaccination] = []
        var medications: [Medication] = []
        if let body = document.root.walk("component", "structuredBody") {
            let fallback = header.serviceEvents.first?.start ?? header.effectiveTime
            for observation in body.descendants("observation", in: CDA.namespace) {
                if let result = LabResult(observation, document: header.id, otherwise: fallback) {
                    results.append(result)
                }
            }
            for act in body.descendants("substanceAdministration", in: CDA.namespace) {
                if let vaccination = Vaccination(act, document: header.id) {
                    vaccinations.append(vaccination)
                } else if let medication = Medication(act, document: header.id) {
                    medications.append(medication)
                }
            }
        }
        self.results = results
        self.vaccinations = vaccinations
        self.medications = medications
    }
}
