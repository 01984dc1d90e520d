/// The namespace and the fixed words of the service of patients' lists and accesses (interop sheet § 2.5, § 2.7).
public enum PatientsService {
    /// The namespace of its messages.
    public static let namespace = "urn:si-dmp-patients"
}
