public import DMPWire
public import HealthRecord
internal import SOAPWire
public import XDSWire

/// What became of a lot that was taken.
public struct DepositReceipt: Hashable, Sendable {
    /// The OID under which the lot was sent.
    public let submissionSet: OID
    /// What the service remarked all the same.
    public let warnings: [RegistryProblem]
}

extension CareSoftware {
    /// Kind of activity of lots, where the caller states none: consultations (TRE_R209).
    public static let consultation = Code("07", "1.2.250.1.213.2.2", label: "Consultation")

    /// Files documents of one patient as one signed lot: all of them or none (TD2.1).
    public func deposit(
        _ documents: [OutgoingDocument],
        for patient: INS,
        contentType: Code = CareSoftware.consultation,
        signing: LotSigning = .signed(.modern),
        mode: AccessMode = .normal
    ) async throws(LPSError) -> DepositReceipt {
        let set = newSet(for: patient, contentType: contentType)
        let lot = try OutgoingLot(
            documents,
            set: set,
            signer: writer.signature,
            signing: signing,
            sources: writer.sources
        )
        let answer = try await ask(
            .provideAndRegister,
            patient: patient,
            mode: mode,
            attachments: lot.attachments
        ) { lot.submission.write(into: &$0) }
        let response = try Self.response(answer)
        return DepositReceipt(submissionSet: set.uniqueID ?? product.oid, warnings: response.problems)
    }

    /// A set by this user, with a new OID.
    func newSet(for patient: INS, contentType: Code) -> SubmittedSet {
        var set = SubmittedSet(id: "set")
        set.uniqueID = OID(writer.sources.ids())
        set.sourceID = product.oid
        set.patientID = PatientIdentifier(patient)
        set.submissionTime = HL7Time(writer.sources.clock())
        set.contentType = contentType
        set.authors = [Author(actor)]
        return set
    }

    static func response(_ answer: Answer) throws(LPSError) -> RegistryResponse {
        let response: RegistryResponse
        do throws(XDSWireError) {
            response = try RegistryResponse(answer.payload)
        } catch {
            throw .unreadable(.registry)
        }
        guard response.status == .success else { throw .registry(response.problems) }
        return response
    }
}

extension Author {
    /// A user as the author of a lot; where no person is named, the structure alone.
    init(_ actor: CareActor) {
        let id = actor.structure.id.text
        self.init(
            identifier: actor.person?.text ?? "",
            assigningAuthority: actor.person == nil ? nil : ProfessionalID.root,
            name: actor.person == nil ? PersonName(family: "", given: "") : actor.name,
            identifierType: actor.person == nil ? "" : "IDNPS",
            institutions: [
                AuthorInstitution(
                    name: actor.structure.name.isEmpty ? id : actor.structure.name,
                    identifier: id,
                    assigningAuthority: StructureID.root
                )
            ],
            specialty: Self.specialty(of: actor)
        )
    }

    /// As JDV_J01 writes it: in training by a code of its own, and a role that is no profession in its own system.
    private static func specialty(of actor: CareActor) -> Code {
        let profession = actor.profession
        if actor.holder == .trainee, let training = ProfessionInTraining(for: profession) {
            return training.authorSpecialty
        }
        guard profession.role.system == CodeSystem.profession else { return profession.role }
        return Code(
            profession.matrixKey,
            CodeSystem.authorSpecialty,
            label: profession.specialty?.label ?? profession.role.label
        )
    }
}
