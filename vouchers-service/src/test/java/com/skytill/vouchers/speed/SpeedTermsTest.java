package com.skytill.vouchers.speed;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneOffset;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The order of domain.md's FUP: product, soft cap, speed limit, boost. */
class SpeedTermsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        # what                                     | full      | capped  | cap  | past  | tiers                      | used | is
        nothing more than the product              | 4096/1024 | none    | none | false | none                       | 0    | 4096/1024
        unlimited stays so                         | -/-       | none    | none | false | none                       | 9999 | -/-
        zero is zero                               | 0/0       | none    | none | false | none                       | 0    | 0/0
        before the cap                             | 4096/1024 | 256/128 | 1000 | false | none                       | 0    | 4096/1024
        past a soft cap                            | 4096/1024 | 256/128 | 1000 | true  | none                       | 0    | 256/128
        past a hard cap no speed is said           | 4096/1024 | none    | 1000 | true  | none                       | 0    | 4096/1024
        a capped speed of zero                     | 4096/1024 | 0/0     | 1000 | true  | none                       | 0    | 0/0
        a capped speed makes nobody faster         | 512/1024  | 1024/9  | 1000 | true  | none                       | 0    | 512/9
        a capped speed slows the unlimited down    | -/-       | 256/128 | 1000 | true  | none                       | 0    | 256/128
        below the first tier                       | 4096/1024 | none    | none | false | 100:2048/512, 200:1024/256 | 99   | 4096/1024
        a threshold reached is passed              | 4096/1024 | none    | none | false | 100:2048/512, 200:1024/256 | 100  | 2048/512
        between the tiers                          | 4096/1024 | none    | none | false | 100:2048/512, 200:1024/256 | 199  | 2048/512
        the highest tier wins                      | 4096/1024 | none    | none | false | 100:2048/512, 200:1024/256 | 200  | 1024/256
        in whatever order they stand               | 4096/1024 | none    | none | false | 200:1024/256, 100:2048/512 | 300  | 1024/256
        a tier makes nobody faster                 | 1024/1024 | none    | none | false | 100:2048/512               | 100  | 1024/512
        a tier of zero stops                       | 4096/1024 | none    | none | false | 100:0/0                    | 100  | 0/0
        a tier slows the unlimited down            | -/-       | none    | none | false | 100:2048/512               | 100  | 2048/512
        a part of the unlimited is unlimited       | -/1000    | none    | none | false | 100:50%/50%                | 100  | -/500
        percent of the cap, rounded down           | 4096/1024 | none    | 1001 | false | 10%:2048/512               | 100  | 2048/512
        just before percent of the cap             | 4096/1024 | none    | 1001 | false | 10%:2048/512               | 99   | 4096/1024
        percent of no cap is never passed          | 4096/1024 | none    | none | false | 10%:2048/512               | 9999 | 4096/1024
        percent of the largest cap                 | 4096/1024 | none    | 9223372036854775807 | false | 100%:1/1    | 9223372036854775807 | 1/1
        bytes and percent mixed                    | 4096/1024 | none    | 1000 | false | 50%:2048/512, 900:10%/10%  | 900  | 409/102
        percent of the product's speed each way    | 4099/1024 | none    | none | false | 100:50%/25%                | 100  | 2049/256
        percent of the full speed, not the capped  | 4096/1024 | 512/512 | 1000 | true  | 100:50%/25%                | 100  | 512/256
        the capped speed is slower than the tier   | 4096/1024 | 256/128 | 1000 | true  | 100:2048/512               | 100  | 256/128
        the tier is slower than the capped speed   | 4096/1024 | 256/128 | 1000 | true  | 100:64/512                 | 100  | 64/128
        """)
    void speedWithoutBoost(
            String what, String full, String capped, Long cap, boolean past, String tiers, long used, String expected) {
        var terms = new SpeedTerms(Policies.kbps(full), Policies.kbps(capped), cap, Policies.limit(tiers), null);
        assertEquals(Policies.kbps(expected), terms.speedAt(new SpeedUsage(past, used), NOON, ZoneOffset.UTC), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        # what                                       | full      | capped  | past  | tier         | boost   | limited | whenCapped | is
        kbit/s are added each way                    | 4096/1024 | none    | false | none         | 100/10  | false   | false      | 4196/1034
        percent of what it is added to               | 4099/1024 | none    | false | none         | 50%/10% | false   | false      | 6148/1126
        one way only                                 | 4096/1024 | none    | false | none         | 512/-   | false   | false      | 4608/1024
        the other way only                           | 4096/1024 | none    | false | none         | -/100%  | false   | false      | 4096/2048
        tenfold on top                               | 100/100   | none    | false | none         | 1000%/1 | false   | false      | 1100/101
        unlimited gets no faster                     | -/1024    | none    | false | none         | 100/50% | false   | false      | -/1536
        nothing lifts zero                           | 0/0       | none    | false | none         | 999/50% | false   | false      | 0/0
        not when capped                              | 4096/1024 | 256/128 | true  | none         | 100/10  | true    | false      | 256/128
        when capped                                  | 4096/1024 | 256/128 | true  | none         | 100%/10 | false   | true       | 512/138
        a hard cap is no capped speed                | 4096/1024 | none    | true  | none         | 100/10  | false   | false      | 4196/1034
        nothing lifts a capped speed of zero         | 4096/1024 | 0/0     | true  | none         | 100/10  | true    | true       | 0/0
        not while limited                            | 4096/1024 | none    | false | 100:1024/256 | 100/10  | false   | true       | 1024/256
        while limited                                | 4096/1024 | none    | false | 100:1024/256 | 50%/10  | true    | false      | 1536/266
        limited one way is limited                   | 4096/1024 | none    | false | 100:1024/9999| 100/10  | false   | true       | 1024/1024
        a tier that slows nobody does not limit      | 4096/1024 | none    | false | 100:9999/9999| 100/10  | false   | false      | 4196/1034
        a tier above the capped speed does not limit | 4096/1024 | 256/128 | true  | 100:1024/256 | 100/10  | false   | true       | 356/138
        capped and limited needs both switches       | 4096/1024 | 256/128 | true  | 100:64/64    | 100/10  | true    | false      | 64/64
        capped and limited has both switches         | 4096/1024 | 256/128 | true  | 100:64/64    | 100/10  | true    | true       | 164/74
        nothing lifts a tier of zero                 | 4096/1024 | none    | false | 100:0/0      | 100/10  | true    | true       | 0/0
        the largest speeds do not wrap               | 2147483647/2147483647 | none | false | none | 1000%/9 | false  | false      | 2147483647/2147483647
        """)
    void speedWithBoost(
            String what,
            String full,
            String capped,
            boolean past,
            String tier,
            String boost,
            boolean whileLimited,
            boolean whenCapped,
            String expected) {
        var terms = new SpeedTerms(
                Policies.kbps(full),
                Policies.kbps(capped),
                1000L,
                Policies.limit(tier),
                Policies.boost(boost, "wed 12:00-13:00", whileLimited, whenCapped));
        assertEquals(Policies.kbps(expected), terms.speedAt(new SpeedUsage(past, 100), NOON, ZoneOffset.UTC), what);
    }
}
