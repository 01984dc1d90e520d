import FuzzSeeds
import HTTPTypes
import Hummingbird
import NIOCore
import ServerKit
import Testing

@Suite struct FormTests {
    private func parse(_ text: String, _ limits: FormLimits = FormLimits()) throws(FormError) -> [String] {
        try FormFields(parsing: Array(text.utf8), limits: limits).fields.map { "\($0.name)=\($0.value)" }
    }

    @Test func readsFields() throws {
        #expect(try parse("") == [])
        #expect(try parse("a=1&b=&c") == ["a=1", "b=", "c="])
        #expect(try parse("nom=%C3%89lo%C3%AFse+D%27Arc&x=1%2B1=2") == ["nom=Éloïse D'Arc", "x=1+1=2"])
        #expect(try parse("t=a%0D%0Ab%09c") == ["t=a\nb\tc"])
    }

    @Test func repeatedFieldsAreNotOne() throws {
        let form = try FormFields(parsing: Array("a=1&a=2&b=3".utf8))
        #expect(form.only("a") == nil)
        #expect(form.all("a") == ["1", "2"])
        #expect(form.only("b") == "3")
        #expect(form.only("c") == nil)
    }

    @Test(arguments: [
        ("a=%", FormError.badEscape), ("a=%4", .badEscape), ("a=%G0", .badEscape), ("%zz=1", .badEscape),
        ("a=%FF", .badText), ("a=%C3", .badText), ("a=%00", .badText), ("a=%1B", .badText), ("a=%7F", .badText),
        ("a=%0D", .badText), ("=1", .badName), ("&", .badName), ("a=1&", .badName), ("a=%ED%A0%80", .badText),
    ])
    func refuses(text: String, error: FormError) {
        #expect(throws: error) { try parse(text) }
    }

    @Test(arguments: [(-1, nil), (0, nil), (1, FormError.tooLong)] as [(Int, FormError?)])
    func limitsTheBody(over: Int, error: FormError?) {
        var limits = FormLimits()
        limits.bytes = 10
        let text = "a=" + String(repeating: "x", count: 8 + over)
        #expect(refusal(text, limits) == error)
    }

    @Test(arguments: [(-1, nil), (0, nil), (1, FormError.tooManyFields)] as [(Int, FormError?)])
    func limitsTheFields(over: Int, error: FormError?) {
        var limits = FormLimits()
        limits.fields = 5
        let text = Array(repeating: "a=1", count: 5 + over).joined(separator: "&")
        #expect(refusal(text, limits) == error)
    }

    @Test(arguments: [(-1, nil), (0, nil), (1, FormError.badName)] as [(Int, FormError?)])
    func limitsNames(over: Int, error: FormError?) {
        var limits = FormLimits()
        limits.nameBytes = 5
        #expect(refusal(String(repeating: "n", count: 5 + over) + "=1", limits) == error)
    }

    @Test(arguments: [(-1, nil), (0, nil), (1, FormError.valueTooLong)] as [(Int, FormError?)])
    func limitsValues(over: Int, error: FormError?) {
        var limits = FormLimits()
        limits.valueBytes = 5
        #expect(refusal("n=" + String(repeating: "%41", count: 5 + over), limits) == error)
    }

    /// The limits of the portals themselves: 64 KiB, 100 fields, names of 64 bytes, values of 16 KiB.
    @Test(arguments: [-1, 0, 1]) func thePortalsLimitsHold(step: Int) {
        let limits = FormLimits()
        func expect(_ text: String, _ error: FormError) { #expect(refusal(text, limits) == (step > 0 ? error : nil)) }
        expect(Array(repeating: "a=1", count: 100 + step).joined(separator: "&"), .tooManyFields)
        expect(String(repeating: "n", count: 64 + step) + "=1", .badName)
        expect("n=" + String(repeating: "v", count: 16_384 + step), .valueTooLong)
        // Five values with their names fill the body.
        let body = "abcd".map { "\($0)=" + String(repeating: "v", count: 13_000) }.joined(separator: "&") + "&e="
        expect(body + String(repeating: "v", count: 65_536 + step - body.utf8.count), .tooLong)
    }

    @Test(arguments: 0..<20)
    func survivesMutatedForms(seed: UInt64) {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let samples = ["a=1&b=2", "nom=%C3%89lo%C3%AFse", "t=a%0D%0Ab", "x=1%2B1=2&&=&%"]
        for _ in 0..<500 {
            var bytes = Array((samples.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.insert(.random(in: 0...255, using: &generator), at: place)
                case 1: if place < bytes.count { bytes.remove(at: place) }
                default: bytes.insert(contentsOf: "%&=+".utf8.shuffled(using: &generator), at: place)
                }
            }
            guard let form = try? FormFields(parsing: bytes) else { continue }
            #expect(form.fields.allSatisfy { !$0.name.isEmpty })
        }
    }

    @Test func aRequestWithAnotherTypeIsNoForm() async throws {
        for type in ["text/plain", "application/json", "multipart/form-data; boundary=a", nil] {
            var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
            if let type { head.headerFields[.contentType] = type }
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: "a=1")))
            await #expect(throws: Refusal(.badRequest)) { try await request.form() }
        }
        var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
        head.headerFields[.contentType] = "application/x-www-form-urlencoded; charset=UTF-8"
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: "a=1")))
        #expect(try await request.form().only("a") == "1")
    }

    private func refusal(_ text: String, _ limits: FormLimits) -> FormError? {
        do throws(FormError) {
            _ = try parse(text, limits)
            return nil
        } catch {
            return error
        }
    }
}
