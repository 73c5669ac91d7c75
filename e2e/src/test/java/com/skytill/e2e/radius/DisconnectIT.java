package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.radius.NasDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.Map;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever may not be online any more is disconnected, and only the session's Stop says that it happened. */
@ExtendWith(SuiteExtension.class)
class DisconnectIT {

    private static final String SECRET = "e2e-coa-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningSuite suite;
    private final TestVouchers vouchers;
    private NasDouble nas;
    private String identifier;

    DisconnectIT(RunningSuite suite) {
        this.suite = suite;
        this.vouchers = new TestVouchers(suite);
    }

    @BeforeEach
    void start() throws Exception {
        nas = NasDouble.start(SECRET);
        identifier = vouchers.hotspot(nas.port(), SECRET);
    }

    @AfterEach
    void stop() {
        nas.close();
    }

    @Test
    void voucherWhenExpiredThenItsSessionIsDisconnectedOnce() throws Exception {
        var code = vouchers.voucher(Map.of());
        var router = online(code);
        vouchers.expire(code);

        var request = nas.await(PATIENCE);
        assertNotNull(request);
        assertEquals(router.sessionId(), request.sessionId());
        router.stop(60, 1, 1);
        int sent = nas.seen().size();
        await().during(4, SECONDS).atMost(5, SECONDS).until(() -> nas.seen().size() == sent);
    }

    @Test
    void routerWhenItAcknowledgesAndDoesNothingThenToldAgainUntilStop() throws Exception {
        var code = vouchers.voucher(Map.of());
        var router = online(code);
        vouchers.expire(code);

        await().atMost(60, SECONDS).until(() -> distinctRequests() >= 2);
        router.stop(60, 1, 1);
    }

    @Test
    void routerWhenSilentThenToldAgain() throws Exception {
        nas.silent(true);
        var code = vouchers.voucher(Map.of());
        var router = online(code);
        vouchers.expire(code);

        await().atMost(30, SECONDS).until(() -> nas.seen().size() >= 2);
        nas.silent(false);
        int silentOnes = nas.seen().size();
        await().atMost(60, SECONDS).until(() -> nas.seen().size() > silentOnes);
        router.stop(60, 1, 1);
    }

    @Test
    void quotaWhenReachedMidSessionThenDisconnected() throws Exception {
        var code = vouchers.voucher(Map.of("data_cap", 1_000_000));
        var router = online(code);
        router.interim(60, 500_000, 500_000);

        assertNotNull(nas.await(PATIENCE));
        assertEquals("used_up", vouchers.status(code));
        router.stop(61, 500_000, 500_000);
    }

    private TestRouter online(String code) throws Exception {
        var router = new TestRouter(suite, identifier, code, "02-00-5E-10-00-01");
        assertTrue(router.pap().isAccept());
        router.start();
        return router;
    }

    private long distinctRequests() {
        return nas.seen().stream()
                .map(request -> request.authenticator())
                .distinct()
                .count();
    }
}
