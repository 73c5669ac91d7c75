package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestCustomers;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.calendar.WispCalendar;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
class AddDataAccountTest {

    @Inject
    AccountPasswords passwords;

    @Inject
    Pool pool;

    @Inject
    WispCalendar calendar;

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "skytill.products.url")
    URI services;

    private WireMock server;

    @BeforeEach
    void serve() {
        server = Accounts.serve(services);
    }

    @AfterEach
    void putRight() {
        TestProducts.serve(server, TestProducts.ALL);
    }

    @Test
    void accountIsAddedWithAPasswordThatIsMade() {
        String username = "Thandi-" + Accounts.username();
        var added = Accounts.tryAdd(Map.of("username", username, "comment", "roof antenna", "static_ip", "192.0.2.17"))
                .statusCode(201)
                .body("data_account.username", equalTo(username))
                .body("data_account.kind", equalTo("account"))
                .body("data_account.status", equalTo("active"))
                .body("data_account.customer_id", equalTo(41))
                .body("data_account.accounting_code", equalTo("PIE041"))
                .body("data_account.customer_name", equalTo("Piet Slabbert"))
                .body("data_account.customer_status", equalTo("active"))
                .body("data_account.product_id", equalTo(1602))
                .body("data_account.product_code", equalTo(Accounts.HOME))
                .body("data_account.price", equalTo("499.00"))
                .body("data_account.price_agreed", equalTo(false))
                .body("data_account.static_ip", equalTo("192.0.2.17"))
                .body("data_account.comment", equalTo("roof antenna"))
                .body("password", matchesPattern("[2-9A-HJ-NP-Za-km-z]{16}"))
                .extract()
                .jsonPath();
        long id = added.getLong("data_account.account_id");
        String password = added.getString("password");
        var row = row(id);
        assertEquals(password, passwords.open(row.getString("password_sealed")));
        assertEquals(passwords.mac(password), row.getString("password_mac"));
        assertEquals("a:" + username.toLowerCase(Locale.ROOT), row.getString("login_key"));
        assertEquals("ACCOUNT", row.getString("kind"));
        assertEquals("ACTIVE", row.getString("identity_status"));
        assertEquals(1, row.getInteger("max_devices"));
        assertEquals(null, row.getLong("data_quota"));
        assertEquals(calendar.month(clock.instant()), row.getLocalDate("usage_month"));
        assertEquals(null, row.getBigDecimal("price"));
    }

    @Test
    void productForPrepaidMakesAPrepaidAccount() {
        var added = Accounts.add(Map.of("product_id", "1603", "customer_id", "42", "password", "given password"));
        assertEquals("prepaid", added.getString("data_account.kind"));
        assertEquals("THA042", added.getString("data_account.accounting_code"));
        assertEquals(null, added.getString("password"), "a password that was given is not shown");
        assertEquals("PREPAID", row(added.getLong("data_account.account_id")).getString("kind"));
    }

    @Test
    void anyPasswordIsKeptToTheLetter() {
        for (String password : List.of(
                "Zoë’s wăchtwoord 🔑",
                "%{User-Name} 50%off %%",
                "'; drop table identities; --",
                "\"quoted\\n\" $1 ${x}",
                "inner  double  space",
                "密码密码密码密码",
                "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
                "ééééééééé",
                "x".repeat(128),
                "é".repeat(64))) {
            long id = Accounts.add(Map.of("password", password)).getLong("data_account.account_id");
            assertEquals(password, passwords.open(row(id).getString("password_sealed")));
            assertEquals(passwords.mac(password), row(id).getString("password_mac"));
        }
    }

    @Test
    void badPasswordsAreRefusedByNameWithoutBeingRepeated() {
        String username = Accounts.username();
        for (String password : List.of(
                "short77",
                " begins with a space",
                "ends with a space ",
                "has\u0000a zero",
                "has\na line break",
                "has\ta tab",
                "has\u0085a control",
                "x".repeat(129),
                "é".repeat(65),
                "x".repeat(65_536),
                "        ",
                username.toUpperCase(Locale.ROOT))) {
            var answer = Accounts.tryAdd(Map.of("username", username, "password", password))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("password")))
                    .extract()
                    .asString();
            assertFalse(answer.contains(password.strip()) && !password.isBlank(), answer);
        }
        assertEquals(0, count(username));
    }

    @Test
    void badUsernamesAreRefused() {
        for (String username : List.of(
                "with space",
                "%{User-Name}",
                "a'; drop table identities; --",
                "piet@",
                "@wisp.example",
                "piet@a@b",
                "-piet",
                "v:K7QM9XWT4",
                "zoë",
                "пиет",
                "piet\u0000",
                "piet\n",
                "x".repeat(254),
                "x".repeat(65_536))) {
            Accounts.tryAdd(Map.of("username", username))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("username")));
        }
        Accounts.add(Map.of("username", "x" + Accounts.username() + ".a-b.c" + "d".repeat(213)));
    }

    @Test
    void vouchersCodeIsNoUsername() {
        String code = Api.voucher(TestProducts.DAY);
        for (String username : List.of(code, code.toLowerCase(Locale.ROOT), code.replace("-", ""))) {
            Accounts.tryAdd(Map.of("username", username))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("username")));
        }
    }

    @Test
    void oneUsernameInManyCasesAtOnceIsOneAccount() {
        String username = "abcdefgh" + Accounts.username();
        var statuses = Parallel.run(16, 16, number -> {
            var cased = new StringBuilder(username);
            for (int bit = 0; bit < 4; bit++) {
                if ((number >> bit & 1) == 1) {
                    cased.setCharAt(bit, Character.toUpperCase(cased.charAt(bit)));
                }
            }
            return Accounts.tryAdd(Map.of("username", cased.toString()))
                    .extract()
                    .statusCode();
        });
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(15, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, count(username));
    }

    @Test
    void oneAddressAtOnceIsOneAccounts() {
        var statuses = Parallel.run(
                8,
                8,
                number -> Accounts.tryAdd(Map.of("static_ip", number % 2 == 0 ? "2001:db8::7" : "2001:DB8:0:0::0007"))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void addressIsCanonicalAndOneThatADeviceCanHave() {
        Accounts.tryAdd(Map.of("static_ip", "2001:0DB8:0:0:0:0:0:00aB"))
                .statusCode(201)
                .body("data_account.static_ip", equalTo("2001:db8::ab"));
        Accounts.tryAdd(Map.of("static_ip", "::ffff:198.51.100.9"))
                .statusCode(201)
                .body("data_account.static_ip", equalTo("198.51.100.9"));
        Accounts.tryAdd(Map.of("static_ip", "198.51.100.9"))
                .statusCode(409)
                .body("code", equalTo("already_exists"))
                .body("detail", equalTo("Another data account has this static_ip already"));
        for (String address : List.of(
                "10.1",
                "10.0.0.256",
                "010.0.0.1",
                "1.2.3.4/24",
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "169.254.1.1",
                "224.0.0.1",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fe80::1%eth0",
                "ff02::1",
                "[2001:db8::1]",
                "router.example",
                "3232235777")) {
            Accounts.tryAdd(Map.of("static_ip", address))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("static_ip")));
        }
    }

    @Test
    void customerMustBeKnownAndActive() {
        Accounts.tryAdd(Map.of("customer_id", "pie041")).statusCode(201);
        for (String unknown : List.of("NOB999", "999", "../../x?y=1&z", "' or 1=1 --", "99999999999999999999")) {
            Accounts.tryAdd(Map.of("customer_id", unknown))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("customer_id")));
        }
        Accounts.tryAdd(Map.of("customer_id", TestCustomers.SUSPENDED))
                .statusCode(422)
                .body("code", equalTo("rule_violated"))
                .body("detail", equalTo("The customer is suspended"));
        Accounts.tryAdd(Map.of("customer_id", TestCustomers.CANCELLED))
                .statusCode(422)
                .body("detail", equalTo("The customer is cancelled"));
    }

    @Test
    void unknownCustomerIsUnavailableWhileCustomersServiceIsDown() {
        Accounts.add(Map.of());
        server.register(
                WireMock.any(WireMock.urlPathMatching("/api/v1/get_customer.*")).willReturn(WireMock.serverError()));
        Accounts.tryAdd(Map.of("customer_id", "NEV001")).statusCode(503).body("code", equalTo("upstream_unavailable"));
        server.register(WireMock.any(WireMock.urlPathMatching("/api/v1/get_customer.*"))
                .willReturn(WireMock.okJson("{\"customer_id\":")));
        Accounts.tryAdd(Map.of("customer_id", "NEV001")).statusCode(503);
        Accounts.tryAdd(Map.of("customer_id", TestCustomers.ACTIVE)).statusCode(201);
    }

    @Test
    void productMustBeSoldToAccounts() {
        Accounts.tryAdd(Map.of("product_id", TestProducts.DAY)).statusCode(422).body("code", equalTo("rule_violated"));
        Accounts.tryAdd(Map.of("product_id", Accounts.RETIRED)).statusCode(422).body("code", equalTo("rule_violated"));
        Accounts.tryAdd(Map.of("product_id", "NOPE"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("product_id")));
    }

    @Test
    void anotherPriceNeedsThePermissionAndTheSamePriceDoesNot() {
        var clerk = TestToken.of("radius_write", "review_write");
        for (String same : List.of("499", "499.0", "499.00")) {
            Accounts.tryAdd(clerk, Accounts.parameters(Map.of("price", same)))
                    .statusCode(201)
                    .body("data_account.price_agreed", equalTo(false));
        }
        Accounts.tryAdd(clerk, Accounts.parameters(Map.of("price", "498.99")))
                .statusCode(403)
                .body("detail", equalTo("This needs the permission accounting_write"));
        Accounts.tryAdd(Map.of("price", "0.00"))
                .statusCode(201)
                .body("data_account.price", equalTo("0.00"))
                .body("data_account.price_agreed", equalTo(true));
    }

    @Test
    void replayShowsTheAccountWithoutThePassword() {
        var parameters = Accounts.parameters(Map.of("idempotency_key", "key-" + Accounts.username()));
        var first = Accounts.tryAdd(TestToken.administrator(), parameters)
                .statusCode(201)
                .body("password", notNullValue())
                .extract()
                .jsonPath();
        Accounts.tryAdd(TestToken.administrator(), parameters)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("data_account.account_id", equalTo(first.getInt("data_account.account_id")))
                .body("password", nullValue());
        parameters.put("password", "another password");
        Accounts.tryAdd(TestToken.administrator(), parameters).statusCode(422);
    }

    @Test
    void waitingAccountIsNowhereAndApprovalShowsItsPasswordOnce() {
        var stranger = TestToken.of("radius_write").by("21", "stranger");
        var parameters = Accounts.parameters(Map.of("static_ip", "203.0.113.9"));
        int update = Accounts.tryAdd(stranger, parameters)
                .statusCode(202)
                .body("status", equalTo("pending_review"))
                .body("password", nullValue())
                .extract()
                .path("update_id");
        Api.call("get_data_accounts", Map.of("search", parameters.get("username")))
                .body("items.size()", equalTo(0));
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(200)
                .body("data_account.username", equalTo(parameters.get("username")))
                .body("password", matchesPattern("[2-9A-HJ-NP-Za-km-z]{16}"));
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(409)
                .body("password", nullValue());
        assertEquals(1, count((String) parameters.get("username")));
    }

    @Test
    void waitingAccountIsCheckedAgainWhenApproved() {
        var stranger = TestToken.of("radius_write").by("21", "stranger");
        var parameters = Accounts.parameters(Map.of("password", "the stranger's password"));
        int update =
                Accounts.tryAdd(stranger, parameters).statusCode(202).extract().path("update_id");
        Accounts.add(Map.of("username", parameters.get("username").toString().toUpperCase(Locale.ROOT)));
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        Accounts.tryAdd(stranger, Accounts.parameters(Map.of("price", "1.00"))).statusCode(403);
    }

    @Test
    void faultsAreNamedAllAtOnce() {
        var faulty = new HashMap<String, Object>(Map.of(
                "username", "not a username", "password", "short", "price", "1,5", "static_ip", "x", "usernam", "y"));
        Accounts.tryAdd(TestToken.administrator(), faulty)
                .statusCode(400)
                .body("errors.parameter", hasItem("username"))
                .body("errors.parameter", hasItem("password"))
                .body("errors.parameter", hasItem("price"))
                .body("errors.parameter", hasItem("static_ip"))
                .body("errors.parameter", hasItem("usernam"))
                .body("errors.parameter", hasItem("customer_id"))
                .body("errors.parameter", hasItem("product_id"));
    }

    @Test
    void permissionsAreChecked() {
        Accounts.tryAdd(TestToken.of("radius_read"), Accounts.parameters(Map.of()))
                .statusCode(403);
        Accounts.by(TestToken.of("customers_read"), "get_data_accounts", Map.of())
                .statusCode(403);
    }

    private Row row(long accountId) {
        return query(
                "select a.*, i.login_key, i.kind, i.status as identity_status, i.max_devices, i.data_quota,"
                        + " i.usage_month from data_accounts a join identities i on i.identity_id = a.account_id"
                        + " where a.account_id = $1",
                accountId);
    }

    private long count(String username) {
        return query("select count(*) from data_accounts where lower(username) = lower($1)", username)
                .getLong(0);
    }

    private Row query(String sql, Object key) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(key))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
