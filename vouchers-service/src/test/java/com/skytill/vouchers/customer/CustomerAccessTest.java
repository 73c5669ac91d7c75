package com.skytill.vouchers.customer;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.TestCustomers;
import com.skytill.vouchers.account.TestAccounts;
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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who loses access in customers-service is disconnected by the pull that learns of it. */
@QuarkusTest
class CustomerAccessTest {

    @Inject
    CustomerReplicaJob job;

    @Inject
    TestAccounts accounts;

    @Inject
    Pool pool;

    @ConfigProperty(name = "skytill.customers.url")
    URI customers;

    private final EngineDatabase database = EngineDatabase.open();
    private WireMock server;
    private TestAccounts.Account account;

    @BeforeEach
    void add() {
        server = WireMock.create()
                .host(customers.getHost())
                .port(customers.getPort())
                .build();
        account = accounts.account(Map.of("max_devices", 9));
    }

    @AfterEach
    void putRight() {
        TestCustomers.serveChanged(server);
        database.close();
    }

    @Test
    void suspensionDisconnectsEverySessionOfEveryAccountOfTheCustomerWithinOnePull() {
        var second = accounts.account(Map.of());
        database.execute(
                "update data_accounts set customer_id = ? where account_id = ?", account.customerId(), second.id());
        var stranger = accounts.account(Map.of());
        online(account, "02-00-00-00-19-01");
        online(account, "02-00-00-00-19-02");
        online(account, "02-00-00-00-19-03").stop(10, 1, 1);
        online(second, "02-00-00-00-19-04");
        online(stranger, "02-00-00-00-19-05");
        learn("suspended");
        assertEquals(2, disconnecting(account));
        assertEquals(1, disconnecting(second));
        assertEquals(0, disconnecting(stranger));
        learn("suspended");
        assertEquals(2, disconnecting(account));
        Device.of(account.username(), "02-00-00-00-19-06").tryLogin().then().statusCode(401);
    }

    @Test
    void cancellationDisconnectsAndOtherNewsDoNot() {
        online(account, "02-00-00-00-19-11");
        learn("active");
        assertEquals(0, disconnecting(account));
        learn("cancelled");
        assertEquals(1, disconnecting(account));
    }

    @Test
    void resumedCustomerIsLeftAlone() {
        learn("suspended");
        online(account, "02-00-00-00-19-21");
        database.execute("delete from nas_outbox where identity_id = ?", account.id());
        learn("active");
        assertEquals(0, disconnecting(account));
    }

    @Test
    void failedPullDisconnectsNobodyAndTheNextOneDoes() {
        online(account, "02-00-00-00-19-31");
        server.register(WireMock.get(WireMock.urlPathEqualTo("/api/v1/get_customers"))
                .willReturn(WireMock.okJson(
                        "{\"items\":[" + customer("suspended") + "],\"next\":\"more\",\"changed_through\":1}")));
        server.register(WireMock.get(WireMock.urlPathEqualTo("/api/v1/get_customers"))
                .withQueryParam("after", WireMock.equalTo("more"))
                .willReturn(WireMock.serverError()));
        pull();
        assertEquals(0, disconnecting(account));
        learn("suspended");
        assertEquals(1, disconnecting(account));
    }

    @Test
    void sessionThatBeginsAtThatMomentIsDisconnectedToo() {
        var connection = pool.getConnection().await().indefinitely();
        try {
            var transaction = connection.begin().await().indefinitely();
            connection
                    .preparedQuery("select identity_id from identities where identity_id = $1 for no key update")
                    .execute(Tuple.of(account.id()))
                    .await()
                    .indefinitely();
            connection
                    .preparedQuery(
                            "insert into radius_sessions (identity_id, session_id, month, device, opened_at, heard_at,"
                                    + " started_at) values ($1, nextval('radius_session_ids'), date_trunc('month', now()), 'd', now(),"
                                    + " now(), now())")
                    .execute(Tuple.of(account.id()))
                    .await()
                    .indefinitely();
            TestCustomers.serveChanged(server, customer("suspended"));
            var pull = job.pull().subscribeAsCompletionStage();
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> accounts.number(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and query like 'select disconnect_customers(%'",
                                    Tuple.tuple()),
                            equalTo(1L));
            transaction.commit().await().indefinitely();
            pull.get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            connection.close().await().indefinitely();
        }
        assertEquals(1, disconnecting(account));
    }

    private static Device online(TestAccounts.Account account, String mac) {
        var device = Device.of(account.username(), mac).in(account.id() + mac);
        device.start();
        return device;
    }

    private void learn(String status) {
        TestCustomers.serveChanged(server, customer(status));
        pull();
    }

    private String customer(String status) {
        return TestCustomers.customer(account.customerId(), "TES" + account.customerId(), status);
    }

    private void pull() {
        job.pull().await().atMost(Duration.ofSeconds(10));
    }

    private long disconnecting(TestAccounts.Account whose) {
        return database.number(
                "select count(*) from nas_outbox where identity_id = ? and kind = 'DISCONNECT' and done_at is null",
                whose.id());
    }
}
