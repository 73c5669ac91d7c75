package com.skytill.vouchers.speed;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** When a boost applies. 2026-03-06 is a Friday; the public holidays are Wednesday, 2026-12-16, and Friday, 2026-12-25. */
class BoostScheduleTest {

    @ParameterizedTest(name = "{0}: {1} at {3} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # what                        | schedule                    | zone                | instant                  | runs
        before its start              | fri 12:00-13:00             | UTC                 | 2026-03-06T11:59:59.999Z | false
        its start is within           | fri 12:00-13:00             | UTC                 | 2026-03-06T12:00:00Z     | true
        just before its stop          | fri 12:00-13:00             | UTC                 | 2026-03-06T12:59:59.999Z | true
        its stop is not within        | fri 12:00-13:00             | UTC                 | 2026-03-06T13:00:00Z     | false
        another day                   | fri 12:00-13:00             | UTC                 | 2026-03-07T12:30:00Z     | false
        any of its days               | thu,fri 12:00-13:00         | UTC                 | 2026-03-05T12:30:00Z     | true
        any of its windows            | mon 00:00-01:00; fri 12:00-13:00 | UTC            | 2026-03-06T12:30:00Z     | true
        none of its windows           | mon 00:00-01:00; fri 12:00-13:00 | UTC            | 2026-03-06T00:30:00Z     | false
        the time is the zone's        | fri 12:00-13:00             | Africa/Johannesburg | 2026-03-06T10:00:00Z     | true
        the day is the zone's         | sat 00:00-01:00             | Africa/Johannesburg | 2026-03-06T22:00:00Z     | true
        a whole day begins            | fri 00:00-24:00             | Africa/Johannesburg | 2026-03-05T22:00:00Z     | true
        a whole day lasts             | fri 00:00-24:00             | Africa/Johannesburg | 2026-03-06T21:59:59Z     | true
        a whole day ends              | fri 00:00-24:00             | Africa/Johannesburg | 2026-03-06T22:00:00Z     | false
        the evening before midnight   | fri 18:00-06:00             | UTC                 | 2026-03-06T23:59:59Z     | true
        midnight itself               | fri 18:00-06:00             | UTC                 | 2026-03-07T00:00:00Z     | true
        the morning after             | fri 18:00-06:00             | UTC                 | 2026-03-07T05:59:59Z     | true
        the morning's end             | fri 18:00-06:00             | UTC                 | 2026-03-07T06:00:00Z     | false
        the next evening              | fri 18:00-06:00             | UTC                 | 2026-03-07T18:00:00Z     | false
        the morning before            | fri 18:00-06:00             | UTC                 | 2026-03-06T05:59:59Z     | false
        until midnight, 00:00         | fri 18:00-00:00             | UTC                 | 2026-03-06T23:59:59Z     | true
        not past midnight, 00:00      | fri 18:00-00:00             | UTC                 | 2026-03-07T00:00:00Z     | false
        past the week's end           | sun 18:00-06:00             | UTC                 | 2026-03-09T05:00:00Z     | true
        past the month's end          | sat 18:00-06:00             | UTC                 | 2026-03-01T05:00:00Z     | true
        past a leap day               | tue 18:00-06:00             | UTC                 | 2028-02-29T19:00:00Z     | true
        past a leap day's night       | tue 18:00-06:00             | UTC                 | 2028-03-01T05:00:00Z     | true
        past the year's end           | thu 18:00-06:00             | UTC                 | 2027-01-01T05:00:00Z     | true
        a public holiday              | public_holidays 00:00-24:00 | UTC                 | 2026-12-25T12:00:00Z     | true
        no public holiday             | public_holidays 00:00-24:00 | UTC                 | 2026-12-24T12:00:00Z     | false
        the holiday's night goes on   | public_holidays 18:00-06:00 | UTC                 | 2026-12-26T05:00:00Z     | true
        the night before is not its   | public_holidays 18:00-06:00 | UTC                 | 2026-12-25T05:00:00Z     | false
        the holiday's weekday too     | wed 08:00-17:00             | UTC                 | 2026-12-16T12:00:00Z     | true
        the holiday is the zone's     | public_holidays 00:00-24:00 | Africa/Johannesburg | 2026-12-24T22:00:00Z     | true
        # Berlin, 2026-03-29: 02:00 is 03:00.
        the hour skipped never comes  | sun 02:00-03:00             | Europe/Berlin       | 2026-03-29T01:00:00Z     | false
        nor a second before           | sun 02:00-03:00             | Europe/Berlin       | 2026-03-29T00:59:59Z     | false
        from within the hour skipped  | sun 02:30-04:00             | Europe/Berlin       | 2026-03-29T01:00:00Z     | true
        not before the skip           | sun 02:30-04:00             | Europe/Berlin       | 2026-03-29T00:59:59Z     | false
        to within the hour skipped    | sun 01:00-02:30             | Europe/Berlin       | 2026-03-29T00:59:59Z     | true
        ends with the skip            | sun 01:00-02:30             | Europe/Berlin       | 2026-03-29T01:00:00Z     | false
        a night an hour shorter       | sat 18:00-06:00             | Europe/Berlin       | 2026-03-29T03:59:59Z     | true
        ends by the new clock         | sat 18:00-06:00             | Europe/Berlin       | 2026-03-29T04:00:00Z     | false
        # Berlin, 2026-10-25: 03:00 is 02:00 again.
        the hour repeated: first      | sun 02:00-03:00             | Europe/Berlin       | 2026-10-25T00:00:00Z     | true
        the hour repeated: again      | sun 02:00-03:00             | Europe/Berlin       | 2026-10-25T01:59:59Z     | true
        and no longer                 | sun 02:00-03:00             | Europe/Berlin       | 2026-10-25T02:00:00Z     | false
        half of it: first             | sun 02:30-03:00             | Europe/Berlin       | 2026-10-25T00:30:00Z     | true
        half of it: between           | sun 02:30-03:00             | Europe/Berlin       | 2026-10-25T01:00:00Z     | false
        half of it: again             | sun 02:30-03:00             | Europe/Berlin       | 2026-10-25T01:30:00Z     | true
        a night an hour longer        | sat 18:00-06:00             | Europe/Berlin       | 2026-10-25T04:59:59Z     | true
        ends by the old clock         | sat 18:00-06:00             | Europe/Berlin       | 2026-10-25T05:00:00Z     | false
        # Cairo, 2026-04-24, a Friday, begins at 01:00; Havana, 2026-11-01, a Sunday, begins twice.
        a day without its midnight    | fri 00:00-01:30             | Africa/Cairo        | 2026-04-23T22:00:00Z     | true
        a window that is skipped      | fri 00:00-01:00             | Africa/Cairo        | 2026-04-23T22:00:00Z     | false
        over a midnight skipped       | thu 23:00-00:30             | Africa/Cairo        | 2026-04-23T22:00:00Z     | false
        a midnight that comes twice   | sun 00:00-00:30             | America/Havana      | 2026-11-01T05:10:00Z     | true
        """)
    void runs(String what, String schedule, String zone, Instant instant, boolean expected) {
        var holidays = Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-16"));
        var terms = new SpeedTerms(
                new Speed(1000, 1000), null, null, null, Policies.boost("1/1", schedule, holidays, false, false));
        var speed = terms.speedAt(new SpeedUsage(false, 0), instant, ZoneId.of(zone));
        assertEquals(expected ? new Speed(1001, 1001) : new Speed(1000, 1000), speed, what);
    }
}
