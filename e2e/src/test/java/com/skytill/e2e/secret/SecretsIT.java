package com.skytill.e2e.secret;

import com.skytill.e2e.signin.SignedIn;
import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.e2e.token.OAuth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Passwords, secrets, codes and tokens are shown to their holders, and stand in no log and in no table. */
@ExtendWith(SuiteExtension.class)
class SecretsIT {

    private static final String PASSWORD = "a password that nobody else has";

    private final RunningSuite suite;

    SecretsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void secretsStandInNoLogAndInNoTable() throws Exception {
        var secrets = useThemAll();
        var found = new TreeSet<String>();
        try (var logs = Files.list(suite.home().logs())) {
            for (var log : logs.toList()) {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                secrets.forEach((name, secret) -> {
                    if (text.contains(secret)) {
                        found.add(name + " in " + log.getFileName());
                    }
                });
            }
        }
        for (var secret : secrets.entrySet()) {
            for (var table : DatabaseContents.tablesWith(suite, secret.getValue())) {
                found.add(secret.getKey() + " in " + table);
            }
        }
        assertEquals("[]", found.toString());
    }

    /** Each by its name. */
    private Map<String, String> useThemAll() throws Exception {
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("administrator's password", suite.credentials().password());
        secrets.put("client secret", suite.credentials().clientSecret());
        secrets.put("access token", new OAuth(suite).token());
        suite.call("get_oauth_user_details", Map.of());
        inTheAddress(secrets.get("access token"));
        var signedIn = SignedIn.by(suite);
        secrets.put("code", signedIn.code());
        secrets.put("code's access token", signedIn.accessToken());
        secrets.put("refresh token", signedIn.refreshToken());
        var sso = suite.mustCall("generate_sso_token", Map.of());
        secrets.put("SSO token", sso.text("/sso_token"));
        suite.api()
                .send(suite.api()
                        .request("/sso?sso_token=" + sso.text("/sso_token"))
                        .GET()
                        .build());
        var client = suite.mustCall("add_oauth_client", Map.of("redirect_url", "https://secrets.example/"));
        secrets.put("client's secret", client.text("/client_secret"));
        var token = suite.mustCall(
                "add_access_token",
                Map.of("client_id", client.text("/oauth_client/client_id"), "scope", "radius_read"));
        secrets.put("added token", token.text("/access_token"));
        suite.mustCall("add_user", Map.of("username", "secretive", "name", "S", "password", PASSWORD));
        secrets.put("user's password", PASSWORD);
        suite.call("add_user", Map.of("username", "secretive", "name", "S", "passwort", PASSWORD));
        assertTrue(
                secrets.values().stream().allMatch(secret -> secret.length() > 20),
                secrets.keySet().toString());
        return secrets;
    }

    private void inTheAddress(String token) throws IOException, InterruptedException {
        var answer = suite.api()
                .send(suite.api()
                        .request("/api/v1/get_oauth_user_details?access_token=" + token)
                        .GET()
                        .build());
        assertEquals(200, answer.status(), answer.body());
    }
}
