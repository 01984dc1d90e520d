import AsyncHTTPClient
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOHTTP1
import ServerKit
import ServiceLifecycle
import Synchronization
import Testing

@Suite struct DoorServerTests {
    private struct CanaryError: Error, CustomStringConvertible {
        let description = "CANARY 1 80 05 75 000 000"
    }

    private func door(
        _ test: TestTools,
        _ failures: FailureRenderer = .json,
        clock: ServerClock? = nil,
        adjust: (inout DoorSettings) -> Void = { _ in },
        routes: (Router<DoorRequestContext>) -> Void
    ) throws -> some ApplicationProtocol {
        var settings = DoorSettings(name: "test", host: "127.0.0.1", port: 0, transport: .clearOnLoopback)
        adjust(&settings)
        return try DoorServer(
            settings,
            tools: test.tools(failures, clock: clock),
            context: DoorRequestContext.self,
            routes: routes
        ).application
    }

    /// As many connections as the limit are served beside each other; one more is, when one of them has ended.
    @Test func aConnectionPastTheLimitWaitsForOneToEnd() async throws {
        try await withDoor(
            TestTools().tools(),
            transport: .clearOnLoopback,
            adjust: { $0.limits.connections = 3 }
        ) { router in
            router.get("/") { _, _ in "ok" }
        } body: { port, _ in
            let text = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            let beside = try await holdingConnections(2, port: port) { try await answerToRaw(text, port: port) }
            #expect(beside == 200)
            let hasEnded = Signal()
            let late = try await holdingConnections(3, port: port) {
                let late = Task { (status: try await answerToRaw(text, port: port), isAfter: hasEnded.isSet) }
                try await Task.sleep(for: .milliseconds(500))
                hasEnded.set()
                return late
            }
            let answer = try await late.value
            #expect(answer.status == 200 && answer.isAfter)
        }
    }

    private final class Signal: Sendable {
        private let state = Mutex(false)
        var isSet: Bool { state.withLock { $0 } }
        func set() { state.withLock { $0 = true } }
    }

    @Test(arguments: [FailureRenderer.json, .xml, .html].indices)
    func anUnexpectedErrorSaysNothingToAnybody(index: Int) async throws {
        let test = TestTools()
        let renderer = [FailureRenderer.json, .xml, .html][index]
        let door = try door(test, renderer) { router in
            router.get("/boom") { _, _ -> String in throw CanaryError() }
            router.get("/http") { _, _ -> String in throw HTTPError(.conflict, message: "CANARY") }
        }
        try await door.test(.router) { client in
            try await client.execute(uri: "/boom", method: .get) { response in
                #expect(response.status == .internalServerError)
                let body = String(buffer: response.body)
                #expect(!body.contains("CANARY"))
                #expect(body.contains("id-2"))
            }
            try await client.execute(uri: "/http", method: .get) { response in
                #expect(response.status == .conflict)
                #expect(!String(buffer: response.body).contains("CANARY"))
            }
        }
        #expect(!test.log.text.contains("CANARY"))
        #expect(test.log.text.contains(#""event":"requestFailed","request":"id-1","incident":"id-2""#))
        #expect(test.log.text.contains("CanaryError"))
    }

    @Test func aLogLineIsOneObjectWithFixedKeys() async throws {
        let test = TestTools()
        let door = try door(test) { router in router.get("/records/{id}") { _, _ in "ok" } }
        try await door.test(.router) { client in
            try await client.execute(uri: "/records/CANARY?x=CANARY", method: .get) { #expect($0.status == .ok) }
        }
        #expect(
            test.log.lines == [
                #"{"time":"2026-04-01T08:15:00.000Z","level":"info","event":"requestAnswered","request":"id-1","#
                    + #""door":"test","route":"/records/{id}","status":200,"ms":0}"# + "\n"
            ]
        )
    }

