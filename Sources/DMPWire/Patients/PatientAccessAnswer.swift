public import SafeXML

/// The answer to a `PatientAccessRequest`.
///
/// The profile hands the first secret to the professional, who prints it for the patient (interop sheet § 2.7); it is good for
/// one sign-in.
public struct PatientAccessAnswer: Hashable, Sendable {
    /// How it ended.
    public let outcome: ServiceOutcome
    /// The identifier to sign in with.
    public let login: String?
    /// The first secret.
    public let password: String?

    /// An answer.
    public init(_ outcome: ServiceOutcome = .done, login: String? = nil, password: String? = nil) {
        self.outcome = outcome
        self.login = login
        self.password = password
    }

    /// Reads the answer to a request from a body's payload; the group `output` may be left out.
    public init(_ payload: XMLElement, to request: PatientAccessRequest) throws(HabilitationsError) {
        let message = try HabilitationsFields(
            payload,
            message: request.message + "Response",
            in: PatientsService.namespace
        )
        let fields =
            try message.optional("output").map { HabilitationsFields($0, in: PatientsService.namespace) } ?? message
        outcome = try ServiceOutcome(fields)
        login = try fields.text("login")
        password = try fields.text("password")
    }

    /// Writes the answer to a request as a body's payload.
    public func write(_ writer: inout XMLWriter, to request: PatientAccessRequest) {
        writer.startHabilitations(request.message + "Response", in: PatientsService.namespace)
        writer.start("output")
        writer.optional("login", login)
        writer.optional("password", password)
        outcome.write(&writer)
        writer.end()
        writer.end()
    }
}
