package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.util.List;
import java.util.Map;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class AccountStatusTest {

    private static final List<String> ALL =
            List.of("suspend_data_account", "resume_data_account", "cancel_data_account");

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
        id = Accounts.add(Map.of("username", username)).getLong("data_account.account_id");
    }

    @AfterEach
    void putRight() {
        TestProducts.serve(server, TestProducts.ALL);
    }

    @Test
    void suspendedAccountIsDisconnectedEverywhereAndCanBeResumed() {
        Device.of(username, "02-00-00-00-16-01").in("suspend-1-" + id).start();
        Device.of(username, "02-00-00-00-16-02").in("suspend-2-" + id).start();
        var ended = Device.of(username, "02-00-00-00-16-03").in("suspend-3-" + id);
        ended.start();
        ended.stop(10, 1, 2);
        Api.call("suspend_data_account", Map.of("username", username, "reason", "Unpaid since March"))
                .statusCode(200)
                .body("data_account.status", equalTo("suspended"))
                .body("data_account.status_reason", equalTo("Unpaid since March"))
                .body("data_account.status_changed_at", notNullValue())
                .body("sessions_disconnecting", equalTo(2));
        assertEquals(2, disconnecting());
        assertEquals("SUSPENDED", identityStatus());
        Api.call("resume_data_account", Map.of("account_id", id))
                .statusCode(200)
                .body("data_account.status", equalTo("active"))
                .body("data_account.status_reason", nullValue())
                .body("sessions_disconnecting", equalTo(0));
        assertEquals("ACTIVE", identityStatus());
    }

    @Test
    void cancelledIsFinalAndGivesTheAddressUpButNotTheUsername() {
        Api.call("update_data_account", Map.of("account_id", id, "static_ip", "203.0.113.77"))
                .statusCode(200);
        Device.of(username, "02-00-00-00-16-04").in("cancel-" + id).start();
        Api.call("cancel_data_account", Map.of("account_id", id, "reason", "moved away"))
                .statusCode(200)
                .body("data_account.status", equalTo("cancelled"))
                .body("data_account.static_ip", nullValue())
                .body("sessions_disconnecting", equalTo(1));
        for (String operation : ALL) {
            Api.call(operation, Map.of("account_id", id, "reason", "again"))
                    .statusCode(409)
                    .body("code", equalTo("illegal_state"))
                    .body("detail", containsString("is cancelled"));
        }
        Api.call("update_data_account", Map.of("account_id", id, "comment", "x"))
                .statusCode(409)
                .body("detail", equalTo("The data account is cancelled, so it can't be changed"));
        Accounts.tryAdd(Map.of("username", username)).statusCode(409);
        Accounts.tryAdd(Map.of("static_ip", "203.0.113.77")).statusCode(201);
    }

    @Test
    void stepsThatAStatusDoesNotAllowNameIt() {
        Api.call("resume_data_account", Map.of("account_id", id))
                .statusCode(409)
                .body("detail", equalTo("The data account is active, so it can't be resumed"));
        Api.call("suspend_data_account", Map.of("account_id", id)).statusCode(200);
        Api.call("suspend_data_account", Map.of("account_id", id))
                .statusCode(409)
                .body("detail", equalTo("The data account is suspended, so it can't be suspended"));
        Api.call("cancel_data_account", Map.of("account_id", id, "reason", "gone"))
                .statusCode(200);
    }

    @Test
    void ofManyAtOnceOneSuspends() {
        Device.of(username, "02-00-00-00-16-05").in("many-" + id).start();
        var statuses = Parallel.run(
                8,
                8,
                ignored -> Api.call("suspend_data_account", Map.of("account_id", id))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, disconnecting());
    }

    @Test
    void referenceIsAUsernameOrAnIdOfAnAccount() {
        int voucher = Api.call("add_hotspot_voucher", Map.of("product_id", TestProducts.DAY))
                .statusCode(201)
                .extract()
                .path("voucher.voucher_id");
        for (String operation : ALL) {
            Api.call(operation, Map.of("reason", "r"))
                    .statusCode(400)
                    .body("code", equalTo("missing_parameter"))
                    .body("errors.parameter", equalTo(List.of("username")));
            Api.call(operation, Map.of("reason", "r", "username", username, "account_id", id))
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("account_id")));
            Api.call(operation, Map.of("reason", "r", "username", "nobody"))
                    .statusCode(404)
                    .body("code", equalTo("not_found"));
            Api.call(operation, Map.of("reason", "r", "account_id", voucher)).statusCode(404);
            Api.call(operation, Map.of("reason", "r", "username", "%' or '1'='1"))
                    .statusCode(404);
        }
        Api.call("cancel_data_account", Map.of("account_id", id))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("reason")));
    }

    @Test
    void waitingSuspensionChangesNothingUntilItIsApproved() {
        Device.of(username, "02-00-00-00-16-06").in("waiting-" + id).start();
        int update = Accounts.by(TestToken.of("radius_write"), "suspend_data_account", Map.of("account_id", id))
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals("ACTIVE", identityStatus());
        assertEquals(0, disconnecting());
        Api.call("approve_vouchers_update", Map.of("update_id", update))
                .statusCode(200)
                .body("data_account.status", equalTo("suspended"))
                .body("sessions_disconnecting", equalTo(1));
        assertEquals(1, disconnecting());
    }

    private int disconnecting() {
        return pool.preparedQuery("select count(*)::integer from nas_outbox"
                        + " where identity_id = $1 and kind = 'DISCONNECT' and done_at is null")
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    private String identityStatus() {
        return pool.preparedQuery("select status from identities where identity_id = $1")
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
