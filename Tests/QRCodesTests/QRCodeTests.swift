import Testing

@testable import QRCodes

@Suite struct QRCodeTests {
    /// ISO/IEC 18004 § 6.3.3: three corners hold the pattern by which a camera finds the code.
    @Test func threeCornersHoldTheFinderPattern() throws {
        let code = try #require(QRCode("otpauth://totp/DMP:Jeanne?secret=ABCDEFGH"))
        #expect(code.side >= 21 && (code.side - 21) % 4 == 0)
        let finder = [
            "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
        ]
        for (top, left) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
            let seen = (0..<7).map { row in
                String((0..<7).map { code.isDark(row: top + row, column: left + $0) ? "#" : "." })
            }
            #expect(seen == finder)
        }
    }

    @Test func theSameTextIsTheSameCodeAndAnotherIsAnother() {
        #expect(QRCode("a") == QRCode("a") && QRCode("a") != QRCode("b"))
    }

    @Test func nothingAndTooMuchAreNoCode() {
        #expect(QRCode("") == nil && QRCode(String(repeating: "x", count: 3000)) == nil && QRCode("a\0b") == nil)
    }

    @Test func thePathCoversTheDarkSquaresAndNoOther() throws {
        let code = try #require(QRCode("DMP"))
        var drawn: Set<[Int]> = []
        for match in code.path(margin: 2).matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let (column, row, count) = (
                try #require(Int(match.1)), try #require(Int(match.2)), try #require(Int(match.3))
            )
            #expect(match.3 == match.4)
            for step in 0..<count { drawn.insert([row - 2, column + step - 2]) }
        }
        let dark = (0..<code.side).flatMap { row in
            (0..<code.side).filter { code.isDark(row: row, column: $0) }.map { [row, $0] }
        }
        #expect(drawn == Set(dark))
    }
}
