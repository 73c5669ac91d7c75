package com.skytill.vouchers.batch;

import com.skytill.vouchers.product.ValidityStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TermsInWordsTest {

    private final TermsInWords terms = new TermsInWords(ZoneId.of("Africa/Johannesburg"));

    @ParameterizedTest
    @CsvSource({
        "1, 1 bytes",
        "999, 999 bytes",
        "1000, 1 kB",
        "1024, 1 KiB",
        "500000000, 500 MB",
        "1000000000, 1 GB",
        "1073741824, 1 GiB",
        "1610612736, 1.5 GiB",
        "1500000000, 1.5 GB",
        "2250000000, 2.25 GB",
        "1999999999, 1.99 GB",
        "1023999999999, 1.02 TB",
        "9223372036854775807, 9.22 EB"
    })
    void sizeIsExactWhereTwoDecimalsCanAndNeverMoreThanItIs(long bytes, String words) {
        assertEquals(words, TermsInWords.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "60, 1 minute",
        "3600, 1 hour",
        "5400, 1 hour 30 minutes",
        "86400, 1 day",
        "129600, 1 day 12 hours",
        "2592000, 30 days",
        "90061, 1 day 1 hour 1 minute 1 second"
    })
    void durationSaysAllOfItsParts(long seconds, String words) {
        assertEquals(words, TermsInWords.duration(seconds));
    }

    @Test
    void whatIsNotLimitedIsNotSaidButForTheData() {
        assertEquals(List.of("Unlimited data"), terms.of(batch()));
        assertEquals(List.of(), terms.dates(batch(), null));
    }

    @Test
    void lifetimeFromFirstUseIsADuration() {
        var batch = batch();
        batch.dataQuotaBytes = 1_000_000_000L;
        batch.timeQuotaSeconds = 3600L;
        batch.validitySeconds = 86_400L;
        batch.validityStarts = ValidityStart.FIRST_USE;
        batch.maxDevices = 3;
        assertEquals(List.of("1 GB", "1 hour online", "valid 1 day from first use", "3 devices"), terms.of(batch));
    }

    @Test
    void lifetimeFromIssueIsADateWhereTheWispIs() {
        var batch = batch();
        batch.validitySeconds = 86_400L;
        batch.validityStarts = ValidityStart.ISSUE;
        assertEquals(
                List.of("valid until 25 Nov 2026 00:30"), terms.dates(batch, Instant.parse("2026-11-24T22:30:00Z")));
    }

    @Test
    void lastDayForTheFirstUseIsThatDayAndNotTheMidnightAfterIt() {
        var batch = batch();
        batch.useBefore = Instant.parse("2026-12-31T22:00:00Z");
        assertEquals(List.of("use first by 31 Dec 2026"), terms.dates(batch, null));
        batch.useBefore = Instant.parse("2026-12-31T22:01:00Z");
        assertEquals(List.of("use first before 1 Jan 2027 00:01"), terms.dates(batch, null));
    }

    private static BatchRow batch() {
        var batch = new BatchRow();
        batch.maxDevices = 1;
        return batch;
    }
}
