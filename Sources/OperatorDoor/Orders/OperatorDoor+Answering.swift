import Custody
import HealthRecord
import RecordService
import ServerKit

extension OperatorDoor {
    /// Answers one body.
    func answer(_ verb: OperatorVerb, _ body: [UInt8], by name: OperatorName) async -> OperatorAnswer {
        // A role outside the verb is told so before anything of the body is read.
        guard verb.roles.contains(name.role) || verb.secondRoles.contains(name.role) else {
            return OperatorAnswer(.role)
        }
        let act = { () async -> OperatorAnswer in
            do throws(OperatorFault) {
                let fields = try OrderFields(
                    FlatJSON(body, textLimit: verb.textLimit, listLimit: verb.listLimit),
                    of: verb,
                    in: domain
                )
                if verb == .reports { return try await reports(fields, by: name) }
                guard verb.concernsARecord || verb.isOfNoRecord else { return try await look(fields) }
                // Before anything is looked up: what is refused here says nothing of the matricule.
                guard !misses.holdsBack(name.certificate, at: clock()) else { throw .tooManyMisses }
                return try await carryOut(fields, by: name)
            } catch {
                if error.isMiss { misses.note(name.certificate, at: clock()) }
                return OperatorAnswer(error)
            }
        }
        guard verb.isBlind else { return await act() }
        let held = try? await floor.hold(by: serverClock, when: { (_: OperatorAnswer) in true }, act)
        return held ?? OperatorAnswer(.unavailable)
    }

    private func look(_ fields: OrderFields) async throws(OperatorFault) -> OperatorAnswer {
        var answer = OperatorAnswer()
        let index = fields.text(.index).map { UInt64($0) } ?? 0
        guard let index else { throw OrderFields.bad(.index) }
        let least = fields.text(.atLeast).map { Int($0) } ?? 1
        guard let least, least >= 1 else { throw OrderFields.bad(.atLeast) }
        let since = fields.text(.since) == nil ? CalendarDate(daysSinceEpoch: 0) : try fields.day(.since)
        do throws(ServiceError) {
            switch fields.verb {
            case .proof: answer.proof = try await service.proof(ofEntry: index)
            case .incidents:
                let now = clock()
                answer.incidents = try await service.incidents().map { IncidentLine($0, at: now) }
            case .emergencies: answer.emergencies = try await service.emergencyCounts(since: since, atLeast: least)
            case .keys: answer.keys = KeyLine(try await service.keyStanding())
            case .security: answer.security = try await service.securityCounts(since: since)
            default: answer.lines = try await service.journal(since: since.midnight, limit: Custodian.journalLimit)
            }
        } catch {
            throw OperatorFault(error)
        }
        return answer
    }

    /// What holders reported, in their words; each look at a record is traced on it under the order.
    private func reports(_ fields: OrderFields, by name: OperatorName) async throws(OperatorFault) -> OperatorAnswer {
        let order = try await order(fields, by: name)
        var answer = OperatorAnswer()
        do throws(ServiceError) {
            let found = try await service.openReports(order)
            answer.standing = .done
            answer.order = order.id.text
            answer.traces = found.traces
            answer.reports = found.reports
        } catch {
            throw OperatorFault(error)
        }
        return answer
    }

    private func carryOut(_ fields: OrderFields, by name: OperatorName) async throws(OperatorFault) -> OperatorAnswer {
        let order = try await order(fields, by: name)
        let act = try act(fields, under: order)
        var answer = OperatorAnswer()
        answer.order = order.id.text
        if fields.verb.isLook { return try await lookInto(fields, order) }
        let receipt: OrderReceipt
        do throws(ServiceError) {
            receipt = try await service.carryOut(order, content: fields.content, act)
        } catch {
            throw OperatorFault(error)
        }
        if fields.verb.isBlind {
            answer.standing = .taken
            return answer
        }
        switch receipt.standing {
        case .done: answer.standing = .done
        case .doneBefore: answer.standing = .doneBefore
        case .awaitsSecond(let until):
            if fields.verb == .merge { try await checkJoin(fields, order) }
            answer.standing = .awaitsSecond
            answer.until = until.iso8601
        }
        answer.traces = receipt.traces
        answer.result = receipt.result
        return answer
    }

    /// When the first of the two has said his word: he sees what tells the records apart, and names it.
    private func checkJoin(_ fields: OrderFields, _ order: OperatorOrder) async throws(OperatorFault) {
        let (duplicate, kept) = (try fields.matricule(), try fields.matricule(.other, root: .otherRoot))
        let differing = try fields.differing()
        do throws(ServiceError) {
            try await service.checkJoin(order, of: duplicate, into: kept, differing: differing)
        } catch {
            throw OperatorFault(error)
        }
    }

    private func order(_ fields: OrderFields, by name: OperatorName) async throws(OperatorFault) -> OperatorOrder {
        let id = try fields.id(.order)
        var needsSecond = true
        if fields.verb == .settle {
            let (request, ins) = (try fields.id(.request), try fields.matricule())
            do throws(ServiceError) {
                needsSecond = try await service.takesTwo(request, of: ins)
            } catch {
                throw OperatorFault(error)
            }
        }
        do throws(OrderRefusal) {
            return try OperatorOrder(
                id: id,
                verb: fields.verb,
                by: name,
                paper: fields.text(.paper) ?? "",
                needsSecond: needsSecond
            )
        } catch {
            throw OperatorFault(error)
        }
    }
}

extension OperatorFault {
    /// Whether it was a try at a record that is not there for the one who orders, or at what tells two people apart.
    fileprivate var isMiss: Bool {
        code == .unknownRecord || element == "host.procedure" || code == .conflict && StrictTrait.tells(element)
    }

    /// What is told of a refusal of the service.
    init(_ error: ServiceError) {
        switch error {
        case .unknownPatient, .otherPatient, .notFound:
            self.init(.unknownRecord, "matricule", remedy: "check the matricule against the paper")
        case .conflict(let what):
            if let refusal = OrderRefusal.allCases.first(where: { $0.conflict == what }) {
                self.init(refusal)
            } else {
                self.init(.conflict, what, remedy: "read what docs/operations.md says of this word")
            }
        case .notAccepted: self = OrderFields.bad(.matricule)
        case .refused, .evidence, .replayed, .sessionEnded, .rejected, .incomplete, .tooManyAttempts, .weakSecret,
            .unavailable:
            self = .unavailable
        }
    }

    /// What is told of an order that is none.
    init(_ refusal: OrderRefusal) {
        switch refusal {
        case .role: self = .role
        case .paper:
            self.init(.badField, VerbField.paper.rawValue, remedy: "name the paper in one line of at most 200 bytes")
        case .second:
            self.init(
                .secondRefused,
                VerbField.order.rawValue,
                remedy: "let another person confirm it, with another certificate, in a role that may be second"
            )
        case .other:
            self.init(
                .orderTaken,
                VerbField.order.rawValue,
                remedy: "send exactly what was ordered under this name, or take a new name"
            )
        }
    }

    /// Too many unknown matricules.
    static let tooManyMisses = OperatorFault(
        .tooManyMisses,
        remedy: "check the matricules against their papers and come back within the hour"
    )

    /// Not now.
    static let unavailable = OperatorFault(.unavailable, remedy: "send the same again under the same order")
}
