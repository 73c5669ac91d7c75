package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A login's decision, packet by packet. */
@QuarkusTest
class LoginTest {

    private static final String DEVICE = "02-00-5E-10-00-01";

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void fortyDevicesAtOnceNeverGetMoreThanTheirPlaces() {
        String code = Api.voucher(TestProducts.BIG);
        var statuses = Parallel.run(
                40,
                40,
                i -> Packets.login(code, "02-00-5E-10-00-%02X".formatted(i)).statusCode());
        assertEquals(3, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(37, statuses.stream().filter(status -> status == 401).count(), statuses.toString());
    }

    @Test
    void sameDeviceAgainTakesItsOwnPlace() {
        String code = Api.voucher(TestProducts.DAY);
        for (int i = 0; i < 5; i++) {
            assertEquals(200, Packets.login(code, DEVICE).statusCode());
        }
        // However its router writes the address.
        assertEquals(200, Packets.login(code, "02:00:5e:10:00:01").statusCode());
        assertRejected(Packets.login(code, "02-00-5E-10-00-02"), "device");
    }

    @Test
    void placeOfAClaimThatNeverStartedIsGivenBack() {
        String code = Api.voucher(TestProducts.DAY);
        assertEquals(200, Packets.login(code, DEVICE).statusCode());
        assertEquals(401, Packets.login(code, "02-00-5E-10-00-02").statusCode());
        clock.move(Duration.ofMinutes(30));
        assertEquals(200, Packets.login(code, "02-00-5E-10-00-02").statusCode());
    }

    @Test
    void acceptCarriesTheTermsAsIntegersThatNothingExpands() {
        String code = Api.voucher(TestProducts.DAY);
        Packets.login(code.toLowerCase(Locale.ROOT), DEVICE)
                .then()
                .statusCode(200)
                .body("'control:Cleartext-Password'.do_xlat", equalTo(false))
                .body("'reply:Mikrotik-Total-Limit'.value[0].toString()", equalTo("1000000000"))
                .body("'reply:Mikrotik-Rate-Limit'.value[0]", equalTo("512k/2048k"))
                .body("'reply:WISPr-Bandwidth-Max-Down'.value[0].toString()", equalTo("2048000"))
                .body("'reply:Acct-Interim-Interval'.value[0].toString()", equalTo("300"))
                .body("findAll { it.value.do_xlat != false }.size()", equalTo(0));
    }

    @Test
    void wrongPasswordNeitherStartsALifetimeNorTakesAPlace() {
        String code = Api.voucher(TestProducts.DAY);
        assertRejected(Packets.send("authorize", Map.of("User-Name", code, "User-Password", "nonsense")), "password");
        assertEquals("unused", Api.usage(code).getString("status"));
        assertRejected(Packets.send("authorize", Map.of("User-Name", code)), "password");
    }

    @Test
    void rejectsInWords() {
        assertRejected(Packets.login("NOSUCHCODE", DEVICE), "");
        String expired = Api.voucher(TestProducts.DAY);
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", expired)).statusCode(200);
        assertRejected(Packets.login(expired, DEVICE), "expired");
        String brief = Api.voucher(TestProducts.BRIEF);
        clock.move(Duration.ofHours(2));
        assertRejected(Packets.login(brief, DEVICE), "expired");
    }

    @Test
    void lifetimeBeginsAtTheFirstUse() {
        String code = Api.voucher(TestProducts.DAY);
        clock.move(Duration.ofDays(100));
        assertEquals(200, Packets.login(code, DEVICE).statusCode());
        clock.move(Duration.ofHours(23));
        assertEquals(200, Packets.login(code, DEVICE).statusCode());
        clock.move(Duration.ofHours(2));
        assertRejected(Packets.login(code, DEVICE), "expired");
    }

    @Test
    void strangerWithoutTheServiceTokenIsNotAnswered() {
        given().contentType("application/json")
                .body("{}")
                .post("/radius/authorize")
                .then()
                .statusCode(503);
        given().header("Authorization", "Bearer wrong")
                .contentType("application/json")
                .body("{}")
                .post("/radius/accounting")
                .then()
                .statusCode(503);
    }

    @Test
    void nonsenseIsRejectedOrDoneWithNeverRepeated() {
        assertEquals(401, Packets.send("authorize", Map.of()).statusCode());
        assertEquals(401, Packets.login("a\u0000b", DEVICE).statusCode());
        assertEquals(401, Packets.login("x".repeat(250), DEVICE).statusCode());
        assertEquals(204, Packets.send("accounting", Map.of()).statusCode());
        assertEquals(
                204,
                Packets.accounting(Map.of(
                                "Acct-Status-Type", "Start", "Acct-Unique-Session-Id", "u1", "User-Name", "NOSUCHCODE"))
                        .statusCode());
    }

    private static void assertRejected(Response response, String word) {
        response.then().statusCode(401).body("'reply:Reply-Message'.value[0]", containsString(word));
    }
}
