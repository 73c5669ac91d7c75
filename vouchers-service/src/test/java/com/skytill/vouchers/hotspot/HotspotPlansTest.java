package com.skytill.vouchers.hotspot;

import com.skytill.vouchers.ManySessions;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.OwnDatabase;
import com.skytill.vouchers.TableReads;
import com.skytill.vouchers.TableReads.Planning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the list of hotspots reads when there are 6 000 of them and 120 000 sessions. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HotspotPlansTest {

    private static final int PAGE = 51;

    /** Those that have not ended: nothing else is looked at to count who is online. */
    private static final int OPEN = 400;

    @Inject
    MovableClock clock;

    @Inject
    HotspotStore store;

    @BeforeEach
    void fill() throws Exception {
        ManySessions.fill(clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementUsesAnIndex(Planning planning) throws Throwable {
        var since = clock.instant().minus(Duration.ofMinutes(15));
        var page = IntStream.range(150, 200).mapToObj(n -> "nas-" + n).toList();
        few(planning, PAGE, () -> store.list(null, 0, PAGE));
        few(planning, PAGE, () -> store.list(null, 5_000, PAGE));
        few(planning, OPEN, () -> store.online(page, since));
        few(planning, OPEN, () -> store.online(List.of("nas-199"), since));
        few(planning, 1, () -> store.has(17));
        few(planning, 1, () -> store.requireFree("nas-new"));
        few(planning, 1, () -> store.lock(17));
    }

    private static void few(Planning planning, int rows, Supplier<Uni<?>> query) throws Throwable {
        var reads = TableReads.inSession(planning, query);
        assertEquals(0, reads.sequentialScans());
        // And what the planner looks up at an index's ends.
        assertTrue(reads.rows() <= rows + 20, reads.toString());
    }
}
