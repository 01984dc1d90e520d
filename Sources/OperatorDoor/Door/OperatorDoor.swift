public import Custody
import Foundation
import HTTPTypes
public import HealthRecord
public import Hummingbird
import Logging
import NIOCore
public import RecordService
public import ServerKit

/// The operators' door: JSON over mutual TLS in, one verb of `RecordService` under the operator's name, JSON out.
///
/// It reads and translates. Which role may order what, and what takes two, the custodian's table says. No verb gives out what
/// a record holds but those of the host's physician, and these only while the rules let him in.
public struct OperatorDoor: Sendable {
    /// The largest body.
    public static let bodyLimit = BodyLimit(bytes: 16 * 1024)
    /// The most people told of an incident by one order.
    public static let peopleLimit = 500
    /// Most bytes of one line of a letter, a name among them.
    public static let lineLimit = 120
    /// Under which addresses its verbs stand.
    public static let path = "/operator/v1"

    let service: RecordService
    let operators: OperatorTable
    let domain: IdentityDomain
    let clock: @Sendable () -> Instant
    let serverClock: ServerClock?
    let log: EventLog
    let floor: AnswerFloor
    let misses = MissLimit()

    /// A door to a record service.
    ///
    /// - Parameters:
    ///   - service: does what is ordered.
    ///   - operators: whose certificates are known, and in what role.
    ///   - domain: whom this deployment serves.
    ///   - clock: tells the time.
    ///   - serverClock: measures answers that must take the same time; the machine's own unless given.
    ///   - log: takes an event for each order, by its verb alone.
    ///   - floor: the least time of answers that tell nothing.
    public init(
        service: RecordService,
        operators: OperatorTable,
        domain: IdentityDomain,
        clock: @escaping @Sendable () -> Instant,
        serverClock: ServerClock? = nil,
        log: EventLog,
        floor: AnswerFloor = AnswerFloor()
    ) {
        self.service = service
        self.operators = operators
        self.domain = domain
        self.clock = clock
        self.serverClock = serverClock
        self.log = log
        self.floor = floor
    }

    /// Adds one address for each verb.
    public func addRoutes<Context: DoorContext>(to router: some RouterMethods<Context>) {
        for verb in OperatorVerb.allCases {
            router.post(RouterPath(Self.path + "/" + verb.rawValue)) { request, context in
                // The connection's certificate has been verified; whose it is the table says.
                guard let peer = context.peer, let name = operators.named(by: peer.fingerprint) else {
                    throw Refusal(.peerRefused)
                }
                let body = try await request.wholeBody(verb.bodyLimit)
                let answer = await answer(verb, body, by: name)
                let status = answer.fault?.code.status ?? (answer.standing == .awaitsSecond ? 202 : 200)
                note(verb, answer, context.requestID)
                return Response(
                    status: HTTPResponse.Status(code: status),
                    headers: [.contentType: "application/json", .cacheControl: "no-store"],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.json))
                )
            }
        }
    }

    private func note(_ verb: OperatorVerb, _ answer: OperatorAnswer, _ request: OpaqueID) {
        if let fault = answer.fault {
            log.record(OperatorEvent.orderRefused, request: request, .reason(verb), .status(fault.code.status))
        } else {
            log.record(OperatorEvent.orderTaken, request: request, .reason(verb))
        }
    }
}

/// What happens at the operators' door.
enum OperatorEvent: String, EventCode {
    /// An order was carried out, or waits for a second person.
    case orderTaken
    /// An order was refused.
    case orderRefused

    var level: Logger.Level { self == .orderTaken ? .notice : .warning }
}

extension OperatorVerb: ReasonCode {}

extension OperatorVerb {
    /// The largest body: a document comes with `feed` alone.
    var bodyLimit: BodyLimit { self == .feed ? .document : OperatorDoor.bodyLimit }
    /// The longest list of a body.
    var listLimit: Int { self == .incidentPersons ? OperatorDoor.peopleLimit : FlatJSON.listLimit }
    /// The longest text of a body.
    var textLimit: Int { self == .feed ? BodyLimit.document.bytes : FlatJSON.textLimit }
}
