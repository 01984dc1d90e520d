internal import Credentials
internal import DMPWire
internal import HealthRecord
internal import SOAPWire
internal import SafeXML

/// Writes requests: envelope, a new signed assertion in each, parts where there are documents.
struct CallWriter: Sendable {
    let address: ServiceAddress
    let actor: CareActor
    let signature: SampleCredential
    let product: LPSProduct
    let sources: LPSSources
    /// When the user was authenticated.
    let authenticatedAt: Instant

    func call(
        _ action: DMPAction,
        patient: INS?,
        mode: AccessMode,
        attachments: [CallAttachment] = [],
        payload: (inout XMLWriter) -> Void
    ) throws(LPSError) -> Call {
        let messageID = sources.ids().urn
        let url = address.endpoint(action)
        let assertion = try assertion(patient: patient, mode: mode)
        let envelope = SOAPWriter.request(action, messageID: messageID, to: url, security: assertion) { (writer) in
            payload(&writer)
        }
        switch action {
        case .provideAndRegister, .retrieve:
            // Both transactions of the repository are MTOM, documents or not (ITI TF-2 § 3.41.4, § 3.43.4).
            let (contentType, body) = try multipart(action, envelope, attachments)
            return Call(action: action, messageID: messageID, url: url, contentType: contentType, body: body)
        default:
            let type = ContentType(
                SOAPVersion.v12.mediaType,
                parameters: ["charset": "UTF-8", "action": action.request]
            )
            return Call(action: action, messageID: messageID, url: url, contentType: type.text, body: envelope)
        }
    }

    private func multipart(
        _ action: DMPAction,
        _ envelope: [UInt8],
        _ attachments: [CallAttachment]
    ) throws(LPSError) -> (String, [UInt8]) {
        // Random, so that no document holds the boundary.
        let writer = MultipartWriter(boundary: "lps-" + sources.ids().text, rootID: "root@lps")
        let parts = attachments.compactMap { attachment in
            ContentType(attachment.mimeType).map { (attachment.contentID, $0, attachment.bytes) }
        }
        guard let writer, parts.count == attachments.count, let body = writer.body(root: envelope, attachments: parts)
        else { throw .outgoing(.unwritable) }
        return (writer.contentType(action: action.request).text, body)
    }

    private func assertion(patient: INS?, mode: AccessMode) throws(LPSError) -> [UInt8] {
        let name = actor.name.spoken
        var vihf = VIHF(
            id: "_" + sources.ids().text,
            issueInstant: sources.clock(),
            issuer: signature.subjectText,
            nameID: actor.person?.text ?? actor.structure.id.text,
            authenticatedAt: authenticatedAt,
            authenticationClass: Self.authenticationClass(actor.authentication),
            mode: actor.authentication,
            structure: actor.structure.id,
            sector: actor.structure.sector,
            subject: name.isEmpty ? product.software.name : name,
            roles: [actor.profession.role] + (actor.profession.specialty.map { [$0] } ?? []),
            patient: patient,
            purpose: mode,
            software: product.software
        )
        if actor.authentication == .reinforcedIndirect { vihf.authenticationDeclaration = "APP_BROWSER_AUTH" }
        do throws(XMLSignatureError) {
            return try signature.sign(vihf)
        } catch {
            throw .signing(error)
        }
    }

    private static func authenticationClass(_ mode: AuthenticationMode) -> String {
        let classes = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
        return switch mode {
        case .direct: classes + "SmartcardPKI"
        case .indirect, .reinforcedIndirect: classes + "PasswordProtectedTransport"
        }
    }
}
