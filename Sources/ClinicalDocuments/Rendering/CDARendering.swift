internal import HealthRecord
public import SafeXML

/// A document made ready to be read: what it is, its sections as safe HTML or the file inside it.
public struct CDARendering: Hashable, Sendable {
    /// Which fact of the header a field states.
    public enum FieldName: String, Hashable, Sendable, CaseIterable {
        /// Type of document.
        case type
        /// When it was made.
        case date
        /// When the act began.
        case actDate
        /// Who wrote it.
        case author
        /// For which structure.
        case structure
        /// Who answers for it.
        case legalAuthenticator
        /// Whom it is about.
        case patient
        /// Day of birth.
        case birthDate
    }

    /// A fact of the header in words; both texts are plain, not HTML.
    public struct Field: Hashable, Sendable {
        /// Which fact.
        public let name: FieldName
        /// French label.
        public let label: String
        /// French text.
        public let value: String
    }

    /// Title, as text.
    public let title: String
    /// Facts of the header, in reading order.
    public let summary: [Field]
    /// Sections of a structured document.
    public let sections: [RenderedSection]
    /// The file inside a non-structured document.
    public let embedded: EmbeddedBody?

    /// Elements left out of the sections: when there are any, the reader is told to open the original.
    public var droppedElements: Int { sections.reduce(0) { $0 + $1.droppedElements } }

    /// Renders a document whose header has been read.
    public init(
        _ document: XMLDocument,
        header: CDAHeader,
        valueSets: ValueSets,
        headingLevel: Int = 2,
        limits: NarrativeLimits = NarrativeLimits(),
        policy: DocumentKindPolicy = .standard
    ) throws(CDAError) {
        title = header.title
        summary = Self.summary(header, valueSets)
        switch header.body {
        case .nonXML(let mediaType):
            embedded = try EmbeddedBody(document, mediaType: mediaType, policy: policy)
            sections = []
        case .structured:
            embedded = nil
            sections = NarrativeHTML.sections(of: document, headingLevel: headingLevel, limits: limits)
        }
    }

    private static func summary(_ header: CDAHeader, _ valueSets: ValueSets) -> [Field] {
        var fields: [Field] = []
        func add(_ name: FieldName, _ label: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append(Field(name: name, label: label, value: value)) }
        }
        let type = valueSets.label(header.type, in: .type) ?? valueSets.label(header.type, in: .cdaType)
        add(.type, "Type de document", type ?? header.type.label)
        add(.date, "Date du document", FrenchDate.text(local: header.localTime))
        add(.actDate, "Date de l’acte", header.serviceEvents.first?.localStart.flatMap(FrenchDate.text))
        for author in header.authors.map(\.author) {
            let specialty = author.specialty.map { valueSets.label($0, in: .authorSpecialty) ?? $0.label ?? "" } ?? ""
            add(.author, "Auteur", [author.name.spoken, specialty].filter { !$0.isEmpty }.joined(separator: ", "))
        }
        add(.structure, "Structure", header.authors.first?.author.institutions.first?.name ?? header.custodian.name)
        add(.legalAuthenticator, "Responsable du document", header.legalAuthenticator.author.name.spoken)
        add(.patient, "Patient", header.patient.traits.name.spoken)
        add(.birthDate, "Date de naissance", FrenchDate.text(local: header.patient.traits.birthDate.hl7))
        return fields
    }
}
