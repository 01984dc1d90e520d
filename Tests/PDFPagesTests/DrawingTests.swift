import ConfinedWorkers
import Foundation
import PDFDrawingSupport
import PDFPages
import PrintedPages
import Testing
import WorkerSupport

/// The worker that draws, as the server starts it.
@Suite struct DrawingTests {
    private func drawer(_ watch: WorkerWatch = WorkerWatch()) async throws -> PDFWorkers {
        try await PDFWorkers(count: 1, program: TestDrawer.program, observe: watch.note)
    }

    /// What becomes of a file: its pages, or why there are none.
    private func drawn(_ file: [UInt8], by workers: PDFWorkers) async -> Result<DrawnPDF, PDFDrawingError> {
        do throws(PDFDrawingError) { return .success(try await workers.draw(file)) } catch { return .failure(error) }
    }

    /// A file with so many pages, as the service prints them.
    private func printed(_ lines: [String]) throws -> [UInt8] {
        let sheets = PDFSheets(width: 595, height: 842)
        for (at, line) in lines.enumerated() {
            if at > 0 { sheets.turn() }
            sheets.write(line, x: 60, y: 80, .sans(12))
        }
        return try sheets.finish()
    }

    @Test func pagesAreDrawnWithTheirText() async throws {
        let workers = try await drawer()
        let drawn = try await workers.draw(printed(["Glycémie à jeun", "Page deux"]))
        #expect(drawn.count == 2 && drawn.pages.map(\.format) == [.png, .png])
        #expect(drawn.pages.map(\.text) == ["Glycémie à jeun", "Page deux"])
        #expect(drawn.pages.allSatisfy { $0.width == 1190 && $0.height == 1684 })
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        #expect(drawn.pages.allSatisfy { $0.picture.starts(with: signature) })
        #expect(drawn.pages[0].picture != drawn.pages[1].picture)
        await workers.close()
    }

    /// What brings no letters along is drawn with the system's, and a picture as a picture.
    @Test func lettersOfTheSystemAndPicturesAreDrawn() async throws {
        let workers = try await drawer()
        let blank = try await workers.draw(SmallPDF(fonts: []).bytes).pages[0]
        #expect(blank.text == "")
        for font in ["Helvetica", "ArialMT", "Georgia-Bold"] {
            let written = try await workers.draw(SmallPDF(fonts: [font]).bytes).pages[0]
            #expect(written.text.contains("Bonjour") && written.picture.count > blank.picture.count, "\(font)")
        }
        let scanned = try await workers.draw(SmallPDF(fonts: ["Helvetica"], picture: true).bytes)
        #expect(scanned.pages[0].format == .jpeg && scanned.pages[0].picture.starts(with: [0xFF, 0xD8, 0xFF]))
        await workers.close()
    }

    /// A page of results has many words apart from one another; the libraries sort them, and ask for more as they grow.
    @Test(arguments: [128, 129, 700])
    func tablesAreDrawn(cells: Int) async throws {
        let watch = WorkerWatch()
        let workers = try await drawer(watch)
        let sheets = PDFSheets(width: 595, height: 842)
        for cell in 0..<cells {
            sheets.write("\(cell),5", x: 20 + Double(cell % 10) * 56, y: 20 + Double(cell / 10) * 11, .sans(7))
        }
        let page = try await workers.draw(sheets.finish()).pages[0]
        #expect(page.text.contains("\(cells - 1),5") && watch.ends.isEmpty)
        await workers.close()
    }

