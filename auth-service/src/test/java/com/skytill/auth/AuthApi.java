package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** The service's operations as their callers see them. */
final class AuthApi {

    /** The first administrator, with a whole token. */
    static final TestToken ADMIN = TestToken.administrator().by("1", "admin");

    static final String PASSWORD = "twelve letters and more";

    private AuthApi() {}

    /** A user that was added. */
    record Someone(int userId, String username) {

        /** A token of the user's that holds these. */
        TestToken holding(String... permissions) {
            return TestToken.of(permissions).by(Integer.toString(userId), username);
        }
    }

    static Response post(TestToken token, String operation, Map<String, ?> parameters) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .header("Authorization", token.bearer())
                .formParams(parameters)
                .post("/api/v1/" + operation);
    }

    static ValidatableResponse get(TestToken token, String operation, Map<String, ?> parameters) {
        return given().header("Authorization", token.bearer())
                .queryParams(parameters)
                .get("/api/v1/" + operation)
                .then();
    }

    static String username() {
        return "u" + UUID.randomUUID();
    }

    /** A new user with these permissions and {@link #PASSWORD}. */
    static Someone user(String... permissions) {
        String username = username();
        int id = post(ADMIN, "add_user", newUser(username, permissions))
                .then()
                .statusCode(201)
                .extract()
                .path("user.user_id");
        return new Someone(id, username);
    }

    /** Parameters of a new user; change one thing. */
    static Map<String, Object> newUser(String username, String... permissions) {
        var parameters = new HashMap<String, Object>();
        parameters.put("username", username);
        parameters.put("name", "Sipho Dlamini");
        parameters.put("permissions", permissions.length == 0 ? "none" : String.join(" ", permissions));
        parameters.put("password", PASSWORD);
        return parameters;
    }

    /** A token by client_credentials. */
    static String token(String clientId, String secret) {
        return given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(clientId, secret)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static ValidatableResponse introspect(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic("gateway", Installation.GATEWAY)
                .formParam("token", token)
                .post("/oauth/introspect")
                .then()
                .statusCode(200);
    }

    /** A client that was registered, with its secret. */
    record Registered(String clientId, String secret) {}

    /** A new confidential client of the token's user. */
    static Registered client(TestToken token) {
        var added = post(token, "add_oauth_client", Map.of("redirect_url", "https://shop.example/callback"))
                .then()
                .statusCode(201)
                .extract();
        return new Registered(added.path("oauth_client.client_id"), added.path("client_secret"));
    }
}
