package com.skytill.e2e.token;

import com.skytill.e2e.contract.ContractOperation;
import com.skytill.e2e.contract.Contracts;
import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may call what: each operation of the contract with each kind of token. */
@ExtendWith(SuiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixIT {

    private static final List<String> PERMISSIONS = Stream.of(
                    "customers", "radius", "products", "sales", "helpdesk", "accounting", "review", "system")
            .flatMap(area -> Stream.of(area + "_read", area + "_write"))
            .toList();

    private final RunningSuite suite;
    private final OAuth oauth;
    private final Map<String, String> tokens = new HashMap<>();
    private String revoked;
    private String expired;

    AuthorizationMatrixIT(RunningSuite suite) {
        this.suite = suite;
        this.oauth = new OAuth(suite);
    }

    @BeforeAll
    void makeTokens() throws Exception {
        revoked = oauth.token();
        oauth.revoke(revoked);
        expired = oauth.token();
        try (var connection = DatabaseContents.connect(suite, "auth");
                var update = connection.prepareStatement(
                        "UPDATE access_tokens SET expires_at = now() - interval '1 second' WHERE token_hash = ?")) {
            update.setBytes(
                    1, MessageDigest.getInstance("SHA-256").digest(expired.getBytes(StandardCharsets.US_ASCII)));
            assertEquals(1, update.executeUpdate());
        }
        for (var permission : PERMISSIONS) {
            tokens.put(permission, oauth.token(permission));
        }
    }

    static List<ContractOperation> operations() {
        return Contracts.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationWhenTokenIsMissingRevokedOrExpiredThenUnauthorized(ContractOperation operation) throws Exception {
        var path = "/api/v1/" + operation.name();
        assertUnauthorized(suite.api().send(suite.api().request(path).GET().build()));
        assertUnauthorized(suite.api().post(operation.name(), Map.of(), revoked));
        assertUnauthorized(suite.api().post(operation.name(), Map.of(), expired));
    }

    static List<ContractOperation> guardedOperations() {
        return operations().stream()
                .filter(operation -> !operation.permission().equals("any"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guardedOperations")
    void operationWhenTokenHasAnyOtherPermissionThenForbidden(ContractOperation operation) throws Exception {
        var needed = operation.permission();
        var includes = needed.replace("_read", "_write");
        for (var other : PERMISSIONS) {
            if (other.equals(needed) || other.equals(includes)) {
                continue;
            }
            var answer = postPatiently(operation.name(), tokens.get(other));
            assertEquals(403, answer.status(), other + ": " + answer.body());
            assertTrue(answer.body().contains(needed), answer.body());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationWhenTokenHasThePermissionThenServed(ContractOperation operation) throws Exception {
        var needed = operation.permission();
        var token = needed.equals("any") ? oauth.token() : tokens.get(needed);
        // Without its mandatory parameters: what it says of them shows that it was let in.
        var answer = suite.api().post(operation.name(), Map.of("limit_of_nothing", "x"), token);
        assertEquals(400, answer.status(), answer.body());
        var faults =
                answer.json().path("errors").findValuesAsText("code").stream().collect(Collectors.toSet());
        assertTrue(faults.contains("unknown_parameter"), answer.body());
        assertFalse(answer.body().contains("insufficient"), answer.body());
    }

    /** One client makes more calls here than it may in a moment: it waits as it is told to, and is not let off the answer. */
    private ApiAnswer postPatiently(String operation, String token) throws Exception {
        var answer = suite.api().post(operation, Map.of(), token);
        while (answer.status() == 429) {
            Thread.sleep(500);
            answer = suite.api().post(operation, Map.of(), token);
        }
        return answer;
    }

    private static void assertUnauthorized(ApiAnswer answer) {
        assertEquals(401, answer.status(), answer.body());
        assertEquals("invalid_token", answer.code(), answer.body());
    }
}
