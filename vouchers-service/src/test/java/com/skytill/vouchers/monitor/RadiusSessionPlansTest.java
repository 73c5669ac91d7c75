package com.skytill.vouchers.monitor;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.parameter.RawParameters;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.ManySessions;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.OwnDatabase;
import com.skytill.vouchers.TableReads;
import com.skytill.vouchers.TableReads.Planning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the list reads of 120 000 sessions. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RadiusSessionPlansTest {

    private static final int PAGE = 50;

    /** A session, its identity, account, hotspot and outbox. */
    private static final int ROWS_OF_ONE = 5;

    /** The row that the cursor names, the one that tells of a next page, and what the planner looks up at the indexes' ends. */
    private static final int OTHER_ROWS = 200;

    private static Instant now;

    @Inject
    MovableClock clock;

    @Inject
    RadiusSessionStore store;

    @BeforeEach
    void fill() throws Exception {
        now = ManySessions.fill(clock.instant());
    }

    /** Filters, and how many sessions a page may have to read and leave out: at the most those that have not ended. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                   | 0",
                "hotspot_id=7                       | 0",
                "nas_identifier=nas-17              | 0",
                "username=user21                    | 0",
                "account_id=42                      | 0",
                "voucher_code=CODE-40               | 0",
                "voucher_id=40                      | 0",
                "device=d-777                       | 0",
                "ip_address=10.2.17.3               | 0",
                "online=true                        | 320",
                "online=false                       | 200",
                "online=true nas_identifier=nas-199 | 10",
                "from=100                           | 0",
                "to=100                             | 0",
                "from=120 to=100                    | 0",
                "nas_identifier=nas-17 from=120     | 0",
                "device=d-777 online=false to=10    | 200"
            })
    void pageReadsItsRowsFromAnIndex(String filters, int leftOut) throws Throwable {
        for (var planning : Planning.values()) {
            var reads = TableReads.inSession(planning, () -> store.list(filter(filters, Map.of())));
            assertEquals(0, reads.sequentialScans(), planning.name());
            assertTrue(reads.rows() <= PAGE * ROWS_OF_ONE + leftOut + OTHER_ROWS, planning + ": " + reads);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "nas_identifier=nas-17", "online=false", "from=160", "to=1", "account_id=42"})
    void farPageCostsWhatTheFirstCosts(String filters) throws Throwable {
        var parameters = new HashMap<>(parameters(filters));
        parameters.put("limit", "1");
        parameters.put("to", instant("155"));
        String far = Api.call("get_radius_sessions", parameters)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        for (var planning : Planning.values()) {
            var reads = TableReads.inSession(planning, () -> store.list(filter(filters, Map.of("after", far))));
            assertEquals(0, reads.sequentialScans(), planning.name());
            assertTrue(reads.rows() <= PAGE * ROWS_OF_ONE + OTHER_ROWS, planning + ": " + reads);
        }
    }

    private RadiusSessionFilter filter(String filters, Map<String, String> more) {
        var parameters = new HashMap<>(parameters(filters));
        parameters.putAll(more);
        var reader = ParameterReader.reading(RawParameters.of(parameters));
        var filter = RadiusSessionFilter.read(reader);
        reader.finish();
        return filter;
    }

    private static Map<String, String> parameters(String filters) {
        var parameters = new HashMap<String, String>();
        for (String filter : filters == null || filters.isEmpty() ? new String[0] : filters.split(" ")) {
            String[] parts = filter.split("=", 2);
            boolean time = parts[0].equals("from") || parts[0].equals("to");
            parameters.put(parts[0], time ? instant(parts[1]) : parts[1]);
        }
        return parameters;
    }

    private static String instant(String daysAgo) {
        return now.minus(Duration.ofDays(Long.parseLong(daysAgo))).toString();
    }
}
