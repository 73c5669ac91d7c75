package com.skytill.vouchers.radius;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.VouchersTestResource;
import com.skytill.vouchers.account.TestAccounts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.Random;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Packets with what should not be in them. A 5xx would make the router send the same again for ever, and an accept without its
 * limits would be a gift.
 */
@QuarkusTest
class HostilePacketTest {

    private static final int PACKETS = 80;

    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000\u0007\u001b[2J",
            "'; drop table identities; --",
            "$1",
            "%{exec:/bin/true}",
            "%{sql:select 1}",
            "${jndi:ldap://127.0.0.1/a}",
            "\ud800",
            "\u00ff\u00fe\u00c3",
            "A".repeat(65_536),
            "0x",
            "0xzz",
            "0x" + "00".repeat(253),
            "-1",
            "4294967295",
            "4294967296",
            "99999999999999999999",
            "1e9",
            "NaN",
            -1,
            Long.MAX_VALUE,
            1.5,
            true,
            new JsonObject().put("value", "x"),
            new JsonArray().add("x"));

    private static final List<String> LOGIN = List.of(
            "User-Name",
            "User-Password",
            "CHAP-Password",
            "CHAP-Challenge",
            "MS-CHAP-Challenge",
            "MS-CHAP-Response",
            "MS-CHAP2-Response",
            "MS-CHAP-User-Name",
            "Calling-Station-Id",
            "NAS-Identifier",
            "NAS-IP-Address",
            "NAS-IPv6-Address",
            "Class");

    private static final List<String> USE = List.of(
            "User-Name",
            "Class",
            "Acct-Status-Type",
            "Acct-Session-Id",
            "Acct-Unique-Session-Id",
            "Acct-Session-Time",
            "Acct-Input-Octets",
            "Acct-Input-Gigawords",
            "Acct-Output-Octets",
            "Acct-Output-Gigawords",
            "Acct-Delay-Time",
            "Acct-Terminate-Cause",
            "Calling-Station-Id",
            "NAS-Identifier",
            "NAS-IP-Address",
            "Framed-IP-Address");

    @Inject
    TestAccounts accounts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void loginIsRefusedOrHasItsLimits(long seed) {
        var random = new Random(seed);
        var account = accounts.account(Map.of("data_cap", 1_000_000_000L, "max_devices", 1_000_000));
        for (int i = 0; i < PACKETS; i++) {
            var packet = packet(Map.of(
                    "User-Name",
                    account.username(),
                    "User-Password",
                    TestAccounts.PASSWORD,
                    "Calling-Station-Id",
                    "02-30-00-00-00-01",
                    "NAS-Identifier",
                    "hostile"));
            spoil(packet, LOGIN, random);
            var response = send("authorize", packet);
            assertTrue(response.statusCode() == 200 || response.statusCode() == 401, () -> shortly(packet));
            if (response.statusCode() == 200) {
                assertLimited(response, packet);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void accountingIsAcknowledgedAndSoundUseIsCounted(long seed) {
        var random = new Random(seed);
        String code = Api.voucher(TestProducts.FREE);
        for (int i = 0; i < PACKETS; i++) {
            var packet = packet(Map.of(
                    "User-Name", code,
                    "Acct-Status-Type", "Interim-Update",
                    "Acct-Session-Id", "h" + seed,
                    "Acct-Unique-Session-Id", "hostile" + seed,
                    "Acct-Session-Time", "10",
                    "Acct-Input-Octets", "1000",
                    "Acct-Output-Octets", "2000"));
            spoil(packet, USE, random);
            assertEquals(204, send("accounting", packet).statusCode(), () -> shortly(packet));
        }
        var device = Device.of(code, "02-30-00-00-01-%02d".formatted(seed));
        long before = Api.usage(code).getLong("data_used");
        device.start();
        device.interim(300, 11, 22);
        assertEquals(before + 33, Api.usage(code).getLong("data_used"));
    }

    private static JsonObject packet(Map<String, Object> attributes) {
        var packet = new JsonObject();
        attributes.forEach((name, value) -> packet.put(name, attribute(new JsonArray().add(value))));
        return packet;
    }

    private static JsonObject attribute(Object values) {
        return new JsonObject().put("type", "string").put("value", values);
    }

    /** One to three attributes are wrong: another value, none, twice, or of another shape. */
    private static void spoil(JsonObject packet, List<String> names, Random random) {
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String name = names.get(random.nextInt(names.size()));
            Object value = VALUES.get(random.nextInt(VALUES.size()));
            switch (random.nextInt(6)) {
                case 0 -> packet.remove(name);
                case 1 -> packet.put(name, value);
                case 2 -> packet.put(name, attribute(new JsonArray().add(value).add(value)));
                case 3 -> packet.put(name, attribute(value));
                case 4 -> packet.putNull(name);
                default -> packet.put(name, attribute(new JsonArray().add(value)));
            }
        }
    }

    private static void assertLimited(Response response, JsonObject packet) {
        JsonPath reply = response.jsonPath();
        assertEquals("2048k/8192k", reply.getString("'reply:Mikrotik-Rate-Limit'.value[0]"), () -> shortly(packet));
        assertEquals("1000000000", reply.getString("'reply:Mikrotik-Total-Limit'.value[0]"), () -> shortly(packet));
        Map<String, Map<String, Object>> all = reply.getMap("$");
        assertTrue(all.values().stream().allMatch(attribute -> Boolean.FALSE.equals(attribute.get("do_xlat"))));
        assertFalse(response.asString().contains("drop table"));
    }

    private static String shortly(JsonObject packet) {
        return "for " + packet.encode().replaceAll("A{100,}", "A…");
    }

    private static Response send(String path, JsonObject packet) {
        return given().header("Authorization", "Bearer " + VouchersTestResource.API_TOKEN)
                .contentType("application/json")
                .body(packet.encode())
                .post("/radius/" + path);
    }
}
