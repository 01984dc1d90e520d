import Foundation
import SafeXML
import Synchronization
import Testing

/// Real threads: the cooperative pool runs only as many tasks at once as there are cores.
@Suite struct ThreadTests {
    @Test func eightThreadsAtOnce() throws {
        let shared = try XMLDocument(parsing: Samples.assertion(), limits: .soapEnvelope)
        let form = try shared.canonicalized(.exclusive)
        let failures = Mutex<[String]>([])
        let finished = DispatchGroup()
        for number in 0..<8 {
            finished.enter()
            Thread.detachNewThread {
                do {
                    for _ in 0..<20 { try Self.work(number, shared, form) }
                } catch {
                    failures.withLock { $0.append("\(number): \(error)") }
                }
                finished.leave()
            }
        }
        finished.wait()
        #expect(failures.withLock { $0 } == [])
    }

    private struct Surprise: Error {}

    /// Own documents of two kinds, refusals, and one document that all threads read, canonicalise and verify.
    fileprivate static func work(_ number: Int, _ shared: XMLDocument, _ form: [UInt8]) throws {
        let key: TestKey = number.isMultiple(of: 2) ? .rsa : .p256
        let bytes = try Samples.assertion(
            key: key,
            algorithm: number.isMultiple(of: 2) ? .rsaSHA256 : .ecdsaSHA256,
            subject: "\(number)"
        )
        let subject = try Samples.receive(bytes, key: key).assertion.only("Subject").text
        let altered = Samples.replacing(bytes, ">\(number)<", ">x<")
        guard subject == "\(number)", (try? Samples.receive(altered, key: key)) == nil,
            (try? XMLDocument(parsing: [0x3C], limits: .signature)) == nil
        else { throw Surprise() }
        let assertion = try shared.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let verified = try XMLSignature(onlyIn: shared, childOf: assertion).verify(
            .samlAssertion(legacy: .refused),
            expecting: [ExpectedReference(assertion)],
            key: .certificate(TestKey.rsa.certificate)
        )
        guard verified.covers(assertion), try shared.canonicalized(.exclusive) == form else { throw Surprise() }
    }
}
