import HealthRecord
import RecordService

/// The patients who authorised the professional (TD0.4).
extension CareDoor {
    /// Nil where the list cannot be given.
    func patientLines(_ stay: Stay) async throws -> [PatientLine]? { nil }
}
