import FuzzSeeds
import Testing

@testable import PDFPages

/// The wire to the worker that draws: what comes from it is a stranger's word.
@Suite struct FrameTests {
    private static let page = page(2, 3, text: "À jeun")

    /// A page whose picture begins as it should, and has so many bytes.
    private static func page(_ width: Int, _ height: Int, bytes: Int = 24, text: String = "") -> DrawnPage {
        var picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        picture += Array("IHDR".utf8)
        for number in [width, height] { withUnsafeBytes(of: UInt32(number).bigEndian) { picture += $0 } }
        picture += [UInt8](repeating: 0, count: max(0, bytes - picture.count))
        return DrawnPage(picture: picture, format: .png, width: width, height: height, text: text)
    }

    /// The same as a photograph.
    private static func photograph(_ width: Int, _ height: Int) -> DrawnPage {
        var picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8]
        for number in [height, width] { withUnsafeBytes(of: UInt16(number).bigEndian) { picture += $0 } }
        return DrawnPage(picture: picture, format: .jpeg, width: width, height: height, text: "")
    }

    private static func answer(_ bytes: [UInt8], number: UInt64 = 7) -> Result<DrawnPDF, PDFDrawingError>? {
        let opening = Array(bytes.prefix(PDFFrame.answerBytes))
        guard let count = PDFFrame.bytes(after: opening, number: number) else { return nil }
        let rest = Array(bytes.dropFirst(PDFFrame.answerBytes))
        return count == rest.count ? PDFFrame.answer(opening: opening, rest: rest, number: number) : nil
    }

    @Test func anAnswerIsReadAsItWasWritten() {
        let drawn = DrawnPDF(
            pages: [
                Self.page, Self.photograph(1, PDFLimits.side),
            ],
            count: 5
        )
        #expect(Self.answer(PDFFrame.answer(.success(drawn), number: 7)) == .success(drawn))
        for error in PDFDrawingError.allCases {
            #expect(Self.answer(PDFFrame.answer(.failure(error), number: 7)) == .failure(error))
        }
    }

    @Test func anAnswerToAnotherJobIsNone() {
        let bytes = PDFFrame.answer(.success(DrawnPDF(pages: [Self.page], count: 1)), number: 8)
        #expect(Self.answer(bytes) == nil)
    }

    @Test func aJobIsReadAsItWasWritten() throws {
        let opening = try #require(PDFFrame.job([1, 2, 3], number: 9))
        let job = try #require(PDFFrame.job(opening))
        #expect(job == (9, 3))
        #expect(PDFFrame.job(opening + [0]) == nil && PDFFrame.job([]) == nil)
    }

    @Test(arguments: [-1, 0, 1])
    func aFileHasItsLimit(offset: Int) {
        let file = [UInt8](repeating: 0, count: PDFLimits.fileBytes + offset)
        #expect((PDFFrame.job(file, number: 1) == nil) == (offset > 0))
    }

    @Test(arguments: [-1, 0, 1])
    func pagesHaveTheirLimit(offset: Int) {
        let count = PDFLimits.pages + offset
        let drawn = DrawnPDF(pages: [DrawnPage](repeating: Self.page, count: count), count: count)
        #expect((Self.answer(PDFFrame.answer(.success(drawn), number: 7)) == nil) == (offset > 0))
    }

    @Test(arguments: [-1, 0, 1])
    func theTextOfAPageHasItsLimit(offset: Int) {
        let text = String(repeating: "a", count: PDFLimits.textBytes + offset)
        let drawn = DrawnPDF(pages: [Self.page(1, 1, text: text)], count: 1)
        #expect((Self.answer(PDFFrame.answer(.success(drawn), number: 7)) == nil) == (offset > 0))
    }

    @Test func whatClaimsMoreOrOtherThanItHasIsNone() {
        let whole = DrawnPDF(pages: [Self.page, Self.page], count: 2)
        #expect(Self.answer(PDFFrame.answer(.success(DrawnPDF(pages: whole.pages, count: 1)), number: 7)) == nil)
        #expect(Self.answer(PDFFrame.answer(.success(DrawnPDF(pages: [], count: 1)), number: 7)) == nil)
    }

    @Test(arguments: [-1, 0, 1])
    func picturesHaveTheirLimits(offset: Int) {
        func isRead(_ pages: DrawnPage...) -> Bool {
            Self.answer(PDFFrame.answer(.success(DrawnPDF(pages: pages, count: pages.count)), number: 7)) != nil
        }
        #expect(isRead(Self.page(PDFLimits.side + offset, 1)) == (offset <= 0))
        #expect(isRead(Self.page(1, PDFLimits.side + offset)) == (offset <= 0))
        #expect(isRead(Self.page(2_000, PDFLimits.area / 2_000 + offset)) == (offset <= 0))
        #expect(isRead(Self.page(1, 1 + offset)) == (offset >= 0))
        let half = PDFLimits.pictureBytes / 2
        #expect(isRead(Self.page(1, 1, bytes: half), Self.page(1, 1, bytes: half + offset)) == (offset <= 0))
    }

    /// A browser goes by what a file is, and not by what somebody calls it.
    @Test func aPictureOfAnotherKindOrSizeIsNone() {
        let (drawing, photograph) = (Self.page(2, 3), Self.photograph(2, 3))
        let lies = [
            DrawnPage(picture: drawing.picture, format: .png, width: 3, height: 2, text: ""),
            DrawnPage(picture: photograph.picture, format: .jpeg, width: 3, height: 2, text: ""),
            DrawnPage(picture: drawing.picture, format: .jpeg, width: 2, height: 3, text: ""),
            DrawnPage(picture: photograph.picture, format: .png, width: 2, height: 3, text: ""),
            DrawnPage(picture: Array("GIF89a".utf8) + drawing.picture, format: .png, width: 2, height: 3, text: ""),
            DrawnPage(picture: [], format: .png, width: 2, height: 3, text: ""),
            DrawnPage(picture: Array(photograph.picture.dropLast()), format: .jpeg, width: 2, height: 3, text: ""),
        ]
        for page in [drawing, photograph] { #expect(Self.isRead(page)) }
        for (at, page) in lies.enumerated() { #expect(!Self.isRead(page), "\(at)") }
    }

    private static func isRead(_ page: DrawnPage) -> Bool {
        answer(PDFFrame.answer(.success(DrawnPDF(pages: [page], count: 1)), number: 7)) != nil
    }

    /// Whatever becomes of the bytes, the reader ends, and takes nothing for pages that has other lengths than it says.
    @Test func damagedAnswersDoNoHarm() {
        var chance = SplitMix64(seed: FuzzSeed.of(4711))
        let bytes = PDFFrame.answer(.success(DrawnPDF(pages: [Self.page, Self.page], count: 2)), number: 7)
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0...Int.random(in: 0..<3, using: &chance) {
                damaged[Int.random(in: damaged.indices, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            if Bool.random(using: &chance) { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &chance)) }
            guard case .success(let drawn) = Self.answer(damaged) else { continue }
            #expect(drawn.pages.count <= PDFLimits.pages && drawn.count >= drawn.pages.count)
            #expect(drawn.pages.reduce(0) { $0 + $1.picture.count + $1.text.utf8.count } <= damaged.count)
        }
    }
}

/// A chance that begins where it is told (Steele, Lea, Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