    /// Of more than a page may say, the beginning is said, and that it goes on.
    @Test func longTextsAreCut() async throws {
        let workers = try await drawer()
        func text(lines: Int) async throws -> String {
            let sheets = PDFSheets(width: 595, height: 842)
            let line = String(repeating: "é", count: 50)
            for at in 0..<lines { sheets.write(line, x: 20, y: 20 + Double(at), .sans(1)) }
            return try await workers.draw(sheets.finish()).pages[0].text
        }
        let short = try await text(lines: 500)
        #expect(short.utf8.count < PDFLimits.textBytes && short.hasSuffix("é"))
        let long = try await text(lines: 800)
        #expect(long.hasSuffix(" […]") && (PDFLimits.textBytes - 8...PDFLimits.textBytes).contains(long.utf8.count))
        await workers.close()
    }

    /// What would act elsewhere is drawn like any other file: nobody runs it.
    @Test func aProgramInAFileIsNotRun() async throws {
        let workers = try await drawer()
        let plain = try await workers.draw(SmallPDF(fonts: ["Helvetica"]).bytes)
        for part in [
            "/OpenAction<</S/JavaScript/JS(this.print();)>>", "/OpenAction<</S/Launch/F(/bin/true)>>",
            "/OpenAction<</S/URI/URI(http://127.0.0.1:1/)>>",
        ] { #expect(try await workers.draw(SmallPDF(fonts: ["Helvetica"], catalogue: part).bytes) == plain) }
        await workers.close()
    }

    @Test func whatCannotBeDrawnIsToldApart() async throws {
        let watch = WorkerWatch()
        let workers = try await drawer(watch)
        let whole = SmallPDF(fonts: ["Helvetica"]).bytes
        for file in [[], Array("bonjour".utf8), Array("%PDF-1.4\n%%EOF".utf8), SmallPDF(fonts: [], pages: 0).bytes] {
            #expect(await drawn(file, by: workers) == .failure(.unreadable))
        }
        #expect(await drawn(SmallPDF(fonts: [], locked: true).bytes, by: workers) == .failure(.locked))
        #expect(await drawn([UInt8](repeating: 0, count: PDFLimits.fileBytes + 1), by: workers) == .failure(.tooMuch))
        #expect(watch.ends.isEmpty)
        #expect(try await workers.draw(whole).count == 1)
        await workers.close()
        #expect(await drawn(whole, by: workers) == .failure(.unavailable))
    }

    /// A page of any size has a picture of a size that a browser can show.
    @Test(arguments: ["0.01 0.01", "14400 14400", "100000 2", "2 100000"])
    func sheetsOfAnySizeAreDrawn(size: String) async throws {
        let workers = try await drawer()
        let page = try await workers.draw(SmallPDF(fonts: [], size: size).bytes).pages[0]
        #expect(page.width >= 1 && page.height >= 1 && max(page.width, page.height) <= PDFLimits.side)
        #expect(page.width * page.height <= PDFLimits.area)
        await workers.close()
    }

    @Test(arguments: [-1, 0, 1])
    func pagesHaveTheirLimit(offset: Int) async throws {
        let workers = try await drawer()
        let count = PDFLimits.pages + offset
        let drawn = try await workers.draw(SmallPDF(fonts: [], pages: count, size: "10 10").bytes)
        #expect(drawn.count == count && drawn.pages.count == min(count, PDFLimits.pages))
        await workers.close()
    }

    /// Nothing of one person's file is left when the next comes.
    @Test func eachFileHasAProcessOfItsOwn() async throws {
        let watch = WorkerWatch()
        let workers = try await drawer(watch)
        var met: Set<Int32> = []
        for _ in 1...3 {
            let process = try #require(workers.processes.first)
            met.insert(process)
            _ = await drawn(SmallPDF(fonts: ["Helvetica"]).bytes, by: workers)
            for _ in 0..<600 where workers.processes.first == process || workers.processes.isEmpty {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(kill(process, 0) == -1)
        }
        #expect(met.count == 3 && watch.ends.isEmpty)
        await workers.close()
    }

    /// Before the file comes, the process has given up what it gives up.
    @Test func aWorkerIsConfinedBeforeItsFile() async throws {
        let workers = try await drawer()
        let process = try #require(workers.processes.first)
        func read(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/\(name)")), as: UTF8.self)
        }
        let status = try read("status").split(separator: "\n").map { $0.filter { !$0.isWhitespace } }
        #expect(status.contains("Seccomp:2") && status.contains("NoNewPrivs:1") && status.contains("Threads:1"))
        let limits = try read("limits").split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        let memory = WorkerLimits.drawing.memoryBytes
        for line in [
            "Max core file size 0 0 bytes", "Max file size 0 0 bytes", "Max data size \(memory) \(memory) bytes",
        ] { #expect(limits.contains(line)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count == 3)
        await workers.close()
    }

    /// Whatever the bytes are, whoever asks is answered, and no file takes the drawer of the next one away.
    @Test func damagedFilesDoNoHarm() async throws {
        let watch = WorkerWatch()
        let workers = try await drawer(watch)
        let seeds = [
            SmallPDF(fonts: ["Helvetica", "ArialMT"], picture: true).bytes,
            try printed(["Glycémie à jeun", "Page deux"]),
        ]
        var word: UInt64 = 99
        func chance(_ below: Int) -> Int {
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(word >> 33) % below
        }
        for turn in 0..<80 {
            var damaged = seeds[turn % 2]
            for _ in 0...chance(20) { damaged[chance(damaged.count)] = UInt8(chance(256)) }
            if chance(4) == 0 { damaged.removeLast(chance(damaged.count)) }
            _ = await drawn(damaged, by: workers)
        }
        // Whatever the libraries do to read what is damaged, they ask the kernel for nothing that they may not.
        #expect(!watch.ends.contains(.forbidden))
        for whole in seeds { #expect(try await workers.draw(whole).count >= 1) }
        await workers.close()
    }
}

/// A PDF written by hand, which brings no letters along.
private struct SmallPDF {
    let bytes: [UInt8]

    /// A line in each of the fonts, on so many pages of that size; with a picture over the whole page, under a password, or with
    /// something in the catalogue, where that is asked for.
    init(
        fonts: [String],
        pages: Int = 1,
        size: String = "595 842",
        picture: Bool = false,
        locked: Bool = false,
        catalogue: String = ""
    ) {
        let lines = fonts.indices.map { "/F\($0) 12 Tf 1 0 0 1 40 \(700 - 20 * $0) Tm (Bonjour) Tj" }
        let content = (picture ? "q 595 0 0 842 0 0 cm /I Do Q " : "") + "BT \(lines.joined(separator: " ")) ET"
        let first = 5
        let names = fonts.indices.map { "/F\($0) \(first + $0) 0 R" }.joined()
        let firstPage = first + fonts.count
        let kids = (0..<pages).map { "\(firstPage + $0) 0 R" }.joined(separator: " ")
        let page =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(size)]/Contents 3 0 R/Resources<</Font<<\(names)>>"
            + "/XObject<</I 4 0 R>>>>>>"
        let objects =
            [
                "<</Type/Catalog/Pages 2 0 R\(catalogue)>>", "<</Type/Pages/Kids[\(kids)]/Count \(pages)>>",
                "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
                "<</Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>stream\naZbY\nendstream",
            ] + fonts.map { "<</Type/Font/Subtype/Type1/BaseFont/\($0)>>" }
            + [String](repeating: page, count: pages)
        var text = "%PDF-1.4\n"
        var places: [String] = []
        for (at, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            places.append(String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n")
            text += "\(at + 1) 0 obj\(object)endobj\n"
        }
        let table = text.utf8.count
        let lock = String(repeating: "x", count: 32)
        let secret = locked ? "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(\(lock))/U(\(lock))>>/ID[(a)(a)]" : ""
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + places.joined()
        text += "trailer<</Size \(objects.count + 1)/Root 1 0 R\(secret)>>\nstartxref\n\(table)\n%%EOF\n"
        bytes = Array(text.utf8)
    }
}
