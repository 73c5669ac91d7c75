package com.skytill.vouchers.session;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.account.TestAccounts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Sessions that fall silent, and claims that nothing follows. */
@QuarkusTest
class SilentSessionsTest {

    @Inject
    SilentSessionJob job;

    @Inject
    TestAccounts database;

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void sessionEndsAfterThreeMissedReportsAndLivesAgainWhenItShowsLife() {
        var device =
                Device.of(Api.voucher(TestProducts.FREE), "02-7E-51-1E-27-01").loggedIn();
        device.start();
        device.interim(300, 10, 10);
        clock.move(Duration.ofMinutes(14));
        job.sweep().await().indefinitely();
        assertEquals("open", state(device));
        clock.move(Duration.ofMinutes(2));
        job.sweep().await().indefinitely();
        assertEquals("STALE", state(device));
        device.interim(1260, 20, 20);
        assertEquals("open", state(device));
        assertEquals(40, Api.usage(device.code()).getLong("data_used"));
    }

    @Test
    void claimWithoutASessionEndsSooner() {
        var device =
                Device.of(Api.voucher(TestProducts.FREE), "02-7E-51-1E-27-02").loggedIn();
        clock.move(Duration.ofMinutes(3));
        job.sweep().await().indefinitely();
        assertEquals("STALE", state(device));
        device.start();
        assertEquals("open", state(device));
    }

    private String state(Device device) {
        return database.text(
                "select coalesce(max(end_kind), 'open') from radius_sessions where device = $1",
                Tuple.of(device.mac().replace("-", "")));
    }
}
