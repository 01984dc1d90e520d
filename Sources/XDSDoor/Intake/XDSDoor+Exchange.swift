import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import RecordService
import SOAPWire
import SafeXML
import ServerKit

extension XDSDoor {
    /// Answers one request; whatever is wrong with it is said in SOAP.
    func respond(
        to request: Request,
        at service: ServiceName,
        peerCertificate: [UInt8]?,
        named name: OpaqueID
    ) async throws -> Response {
        guard let form = RequestForm(request.headers[.contentType]) else {
            return refuse(.unsupportedMediaType, .unsupportedMedia)
        }
        let correlation = ids()
        var reply = ReplyForm(form)
        let fault: SOAPFault
        let reason: RefusalReason
        var status: HTTPResponse.Status?
        do {
            let answer = try await settings.refusalFloor.hold(
                by: settings.refusalClock,
                when: { (answer: Answer) in answer.mustBeLevelled }
            ) {
                try await self.answer(request, form, service, peerCertificate, correlation, &reply)
            }
            if let reason = answer.reason {
                log.record(
                    XDSDoorEvent.refusalAnswered,
                    request: name,
                    .incident(correlation.incident),
                    .reason(reason)
                )
            }
            return reply.response(answer, messageID: ids(), boundary: ids())
        } catch let error as SOAPFault {
            (fault, reason) = (error, .message)
        } catch let error as SOAPError {
            (fault, reason) = (error.fault(correlation: nil), .message)
        } catch let error as MultipartError {
            (fault, reason) = (error.fault(correlation: nil), .message)
        } catch let error as ServiceError {
            (fault, reason) = (error.anyFault, error.reason)
        } catch is BodyTooLarge {
            (fault, reason) = (.tooLarge, .message)
        } catch  where error is BodyBudgetSpent || error is TooManyUploads {
            (fault, reason, status) = (.busy, .unavailable, .serviceUnavailable)
        }
        log.record(
            XDSDoorEvent.faultAnswered,
            request: name,
            .incident(correlation.incident),
            .reason(reason)
        )
        return reply.fault(
            fault.correlated(correlation.text),
            messageID: ids(),
            boundary: ids(),
            status: status
        )
    }

    private func answer(
        _ request: Request,
        _ form: RequestForm,
        _ service: ServiceName,
        _ peerCertificate: [UInt8]?,
        _ correlation: UniqueID,
        _ reply: inout ReplyForm
    ) async throws -> Answer {
        let share = settings.bodyBudget.share()
        // What the message holds is held until it is answered.
        defer { withExtendedLifetime(share) {} }
        var intake = try intake(request, form, share)
        let root = try await intake.root()
        let unread = try UnreadEnvelope(parsing: root)
        reply.take(unread)
        let envelope = try unread.read()
        let (operation, action, payload) = try dispatch(envelope, at: service)
        reply.action = action.response
        if operation == .retrieve { reply.isMultipart = true }
        guard envelope.security != nil else { throw SOAPFault.noAssertion }
        guard let peerCertificate else { throw SOAPFault.noCertificate }
        let references = try XOPReferences(in: envelope.root, limits: settings.limits)
        let visit = try await self.service.admit(
            .assertion(envelope: root, peerCertificate: peerCertificate),
            request: correlation
        )
        defer { self.service.leave(visit) }
        // Held until the answer, like the documents themselves.
        let passage = references.count > 0 ? try settings.uploads.enter(peerCertificate) : nil
        defer { withExtendedLifetime(passage) {} }
        let exchange = Exchange(
            visit: visit,
            payload: payload,
            parts: try await intake.parts(references),
            request: correlation,
            now: clock()
        )
        return try await carryOut(operation, exchange)
    }

    private func intake(
        _ request: Request,
        _ form: RequestForm,
        _ share: BodyBudget.Share
    ) throws -> MessageIntake {
        switch form {
        case .plain:
            MessageIntake(try request.boundedBody(BodyLimit(bytes: settings.limits.rootPart)), nil, share)
        case .multipart(let type):
            MessageIntake(
                try request.boundedBody(BodyLimit(bytes: settings.limits.submission)),
                try MultipartReader(type, limits: settings.limits),
                share
            )
        }
    }

    /// The action must be one of the address, and the body the one of the action; the HTTP action counts for nothing.
    private func dispatch(
        _ envelope: SOAPEnvelope,
        at service: ServiceName
    ) throws(SOAPFault) -> (Operation, DMPAction, XMLElement) {
        guard let action = DMPAction(request: envelope.action), let operation = Operation(action),
            service.operations.contains(operation)
        else { throw .actionNotSupported }
        guard let payload = envelope.payload, DMPAction(payload: payload) == action else { throw .otherPayload }
        return (operation, action, payload)
    }

    private func carryOut(_ operation: Operation, _ exchange: Exchange) async throws -> Answer {
        if operation.takesPatientFromAssertion, exchange.visit.patient == nil { throw SOAPFault.noPatient }
        return switch operation {
        case .patientQuery: try await queryPatient(exchange)
        case .listPatients: try await listPatients(exchange)
        case .searchPatient: try await searchPatient(exchange)
        case .changeRecord: try await changeRecord(exchange)
        case .changeAccess: try await changeAccess(exchange)
        case .setAuthorisation: try await setAuthorisation(exchange)
        case .listAuthorisations: try await listAuthorisations(exchange)
        case .openWebAccess: try await openWebAccess(exchange)
        case .deposit: try await deposit(exchange)
        case .retrieve: try await retrieve(exchange)
        case .query: try await query(exchange)
        case .update: try await update(exchange)
        }
    }
}