    @Test func countsRequestsByRouteAndStatus() async throws {
        let test = TestTools()
        let door = try door(test) { router in
            router.get("/records/{id}") { _, _ in "ok" }
            router.serve(test.metrics)
        }
        try await door.test(.router) { client in
            for uri in ["/records/1", "/records/2", "/nothing"] {
                try await client.execute(uri: uri, method: .get) { _ in }
            }
            try await client.execute(uri: "/metrics", method: .get) { response in
                let lines = String(buffer: response.body).split(separator: "\n")
                let counts = lines.filter { $0.hasPrefix("http_requests_total") }
                #expect(
                    counts == [
                        #"http_requests_total{door="test",method="GET",route="/records/{id}",status="200"} 2"#,
                        #"http_requests_total{door="test",method="GET",route="unrouted",status="404"} 1"#,
                    ]
                )
            }
        }
    }

    @Test(arguments: [HTTPRequest.Method.delete, .put, .options, .trace, .connect])
    func refusesMethodsOutsideTheList(method: HTTPRequest.Method) async throws {
        let door = try door(TestTools()) { router in router.get("/") { _, _ in "ok" } }
        try await door.test(.router) { client in
            try await client.execute(uri: "/", method: method) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD, POST")
                #expect(response.headers[.contentSecurityPolicy] != nil)
            }
        }
    }

    @Test(arguments: ["/", "/nothing"])
    func anAnswerToHeadHasNoBody(uri: String) async throws {
        let door = try door(TestTools()) { router in router.get("/") { _, _ in "ok" } }
        try await door.test(.router) { client in
            try await client.execute(uri: uri, method: .head) { response in
                #expect(response.body.readableBytes == 0)
                #expect(response.headers[.contentLength] != "0")
            }
        }
    }

    @Test func anUploadPastTheLimitIsAnsweredOnTheWire() async throws {
        try await withDoor(TestTools().tools(), transport: .clearOnLoopback) { router in
            router.post("/") { request, _ in String(try await request.wholeBody(.form).count) }
        } body: { port, _ in
            for (bytes, status) in [(65_535, 200), (65_536, 200), (65_537, 413)] as [(Int, UInt)] {
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/")
                request.method = .POST
                request.body = .bytes(ByteBuffer(repeating: 1, count: bytes))
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(600))
                #expect(response.status.code == status)
            }
        }
    }

    @Test func refusesCompressedBodies() async throws {
        let door = try door(TestTools()) { router in router.post("/") { _, _ in "ok" } }
        try await door.test(.router) { client in
            try await client.execute(uri: "/", method: .post, headers: [.contentEncoding: "gzip"]) { response in
                #expect(response.status == .unsupportedMediaType)
            }
        }
    }

    @Test(arguments: [(99, HTTPResponse.Status.ok), (100, .ok), (101, .contentTooLarge)])
    func readsABodyUpToItsLimit(bytes: Int, status: HTTPResponse.Status) async throws {
        let door = try door(TestTools()) { router in
            router.post("/") { request, _ in
                String(try await request.wholeBody(BodyLimit(bytes: 100)).count)
            }
        }
        try await door.test(.router) { client in
            let body = ByteBuffer(repeating: 1, count: bytes)
            try await client.execute(uri: "/", method: .post, body: body) { #expect($0.status == status) }
        }
    }

    @Test(arguments: [(99, true), (100, true), (101, false)])
    func stopsAStreamWithoutLengthAtItsLimit(bytes: Int, fits: Bool) async throws {
        let pieces = AsyncStream<ByteBuffer> { stream in
            for _ in 0..<bytes { stream.yield(ByteBuffer(repeating: 1, count: 1)) }
            stream.finish()
        }
        let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
        let request = Request(head: head, body: RequestBody(asyncSequence: pieces))
        do {
            #expect(try await request.wholeBody(BodyLimit(bytes: 100)).count == bytes)
            #expect(fits)
        } catch let error as BodyTooLarge {
            #expect(!fits)
            #expect(error.limit.bytes == 100)
        }
    }

    @Test func aRequestThatTakesTooLongIsStoppedAndAnswered() async throws {
        let test = TestTools()
        // The limit passes at once; the route never ends by itself.
        let clock = ServerClock(wallMilliseconds: { 0 }, monotonicNanoseconds: { 0 }, sleep: { _ in })
        let door = try door(test, clock: clock) { router in
            router.get("/") { _, _ -> String in
                try await Task.sleep(for: .seconds(3600))
                return "never"
            }
        }
        try await door.test(.router) { client in
            try await client.execute(uri: "/", method: .get) { #expect($0.status == .serviceUnavailable) }
        }
        #expect(test.log.text.contains("requestTimedOut"))
    }

    /// What counts is the path, and the names and values of the fields.
    @Test(arguments: [(-1, 200), (0, 200), (1, 400)])
    func refusesHeadersPastTheLimit(beyond: Int, status: Int) async throws {
        try await withDoor(TestTools().tools(), transport: .clearOnLoopback) { router in
            router.get("/") { _, _ in "ok" }
        } body: { port, _ in
            var fields = [("Host", "127.0.0.1")]
            for part in 0..<4 { fields.append(("X-Part-\(part)", String(repeating: "a", count: 8000))) }
            let spent = fields.reduce(1) { $0 + $1.0.utf8.count + $1.1.utf8.count }
            let rest = DoorLimits().headerBytes + beyond - spent - "X-Rest".utf8.count
            fields.append(("X-Rest", String(repeating: "a", count: rest)))
            let lines = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
            let answer = try await answerToRaw("GET / HTTP/1.1\r\n\(lines)\r\n", port: port)
            #expect(answer == status)
        }
    }

    /// Two of them are the client's own.
    @Test(arguments: [(-1, 200 as UInt), (0, 200), (1, 400)])
    func refusesFieldsPastTheirNumber(beyond: Int, status: UInt) async throws {
        try await withDoor(TestTools().tools(), transport: .clearOnLoopback) { router in
            router.get("/") { _, _ in "ok" }
        } body: { port, _ in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/")
            for part in 2..<DoorLimits().headerFields + beyond { request.headers.add(name: "X-\(part)", value: "a") }
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(600))
            #expect(response.status.code == status)
        }
    }

    @Test(arguments: [(-1, 200 as UInt), (0, 200), (1, 400)])
    func refusesAFieldPastItsLength(beyond: Int, status: UInt) async throws {
        try await withDoor(TestTools().tools(), transport: .clearOnLoopback) { router in
            router.get("/") { _, _ in "ok" }
        } body: { port, _ in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/")
            let length = DoorLimits().headerFieldBytes + beyond
            request.headers.add(name: "X-Long", value: String(repeating: "a", count: length))
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(600))
            #expect(response.status.code == status)
        }
    }

    @Test func gracefulShutdownLetsARequestInFlightFinish() async throws {
        let test = TestTools()
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let (releases, release) = AsyncStream.makeStream(of: Void.self)
        try await withDoor(test.tools(), transport: .clearOnLoopback) { router in
            router.get("/slow") { _, _ in
                arrived.yield()
                for await _ in releases { break }
                return "finished"
            }
        } body: { port, group in
            async let answer = HTTPClient.shared.fetch("http://127.0.0.1:\(port)/slow")
            for await _ in arrivals { break }
            await group.triggerGracefulShutdown()
            release.yield()
            let (status, body) = try await answer
            #expect(status == 200)
            #expect(body == "finished")
        }
        #expect(test.log.text.contains("doorClosed"))
    }

    @Test func severalDoorsLiveInOneGroup() async throws {
        let test = TestTools()
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let doors = try (0..<2).map { number in
            try DoorServer(
                DoorSettings(name: "test", host: "127.0.0.1", port: 0, transport: .clearOnLoopback),
                tools: test.tools(),
                context: DoorRequestContext.self,
                onRunning: { opened.yield($0) }
            ) { router in
                router.get("/") { _, _ in "door \(number)" }
            }
        }
        let group = ServiceGroup(configuration: .init(services: doors, logger: test.tools().libraryLogger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var answers: Set<String> = []
            for await port in ports {
                answers.insert(try await HTTPClient.shared.fetch("http://127.0.0.1:\(port)/").body)
                if answers.count == 2 { break }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            #expect(answers == ["door 0", "door 1"])
        }
    }

    @Test func clearTextStaysOnTheLoopback() {
        #expect(throws: DoorError.clearTextOutsideLoopback) {
            _ = try DoorServer(
                DoorSettings(name: "test", host: "0.0.0.0", port: 0, transport: .clearOnLoopback),
                tools: TestTools().tools(),
                context: DoorRequestContext.self
            ) { _ in }
        }
    }

    @Test(arguments: [HealthStatus.ok, .degraded, .failed])
    func healthIsThatOfTheWorstPart(status: HealthStatus) async throws {
        let door = try door(TestTools()) { router in
            router.serveHealth { HealthReport(["store": .init(status, "3.40.1 wal"), "keys": .init(.ok, "file")]) }
        }
        try await door.test(.router) { client in
            try await client.execute(uri: "/health", method: .get) { response in
                #expect(response.status == (status == .failed ? .serviceUnavailable : .ok))
                #expect(
                    String(buffer: response.body) == #"{"components":{"keys":{"detail":"file","status":"ok"},"#
                        + #""store":{"detail":"3.40.1 wal","status":"\#(status.rawValue)"}},"status":"\#(status.rawValue)"}"#
                )
            }
        }
    }

    @Test func assetsAreServedForGoodUnderTheirDigest() async throws {
        let assets = StaticAssets([StaticAsset(name: "site.css", kind: .css, bytes: Array("a{}".utf8))])
        let path = try #require(assets.path(of: "site.css"))
        #expect(assets.path(of: "other.css") == nil)
        let door = try door(TestTools()) { router in router.serve(assets) }
        try await door.test(.router) { client in
            let tag = try await client.execute(uri: path, method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/css; charset=utf-8")
                #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
                return response.headers[.eTag] ?? ""
            }
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
            try await client.execute(uri: path, method: .get, headers: [.ifNoneMatch: "\"x\", \(tag)"]) { response in
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
            }
            try await client.execute(uri: "/assets/0000/site.css", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
