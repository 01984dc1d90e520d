public import HealthRecord

/// The fictitious people of demonstrations, tests and benchmarks; the same seed and moment give the same world.
public struct SamplePopulation: Sendable {
    /// The moment the world is told at.
    public let now: Instant
    /// The seed of its documents.
    public let seed: UInt64
    /// Patients.
    public let patients: [SamplePatient]
    /// Structures; the first three are the hospital, the practice and the laboratory.
    public let structures: [SampleStructure]
    /// Professionals; `gp` is the treating physician of those who have one.
    public let professionals: [SampleProfessional]

    /// Builds the world.
    public init(seed: UInt64, now: Instant) {
        self.seed = seed
        self.now = now
        patients = SamplePatient.plan(now: now)
        structures = SampleStructure.plan
        professionals = SampleProfessional.plan(SampleStructure.plan)
    }

    /// The patient of that key.
    public func patient(_ key: String) -> SamplePatient? { patients.first { $0.key == key } }

    /// The professional of that key.
    public func professional(_ key: String) -> SampleProfessional? { professionals.first { $0.key == key } }

    /// The structures that answer calls for emergency medical help.
    public var regulationCentres: Set<StructureID> { Set(structure("samu").map { [$0.structure.id] } ?? []) }

    /// The structure of that key.
    public func structure(_ key: String) -> SampleStructure? { structures.first { $0.key == key } }
}
