import Testing

@testable import Custody

/// Who may send at this moment.
@Suite struct NewsDeskTests {
    private func turn(_ number: UInt8, _ lane: News.Lane) -> NewsDesk.Turn {
        NewsDesk.Turn(about: [number], lane: lane)
    }

    /// Four of one lane are under way at one time: a slow carrier keeps no other lane waiting.
    @Test func fourOfALaneAreUnderWayAndNoFifth() {
        let desk = NewsDesk()
        for number in UInt8(1)...3 { #expect(desk.take(turn(number, .letter))) }
        #expect(desk.take(turn(4, .letter)))
        #expect(!desk.take(turn(5, .letter)))
        #expect(desk.take(turn(5, .email)))
        desk.giveBack(turn(2, .letter))
        #expect(desk.take(turn(5, .letter)))
        #expect(!desk.take(turn(6, .letter)))
        #expect(NewsDesk.laneLimit == 4)
    }

    /// Those of one record and lane go one after the other.
    @Test func aTurnIsTakenOnce() {
        let desk = NewsDesk()
        #expect(desk.isIdle && desk.take(turn(1, .sms)))
        #expect(!desk.take(turn(1, .sms)) && !desk.isIdle)
        desk.giveBack(turn(1, .sms))
        #expect(desk.isIdle && desk.take(turn(1, .sms)))
    }
}
