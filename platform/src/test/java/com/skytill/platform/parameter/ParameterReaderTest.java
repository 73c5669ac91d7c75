package com.skytill.platform.parameter;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ParameterReaderTest {

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "5GB,5000000000",
        "5 GB,5000000000",
        "1.5GiB,1610612736",
        "0.001 kB,1",
        "16TiB,17592186044416",
        "9223372036854775807,9223372036854775807"
    })
    void sizesAreWholeBytes(String written, Long bytes) {
        assertEquals(bytes, read("size", written, in -> in.size("size", "").mandatory()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1e9",
                "5 gb",
                "5GBs",
                "1,5GB",
                "0.0001 kB",
                "9223372036854775808",
                "99999999 TB",
                "GB",
                " 5",
                "٣"
            })
    void sizesAreNeverGuessed(String written) {
        assertRefused("size", written, in -> in.size("size", "").mandatory());
    }

    @Test
    void notationsOfAServiceAreReadFurther() {
        Function<ParameterReader, Long> total = in -> in.text("sizes", "Two sizes")
                .max(20)
                .as(text -> Sizes.parse(text.substring(0, 3)) + Sizes.parse(text.substring(4)))
                .mandatory();
        assertEquals(7_000_000_000L, read("sizes", "5GB 2GB", total));
        assertRefused("sizes", "5GB x", total);
        assertRefused("sizes", "5GB " + "0".repeat(20), total);
    }

    @ParameterizedTest
    @CsvSource({"10,10.00", "10.5,10.50", "0,0.00", "999999999999.99,999999999999.99"})
    void moneyHasTwoDecimals(String written, String amount) {
        assertEquals(
                new BigDecimal(amount),
                read("price", written, in -> in.money("price", "").mandatory()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "-1", "1.005", "1e2", ".5", "5.", "R10", "1000000000000", "NaN", "０"})
    void moneyIsNeverGuessed(String written) {
        assertRefused("price", written, in -> in.money("price", "").mandatory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.0", "+1", "0x10", "0", "-5", "1000000000000000000", "१"})
    void idsArePositiveIntegers(String written) {
        assertRefused("id", written, in -> in.id("id", "").mandatory());
    }

    @Test
    void instantsAndDurationsAreStandardForms() {
        assertEquals(
                Instant.parse("2026-01-31T22:00:00Z"),
                read(
                        "from",
                        "2026-02-01T00:00:00+02:00",
                        in -> in.instant("from", "").mandatory()));
        assertRefused("from", "2026-02-01", in -> in.instant("from", "").mandatory());
        assertEquals(
                Duration.ofDays(30),
                read("validity", "P30D", in -> in.duration("validity", "").mandatory()));
        for (String bad : List.of("30d", "P1M", "PT0S", "-PT1H", "P999999D", "PT9999999999999999999S")) {
            assertRefused("validity", bad, in -> in.duration("validity", "").mandatory());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u007f", "a\ufffdb", "\ud800", "   "})
    void textHasNoControlCharactersAndIsValid(String written) {
        assertRefused("name", written, in -> in.text("name", "").mandatory());
    }

    @Test
    void textIsCountedInCodePointsAndStripped() {
        assertEquals(
                "😀😀", read("name", "  😀😀 ", in -> in.text("name", "").max(2).mandatory()));
        assertRefused("name", "abc", in -> in.text("name", "").max(2).mandatory());
        assertEquals("a\nb", read("notes", "a\nb", in -> in.lines("notes", "").mandatory()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+27 21 555 0100", "0215550100", "(021) 555-0100", "021/555.0100", "+27(0)215550100", "123456"})
    void phoneNumbersAreKeptAsWritten(String written) {
        assertEquals(written, read("phone", written, in -> in.phone("phone", "").mandatory()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"call me", "12345", "1--------1", "+", "021 555 0100 ext 3", "1234567890123456", "٠٢١٥٥٥٠١٠٠"})
    void whatIsNoPhoneNumberIsRefused(String written) {
        assertRefused("phone", written, in -> in.phone("phone", "").mandatory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "piet.o'brien+isp@mail.example.org", "ünï@exämple.org"})
    void addressesAreKeptAsWritten(String written) {
        assertEquals(written, read("email", written, in -> in.email("email", "").mandatory()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "@b.co", "a@@b.co", "a b@c.co", "a@b..co", "a@.co", "<a@b.co>", "a@b.co."})
    void whatIsNoAddressIsRefused(String written) {
        assertRefused("email", written, in -> in.email("email", "").mandatory());
    }

    @ParameterizedTest
    @CsvSource({"90,180", "-90,-180", "-33.9,18.4", "0,0"})
    void coordinatesAreDegrees(String latitude, String longitude) {
        assertEquals(
                Double.valueOf(latitude),
                read("latitude", latitude, in -> in.latitude("latitude", "").mandatory()));
        assertEquals(
                Double.valueOf(longitude),
                read("longitude", longitude, in -> in.longitude("longitude", "").mandatory()));
    }

    @ParameterizedTest
    @CsvSource({"90.1,180.1", "-91,-181", "NaN,NaN", "'33,9','18,4'", "1e1,1e1"})
    void coordinatesOffTheGlobeAreRefused(String latitude, String longitude) {
        assertRefused("latitude", latitude, in -> in.latitude("latitude", "").mandatory());
        assertRefused(
                "longitude", longitude, in -> in.longitude("longitude", "").mandatory());
    }

    @Test
    void whatBelongsTogetherComesTogether() {
        for (var name : List.of("one", "other")) {
            var reader = ParameterReader.reading(RawParameters.of(Map.of(name, "x")));
            var unused = reader.text("one", "").optional();
            var unusedToo = reader.text("other", "").optional();
            reader.bothOrNeither("one", "other");
            var errors = assertThrows(ProblemException.class, reader::finish)
                    .problem()
                    .errors();
            assertEquals(
                    List.of(name.equals("one") ? "other" : "one"),
                    errors.stream().map(ParameterFault::parameter).toList());
            assertEquals("is mandatory with " + name, errors.getFirst().message());
        }
    }

    @Test
    void absentValuesAreNullOrStandardAndMandatoryOnesAreFaults() {
        assertNull(read("x", null, in -> in.text("x", "").optional()));
        assertNull(read("x", "", in -> in.text("x", "").optional()));
        assertEquals(Integer.valueOf(50), read("x", "", in -> in.number("x", "").orElse(50)));
        assertEquals(
                List.of(ProblemCode.MISSING_PARAMETER),
                faults(Map.of(), in -> in.text("x", "").mandatory()).stream()
                        .map(ParameterFault::code)
                        .toList());
    }

    @Test
    void choicesAreLowerCase() {
        assertEquals(
                TimeUnit.DAYS,
                read("unit", "days", in -> in.choice("unit", "", TimeUnit.class).mandatory()));
        assertRefused(
                "unit", "DAYS", in -> in.choice("unit", "", TimeUnit.class).mandatory());
    }

    @Test
    void describesWhatItReads() {
        var described = ParameterReader.describe(in -> {
            var unused = in.text("name", "The name").max(10).mandatory();
            var unusedToo = in.page();
        });
        assertEquals(
                List.of("name", "limit", "after"),
                described.stream().map(ParameterDescription::name).toList());
        assertTrue(described.getFirst().mandatory());
        assertEquals(10, described.getFirst().schema().get("maxLength"));
        assertEquals("50", described.get(1).standard().orElseThrow());
    }

    @Test
    void misspeltNamesAreToldTheNearestOneAlsoOfThoseThatNoOperationReads() {
        var raw = RawParameters.of(Map.of("idempotency_kye", "1"));
        raw.take("idempotency_key");
        var failure = assertThrows(
                ProblemException.class, () -> ParameterReader.reading(raw).finish());
        assertEquals(
                List.of(new ParameterFault(
                        "idempotency_kye", ProblemCode.UNKNOWN_PARAMETER, "is unknown; did you mean idempotency_key?")),
                failure.problem().errors());
    }

    @Test
    void secretsAreKeptApart() {
        var raw = RawParameters.of(Map.of("name", "n", "password", "p"));
        var reader = ParameterReader.reading(raw);
        assertEquals("p", reader.text("password", "").secret().mandatory());
        assertEquals("n", reader.text("name", "").mandatory());
        assertEquals(Map.of("name", "n"), raw.canonical());
        assertEquals(Map.of("password", "p"), raw.secrets());
    }

    private static <T> T read(String name, String value, Function<ParameterReader, T> how) {
        var reader =
                ParameterReader.reading(value == null ? new RawParameters() : RawParameters.of(Map.of(name, value)));
        T result = how.apply(reader);
        reader.finish();
        return result;
    }

    private static <T> void assertRefused(String name, String value, Function<ParameterReader, T> how) {
        var faults = faults(Map.of(name, value), how);
        assertEquals(
                List.of(name), faults.stream().map(ParameterFault::parameter).toList());
        assertEquals(ProblemCode.INVALID_PARAMETER, faults.getFirst().code());
    }

    private static <T> List<ParameterFault> faults(Map<String, String> values, Function<ParameterReader, T> how) {
        var reader = ParameterReader.reading(RawParameters.of(values));
        assertNull(how.apply(reader));
        return assertThrows(ProblemException.class, reader::finish).problem().errors();
    }

    @Test
    void fileKeepsItsBlankLinesAndIsTextAllTheSame() {
        var reader = ParameterReader.reading(RawParameters.of(Map.of("good", "\n\n\ta\r\n", "bad", "a\u0000b")));
        assertEquals("\n\n\ta\r\n", reader.file("good", "").mandatory());
        assertNull(reader.file("bad", "").mandatory());
        assertThrows(ProblemException.class, reader::finish);
    }
}
