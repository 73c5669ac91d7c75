package com.skytill.vouchers.batch;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.VoucherDatabase;
import com.skytill.vouchers.radius.Device;
import com.skytill.vouchers.voucher.RepeatedCodes;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class IssuingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    BatchIssuer issuer;

    @Inject
    IssueStore store;

    @Inject
    BatchConfig config;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void largestBatchHasAllItsVouchersAndNoCodeTwice() {
        long batch = Batches.add(TestProducts.DAY, 100_000, Map.of("prefix", "BIG"));
        Batches.awaitStatus(batch, "completed");
        assertEquals(100_000, Batches.get(batch).getInt("vouchers.unused"));
        assertEquals(100_000, Batches.vouchers(batch));
        assertEquals(
                100_000,
                VoucherDatabase.number(
                        "select count(distinct code) from vouchers where batch_id = ?"
                                + " and code ~ '^BIG(-[2-9A-HJ-KM-NP-Z]{3}){3}$'",
                        batch));
        // What is typed without dashes and case finds each of them.
        assertEquals(
                100_000,
                VoucherDatabase.number(
                        "select count(*) from vouchers v join identities i on i.identity_id = v.voucher_id"
                                + " where batch_id = ? and login_key = 'v:' || replace(code, '-', '')",
                        batch));
    }

    @Test
    void progressIsSeenWhileItRunsAndItsVouchersAreNot() {
        try (var gate = Gate.shut()) {
            long batch = Batches.add(TestProducts.DAY, 12_000);
            var seen = new ArrayList<Integer>();
            for (int chunk = 0; chunk < 3; chunk++) {
                await().atMost(SOON).until(() -> gate.waiting() == 1);
                assertEquals("running", Batches.status(batch));
                seen.add(Batches.get(batch).getInt("progress.issued"));
                assertEquals(0, Batches.vouchers(batch));
                Api.call("get_hotspot_vouchers", Map.of("batch_id", batch)).body("items.size()", equalTo(0));
                gate.letThrough();
            }
            assertEquals(List.of(0, 5000, 10_000), seen);
            Batches.awaitStatus(batch, "completed");
            assertEquals(12_000, Batches.vouchers(batch));
        }
    }

    @Test
    void cancelledWhileItRunsLeavesNothing() {
        try (var gate = Gate.shut()) {
            long batch = Batches.add(TestProducts.DAY, 12_000);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            long identities = VoucherDatabase.number("select count(*) from identities");
            Api.call("cancel_hotspot_voucher_batch", Map.of("batch_id", batch, "reason", "too many"))
                    .statusCode(200)
                    .body("batch.status", equalTo("cancelled"))
                    .body("batch.progress.issued", equalTo(0));
            gate.open();
            // The next one is only taken when this one has come to its end.
            long next = Batches.completed(TestProducts.DAY, 1, Map.of());
            assertEquals(1, Batches.vouchers(next));
            assertEquals("cancelled", Batches.status(batch));
            assertEquals(0, Batches.vouchers(batch));
            assertEquals(identities + 1, VoucherDatabase.number("select count(*) from identities"));
        }
    }

    @Test
    void cancelledBeforeItRunsIsNeverIssued() {
        try (var gate = Gate.shut()) {
            long running = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            long waiting = Batches.add(TestProducts.DAY, 1);
            assertEquals("queued", Batches.status(waiting));
            Batches.cancel(waiting);
            gate.open();
            Batches.awaitStatus(running, "completed");
            Batches.completed(TestProducts.DAY, 1, Map.of());
            assertEquals("cancelled", Batches.status(waiting));
            assertEquals(0, Batches.vouchers(waiting));
        }
    }

    @Test
    void cancellingRacesWithCompletingAndOneOfThemWins() {
        for (int round = 0; round < 20; round++) {
            long batch = Batches.add(TestProducts.DAY, 1);
            int status = Api.call("cancel_hotspot_voucher_batch", Map.of("batch_id", batch))
                    .extract()
                    .statusCode();
            boolean cancelled = status == 200;
            assertTrue(cancelled || status == 409, "" + status);
            Batches.completed(TestProducts.DAY, 1, Map.of());
            assertEquals(cancelled ? "cancelled" : "completed", Batches.status(batch));
            assertEquals(cancelled ? 0 : 1, Batches.vouchers(batch));
        }
    }

    @Test
    void connectionThatEndsMidWayLeavesNothingAndTheBatchIsIssuedAgain() {
        try (var gate = Gate.shut()) {
            long batch = Batches.add(TestProducts.DAY, 12_000);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            gate.letThrough();
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            assertEquals(5000, Batches.get(batch).getInt("progress.issued"));
            gate.terminateWaiting();
            await().atMost(SOON).until(() -> Batches.get(batch).getString("failure") != null);
            assertEquals(
                    "Attempt 1 of 10 failed; it is tried again",
                    Batches.get(batch).getString("failure"));
            assertEquals(0, Batches.vouchers(batch));
            gate.open();
            Batches.awaitStatus(batch, "completed");
            assertEquals(12_000, Batches.vouchers(batch));
            assertEquals(null, Batches.get(batch).getString("failure"));
        }
    }

    @Test
    void batchWhoseProcessDiedIsTakenByAnother() {
        try (var gate = Gate.shut()) {
            // This process is kept busy; the batch looks as one that died has left it.
            long busy = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            long batch = Batches.add(TestProducts.DAY, 3);
            VoucherDatabase.execute("update voucher_batch_states set status = 'RUNNING', attempts = 1, issued = 2,"
                    + " started_at = now() where batch_id = " + batch);
            var other = issuer.issueNext().subscribeAsCompletionStage();
            await().atMost(SOON).until(() -> gate.waiting() == 2);
            gate.open();
            assertTrue(other.join());
            Batches.awaitStatus(busy, "completed");
            Batches.awaitStatus(batch, "completed");
            assertEquals(3, Batches.vouchers(batch));
        }
    }

    @Test
    void batchThatFailsAgainAndAgainIsGivenUp() {
        VoucherDatabase.execute(
                "alter table vouchers add constraint test_refusal check (code not like 'REFUSED-%') not valid");
        try {
            long batch = Batches.add(TestProducts.DAY, 3, Map.of("prefix", "REFUSED"));
            for (int attempt = 1; attempt < 10; attempt++) {
                String failure = "Attempt " + attempt + " of 10 failed; it is tried again";
                await().atMost(SOON)
                        .until(() -> failure.equals(Batches.get(batch).getString("failure")));
                clock.move(Duration.ofMinutes(5));
            }
            Batches.awaitStatus(batch, "failed");
            var failed = Batches.get(batch);
            assertEquals(
                    "The vouchers could not be issued in 10 attempts; none of them remains",
                    failed.getString("failure"));
            assertEquals(0, failed.getInt("progress.issued"));
            assertEquals(0, Batches.vouchers(batch));
            Api.call("cancel_hotspot_voucher_batch", Map.of("batch_id", batch)).statusCode(409);
        } finally {
            VoucherDatabase.execute("alter table vouchers drop constraint test_refusal");
        }
    }

    @Test
    void batchThatEndsItsProcessesIsGivenUpToo() {
        try (var gate = Gate.shut()) {
            long busy = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            long batch = Batches.add(TestProducts.DAY, 3);
            VoucherDatabase.execute(
                    "update voucher_batch_states set status = 'RUNNING', attempts = 10 where batch_id = " + batch);
            gate.open();
            Batches.awaitStatus(busy, "completed");
            Batches.awaitStatus(batch, "failed");
            assertEquals(0, Batches.vouchers(batch));
        }
    }

    @Test
    void batchThatComesTooLateForItsUseBeforeFails() {
        try (var gate = Gate.shut()) {
            long busy = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            var soon = clock.instant().plusSeconds(60);
            long batch = Batches.add(TestProducts.DAY, 3, Map.of("use_before", soon.toString()));
            clock.move(Duration.ofMinutes(2));
            gate.open();
            Batches.awaitStatus(busy, "completed");
            Batches.awaitStatus(batch, "failed");
            assertEquals(
                    "use_before had passed before the vouchers could be issued",
                    Batches.get(batch).getString("failure"));
        }
    }

    @Test
    void replicasThatLookAtOnceIssueEachBatchOnce() {
        var batches = new ArrayList<Long>();
        try (var gate = Gate.shut()) {
            batches.add(Batches.add(TestProducts.DAY, 1));
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            for (int i = 0; i < 5; i++) {
                batches.add(Batches.add(TestProducts.DAY, 7));
            }
            // The first is held; six more replicas find the five others, and one of them finds none.
            var found = new ArrayList<Boolean>();
            var replicas = Thread.ofVirtual()
                    .start(() -> found.addAll(Parallel.run(
                            6, 6, replica -> issuer.issueNext().await().atMost(SOON))));
            await().atMost(SOON).until(() -> gate.waiting() == 6);
            gate.open();
            replicas.join();
            assertEquals(5, found.stream().filter(one -> one).count());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        assertEquals(1, Batches.vouchers(batches.removeFirst()));
        for (long batch : batches) {
            assertEquals(7, Batches.vouchers(batch));
            assertEquals(
                    1, VoucherDatabase.number("select attempts from voucher_batch_states where batch_id = ?", batch));
        }
    }

    @Test
    void codesThatAreTakenAreReplaced() {
        try (var gate = Gate.shut()) {
            long busy = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            long batch = Batches.add(TestProducts.DAY, 100, Map.of("prefix", "AGAIN"));
            var other = new BatchIssuer(store, RepeatedCodes.generator(), config, clock)
                    .issueNext()
                    .subscribeAsCompletionStage();
            await().atMost(SOON).until(() -> gate.waiting() == 2);
            gate.open();
            assertTrue(other.join());
            Batches.awaitStatus(busy, "completed");
            assertEquals("completed", Batches.status(batch));
            assertEquals(100, Batches.vouchers(batch));
            assertEquals(
                    100,
                    VoucherDatabase.number(
                            "select count(distinct login_key) from vouchers v"
                                    + " join identities i on i.identity_id = v.voucher_id"
                                    + " where batch_id = ? and login_key = 'v:' || replace(code, '-', '')",
                            batch));
        }
    }

    @Test
    void loginsGoOnWhileABatchIsIssued() {
        String code = Api.voucher(TestProducts.DAY);
        try (var gate = Gate.shut()) {
            long batch = Batches.add(TestProducts.DAY, 1);
            await().atMost(SOON).until(() -> gate.waiting() == 1);
            Device.of(code, "02-00-00-00-13-01").loggedIn().start();
            assertEquals("active", Api.usage(code).getString("status"));
            gate.open();
            Batches.awaitStatus(batch, "completed");
        }
    }
}
