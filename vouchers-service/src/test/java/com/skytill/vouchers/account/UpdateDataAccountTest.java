package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class UpdateDataAccountTest {

    private static final TestToken CLERK = TestToken.of("radius_write", "review_write");

    @Inject
    AccountPasswords passwords;

    @Inject
    Pool pool;

    @ConfigProperty(name = "skytill.products.url")
    URI services;

    private WireMock server;
    private String username;
    private long id;

    @BeforeEach
    void add() {
        server = Accounts.serve(services);
        username = Accounts.username();
        id = Accounts.add(Map.of("username", username, "password", "the first password"))
                .getLong("data_account.account_id");
    }

    @AfterEach
    void putRight() {
        TestProducts.serve(server, TestProducts.ALL);
    }

    @Test
    void onlyWhatIsGivenChanges() {
        change(Map.of("comment", "roof", "static_ip", "198.51.100.31"))
                .statusCode(200)
                .body("data_account.comment", equalTo("roof"))
                .body("data_account.static_ip", equalTo("198.51.100.31"))
                .body("data_account.username", equalTo(username));
        change(Map.of("static_ip", "198.51.100.31")).statusCode(200);
        change(Map.of("clear", "comment, static_ip"))
                .statusCode(200)
                .body("data_account.comment", nullValue())
                .body("data_account.static_ip", nullValue());
        assertEquals("the first password", passwords.open(row().getString("password_sealed")));
        change(Map.of("clear", "username")).statusCode(400).body("errors.parameter", equalTo(List.of("clear")));
        change(Map.of("clear", "comment", "comment", "x"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("comment")));
        change(Map.of()).statusCode(400).body("errors.parameter", equalTo(List.of("new_username")));
    }

    @Test
    void renamedAccountIsFoundByItsNewNameAndTheOldOneIsFree() {
        String renamed = "New-" + Accounts.username();
        change(Map.of("new_username", renamed)).statusCode(200).body("data_account.username", equalTo(renamed));
        assertEquals("a:" + renamed.toLowerCase(Locale.ROOT), row().getString("login_key"));
        Api.call("get_data_account_usage", Map.of("username", renamed.toUpperCase(Locale.ROOT)))
                .statusCode(200);
        Api.call("get_data_account_usage", Map.of("username", username)).statusCode(404);
        Accounts.tryAdd(Map.of("username", username)).statusCode(201);
        change(Map.of("new_username", username.toUpperCase(Locale.ROOT)))
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        // Another case is no other name.
        change(Map.of("new_username", renamed.toUpperCase(Locale.ROOT))).statusCode(200);
        String code = Api.voucher(TestProducts.DAY);
        change(Map.of("new_username", code)).statusCode(400).body("errors.parameter", equalTo(List.of("new_username")));
    }

    @Test
    void twoAccountsThatWantOneNameAtOnceGetItOnce() {
        long other = Accounts.add(Map.of()).getLong("data_account.account_id");
        String wanted = Accounts.username();
        var statuses = Parallel.run(
                2,
                2,
                number -> Api.call(
                                "update_data_account",
                                Map.of("account_id", number == 0 ? id : other, "new_username", wanted))
                        .extract()
                        .statusCode());
        assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
    }

    @Test
    void passwordIsGivenOrMade() {
        change(Map.of("password", "Zoë’s other wăchtwoord 🔑")).statusCode(200).body("password", nullValue());
        assertEquals("Zoë’s other wăchtwoord 🔑", passwords.open(row().getString("password_sealed")));
        assertEquals(passwords.mac("Zoë’s other wăchtwoord 🔑"), row().getString("password_mac"));
        String made = change(Map.of("generate_password", "true"))
                .statusCode(200)
                .body("password", matchesPattern("[2-9A-HJ-NP-Za-km-z]{16}"))
                .extract()
                .path("password");
        assertEquals(made, passwords.open(row().getString("password_sealed")));
        assertEquals(passwords.mac(made), row().getString("password_mac"));
        change(Map.of("generate_password", "true", "password", "and another one"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("generate_password")));
        change(Map.of("password", username.toUpperCase(Locale.ROOT)))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("password")));
        change(Map.of("new_username", "becomes-it", "password", "becomes-it"))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("password")));
    }

    @Test
    void productChangesWithinItsKindAndKeepsSessions() {
        Device.of(username, "02-00-00-00-17-01").in("product-" + id).start();
        change(Map.of("product_id", Accounts.CAPPED, "generate_password", "true"))
                .statusCode(200)
                .body("data_account.product_code", equalTo(Accounts.CAPPED));
        assertEquals(
                0,
                one("select count(*) from nas_outbox where identity_id = $1 and kind = 'DISCONNECT'")
                        .getLong(0));
        change(Map.of("product_id", Accounts.PREPAID)).statusCode(422).body("code", equalTo("rule_violated"));
        change(Map.of("product_id", Accounts.RETIRED)).statusCode(422);
        change(Map.of("product_id", TestProducts.DAY)).statusCode(422);
        change(Map.of("product_id", "NOPE")).statusCode(400);
    }

    @Test
    void agreedPriceNeedsThePermissionAndEndsWithItsProduct() {
        change(CLERK, Map.of("price", "1.00")).statusCode(403);
        change(Map.of("price", "1.00"))
                .body("data_account.price", equalTo("1.00"))
                .body("data_account.price_agreed", equalTo(true));
        change(CLERK, Map.of("comment", "still cheap")).body("data_account.price", equalTo("1.00"));
        // Nobody carries a price that was agreed for a small product over to a big one.
        change(CLERK, Map.of("product_id", Accounts.CAPPED))
                .statusCode(200)
                .body("data_account.price", equalTo("10.00"))
                .body("data_account.price_agreed", equalTo(false));
        change(CLERK, Map.of("product_id", Accounts.HOME, "price", "10.00")).statusCode(403);
        change(CLERK, Map.of("product_id", Accounts.HOME, "price", "499")).statusCode(200);
        change(Map.of("price", "2.00")).body("data_account.price_agreed", equalTo(true));
        change(CLERK, Map.of("clear", "price"))
                .statusCode(200)
                .body("data_account.price", equalTo("499.00"))
                .body("data_account.price_agreed", equalTo(false));
    }

    @Test
    void waitingChangeKeepsItsPasswordToItself() {
        int update = change(TestToken.of("radius_write"), Map.of("password", "a waiting password"))
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals("the first password", passwords.open(row().getString("password_sealed")));
        Api.call("get_pending_vouchers_updates", Map.of("operation", "update_data_account", "limit", 500))
                .statusCode(200)
                .body("items.find { it.update_id == %d }.with_secrets".formatted(update), equalTo(true))
                .body("items.find { it.update_id == %d }.parameters.password".formatted(update), nullValue());
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(200)
                .body("password", nullValue());
        assertEquals("a waiting password", passwords.open(row().getString("password_sealed")));
    }

    @Test
    void replayOfAMadePasswordDoesNotShowItAgain() {
        var parameters = Map.of("generate_password", "true", "idempotency_key", "made-" + username);
        String sealed = change(parameters).statusCode(200).extract().path("password");
        change(parameters).statusCode(200).body("password", nullValue());
        assertEquals(sealed, passwords.open(row().getString("password_sealed")), "and no other one was made");
    }

    private ValidatableResponse change(Map<String, ?> changes) {
        return change(TestToken.administrator(), changes);
    }

    private ValidatableResponse change(TestToken token, Map<String, ?> changes) {
        var parameters = new HashMap<String, Object>(changes);
        parameters.put("account_id", id);
        return Accounts.by(token, "update_data_account", parameters);
    }

    private Row row() {
        return one("select a.*, i.login_key from data_accounts a join identities i on i.identity_id = a.account_id"
                + " where a.account_id = $1");
    }

    private Row one(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
