package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TiersTest {

    private static final long GB = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10GB:2048 | 10000000000:2048/2048",
                "10GB:2048, 80%:50% | 10000000000:2048/2048, 80%:50%/50%",
                "1 GiB : 4096 / 25% ,2GiB:0 | 1073741824:4096/25%, 2147483648:0/0",
                "1%:99%,100%:1% | 1%:99%/99%, 100%:1%/1%",
                "1:100000000,9223372036854775807:99999999 | 1:100000000/100000000, 9223372036854775807:99999999/99999999",
            })
    void notationIsReadAndWrittenInOneWay(String given, String written) {
        assertEquals(written, Tiers.parse(given).toString());
        assertEquals(written, Tiers.parse(written).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10GB | tier 1: must be threshold:speed",
                "10GB:2048, | tier 2: must be threshold:speed",
                "10GB:1:2 | tier 1: must be threshold:speed",
                "10GB:1/2/3 | tier 1: must be threshold:speed",
                "10GB:2048, 20GB:fast | tier 2: a speed must be kbit/s",
                "10GB:-1 | tier 1: a speed must be kbit/s",
                "10GB:2.5 | tier 1: a speed must be kbit/s",
                "10GB:100000001 | tier 1: a speed must be at most 100000000",
                "10GB:0% | tier 1: a speed in percent must be from 1 to 99 percent",
                "10GB:100% | tier 1: a speed in percent must be from 1 to 99 percent",
                "ten:2048 | tier 1: its threshold must be a size like 10GB",
                "80 %:2048 | tier 1: its threshold must be a size like 10GB",
                "0GB:2048 | tier 1: its threshold must be more than 0",
                "0%:2048 | tier 1: its threshold must be more than 0",
                "101%:2048 | tier 1: its threshold must be more than 0",
                "10GB:2048, 5GB:1024 | tier 2: its threshold must be above",
                "10GB:2048, 10000000000:1024 | tier 2: its threshold must be above",
                "50%:2048, 80%:1024, 60%:512 | tier 3: its threshold must be above",
                "10GB:2048, 20GB:4096 | tier 2: must not be faster",
                "10GB:2048/512, 20GB:1024/513 | tier 2: must not be faster",
                "10GB:2048, 20GB:2048 | tier 2: must be slower",
                "1:9,2:8,3:7,4:6,5:5,6:4,7:3,8:2,9:1,10:0,11:0 | must be at most 10 tiers",
            })
    void eachFaultNamesItsTier(String given, String message) {
        var fault = assertThrows(MalformedValue.class, () -> Tiers.parse(given));
        assertTrue(fault.getMessage().startsWith(message), fault.getMessage());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var fault = assertThrows(MalformedValue.class, () -> Tiers.parse("x:1, 10GB:2048, 20GB:y"));
        assertTrue(fault.getMessage().contains("tier 1: "), fault.getMessage());
        assertTrue(fault.getMessage().contains("tier 3: "), fault.getMessage());
    }

    @Test
    void percentOfTheCapNeedsACap() {
        var tiers = Tiers.parse("10GB:2048, 80%:512");
        assertEquals(
                List.of("tier 2: has a threshold in percent of the cap, and the product has no data_cap"),
                tiers.faultsFor(new PolicyUser(null, 10_240, 2_048)));
        assertEquals(List.of(), tiers.faultsFor(new PolicyUser(20 * GB, 10_240, 2_048)));
        assertEquals(List.of(), Tiers.parse("1GB:50%").faultsFor(new PolicyUser(null, 0, 0)));
    }

    @Test
    void orderIsAskedAgainWithTheProductsCapAndSpeeds() {
        var thresholds = Tiers.parse("10GB:2048, 80%:512");
        var faults = thresholds.faultsFor(new PolicyUser(12 * GB, 10_240, 2_048));
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().startsWith("tier 2: comes out of order with this data_cap"), faults::toString);
        // 80 % of 12.5 GB is exactly the 10 GB of the tier before.
        assertEquals(
                1,
                thresholds
                        .faultsFor(new PolicyUser(12_500_000_000L, 10_240, 2_048))
                        .size());
        assertEquals(List.of(), thresholds.faultsFor(new PolicyUser(12_500_000_002L, 10_240, 2_048)));
        var speeds = Tiers.parse("1GB:1000, 2GB:50%");
        assertEquals(List.of(), speeds.faultsFor(new PolicyUser(null, 2_001, 1_000)));
        assertEquals(1, speeds.faultsFor(new PolicyUser(null, 2_002, 1_000)).size());
        assertEquals(1, speeds.faultsFor(new PolicyUser(null, 1_000, 2_002)).size());
    }

    @Test
    void percentOfTheLargestCapIsExact() {
        assertEquals(9_131_138_316_486_228_048L, new Threshold(99, true).bytesOf(Long.MAX_VALUE));
        assertEquals(99_000_000, new Speed(99, true).kbpsOf(100_000_000));
    }
}
