package com.skytill.vouchers.account;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Passwords are shown to whom they are made for, and stand in no log, no ledger, no audit log and no table. */
@QuarkusTest
class AccountSecretsTest {

    private static final Formatter WHOLE = new PatternFormatter("%c %s%e");
    private static final String GIVEN = "given-secret-Zoë-77";
    private static final String WAITING = "waiting-secret-Zoë-77";
    private static final String CHANGED = "changed-secret-Zoë-77";
    private static final String REFUSED = "refused-secret\u0007-77";
    private static final String RACING = "racing-secret-Zoë-77";

    @ConfigProperty(name = "skytill.products.url")
    URI services;

    private final EngineDatabase database = EngineDatabase.open();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(WHOLE.format(line));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private WireMock server;

    @BeforeEach
    void record() {
        server = Accounts.serve(services);
        Logger.getLogger("").addHandler(recorder);
        Logger.getLogger(AccountSecretsTest.class.getName()).warning("What is logged from here on is looked through");
    }

    @AfterEach
    void putRight() {
        Logger.getLogger("").removeHandler(recorder);
        TestProducts.serve(server, TestProducts.ALL);
        database.close();
    }

    @Test
    void passwordsStandNowhere() {
        var secrets = new ArrayList<>(List.of(GIVEN, WAITING, CHANGED, RACING, REFUSED, "refused-secret"));
        long id = Accounts.add(Map.of("password", GIVEN)).getLong("data_account.account_id");
        secrets.add(Accounts.add(Map.of()).getString("password"));
        secrets.add(Api.call("update_data_account", Map.of("account_id", id, "generate_password", "true"))
                .statusCode(200)
                .extract()
                .path("password"));
        Api.call("update_data_account", Map.of("account_id", id, "password", CHANGED))
                .statusCode(200)
                .body(not(containsString(CHANGED)));
        Accounts.tryAdd(Map.of("password", REFUSED)).statusCode(400);
        Accounts.tryAdd(Map.of("passwort", REFUSED)).statusCode(400);
        var waiting = Accounts.tryAdd(TestToken.of("radius_write"), Accounts.parameters(Map.of("password", WAITING)))
                .statusCode(202)
                .extract();
        Parallel.run(
                8,
                8,
                number -> Accounts.tryAdd(Map.of("password", RACING, "static_ip", "2001:db8:5ec::1"))
                        .extract()
                        .statusCode());
        assertFalse(lines.isEmpty(), "the log is looked through");
        secrets.forEach(this::isNowhere);
        Api.call("approve_vouchers_update", Map.of("update_id", waiting.path("update_id")))
                .statusCode(200)
                .body("data_account.status", equalTo("active"));
        secrets.forEach(this::isNowhere);
    }

    private void isNowhere(String secret) {
        assertFalse(lines.stream().anyMatch(line -> line.contains(secret)), "a log has " + secret);
        for (String operation :
                List.of("get_pending_vouchers_updates", "get_vouchers_audit_log", "get_data_accounts")) {
            Api.call(operation, Map.of("limit", 500)).statusCode(200).body(not(containsString(secret)));
        }
        var found = new TreeSet<String>();
        for (var row : database.rows("select relname from pg_class where relnamespace = 'vouchers'::regnamespace"
                + " and relkind in ('r', 'p', 'v') and relispartition = false")) {
            String table = String.valueOf(row.getFirst());
            if (database.number("select count(*) from " + table + " t where position(? in t::text) > 0", secret) > 0) {
                found.add(table);
            }
        }
        assertEquals("[]", found.toString());
    }
}
