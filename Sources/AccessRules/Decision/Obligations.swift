/// Something that must be done beside a decided act.
public enum Obligation: UInt16, Hashable, Sendable, CaseIterable {
    /// Write the trace before anything leaves (CSP R1111-43).
    case trace
    /// Tell the holder now (CSP R1111-48).
    case notifyHolder
    /// Tell the holder if this is the professional's first access (order of 26/10/2023).
    case notifyHolderOfFirstAccess
    /// Tell the treating physician (CSP R1111-48).
    case notifyTreatingPhysician
    /// Show the reader that the patient does not see this document (EX_3.2-1025).
    case warnHiddenFromPatient
    /// Show the reader that the representatives do not see this document.
    case warnHiddenFromRepresentatives
    /// Show during the whole session that it is an emergency access (EX_0.3-1050).
    case showEmergencySession
    /// Answer with the actor's own documents, or his structure's, only.
    case limitToOwnDocuments
    /// Answer with the actor's own traces only (CSP R1111-43).
    case limitToOwnTraces
    /// Act for the structure, not for the person.
    case actForStructure
    /// Answer with authorisations new since a date only.
    case limitToNewAuthorisations
    /// Keep the act out of the traces shown to representatives.
    case concealFromRepresentatives
    /// Ask for a written justification once the emergency is over.
    case askJustification
    /// The former treating physician's role ends with this declaration.
    case replaceTreatingPhysician
}

/// A set of obligations.
public struct Obligations: OptionSet, Hashable, Sendable {
    /// One bit for each obligation.
    public let rawValue: UInt16

    /// Any bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The set of one obligation.
    public init(_ obligation: Obligation) { self.init(rawValue: 1 << obligation.rawValue) }

    /// Whether an obligation is in the set.
    public func contains(_ obligation: Obligation) -> Bool { rawValue & (1 << obligation.rawValue) != 0 }

    /// The obligations one by one, in the order of their declaration.
    public var list: [Obligation] { Obligation.allCases.filter { contains($0) } }

    mutating func add(_ obligation: Obligation) { formUnion(Obligations(obligation)) }
}
