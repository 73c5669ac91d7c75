package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LoginTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void putRight() {
        clock.reset();
    }

    @Test
    void acceptedLoginCarriesEveryLimit() {
        String code = Api.voucher(TestProducts.DAY);
        var reply = accepted(Device.of(code, "02-00-00-00-01-01").tryLogin());
        assertEquals(code, value(reply, "control:Cleartext-Password"));
        assertEquals("1000000000", value(reply, "reply:Mikrotik-Total-Limit"));
        assertEquals("0", value(reply, "reply:Mikrotik-Total-Limit-Gigawords"));
        assertEquals("86400", value(reply, "reply:Session-Timeout"));
        assertEquals("300", value(reply, "reply:Acct-Interim-Interval"));
        assertEquals("512k/2048k", value(reply, "reply:Mikrotik-Rate-Limit"));
        assertEquals("512000", value(reply, "reply:WISPr-Bandwidth-Max-Up"));
        assertEquals("2048000", value(reply, "reply:WISPr-Bandwidth-Max-Down"));
        Map<String, Map<String, Object>> all = reply.getMap("$");
        assertTrue(all.values().stream().allMatch(attribute -> Boolean.FALSE.equals(attribute.get("do_xlat"))));
        assertEquals("active", Api.usage(code).getString("status"));
    }

    @Test
    void quotaPastFourGibIsSplitInTwoAttributes() {
        var reply = accepted(
                Device.of(Api.voucher(TestProducts.BIG), "02-00-00-00-01-02").tryLogin());
        assertEquals(String.valueOf(6_000_000_000L - (1L << 32)), value(reply, "reply:Mikrotik-Total-Limit"));
        assertEquals("1", value(reply, "reply:Mikrotik-Total-Limit-Gigawords"));
        assertEquals(null, value(reply, "reply:Session-Timeout"));
    }

    @Test
    void zeroSpeedIsNotUnlimited() {
        var reply = accepted(
                Device.of(Api.voucher(TestProducts.ZERO), "02-00-00-00-01-03").tryLogin());
        assertEquals("1/1", value(reply, "reply:Mikrotik-Rate-Limit"));
        assertEquals("1", value(reply, "reply:WISPr-Bandwidth-Max-Up"));
    }

    @Test
    void codeIsForgivenAndPasswordIsTheCodeOrNothing() {
        String code = Api.voucher(TestProducts.DAY);
        String plain = code.replace("-", "").toLowerCase(Locale.ROOT);
        var device = Device.of(" " + plain + " ", "02-00-00-00-01-04");
        assertEquals(code, value(accepted(device.login(Map.of("User-Password", code))), "control:Cleartext-Password"));
        var empty = accepted(device.login(Map.of("User-Password", "")));
        assertEquals("Accept", value(empty, "control:Auth-Type"));
        assertEquals(null, value(empty, "control:Cleartext-Password"));
        rejected(device.login(Map.of("User-Password", "other")), "password");
        rejected(device.login(Map.of()), "password");
        rejected(device.login(Map.of("EAP-Message", "0x00")), "password");
        rejected(device.login(Map.of("CHAP-Password", "0x00", "CHAP-Challenge", "0x01")), "password");
    }

    @Test
    void wrongPasswordNeitherClaimsNorStartsTheLifetime() {
        String code = Api.voucher(TestProducts.DAY);
        rejected(Device.of(code, "02-00-00-00-01-05").login(Map.of("User-Password", "wrong")), "password");
        assertEquals("unused", Api.usage(code).getString("status"));
        accepted(Device.of(code, "02-00-00-00-01-06").tryLogin());
    }

    @Test
    void claimThatIsGivenBackNeverWas() {
        String code = Api.voucher(TestProducts.DAY);
        var reference = value(accepted(Device.of(code, "02-00-00-00-01-07").tryLogin()), "reply:Class");
        Device.send("post-auth?result=Access-Reject", Map.of("Class", reference))
                .then()
                .statusCode(204);
        assertEquals("unused", Api.usage(code).getString("status"));
        accepted(Device.of(code, "02-00-00-00-01-08").tryLogin());
    }

    @Test
    void hashedPasswordThatDoesNotFitClaimsNothing() {
        String code = Api.voucher(TestProducts.DAY);
        rejected(
                Device.of(code, "02-00-00-00-01-07")
                        .login(Map.of("MS-CHAP-Challenge", "0x00", "MS-CHAP2-Response", "0x00")),
                "password");
        assertEquals("unused", Api.usage(code).getString("status"));
    }

    @Test
    void refusalsSayWhyInWords() {
        rejected(Device.of("ZZZ-ZZZ-ZZZ", "02-00-00-00-01-09").tryLogin(), "don't know this code");
        String expired = Api.voucher(TestProducts.DAY);
        Api.call("expire_hotspot_voucher", Map.of("voucher_code", expired)).statusCode(200);
        rejected(Device.of(expired, "02-00-00-00-01-10").tryLogin(), "has expired");
        String spent = Api.voucher(TestProducts.DAY);
        var device = Device.of(spent, "02-00-00-00-01-11").loggedIn();
        device.start();
        device.stop(60, 0, 1_000_000_000);
        rejected(Device.of(spent, "02-00-00-00-01-11").tryLogin(), "used up");
        String busy = Api.voucher(TestProducts.DAY);
        accepted(Device.of(busy, "02-00-00-00-01-12").tryLogin());
        rejected(Device.of(busy, "02-00-00-00-01-13").tryLogin(), "as many devices");
    }

    @Test
    void lifetimeBeginsWithTheFirstUseAndEndsThere() {
        String code = Api.voucher(TestProducts.DAY);
        var device = Device.of(code, "02-00-00-00-01-14");
        clock.move(Duration.ofDays(100));
        accepted(device.tryLogin());
        clock.move(Duration.ofHours(23));
        var later = Integer.parseInt(value(accepted(device.tryLogin()), "reply:Session-Timeout"));
        assertTrue(later > 3590 && later <= 3600, "an hour is left: " + later);
        clock.move(Duration.ofHours(1));
        rejected(device.tryLogin(), "has expired");
        assertEquals("expired", Api.usage(code).getString("status"));
    }

    @Test
    void unusedVoucherEndsWhenItsDateIsOver() {
        String code = Api.call(
                        "add_hotspot_voucher",
                        Map.of(
                                "product_id",
                                "DAY",
                                "use_before",
                                clock.instant().plusSeconds(3600).toString()))
                .statusCode(201)
                .extract()
                .path("voucher.voucher_code");
        clock.move(Duration.ofHours(2));
        rejected(Device.of(code, "02-00-00-00-01-15").tryLogin(), "has expired");
    }

    @Test
    void sameDeviceTakesItsOwnPlaceAgain() {
        String code = Api.voucher(TestProducts.DAY);
        Device.of(code, "02-00-00-00-01-16").loggedIn().start();
        accepted(Device.of(code, "0200.0000.0116").at("another").tryLogin());
        rejected(Device.of(code, "02-00-00-00-01-17").tryLogin(), "as many devices");
    }

    @Test
    void loginThatWasHeldUpLeavesTheSessionOfItsRepetitionInPlace() {
        String code = Api.voucher(TestProducts.DAY);
        var device = Device.of(code, "02-00-00-00-01-20");
        device.loggedIn().start();
        clock.move(Duration.ofSeconds(-5));
        accepted(device.tryLogin());
        clock.move(Duration.ofSeconds(126));
        rejected(Device.of(code, "02-00-00-00-01-21").tryLogin(), "as many devices");
        assertEquals(1, Api.usage(code).getInt("sessions_online"));
    }

    @Test
    void placeIsFreeWhenASessionIsSilentOrAClaimIsNotUsed() {
        String code = Api.voucher(TestProducts.BRIEF);
        accepted(Device.of(code, "02-00-00-00-01-18").tryLogin());
        clock.move(Duration.ofSeconds(121));
        Device.of(code, "02-00-00-00-01-19").loggedIn().start();
        clock.move(Duration.ofSeconds(890));
        rejected(Device.of(code, "02-00-00-00-01-18").tryLogin(), "as many devices");
        clock.move(Duration.ofSeconds(11));
        accepted(Device.of(code, "02-00-00-00-01-18").tryLogin());
    }

    @Test
    void fortyDevicesAtOnceGetNoMoreThanThreePlaces() {
        for (int round = 0; round < 3; round++) {
            String code = Api.voucher(TestProducts.BIG);
            int number = round;
            var statuses = Parallel.run(
                    40,
                    40,
                    device -> Device.of(code, "02-00-00-%02d-02-%02d".formatted(number, device))
                            .tryLogin()
                            .statusCode());
            assertEquals(3, statuses.stream().filter(status -> status == 200).count());
            assertEquals(37, statuses.stream().filter(status -> status == 401).count());
        }
    }

    @Test
    void devicesThatDoNotSayWhichTheyAreAreCountedEach() {
        String code = Api.voucher(TestProducts.BIG);
        var statuses = Parallel.run(
                10, 10, ignored -> Device.of(code, null).at("shared").tryLogin().statusCode());
        assertEquals(3, statuses.stream().filter(status -> status == 200).count());
    }

    @Test
    void wrongTokenIsSilence() {
        for (String token : new String[] {"Bearer wrong", "", "Bearer "}) {
            given().header("Authorization", token)
                    .body("{}")
                    .post("/radius/authorize")
                    .then()
                    .statusCode(503)
                    .body(emptyString());
        }
        given().body("{}").post("/radius/accounting").then().statusCode(503);
    }

    @Test
    void hostileInputIsRefusedAndNeverAFault() {
        String long64k = "A".repeat(65_536);
        for (String name : new String[] {
            "",
            "\u0000",
            "' or 1=1 --",
            "%{exec:/bin/true}",
            "a\u0000b\u0007",
            "\ud800",
            "Ã©Ã©",
            long64k,
            "\u00ff\u00fe"
        }) {
            var response = Device.send("authorize", Map.of("User-Name", name, "User-Password", name));
            assertEquals(401, response.statusCode(), "for a hostile name");
            assertFalse(response.asString().contains("exec"), "nothing is echoed");
        }
        for (String body :
                new String[] {"", "[]", "null", "{", "{\"User-Name\":7}", "{\"User-Name\":{\"value\":{}}}"}) {
            for (String path : new String[] {"authorize", "accounting", "post-auth"}) {
                int status = given().header("Authorization", "Bearer test-radius-token")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/radius/" + path)
                        .statusCode();
                assertEquals(path.equals("authorize") ? 401 : 204, status, path + body);
            }
        }
    }

    private static JsonPath accepted(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }

    private static void rejected(Response response, String words) {
        response.then()
                .statusCode(401)
                .contentType(equalTo("application/json"))
                .body("'reply:Reply-Message'.value[0]", containsString(words))
                .body("'control:Cleartext-Password'", nullValue());
    }

    private static String value(JsonPath reply, String attribute) {
        return reply.getString("'" + attribute + "'.value[0]");
    }
}
